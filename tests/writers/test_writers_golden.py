from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import Catalog
from govdisclose_ld.writers import Format, write_catalog

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return read_catalog(GOLDEN / "catalog.txt", corrections=())[0]


@pytest.mark.parametrize("form", ["html", "csv", "md"])
def test_the_whole_output_is_the_approved_one(catalog: Catalog, form: Format) -> None:
    assert write_catalog(catalog, form) == (GOLDEN / f"catalog.{form}").read_bytes()


def test_a_workbook_shows_what_the_other_formats_show(catalog: Catalog) -> None:
    sheet = load_workbook(BytesIO(write_catalog(catalog, "xlsx"))).active
    assert sheet is not None
    shown = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    lines = (GOLDEN / "catalog.md").read_text(encoding="utf-8").splitlines()
    prose = [line.lstrip("# ") for line in lines if line and not line.startswith("|")]
    table = [
        [cell.strip().replace("\\", "") for cell in line[1:-1].replace("\\|", "\\").split("|")]
        for line in lines
        if line.startswith("|") and "---" not in line
    ]
    assert [row[0] for row in shown[: len(prose)]] == prose
    assert [[cell.replace("|", "") for cell in row] for row in shown[len(prose) :]] == table


def test_no_cell_of_a_workbook_is_a_formula(catalog: Catalog) -> None:
    sheet = load_workbook(BytesIO(write_catalog(catalog, "xlsx"))).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    quoted = {cell.value for cell in cells if cell.quotePrefix}
    assert quoted == {"=SUM(A1)", "-", "@备查"}


def test_a_workbook_tells_no_time_of_its_making(catalog: Catalog) -> None:
    with zipfile.ZipFile(BytesIO(write_catalog(catalog, "xlsx"))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        times = load_workbook(BytesIO(write_catalog(catalog, "xlsx"))).properties
        assert str(times.created) == str(times.modified) == "1980-01-01 00:00:00"


@pytest.mark.parametrize("form", ["xlsx", "html", "csv", "md"])
def test_the_same_catalog_gives_the_same_bytes(catalog: Catalog, form: Format) -> None:
    assert write_catalog(catalog, form) == write_catalog(catalog, form)

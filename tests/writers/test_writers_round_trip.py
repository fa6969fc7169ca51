from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from writers_documents import documents
from writers_meaning import meaning

from govdisclose_ld.alignment import answer
from govdisclose_ld.assets import root
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret import interpret
from govdisclose_ld.model import Catalog, Document, Item, State
from govdisclose_ld.readers import list_readers, read_document
from govdisclose_ld.writers import Format, write_catalog

SEEDS = sorted((root() / "data" / "catalogs").glob("*.txt"))
FORMS: tuple[Format, ...] = ("html", "csv", "md", "xlsx")
LOOSE: tuple[Format, ...] = ("html", "md")
IN_PROSE = ("document_number", "issued", "declared", "default")


def read_back(catalog: Catalog, form: Format) -> Catalog:
    return answer(interpret(read_document(write_catalog(catalog, form), name=f"again.{form}")))


def print_again(printed: bytes, form: Format) -> bytes:
    return write_catalog(read_catalog(printed, name=f"again.{form}", corrections=())[0], form)


def differences(one: Catalog, other: Catalog, form: Format) -> dict[str, Any]:
    """The fields that differ; a workbook's prose is not read as such, which is tested by itself."""
    left, right = meaning(one, loose=form in LOOSE), meaning(other, loose=form in LOOSE)
    for side in (left, right) if form == "xlsx" else ():
        side.update(dict.fromkeys(IN_PROSE))
        for item in side["items"]:
            inherited = item["time_limit"].inherited or not item["time_limit"].text
            item["time_limit"] = None if inherited else item["time_limit"]
    items = list(zip(left.pop("items"), right.pop("items"), strict=True))
    found = {key: (left[key], right[key]) for key in left if left[key] != right[key]}
    for (a, b), second in zip(items, other.items, strict=True):
        unequal = {k for k in a if a[k] != b[k]} - _doubted(other, second)
        found |= {f"{a['ordinal']}.{k}": (a[k], b[k]) for k in unequal}
    return found


def _doubted(catalog: Catalog, item: Item) -> set[str]:
    """The ticks that reading calls unknown, with a finding, since no other row answers so."""
    codes = {finding.code for finding in catalog.findings_of(item)}
    fields = {"audience", "mode", "level"} if "mark-unassigned" in codes else set()
    return {field for field in fields if getattr(item, field).state is State.UNKNOWN}


def _is_in_order(catalog: Catalog) -> bool:
    """Whether no row contradicts its columns: among other neighbours it might shift otherwise."""
    return not any(f.code in {"row-suspect", "row-shifted"} for f in catalog.findings)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("form", FORMS)
@given(document=documents())
def test_a_generated_catalog_reads_the_same(document: Document, form: Format) -> None:
    try:
        catalog = answer(interpret(document))
    except InputError:
        reject()
    assume(_is_in_order(catalog))
    assume(form != "xlsx" or not any(item.section for item in catalog.items))
    again = read_back(catalog, form)
    assume(form != "csv" or not _has_formulas(catalog))
    assert differences(catalog, again, form) == {}


def _has_formulas(catalog: Catalog) -> bool:
    """Whether CSV guards a text: reading keeps the apostrophe, which is tested by itself."""
    texts = [t for i in catalog.items for t in (i.content.text, *(e.text for e in i.extra))]
    return any(text.startswith(("=", "+", "-", "@", "\t", "'")) for text in texts)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_a_real_catalog_reads_the_same(seed: Path, form: Format) -> None:
    catalog, _ = read_catalog(seed, corrections=())
    again, _ = read_catalog(write_catalog(catalog, form), name=f"again.{form}", corrections=())
    assert differences(catalog, again, form) == {}
    assert [item.key for item in again.items] == [item.key for item in catalog.items]
    sure = [[m.inference and m.inference.confidence for m in i.matters] for i in catalog.items]
    assert sure == [
        [m.inference and m.inference.confidence for m in i.matters] for i in again.items
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_what_was_printed_prints_the_same_again(seed: Path, form: Format) -> None:
    """From the second print on: the first may still have blanks that no page shows."""
    first = write_catalog(read_catalog(seed, corrections=())[0], form)
    second, third = print_again(first, form), print_again(print_again(first, form), form)
    assert second == third


def test_every_format_has_a_reader() -> None:
    suffixes = {suffix for reader in list_readers() for suffix in reader.suffixes}
    assert {f".{form}" for form in FORMS} <= suffixes


def test_a_workbook_keeps_number_date_and_default_limit() -> None:
    catalog, _ = read_catalog(SEEDS[0], corrections=())
    again, _ = read_catalog(write_catalog(catalog, "xlsx"), name="again.xlsx", corrections=())
    assert meaning(again) == meaning(catalog)


@pytest.mark.parametrize("text", ["=1+1", "-", "@甲", "+86 379", "'=1", "''-甲"])
def test_a_guarded_cell_of_csv_reads_the_same(text: str) -> None:
    source = f"公开事项一览表\n\n序号\t一级事项\t公开内容\t备注\n1\t对象\t名单\t{text}\n"
    catalog, _ = read_catalog(source.encode(), name="source.txt", corrections=())
    data = write_catalog(catalog, "csv")
    assert data.decode("utf-8-sig").splitlines()[-1].endswith(f",'{text}")
    again, _ = read_catalog(data, name="again.csv", corrections=())
    assert meaning(again) == meaning(catalog)


def test_a_row_that_shifts_in_its_new_place_says_so() -> None:
    """An agency among channels is in doubt in the source; among other columns it may move."""
    head = "序号\t一级事项\t公开内容\t公开渠道和载体\t县级\t乡级\t公开主体"
    source = f"公开事项一览表\n\n{head}\n1\t对象\t名单\t综合科\t√\t√ 申请人\t\n"
    catalog, _ = read_catalog(source.encode(), name="source.txt", corrections=())
    again = read_back(catalog, "html")
    assert "row-suspect" in {f.code for f in catalog.findings}
    assert {"row-suspect", "row-shifted"} & {f.code for f in again.findings_of(again.items[0])}

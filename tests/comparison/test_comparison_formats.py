"""What a comparison is written as: tables, JSON, a workbook, pages."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from govdisclose_ld.assets import path
from govdisclose_ld.comparison import (
    TABLES,
    Comparison,
    compare_catalogs,
    render,
    render_pages,
)
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Catalog, Division
from govdisclose_ld.standards import Standard

HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>\x07'


class Page(HTMLParser):
    """The tags of a page with their attributes, its text, and the cells of its first matrix."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(data.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="session")
def hostile(standard: Standard, catalogs: tuple[Catalog, Catalog]) -> Comparison:
    """County A with a title, a name and an item that try to break out of what they stand in."""
    a = catalogs[0]
    items = list(a.items)
    matter = replace(items[3].matters[-1], label=HOSTILE)
    items[3] = replace(items[3], matters=(*items[3].matters[:-1], matter))
    division = Division("410324", HOSTILE)
    bad = replace(a, title=HOSTILE, division=division, items=tuple(items))
    return compare_catalogs([bad, catalogs[1]], standard=standard)


@pytest.fixture(scope="session")
def many(compared: Comparison) -> Comparison:
    """The two sides over and over again, as 200 counties of ten provinces."""

    def copies() -> Iterator[object]:
        for number in range(200):
            side = compared.sides[number % 2]
            code = f"{10 + number // 20}{number:04d}"
            catalog = replace(side.catalogs[0], iri=f"https://example.org/catalog/{code}/a/1")
            province = f"{10 + number // 20}0000"
            yield replace(
                side, code=code, province_code=province, province=province, catalogs=(catalog,)
            )

    return replace(compared, sides=tuple(copies()))  # type: ignore[arg-type]


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_matrix_as_csv(compared: Comparison) -> None:
    head, *sides = rows(render(compared, "csv"))
    assert head[5:9] == ["贫困人口识别", "贫困人口退出", "精准扶贫贷款", "监督举报"]
    assert [row[5:9] for row in sides] == [
        ["answered", "deviating", "answered", "missing"],
        ["deviating", "unknown", "unknown", "answered"],
    ]
    assert render(compared, "csv").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_a_table_is_a_formula(table: str, hostile: Comparison) -> None:
    for row in rows(render(hostile, "csv", table=table)):
        for cell in row:
            assert not re.match(r"[=+@]|-\D", cell), cell


def test_the_workbook_holds_every_table_and_no_formula(hostile: Comparison) -> None:
    data = render(hostile, "xlsx")
    assert data == render(hostile, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert len(book.sheetnames) == 1 + len(TABLES)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    matrix = book["矩阵 matrix"]
    assert [cell.value for cell in matrix[2]][5:9] == [
        *("answered", "deviating", "answered", "missing"),
    ]


def test_json_is_as_its_schema_says(hostile: Comparison, compared: Comparison) -> None:
    schema = json.loads(path("ontology/schemas/comparison.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for one in (hostile, compared):
        Draft202012Validator(schema).validate(json.loads(render(one, "json")))


def test_json_traces_a_cell_to_its_rows(compared: Comparison) -> None:
    record = json.loads(render(compared, "json"))
    cell = record["sides"][0]["cells"][1]
    assert (cell["duty"], cell["state"]) == ("exit", "deviating")
    assert [(one["document"], one["table"], one["row"]) for one in cell["items"]] == [
        ("county-a.txt", 1, 3)
    ]
    assert record["sides"][1]["cells"][1]["doubts"][0]["reason"] == "nameless"
    assert record["comparison"]["caveats_en"][0].startswith("A catalog states duties")


def test_the_page_needs_nothing_and_escapes_everything(hostile: Comparison) -> None:
    data = render(hostile, "html")
    page = Page(data)
    assert b"<script" not in data
    assert not page.named("script") + page.named("link") + page.named("img") + page.named("iframe")
    assert not [a for _, a in page.tags if any(name.startswith("on") for name in a)]
    assert all((a["href"] or "").startswith("#") for a in page.named("a"))
    assert "<script>alert(1)</script>" in page.text
    assert b"default-src &#x27;none&#x27;" in data
    assert data == render(hostile, "html")


def test_the_matrix_is_a_table_for_every_reader(compared: Comparison) -> None:
    data = render(compared, "html")
    page = Page(data)
    scopes = {attributes.get("scope") for attributes in page.named("th")}
    assert scopes == {"col", "row", "colgroup"}
    regions = [a for a in page.named("div") if a.get("role") == "region"]
    assert regions
    assert all(a.get("tabindex") == "0" and a.get("aria-label") for a in regions)
    cells = re.findall(r'<td class="c (\w+)">(.*?)</td>', data.decode("utf-8"), re.DOTALL)
    assert [state for state, _ in cells] == [
        *("answered", "deviating", "answered", "missing"),
        *("deviating", "unknown", "unknown", "answered"),
    ]
    words = {"answered": "已对应", "deviating": "有偏离", "missing": "缺失", "unknown": "无法判断"}
    for state, inside in cells:
        # What a screen reader says, and what the keyboard opens.
        assert f'<span class="sr">{words[state]}' in inside
        assert ("<summary>" in inside) == (state != "missing")


def test_the_page_says_what_it_does_not_prove(compared: Comparison) -> None:
    text = Page(render(compared, "html")).text
    assert "并不证明已经公开" in text
    assert "no item was found by name or accepted mapping" in text
    assert "合成样例" not in text


def test_made_up_samples_are_said_to_be_such(compared: Comparison) -> None:
    catalog = replace(compared.sides[0].catalogs[0], status="synthetic")
    sample = replace(compared.sides[0], catalogs=(catalog,))
    marked = replace(compared, sides=(sample, compared.sides[1]))
    assert Page(render(marked, "html")).text.count("合成样例") > 1
    assert "合成样例" in render(marked, "csv").decode()
    assert json.loads(render(marked, "json"))["sides"][0]["synthetic"] is True
    assert "合成样例" in render(marked, "turtle").decode()


def test_places_link_to_the_review_pages(compared: Comparison) -> None:
    iri = compared.sides[0].catalogs[0].iri
    page = Page(render(compared, "html", links={iri: "../review/a.html"}))
    assert "../review/a.html#t1r3" in {a["href"] for a in page.named("a")}


def test_many_sides_are_paged_by_province(many: Comparison) -> None:
    pages = render_pages(many)
    assert set(pages) == {"index.html", *(f"{code}0000.html" for code in range(10, 20))}
    index = Page(pages["index.html"])
    linked = {a["href"] for a in index.named("a")}
    assert set(pages) - {"index.html"} == linked
    assert b'class="c ' not in pages["index.html"]
    first = pages["100000.html"].decode()
    assert len(re.findall(r'<td class="c ', first)) == 20 * 4
    assert "index.html" in {a["href"] for a in Page(pages["100000.html"]).named("a")}


def test_one_page_for_many_folds_the_provinces(many: Comparison) -> None:
    data = render(many, "html")
    page = Page(data)
    provinces = {a["id"] for a in page.named("details") if a.get("class") == "province"}
    assert {a["href"] for a in page.named("a")} == {f"#{name}" for name in provinces}
    assert len(re.findall(rb'<td class="c ', data)) == 200 * 4
    assert len(data) < 200 * 4 * 200 + 40_000


def test_few_sides_need_one_page(compared: Comparison) -> None:
    assert list(render_pages(compared)) == ["index.html"]


def test_a_side_alone_has_a_page_too(standard: Standard, catalogs: tuple[Catalog, Catalog]) -> None:
    single = compare_catalogs(catalogs[:1], standard=standard)
    assert "没有只有一方有的事项" in Page(render(single, "html")).text


@pytest.mark.parametrize(("form", "table"), [("pdf", "matrix"), ("csv", "everything")])
def test_an_unknown_form_is_told(form: str, table: str, compared: Comparison) -> None:
    with pytest.raises(ConfigurationError, match="there are: "):
        render(compared, form, table=table)


def test_a_standard_without_items_has_measures_all_the_same(
    standard: Standard, catalogs: tuple[Catalog, Catalog], tmp_path: Path
) -> None:
    rules = replace(standard, matters=())
    compared = compare_catalogs(catalogs, standard=rules)
    assert compared.sides[0].cells == ()
    assert "没有列出事项" in Page(render(compared, "html")).text
    assert rows(render(compared, "csv"))[1][:2] == ["410324", "栾川县"]

"""``read_catalog``: what it takes, what it refuses and what it says then."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from govdisclose_ld import assets
from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.errors import ConfigurationError, InputError, InputNotFoundError
from govdisclose_ld.interpret import Known, load_layout
from govdisclose_ld.model import Severity

SOURCE = assets.path("data/catalogs/xixiu-fupin-list.txt")
HEADER = "序号\t公开事项\t公开内容\t公开依据"
ROW = "1\t预算公开\t部门预算\t《中华人民共和国预算法》"


def refused(data: bytes, name: str = "目录.txt") -> str:
    with pytest.raises(InputError) as error:
        read_catalog(data, name=name)
    message = str(error.value)
    assert message.startswith(name)
    assert "→" in message
    return message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "空"),
        ("\n \n", "空"),
        ("只有一段文字，没有表格。", "没有表格"),
        ("姓名\t电话\n张三\t1", "表头"),
        (HEADER, "没有任何一行"),
        (f"{HEADER}\n合计\t\t\t", "没有任何一行"),
    ],
)
def test_a_text_without_items_is_refused(text: str, said: str) -> None:
    assert said in refused(text.encode())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (bytes(range(256)) * 64, "目录.txt"),
        (b"\x00" * 4096, "目录.txt"),
        (b"\xff\xd8\xff\xe0" + b"\x01" * 4096, "目录.jpg"),
        (b"PK\x03\x04" + b"\x00" * 100, "目录.docx"),
        (b"%PDF-1.4\n%broken", "目录.pdf"),
        (f"{HEADER}\n{ROW}".encode("utf-16")[:-1], "目录.txt"),
    ],
)
def test_bytes_that_are_no_catalog_are_refused(data: bytes, name: str) -> None:
    refused(data, name)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError, match=r"none\.txt"):
        read_catalog(tmp_path / "none.txt")


@pytest.mark.parametrize(
    "unit",
    [
        "甲乙丙丁戊己庚辛。\n",
        "甲\t乙\t丙\n",
        "（", "<input checked>", "第一条", "■政府网站 ", "1.", "\t",
    ],
)  # fmt: skip
def test_fifty_megabytes_of_anything_are_refused_soon(unit: str) -> None:
    data = (unit * (50_000_000 // len(unit.encode()))).encode()
    start = time.perf_counter()
    refused(data)
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, line_end: str) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    plain, _ = read_catalog(SOURCE, corrections=())
    turned = text.replace("\n", line_end).encode(encoding)
    catalog, _ = read_catalog(turned, name=SOURCE.name, corrections=())
    assert catalog.items == plain.items
    assert catalog.division == plain.division


def test_a_path_a_name_bytes_and_a_stream_are_the_same() -> None:
    records = [
        to_record(read_catalog(source, name=SOURCE.name)[0])
        for source in (SOURCE, str(SOURCE), SOURCE.read_bytes(), io.BytesIO(SOURCE.read_bytes()))
    ]
    assert all(record == records[0] for record in records)


def test_the_findings_are_those_of_the_catalog_in_reading_order() -> None:
    catalog, findings = read_catalog(SOURCE)
    assert findings == catalog.findings
    assert [f.ref for f in findings] == sorted(f.ref for f in findings)


def test_what_is_given_outranks_what_is_printed() -> None:
    known = Known(
        title="另一目录", publisher="另一单位", field="employment", slug="s", version="v1"
    )
    catalog, _ = read_catalog(SOURCE, known=known, division="410324")
    assert catalog.division
    assert catalog.field
    assert (catalog.title, catalog.publisher, catalog.slug, catalog.version) == (
        "另一目录",
        "另一单位",
        "s",
        "v1",
    )
    assert (catalog.division.code, catalog.field.id) == ("410324", "employment")


def test_a_layout_reaches_the_reading(tmp_path: Path) -> None:
    file = tmp_path / "layout.yml"
    file.write_text("tables: [{table: 1, columns: {7: extra}}]", encoding="utf-8")
    first = read_catalog(SOURCE, known=Known(layout=load_layout(file)))[0].items[0]
    assert first.agencies == ()
    assert [(extra.heading, extra.text) for extra in first.extra] == [("信息保障单位", "综合科")]


def test_a_division_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="000000"):
        read_catalog(SOURCE, division="000000")


def test_a_document_that_says_nothing_of_itself_is_read_with_findings() -> None:
    catalog, findings = read_catalog(f"{HEADER}\n{ROW}".encode(), name="甲.txt")
    assert (catalog.title, catalog.division, catalog.publisher) == ("甲", None, "")
    whole = [(f.code, f.severity) for f in findings if not f.ref.table]
    assert whole == [
        ("division-unknown", Severity.WARNING),
        ("field-unknown", Severity.INFO),
        ("publisher-unknown", Severity.WARNING),
        ("title-missing", Severity.INFO),
    ]

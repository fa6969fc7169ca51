"""What cannot be read says what, where and what next; what can be guessed is guessed and said."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from readers_shown import read_shown, shown

from govdisclose_ld.errors import InputError, InputNotFoundError
from govdisclose_ld.readers import Limits, read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TEXT = "西秀区扶贫办政务公开标准规范清单\n序号\t公开事项\t公开内容\n1\t机构信息\t联系方式\n"
SHOWN = ["P@1: 西秀区扶贫办政务公开标准规范清单", "T1"]
SHOWN += ["  1@2: 序号 | 公开事项 | 公开内容", "  2@3: 1 | 机构信息 | 联系方式"]


def failure(source: Path | bytes, name: str | None = None, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_document(source, name=name, limits=limits)
    return str(caught.value)


def test_a_path_bytes_and_an_open_file_give_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "目录.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = read_document(path)
    assert document.name == "目录.txt"
    assert document == read_document(str(path))
    assert document == read_document(TEXT.encode(), name="目录.txt")
    assert document == read_document(memoryview(TEXT.encode()), name="目录.txt")
    assert document == read_document(io.BytesIO(TEXT.encode()), name="目录.txt")
    assert (document.size, shown(document)) == (len(TEXT.encode()), SHOWN)


def test_a_missing_file_names_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "luanchuan.txt").write_text("甲", encoding="utf-8")
    with pytest.raises(InputNotFoundError) as caught:
        read_document(tmp_path / "luanchaun.txt")
    assert str(caught.value).endswith(
        f"→ 是否指 {tmp_path / 'luanchuan.txt'}？ (did you mean {tmp_path / 'luanchuan.txt'}?)"
    )
    assert "does not exist either" in failure(tmp_path / "none" / "a.txt")
    assert "check the path" in failure(tmp_path / "zzzzzz")


def test_folders_empty_files_and_blank_files_are_refused(tmp_path: Path) -> None:
    assert "folder, not a file" in failure(tmp_path)
    empty = tmp_path / "empty.docx"
    empty.touch()
    assert "the file is empty" in failure(empty)
    assert "the file is empty" in failure(b" \r\n\t\0", "a.txt")
    assert "nothing is printed" in failure(b"<html><body></body></html>", "a.html")
    assert "cannot be opened" in failure(Path("a\0b"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert "permission" in failure(path)


def test_too_big_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 2000)
    assert "2,000 bytes or more, at most 1,000" in failure(path, limits=Limits(bytes=1000))
    assert "at most 1,000" in failure(b"x" * 2000, "a.txt", Limits(bytes=1000))


@pytest.mark.parametrize(
    ("codec", "findings"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("gb18030", ["F info encoding-guessed 0,0,0@0"]),
        ("gbk", ["F info encoding-guessed 0,0,0@0"]),
    ],
)
def test_encodings_are_recognised(codec: str, findings: list[str]) -> None:
    assert read_shown(TEXT.encode(codec), "a.txt") == SHOWN + findings


@pytest.mark.parametrize(
    ("codec", "words"),
    [("big5", "政務公開標準目錄公開事項"), ("shift_jis", "行政情報の公開について")],
)
def test_other_encodings_are_refused_rather_than_misread(codec: str, words: str) -> None:
    assert "save it as UTF-8" in failure(words.encode(codec) * 3, "a.txt")


def test_a_broken_byte_in_utf_8_is_located() -> None:
    data = TEXT.encode()
    assert "(line 3, byte " in failure(data[:-2] + b"\n", "a.txt")


def test_binary_junk_is_refused() -> None:
    assert "no .txt file" in failure(bytes(range(256)) * 10, "a.txt")
    assert "format of the file is not known" in failure(bytes(range(256)) * 10, "a")
    assert "neither text nor" in failure(bytes(range(1, 128)) * 10, "a.txt")
    assert "no .docx file" in failure(b"PK\x03\x04" + bytes(1000), "a.docx")


def test_stray_control_characters_and_lost_ones_are_reported_where_they_begin() -> None:
    assert read_shown("甲乙丙\n丁\x01戊\n己\ufffd\n\uf0fe", "a.txt") == [
        "P@1: 甲乙丙",
        "P@2: 丁\x01戊",
        "P@3: 己\ufffd",
        "P@4: \uf0fe",
        "F warning characters-lost 0,0,0@3",
        "F info control-characters 0,0,0@2",
        "F warning symbol-unknown 0,0,0@4 \uf0fe",
    ]


def test_content_goes_before_the_name() -> None:
    page = "<table><tr><td>1<td>2<td>3</table>"
    assert read_shown(page, "a.doc") == [
        "T1",
        "  1@1: 1 | 2 | 3",
        "F info suffix-contradicts-content 0,0,0@0",
    ]
    assert read_shown(page, "a.html") == read_shown(page, "a") == ["T1", "  1@1: 1 | 2 | 3"]


def test_a_fragment_of_a_page_is_known_by_its_name() -> None:
    assert read_shown("<p>甲<b>乙</b></p>", "a.htm") == ["P@1: 甲乙"]
    assert read_shown("<p>甲<b>乙</b></p>", "a.txt") == ["P@1: <p>甲<b>乙</b></p>"]


@pytest.mark.parametrize(
    ("library", "module", "head", "extra"),
    [
        ("pdfplumber", "pdf", b"%PDF-1.4", "pdf"),
        ("xlrd", "spreadsheet.xls", OLE + "Workbook\0".encode("utf-16-le"), "xls"),
    ],
)
def test_a_library_that_is_not_installed_is_named_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, library: str, module: str, head: bytes, extra: str
) -> None:
    prefix = f"govdisclose_ld.readers.{module}"
    for loaded in [name for name in sys.modules if name.startswith(prefix)]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, library, None)
    message = failure(head, "a")
    assert f"needs {library}, which is not installed" in message
    assert message.endswith(f"(run pip install 'govdisclose-ld[{extra}]')")

"""Readers that another distribution brings, installed as pip would, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

TEXT = "某县救灾目录\n序号\t公开事项\n1\t灾情\n"
GOOD = """
    from govdisclose_ld.model import Document, Paragraph

    class Shouting:
        name = "shouting"
        suffixes = (".shout",)

        def recognises(self, data, suffix):
            return 0.95 if data.startswith(b"!!") else 0.0

        def read(self, data, name, limits):
            words = Paragraph(data.decode().upper())
            return Document(name, "text/x-shout", "", len(data), (words,))

    READER = Shouting()
"""
SHOW = """
    import sys
    from pathlib import Path
    sys.path.insert(0, {tests!r})
    from readers_shown import shown
    from govdisclose_ld.errors import GovDiscloseError
    from govdisclose_ld.readers import list_readers, read_document
    try:
        read = read_document(Path(sys.argv[1]))
        print(*shown(read), *(finding.message_en for finding in read.findings), sep="\\n")
    except GovDiscloseError as error:
        print(error)
    print(len([reader.name for reader in list_readers() if "shout" in reader.name]))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed packages."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def install(site: Path, code: str, value: str = "shouting_reader:READER") -> None:
    (site / "shouting_reader.py").write_text(dedent(code), "utf-8")
    metadata = site / "shouting_reader-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Name: shouting-reader\nVersion: 1.0\n", "utf-8")
    points = f"[govdisclose_ld.readers]\nshouting = {value}\n"
    (metadata / "entry_points.txt").write_text(points, "utf-8")


def read(site: Path, name: str, content: str | bytes) -> list[str]:
    """What a process that has the packages of ``site`` reads from a file."""
    file = site.with_name(name)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    script = dedent(SHOW).format(tests=str(Path(__file__).parent))
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(file)],
        capture_output=True,
        check=True,
        env=environment,
        timeout=60,
    )
    return done.stdout.decode().splitlines()


def test_an_installed_reader_is_used(site: Path) -> None:
    install(site, GOOD)
    assert read(site, "a.shout", "!!abc") == ["P@0: !!ABC", "1"]
    assert read(site, "a.txt", TEXT)[:2] == ["P@1: 某县救灾目录", "T1"]


@pytest.mark.parametrize(
    ("code", "value", "reason"),
    [
        (GOOD, "shouting_reader:NONE", "AttributeError: module 'shouting_reader' has no attribute"),
        (GOOD, "no_such_module:READER", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("READER = 1", "shouting_reader:READER", "it is no Reader"),
        ("READER =", "shouting_reader:READER", "SyntaxError: invalid syntax"),
        ("raise OSError('no disk')", "shouting_reader:READER", "OSError: no disk"),
        (
            GOOD.replace("return 0.95", "raise KeyError(3) #"),
            "shouting_reader:READER",
            "KeyError: 3",
        ),
        (
            GOOD.replace('return 0.95 if data.startswith(b"!!") else 0.0', "return 7"),
            "shouting_reader:READER",
            "recognises() gave 7, not a number from 0 to 1",
        ),
        (
            GOOD.replace('return 0.95 if data.startswith(b"!!") else 0.0', "return data['x']"),
            "shouting_reader:READER",
            "TypeError: byte indices must be integers or slices, not str",
        ),
    ],
    ids=["no name", "no module", "no reader", "syntax", "import", "raises", "score", "type"],
)
def test_a_broken_reader_is_told_and_passed_over(
    site: Path, code: str, value: str, reason: str
) -> None:
    install(site, code, value)
    lines = read(site, "a.txt", TEXT)
    assert lines[:4] == ["P@1: 某县救灾目录", "T1", "  1@2: 序号 | 公开事项", "  2@3: 1 | 灾情"]
    if reason:
        assert lines[4] == "F warning reader-faulty 0,0,0@0"
        assert (
            f"the installed reader {value} does not work and was passed over: {reason}" in lines[5]
        )


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("return None", "read() gave no Document"), ("raise KeyError(3)", "KeyError: 3")],
)
def test_a_reader_that_fails_on_a_document_is_named(site: Path, fault: str, reason: str) -> None:
    install(site, GOOD.replace("return Document", f"{fault}\n            return Document"))
    first, second, _ = read(site, "a.shout", "!!abc")
    assert f"the reader shouting_reader:READER failed: {reason}" in first
    assert "update or uninstall that plug-in" in second
    assert read(site, "a.txt", TEXT)[1] == "T1"


BLOCKED = """
    import sys

    class Blocker:
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] in {blocked!r}:
                raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

    sys.meta_path.insert(0, Blocker())
"""


@pytest.fixture
def base(site: Path) -> Path:
    """Packages as the base install leaves them: none of those of an extra can be imported."""
    blocked = {"pdfplumber", "pdfminer", "pypdfium2", "xlrd", "openpyxl", "docx", "xlwt"}
    code = dedent(BLOCKED).format(blocked=blocked)
    (site / "sitecustomize.py").write_text(code, "utf-8")
    return site


def test_the_base_install_reads_all_but_pdf_and_old_excel(base: Path) -> None:
    from readers_excel import inline, workbook  # noqa: PLC0415
    from readers_word import cell, document, row, table  # noqa: PLC0415

    cells = ["序号", "事项", "内容"]
    contents = {
        "a.txt": "序号\t事项\t内容\n",
        "a.csv": "序号,事项,内容\n",
        "a.md": "|序号|事项|内容|\n|-|-|-|\n",
        "a.html": "<table><tr><td>序号<td>事项<td>内容</table>",
        "a.docx": document(table(row(*map(cell, cells)))),
        "a.xlsx": workbook(
            "<sheetData><row>"
            + "".join(inline(f"{letter}1", text) for letter, text in zip("ABC", cells, strict=True))
            + "</row></sheetData>"
        ),
    }
    for name, content in contents.items():
        assert any("序号 | 事项 | 内容" in line for line in read(base, name, content)), name


@pytest.mark.parametrize(
    ("name", "head", "library", "extra"),
    [
        ("a.pdf", b"%PDF-1.4", "pdfplumber", "pdf"),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook\0".encode("utf-16-le"),
            "xlrd",
            "xls",
        ),
    ],
)
def test_a_format_of_an_extra_names_the_extra(
    base: Path, name: str, head: bytes, library: str, extra: str
) -> None:
    first, second, _ = read(base, name, head)
    assert f"needs {library}, which is not installed" in first
    assert second.endswith(f"(run pip install 'govdisclose-ld[{extra}]')")

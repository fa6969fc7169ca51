"""How much is read, as a user sets it; and how far the reading is, as a terminal shows it."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from govdisclose_ld.cli.root import COMMANDS, load_command
from govdisclose_ld.readers import Limits

Run = Callable[..., subprocess.CompletedProcess[bytes]]
READING = {"align", "compare", "convert", "diff", "inspect", "load", "validate"}
HEADER = ["序号", "公开事项", "公开内容", "公开时限", "公开主体"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A catalog of three rows, 20 cells in all."""
    rows = [HEADER] + [[str(n), f"事项{n}", "内容", "20个工作日内", "民政局"] for n in (1, 2, 3)]
    path = tmp_path / "small.txt"
    path.write_text("某县救灾领域政务公开目录\n" + "\n".join(map("\t".join, rows)), "utf-8")
    return path


@pytest.mark.parametrize("command", [["convert", "--to", "json"], ["validate"], ["inspect"]])
def test_a_limit_that_is_passed_names_the_option_that_widens_it(
    run: Run, table: Path, command: list[str]
) -> None:
    refused = run(*command, table, "--limit", "cells=19")
    assert refused.returncode == 3
    message = refused.stderr.decode()
    assert "tables of more than 19 cells" in message
    assert "widen the limit with --limit cells=N" in message
    assert run(*command, table, "--limit", "cells=20", "--limit", "lines=5").returncode in {0, 1}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("cell=5", "there is no limit 'cell' (没有上限“cell”)|expected: cells"),
        ("cells=many", "limit cells takes a whole number|expected: cells=1000"),
        ("cells=0", "limit cells takes a whole number|expected: cells=1000"),
        ("cells", "limit cells takes a whole number|expected: cells=1000"),
    ],
)
def test_what_is_no_limit_is_refused(run: Run, table: Path, given: str, message: str) -> None:
    refused = run("convert", table, "--to", "json", "--limit", given)
    assert (refused.returncode, refused.stdout) == (4, b"")
    said = refused.stderr.decode()
    assert "--limit: " in said
    for part in message.split("|"):
        assert part.split(" (")[0] in said


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_that_reads_documents_takes_limits(name: str) -> None:
    options = {option for one in load_command(name).params for option in one.opts}
    assert ("--limit" in options) == (name in READING)


def test_the_how_to_lists_every_limit_with_its_default() -> None:
    page = Path(__file__).parents[2] / "docs/how-to/read-formats.md"
    listed: dict[str, int] = {}
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("| `"):
            names, values = line.strip("| ").split(" | ")[:2]
            listed |= zip(re.findall(r"`(\w+)`", names), map(int, values.split(", ")), strict=True)
    assert listed == asdict(Limits())


def test_a_list_of_sources_sets_the_limits_of_a_build(run: Run, table: Path) -> None:
    listed = table.with_name("sources.yml")
    listed.write_text("limits: {rows: 3}\ncatalogs:\n  - file: small.txt\n", "utf-8")
    refused = run("build", listed, "-o", "out")
    assert refused.returncode == 3
    assert "tables of more than 3 rows" in refused.stderr.decode()
    listed.write_text("limits: {rwos: 3}\ncatalogs:\n  - file: small.txt\n", "utf-8")
    wrong = run("build", listed, "-o", "out")
    assert wrong.returncode == 4
    assert "sources.yml: limits: 没有上限“rwos”" in wrong.stderr.decode()
    assert "expected: rows" in wrong.stderr.decode()
    listed.write_text("limits: [rows]\ncatalogs:\n  - file: small.txt\n", "utf-8")
    assert run("build", listed, "-o", "out").returncode == 4


def long_pdf(pages: int) -> bytes:
    registerFont(UnicodeCIDFont("STSong-Light"))
    stream = BytesIO()
    chinese = ParagraphStyle("a", fontName="STSong-Light", fontSize=10)
    grid = [("GRID", (0, 0), (-1, -1), 0.5, black)]
    parts: list[object] = []
    for page in range(1, pages + 1):
        row = [str(page), f"事项{page}", "内容", "20个工作日内", "民政局"]
        cells = [[Paragraph(text, chinese) for text in texts] for texts in (HEADER, row)]
        parts += [Table(cells, [60, 120, 120, 120, 120], style=grid), PageBreak()]
    SimpleDocTemplate(stream, pagesize=landscape(A4), invariant=1).build(parts)
    return stream.getvalue()


def on_terminal(*arguments: str | Path) -> str:
    """What a command writes on standard error when that is a terminal."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "govdisclose_ld", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=follower,
        env=environment,
    )
    os.close(follower)
    shown = b""
    while part := _read(leader):
        shown += part
    os.close(leader)
    assert process.wait(60) == 0
    return shown.decode("utf-8", "replace")


def _read(leader: int) -> bytes:
    """What the terminal shows next; nothing once the program has gone (EIO on Linux)."""
    try:
        return os.read(leader, 65536)
    except OSError:
        return b""


def test_a_long_document_shows_how_far_it_is_on_a_terminal_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long.pdf").write_bytes(long_pdf(12))
    (tmp_path / "short.pdf").write_bytes(long_pdf(2))
    to_json = ["--to", "json", "-o", tmp_path / "out.json"]
    shown = on_terminal("convert", tmp_path / "long.pdf", *to_json)
    assert "reading pages" in shown
    assert "12/12" in shown
    assert "reading pages" not in on_terminal("convert", tmp_path / "short.pdf", *to_json)
    assert run("convert", tmp_path / "long.pdf", *to_json).stderr == b""

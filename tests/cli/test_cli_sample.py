"""``govdisclose sample``: a folder of synthetic catalogs, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from govdisclose_ld.cli.root import root_app


@pytest.fixture
def call(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(root_app, ["sample", *arguments])


def contents(folder: str) -> dict[str, bytes]:
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_folder_of_documents_truths_and_sources_is_made(call):
    done = call("--counties", "3", "--fields", "2", "--format", "txt", "-o", "made")

    assert done.exit_code == 0
    assert done.stdout == ""
    assert "6 synthetic catalogs" in done.stderr
    assert len(list(Path("made/catalogs").rglob("synthetic-*.txt"))) == 6
    assert len(list(Path("made/truth").rglob("synthetic-*.txt.json"))) == 6
    assert Path("made/sources.yml").is_file()


def test_the_same_call_gives_the_same_folder_and_replaces_it(call):
    first = call("--counties", "2", "--seed", "5", "-o", "a")
    again = call("--counties", "2", "--seed", "5", "-o", "b")
    before = contents("a")
    over = call("--counties", "1", "--seed", "6", "-o", "a")

    assert [done.exit_code for done in (first, again, over)] == [0, 0, 0]
    assert before == contents("b")
    assert len(contents("a")) < len(before)


def test_a_folder_that_something_else_made_is_left_alone(call):
    Path("mine").mkdir()
    Path("mine/file").write_text("x")
    done = call("--counties", "1", "-o", "mine")

    assert done.exit_code == 2
    assert contents("mine") == {"file": b"x"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--counties", "99999"), 4),
        (("--fields", "27"), 4),
        (("--counties", "0"), 2),
        (("--damage", "2"), 2),
        (("--format", "doc"), 2),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_left(call, arguments, code):
    done = call(*arguments, "-o", "made")

    assert done.exit_code == code
    assert not Path("made").exists()

"""``govdisclose diff``: two documents, every form of report, exit codes, doubts on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.changes import (
    changes_page,
    changes_record,
    changes_text,
    diff,
    to_activities,
)
from govdisclose_ld.cli.root import root_app

HEAD = "序号\t一级事项\t二级事项\t公开内容\t公开时限\t公开方式\n"
TITLE = "栾川县扶贫领域政务公开标准目录\n\n"
ROWS = (
    "1\t甲类\t低保\t名单\t20个工作日内\t■主动 □依申请\n2\t乙类\t养老\t补贴\t及时\t■主动 □依申请\n"
)
OLD = f"{TITLE}{HEAD}{ROWS}"
NEW = OLD.replace("20个工作日", "10个工作日").replace("2\t乙类", "2\t丙类")


@pytest.fixture
def call(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    Path("old.txt").write_text(OLD, encoding="utf-8")
    Path("new.txt").write_text(NEW, encoding="utf-8")
    Path("other.txt").write_text(OLD.replace("栾川县", "嵩县"), encoding="utf-8")
    Path("old.csv").write_text(OLD.replace("\t", ","), encoding="utf-8")
    return lambda *arguments, **options: CliRunner().invoke(
        root_app, ["diff", *arguments], **options
    )


def changes():
    return diff(read_catalog("old.txt")[0], read_catalog("new.txt")[0])


def test_text_is_what_the_library_says(call):
    done = call("old.txt", "new.txt")

    assert done.exit_code == 0
    assert done.stdout == changes_text(changes())
    assert "20个工作日内" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("form", ["json", "activitystreams"])
def test_json_is_what_the_library_makes(call, form):
    done = call("old.txt", "new.txt", "--format", form, "--base", "https://a.example/")
    made = {
        "json": lambda: changes_record(changes()),
        "activitystreams": lambda: to_activities(changes(), base="https://a.example/"),
    }

    assert done.exit_code == 0
    assert json.loads(done.stdout) == made[form]()


def test_a_page_is_written_and_written_again(call):
    first = call("old.txt", "new.txt", "--format", "html", "-o", "out/changes.html")
    again = call("old.txt", "new.txt", "--format", "html", "-o", "out/changes.html")

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert Path("out/changes.html").read_text(encoding="utf-8") == changes_page(changes())


@pytest.mark.parametrize("form", ["text", "json", "html", "activitystreams"])
def test_each_form_is_known_again_and_a_strange_file_is_not(call, form):
    arguments = ("old.txt", "new.txt", "--format", form, "-o", "out")
    Path("out").write_text("mine", encoding="utf-8")
    refused = call(*arguments)
    forced = call(*arguments, "--force")
    again = call(*arguments)

    assert [done.exit_code for done in (refused, forced, again)] == [2, 0, 0]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("old.txt", "new.txt", 1),
        ("old.txt", "old.txt", 0),
        ("old.txt", "old.csv", 0),
    ],
)
def test_the_exit_code_tells_of_changes_only_if_asked(call, old, new, code):
    assert call(old, new).exit_code == 0
    assert call(old, new, "--exit-code").exit_code == code


def test_catalogs_of_two_counties_are_compared_with_a_note(call):
    done = call("old.txt", "other.txt")

    assert done.exit_code == 0
    assert "different divisions" in done.stderr
    assert "行政区划" in done.stdout


def test_one_side_may_be_standard_input_but_not_both(call):
    piped = call("-", "new.txt", input=OLD.encode())
    both = call("-", "-", input=OLD.encode())

    assert piped.exit_code == 0
    assert "[stdin]" in piped.stdout
    assert both.exit_code == 2


def test_what_cannot_be_read_is_named_and_nothing_is_written(call):
    missing = call("old.txt", "nowhere.txt", "-o", "out.txt")
    Path("empty.txt").write_text("没有表格\n", encoding="utf-8")
    empty = call("empty.txt", "new.txt", "-o", "out.txt")

    assert (missing.exit_code, empty.exit_code) == (3, 3)
    assert "nowhere.txt" in missing.stderr
    assert "empty.txt" in empty.stderr
    assert not Path("out.txt").exists()


def test_options_of_reading_hold_for_both(call):
    done = call("old.txt", "other.txt", "--division", "410324")

    assert done.exit_code == 0
    assert "different divisions" not in done.stderr

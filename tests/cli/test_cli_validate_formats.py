"""``govdisclose validate``: every form of report, baselines, waivers, standards of one's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from govdisclose_ld.cli.root import root_app
from govdisclose_ld.cli.validate_command import ReportFormat
from govdisclose_ld.validation import FORMATS

ROOT = Path(__file__).parents[2]
SMALL = Path(__file__).parent / "small.txt"
LUANCHUAN = ROOT / "data/catalogs/luanchuan-fupin-notice-2020-51.txt"
XIXIU = ROOT / "data/catalogs/xixiu-fupin-list.txt"
WAIVERS = """\
waivers:
  - code: mode-unticked
    scope: {row: 基础设施建设}
    owner: 县扶贫办
    reason: 旧版表格
    expires: 2026-03-31
"""


@pytest.fixture
def call(monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments):
        return CliRunner().invoke(root_app, ["validate", *map(str, arguments)])

    return invoke


def codes(done) -> list[str]:
    return [finding["code"] for finding in json.loads(done.stdout)["findings"]]


def test_the_command_knows_the_forms_that_the_library_knows():
    assert tuple(form.value for form in ReportFormat) == FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_tells_of_all_files_and_can_be_written_again(call, tmp_path, form):
    other, target = tmp_path / "other.txt", tmp_path / "report"
    text = SMALL.read_text(encoding="utf-8")
    other.write_text(text.replace("救灾领域", "养老服务领域"), encoding="utf-8")
    for _ in range(2):
        done = call(SMALL, other, "--format", form, "-o", target)
        assert done.exit_code == 1
        assert done.stdout == ""
    report = target.read_text(encoding="utf-8")
    if form == "turtle":
        assert {"disaster-relief", "elderly-care"} <= set(re.findall(r"unknown/([^/]+)/", report))
    else:
        assert "small.txt" in report
        assert "other.txt" in report


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_of_ones_own_is_not_overwritten(call, tmp_path, form):
    target = tmp_path / "notes.txt"
    target.write_text("我的笔记")
    done = call(SMALL, "--format", form, "-o", target)
    assert done.exit_code == 2
    assert target.read_text() == "我的笔记"
    assert call(SMALL, "--format", form, "-o", target, "--force").exit_code in {0, 1}


@pytest.mark.parametrize(("fail_on", "failures"), [("violation", True), ("info", True)])
def test_junit_fails_as_the_command_does(call, fail_on, failures):
    done = call(LUANCHUAN, "--format", "junit", "--fail-on", fail_on)
    assert (done.exit_code == 1) is failures
    assert ('type="info"' in done.stdout) is (fail_on == "info")


def test_annotations_name_the_file_as_it_was_given(call, tmp_path):
    (tmp_path / "目录").mkdir()
    (tmp_path / "目录/a.txt").write_bytes(LUANCHUAN.read_bytes())
    done = call("目录/a.txt", "--format", "github")
    assert "::error file=目录/a.txt,line=60,title=mode-unticked 第2表第3行" in done.stdout


def test_a_baseline_hides_what_was_known_and_counts_it(call, tmp_path):
    assert call(LUANCHUAN, "--write-baseline", "known.csv").exit_code == 1
    written = (tmp_path / "known.csv").read_bytes()

    done = call(LUANCHUAN, "--baseline", "known.csv")
    assert done.exit_code == 0
    assert "共 0 条" in done.stdout
    assert "基线已列" in done.stdout

    assert call(LUANCHUAN, "--write-baseline", "known.csv").exit_code == 1
    assert (tmp_path / "known.csv").read_bytes() == written


def test_a_row_put_in_above_shows_nothing_old_again(call, tmp_path):
    call(LUANCHUAN, "--write-baseline", "known.csv")
    old = LUANCHUAN.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(old) if line.startswith("3\t"))
    cells = old[place].rstrip("\n").split("\t")
    cells[3] = "另一项公开内容"
    new = ["99", *cells[1:]]
    changed = tmp_path / LUANCHUAN.name
    changed.write_text("".join([*old[:place], "\t".join(new) + "\n", *old[place:]]), "utf-8")

    done = call(changed, "--baseline", "known.csv", "--format", "json")
    shown = json.loads(done.stdout)["findings"]
    rows = {(f["table"], f["row"]) for f in shown if f["shape"].find("completeness") > 0}
    assert rows == {(2, 3)}


def test_a_baseline_is_not_written_of_half_the_files(call, tmp_path):
    assert call(LUANCHUAN, "none.txt", "--write-baseline", "known.csv").exit_code == 3
    assert not (tmp_path / "known.csv").exists()


def test_a_baseline_does_not_overwrite_another_file(call, tmp_path):
    (tmp_path / "known.csv").write_text("我的")
    assert call(SMALL, "--write-baseline", "known.csv").exit_code == 2
    assert (tmp_path / "known.csv").read_text() == "我的"


def test_a_waiver_holds_to_its_last_day(call, tmp_path):
    (tmp_path / "waivers.yml").write_text(WAIVERS, encoding="utf-8")
    given = (LUANCHUAN, "--format", "json", "--waivers", "waivers.yml")
    without = codes(call(LUANCHUAN, "--format", "json"))

    held = call(*given, "--today", "2026-03-31")
    assert sorted([*codes(held), "mode-unticked"]) == sorted(without)
    (use,) = json.loads(held.stdout)["waivers"]
    assert (use["expired"], use["matched"], use["waiver"]) == (False, 1, "waivers.yml:2")

    expired = call(*given, "--today", "2026-04-01")
    assert codes(expired) == without
    assert json.loads(expired.stdout)["waivers"][0]["expired"]


def test_without_a_day_the_present_one_counts(call, tmp_path):
    for year, matched in (("2000", 0), ("9999", 1)):
        text = WAIVERS.replace("2026-03-31", f"{year}-12-31")
        (tmp_path / "waivers.yml").write_text(text, encoding="utf-8")
        done = call(LUANCHUAN, "--format", "json", "--waivers", "waivers.yml")
        assert json.loads(done.stdout)["summary"]["hidden"]["waivers"] == matched


@pytest.mark.parametrize(
    ("option", "text", "told"),
    [
        ("--waivers", WAIVERS.replace("2026-03-31", "soon"), "waivers[0].expires"),
        ("--baseline", "fingerprint,count\n", "fingerprint,count,code,catalog,row,cell"),
    ],
)
def test_a_broken_file_is_told_before_anything_is_read(call, tmp_path, option, text, told):
    (tmp_path / "broken").write_text(text, encoding="utf-8")
    done = call("none.txt", option, "broken")
    assert done.exit_code == 4
    assert "broken:" in done.stderr
    assert told in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("option", ["--waivers", "--baseline"])
def test_a_file_that_is_not_there_is_wrong_usage(call, option):
    assert call(SMALL, option, "none").exit_code == 2


def test_a_day_that_is_none_is_wrong_usage(call):
    assert call(SMALL, "--today", "2026-02-30").exit_code == 2


def test_a_shipped_standard_is_checked_by_its_id(call):
    found = codes(call(LUANCHUAN, "--standard", "poverty-alleviation-2019", "--format", "json"))
    missing = {c for c in found if c.startswith("poverty-alleviation-2019-")}
    assert "poverty-alleviation-2019-regulations" in missing
    assert "poverty-alleviation-2019-identification" not in missing
    assert "level-missing" in found


def test_another_catalog_is_a_standard(call, tmp_path):
    fewer = tmp_path / "fewer.txt"
    lines = SMALL.read_text(encoding="utf-8").splitlines(keepends=True)
    fewer.write_text("".join(line for line in lines if not line.startswith("2\t")), "utf-8")
    whole = call(SMALL, "--standard", SMALL, "--format", "json")
    part = call(fewer, "--standard", SMALL, "--format", "json")
    messages = [finding["message"] for finding in json.loads(part.stdout)["findings"]]
    missing = [m for m in messages if "标准事项“灾情核定”" in m]
    assert len(missing) == 1
    assert missing[0] not in whole.stdout


def test_a_standard_that_nobody_knows_is_told(call):
    done = call(SMALL, "--standard", "none")
    assert done.exit_code == 4
    assert "none" in done.stderr

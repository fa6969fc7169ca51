"""What ``inspect`` drafts for a clerk, layout and corrections, and how it shows doubts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from govdisclose_ld.cli.root import root_app

REGULATION, TWENTY = "《政府信息公开条例》", "信息形成之日起20个工作日内"
ROWS = [
    f"1,养老服务,扶持政策,政策名称,{REGULATION},{TWENTY},示例县民政局,√,",
    f"2,养老服务,补贴申领,申请条件,{REGULATION},{TWENTY},示例县民政局,,√",
]
UNHEADED = "\n".join(["示例县养老服务领域政务公开标准目录", *ROWS, ""])
DOUBTFUL = "\n".join(
    [
        "示例县养老服务领域政务公开标准目录",
        "",
        "序号,一级事项,二级事项,公开内容,公开方式",
        "1,养老服务,扶持政策,政策名称,主动公开 依申请公开",
        "2,养老服务,补贴申领,申请条件,主动公开 依申请公开",
        "",
    ]
)
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text(UNHEADED, encoding="utf-8")
    (tmp_path / "b.csv").write_text(DOUBTFUL, encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(root_app, list(arguments))
        return done.exit_code, done.stdout, done.stderr

    return run


def test_columns_that_no_heading_tells_carry_another_sign(call: Call) -> None:
    code, shown, _ = call("inspect", "a.csv")
    assert code == 0
    assert "∼ 公开依据 basis (0.55)" in shown
    assert "（空白 blank）" in shown
    assert "✔ 公开依据" not in shown
    assert "    表 table 1" in shown.replace("  \n", "\n")


@pytest.mark.parametrize("width", ["40", "200"])
def test_any_terminal_is_wide_enough(
    call: Call, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    code, shown, _ = call("inspect", "a.csv")
    assert code == 0
    assert "header-inferred" in shown


def test_ticks_without_a_heading_are_settled_in_the_drafted_layout(call: Call) -> None:
    assert call("inspect", "a.csv", "--write-layout", "a.yml")[0] == 0
    layout = Path("a.yml")
    text = layout.read_text(encoding="utf-8")
    told = text.replace("#8: extra", "8: audience=public").replace(
        "#9: extra", "9: audience=特定群体"
    )
    layout.write_text(told, encoding="utf-8")
    code, shown, _ = call("convert", "a.csv", "--to", "json", "--layout", "a.yml")
    assert code == 0
    audiences = [item["audience"]["selected"] for item in json.loads(shown)["items"]]
    assert audiences == [["全社会"], ["特定群体"]]


def test_a_layout_of_a_list_of_sources_says_the_same(call: Call) -> None:
    layout = "tables: [{table: 1, columns: {8: audience=public, 9: audience=specific}}]"
    Path("a.yml").write_text(layout, encoding="utf-8")
    listed = "catalogs: [{file: a.csv, layout: a.yml}]"
    Path("sources.yml").write_text(listed, encoding="utf-8")
    assert call("build", "sources.yml", "-o", "out")[0] == 0
    Path("a.yml").write_text("tables: [{table: 9}]", encoding="utf-8")
    code, _, told = call("build", "sources.yml", "-o", "out2")
    assert code == 4
    assert "a.yml:1: tables[1].table" in told


def test_a_correction_is_drafted_filled_in_and_applied(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "settled"
    folder.mkdir()
    draft = folder / "b.yml"
    assert call("inspect", "b.csv", "--write-corrections", str(draft))[0] == 0
    text = draft.read_text(encoding="utf-8")
    assert len(yaml.safe_load(text)["corrections"]) == 2
    before = call("convert", "b.csv", "--to", "json", "--corrections", str(folder))[1]
    assert {i["mode"]["state"] for i in json.loads(before)["items"]} == {"unknown"}
    signed = text.replace("who: ", "who: 甲").replace("when: ", "when: 2024-05-06")
    signed = signed.replace("why: ", "why: 对照原件").replace("    right:", "    right: 主动公开")
    draft.write_text(signed, encoding="utf-8")
    after = call("convert", "b.csv", "--to", "json", "--corrections", str(folder))[1]
    assert [i["mode"]["selected"] for i in json.loads(after)["items"]] == [["主动公开"]] * 2


@pytest.mark.parametrize("option", ["--write-layout", "--write-corrections"])
def test_a_draft_that_somebody_worked_on_is_not_overwritten(call: Call, option: str) -> None:
    assert call("inspect", "b.csv", option, "b.yml")[0] == 0
    assert call("inspect", "b.csv", option, "b.yml")[0] == 0
    file = Path("b.yml")
    drafted = file.read_text(encoding="utf-8")
    file.write_text(drafted + "# 改过\n", encoding="utf-8")
    code, _, told = call("inspect", "b.csv", option, "b.yml")
    assert code != 0
    assert "b.yml" in told
    assert "--force" in told
    assert file.read_text(encoding="utf-8").endswith("# 改过\n")
    assert call("inspect", "b.csv", option, "b.yml", "--force")[0] == 0
    assert file.read_text(encoding="utf-8") == drafted


def test_a_corrections_file_for_no_catalog_that_was_read_is_told(call: Call) -> None:
    Path("settled").mkdir()
    Path("settled/far.yml").write_text(FAR, encoding="utf-8")
    code, _, told = call("inspect", "b.csv", "--corrections", "settled")
    assert code == 0
    [line] = [line for line in told.splitlines() if "far.yml" in line]
    assert "410324/budgets/2020-01-01" in line
    assert "unknown/elderly-care/undated" in line


FAR = """\
catalog: 410324/budgets/2020-01-01
corrections:
- {item: 1, field: level1, printed: "", read: "", right: 甲, who: 乙, when: 2024-05-06, why: 丙}
"""

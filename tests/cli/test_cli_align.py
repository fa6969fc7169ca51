"""``govdisclose align`` and what the other commands make of its files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., object]
NAME = "a.txt"
CATALOG = """甲县扶贫领域基层政务公开标准目录

序号\t一级事项\t二级事项\t公开内容
1\t扶贫对象\t贫困人口识别\t识别标准
2\t扶贫资金项目\t扶贫小额信贷\t贷款对象
3\t机构信息\t内设机构\t名称
"""
ALIGN = ("align", NAME, "--standard", "poverty-alleviation-2019")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(CATALOG, encoding="utf-8")
    return tmp_path


def mappings_of(done: object) -> list[tuple[str, str, str]]:
    items = json.loads(done.stdout)["items"]  # type: ignore[attr-defined]
    return [(m["item"], m["status"], m["file"]) for item in items for m in item["mappings"]]


def test_candidates_go_to_standard_output_and_talk_does_not(run, folder: Path) -> None:
    done = run(*ALIGN)
    assert done.returncode == 0
    assert done.stdout.startswith(b"#mapping_set_id: https://w3id.org/govdisclose/id/mapping/")
    assert b"std:poverty-alleviation-2019/targeted-loans" in done.stdout
    assert "已认可 1，待核对 1" in done.stderr.decode()


def test_a_review_from_the_first_run_to_the_graph(run, folder: Path) -> None:
    """Propose, decide in the file, run again, use the file."""
    reviewed = folder / "mappings" / "a.sssom.tsv"
    reviewed.parent.mkdir()
    assert run(*ALIGN, "-o", reviewed).returncode == 0
    assert mappings_of(run("convert", NAME, "--to", "json")) == [
        ("identification", "accepted", ""),
        ("targeted-loans", "candidate", ""),
    ]
    text = reviewed.read_text(encoding="utf-8")
    assert text.count("\tcandidate\t") == 1
    reviewed.write_text(text.replace("\tcandidate\t", "\taccepted\t"), encoding="utf-8")
    decided = reviewed.read_bytes()
    assert run(*ALIGN, "-o", reviewed).returncode == 0
    assert reviewed.read_bytes() == decided
    for command in (("convert", NAME, "--to", "json"),):
        assert mappings_of(run(*command, "--mappings", "mappings")) == [
            ("identification", "accepted", "a.sssom.tsv"),
            ("targeted-loans", "accepted", "a.sssom.tsv"),
        ]
    turtle = run("convert", NAME, "--to", "turtle", "--mappings", "mappings").stdout.decode()
    assert "gd:candidateAnswer" not in turtle
    assert turtle.count("gd:answers ") == 3


def test_decisions_may_stand_in_another_file(run, folder: Path) -> None:
    run(*ALIGN, "-o", "old.sssom.tsv")
    old = folder / "old.sssom.tsv"
    old.write_text(
        old.read_text(encoding="utf-8").replace("\tcandidate\t", "\trejected\t"), encoding="utf-8"
    )
    before = old.read_bytes()
    assert run(*ALIGN, "--mappings", "old.sssom.tsv", "-o", "new.sssom.tsv").returncode == 0
    assert old.read_bytes() == before
    new = (folder / "new.sssom.tsv").read_text(encoding="utf-8")
    assert "\tskos:exactMatch\tNot\t" in new
    assert "\trejected\t" in new


def test_a_file_as_excel_saves_it_may_be_written_over(run, folder: Path) -> None:
    run(*ALIGN, "-o", "a.sssom.tsv", "--excel")
    file = folder / "a.sssom.tsv"
    text = file.read_text(encoding="utf-8-sig").replace("\tcandidate\t", "\t接受\t")
    file.write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
    assert run(*ALIGN, "-o", "a.sssom.tsv").returncode == 0
    assert "\t接受\t" in file.read_text(encoding="utf-8")


def test_a_file_that_is_none_of_ours_is_not_written_over(run, folder: Path) -> None:
    (folder / "notes.tsv").write_text("my notes\n", encoding="utf-8")
    done = run(*ALIGN, "-o", "notes.tsv")
    assert done.returncode == 4
    assert (folder / "notes.tsv").read_text(encoding="utf-8") == "my notes\n"


def test_a_catalog_may_be_the_standard(run, folder: Path) -> None:
    (folder / "guide.txt").write_text(CATALOG.replace("甲县", "河南省"), encoding="utf-8")
    done = run("align", NAME, "--standard", "guide.txt")
    assert done.returncode == 0, done.stderr.decode()
    assert b"std:catalog-410000-poverty-alleviation-undated/" in done.stdout
    assert "扶贫资金项目 / 扶贫小额信贷" in done.stdout.decode()


def test_a_standard_of_ones_own_is_aligned_to_and_answered(run, folder: Path) -> None:
    (folder / "own.yml").write_text(
        "id: own\ntitle: {zh: 本市要求, en: ours}\n"
        "matters:\n  - id: office\n    label: {zh: 机构信息, en: office}\n"
        "    items:\n      - {id: units, label: {zh: 内设机构, en: units}}\n",
        encoding="utf-8",
    )
    assert b"std:own/units" in run("align", NAME, "--standard", "own.yml").stdout
    done = run("convert", NAME, "--to", "json", "--standard", "own.yml")
    assert mappings_of(done) == [("units", "accepted", "")]


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("align", NAME, "--standard", "poverty"), 4, "poverty-alleviation-2019"),
        (("align", "none.txt", "--standard", "poverty-alleviation-2019"), 3, "none.txt"),
        ((*ALIGN, "--base", "nonsense"), 4, "base"),
        ((*ALIGN, "--mappings", "bad.sssom.tsv"), 4, "bad.sssom.tsv:2: predicate_id"),
    ],
)
def test_what_is_wrong_is_told(run, folder: Path, arguments, code: int, word: str) -> None:
    (folder / "bad.sssom.tsv").write_text(
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
        "catalog:1/a/b/item/c\towl:sameAs\tstd:poverty-alleviation-2019/exit\tsemapv:MappingReview\n",
        encoding="utf-8",
    )
    done = run(*arguments)
    assert done.returncode == code
    assert word in done.stderr.decode()
    assert done.stdout == b""


def test_a_build_takes_a_folder_of_mappings(run, folder: Path) -> None:
    reviewed = folder / "own" / "a.sssom.tsv"
    reviewed.parent.mkdir()
    run(*ALIGN, "-o", reviewed)
    text = reviewed.read_text(encoding="utf-8")
    reviewed.write_text(text.replace("\tcandidate\t", "\trejected\t"), encoding="utf-8")
    (folder / "sources.yml").write_text(f"mappings: own\ncatalogs:\n  - file: {NAME}\n", "utf-8")
    assert run("build", "sources.yml", "-o", "out").returncode == 0
    (made,) = (folder / "out/catalogs").glob("*.json")
    items = json.loads(made.read_text(encoding="utf-8"))["items"]
    assert [m["item"] for item in items for m in item["mappings"]] == ["identification"]

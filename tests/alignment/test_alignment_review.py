"""A file of mappings under review: what people decided stays, what changed is opened again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from alignment_samples import ROWS, STANDARD, aligned, answers, catalog, edited, lines, saved
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govdisclose_ld.alignment import align, load_mappings, write_mappings
from govdisclose_ld.errors import ConfigurationError

LOANS, DOING = "扶贫小额信贷", "扶贫项目实施情况公示"


def row_of(mappings: object, label: str) -> str:
    (found,) = (line for line in lines(mappings) if label in line.split("\t")[1])  # type: ignore[arg-type]
    return found


def decided(folder: Path, label: str, **cells: str) -> Path:
    """A file in which a person has changed cells of the row with that label."""
    file = saved(aligned(catalog()), folder)
    text = file.read_text(encoding="utf-8")
    head, *_ = [line for line in text.splitlines() if not line.startswith("#")]
    columns = head.split("\t")
    old = row_of(load_mappings(file), label)
    new = old.split("\t")
    for column, value in cells.items():
        new[columns.index(column)] = value
    file.write_text(text.replace(old, "\t".join(new)), encoding="utf-8")
    return file


def test_a_file_for_review_holds_what_a_person_needs_to_decide() -> None:
    row = dict(
        zip(aligned(catalog()).columns, row_of(aligned(catalog()), DOING).split("\t"), strict=True)
    )
    assert row["subject_label"] == "扶贫资金项目 / 扶贫项目实施情况公示"
    assert row["subject_content"] == "实施前后情况"
    assert row["subject_basis"] == "《扶贫资金管理办法》"
    assert row["subject_place"] == "表 1 第 4 行，序号 3"
    assert row["object_id"] == "std:poverty-alleviation-2019/implementation"
    assert row["review_status"] == "candidate"
    assert row["comment"]
    assert row["comment_en"]


def test_a_second_run_changes_no_byte() -> None:
    once = aligned(catalog())
    assert write_mappings(aligned(catalog(), once)) == write_mappings(once)


@pytest.mark.parametrize(
    "cells",
    [
        {"review_status": "accepted", "reviewer_label": "张三"},
        {"review_status": "rejected", "predicate_modifier": "Not", "comment": "不是一回事"},
        {"review_status": "接受", "predicate_id": "skos:broadMatch", "confidence": "0.80"},
        {"predicate_id": "skos:narrowMatch"},
        {"comment": "再看看"},
    ],
)
def test_what_a_person_wrote_survives_byte_for_byte(tmp_path: Path, cells: dict[str, str]) -> None:
    file = decided(tmp_path, DOING, **cells)
    before = load_mappings(file)
    assert write_mappings(aligned(catalog(), before)) == file.read_bytes()


def test_a_rejection_without_not_is_completed_once(tmp_path: Path) -> None:
    before = load_mappings(decided(tmp_path, DOING, review_status="rejected"))
    once = aligned(catalog(), before)
    assert row_of(once, DOING).split("\t")[3] == "Not"
    assert lines(aligned(catalog(), once)) == lines(once)


def test_an_accepted_row_is_an_answer(tmp_path: Path) -> None:
    file = decided(tmp_path, DOING, review_status="accepted", predicate_id="skos:broadMatch")
    read = catalog(mappings=[file])
    assert answers(read, "3") == [("implementation", "broadMatch", "accepted")]
    (found,) = read.items[2].answers
    assert found.source == "a.sssom.tsv"


def test_a_rejected_row_takes_the_candidate_away(tmp_path: Path) -> None:
    file = decided(tmp_path, LOANS, review_status="rejected")
    assert answers(catalog(mappings=[file]), "2") == []


def test_a_rejected_row_outranks_even_the_same_name(tmp_path: Path) -> None:
    file = decided(tmp_path, "贫困人口识别", review_status="rejected")
    assert answers(catalog(mappings=[file]), "1") == []


def test_a_related_match_is_accepted_and_answers_nothing(tmp_path: Path) -> None:
    file = decided(tmp_path, DOING, review_status="accepted", predicate_id="skos:relatedMatch")
    assert answers(catalog(mappings=[file]), "3") == [
        ("implementation", "relatedMatch", "accepted")
    ]


CHANGED_BASIS = (*ROWS[:2], (*ROWS[2][:3], "《新办法》"), ROWS[3])
WITHOUT = (*ROWS[:2], ROWS[3])


def test_a_changed_item_opens_the_decision_again(tmp_path: Path) -> None:
    file = decided(tmp_path, DOING, review_status="accepted", reviewer_label="张三")
    before = load_mappings(file)
    after = aligned(catalog(CHANGED_BASIS), before)
    row = dict(zip(after.columns, row_of(after, DOING).split("\t"), strict=True))
    assert row["review_status"] == "reopened"
    assert row["previous_decision"] == "accepted skos:closeMatch"
    assert (row["reviewer_label"], row["subject_basis"]) == ("张三", "《新办法》")
    assert lines(aligned(catalog(CHANGED_BASIS), after)) == lines(after)


def test_a_changed_item_is_a_candidate_until_it_is_decided_again(tmp_path: Path) -> None:
    file = decided(tmp_path, DOING, review_status="accepted")
    read = catalog(CHANGED_BASIS, mappings=[file])
    assert answers(read, "3") == [("implementation", "closeMatch", "candidate")]
    assert read.items[2].answers[0].reason.startswith("条目在核对之后有改动")
    (told,) = (finding for finding in read.findings if finding.code == "mapping-stale")
    assert (told.ref.table, told.ref.row) == (1, 4)
    assert "a.sssom.tsv" in told.message_zh
    reopened = saved(aligned(read, load_mappings(file)), tmp_path, "b.sssom.tsv")
    assert answers(catalog(CHANGED_BASIS, mappings=[reopened]), "3") == [
        ("implementation", "closeMatch", "candidate")
    ]
    edited(reopened, "reopened", "accepted")
    assert answers(catalog(CHANGED_BASIS, mappings=[reopened]), "3") == [
        ("implementation", "closeMatch", "accepted")
    ]


def test_a_rejection_of_a_changed_item_no_longer_hides_the_candidate(tmp_path: Path) -> None:
    file = decided(tmp_path, DOING, review_status="rejected", predicate_modifier="Not")
    assert answers(catalog(mappings=[file]), "3") == []
    assert answers(catalog(CHANGED_BASIS, mappings=[file]), "3") == [
        ("implementation", "closeMatch", "candidate")
    ]
    after = aligned(catalog(CHANGED_BASIS), load_mappings(file))
    row = dict(zip(after.columns, row_of(after, DOING).split("\t"), strict=True))
    assert row["previous_decision"] == "rejected skos:closeMatch"
    assert (row["review_status"], row["predicate_modifier"]) == ("reopened", "Not")


def test_a_decision_on_an_item_that_is_gone_is_kept_and_marked(tmp_path: Path) -> None:
    file = decided(tmp_path, DOING, review_status="accepted", reviewer_label="张三")
    read = catalog(WITHOUT, mappings=[file])
    assert [f.code for f in read.findings if "mapping" in f.code] == ["mapping-unmatched"]
    after = aligned(read, load_mappings(file))
    assert after.rows[-1].status == "vanished"
    assert "accepted skos:closeMatch" in lines(after)[-1]
    assert lines(aligned(catalog(WITHOUT), after)) == lines(after)


def test_a_candidate_for_an_item_that_is_gone_is_dropped() -> None:
    after = aligned(catalog(WITHOUT), aligned(catalog()))
    assert [row.item for row in after.rows] == ["identification", "targeted-loans"]


def test_an_item_that_comes_back_is_to_be_decided_again(tmp_path: Path) -> None:
    file = decided(tmp_path, DOING, review_status="accepted")
    gone = aligned(catalog(WITHOUT), load_mappings(file))
    back = aligned(catalog(), gone)
    assert [(r.item, r.status) for r in back.rows if r.status != "accepted"] == [
        ("targeted-loans", "candidate"),
        ("implementation", "reopened"),
    ]


def test_rows_about_other_catalogs_and_standards_stay(tmp_path: Path) -> None:
    file = saved(aligned(catalog()), tmp_path)
    edited(file, "/undated/item/", "/2019/item/", 2)
    kept = edited(file, f"std:{STANDARD.id}/implementation", "std:fields-26/poverty-alleviation")
    after = aligned(catalog(), kept)
    assert set(lines(kept)) <= set(lines(after))
    assert len(after.rows) == len(kept.rows) + 3


def test_new_candidates_are_added_in_the_order_of_print(tmp_path: Path) -> None:
    before = aligned(catalog(ROWS[2:]))
    after = aligned(catalog(), load_mappings(saved(before, tmp_path)))
    assert [row.item for row in after.rows] == [
        "identification",
        "targeted-loans",
        "implementation",
    ]


def test_a_row_for_an_item_that_the_standard_lacks_names_both_sides(tmp_path: Path) -> None:
    file = saved(aligned(catalog()), tmp_path)
    wrong = edited(file, "/identification", "/identificaton")
    for raising in (
        lambda: align([catalog()], STANDARD, wrong),
        lambda: catalog(mappings=[file]),
    ):
        with pytest.raises(ConfigurationError) as caught:
            raising()
        told = str(caught.value)
        assert "a.sssom.tsv:" in told
        assert "object_id" in told
        assert "poverty-alleviation-2019.yml" in told
        assert "identification" in told


def test_a_row_for_a_standard_that_is_none_is_told(tmp_path: Path) -> None:
    file = saved(aligned(catalog()), tmp_path)
    edited(file, "std:poverty-alleviation-2019/", "std:poverty-2019/", 3)
    with pytest.raises(ConfigurationError, match="poverty-2019"):
        catalog(mappings=[file])


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30
).map(str.strip)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(comment=texts, reviewer=texts)
def test_any_words_of_a_person_come_back_whole(tmp_path: Path, comment: str, reviewer: str) -> None:
    base = aligned(catalog())
    cells = {**base.rows[0].cells, "comment": comment, "reviewer_label": reviewer}
    changed = replace(base, rows=(replace(base.rows[0], cells=cells), *base.rows[1:]))
    back = load_mappings(saved(changed, tmp_path, f"{abs(hash((comment, reviewer)))}.sssom.tsv"))
    assert back.rows[0].text("comment") == comment
    assert back.rows[0].text("reviewer_label") == reviewer
    assert back.rows == changed.rows

"""Which items are the same, which have moved, and what makes two documents doubtful versions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from changes_samples import catalog, item, renumbered

from govdisclose_ld.changes import diff
from govdisclose_ld.changes.matching import match_items
from govdisclose_ld.model import Division, Item, Term


def pairs(old: list[Item], new: list[Item]) -> list[tuple[int, int, str]]:
    return [(p.old, p.new, p.match.ground) for p in match_items(renumbered(old), renumbered(new))]


def test_items_are_known_by_their_printed_words_wherever_they_stand():
    one, two = item("低保", "名单"), item("养老", "补贴")
    elsewhere = item("低保", "名单", under=("乙类",))

    assert pairs([one, two], [two, elsewhere]) == [(1, 0, "words"), (0, 1, "words")]


def test_words_that_are_repeated_are_told_apart_by_their_matters():
    here, there = (item("指南", "流程", under=(group,)) for group in ("低保", "养老"))

    assert pairs([here, there], [there, here]) == [(1, 0, "words"), (0, 1, "words")]
    assert pairs([here, here], [here]) == [(0, 0, "words")]


def test_an_item_with_other_contents_is_known_by_its_name():
    assert pairs([item("低保", "名单")], [item("低保", "完全不同的说法")]) == [(0, 0, "name")]


def test_a_path_that_several_items_share_is_no_name():
    under = [item("政策", words) for words in ("甲乙丙丁", "子丑寅卯")]

    assert pairs(under, [item("政策", "春夏秋冬天地玄黄"), under[0]]) == [(0, 1, "words")]


def test_a_likely_pair_says_how_likely_it_is():
    [match] = match_items(
        [item("贫困人口识别", "识别标准、识别程序、识别结果")],
        [item("贫困户识别", "识别标准、识别程序和结果", under=("甲 类",))],
    )

    assert match.match.ground == "likeness"
    assert 0.8 < match.match.confidence < 0.95


def test_two_candidates_that_are_equally_likely_are_not_guessed_between():
    old = [item("低保名单公示", "名单")]
    new = [item("低保名单公示一", "名单"), item("低保名单公示二", "名单")]

    assert pairs(old, new) == []
    assert pairs(old, new[:1]) == [(0, 0, "likeness")]


def test_a_candidate_that_another_item_takes_is_no_rival():
    old = [item("低保名单公示", "名单"), item("低保名单公示办法", "名单和办法")]
    new = [item("低保名单的公示", "名单"), item("低保名单公示办法和流程", "名单和办法")]

    assert pairs(old, new) == [(0, 0, "likeness"), (1, 1, "likeness")]


def test_unlike_items_are_removed_and_added_in_their_places():
    a, b, c, d = (item(name, name) for name in ("低保", "医疗救助", "财政预算", "环境影响"))
    changes = diff(catalog(*renumbered([a, b, c])), catalog(*renumbered([a, d, c])))

    assert [
        (x.old and x.old.matters[-1].label, x.new and x.new.matters[-1].label)
        for x in changes.items
    ] == [
        ("医疗救助", None),
        (None, "环境影响"),
    ]
    assert not changes.is_empty


def test_one_item_that_was_put_first_is_the_one_that_moved():
    old = renumbered([item(name, name) for name in ("低保", "养老", "医疗", "教育")])
    new = [old[3], *old[:3]]
    [moved] = diff(catalog(*old), catalog(*new)).items

    assert moved.new is old[3]
    assert moved.move is not None
    assert (moved.move.old_position, moved.move.new_position) == (4, 1)
    assert moved.move.reordered
    assert not moved.move.replaced


def test_the_same_item_is_called_moved_whichever_version_comes_first():
    here, there = (item("低保", "名单", under=(group,)) for group in ("甲类", "乙类"))
    one, other = catalog(*renumbered([here, there])), catalog(*renumbered([there, here]))
    [forth], [back] = diff(one, other).items, diff(other, one).items

    assert forth.new is not None
    assert back.old is not None
    assert forth.new.matters[0].label == back.old.matters[0].label


def test_items_that_follow_an_insertion_have_not_moved():
    old = renumbered([item(name, name) for name in ("低保", "养老")])
    new = [item("环境影响评价", "报告书"), *old]

    assert [change.move for change in diff(catalog(*old), catalog(*new)).items] == [None]


def test_an_item_under_another_matter_has_moved_there():
    stay, go = item("低保", "名单"), item("养老", "补贴")
    gone = item("养老", "补贴", under=("乙类",))
    changes = diff(catalog(stay, go), catalog(stay, gone))
    [moved] = changes.items

    assert moved.move is not None
    assert (moved.move.old_place, moved.move.new_place) == (("甲类",), ("乙类",))
    assert not moved.move.reordered
    assert changes.matters == ()


def test_a_matter_with_another_name_moves_none_of_its_items():
    old = renumbered([item(name, name) for name in ("低保", "养老", "医疗")])
    new = renumbered([item(name, name, under=("社会救助",)) for name in ("低保", "养老", "医疗")])
    changes = diff(catalog(*old), catalog(*new))
    [renamed] = changes.matters

    assert (renamed.old, renamed.new, renamed.items) == (("甲类",), ("社会救助",), 3)
    assert [change.move for change in changes.items] == [None] * 3
    assert all(change.minor for change in changes.items)
    assert not changes.is_empty


@pytest.mark.parametrize(
    ("facts", "doubt"),
    [
        ({"division": Division("520402", "西秀区")}, "different divisions"),
        ({"field": Term("field", "health", "医疗卫生")}, "different fields"),
        ({"status": "synthetic"}, "synthetic"),
        ({"items": (item("税收", "征管"),)}, "hardly an item in common"),
    ],
)
def test_two_catalogs_that_are_hardly_versions_are_doubted(facts, doubt):
    known = {
        "division": Division("410324", "栾川县"),
        "field": Term("field", "poverty-alleviation", "扶贫"),
    }
    one = catalog(item("低保", "名单"), **known)
    [told] = diff(one, replace(one, **facts)).doubts

    assert doubt in told.en
    assert told.zh


def test_so_many_items_that_likeness_would_take_forever_are_left_unpaired():
    def many(sign: str) -> list[Item]:
        return renumbered([item(f"{sign}{n}号", f"{sign}{n}") for n in range(320)])

    changes = diff(catalog(*many("甲")), catalog(*many("乙")))

    assert any("paired by likeness" in doubt.en for doubt in changes.doubts)
    assert len(changes.items) == 640

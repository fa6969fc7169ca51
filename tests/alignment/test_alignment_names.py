"""Which items answer a standard: by name, never by content, never by an inferred label."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.alignment import answer
from govdisclose_ld.model import (
    Answer,
    Catalog,
    CellRef,
    Correction,
    Document,
    Inference,
    Item,
    Matter,
    Phrase,
    Term,
    Text,
)
from govdisclose_ld.standards import (
    Standard,
    StandardItem,
    StandardMatter,
    load_standard,
    normalise,
)

HERE = CellRef("list.txt", 1, 3, 2)
GUESS = Inference(0.9, "推断", "inferred", HERE)
SETTLED = Correction("level2", "1", "贫困人口识", "贫困人口识别", "甲", "2021-01-01", "核对", "f")
STANDARD = load_standard("poverty-alleviation-2019")
SAME = "名称同为“贫困人口识别”"
NAMES = [item.label.zh for item in STANDARD.items]


def item(*matters: Matter, content: str = "") -> Item:
    return Item(key="a", source=HERE, matters=matters, content=Text(content))


def catalog(*items: Item, field: str = "poverty-alleviation") -> Catalog:
    term = Term("field", field, field) if field else None
    document = Document("list.txt", "text/plain", "00", 1, ())
    return Catalog("目录", document, "s", "v", field=term, items=items)


def answers(*matters: Matter, content: str = "") -> list[tuple[str, str]]:
    (found,) = answer(catalog(item(*matters, content=content))).items
    return [(each.item, each.reason) for each in found.answers if each.status == "accepted"]


TOP = Matter(1, "扶贫对象", HERE)


def test_exact_name() -> None:
    assert answers(TOP, Matter(2, "贫困人口识别", HERE)) == [("identification", SAME)]


def test_normalised_name() -> None:
    printed = Matter(2, "《贫困 人口\n识别》", HERE)
    assert answers(TOP, printed) == [
        ("identification", "名称“《贫困 人口\n识别》”与“贫困人口识别”只有空白、括号或全半角的差别")
    ]


def test_corrected_label_counts_and_inferred_label_does_not() -> None:
    assert answers(Matter(2, "贫困人口识别", HERE, correction=SETTLED))
    assert answers(Matter(2, "贫困人口识别", HERE, GUESS)) == []


def test_parent_may_be_inferred() -> None:
    assert answers(replace(TOP, inference=GUESS), Matter(2, "贫困人口识别", HERE))


def test_content_is_no_name() -> None:
    assert answers(TOP, content="贫困人口识别") == []


def test_similar_name_is_no_answer() -> None:
    assert answers(TOP, Matter(2, "贫困人口识别情况", HERE)) == []


def test_first_level_heading_is_no_answer_where_there_is_a_second_level() -> None:
    heading = item(Matter(1, "年度计划", HERE))
    other = item(TOP, Matter(2, "其他", HERE))
    assert [found.answers for found in answer(catalog(heading, other)).items] == [(), ()]


def test_first_level_is_the_name_where_there_is_no_other() -> None:
    assert answers(Matter(1, "监督举报", HERE)) == [("complaints", "名称同为“监督举报”")]


def test_item_under_a_third_level_answers_what_it_stands_under() -> None:
    path = (TOP, Matter(2, "贫困人口识别", HERE), Matter(3, "识别程序", HERE))
    assert answers(*path) == [("identification", SAME)]


def test_deepest_name_decides() -> None:
    path = (TOP, Matter(2, "贫困人口识别", HERE), Matter(3, "贫困人口退出", HERE))
    assert answers(*path) == [("exit", "名称同为“贫困人口退出”")]


def test_standard_of_another_field_does_not_apply() -> None:
    named = item(Matter(1, "监督举报", HERE))
    for field in ("employment", ""):
        assert answer(catalog(named, field=field)).items == (named,)


def test_accepted_answers_are_kept() -> None:
    mapped = Answer(STANDARD.id, "complaints", "mapping")
    named = replace(item(Matter(1, "监督举报", HERE)), answers=(mapped,))
    other = replace(named, answers=(replace(mapped, item="exit"),))
    first, second = answer(catalog(named, other)).items
    assert first.answers == (mapped,)
    assert [each.item for each in second.answers] == ["exit", "complaints"]


def standard_with_one_name_twice() -> Standard:
    def matter(name: str) -> StandardMatter:
        item = StandardItem(f"{name}-law", Phrase("法律", "law"))
        return StandardMatter(name, Phrase(name, name), (item,))

    return Standard("twice", Phrase("标准", "x"), "employment", (matter("甲"), matter("乙")))


def test_name_that_stands_twice_needs_its_parent() -> None:
    law = Matter(2, "法律", HERE)
    told = item(Matter(1, "乙", HERE), law)
    untold = item(law)
    result = answer(catalog(told, untold, field="employment"), [standard_with_one_name_twice()])
    accepted = [[a.item for a in i.answers if a.status == "accepted"] for i in result.items]
    assert accepted == [["乙-law"], []]


labels = st.one_of(st.sampled_from(NAMES), st.text(max_size=8))
paths = st.lists(st.tuples(labels, st.booleans()), max_size=3).map(
    lambda drawn: tuple(
        Matter(level, label, HERE, GUESS if guessed else None)
        for level, (label, guessed) in enumerate(drawn, start=1)
    )
)


@given(st.lists(paths, max_size=5))
def test_answering_twice_changes_nothing_more(drawn: list[tuple[Matter, ...]]) -> None:
    once = answer(catalog(*(item(*path) for path in drawn)))
    assert answer(once) == once


@given(st.lists(paths, max_size=5))
def test_every_answer_has_a_printed_label_of_its_name(drawn: list[tuple[Matter, ...]]) -> None:
    names = {each.id: each.label.zh for each in STANDARD.items}
    for found in answer(catalog(*(item(*path) for path in drawn))).items:
        printed = {normalise(m.label) for m in found.matters if m.inference is None}
        accepted = [each for each in found.answers if each.status == "accepted"]
        assert {normalise(names[each.item]) for each in accepted} <= printed


@given(st.text())
def test_normalising_twice_changes_nothing_more(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)


@given(
    st.sampled_from(NAMES), st.sampled_from(list(" \t\n　（）()《》〔〕【】[]")), st.integers(0, 20)
)
def test_blanks_and_brackets_do_not_change_a_name(name: str, char: str, at: int) -> None:
    assert normalise(name[:at] + char + name[at:]) == normalise(name)

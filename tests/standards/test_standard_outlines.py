"""Matters nested to any depth, what they ask of what is under them, and what is refused."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards import (
    Standard,
    code_label,
    list_standards,
    load_standard,
    refuse_shared_ids,
    requirable,
)

HEAD = """\
id: mine
title: {zh: 我的标准, en: my standard}
"""


def read(folder: Path, text: str, name: str = "mine") -> Standard:
    file = folder / f"{name}.yml"
    file.write_text(HEAD.replace("mine", name) + dedent(text), encoding="utf-8")
    return load_standard(file)


def refusal(folder: Path, text: str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        read(folder, text)
    return caught.value


NESTED = """
    matters:
      - id: a
        label: {zh: 甲, en: a}
        matters:
          - id: b
            label: {zh: 乙, en: b}
            items: [{id: x, label: {zh: 某, en: x}}]
    """
FLAT = """
    matters:
      - {id: b, broader: a, label: {zh: 乙, en: b}}
      - {id: a, label: {zh: 甲, en: a}}
    items:
      - {id: x, broader: b, label: {zh: 某, en: x}}
    """


@pytest.mark.parametrize("text", [NESTED, FLAT], ids=["nested", "broader"])
def test_matters_stand_under_matters_however_it_is_written(text: str, tmp_path: Path) -> None:
    standard = read(tmp_path, text)
    assert [(matter.id, item.id) for matter, item in standard.places()] == [("b", "x")]
    assert [matter.id for matter in standard.path("x")] == ["a", "b"]
    assert [matter.id for matter in standard.all_matters()] == ["a", "b"]


def test_an_item_may_stand_under_no_matter(tmp_path: Path) -> None:
    standard = read(tmp_path, "items: [{id: x, label: {zh: 某, en: x}}]")
    ((matter, item),) = standard.places()
    assert (matter.id, matter.assumed, item.id) == ("", True, "x")
    assert standard.path("x") == ()


def test_a_standard_may_have_no_items_and_no_field(tmp_path: Path) -> None:
    standard = read(tmp_path, "required: [basis]")
    assert (standard.items, standard.field, standard.exhaustive) == ((), "", False)


def test_what_a_matter_asks_for_holds_for_all_under_it(tmp_path: Path) -> None:
    standard = read(
        tmp_path,
        """
        requires:
          time_limit: {trigger: formed, amount: 20, unit: working-day, article: 第一条}
          mode: {all: [proactive], article: 第二条}
        matters:
          - id: a
            label: {zh: 甲, en: a}
            requires: {channels: {all: [website], article: 第三条}}
            matters:
              - id: b
                label: {zh: 乙, en: b}
                items:
                  - {id: x, label: {zh: 某, en: x}}
                  - {id: y, label: {zh: 另, en: y}, requires: {channels: [gazette]}}
        """,
    )
    x, y = map(standard.required_of, standard.items)
    assert (x.channels, x.article("channels")) == (("website",), "第三条")
    assert (y.channels, y.article("channels")) == (("gazette",), "")
    assert x.article("time_limit") == y.article("time_limit") == "第一条"
    general = standard.required_of(None)
    assert (general.channels, general.mode) == ((), ("proactive",))


def test_an_item_of_a_field_bears_its_name(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "items: [{id: taxes, field: taxation}]").items
    assert item.label == Phrase("税收管理", "taxation")


def test_what_an_item_rests_on_is_read_as_a_catalog_cites_it(tmp_path: Path) -> None:
    text = "items: [{id: x, label: {zh: 某, en: x}, bases: [《信息公开条例》（国令第711号）]}]"
    (item,) = read(tmp_path, text).items
    assert [law.key for law in item.bases] == ["government-information-regulation"]


def test_a_circle_names_both_ends(tmp_path: Path) -> None:
    error = refusal(
        tmp_path,
        """
        matters:
          - {id: a, broader: b, label: {zh: 甲, en: a}}
          - {id: b, broader: c, label: {zh: 乙, en: b}}
          - {id: c, broader: a, label: {zh: 丙, en: c}}
        items: [{id: x, broader: a, label: {zh: 某, en: x}}]
        """,
    )
    assert error.where == f"{tmp_path / 'mine.yml'}:7: matters[2].broader"
    assert "a → b → c → a" in error.en
    assert "matters[0]（第 5 行 line 5）" in error.en


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("matters: [{id: a, broader: a, label: {zh: 甲, en: a}}]", "matters[0].broader", "a → a"),
        ("matters: [{id: a, broader: z, label: {zh: 甲, en: a}}]", "matters[0].broader", "not one"),
        ("matters: [{id: a, label: {zh: 甲, en: a}}]", "matters[0]", "nothing under it"),
        ("matters: [{id: A b, label: {zh: 甲, en: a}}]", "matters[0].id", "an id of a-z"),
        ("items: [{id: x}]", "items[0]", "missing: label"),
        ("items: [{id: time-limit, label: {zh: 某, en: x}}]", "items[0].id", "is reserved"),
        ("items: [{id: x, field: fish}]", "items[0].field", "is not one of"),
        (
            "items: [{id: x, label: {zh: 某, en: x}, bases: [相关规定]}]",
            "items[0].bases[0]",
            "expected one law",
        ),
        ("requires: {}", "requires", "one requirement at least"),
        ("requires: {mode: {article: 第一条}}", "requires.mode", "all, least or only"),
        ("requires: {channels: [website, website]}", "requires.channels[1]", "stands twice"),
        ("requires: {channels: [other]}", "requires.channels[0]", "is not one of"),
        ("requires: {audience: [specific]}", "requires.audience[0]", "is not one of"),
        ("requires: {mode: [on-request]}", "requires.mode[0]", "is not one of"),
        (
            "requires: {channels: {all: [website], only: [gazette]}}",
            "requires.channels.all",
            "that `only` lacks",
        ),
    ],
)
def test_a_wrong_outline_or_requirement_is_told(
    text: str, place: str, words: str, tmp_path: Path
) -> None:
    error = refusal(tmp_path, text)
    assert error.where == f"{tmp_path / 'mine.yml'}:3: {place}"
    assert words in error.en


def test_an_item_stands_in_one_place(tmp_path: Path) -> None:
    item = "{id: x, broader: b, label: {zh: 某, en: x}}"
    text = f"matters: [{{id: a, label: {{zh: 甲, en: a}}, items: [{item}]}}]"
    assert "takes no broader" in refusal(tmp_path, text).en


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("required: [basis]\nrequired: [level]", 4, "stands twice (first in line 3)"),
        ("x: " + "[" * 70 + "]" * 70, 3, "nested too deeply"),
        ("x: &a [*a]", 3, "nested too deeply"),
        ("required: [basis", 3, "not valid YAML"),
    ],
)
def test_what_is_no_plain_yaml_is_told_with_its_line(
    text: str, line: int, words: str, tmp_path: Path
) -> None:
    error = refusal(tmp_path, text)
    assert error.where == f"{tmp_path / 'mine.yml'}:{line}"
    assert words in error.en


def test_aliases_that_unfold_without_end_are_refused(tmp_path: Path) -> None:
    rows = ["x0: &x0 [a, b, c]"]
    rows += [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert "values" in refusal(tmp_path, "\n".join(rows)).en


@pytest.mark.parametrize("value", ["2019-13-01", "9" * 5000, "[" * 5000])
def test_what_yaml_itself_chokes_on_is_an_error_of_ours(value: str, tmp_path: Path) -> None:
    assert str(tmp_path / "mine.yml") in refusal(tmp_path, f"note: {value}").where


def test_a_file_with_the_id_of_a_shipped_standard_names_both(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, "required: [basis]", name="template")
    assert str(tmp_path / "template.yml") in caught.value.en
    assert str(Path("data/standards/template.yml")) in caught.value.en


def test_a_shipped_standard_may_be_given_by_its_path() -> None:
    shipped = load_standard("template")
    assert load_standard(shipped.file) == shipped


def test_two_files_with_one_id_are_told(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    one = read(tmp_path, "required: [basis]")
    other = read(tmp_path / "other", "required: [level]")
    refuse_shared_ids([one, load_standard("template"), one])
    with pytest.raises(ConfigurationError) as caught:
        refuse_shared_ids([one, other])
    assert one.file in caught.value.en
    assert other.file in caught.value.en


def test_the_template_has_the_channels_and_fields_of_the_form() -> None:
    standard = load_standard("template")
    assert len(standard.required) == 8
    assert len(standard.requirements.allowed_channels) == 13
    assert set(standard.requirements.allowed_channels) == set(requirable("channels")) & set(
        standard.requirements.allowed_channels
    ) | {"other"}


def test_the_26_fields_are_items_by_name() -> None:
    standard = load_standard("fields-26")
    assert len(standard.items) == 26
    assert all(item.label == code_label("field", item.field) for item in standard.items)


def test_the_regulation_has_its_classes_and_rules() -> None:
    standard = load_standard("regulation-711")
    under = {matter.id: len(matter.items) for matter in standard.all_matters()}
    assert under == {
        "article-20": 15,
        "article-21": 0,
        "county-additions": 7,
        "township-additions": 8,
    }
    asked = standard.required_of(None)
    assert asked.articles == (
        ("time_limit", "第二十六条"),
        ("least_channels", "第二十三条"),
        ("allowed_modes", "第十三条"),
    )
    assert all(standard.required_of(item).mode == ("proactive",) for item in standard.items)


def test_general_standards_claim_nothing_of_a_single_catalog() -> None:
    general = [standard for standard in list_standards() if not standard.field]
    assert [standard.id for standard in general] == ["fields-26", "regulation-711", "template"]
    assert not any(standard.exhaustive for standard in general)
    assert all(standard.shared for standard in general if standard.items)

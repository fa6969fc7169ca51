"""Standards read from files: what they hold, and what is said of a wrong one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import TimeRule
from govdisclose_ld.standards import list_standards, load_standard

RIGHT: dict[str, object] = {
    "id": "mine",
    "title": {"zh": "我的标准", "en": "my standard"},
    "field": "employment",
    "matters": [
        {
            "id": "policies",
            "label": {"zh": "政策", "en": "policies"},
            "items": [{"id": "law", "label": {"zh": "法规", "en": "law"}}],
        }
    ],
}


def write(folder: Path, **changes: object) -> Path:
    file = folder / "mine.yml"
    content = {**RIGHT, **changes}
    kept = {key: value for key, value in content.items() if value is not None}
    file.write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    return file


def test_poverty_alleviation_standard() -> None:
    standard = load_standard("poverty-alleviation-2019")
    assert (standard.field, standard.identifier) == (
        "poverty-alleviation",
        "国开办司函〔2019〕102号",
    )
    assert [(m.label.zh, len(m.items), m.assumed) for m in standard.matters] == [
        ("政策文件", 3, False),
        ("扶贫对象", 2, False),
        ("扶贫资金项目", 6, True),
        ("监督管理", 1, False),
    ]
    assert standard.items[3].label.zh == "贫困人口识别"
    assert len(standard.required) == 8
    assert standard.defaults.time_limit == TimeRule("limit", "formed-or-changed", 20, "working-day")
    assert standard.defaults.retention == (("county", "permanent"),)
    assert standard.defaults.display == (
        TimeRule("display", amount=10, unit="day", scope=("township",)),
        TimeRule("display", amount=10, unit="day", scope=("village",)),
    )


def test_shipped_standards_are_listed_by_id() -> None:
    ids = [standard.id for standard in list_standards()]
    assert ids == sorted(ids)
    assert "poverty-alleviation-2019" in ids


def test_file_of_ones_own(tmp_path: Path) -> None:
    standard = load_standard(write(tmp_path))
    assert [(matter.id, item.id) for matter, item in standard.places()] == [("policies", "law")]
    assert standard == load_standard(str(tmp_path / "mine.yml"))


def test_unknown_standard_is_told_with_the_nearest() -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_standard("poverty-aleviation")
    assert caught.value.remedy_en == "did you mean poverty-alleviation-2019?"


def test_nothing_near(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"path of a standard's YAML file"):
        load_standard("zzz")


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.yml"):
        load_standard(tmp_path / "none.yml")


def test_two_items_with_one_id_are_both_named(tmp_path: Path) -> None:
    label = {"zh": "甲", "en": "a"}
    twice = [
        {"id": "one", "label": label, "items": [{"id": "same", "label": label}]},
        {
            "id": "two",
            "label": label,
            "items": [{"id": "x", "label": label}, {"id": "same", "label": label}],
        },
    ]
    with pytest.raises(ConfigurationError) as caught:
        load_standard(write(tmp_path, matters=twice))
    assert "matters[0].items[0]" in caught.value.en
    assert "matters[1].items[1]" in caught.value.where
    assert "same" in caught.value.zh


def test_item_with_the_id_of_a_matter_is_refused(tmp_path: Path) -> None:
    label = {"zh": "甲", "en": "a"}
    same = [{"id": "one", "label": label, "items": [{"id": "one", "label": label}]}]
    with pytest.raises(ConfigurationError) as caught:
        load_standard(write(tmp_path, matters=same))
    assert "matters[0].items[0]" in caught.value.where
    assert "matters[0]（" in caught.value.en


LIMIT = {"trigger": "formed-or-changed", "amount": 20, "unit": "working-day"}


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"title": None}, "", "missing: title"),
        ({"titel": "x"}, "titel", "unknown key titel"),
        ({"id": "other"}, "id", "name of the file: mine"),
        ({"title": {"zh": "标准"}}, "title", "missing: en"),
        ({"title": {"zh": " ", "en": "x"}}, "title.zh", "expected some text"),
        ({"title": "标准"}, "title", "expected a mapping"),
        ({"field": "emploiment"}, "field", "is not one of"),
        ({"matters": []}, "matters", "a list with something in it"),
        ({"matters": [{"id": "a"}]}, "matters[0]", "missing: label"),
        ({"required": ["content", "colour"]}, "required[1]", "is not one of"),
        (
            {"defaults": {"time_limit": {**LIMIT, "amount": 0}}},
            "defaults.time_limit.amount",
            "above 0",
        ),
        (
            {"defaults": {"time_limit": {**LIMIT, "amount": True}}},
            "defaults.time_limit.amount",
            "above 0",
        ),
        (
            {"defaults": {"time_limit": {**LIMIT, "unit": "moon"}}},
            "defaults.time_limit.unit",
            "is not one of",
        ),
        (
            {"defaults": {"retention": {"planet": "permanent"}}},
            "defaults.retention.planet",
            "unknown key planet",
        ),
        (
            {"defaults": {"retention": {"county": "ever"}}},
            "defaults.retention.county",
            "is not one of",
        ),
        (
            {"defaults": {"display": {"county": {"amount": 10}}}},
            "defaults.display.county",
            "missing: unit",
        ),
    ],
)
def test_wrong_file_is_told_with_its_field(
    changes: dict[str, object], field: str, words: str, tmp_path: Path
) -> None:
    file = write(tmp_path, **changes)
    with pytest.raises(ConfigurationError) as caught:
        load_standard(file)
    assert re.fullmatch(
        rf"{re.escape(str(file))}:\d+{re.escape(f': {field}' if field else '')}", caught.value.where
    )
    assert words in caught.value.en


def test_assumed_is_true_or_false(tmp_path: Path) -> None:
    label = {"zh": "甲", "en": "a"}
    item = {"id": "x", "label": label}
    matters = [{"id": "one", "label": label, "assumed": "maybe", "items": [item]}]
    with pytest.raises(ConfigurationError, match=r"matters\[0\]\.assumed"):
        load_standard(write(tmp_path, matters=matters))


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.yml"
    file.write_text("id: mine\ntitle: {zh: [", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"mine\.yml:2"):
        load_standard(file)

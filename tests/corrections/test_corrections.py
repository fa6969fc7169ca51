"""Corrections files: applied while the source still prints what they were written for."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from govdisclose_ld import assets
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret import load_corrections
from govdisclose_ld.model import Catalog, Item, State

SOURCE = "data/catalogs/luanchuan-fupin-notice-2020-51.txt"
CATALOG = "410324/poverty-alleviation/2020-12-14"
SIGNED = {"who": "县政务公开办", "when": "2021-01-05", "why": "对照纸质原件"}

Entry = dict[str, object]


def entry(item: str, field: str, *, printed: str = "", read: str = "", right: str) -> Entry:
    return {"item": item, "field": field, "printed": printed, "read": read, "right": right}


def written(folder: Path, *entries: Entry, catalog: str = CATALOG, name: str = "a.yml") -> Path:
    file = folder / name
    body = {"catalog": catalog, "corrections": [{**SIGNED, **one} for one in entries]}
    text = yaml.safe_dump(body, allow_unicode=True).replace("'2021-01-05'", "2021-01-05")
    file.write_text(text, encoding="utf-8")
    return file


def corrected(*files: Path) -> Catalog:
    return read_catalog(assets.path(SOURCE), corrections=files)[0]


def item(catalog: Catalog, ordinal: str) -> Item:
    return next(one for one in catalog.items if one.ordinal == ordinal)


def codes(catalog: Catalog, ordinal: str) -> list[str]:
    return [finding.code for finding in catalog.findings_of(item(catalog, ordinal))]


def test_an_inferred_matter_is_settled_and_keeps_its_provenance(tmp_path: Path) -> None:
    one = entry("9", "level1", read="监督管理", right="扶贫资金项目")
    catalog = corrected(written(tmp_path, one))
    matter = item(catalog, "9").matters[0]
    assert (matter.level, matter.label, matter.inference) == (1, "扶贫资金项目", None)
    assert matter.correction is not None
    provenance = (matter.correction.read, matter.correction.who, matter.correction.when)
    assert provenance == ("监督管理", "县政务公开办", "2021-01-05")
    assert (matter.correction.why, matter.correction.file) == ("对照纸质原件", "a.yml")
    assert catalog.corrections == (matter.correction,)
    assert "level1-uncertain" not in codes(catalog, "9")
    assert "level1-uncertain" in codes(catalog, "2")


def test_an_unknown_answer_is_settled(tmp_path: Path) -> None:
    one = entry("1", "mode", printed="主动 依申请", right="主动公开")
    catalog = corrected(written(tmp_path, one))
    mode = item(catalog, "1").mode
    assert (mode.state, [term.id for term in mode.selected]) == (State.READ, ["proactive"])
    assert [term.id for term in mode.offered] == ["proactive", "on-request"]
    fields = [f.column for f in catalog.findings_of(item(catalog, "1")) if f.code == "mark-unknown"]
    assert fields == ["公开对象", "依申请公开"]


def test_a_printed_level_and_an_agency(tmp_path: Path) -> None:
    level = entry("1", "disclosure_level", printed="县级 乡、村级", right="县级、乡级")
    agency = entry("1", "agency", right="栾川县扶贫开发办公室")
    one = item(corrected(written(tmp_path, level, agency)), "1")
    assert [term.id for term in one.level.selected] == ["county", "township"]
    assert [(a.label, a.kind) for a in one.agencies] == [("栾川县扶贫开发办公室", "named")]
    assert one.agency.text == ""


def test_a_corrected_time_limit_is_not_overridden_by_the_default(tmp_path: Path) -> None:
    one = entry("1", "time_limit", right="信息形成之日起7个工作日内")
    catalog = corrected(written(tmp_path, one))
    limit = item(catalog, "1").time_limit
    assert (limit.text, limit.inherited, limit.rules[0].amount) == ("", False, 7)
    assert "time-limit-inherited" not in codes(catalog, "1")
    assert item(catalog, "2").time_limit.inherited


def test_a_correction_is_stale_once_the_source_prints_something_else(tmp_path: Path) -> None:
    one = entry("10", "level1", printed="监督管埋", right="监督检查")
    catalog = corrected(written(tmp_path, one))
    assert item(catalog, "10").matters[0].label == "监督管理"
    assert catalog.corrections == ()
    [stale] = [f for f in catalog.findings if f.code == "correction-stale"]
    assert (stale.ref.table, stale.ref.row) == (4, 4)
    assert "监督管埋" in stale.message_zh
    assert "a.yml" in stale.message_zh


def test_spaces_do_not_make_a_correction_stale(tmp_path: Path) -> None:
    one = entry("1", "mode", printed="主动依申请", right="主动公开")
    assert len(corrected(written(tmp_path, one)).corrections) == 1


def test_a_correction_for_no_item_is_reported(tmp_path: Path) -> None:
    catalog = corrected(written(tmp_path, entry("99", "level1", right="甲")))
    [unmatched] = [f for f in catalog.findings if f.code == "correction-unmatched"]
    assert "99" in unmatched.message_zh
    assert catalog.corrections == ()


def test_files_for_other_catalogs_are_left_alone(tmp_path: Path) -> None:
    other = written(tmp_path, entry("99", "level1", right="甲"), catalog="520402/x/undated")
    assert corrected(other) == corrected()


def test_several_files_apply_in_their_order(tmp_path: Path) -> None:
    first = written(tmp_path, entry("9", "level1", right="甲"), name="1.yml")
    second = written(tmp_path, entry("1", "mode", printed="主动依申请", right="主动"), name="2.yml")
    assert [c.file for c in corrected(first, second).corrections] == ["1.yml", "2.yml"]


@pytest.mark.parametrize("missing", ["item", "field", "printed", "read", "right", "who", "why"])
def test_a_missing_value_is_named(tmp_path: Path, missing: str) -> None:
    one = {**SIGNED, **entry("9", "level1", right="甲"), missing: None}
    with pytest.raises(ConfigurationError) as error:
        load_corrections(written(tmp_path, one))
    assert str(tmp_path / "a.yml") in str(error.value)
    assert f"corrections[1].{missing}" in str(error.value)


@pytest.mark.parametrize(
    ("field", "right", "place"),
    [
        ("level7", "甲", "corrections[1].field"),
        ("content", "甲", "corrections[1].field"),
        ("mode", "也许公开", "corrections[1].right"),
        ("channels", "政府网站、不知名渠道", "corrections[1].right"),
        ("time_limit", "尽快", "corrections[1].right"),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, field: str, right: str, place: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        load_corrections(written(tmp_path, entry("1", field, right=right)))
    assert place in str(error.value)


def test_a_date_that_is_none_is_named(tmp_path: Path) -> None:
    one = {**entry("9", "level1", right="甲"), "when": "去年"}
    with pytest.raises(ConfigurationError, match=r"corrections\[1\]\.when"):
        load_corrections(written(tmp_path, one))


@pytest.mark.parametrize("text", ["", "[]", "catalog: x", "corrections: []", "catalog: 1\na: ["])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"a\.yml"):
        load_corrections(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.yml"):
        load_corrections(tmp_path / "none.yml")

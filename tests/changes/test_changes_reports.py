"""Changes as text, JSON, a page and activities: whole, escaped, and the same every time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from changes_samples import TV, WEB, catalog, item, limit, read, renumbered, unknown
from pyld import jsonld

from govdisclose_ld.changes import (
    Changes,
    changes_page,
    changes_record,
    changes_text,
    diff,
    to_activities,
)
from govdisclose_ld.changes.repeated import repeated
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.synthetic import synthetic_notice
from govdisclose_ld.model import Catalog, Division
from govdisclose_ld.rdf import to_graph

HERE = Path(__file__).parent
AS = "https://www.w3.org/ns/activitystreams#"
BASE = "https://data.example.gov.cn/"


@pytest.fixture(scope="module")
def changes() -> Changes:
    """One of everything: added, removed, moved, renamed, settled, likely, of form alone."""
    stay = item("政策文件", "文件、文号")
    gone = item("公示栏", "地点")
    moved = item("资金分配", "分配结果")
    likely = item("贫困人口识别", "识别标准、识别程序、识别结果", under=("扶贫对象",))
    other = item("贫困人口退出", "退出计划", under=("扶贫对象",))
    old = renumbered([stay, gone, moved, likely, other])
    new = renumbered(
        [
            replace(moved, time_limit=limit("20个工作日内", 20)),
            replace(stay, channels=read(WEB, TV)),
            item("<b>新增</b>", "甲 & 乙"),
            item("贫困户识别", "识别标准、识别程序和结果", under=("帮扶对象",)),
            replace(item("贫困人口退出", "退出计划", under=("帮扶对象",)), channels=read()),
        ]
    )
    old[0] = replace(old[0], channels=unknown())
    old[2] = replace(old[2], time_limit=limit("及时"))
    old[4] = replace(old[4], channels=read(WEB))
    facts = {"division": Division("410324", "栾川县"), "publisher": "栾川县扶贫办"}
    return diff(
        catalog(*old, **facts, issued="2020-01-31", version="2020-01-31"),
        catalog(*new, **facts, issued="2021-01-31", version="2021-01-31"),
    )


def test_the_text_is_this(changes):
    assert changes_text(changes) == (HERE / "changes.txt").read_text(encoding="utf-8")


def test_the_json_is_this(changes):
    whole = json.dumps(changes_record(changes), ensure_ascii=False, indent=2) + "\n"

    assert whole == (HERE / "changes.json").read_text(encoding="utf-8")


def test_the_activities_are_these(changes):
    whole = json.dumps(to_activities(changes, base=BASE), ensure_ascii=False, indent=2) + "\n"

    assert whole == (HERE / "changes.activities.json").read_text(encoding="utf-8")


def test_the_page_holds_every_change_and_nothing_unescaped(changes):
    page = changes_page(changes)
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own page
    text = "".join(root.itertext())

    assert "<b>新增</b>" in text
    assert "甲 & 乙" in text
    assert len(root.findall(".//article")) == len(changes.items)
    assert "可能是同一事项（把握 " in text
    assert "“扶贫对象”改名为“帮扶对象”（2 项）" in text
    assert "看不出勾选" in text
    assert not re.search(r"https?://|src=|<script|url\(|javascript:", page)
    assert {"del", "ins"} <= {node.tag for node in root.iter()}


def test_a_terminal_is_told_nothing_that_it_would_obey():
    old = catalog(item("低保", "名单"))
    new = catalog(item("低保", "\x1b[2J名\x07单\x9b"), title="甲\x1b]0;县")

    text = changes_text(diff(old, new))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert "\ufffd[2J" in text


def test_a_change_that_many_items_share_is_told_once_with_their_number():
    def version(amount: int, last: int) -> Catalog:
        limits = [limit(f"{n}个工作日内", n) for n in (amount, amount, amount, last)]
        limits[1] = replace(limits[1], text=f"{amount} 个工作日内")
        names = ("低保", "养老", "医疗", "教育")
        items = [replace(item(n, n), time_limit=t) for n, t in zip(names, limits, strict=True)]
        return catalog(*renumbered(items))

    changes = diff(version(20, 15), version(10, 5))
    told = "～ 公开时限 ×3 项: 20个工作日内 → 10个工作日内"

    assert [(change.old.printed, count) for change, count in repeated(changes)] == [
        ("20个工作日内", 3)
    ]
    assert told in changes_text(changes)
    assert "3 项" in changes_page(changes)
    assert len(changes.items) == 4


def test_reports_of_samples_say_that_they_are_made_up(changes):
    made_up = replace(changes, new=replace(changes.new, status="synthetic"))
    notice = synthetic_notice()

    for report in (changes_text, changes_page):
        assert notice.zh in report(made_up)
        assert notice.en in report(made_up)
        assert notice.zh not in report(changes)
    assert changes_record(made_up)["new"]["status"] == "synthetic"
    assert to_activities(made_up)["summaryMap"] == {"zh": notice.zh, "en": notice.en}
    assert "summaryMap" not in to_activities(changes)


def test_activities_are_json_ld_of_activity_streams(changes):
    expanded = jsonld.expand(to_activities(changes, base=BASE), {"documentLoader": load_context})
    [collection] = expanded
    [listed] = collection[f"{AS}items"]
    activities = listed["@list"]

    assert collection["@type"] == [f"{AS}OrderedCollection"]
    assert collection[f"{AS}totalItems"][0]["@value"] == len(activities)
    assert {kind for one in activities for kind in one["@type"]} == {
        f"{AS}{name}" for name in ("Create", "Delete", "Update", "Move")
    }
    assert all(one.get("@id", "").startswith(BASE) for one in activities)
    assert all(f"{AS}actor" in one and f"{AS}object" in one for one in activities)
    assert f"{AS}published" not in json.dumps(expanded)
    words = {key for key in names_in(expanded) if not key.startswith(("@", "http"))}
    assert words == set()


def names_in(value: object) -> set[str]:
    """Every property and type of an expanded document."""
    if isinstance(value, list):
        return {name for one in value for name in names_in(one)}
    if not isinstance(value, dict):
        return set()
    types = {t for t in value.get("@type", []) if isinstance(value.get("@type"), list)}
    return types | set(value) | {name for one in value.values() for name in names_in(one)}


def load_context(url: str, _options: object) -> dict[str, object]:
    """What the context of Activity Streams says of the terms of its vocabulary."""
    assert url == "https://www.w3.org/ns/activitystreams"
    links = ("actor", "object", "target", "origin", "result", "attachment", "generator")
    maps = {"nameMap": "name", "summaryMap": "summary"}
    types = (
        "OrderedCollection Create Delete Update Move Object Document Note Tombstone "
        "Organization Application"
    )
    context: dict[str, object] = {
        "@vocab": "_:",
        "as": AS,
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": "@id",
        "type": "@type",
        **{name: f"as:{name}" for name in (*types.split(), "name", "content", "mediaType")},
        **{name: {"@id": f"as:{name}", "@type": "@id"} for name in (*links, "formerType")},
        **{n: {"@id": f"as:{to}", "@container": "@language"} for n, to in maps.items()},
        "totalItems": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
        "orderedItems": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    }
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}


def test_activities_speak_of_the_items_of_the_graph(changes):
    subjects = {
        str(subject)
        for one in (changes.old, changes.new)
        for subject in to_graph(one, base=BASE).subjects()
    }
    activities = to_activities(changes, base=BASE)["orderedItems"]
    spoken = [
        one[role]["id"]
        for one in activities
        for role in ("object", "result", "origin", "target", "actor")
        if role in one
    ]

    assert len(spoken) > len(activities)
    assert set(spoken) <= subjects


def test_without_a_publisher_the_program_is_the_actor(changes):
    nameless = replace(changes, new=replace(changes.new, publisher=""))
    actors = {one["actor"]["id"] for one in to_activities(nameless)["orderedItems"]}

    assert actors == {"https://w3id.org/govdisclose/id/software/govdisclose-ld"}


def test_a_base_that_makes_no_iris_is_refused(changes):
    with pytest.raises(ConfigurationError):
        to_activities(changes, base="no base")


def test_two_equal_versions_say_that_nothing_changed():
    one = catalog(item("低保", "名单"))
    changes = diff(one, one)

    assert "没有变化 (no changes)" in changes_text(changes)
    assert "没有变化" in changes_page(changes)
    assert to_activities(changes)["orderedItems"] == []

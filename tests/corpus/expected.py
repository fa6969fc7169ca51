"""The expected catalog of a case, written out in the fields of the JSON contract.

Fields that a case does not state are expected to be empty, or absent. Not compared are where a
thing stands in the file, how surely a matter was inferred, the key of a law, which part of a time
limit a rule was read from, and the answers to standards, which tests of their own hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpus.cases import Case, Print, filled, shared
from press import Box, spot

Record = dict[str, Any]
_CHOICES = ("channels", "audience", "mode", "level")
_ITEM = frozenset(
    {"ordinal", "matters", "levels", "content", "elements", "laws", "limit", "agencies", "site"}
    | {"extra", "section", "field", "findings", *_CHOICES}
)
_CATALOG = frozenset(
    {"title", "publisher", "field", "status", "number", "issued", "division", "declared"}
    | {"items", "findings"}
)
# What a field of ``expect`` is called in the JSON contract, where that is not its own name.
_KEYS = {
    "matters": ("matters", "matters_inferred", "matters_levels"),
    "content": ("content", "elements"),
    "laws": ("legal_bases",),
    "limit": ("time_limit",),
}
_LEFT_OUT = ("document", "items", "source", "inferences", "answers", "mappings")
_NO_LIMIT = {
    "text": "",
    "rules": [],
    "retention": "",
    "retention_levels": [],
    "exception": "",
    "vague": False,
    "inherited": False,
}


def expected(printed: Print) -> Record:
    """The catalog that a person reads in the document."""
    case, words = printed.case, printed.words
    written = _filled(case.expect, words)
    _check(written, _CATALOG, case)
    items = [{**_filled(case.common, words), **item} for item in written["items"]]
    findings = set(written.get("findings", ["division-unknown", "publisher-unknown"]))
    if printed.form.name == "xlsx":  # a sheet prints the lines above its table as rows
        findings.add("note-row")
    return {
        "title": written.get("title", filled("$title", {})),
        "division": written.get("division"),
        "publisher": written.get("publisher", ""),
        "field": written.get("field", "社会救助"),
        "status": written.get("status", ""),
        "document_number": written.get("number", ""),
        "issued": written.get("issued", ""),
        "declared": written.get("declared", []),
        "items": [_item(item, case) for item in items],
        "findings": sorted(findings),
    }


def with_gaps(right: Record, printed: Print) -> Record:
    """The expected catalog with what is read now of the fields that are not read rightly yet.

    A gap names an item, what it is read as, in the fields of ``expect``, the fields that are left
    ``unread``, and the findings that its row carries: a gap without a finding would be a wrong
    value that goes unseen.
    """
    items = list(right["items"])
    for gap in printed.case.known_gaps:
        _check_keys(gap, {"item", "why", "now", "unread", "findings"})
        written = _filled({**gap.get("now", {}), "findings": gap["findings"]}, printed.words)
        now, nothing = _item(written, printed.case), _item({}, printed.case)
        unread = {key for name in gap.get("unread", ()) for key in _KEYS.get(name, (name,))}
        read_now = {k: v for k, v in now.items() if v != nothing[k] or k in unread}
        item = items[gap["item"] - 1]
        if not gap["findings"] or all(item[key] == value for key, value in read_now.items()):
            raise ValueError(f"{printed.name}: {gap}")
        items[gap["item"] - 1] = {**item, **read_now}
    return {**right, "items": items}


def read(record: Record) -> Record:
    """What was read, in the same fields."""
    items = record["items"]
    rows = {(item["source"]["table"], item["source"]["row"]) for item in items}
    others = [f for f in record["findings"] if (f["table"], f["row"]) not in rows]
    told = {f["code"] for f in others}
    kept = {key: value for key, value in record.items() if key not in _LEFT_OUT}
    return {**kept, "items": [_read_item(item) for item in items], "findings": sorted(told)}


def _read_item(item: Record) -> Record:
    kept = {key: value for key, value in item.items() if key not in _LEFT_OUT}
    limit = kept["time_limit"]
    rules = [{k: v for k, v in rule.items() if k != "text"} for rule in limit["rules"]]
    laws = [{k: v for k, v in law.items() if k != "law"} for law in kept["legal_bases"]]
    choices = {name: _sorted(kept[name]) for name in _CHOICES}
    return {
        **kept,
        **choices,
        "time_limit": {**limit, "rules": rules},
        "legal_bases": laws,
        "findings": sorted(kept["findings"]),
    }


def _sorted(choice: Record) -> Record:
    """A choice whose options stand in no order: tick columns may stand in any."""
    lists = {key: sorted(v) for key, v in choice.items() if key in ("selected", "offered")}
    return {**choice, **lists}


def _item(written: Record, case: Case) -> Record:
    _check(written, _ITEM, case)
    matters = written.get("matters", [])
    return {
        "section": written.get("section", ""),
        "field": written.get("field", ""),
        "ordinal": written.get("ordinal", ""),
        "matters": [matter.removeprefix("~") for matter in matters],
        "matters_inferred": [matter.startswith("~") for matter in matters],
        "matters_levels": written.get("levels", list(range(1, len(matters) + 1))),
        "content": written.get("content", ""),
        "elements": written.get("elements", []),
        "legal_bases": [_law(law) for law in written.get("laws", [])],
        "time_limit": _limit(written.get("limit", {})),
        "agencies": written.get("agencies", []),
        "site_section": written.get("site", ""),
        **{name: _choice(written.get(name, "absent")) for name in _CHOICES},
        "extra": written.get("extra", {}),
        "findings": sorted(written.get("findings", [])),
    }


def _law(written: list[str]) -> Record:
    text, title, number, article = [*written, "", "", ""][:4]
    return {"text": text, "title": title, "number": number, "article": article}


def _limit(written: Record) -> Record:
    _check_keys(written, {*_NO_LIMIT})
    return {**_NO_LIMIT, **written, "rules": [_rule(rule) for rule in written.get("rules", [])]}


def _rule(written: str) -> Record:
    """``kind trigger amount unit``, with ``-`` for what is not printed; a date ends ``--MM-DD``;
    levels that it holds for come last, after ``@``."""
    words, _, levels = written.partition("@")
    parts = [("" if word == "-" else word) for word in words.split()]
    date = parts.pop() if parts[-1].startswith("--") else ""
    kind, trigger, amount, unit = [*parts, "", "", ""][:4]
    return {
        "kind": kind,
        "trigger": trigger,
        "amount": int(amount) if amount else None,
        "unit": unit,
        "date": date,
        "levels": levels.split(),
    }


def _choice(written: str | Record) -> Record:
    """``absent``, ``blank``, or boxes as they are printed; ``unknown`` with what is offered."""
    if written == "absent":
        return {"state": "absent", "selected": []}
    if isinstance(written, str):
        written = {"boxes": written}
    _check_keys(written, {"boxes", "state", "offered", "notes", "optional"})
    boxes = written.get("boxes", "")
    state = written.get("state", "blank" if boxes == "blank" else "read")
    ticked, offered = _boxes("" if boxes == "blank" else boxes)
    more: Record = {key: written[key] for key in ("optional", "notes") if key in written}
    offered = written.get("offered", offered)
    return {"state": state, "selected": sorted(ticked), "offered": sorted(offered), **more}


def _boxes(text: str) -> tuple[list[str], list[str]]:
    ticked: list[str] = []
    offered: list[str] = []
    mark = Box(ticked=False)
    for part in spot(text).parts:
        if isinstance(part, Box):
            mark = part
        else:
            offered.append(part.strip())
            ticked += [part.strip()] if mark.ticked else []
    return ticked, offered


def _filled(written: Any, words: Mapping[str, str]) -> Any:
    """A written value with its words filled in; ``$names`` of fields spelled out."""
    if isinstance(written, str):
        return filled(written, words)
    if isinstance(written, list):
        return [_filled(one, words) for one in written]
    if not isinstance(written, dict):
        return written
    values = shared()["values"]
    return {
        filled(key, words): values[key][one]
        if key in values and str(one) in values[key]
        else _filled(one, words)
        for key, one in written.items()
    }


def _check(written: Record, known: frozenset[str], case: Case) -> None:
    if unknown := set(written) - known:
        raise KeyError(f"{case.name}: {sorted(unknown)}")


def _check_keys(written: Record, known: set[str]) -> None:
    if unknown := set(written) - known:
        raise KeyError(str(sorted(unknown)))

"""A report as SARIF 2.1.0 (OASIS, with Errata 01), which code hosts show beside the file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from govdisclose_ld.model import Phrase, Severity
from govdisclose_ld.rdf.iris import DISTRIBUTION
from govdisclose_ld.validation.fingerprints import VERSION, fingerprint
from govdisclose_ld.validation.formats.words import hidden_because
from govdisclose_ld.validation.report import Report, Result
from govdisclose_ld.validation.rules import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def write_sarif(report: Report) -> str:
    """One run, with a rule for everything that was checked or found.

    A result's region is the line of the source file, where that file is what was checked; table,
    row and column are its logical location. What a baseline or waiver hides is there, suppressed.
    """
    rules = _rules(report)
    places = _Places()
    numbers = {code: number for number, code in enumerate(rules)}
    results = [_result(report, result, numbers, places) for result in report.every]
    if report.hidden:
        for result in results:
            result.setdefault("suppressions", [])
    driver = {
        "name": DISTRIBUTION,
        "version": version(DISTRIBUTION),
        "language": "zh-CN",
        "rules": [_descriptor(code, rule) for code, rule in rules.items()],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "artifacts": _artifacts(report),
        "logicalLocations": places.made,
        "results": results,
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


class _Places:
    """The logical locations of a run: each cell below its row, each row below its table."""

    def __init__(self) -> None:
        self.made: list[dict[str, Any]] = []
        self._numbers: dict[tuple[str, ...], int] = {}

    def reference(self, result: Result) -> list[dict[str, Any]]:
        """What a result's location says of its place; nothing where it is in no table."""
        ref, finding = result.finding.ref, result.finding
        steps = [("table", f"第{ref.table}表", ref.table), ("row", f"第{ref.row}行", ref.row)]
        steps.append(("column", finding.column or f"第{ref.column}列", ref.column))
        path: tuple[str, ...] = (ref.document,)
        number = -1
        for kind, name, count in steps:
            if not count:
                break
            path = (*path, f"{kind} {count}")
            number = self._number(path, kind, name, number)
        if number < 0:
            return []
        return [{"index": number, "fullyQualifiedName": self.made[number]["fullyQualifiedName"]}]

    def _number(self, path: tuple[str, ...], kind: str, name: str, parent: int) -> int:
        if path not in self._numbers:
            self._numbers[path] = len(self.made)
            above = self.made[parent]["fullyQualifiedName"] if parent >= 0 else path[0]
            entry = {"name": name, "fullyQualifiedName": f"{above} {name}", "kind": kind}
            self.made.append(entry | ({"parentIndex": parent} if parent >= 0 else {}))
        return self._numbers[path]


def _rules(report: Report) -> dict[str, Rule | None]:
    rules: dict[str, Rule | None] = {result.finding.code: result.rule for result in report.every}
    rules |= {rule.code: rule for rule in report.rules if rule.message}
    return {code: rules[code] for code in sorted(rules)}


def _descriptor(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    described = {
        "shortDescription": rule.name,
        "fullDescription": rule.message,
        "help": rule.remedy,
    }
    texts = {name: {"text": _open(_both(words))} for name, words in described.items() if words}
    return {
        "id": code,
        **texts,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"source": rule.source.zh, "shape": rule.iri},
    }


def _result(
    report: Report, result: Result, numbers: Mapping[str, int], places: _Places
) -> dict[str, Any]:
    finding = result.finding
    said = [_both(result.message), f"→ {_both(result.remedy)}" if result.remedy else ""]
    record: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain("\n".join(filter(None, said)))},
        "partialFingerprints": {VERSION: fingerprint(result)},
        "properties": {"printed": finding.printed, "catalog": result.catalog},
    }
    if location := _location(report, result, places):
        record["locations"] = [location]
    if result.hidden_by:
        because = _both(hidden_because(result.hidden_by))
        record["suppressions"] = [{"kind": "external", "justification": because}]
    return record


def _location(report: Report, result: Result, places: _Places) -> dict[str, Any]:
    subject, finding = report.subject_of(result), result.finding
    location: dict[str, Any] = {}
    if path := subject.path or finding.ref.document:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
        if finding.line and subject.has_lines:
            physical["region"] = {"startLine": finding.line}
        location["physicalLocation"] = physical
    if logical := places.reference(result):
        location["logicalLocations"] = logical
    return location


def _artifacts(report: Report) -> list[dict[str, Any]]:
    """The files, each described by the title of its catalog."""
    named = {subject.path: subject.name for subject in report.subjects if subject.path}
    return [
        {"location": {"uri": _uri(path)}, "description": {"text": _plain(name)}}
        for path, name in named.items()
    ]


def _uri(path: str) -> str:
    """A path as a URI reference (RFC 3986)."""
    file = PurePath(path)
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())


def _both(words: Phrase) -> str:
    return words.zh if words.zh == words.en else f"{words.zh}\n{words.en}"


def _open(template: str) -> str:
    """A message before its words are known, each placeholder shown as such."""
    return _plain(_PLACEHOLDER.sub(r"*\1*", template))


def _plain(text: str) -> str:
    """Text that means itself: braces are placeholders (3.11.5), brackets before one a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")

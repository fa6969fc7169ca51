"""How complete a catalog is, as a number that says what it was counted from."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from urllib.parse import urldefrag

from govdisclose_ld.model import UNSAID, Phrase, Severity
from govdisclose_ld.review.words import field_name
from govdisclose_ld.validation.fields import FIELDS, GD
from govdisclose_ld.validation.report import Report, Result
from govdisclose_ld.validation.subjects import Subject

_COMPLETENESS = "https://w3id.org/govdisclose/shapes/completeness"
_NAME = Phrase("完整度", "completeness")
# The graver, the earlier by name: of two states of one field the first holds.
_LACKING, _UNKNOWN, _INHERITED, _STATED = "1-lacking", "2-unknown", "3-inherited", "4-stated"
_STATES = {
    _LACKING: Phrase("缺", "lacking"),
    _UNKNOWN: Phrase("看不清", "unreadable"),
    _INHERITED: Phrase("沿用通知", "left to the notice"),
}
_OTHER_STATES = {str(GD.undetermined): _UNKNOWN, str(GD.inheritedTimeLimit): _INHERITED}


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One part of a score: ``points`` of ``most``, and how they came about."""

    name: Phrase
    points: float
    most: float
    note: Phrase = UNSAID


@dataclass(frozen=True, slots=True)
class Score:
    """A number for a catalog: ``points`` of ``most``, its parts, and what it means."""

    name: Phrase
    points: float
    most: float
    parts: tuple[ScorePart, ...] = ()
    note: Phrase = UNSAID

    @property
    def percent(self) -> int:
        """The share in per cent, rounded down: 100 is reached by nothing less."""
        return int(100 * self.points / self.most) if self.most else 0


def completeness_of(report: Report, subject: Subject) -> Score | None:
    """How many of the fields that every item should state are stated, with a part for each field.

    The fields are those without which the template calls an item incomplete (国办发〔2019〕54号).
    Counted are all findings of the shapes ``completeness``, those that a waiver or baseline hides
    among them. A field whose marks cannot be read, or whose value the notice states for all items,
    is not stated and is told apart from one that is lacking. None if these shapes were not checked
    or the catalog has no items.
    """
    fields = _required(report)
    if not fields or not subject.items:
        return None
    states: dict[tuple[str, str], str] = {}
    for result in report.every:
        if result.rule and _is_about(result, subject) and result.rule.field in fields:
            pair = (result.finding.focus, result.rule.field)
            states[pair] = min(_state(result), states.get(pair, _STATED))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, field), state in states.items():
        counts[field][state] += 1
    parts = tuple(_part(field, subject.items, counts[field]) for field in fields)
    points, most = sum(part.points for part in parts), subject.items * len(fields)
    note = Phrase(
        f"{subject.items} 个事项 × {len(fields)} 栏 = {most} 处应填，写明 {points:g} 处。",
        f"{subject.items} items × {len(fields)} fields = {most} to fill in; {points:g} are stated.",
    )
    return Score(_NAME, points, most, parts, note)


def _required(report: Report) -> tuple[str, ...]:
    """The fields that no item may lack and no column may be without, in the template's order."""
    found = {
        rule.field
        for rule in report.rules
        if urldefrag(rule.iri).url == _COMPLETENESS
        and rule.severity is Severity.VIOLATION
        and rule.whole
    }
    return tuple(field for field in FIELDS if field in found)


def _is_about(result: Result, subject: Subject) -> bool:
    """Whether a result is about an item of that catalog, by a rule of completeness."""
    if urldefrag(result.shape).url != _COMPLETENESS:
        return False
    return result.catalog == subject.iri != result.finding.focus


def _state(result: Result) -> str:
    if result.finding.severity is Severity.VIOLATION:
        return _LACKING
    return _OTHER_STATES.get(result.path, _STATED)


def _part(field: str, items: int, counts: Counter[str]) -> ScorePart:
    label = field_name(field)
    kept = [(name, counts[state]) for state, name in _STATES.items() if counts[state]]
    note = Phrase(
        "，".join(f"{name.zh} {count}" for name, count in kept),
        ", ".join(f"{count} {name.en}" for name, count in kept),
    )
    points = items - sum(count for _, count in kept)
    return ScorePart(label, points, items, note)

"""Words in both languages: those of the page, of fields, of code lists, of findings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from govdisclose_ld.assets import knowledge, read_yaml
from govdisclose_ld.interpret.explanations import explanations
from govdisclose_ld.model import Phrase, Term

_NUMERALS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Sign:
    """A state or severity: the sign that stands for it, its name, and what it means."""

    id: str
    sign: str
    name: Phrase
    note: Phrase


def say(name: str) -> Phrase:
    """One phrase of the page."""
    return Phrase.of(_words()["phrases"][name])


def fact(name: str) -> Phrase:
    """The name of a fact of the document."""
    return Phrase.of(_words()["facts"][name])


def choice_state(name: str) -> Phrase:
    """How a field of choices was printed."""
    return Phrase.of(_words()["choice_states"][name])


def row_kind(name: str) -> Phrase:
    """What a printed row is."""
    return Phrase.of(_words()["row_kinds"][name])


@cache
def signs(group: str) -> dict[str, Sign]:
    """The signs of ``states`` or of ``severities`` by id, in the order of the legend."""
    return {
        name: Sign(name, entry["sign"], Phrase.of(entry), Phrase.of(entry.get("note", entry)))
        for name, entry in _words()[group].items()
    }


def field_name(field: str, level: int = 0) -> Phrase:
    """What a clerk calls a field; ``level`` is that of a column of matters."""
    if level:
        return Phrase(f"{_NUMERALS[level - 1]}级事项", f"level-{level} matter")
    return Phrase.of(knowledge("vocabulary/columns.yml")["fields"][field]["label"])


def term_name(term: Term) -> Phrase:
    """The label of a term; one that no code list knows has its printed label alone."""
    return code_name(term.scheme, term.id) if term.id else Phrase(term.label)


def code_name(scheme: str, code: str) -> Phrase:
    """The label of a code, or the code itself if its list lacks it."""
    return _codes(scheme).get(code, Phrase(code))


def remedy(code: str) -> Phrase | None:
    """What to do about a finding of the reading; None for codes of other origin."""
    entry = explanations().get(code)
    return Phrase(entry.remedy_zh, entry.remedy_en) if entry else None


def listed(phrases: list[Phrase]) -> Phrase:
    """Several phrases as one list."""
    english = ", ".join(phrase.en or phrase.zh for phrase in phrases)
    chinese = "、".join(phrase.zh for phrase in phrases)
    return Phrase(chinese, english if any(phrase.en for phrase in phrases) else "")


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = read_yaml(Path(__file__).with_name("words.yml"))
    return words


@cache
def _codes(scheme: str) -> dict[str, Phrase]:
    terms = knowledge(f"vocabulary/codes/{scheme}.yml")["terms"]
    return {str(term["id"]): Phrase.of(term["label"]) for term in terms}

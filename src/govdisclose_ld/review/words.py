"""Words in both languages: those of the page, of fields, of code lists, of findings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from govdisclose_ld.assets import knowledge, read_yaml
from govdisclose_ld.interpret.explanations import explanations
from govdisclose_ld.model import Term
from govdisclose_ld.review.markup import Markup, element, join

_NUMERALS = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in Chinese and in English; ``en`` is empty where Chinese says it all."""

    zh: str
    en: str = ""

    def show(self) -> Markup:
        """Chinese, with English beside it."""
        return _shown(self)

    def __str__(self) -> str:
        return f"{self.zh} {self.en}".strip()


@lru_cache(maxsize=8192)
def _shown(phrase: Phrase) -> Markup:
    if not phrase.en or phrase.en == phrase.zh:
        return join([phrase.zh])
    return join([phrase.zh, " ", element("i", phrase.en, lang="en")])


@dataclass(frozen=True, slots=True)
class Sign:
    """A state or severity: the sign that stands for it, its name, and what it means."""

    id: str
    sign: str
    name: Phrase
    note: Phrase


def say(name: str) -> Phrase:
    """One phrase of the page."""
    return _phrase(_words()["phrases"][name])


def fact(name: str) -> Phrase:
    """The name of a fact of the document."""
    return _phrase(_words()["facts"][name])


def choice_state(name: str) -> Phrase:
    """How a field of choices was printed."""
    return _phrase(_words()["choice_states"][name])


def row_kind(name: str) -> Phrase:
    """What a printed row is."""
    return _phrase(_words()["row_kinds"][name])


@cache
def signs(group: str) -> dict[str, Sign]:
    """The signs of ``states`` or of ``severities`` by id, in the order of the legend."""
    return {
        name: Sign(name, entry["sign"], _phrase(entry), _phrase(entry.get("note", entry)))
        for name, entry in _words()[group].items()
    }


def field_name(field: str, level: int = 0) -> Phrase:
    """What a clerk calls a field; ``level`` is that of a column of matters."""
    if level:
        return Phrase(f"{_NUMERALS[level - 1]}级事项", f"level-{level} matter")
    return _phrase(knowledge("vocabulary/columns.yml")["fields"][field]["label"])


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


def _phrase(entry: dict[str, Any]) -> Phrase:
    return Phrase(str(entry["zh"]), str(entry["en"]))


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = read_yaml(Path(__file__).with_name("words.yml"))
    return words


@cache
def _codes(scheme: str) -> dict[str, Phrase]:
    terms = knowledge(f"vocabulary/codes/{scheme}.yml")["terms"]
    return {str(term["id"]): _phrase(term["label"]) for term in terms}

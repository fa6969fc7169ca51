"""What a field was read as, in words that a clerk can check."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.model import (
    Agency,
    Choice,
    Citation,
    Element,
    Item,
    Phrase,
    State,
    TimeLimit,
    TimeRule,
)
from govdisclose_ld.review.words import (
    choice_state,
    code_name,
    listed,
    say,
    term_name,
)

CHOICES = ("channels", "audience", "mode", "level")
_SHOWN = 16  # characters of an element: the cell itself prints the rest


def choice_of(item: Item, field: str) -> Choice | None:
    """The choice of an item under a field, None if the field is no choice."""
    choices = {
        "channels": item.channels,
        "audience": item.audience,
        "mode": item.mode,
        "level": item.level,
    }
    return choices.get(field)


def values(item: Item, field: str, level: int) -> tuple[Phrase, ...]:
    """The lines that tell what a field of an item was read as; ``level`` is that of matters."""
    return tuple(line for line in _lines(item, field, level) if line.zh.strip())


def _lines(item: Item, field: str, level: int) -> Iterator[Phrase]:
    choice = choice_of(item, field)
    if choice:
        yield from _choice(choice)
    match field:
        case "ordinal":
            yield Phrase(item.ordinal)
        case "matters":
            yield from (Phrase(m.label) for m in item.matters if m.level == level)
        case "content":
            yield from _elements(item.elements)
        case "basis":
            yield from map(_citation, item.legal_bases)
        case "time_limit":
            yield from limit_lines(item.time_limit)
        case "agency":
            yield from map(_agency, item.agencies)
        case "site_section":
            yield Phrase(item.site_section.text)


def _agency(agency: Agency) -> Phrase:
    return _tagged(agency.label, code_name("agency-kind", agency.kind) if agency.kind else None)


def _tagged(words: str, tag: Phrase | None) -> Phrase:
    return Phrase(f"{words}（{tag.zh}）", tag.en) if tag else Phrase(words)


def _choice(choice: Choice) -> Iterator[Phrase]:
    if choice.state is not State.READ:
        yield choice_state(choice.state.value)
        return
    spared = set(choice.optional)
    unticked = [t for t in choice.offered if t not in choice.selected and t not in spared]
    for name, terms in (
        ("ticked", list(choice.selected)),
        ("optional", list(choice.optional)),
        ("unticked", unticked),
    ):
        if terms or name == "ticked":
            words = listed([term_name(term) for term in terms] or [say("none")])
            # The options that are not ticked are many, and their names stand in the cell.
            yield _named(name, Phrase(words.zh) if name == "unticked" else words)
    for note in choice.notes:
        yield _named("note", Phrase(note))


def _named(name: str, words: Phrase) -> Phrase:
    label = say(name)
    return Phrase(f"{label.zh}：{words.zh}", f"{label.en}: {words.en}" if words.en else "")


def _elements(elements: tuple[Element, ...], depth: int = 0) -> Iterator[Phrase]:
    for element in elements:
        spared = say("optional") if element.optional else None
        text = element.text if len(element.text) <= _SHOWN else f"{element.text[:_SHOWN]}…"
        yield _tagged(f"{'　' * depth}{element.label} {text}", spared)
        yield from _elements(element.parts, depth + 1)


def _citation(citation: Citation) -> Phrase:
    if citation.law is None:
        return _tagged(citation.text, say("names_no_law"))
    number = citation.number or citation.law.number
    parts = (f"《{citation.law.title}》", number and f"（{number}）", citation.article)
    return Phrase("".join(part for part in parts if part))


def limit_lines(limit: TimeLimit) -> Iterator[Phrase]:
    """A time limit as its rules, what it says of retention, and its exception."""
    if limit.inherited:
        yield say("inherited")
    yield from map(_rule, limit.rules)
    if limit.retention:
        scope = _scope(limit.retention_scope)
        yield _named("retention", _scoped(code_name("retention", limit.retention), scope))
    if limit.exception:
        yield _named("exception", Phrase(limit.exception))
    if limit.vague:
        yield say("vague")
    if limit.text.strip() and not (limit.rules or limit.retention or limit.vague):
        yield say("unreadable")


def _rule(rule: TimeRule) -> Phrase:
    kind = code_name("rule-kind", rule.kind)
    unit = code_name("unit", rule.unit) if rule.unit else Phrase("")
    amount = "" if rule.amount is None else str(rule.amount)
    zh = [amount and f"{amount} {unit.zh}", rule.date.removeprefix("--")]
    en = [amount and f"{amount} {unit.en}", rule.date.removeprefix("--")]
    if rule.trigger:
        trigger = code_name("trigger", rule.trigger)
        zh.insert(0, f"自{trigger.zh}起")
        en.append(f"from: {trigger.en}")
    said = Phrase(" ".join(filter(None, zh)), " ".join(filter(None, en)))
    return _scoped(Phrase(f"{kind.zh}：{said.zh}", f"{kind.en}: {said.en}"), _scope(rule.scope))


def _scope(levels: tuple[str, ...]) -> Phrase | None:
    return listed([code_name("level", level) for level in levels]) if levels else None


def _scoped(words: Phrase, scope: Phrase | None) -> Phrase:
    if scope is None:
        return words
    return Phrase(f"{words.zh}（{scope.zh}）", f"{words.en} ({scope.en})")

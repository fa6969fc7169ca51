"""How items fall short of a standard, as SPARQL constraints of its shapes.

The query ``compare/standard-deviations`` asks the same of a store; a test holds the two equal.
Nothing is concluded from a mark that could not be read, from a blank cell or a missing column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from govdisclose_ld.standards import Requirements, Standard
from govdisclose_ld.validation import patterns
from govdisclose_ld.validation.demands import demands, in_scope, limits, options


@dataclass(frozen=True, slots=True)
class Check:
    """The constraints of one kind of deviation.

    ``members`` are the requirements (as :class:`Requirements` names them) that it looks at,
    ``selects`` complete queries of SPARQL, ``replaces`` the name of the shape of completeness
    that says less of the same row.
    """

    kind: str
    selects: tuple[str, ...]
    members: tuple[str, ...] = ()
    replaces: str = ""


def checks(standard: Standard) -> tuple[Check, ...]:
    """The kinds of deviation that the standard can find, in the order of the vocabulary."""
    return tuple(check for check in _checks(standard) if check.selects)


def _checks(standard: Standard) -> Iterator[Check]:
    yield from _of_time_limits(standard)
    yield from _of_choices(standard)
    if standard.exhaustive or "basis" in standard.required:
        yield from _of_bases(standard)
    if standard.items:
        yield _check(standard, "partial-answer", [patterns.partial(standard)])
    if standard.exhaustive:
        yield _check(standard, "beyond-standard", [patterns.beyond(standard)])
        named = _select(standard, patterns.DECLARED_NAME)
        counted = _select(standard, patterns.DECLARED_COUNT, patterns.FEWER)
        yield Check("declared-not-listed", (named, counted))


def _of_time_limits(standard: Standard) -> Iterator[Check]:
    asked, members = list(limits(standard)), ("time_limit",)
    long = [patterns.limit_longer(*limit) for limit in asked]
    vague = [patterns.limit_vague(words, held) for _, words, held in asked]
    yield _check(standard, "limit-longer", long, members, "TimeLimitTooLong")
    yield _check(standard, "limit-vague", vague, members, "TimeLimitVague")


def _of_choices(standard: Standard) -> Iterator[Check]:
    channels = map(patterns.channel_missing, options(standard, "channel", _read("channels")))
    few = [patterns.too_few(number, held) for number, held in demands(standard, _least)]
    yield _check(standard, "channel-missing", [*channels, *few], ("channels", "least_channels"))
    for name, predicate in (("mode", "gd:mode"), ("audience", "dct:audience")):
        asked = options(standard, name, _read(name))
        narrow = [patterns.narrowed(one, name, predicate) for one in asked]
        yield _check(standard, f"{name}-narrowed", narrow, (name,))
    levels = map(patterns.level_missing, options(standard, "level", _read("level")))
    yield _check(standard, "level-narrowed", list(levels), ("level",))
    for name in ("channel", "mode"):
        member = f"allowed_{name}s"
        allowed = [(ids, held) for ids, held in demands(standard, _whole(member)) if ids]
        found = [patterns.unlisted(name, ids, held) for ids, held in allowed]
        yield _check(standard, f"{name}-unlisted", found, (member,))


def _of_bases(standard: Standard) -> Iterator[Check]:
    yield _check(standard, "basis-repealed", list(patterns.repealed()))
    yield _check(standard, "basis-superseded", list(patterns.superseded()))
    yield _check(standard, "basis-unknown", [patterns.UNKNOWN_BASIS], (), "BasisNamesNoLaw")


def _check(
    standard: Standard,
    kind: str,
    alternatives: list[str],
    members: tuple[str, ...] = (),
    replaces: str = "",
) -> Check:
    """One query over all alternatives, each of which is a pattern of its own."""
    if not alternatives:
        return Check(kind, ())
    body = "\n    UNION ".join(f"{{ $this dcat:resource ?value . {one} }}" for one in alternatives)
    return Check(kind, (_select(standard, body),), members, replaces)


def _select(standard: Standard, body: str, ending: str = "") -> str:
    lines = [f"    {body}", f"    {scope}" if (scope := in_scope(standard)) else ""]
    inner = "\n".join(filter(None, lines))
    if ending:
        return f"{patterns.COUNTING} WHERE {{\n{inner}\n}} {ending}"
    return f"SELECT DISTINCT $this ?value ?expected ?expected_en WHERE {{\n{inner}\n}}"


def _read(member: str) -> Callable[[Requirements], tuple[str, ...]]:
    def read(asked: Requirements) -> tuple[str, ...]:
        found: tuple[str, ...] = getattr(asked, member)
        return found

    return read


def _whole(member: str) -> Callable[[Requirements], tuple[tuple[str, ...], ...]]:
    return lambda asked: (_read(member)(asked),)


def _least(asked: Requirements) -> tuple[int, ...]:
    return (asked.least_channels,) if asked.least_channels else ()

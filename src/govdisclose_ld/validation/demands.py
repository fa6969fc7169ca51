"""What a standard asks for, as conditions of SPARQL: each demand, and the items held to it.

Within a constraint, ``$this`` is the catalog and ``?value`` one of its items. SHACL (section
5.2.1) allows neither ``VALUES`` nor ``MINUS`` there, so that demands stand side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from govdisclose_ld import assets
from govdisclose_ld.model import Phrase, TimeRule
from govdisclose_ld.rdf.iris import code_iri, standard_item_iri
from govdisclose_ld.rdf.standards import standard_iri
from govdisclose_ld.standards import Requirements, Standard, code_label, limit_words

Value = TypeVar("Value")

ANSWERS = "gd:answers|gd:answersInPart"


@dataclass(frozen=True, slots=True)
class Demand:
    """One value that the standard asks for; ``held`` is the condition on the items held to it."""

    value: str
    expected: Phrase
    held: str


def of_standard(standard: Standard, variable: str) -> str:
    """The condition that a variable is a matter or item of the standard."""
    return f'FILTER (STRSTARTS(STR({variable}), "{standard_iri(standard.id)}/"))'


def answers_any(standard: Standard, variable: str, links: str = ANSWERS) -> str:
    """The pattern of an item that answers anything of the standard."""
    return f"{variable} {links} ?answered . {of_standard(standard, '?answered')}"


def in_scope(standard: Standard) -> str:
    """The condition on a catalog that the standard is for; nothing for a standard of all fields."""
    if not standard.field:
        return ""
    field = code_iri("field", standard.field)
    return (
        f"FILTER (EXISTS {{ $this gd:field <{field}> }}"
        f" || EXISTS {{ {answers_any(standard, '$this')} }}"
        f" || EXISTS {{ $this dcat:resource ?one . {answers_any(standard, '?one')} }})"
    )


def demands(
    standard: Standard, read: Callable[[Requirements], tuple[Value, ...]]
) -> Iterator[tuple[Value, str]]:
    """Each value that ``read`` finds in what items are held to, and the condition on the items."""
    general = read(standard.required_of(None))
    of_items = [(item.id, read(standard.required_of(item))) for item in standard.items]
    values = dict.fromkeys([*general, *(one for _, asked in of_items for one in asked)])
    for value in values:
        held = [item for item, asked in of_items if value in asked]
        yield value, _held(standard, held, is_general=value in general)


def options(
    standard: Standard, scheme: str, read: Callable[[Requirements], tuple[str, ...]]
) -> Iterator[Demand]:
    """The options of a code list that have to be ticked."""
    for value, held in demands(standard, read):
        yield Demand(code_iri(scheme, value), code_label(scheme, value), held)


def limits(standard: Standard) -> Iterator[tuple[TimeRule, Phrase, str]]:
    """The time limits, each in words and with the condition on the items held to it."""
    for rule, held in demands(standard, lambda asked: (asked.time_limit,)):
        if rule is not None:
            yield rule, limit_words(rule), held


def family(scheme: str, identifier: str) -> list[str]:
    """The IRIs of a term and of all terms that fall under it."""
    terms = assets.knowledge(f"vocabulary/codes/{scheme}.yml")["terms"]
    ids = [identifier]
    for one in ids:
        ids += [t["id"] for t in terms if t.get("broader") == one and t["id"] not in ids]
    return [code_iri(scheme, one) for one in ids]


def listed(iris: list[str]) -> str:
    """IRIs as the operand of ``IN``."""
    return f"({', '.join(f'<{iri}>' for iri in iris)})"


def _held(standard: Standard, items: list[str], *, is_general: bool) -> str:
    """The condition on ``?value``: nothing where all items of a catalog are held to the demand."""
    if is_general and len(items) == len(standard.items):
        return ""
    if is_general:  # a matter is held to what is general
        items = [*items, *(matter.id for matter in standard.all_matters())]
    duties = listed([standard_item_iri(standard.id, item) for item in items])
    answering = f"?value {ANSWERS} ?duty . FILTER (?duty IN {duties})"
    if not is_general:
        return answering
    none = f"FILTER NOT EXISTS {{ {answers_any(standard, '?value')} }}"
    return f"{{ {answering} }} UNION {{ $this dcat:resource ?value . {none} }}"

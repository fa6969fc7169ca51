"""The answer to a query: rows of RDF terms under named columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from govdisclose_ld.model import UNSAID, Phrase
from govdisclose_ld.store.labels import Column

XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(
    f"{XSD}{name}"
    for name in (
        *("integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger"),
        *("nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt"),
        *("unsignedShort", "unsignedByte"),
    )
)
_TRUTH = {"true": True, "1": True, "false": False, "0": False}

Native = str | int | Decimal | float | bool | date | None


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """One RDF term; ``kind`` is ``uri``, ``literal`` or ``bnode``, the words of SPARQL's JSON.

    A plain string has neither ``datatype`` nor ``language``. Decimals are kept in one spelling
    (``33.3`` for ``33.30``), so that two engines that agree give equal values.
    """

    value: str
    kind: str = "literal"
    datatype: str = ""
    language: str = ""

    def __post_init__(self) -> None:
        if self.datatype == f"{XSD}string":
            object.__setattr__(self, "datatype", "")
        elif self.datatype == f"{XSD}decimal":
            object.__setattr__(self, "value", _spell_decimal(self.value))

    @property
    def native(self) -> Native:
        """As a Python value; the text itself for an IRI or for what Python has no type for."""
        try:
            if self.datatype in _INTEGERS:
                return int(self.value)
            convert = _NATIVES.get(self.datatype)
            return self.value if convert is None else convert(self.value)
        except (ValueError, KeyError, InvalidOperation):
            return self.value


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under ``columns``; a cell without a value is None.

    ``form`` is the query's. ASK gives one row with the column ``answer``; CONSTRUCT and DESCRIBE
    give the sorted triples as ``subject``, ``predicate``, ``object``. ``note`` tells why an
    answer may be empty. Iterating gives tuples of Python values.
    """

    columns: tuple[Column, ...]
    values: tuple[tuple[Value | None, ...], ...]
    form: str = "SELECT"
    note: Phrase = UNSAID

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[tuple[Native, ...]]:
        return (tuple(cell.native if cell else None for cell in row) for row in self.values)

    def records(self) -> list[dict[str, Native]]:
        """Each row as a mapping from the column's name to a Python value."""
        return [dict(zip(self.names, row, strict=True)) for row in self]

    def headed(self, columns: Iterable[Column]) -> Rows:
        """The same rows, with the headings of the query's own columns."""
        known = {column.name: column for column in columns}
        return replace(self, columns=tuple(known.get(c.name, c) for c in self.columns))


def ask_rows(answer: bool) -> Rows:  # noqa: FBT001
    """The answer to an ASK query."""
    truth = Value(str(answer).lower(), datatype=f"{XSD}boolean")
    return Rows((Column("answer"),), ((truth,),), form="ASK")


def triple_rows(triples: Iterable[tuple[Value, Value, Value]], form: str) -> Rows:
    """The answer to a CONSTRUCT or DESCRIBE query: each triple once, sorted."""
    columns = tuple(Column(name) for name in ("subject", "predicate", "object"))
    return Rows(columns, tuple(sorted(set(triples))), form=form)


def select_rows(names: Iterable[str], rows: Iterable[Iterable[Value | None]]) -> Rows:
    """The answer to a SELECT query."""
    return Rows(tuple(Column(name) for name in names), tuple(tuple(row) for row in rows))


def _spell_decimal(text: str) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    spelled = f"{number:f}"
    return (spelled.rstrip("0").rstrip(".") if "." in spelled else spelled) or "0"


_NATIVES: dict[str, Any] = {
    f"{XSD}decimal": Decimal,
    f"{XSD}double": float,
    f"{XSD}float": float,
    f"{XSD}boolean": _TRUTH.__getitem__,
    f"{XSD}date": date.fromisoformat,
    f"{XSD}dateTime": datetime.fromisoformat,
}

"""The shipped queries that a comparison is made of, asked of a store or an endpoint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from govdisclose_ld.rdf.standards import standard_iri
from govdisclose_ld.standards import Standard
from govdisclose_ld.store import query
from govdisclose_ld.store.sources import Source

Row = dict[str, Any]
_HELD = "ASK { $standard a <http://purl.org/dc/terms/Standard> }"


@dataclass(frozen=True)
class Questions:
    """The questions about one standard, for some divisions (all without any) and one field.

    Each answer is a list of rows by column; where several divisions are asked for, a row that two
    of them give stands once.
    """

    source: Source
    standard: Standard
    divisions: Sequence[str] = ()
    field: str = ""

    @cached_property
    def is_held(self) -> bool:
        """Whether the source holds the standard, without which nothing can be compared."""
        iri = f"<{standard_iri(self.standard.id)}>"
        return bool(self.source.evaluate(_HELD.replace("$standard", iri)).records()[0]["answer"])

    def catalogs(self) -> list[Row]:
        """The catalogs to compare, with their division and province."""
        return list(self._ask("compare/catalogs", key="catalog", about_standard=True))

    def cells(self) -> list[Row]:
        """The state of every cell of every catalog."""
        return list(self._ask("compare/matrix", key="catalog duty", about_standard=True))

    def answers(self) -> list[Row]:
        """The items under the cells."""
        return list(self._ask("compare/answers", key="catalog duty item link", about_standard=True))

    def doubts(self) -> list[Row]:
        """Why gaps are not certain."""
        return list(self._ask("compare/doubts", key="", about_standard=True))

    def deviations(self) -> list[Row]:
        """How items fall short of the standard or go beyond it."""
        return list(self._ask("compare/standard-deviations", key="", about_standard=True))

    def items(self) -> list[Row]:
        """Every item, with its class under each measure."""
        return list(self._ask("measure/items", key="catalog item", about_standard=False))

    def _ask(self, name: str, *, key: str, about_standard: bool) -> Iterator[Row]:
        """The rows of one query; ``key`` names the columns that tell two rows apart."""
        given = {"standard": standard_iri(self.standard.id)} if about_standard else {}
        if self.field:
            given["field"] = self.field
        seen: set[tuple[Any, ...]] = set()
        for division in self.divisions or ("",):
            chosen = {**given, "division": division} if division else given
            for row in query(self.source, name, **chosen).records():
                known = tuple(row[column] for column in key.split() or row)
                if known not in seen:
                    seen.add(known)
                    yield row

"""A comparison as RDF: the matrix as a Data Cube, measures and scores as data quality (DQV).

Laid down in ``docs/reference/mapping.md``. Nothing is a blank node, and every number names what it
was counted from.
"""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.comparison.formats.cube.cells import cell_statements
from govdisclose_ld.comparison.formats.cube.measurements import measurement_statements
from govdisclose_ld.comparison.formats.cube.names import Names
from govdisclose_ld.comparison.formats.cube.structure import structure_statements
from govdisclose_ld.comparison.formats.cube.terms import DQV, QB, RDFS
from govdisclose_ld.comparison.values import Comparison
from govdisclose_ld.rdf.terms import Triple
from govdisclose_ld.rdf.turtle import Shortener, blocks

__all__ = ["comparison_statements", "to_turtle"]


def comparison_statements(comparison: Comparison, *, base: str) -> Iterator[Triple]:
    """Every statement of a comparison; what is shared comes first, then side by side.

    Raises ConfigurationError if ``base`` cannot be used.
    """
    for part in _parts(comparison, Names.of(comparison, base=base)):
        yield from part


def to_turtle(comparison: Comparison, *, base: str) -> str:
    """The same as Turtle: sorted, the same bytes every time."""
    short = Shortener(base, more={"dqv": DQV, "qb": QB, "rdfs": RDFS})
    names = Names.of(comparison, base=base)
    written = [text for part in _parts(comparison, names) for text in blocks(part, short)]
    return "".join([short.head(), *written])


def _parts(comparison: Comparison, names: Names) -> Iterator[Iterator[Triple]]:
    """The statements in pieces that share no subject, so that each can be sorted alone."""
    yield structure_statements(comparison, names)
    for side in comparison.sides:
        yield cell_statements(side, names)
        yield measurement_statements(side, names)

"""What a build compares: tables of the shipped queries, and each standard's comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from pathlib import Path

from govdisclose_ld import comparison
from govdisclose_ld.model import Catalog
from govdisclose_ld.pipeline.values import Compared, Comparison
from govdisclose_ld.pipeline.writing import write_file
from govdisclose_ld.standards import Standard, list_standards
from govdisclose_ld.store import NamedQuery, Parameter, Store, list_queries, render_rows

FOLDER = "comparison"
_GROUPS = ("compare/", "measure/")
_MOST_DIVISIONS = 5  # ten pairs


Named = Sequence[Standard] | None
"""The standards that the list of sources names; None where it leaves the choice to the build."""


def compare(
    store: Store, catalogs: Sequence[Catalog], named: Named = None
) -> tuple[Comparison, ...]:
    """The answers to the queries of the groups ``compare`` and ``measure``, by name.

    A query that needs a standard is asked once for each of :func:`standards_of`, one
    that needs divisions once for each pair, as long as there are few. One that needs anything
    else is left out.
    """
    standards = [standard.id for standard in standards_of(catalogs, named)]
    divisions = _divisions(catalogs)
    if len(divisions) > _MOST_DIVISIONS:
        divisions = ()
    wanted = [query for query in list_queries() if query.name.startswith(_GROUPS)]
    return tuple(
        _ask(store, query, parameters)
        for query in wanted
        for parameters in _choices(query.parameters, standards, divisions)
    )


def standards_of(catalogs: Iterable[Catalog], named: Named = None) -> tuple[Standard, ...]:
    """The standards that catalogs are held to: those of their fields.

    One of all fields is a yardstick only where it is named.
    """
    fields = _fields(catalogs)
    if named is None:
        return tuple(one for one in list_standards() if one.field in fields)
    return tuple(one for one in named if one.field in {"", *fields})


def compare_standards(
    store: Store,
    catalogs: Sequence[Catalog],
    folder: Path,
    named: Named = None,
    *,
    links: Mapping[str, str],
    base: str,
) -> tuple[Compared, ...]:
    """The comparison with each standard of the catalogs' fields, and with each general one.

    Each is written below ``folder`` as pages, JSON, Turtle and CSV. ``links`` name the page to
    review a catalog by, relative to ``folder``, by the IRI of the catalog.
    """
    fields = {"", *_fields(catalogs)}
    known = list_standards() if named is None else named
    aligned = None if named is None else True
    upwards = {iri: f"../../{page}" for iri, page in links.items()}
    found = []
    for standard in (one for one in known if one.items and one.field in fields):
        compared = comparison.compare(store, standard=standard, aligned=aligned)
        place = f"{FOLDER}/{standard.id}"
        written = {
            **comparison.render_pages(compared, links=upwards),
            "comparison.json": comparison.render(compared, "json"),
            "comparison.ttl": comparison.render(compared, "turtle", base=base),
            "matrix.csv": comparison.render(compared, "csv"),
        }
        for name, data in written.items():
            write_file(folder / place / name, [data])
        names = ("index.html", "comparison.json", "comparison.ttl", "matrix.csv")
        found.append(Compared(standard.title, tuple(f"{place}/{name}" for name in names)))
    return tuple(found)


def write_comparisons(comparisons: Iterable[Comparison], folder: Path) -> None:
    """Write each table as CSV under Chinese headings, with the mark that spreadsheets look for."""
    for one in comparisons:
        text = render_rows(one.rows, "csv", headings="zh", bom=True)
        write_file(folder / one.file, [text.encode("utf-8")])


def _choices(
    parameters: Iterable[Parameter], standards: Sequence[str], divisions: Sequence[str]
) -> Iterator[dict[str, str]]:
    """Each set of values for the parameters that a query must be given."""
    needed = [p for p in parameters if p.required]
    values = {"standard": standards, "division": divisions}
    for chosen in product(*(values.get(p.type, ()) for p in needed)):
        given = {p.name: value for p, value in zip(needed, chosen, strict=True)}
        places = [given[p.name] for p in needed if p.type == "division"]
        if all(one < other for one, other in pairwise(places)):
            yield given


def _ask(store: Store, query: NamedQuery, parameters: dict[str, str]) -> Comparison:
    name = "-".join([query.name.replace("/", "-"), *parameters.values()])
    return Comparison(
        query.name,
        query.title,
        query.answers,
        tuple(parameters.items()),
        f"{FOLDER}/{name}.csv",
        store.query(query, **parameters),
    )


def _fields(catalogs: Iterable[Catalog]) -> frozenset[str]:
    return frozenset(catalog.field.id for catalog in catalogs if catalog.field)


def _divisions(catalogs: Iterable[Catalog]) -> tuple[str, ...]:
    return tuple(sorted({c.division.code for c in catalogs if c.division}))

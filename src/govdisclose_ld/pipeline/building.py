"""A build: every catalog of a list read, written, checked, stored and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from govdisclose_ld.catalogs import read_catalog, record_json, unused_corrections
from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog
from govdisclose_ld.pipeline.comparison import (
    compare,
    compare_standards,
    standards_of,
    write_comparisons,
)
from govdisclose_ld.pipeline.front import front_page
from govdisclose_ld.pipeline.report import (
    name_of,
    report_json,
    report_page,
    report_text,
)
from govdisclose_ld.pipeline.sources import Source, Sources, load_sources
from govdisclose_ld.pipeline.values import Built, BuiltCatalog, Failure
from govdisclose_ld.pipeline.writing import new_folder, write_file
from govdisclose_ld.rdf import DEFAULT_BASE, catalog_iri, serialise
from govdisclose_ld.review import review_page
from govdisclose_ld.store import Store
from govdisclose_ld.validation import DEFAULT_SHAPES, Report, validate
from govdisclose_ld.validation.formats.words import SEVERITIES
from govdisclose_ld.writers import write_catalog

Say = Callable[[str], None]
_RDF = {"nq": "nquads", "ttl": "turtle", "jsonld": "jsonld"}


def build(
    sources: Path | Sources, output: Path, *, base: str = "", say: Say = lambda _: None
) -> Built:
    """Make the folder ``output`` from a list of sources; what is in it comes back.

    The folder appears whole, in place of what an earlier build left there, and the same sources
    give the same bytes (those of ``store`` apart, whose engine stamps its files). A source that
    cannot be read is left out and told. ``base`` outranks the list's. ``say`` is given a line
    for each step.

    Raises ConfigurationError for a wrong list, two catalogs with one IRI or bad shapes, InputError
    if no source can be read, OutputError if ``output`` is not this program's to replace.
    """
    listed = load_sources(sources) if isinstance(sources, Path) else sources
    with new_folder(output) as folder:
        built = _Build(listed, folder, base or listed.base or DEFAULT_BASE, say).run()
    return replace(built, folder=output)


class _Build:
    """One build under way."""

    def __init__(self, sources: Sources, folder: Path, base: str, say: Say):
        self._sources = sources
        self._standards = sources.standards
        self._folder = folder
        self._base = base
        self._say = say
        self._failures: list[Failure] = []
        self._seen: dict[str, str] = {}

    def run(self) -> Built:
        catalogs = tuple(self._catalogs())
        if not catalogs:
            raise self._failures[0].error
        with Store(self._folder / "store") as store:
            reference = {*store.load_reference(), *map(store.load_standard, self._standards or ())}
            # The store keeps numbers by value, so catalogs go out as they were stated, not from it.
            described = [line.encode() for line in store.dump()]
            stated = serialise((one.catalog for one in catalogs), "nquads", base=self._base)
            write_file(self._folder / "dataset.nq", chain(described, stated))
            for one in catalogs:
                store.replace(one.catalog, base=self._base)
            store.optimize()
            self._say(f"数据库 store  {len(catalogs)} + {len(reference)} 个图 graphs → store/")
            own = [one.catalog for one in catalogs]
            comparisons = compare(store, own, self._standards)
            links = {one.iri: one.files[-1] for one in catalogs}
            compared = compare_standards(
                store, own, self._folder, self._standards, links=links, base=self._base
            )
        write_comparisons(comparisons, self._folder)
        self._say(f"比较 comparison  {len(comparisons)} 张表 tables → comparison/")
        built = Built(self._folder, catalogs, comparisons, compared, tuple(self._failures))
        self._write_pages(built)
        return built

    def _catalogs(self) -> Iterator[BuiltCatalog]:
        """The catalogs with their files written; sources that cannot be read are noted."""
        read = [(source, one) for source in self._sources.catalogs if (one := self._read(source))]
        paths = [catalog_path(catalog) for _, catalog in read]
        for unused in unused_corrections(paths, self._sources.corrections):
            self._say(str(unused))
        names = _file_names([catalog for _, catalog in read])
        for (source, catalog), name in zip(read, names, strict=True):
            files = self._write_catalog(catalog, name)
            iri = catalog_iri(catalog, base=self._base)
            built = BuiltCatalog(source, catalog, iri, self._validate(catalog), files)
            self._say(f"目录 catalog  {name_of(built)}：{_counted(built)}")
            yield built

    def _validate(self, catalog: Catalog) -> Report:
        """The report by the shapes that the list names and by the standards.

        Where it names shapes and no standards, by these shapes alone.
        """
        shapes = self._sources.shapes
        alone = shapes and self._standards is None
        standards = () if alone else standards_of([catalog], self._standards)
        chosen = shapes or DEFAULT_SHAPES
        return validate(catalog, shapes=chosen, standards=standards, base=self._base)

    def _read(self, source: Source) -> Catalog | None:
        try:
            catalog, _ = read_catalog(
                source.path,
                known=source.known,
                corrections=self._sources.corrections,
                standards=self._standards,
                mappings=self._sources.mappings,
                limits=self._sources.limits,
            )
        except InputError as error:
            error.where = source.file
            self._failures.append(Failure(source.file, error))
            self._say(f"未读 not read  {error}")
            return None
        self._refuse_second(source, catalog)
        return catalog

    def _refuse_second(self, source: Source, catalog: Catalog) -> None:
        iri = catalog_iri(catalog, base=self._base)
        if first := self._seen.get(iri):
            raise ConfigurationError(
                f"{first} 和 {source.file} 得到同一个 IRI：{iri}",
                f"{first} and {source.file} have one IRI: {iri}",
                remedy=(
                    "请去掉重复的文件，或在来源清单里给其中一个写上 slug 或 version",
                    "leave one of them out, or give one a slug or version in the list of sources",
                ),
            )
        self._seen[iri] = source.file

    def _write_catalog(self, catalog: Catalog, name: str) -> tuple[str, ...]:
        written = {
            f"catalogs/{name}.{suffix}": b"".join(serialise([catalog], form, base=self._base))
            for suffix, form in _RDF.items()
        }
        written |= {
            f"catalogs/{name}.json": record_json(catalog).encode("utf-8", "backslashreplace"),
            f"catalogs/{name}.csv": write_catalog(catalog, "csv"),
            f"review/{name}.html": review_page(catalog).encode("utf-8", "replace"),
        }
        for path, data in written.items():
            write_file(self._folder / path, [data])
        return tuple(written)

    def _write_pages(self, built: Built) -> None:
        pages = {
            "report.txt": report_text(built).encode("utf-8", "replace"),
            "report.json": report_json(built).encode("utf-8", "backslashreplace"),
            "report.html": report_page(built),
            "index.html": front_page(built),
        }
        for name, data in pages.items():
            write_file(self._folder / name, [data])
        self._say("报告和首页 pages  report.html, index.html")


def _file_names(catalogs: Sequence[Catalog]) -> list[str]:
    """``division-slug``, and the version after it where several catalogs share that."""
    short = [f"{c.division.code if c.division else 'unknown'}-{c.slug}" for c in catalogs]
    shared = {name for name, times in Counter(short).items() if times > 1}
    return [
        f"{name}-{catalog.version}" if name in shared else name
        for name, catalog in zip(short, catalogs, strict=True)
    ]


def _counted(one: BuiltCatalog) -> str:
    found = [f"{SEVERITIES[s].zh} {n}" for s, n in one.report.counts.items()]
    english = [f"{severity} {n}" for severity, n in one.report.counts.items()]
    items = len(one.catalog.items)
    return f"{items} 项，{'，'.join(found)} (items {items}, {', '.join(english)})"

"""The embedded store: named graphs on disk or in memory, one for each catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError, InputNotFoundError, OutputError
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf import DEFAULT_BASE, catalog_iri, statements
from govdisclose_ld.rdf.standards import standard_iri, standard_statements
from govdisclose_ld.standards import Standard
from govdisclose_ld.store.opening import find_format, graph_node, open_engine, unreadable
from govdisclose_ld.store.parameters import Given
from govdisclose_ld.store.process import evaluate_in_time
from govdisclose_ld.store.queries import NamedQuery
from govdisclose_ld.store.reference import reference_graphs
from govdisclose_ld.store.results import oxigraph_rows
from govdisclose_ld.store.rows import Rows
from govdisclose_ld.store.sources import query
from govdisclose_ld.store.syntax import check_syntax, syntax_error
from govdisclose_ld.store.tokens import query_form

_BULK_BYTES = 16 << 20


class Store:
    """A dataset of named graphs, on disk under ``path`` or in memory without one.

    To be used in a ``with`` statement. A store on disk has one writer at a time; with
    ``read_only`` any number of readers may open it, and they see what it held when they did.
    ``timeout`` bounds each query, in seconds: pyoxigraph cannot stop a query, so each one then
    runs in a process of its own, which takes a store that is opened ``read_only``.

    Raises InputNotFoundError if a store to be read is not there, InputError if ``path`` is a
    file, a folder of other things, damaged, or open for writing elsewhere.
    """

    def __init__(
        self,
        path: Path | str | None = None,
        *,
        read_only: bool = False,
        timeout: float | None = None,
    ) -> None:
        if timeout is not None and (path is None or not read_only or timeout <= 0):
            raise ConfigurationError(
                "限时查询要求以只读方式打开磁盘上的数据库，且时限大于 0",
                "a time-out is above 0 seconds, for a store on disk that is opened read-only",
                remedy=("请用 Store(path, read_only=True)", "use Store(path, read_only=True)"),
            )
        self.path = None if path is None else Path(path)
        self.read_only = read_only
        self.timeout = timeout
        self._engine: ox.Store | None = open_engine(self.path, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write everything to disk and let others open the store."""
        if self._engine is not None and self.path is not None and not self.read_only:
            self._engine.flush()
        self._engine = None

    def replace(self, catalog: Catalog, *, base: str = DEFAULT_BASE) -> str:
        """Put ``catalog`` in place of what its graph held; return the IRI of the graph.

        Other graphs are left alone, and a reader sees the old graph or the new, never half.
        Raises OutputError if the disk does not take it.
        """
        graph = catalog_iri(catalog, base=base)
        self._replace_graph(graph, (" ".join(line) for line in statements(catalog, base=base)))
        return graph

    def load(
        self,
        source: Path | str | bytes,
        *,
        format: str = "",  # noqa: A002
        graph: str | None = None,
    ) -> None:
        """Add the statements of an RDF file, or of bytes in ``format``: all of them, or none.

        ``format`` is a file suffix (``nq``, ``trig``, ``ttl``, ``nt``, ``rdf``, ``jsonld``) or a
        media type; a file's own suffix serves without it. ``graph`` takes the statements of
        formats that know no graphs, instead of the default graph.

        Raises InputNotFoundError, or InputError that names the line, if it cannot be read.
        """
        engine = self._writable()
        file = None if isinstance(source, bytes) else Path(source)
        kind = find_format(file, format)
        target = None if graph is None else graph_node(graph)
        try:
            if isinstance(source, bytes):
                engine.load(source, kind, to_graph=target)
            elif (path := Path(source)).stat().st_size < _BULK_BYTES:
                engine.load(path.read_bytes(), kind, to_graph=target)
            else:
                engine.bulk_load(path=path, format=kind, to_graph=target)
        except (SyntaxError, ValueError, OSError) as error:
            raise unreadable(file, kind, error) from error

    def load_reference(self) -> tuple[str, ...]:
        """Put the ontology, code lists and standards that ship with the library into the store.

        Each goes into the graph of its own IRI, in place of what that held; the IRIs come back.
        Raises ConfigurationError if a file is damaged or does not say what it describes.
        """
        graphs = dict(reference_graphs(assets.path("ontology")))
        for graph, lines in graphs.items():
            self._replace_graph(graph, lines)
        return tuple(sorted(graphs))

    def load_standard(self, standard: Standard) -> str:
        """Put a standard into the graph of its own IRI, in place of what that held; return the IRI.

        For one that does not ship with the library; queries then take its id as ``standard``.
        """
        graph = standard_iri(standard.id)
        self._replace_graph(graph, (" ".join(line) for line in standard_statements(standard)))
        return graph

    def optimize(self) -> None:
        """Compact the files on disk, which takes seconds for each million statements.

        Worth it after loading hundreds of catalogs: queries then run up to four times as fast.
        """
        self._writable().optimize()

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        return tuple(sorted(str(graph.value) for graph in self._open().named_graphs()))

    def remove(self, graph: str) -> None:
        """Take one named graph out. Raises InputNotFoundError if it is not there."""
        engine, node = self._writable(), graph_node(graph)
        if not engine.contains_named_graph(node):
            raise InputNotFoundError(
                "数据库中没有这个图",
                "the store holds no such graph",
                where=graph,
                remedy=("graphs() 列出所有的图", "graphs() lists those it holds"),
            )
        engine.remove_graph(node)

    def dump(self) -> Iterator[str]:
        """The whole store as lines of N-Quads, one graph after the other, each sorted.

        The default graph comes first, then named graphs by IRI. One graph at a time is held in
        memory. Without blank nodes, equal stores give equal lines. Oxigraph keeps numbers by
        value: ``xsd:nonNegativeInteger`` and its like come back as ``xsd:integer``.
        """
        engine = self._open()
        yield from sorted(f"{quad} .\n" for quad in _quads_of(engine, ox.DefaultGraph()))
        for graph in self.graphs():
            yield from sorted(f"{quad} .\n" for quad in _quads_of(engine, ox.NamedNode(graph)))

    def query(self, named: NamedQuery | Path | str, /, **params: Given) -> Rows:
        """The same as ``query(store, named, **params)``."""
        return query(self, named, **params)

    def evaluate(self, text: str, *, where: str = "") -> Rows:
        """The answer to one query as it stands; the default graph is the union of all graphs.

        Raises ConfigurationError for a syntax error or an update, and RemoteTimeoutError if the
        process that is asked needs longer than ``timeout``.
        """
        form = query_form(text, where=where)
        engine = self._open()
        if self.timeout is not None and self.path is not None:
            check_syntax(text, where=where)
            return evaluate_in_time(self.path, text, form, timeout=self.timeout)
        try:
            answer = engine.query(text, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise syntax_error(text, str(error), where=where) from error
        return oxigraph_rows(answer, form)

    def _replace_graph(self, graph: str, lines: Iterable[str]) -> None:
        """One update, which pyoxigraph carries out as one transaction."""
        body = " .\n".join(lines)
        target = str(graph_node(graph))
        try:
            self._writable().update(
                f"DROP SILENT GRAPH {target} ; INSERT DATA {{ GRAPH {target} {{\n{body}\n}} }}"
            )
        except OSError as error:
            raise OutputError(
                "数据库无法写入",
                f"the store cannot be written: {error}",
                where=str(self.path or "memory"),
                remedy=("请检查磁盘空间和权限", "check the space on disk and the permissions"),
            ) from error

    def _open(self) -> ox.Store:
        if self._engine is None:
            raise ConfigurationError(
                "数据库已关闭",
                "the store is closed",
                where=str(self.path or "memory"),
                remedy=("请在 with 语句之内使用", "use it inside its with statement"),
            )
        return self._engine

    def _writable(self) -> ox.Store:
        if self.read_only:
            raise ConfigurationError(
                "数据库以只读方式打开",
                "the store is opened read-only",
                where=str(self.path),
                remedy=("请去掉 read_only", "open it without read_only"),
            )
        return self._open()


def _quads_of(engine: ox.Store, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    return iter(engine.quads_for_pattern(None, None, None, graph))

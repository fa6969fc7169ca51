"""Shapes by name: those that ship with the library, and a user's own files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

import pyoxigraph
from rdflib import DCTERMS, OWL, RDF, SH, Graph, Literal

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards import Standard, refuse_shared_ids
from govdisclose_ld.validation.reading import read_rdf_file
from govdisclose_ld.validation.rules import Rule, read_rules, wording_of
from govdisclose_ld.validation.standards import standard_shapes

_ADVANCED = (SH.target, SH.rule, SH.expression)  # SHACL Advanced Features


@dataclass(frozen=True, slots=True)
class ShapesFile:
    """A shapes file that ships with the library; ``name`` is what :func:`validate` takes."""

    name: str
    path: Path
    title: Phrase


def list_shapes() -> tuple[ShapesFile, ...]:
    """The shapes that ship with the library, in the order of their names."""
    return tuple(
        ShapesFile(name, path, _title(_shipped_graph(path)))
        for name, path in _shipped_files().items()
    )


def describe_shapes(name: str) -> tuple[Rule, ...]:
    """The rules of one shapes file, by name or path, in the order of their codes.

    Raises ConfigurationError as :func:`load_shapes` does.
    """
    rules = read_rules(load_shapes([name]))
    return tuple(sorted(rules.values(), key=lambda rule: (rule.code, rule.iri)))


def load_shapes(names: Sequence[str | Path], standards: Sequence[Standard] = ()) -> Graph:
    """A fresh graph of the named shapes, for an engine to do with as it likes.

    A name is that of a shipped file (``completeness``, ``standards/<id>``) or the path of a file
    of one's own; the shapes of ``standards`` are made on the spot. Raises ConfigurationError for
    a name that is neither, for a file that is not RDF, for a SPARQL constraint that does not
    parse, and for two standards with one id.
    """
    refuse_shared_ids(standards)
    shapes = Graph()
    for name in names:
        shapes += _named(name)
    told = {str(name) for name in names}
    for standard in dict.fromkeys(standards):
        if f"standards/{standard.id}" not in told:
            shapes += _of_standard(standard)
    if not any(shapes.subjects(predicate=None, object=None)):
        _fail_empty(names)
    return shapes


def uses_advanced_features(shapes: Graph) -> bool:
    """Whether the shapes need SHACL Advanced Features (its custom targets, rules, functions)."""
    return any((None, predicate, None) in shapes for predicate in _ADVANCED)


def _named(name: str | Path) -> Graph:
    shipped = _shipped_files()
    if str(name) in shipped:
        return _shipped_graph(shipped[str(name)])
    path = Path(name)
    if not path.is_file():
        _fail_unknown(str(name), list(shipped))
    try:
        shapes = read_rdf_file(path)
    except InputError as error:
        raise ConfigurationError(
            f"形状文件读不出来：{error.zh}",
            f"the shapes file cannot be read: {error.en}",
            where=error.where,
            remedy=("请改正该文件", "mend that file"),
        ) from error
    _check_queries(shapes, str(path))
    return shapes


@lru_cache(maxsize=16)
def _of_standard(standard: Standard) -> Graph:
    return Graph().parse(data=standard_shapes(standard), format="turtle")


@cache
def _shipped_files() -> dict[str, Path]:
    folder = assets.path("shapes")
    files = sorted(folder.rglob("*.ttl"))
    return {file.relative_to(folder).with_suffix("").as_posix(): file for file in files}


@cache
def _shipped_graph(path: Path) -> Graph:
    return read_rdf_file(path)


def _title(shapes: Graph) -> Phrase:
    titles = [
        title
        for ontology in shapes.subjects(RDF.type, OWL.Ontology)
        for title in shapes.objects(ontology, DCTERMS.title)
        if isinstance(title, Literal)
    ]
    return wording_of(titles)


def _check_queries(shapes: Graph, where: str) -> None:
    """rdflib reports a query that does not parse late and in many ways; oxigraph at once."""
    prefixes = "".join(_prefixes(shapes))
    for predicate in (SH.select, SH.ask):
        for constraint, query in shapes.subject_objects(predicate):
            text = f"{prefixes}{query}".replace("$PATH", "<urn:path>")
            try:
                pyoxigraph.Store().query(text)
            except SyntaxError as error:
                shape = next(iter(shapes.subjects(None, constraint)), constraint)
                raise ConfigurationError(
                    f"形状里的 SPARQL 查询有语法错误：{error.msg}",
                    f"a SPARQL query among the shapes does not parse: {error.msg}",
                    where=f"{where}: {shape}",
                    remedy=("请改正该查询", "mend that query"),
                ) from error


def _prefixes(shapes: Graph) -> Iterator[str]:
    for declaration in sorted(shapes.objects(None, SH.declare), key=str):
        prefix = shapes.value(declaration, SH.prefix)
        namespace = shapes.value(declaration, SH.namespace)
        yield f"PREFIX {prefix}: <{namespace}>\n"


def _fail_unknown(name: str, known: list[str]) -> None:
    listed = ", ".join(known)
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    raise ConfigurationError(
        f"没有名为 {name} 的形状，也没有这个文件；现有：{listed}",
        f"no shapes are called {name}, nor is there such a file; there are: {listed}",
        remedy=(
            (f"是不是 {near[0]}？", f"did you mean {near[0]}?")
            if near
            else ("请用上列名称之一，或给出文件路径", "use one of these names, or a file's path")
        ),
    )


def _fail_empty(names: Sequence[str | Path]) -> None:
    raise ConfigurationError(
        "没有任何形状可用于检查",
        "there are no shapes to check with",
        where=", ".join(map(str, names)),
        remedy=("请给出形状的名称或文件", "name some shapes or a file of them"),
    )

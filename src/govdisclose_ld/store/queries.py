"""Named queries: the shipped ones, files and plain text, with what their headers say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import UNSAID, Phrase
from govdisclose_ld.store.header import Header, parse_header
from govdisclose_ld.store.labels import Column, Parameter
from govdisclose_ld.store.parameters import Given, bind_parameters
from govdisclose_ld.store.tokens import place, query_form, substitute, tokenize

_NAME = re.compile(r"[\w./-]+")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A SPARQL query and its header; ``where`` is its file, empty for plain text."""

    name: str
    text: str
    where: str = ""
    title: Phrase = UNSAID
    answers: Phrase = UNSAID
    source: Phrase = UNSAID
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()

    def terms(self, **given: Given) -> dict[str, str]:
        """The serialised term of each parameter that is given or has a default.

        Raises ConfigurationError for an unknown, missing or wrong parameter.
        """
        return bind_parameters(self.parameters, given, where=self.where or self.name)

    def bind(self, **given: Given) -> str:
        """The query with every parameter that is given, or has a default, put in as a term.

        A parameter that is not given stays a variable, which nothing binds.
        Raises ConfigurationError for an unknown, missing or wrong parameter.
        """
        return substitute(self.text, self.terms(**given))


def list_queries() -> tuple[NamedQuery, ...]:
    """The queries that ship with the library, by name (``measure/timeliness``)."""
    return tuple(_shipped().values())


def load_query(source: Path | str, /) -> NamedQuery:
    """A query by the name of a shipped one, by the path of an ``.rq`` file, or from its text.

    Raises ConfigurationError for an unknown name (and names the nearest), a file that cannot be
    read, a bad header, parameters that header and query do not agree on, or an update.
    """
    if isinstance(source, Path) or source.endswith((".rq", ".sparql")):
        return _read_query(Path(source), Path(source).stem)
    if not _NAME.fullmatch(source):
        return _parse_query("query", source, "")
    queries = _shipped()
    if source not in queries:
        nearest = get_close_matches(source, queries, n=1, cutoff=0.0)[0]
        raise ConfigurationError(
            f"没有名为 {source} 的查询",
            f"there is no query {source}",
            where=source,
            remedy=(
                f"是否想用 {nearest}？list queries 列出所有查询",
                f"did you mean {nearest}? 'list queries' shows them all",
            ),
        )
    return queries[source]


@cache
def _shipped() -> dict[str, NamedQuery]:
    folder = assets.path("queries")
    files = sorted(folder.rglob("*.rq"))
    names = [file.relative_to(folder).with_suffix("").as_posix() for file in files]
    return {name: _read_query(file, name) for name, file in zip(names, files, strict=True)}


def _read_query(file: Path, name: str) -> NamedQuery:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            "无法读取查询文件",
            f"cannot read the query: {error}",
            where=str(file),
            remedy=("请检查路径和编码（应为 UTF-8）", "check its path and encoding (UTF-8)"),
        ) from error
    return _parse_query(name, text, str(file))


def _parse_query(name: str, text: str, where: str) -> NamedQuery:
    header = parse_header(text, where=where)
    query_form(text, where=where)
    if header != Header():
        _check_parameters(text, header, where)
    return NamedQuery(
        name,
        text,
        where,
        title=header.title,
        answers=header.answers,
        source=header.source,
        parameters=header.parameters,
        columns=header.columns,
    )


def _check_parameters(text: str, header: Header, where: str) -> None:
    """``$a`` and ``?a`` are one variable (SPARQL, section 4.1.3): no name may stand as both."""
    declared = {parameter.name for parameter in header.parameters}
    used = set()
    for token in tokenize(text, where=where):
        if token.kind != "variable":
            continue
        sign, name = token.text[0], token.text[1:]
        if sign == "?" and name in declared:
            _fail(where, token.line, f"参数 {name} 应写作 ${name}", f"parameter {name} is ${name}")
        if sign == "$" and name not in declared:
            _fail(where, token.line, f"${name} 没有在 params 中说明", f"${name} is not in params")
        used.add(token.text)
    for name in sorted(declared - {token[1:] for token in used if token[0] == "$"}):
        _fail(where, 1, f"查询没有用到参数 {name}", f"the query does not use parameter {name}")


def _fail(where: str, line: int, zh: str, en: str) -> None:
    raise ConfigurationError(
        zh,
        en,
        where=place(where, line),
        remedy=("请改正查询或其说明", "mend the query or its header"),
    )

"""The tokens of a SPARQL query: enough of its grammar to bind a parameter without pasting text.

The terminals are those of SPARQL 1.1 Query Language, section 19.8. What cannot hide a variable
(operators, numbers, white space) is not told apart further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govdisclose_ld.errors import ConfigurationError

FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
# Keywords of SPARQL 1.1 Update that no query contains outside strings, IRIs and names.
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"}
)

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_INNER = _BASE + "_0-9\u00b7\u0300-\u036f\u203f-\u2040"
_TERMINALS = re.compile(
    rf"""
      (?P<comment>\#[^\n\r]*)
    | (?P<string>\"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*\"\"\"
               | '''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
               | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*>)
    | (?P<variable>[?$][{_BASE}_0-9][{_INNER}]*)
    | (?P<name>(?:[{_BASE}][{_INNER}.-]*)?:(?:[{_INNER}:.%-]|\\.)*)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<word>[{_BASE}_0-9][{_INNER}]*)
    | (?P<space>\s+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One terminal of a query; ``line`` counts from 1."""

    kind: str
    text: str
    line: int


def tokenize(text: str, *, where: str = "") -> Iterator[Token]:
    """The tokens of ``text``; their texts joined give it back.

    Raises ConfigurationError at a string that is never closed.
    """
    line = 1
    for match in _TERMINALS.finditer(text):
        kind, piece = match.lastgroup or "other", match.group()
        if kind == "other" and piece in {'"', "'"}:
            raise ConfigurationError(
                "查询中的字符串没有结束引号",
                "a string in the query is never closed",
                where=place(where, line),
                remedy=("请补上引号", "close it with a quotation mark"),
            )
        yield Token(kind, piece, line)
        line += piece.count("\n")


def query_form(text: str, *, where: str = "") -> str:
    """``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``.

    Raises ConfigurationError for an update (SPARQL 1.1 Update) or for no query at all.
    """
    form = ""
    for token in tokenize(text, where=where):
        word = token.text.upper() if token.kind == "word" else ""
        if word in _UPDATES:
            raise ConfigurationError(
                f"这里只能查询，不能更新数据：{word}",
                f"only queries are allowed here, and {word} changes data",
                where=place(where, token.line),
                remedy=("请使用 load 命令更新数据库", "use the load command to change a store"),
            )
        form = form or (word if word in FORMS else "")
    if not form:
        raise ConfigurationError(
            "不是 SPARQL 查询",
            "this is no SPARQL query",
            where=where,
            remedy=(
                "查询应含 SELECT、ASK、CONSTRUCT 或 DESCRIBE",
                "a query contains SELECT, ASK, CONSTRUCT or DESCRIBE",
            ),
        )
    return form


def substitute(text: str, terms: Mapping[str, str]) -> str:
    """``text`` with each token ``$name`` replaced by the serialised term of that name.

    Strings, IRIs, comments and names are left alone, so a term stays one token whatever it holds.
    The blanks around it keep ``<$a`` from becoming ``<<``.
    """
    return "".join(
        f" {terms[token.text[1:]]} "
        if token.kind == "variable" and token.text[0] == "$" and token.text[1:] in terms
        else token.text
        for token in tokenize(text)
    )


def uses_graphs(text: str) -> bool:
    """Whether the query asks for named graphs (SPARQL 1.1, section 13.3)."""
    return any(t.kind == "word" and t.text.upper() == "GRAPH" for t in tokenize(text))


def strip_comments(text: str) -> str:
    """``text`` without comments; the lines keep their numbers."""
    return "".join(token.text for token in tokenize(text) if token.kind != "comment")


def place(where: str, line: int) -> str:
    """``where:line``, or the line alone for a query that is no file."""
    return f"{where}:{line}" if where else f"line {line}"

"""Errors of syntax in a query, told with the line that they stand on."""

from __future__ import annotations

import re

import pyoxigraph as ox

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.store.tokens import place

_POSITION = re.compile(r"error at (\d+):(\d+): *(.*)", re.DOTALL)


def check_syntax(text: str, *, where: str = "") -> None:
    """Parse ``text``. Raises ConfigurationError that shows the line of a syntax error."""
    try:
        ox.Store().query(text)
    except SyntaxError as error:
        raise syntax_error(text, str(error), where=where) from error


def syntax_error(text: str, reason: str, *, where: str = "") -> ConfigurationError:
    """The error for what pyoxigraph's parser says of ``text``."""
    found = _POSITION.search(reason)
    line, column, expected = found.groups() if found else ("1", "1", reason)
    lines = text.splitlines() or [""]
    shown = lines[min(int(line), len(lines)) - 1].strip()
    return ConfigurationError(
        f"SPARQL 语法错误，第 {line} 行第 {column} 列：{shown}",
        f"SPARQL syntax error at line {line}, column {column}: {expected}",
        where=place(where, int(line)),
        remedy=("请改正这一行", "mend that line"),
    )

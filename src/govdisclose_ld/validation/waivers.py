"""Waivers: findings that somebody answers for until a day, read from a YAML file."""

from __future__ import annotations

import re
from pathlib import Path

from govdisclose_ld.standards.entries import Entry, Fields, read_entries
from govdisclose_ld.validation.screens import Scope, Waiver

_REQUIRED = ("code", "owner", "reason", "expires")
_SCOPE = ("division", "catalog", "document", "item", "row")
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_waivers(file: Path) -> tuple[Waiver, ...]:
    """The waivers of a file, in its order.

    The file has a list ``waivers``, each with ``code``, ``owner``, ``reason``, ``expires`` (a
    date, the last day that it holds) and, if it is not about every finding of that code, a
    ``scope`` (see :class:`~govdisclose_ld.validation.screens.Scope`). Raises ConfigurationError
    with file, line, field and what was expected there.
    """
    listed = read_entries(file).fields(required=["waivers"])["waivers"]
    if listed.value == []:
        return ()
    return tuple(_waiver(entry, file) for entry in listed.items())


def _waiver(entry: Entry, file: Path) -> Waiver:
    fields = entry.fields(required=_REQUIRED, optional=["scope"])
    return Waiver(
        code=_code(fields["code"]),
        owner=fields["owner"].text().strip(),
        reason=fields["reason"].text().strip(),
        expires=fields["expires"].day(),
        scope=fields.read("scope", _scope, default=Scope()),
        place=f"{file.name}:{entry.line}",
    )


def _scope(entry: Entry) -> Scope:
    fields = entry.fields(required=(), optional=_SCOPE)
    return Scope(**{name: _words(fields, name) for name in _SCOPE})


def _words(fields: Fields, name: str) -> str:
    return fields.read(name, _text, default="").strip()


def _text(entry: Entry) -> str:
    """Text; a division code that stands without quotes is a number to YAML."""
    return str(entry.whole()) if isinstance(entry.value, int) else entry.text()


def _code(entry: Entry) -> str:
    if not isinstance(entry.value, str) or not _CODE.fullmatch(entry.value):
        entry.fail(
            f"应为发现的代码（见 govdisclose list findings），实为 {entry.value!r}",
            f"expected the code of a finding (see govdisclose list findings), "
            f"found {entry.value!r}",
        )
    return str(entry.value)

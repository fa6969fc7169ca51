"""The exceptions that the library raises.

::

    GovDiscloseError
    ├── InputError (ValueError)              a document cannot be read            exit 3
    │   └── InputNotFoundError (FileNotFoundError)
    ├── ConfigurationError (ValueError)      shapes, query, knowledge file is bad exit 4
    ├── OutputError (OSError)                a result cannot be written           exit 2
    └── RemoteError (ConnectionError)        an endpoint failed                   exit 5
        └── RemoteTimeoutError (TimeoutError)

A *finding* (:mod:`govdisclose_ld.model.findings`) is data about a source document and is never
raised; an exception means that the work asked for cannot be done.
"""

from __future__ import annotations


class GovDiscloseError(Exception):
    """The root: says what happened, where, and what to do next, in Chinese and in English.

    ``exit_code`` is what the command line returns for it.
    """

    exit_code = 1

    def __init__(self, zh: str, en: str, *, where: str = "", remedy: tuple[str, str] = ("", "")):
        super().__init__(zh, en)
        self.zh = zh
        self.en = en
        self.where = where
        self.remedy_zh, self.remedy_en = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        lines = [f"{place}{self.zh} ({self.en})"]
        if self.remedy_zh or self.remedy_en:
            lines.append(f"→ {self.remedy_zh} ({self.remedy_en})")
        return "\n".join(lines)


class InputError(GovDiscloseError, ValueError):
    """A document is there but cannot be read as a catalog."""

    exit_code = 3


class InputNotFoundError(InputError, FileNotFoundError):
    """A document, folder or store that was named does not exist."""


class ConfigurationError(GovDiscloseError, ValueError):
    """Shapes, a query, a parameter or a knowledge file is wrong; ``where`` names file and line."""

    exit_code = 4


class OutputError(GovDiscloseError, OSError):
    """A result cannot be written, or would overwrite what this program did not make."""

    exit_code = 2


class RemoteError(GovDiscloseError, ConnectionError):
    """A SPARQL endpoint refused, failed, or answered something that is no SPARQL result."""

    exit_code = 5


class RemoteTimeoutError(RemoteError, TimeoutError):
    """A SPARQL endpoint did not answer in time."""

"""Words in Chinese and English that describe a query, its parameters and its columns."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.model import UNSAID, Phrase


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: the variable's name, its heading, and what it holds."""

    name: str
    heading: Phrase = UNSAID
    meaning: Phrase = UNSAID


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes.

    ``type`` is one of the names of :data:`govdisclose_ld.store.parameters.TYPES`, ``scheme`` the
    code list of a ``code``, ``default`` the text used when the parameter is not given.
    """

    name: str
    type: str
    meaning: Phrase = UNSAID
    scheme: str = ""
    required: bool = False
    default: str | None = None

"""Words in Chinese and English that describe a query, its parameters and its columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """The same words in Chinese and in English."""

    zh: str = ""
    en: str = ""

    def __str__(self) -> str:
        return f"{self.zh} ({self.en})" if self.en else self.zh


NO_LABEL = Label()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: the variable's name, its heading, and what it holds."""

    name: str
    heading: Label = NO_LABEL
    meaning: Label = NO_LABEL


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes.

    ``type`` is one of the names of :data:`govdisclose_ld.store.parameters.TYPES`, ``scheme`` the
    code list of a ``code``, ``default`` the text used when the parameter is not given.
    """

    name: str
    type: str
    meaning: Label = NO_LABEL
    scheme: str = ""
    required: bool = False
    default: str | None = None

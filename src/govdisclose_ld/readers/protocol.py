"""What a reader of one document format is."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from govdisclose_ld.model import Document
from govdisclose_ld.readers.limits import Limits


@runtime_checkable
class Reader(Protocol):
    """Reads one format. Third parties register theirs at the entry point group
    ``govdisclose_ld.readers``; one that bears the name of a built-in reader replaces it.
    """

    @property
    def name(self) -> str:
        """A short name, unique among readers (``"docx"``)."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file name endings of the format, with their dot, in lower case."""

    def recognises(self, data: bytes, suffix: str) -> float:
        """How surely ``data`` is of this format, 0 (it is not) to 1.

        ``suffix`` is the ending of the file's name, lower case with its dot, or empty. Content
        weighs more than the name: a mere match of the suffix should give no more than 0.3.
        """

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """The document that ``data`` prints. Raises InputError if it cannot be read."""

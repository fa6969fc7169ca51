"""How a command is told to read documents: one group of options, one value, one reading."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from io import BytesIO
from pathlib import Path
from typing import Any

from govdisclose_ld.alignment import mapping_files
from govdisclose_ld.catalogs import (
    correction_files,
    find_standard,
    read_catalog,
    unused_corrections,
)
from govdisclose_ld.cli import options
from govdisclose_ld.cli.console import say
from govdisclose_ld.interpret import Known, catalog_path, load_layout
from govdisclose_ld.interpret.fields import field_id
from govdisclose_ld.model import Catalog, Document
from govdisclose_ld.readers import Limits, limits_of, read_document
from govdisclose_ld.standards import Standard, refuse_shared_ids

Command = Callable[..., None]
_MOST_UNUSED = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What the options tell of the documents to be read; None for what ships. ``read`` are the
    paths of the catalogs read so far."""

    known: Known
    limits: Limits
    corrections: tuple[Path, ...] | None = None
    mappings: tuple[Path, ...] | None = None
    standards: Sequence[Standard] | None = None
    read: list[str] = field(default_factory=list)

    def document(self, file: Path) -> Document:
        """What the file, or standard input, prints. Raises InputError if it cannot be read."""
        if file == options.STDIN:
            content = BytesIO(sys.stdin.buffer.read())
            return read_document(content, name="stdin", limits=self.limits)
        return read_document(file, limits=self.limits)

    def catalog(self, source: Path | Document) -> Catalog:
        """The catalog of a file or document. Raises InputError if it holds none."""
        catalog, _ = read_catalog(
            source if isinstance(source, Document) else self.document(source),
            known=self.known,
            corrections=self.corrections,
            standards=self.standards,
            mappings=self.mappings,
        )
        self.read.append(catalog_path(catalog))
        return catalog

    def tell_unused(self) -> None:
        """Tell which corrections files of the folder that was named are for no catalog read."""
        if self.corrections and self.read:
            for unused in unused_corrections(self.read, self.corrections)[:_MOST_UNUSED]:
                say(str(unused))


def reading_of(  # noqa: PLR0913 - each is an option
    *,
    division: options.Division = "",
    title: options.Title = "",
    publisher: options.Publisher = "",
    field: options.Field = "",
    corrections: options.Corrections = None,
    mappings: options.Mappings = None,
    standard: options.Standards = None,
    layout: options.LayoutFile = None,
    limit: options.LimitPairs = None,
) -> Reading:
    """The reading that options ask for. Raises ConfigurationError for a wrong one."""
    known = Known(
        division=division,
        title=title,
        publisher=publisher,
        field=field_id(field, where="--field"),
        layout=load_layout(layout) if layout else None,
    )
    standards = tuple(find_standard(name) for name in standard or ())
    refuse_shared_ids(standards)
    return Reading(
        known,
        _limits(limit or ()),
        corrections=correction_files(corrections) if corrections else None,
        mappings=mapping_files(mappings) if mappings else None,
        standards=standards or None,
    )


def reads_documents(*without: str) -> Callable[[Command], Command]:
    """Give a command the options of :func:`reading_of` in place of its parameter ``reading``.

    ``without`` are those that it does not have, or has for something else.
    """
    every = inspect.signature(reading_of, eval_str=True).parameters
    shared = [option for name, option in every.items() if name not in without]

    def with_options(command: Command) -> Command:
        @wraps(command)
        def called(**given: Any) -> None:
            own = {option.name: given.pop(option.name) for option in shared}
            reading = reading_of(**own)
            try:
                command(reading=reading, **given)
            finally:
                reading.tell_unused()

        signature = inspect.signature(command, eval_str=True)
        parameters = [
            each
            for parameter in signature.parameters.values()
            for each in (shared if parameter.name == "reading" else [parameter])
        ]
        # Typer makes the options of a command out of its signature.
        vars(called)["__signature__"] = signature.replace(parameters=parameters)
        return called

    return with_options


def _limits(pairs: Sequence[str]) -> Limits:
    parts = (text.partition("=") for text in pairs)
    values = {
        name.strip(): int(number) if number.strip().isdecimal() else number
        for name, _, number in parts
    }
    return limits_of(values, where="--limit")

"""The documents that a command is given: the good ones are read, the bad ones told at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import typer

from govdisclose_ld.cli.console import say, say_error
from govdisclose_ld.cli.reading import Reading
from govdisclose_ld.errors import GovDiscloseError, InputError
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog

RDF_SUFFIXES = frozenset({".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf"})


@dataclass
class Inputs:
    """The files of one call, and what was wrong with those that could not be read."""

    files: Sequence[Path]
    reading: Reading
    failures: list[GovDiscloseError] = field(default_factory=list)

    def catalogs(self) -> Iterator[tuple[Path, Catalog]]:
        """Each file with its catalog, in order.

        A file that cannot be read, or that is the catalog of an earlier one over again, is noted
        and passed over.
        """
        seen: dict[str, Path] = {}
        for file in self.files:
            try:
                catalog = self.reading.catalog(file)
                _refuse_second(seen.setdefault(catalog_path(catalog), file), file, catalog)
            except InputError as error:
                self.note(_at(file, error))
            else:
                yield file, catalog

    def catalogs_or_rdf(self) -> Iterator[tuple[Path, Catalog | None]]:
        """The same, with None for each file whose name tells that it is RDF already."""
        rdf = [file for file in self.files if file.suffix.lower() in RDF_SUFFIXES]
        yield from ((file, None) for file in rdf)
        documents = [file for file in self.files if file not in rdf]
        yield from replace(self, files=documents).catalogs()

    def note(self, error: InputError) -> None:
        """Add a file that could not be used."""
        self.failures.append(error)

    def close(self) -> None:
        """Tell what could not be read and, if there is any, exit with code 3."""
        if not self.failures:
            return
        if len(self.files) > 1:
            many, bad = len(self.files), len(self.failures)
            say(f"{many} 份文件中有 {bad} 份未能处理 ({bad} of {many} files failed):")
        for error in self.failures:
            say_error(error)
        raise typer.Exit(InputError.exit_code)


def _at(file: Path, error: InputError) -> InputError:
    """The error with the file as it was given: two files of one name are told apart."""
    error.where = str(file) if error.where == file.name else error.where
    return error


def _refuse_second(first: Path, file: Path, catalog: Catalog) -> None:
    if first is not file:
        raise InputError(
            f"与 {first} 是同一个目录：{catalog_path(catalog)}",
            f"is the same catalog as {first}",
            where=str(file),
            remedy=(
                "请去掉其中一份，或用来源清单分别写明 slug 或 version",
                "leave one out, or give slug or version in a list of sources (see build)",
            ),
        )

"""From a file to a :class:`~govdisclose_ld.model.Document`: what is printed, not what it means."""

from __future__ import annotations

from dataclasses import replace

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import CellRef, Document
from govdisclose_ld.readers.limits import Limits, limits_of
from govdisclose_ld.readers.notices import notice
from govdisclose_ld.readers.progress import Progress, told_to
from govdisclose_ld.readers.protocol import Reader
from govdisclose_ld.readers.registry import choose, list_readers, suffix_of
from govdisclose_ld.readers.sources import Source, load

__all__ = ["Limits", "Reader", "limits_of", "list_readers", "read_document"]


def read_document(
    source: Source,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Document:
    """The document that a path, bytes or an open binary file holds.

    The format is recognised by content first and by the ending of ``name`` (by default the
    file's own) second. ``progress`` is called with pages done and in all, where a format has
    pages. Raises InputNotFoundError if there is no such file and InputError if it
    cannot be read, goes past ``limits``, or needs a library that is not installed.
    """
    limits = limits or Limits()
    data, name = load(source, name=name, limits=limits)
    choice = choose(data, name)
    with told_to(progress):
        document = choice.read(data, name, limits)
    if not document.blocks:
        raise _blank(name)
    noticed = [
        notice("reader-faulty", CellRef(name), plugin=fault.plugin, reason=fault.reason)
        for fault in choice.faults
    ]
    if choice.contradicts:
        code, suffix = "suffix-contradicts-content", suffix_of(name)
        noticed.append(notice(code, CellRef(name), suffix=suffix, format=choice.name))
    return replace(document, findings=(*noticed, *document.findings))


def _blank(name: str) -> InputError:
    return InputError(
        "文件里没有文字",
        "nothing is printed in this file as text",
        where=name,
        remedy=(
            "如果内容是图片或扫描件，请先做文字识别（OCR）",
            "if it holds pictures or scans, have them recognised (OCR) first",
        ),
    )

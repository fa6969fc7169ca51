"""OFD (GB/T 33190-2016): a ZIP archive of XML pages that place characters and draw paths.

The pages are drawn again as a PDF in memory and read as one. Written from the published structure
of the format; signatures, seals, annotations and pictures are not looked at.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element as Element

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.limits import Limits, refuse
from govdisclose_ld.readers.ofd.drawing import drawn, numbers
from govdisclose_ld.readers.ofd.paper import portable
from govdisclose_ld.readers.packages import Package, attribute, child, local
from govdisclose_ld.readers.pdf import read as read_pdf

_PAGE = (210.0, 297.0)
_SIDES = (1.0, 5_000.0)


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The document that an OFD file prints; the parts of a table on each page are tables of their
    own, as in a PDF."""
    package = Package(data, name, limits)
    pages = [page for root in _roots(package) for page in _pages(package, root)]
    if not pages:
        raise package.damaged("no page")
    if len(pages) > (most := limits.pages):
        raise refuse(name, f"OFD 超过 {most} 页", f"more than {most} pages", limit="pages")
    try:
        document = read_pdf(portable(pages), name, limits)
    except InputError as error:
        raise _as_ofd(error) from error
    return replace(
        document,
        media_type="application/ofd",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )


def _as_ofd(error: InputError) -> InputError:
    """The error of the PDF reader, in words about the file that the user has."""
    error.zh, error.en = (text.replace("PDF", "OFD") for text in (error.zh, error.en))
    return error


def _roots(package: Package) -> Iterator[str]:
    """The parts that are roots of the documents in the archive (7.4)."""
    start = package.tree("OFD.xml")
    for body in start if start is not None else ():
        if local(body) == "DocBody":
            yield _part("", child(body, "DocRoot"))


def _pages(package: Package, part: str) -> Iterator[tuple[float, float, list[str]]]:
    """Width, height and drawing of each page of a document (7.5), templates below (7.6)."""
    root = package.tree(part)
    common = child(root, "CommonData")
    usual = _size(child(common, "PageArea")) or _PAGE
    templates = {
        attribute(template, "ID") or "": _at(part, attribute(template, "BaseLoc"))
        for template in (common if common is not None else ())
        if local(template) == "TemplatePage"
    }
    listed = child(root, "Pages")
    for entry in listed if listed is not None else ():
        page = package.tree(_at(part, attribute(entry, "BaseLoc")))
        if page is None:
            raise package.damaged("a page is missing")
        layers = [
            package.tree(templates.get(attribute(used, "TemplateID") or "", ""))
            for used in page
            if local(used) == "Template"
        ]
        width, height = _size(child(page, "Area")) or usual
        yield width, height, [line for layer in (*layers, page) for line in _drawing(layer)]


def _drawing(page: Element | None) -> Iterator[str]:
    content = child(page, "Content")
    return drawn(content) if content is not None else iter(())


def _size(area: Element | None) -> tuple[float, float] | None:
    box = numbers(getattr(child(area, "PhysicalBox"), "text", ""))
    if len(box) != 4 or not all(_SIDES[0] <= side <= _SIDES[1] for side in box[2:]):
        return None
    return box[2], box[3]


def _part(base: str, location: Element | None) -> str:
    return _at(base, location.text if location is not None else "")


def _at(base: str, location: str | None) -> str:
    """The part that a location names: from the root of the archive, or beside ``base``."""
    joined = posixpath.join("/", posixpath.dirname(base), (location or "").strip())
    return posixpath.normpath(joined).lstrip("/")

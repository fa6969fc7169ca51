"""A comparison written down: CSV, Excel, JSON, one HTML page or a folder of them, RDF."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from govdisclose_ld.comparison.formats.cube import to_turtle
from govdisclose_ld.comparison.formats.page import write_page, write_pages
from govdisclose_ld.comparison.formats.record import to_json
from govdisclose_ld.comparison.formats.tables import TABLES
from govdisclose_ld.comparison.values import Comparison
from govdisclose_ld.errors import ConfigurationError, OutputError
from govdisclose_ld.rdf import DEFAULT_BASE
from govdisclose_ld.store import render_rows

FORMATS = ("csv", "xlsx", "json", "html", "turtle")
__all__ = ["FORMATS", "TABLES", "render", "render_pages"]


def render(
    comparison: Comparison,
    format: str,  # noqa: A002
    *,
    table: str = "matrix",
    base: str = DEFAULT_BASE,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """The comparison in one of ``FORMATS``; the same comparison gives the same bytes.

    ``csv`` is one of ``TABLES`` under Chinese headings, with a byte order mark for Excel; ``xlsx``
    holds all of them. ``html`` is one page that needs neither network nor script; ``links`` names
    for the IRI of a catalog the page to review its reading by. ``turtle`` is an RDF Data Cube with
    the scores in DQV, its data set under ``base``.

    Raises ConfigurationError for an unknown format or table, OutputError without openpyxl.
    """
    if format == "csv":
        rows = TABLES[_known(table, tuple(TABLES))](comparison)
        return render_rows(rows, "csv", headings="zh", bom=True).encode("utf-8", "replace")
    if format == "xlsx":
        return _workbook(comparison)
    if format == "json":
        return to_json(comparison).encode("utf-8", "backslashreplace")
    if format == "html":
        return write_page(comparison, links=links)
    return to_turtle(comparison, base=base).encode() if _known(format, FORMATS) else b""


def render_pages(
    comparison: Comparison, *, links: Mapping[str, str] | None = None
) -> dict[str, bytes]:
    """The comparison as pages by file name: ``index.html``, and one for each province.

    Provinces have pages of their own only where there are too many sides for one page.
    """
    return write_pages(comparison, links=links)


def _known(name: str, known: tuple[str, ...]) -> str:
    if name in known:
        return name
    listed = ", ".join(known)
    raise ConfigurationError(
        f"不支持 {name}；可用：{listed}",
        f"{name} is not known; there are: {listed}",
        where=name,
        remedy=(f"请用其中之一：{listed}", f"name one of: {listed}"),
    )


def _workbook(comparison: Comparison) -> bytes:
    try:
        module = import_module("govdisclose_ld.comparison.formats.workbook")
    except ModuleNotFoundError as error:
        raise OutputError(
            f"写 xlsx 文件需要 {error.name}，尚未安装",
            f"writing xlsx files needs {error.name}, which is not installed",
            where="xlsx",
            remedy=(
                "请运行 pip install 'govdisclose-ld[xlsx]'，或改用 csv、html、json",
                "run pip install 'govdisclose-ld[xlsx]', or write csv, html or json instead",
            ),
        ) from error
    written: bytes = module.write_workbook(comparison)
    return written

"""The report of a build: what was found in each catalog, as text, JSON and a page."""

from __future__ import annotations

import json
from typing import Any

from govdisclose_ld.model import Phrase
from govdisclose_ld.pipeline.values import Built, BuiltCatalog, Failure
from govdisclose_ld.validation import join_reports, render
from govdisclose_ld.validation.formats.page import Link, catalog_anchor, write_html

_BACK = Link("index.html", Phrase("← 返回首页", "back"))
_REVIEW = Phrase("逐格核对读取结果", "review the reading cell by cell")


def report_text(built: Built) -> str:
    """The reports of all catalogs one after the other, each under its name."""
    parts = [f"# {name_of(one)}\n\n{render(one.report, 'text')}" for one in built.catalogs]
    parts += [f"# {failure.file}\n\n{failure.error}\n" for failure in built.failures]
    return "\n".join(parts)


def report_json(built: Built) -> str:
    """The reports as one JSON document: ``catalogs`` with their findings, ``failures``."""
    document = {
        "catalogs": [_catalog_record(one) for one in built.catalogs],
        "failures": [_failure_record(failure) for failure in built.failures],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def report_page(built: Built) -> bytes:
    """The reports as a page, one section a catalog, each with a link to the review of its reading.

    A catalog's section has the anchor that :func:`anchor_of` gives.
    """
    links = {one.iri: [Link(one.files[-1], _REVIEW)] for one in built.catalogs}
    report = join_reports(one.report for one in built.catalogs)
    return write_html(report, links={"": [_BACK], **links}).encode("utf-8", "replace")


def name_of(one: BuiltCatalog) -> str:
    """A catalog's division and title."""
    place = one.catalog.division
    return f"{place.code} {place.name} {one.catalog.title}" if place else one.catalog.title


def anchor_of(one: BuiltCatalog) -> str:
    """The name of a catalog's section on the page of the report."""
    return catalog_anchor(one.iri)


def _catalog_record(one: BuiltCatalog) -> dict[str, Any]:
    place = one.catalog.division
    report = json.loads(render(one.report, "json"))
    return {
        "file": one.source.file,
        "catalog": one.iri,
        "title": one.catalog.title,
        "division": place.code if place else "",
        "status": one.catalog.status,
        "items": len(one.catalog.items),
        "summary": report["summary"],
        "findings": report["findings"],
    }


def _failure_record(failure: Failure) -> dict[str, str]:
    error = failure.error
    return {
        "file": failure.file,
        "message": error.zh,
        "message_en": error.en,
        "remedy": error.remedy_zh,
        "remedy_en": error.remedy_en,
    }

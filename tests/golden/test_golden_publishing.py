"""The two stages right of the interpreter: the graph, and the report of its validation."""

from __future__ import annotations

from pathlib import Path

from golden_files import Golden

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.rdf import serialise
from govdisclose_ld.validation import render, validate

SHAPES = ("structure", "completeness", "standards/poverty-alleviation-2019")


def test_golden_graph(source: Path, golden: Golden) -> None:
    catalog, _ = read_catalog(source, corrections=())
    golden.check("graph.ttl", b"".join(serialise([catalog], "turtle")).decode())


def test_golden_report(source: Path, golden: Golden) -> None:
    catalog, _ = read_catalog(source, corrections=())
    golden.check("report.json", render(validate(catalog, shapes=SHAPES), "json"))

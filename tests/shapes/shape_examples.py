"""Examples of shapes: a common valid graph, and nodes that an example restates."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rdflib import Graph

from govdisclose_ld.assets import path
from govdisclose_ld.validation.reading import read_rdf_file

EXAMPLES = Path(__file__).parent
SHAPES = ("structure", "completeness", "standards/poverty-alleviation-2019")
# The others are made by the same generator; test_shape_deviations.py has their examples.
SHIPPED = (*SHAPES, "standards/fields-26", "standards/regulation-711", "standards/template")


def shapes_text(name: str) -> bytes:
    """A shapes file as bytes, which an engine parses afresh."""
    return path(f"shapes/{name}.ttl").read_bytes()


def compose(example: Path) -> Graph:
    """The nearest ``common.ttl`` with the nodes of ``example`` put in the place of its own."""
    folders = [example.parent, *example.parents]
    common = next(folder / "common.ttl" for folder in folders if (folder / "common.ttl").exists())
    restated = read_rdf_file(example)
    replaced = set(restated.subjects())
    graph = Graph()
    for triple in _common(common):
        if triple[0] not in replaced:
            graph.add(triple)
    return graph + restated


@cache
def _common(file: Path) -> Graph:
    return read_rdf_file(file)

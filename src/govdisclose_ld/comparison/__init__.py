"""Catalogs compared with a standard and with each other: matrix, deviations, measures, scores.

All facts come from the shipped queries of ``queries/compare`` and ``queries/measure``, asked of an
embedded store or of a remote endpoint; this package puts their answers together.
"""

from govdisclose_ld.comparison.catalogs import compare_catalogs
from govdisclose_ld.comparison.comparing import compare
from govdisclose_ld.comparison.formats import FORMATS, TABLES, render, render_pages
from govdisclose_ld.comparison.measurements import Measurement, Part, Score
from govdisclose_ld.comparison.metrics import Metric, Weights, list_metrics, load_weights
from govdisclose_ld.comparison.values import (
    Cell,
    CellState,
    ComparedCatalog,
    Comparison,
    Deviation,
    Doubt,
    Link,
    Place,
    Side,
)

__all__ = [
    "FORMATS",
    "TABLES",
    "Cell",
    "CellState",
    "ComparedCatalog",
    "Comparison",
    "Deviation",
    "Doubt",
    "Link",
    "Measurement",
    "Metric",
    "Part",
    "Place",
    "Score",
    "Side",
    "Weights",
    "compare",
    "compare_catalogs",
    "list_metrics",
    "load_weights",
    "render",
    "render_pages",
]

"""Plain frozen values that travel through the library: source, findings, catalog."""

from govdisclose_ld.model.catalog import Catalog, Column, Declared, Division, RowReading
from govdisclose_ld.model.findings import CellRef, Finding, Severity
from govdisclose_ld.model.items import (
    Agency,
    Answer,
    Citation,
    Element,
    Extra,
    Item,
    Law,
    Matter,
    TimeLimit,
    TimeRule,
)
from govdisclose_ld.model.phrases import UNSAID, Phrase
from govdisclose_ld.model.source import Cell, Document, Paragraph, Row, Table
from govdisclose_ld.model.terms import Choice, Correction, Inference, State, Term, Text

__all__ = [
    "UNSAID",
    "Agency",
    "Answer",
    "Catalog",
    "Cell",
    "CellRef",
    "Choice",
    "Citation",
    "Column",
    "Correction",
    "Declared",
    "Division",
    "Document",
    "Element",
    "Extra",
    "Finding",
    "Inference",
    "Item",
    "Law",
    "Matter",
    "Paragraph",
    "Phrase",
    "Row",
    "RowReading",
    "Severity",
    "State",
    "Table",
    "Term",
    "Text",
    "TimeLimit",
    "TimeRule",
]

"""From what a document prints to what it means: ``interpret(document) -> Catalog``."""

from govdisclose_ld.interpret.catalog import interpret
from govdisclose_ld.interpret.corrections import load_corrections
from govdisclose_ld.interpret.imprints import Known, catalog_path
from govdisclose_ld.interpret.layouts import draft_layout, load_layout

__all__ = [
    "Known",
    "catalog_path",
    "draft_layout",
    "interpret",
    "load_corrections",
    "load_layout",
]

"""From what a document prints to what it means: ``interpret(document) -> Catalog``."""

from govdisclose_ld.interpret.catalog import interpret
from govdisclose_ld.interpret.correction_drafts import draft_corrections
from govdisclose_ld.interpret.correction_files import load_corrections
from govdisclose_ld.interpret.imprints import Known, catalog_path
from govdisclose_ld.interpret.layout_drafts import draft_layout
from govdisclose_ld.interpret.layout_files import load_layout

__all__ = [
    "Known",
    "catalog_path",
    "draft_corrections",
    "draft_layout",
    "interpret",
    "load_corrections",
    "load_layout",
]

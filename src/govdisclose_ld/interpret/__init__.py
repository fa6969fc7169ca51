"""From what a document prints to what it means: ``interpret(document) -> Catalog``."""

from govdisclose_ld.interpret.catalog import Known, catalog_path, interpret
from govdisclose_ld.interpret.corrections import load_corrections

__all__ = ["Known", "catalog_path", "interpret", "load_corrections"]

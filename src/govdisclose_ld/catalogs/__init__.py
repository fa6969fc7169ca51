"""Catalogs from documents, and catalogs as JSON: readers, interpreter and standards in one call."""

from govdisclose_ld.catalogs.reading import read_catalog
from govdisclose_ld.catalogs.record import to_record

__all__ = ["read_catalog", "to_record"]

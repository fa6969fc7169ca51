"""Catalogs from documents, and catalogs as JSON: readers, interpreter and standards in one call."""

from govdisclose_ld.catalogs.exemplars import standard_from
from govdisclose_ld.catalogs.reading import correction_files, read_catalog, unused_corrections
from govdisclose_ld.catalogs.record import record_json, to_record
from govdisclose_ld.catalogs.standards import find_standard

__all__ = [
    "correction_files",
    "find_standard",
    "read_catalog",
    "record_json",
    "standard_from",
    "to_record",
    "unused_corrections",
]

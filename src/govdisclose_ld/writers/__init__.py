"""Catalogs printed again in the layout of the national template: ``write_catalog``."""

from govdisclose_ld.writers.writing import Format, write_catalog

__all__ = ["Format", "write_catalog"]

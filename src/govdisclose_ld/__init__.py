"""Linked data from Chinese government disclosure catalogs.

::

    import govdisclose_ld as gd

    catalog, findings = gd.read_catalog("luanchuan.txt", division="410324")
    graph = gd.to_graph(catalog)
    report = gd.validate(catalog)

Names are imported when they are first used, so that reading a document does not wait for the RDF
engines.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import version

    from govdisclose_ld.catalogs import read_catalog, to_record
    from govdisclose_ld.errors import GovDiscloseError
    from govdisclose_ld.interpret import Known
    from govdisclose_ld.model import Catalog, Finding
    from govdisclose_ld.pipeline.building import build
    from govdisclose_ld.rdf import serialise, to_graph, to_jsonld
    from govdisclose_ld.store import Endpoint, Store, query
    from govdisclose_ld.validation import validate

    __version__: str = version("govdisclose-ld")

__all__ = [
    "Catalog",
    "Endpoint",
    "Finding",
    "GovDiscloseError",
    "Known",
    "Store",
    "__version__",
    "build",
    "query",
    "read_catalog",
    "serialise",
    "to_graph",
    "to_jsonld",
    "to_record",
    "validate",
]

_HOMES = {
    "catalogs": ("read_catalog", "to_record"),
    "errors": ("GovDiscloseError",),
    "interpret": ("Known",),
    "model": ("Catalog", "Finding"),
    "pipeline.building": ("build",),
    "rdf": ("serialise", "to_graph", "to_jsonld"),
    "store": ("Endpoint", "Store", "query"),
    "validation": ("validate",),
}


def __getattr__(name: str) -> Any:
    """A public name, from the package that makes it (PEP 562)."""
    if name == "__version__":
        return import_module("importlib.metadata").version("govdisclose-ld")
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return sorted({*globals(), *__all__})

"""From catalogs to RDF: the one mapping, and everything that it is written as."""

from govdisclose_ld.rdf.graphs import to_graph
from govdisclose_ld.rdf.iris import DEFAULT_BASE, catalog_iri
from govdisclose_ld.rdf.jsonld import to_jsonld
from govdisclose_ld.rdf.mapping import statements
from govdisclose_ld.rdf.printed import printed_tables
from govdisclose_ld.rdf.streams import FORMATS, Format, serialise

__all__ = [
    "DEFAULT_BASE",
    "FORMATS",
    "Format",
    "catalog_iri",
    "printed_tables",
    "serialise",
    "statements",
    "to_graph",
    "to_jsonld",
]

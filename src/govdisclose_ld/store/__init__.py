"""Where catalogs are kept and asked: the embedded store, remote endpoints, named queries."""

from govdisclose_ld.store.embedded import Store
from govdisclose_ld.store.labels import Column, Parameter
from govdisclose_ld.store.queries import NamedQuery, list_queries, load_query
from govdisclose_ld.store.remote import Endpoint
from govdisclose_ld.store.rendering import render_rows
from govdisclose_ld.store.rows import Rows, Value
from govdisclose_ld.store.sources import query

__all__ = [
    "Column",
    "Endpoint",
    "NamedQuery",
    "Parameter",
    "Rows",
    "Store",
    "Value",
    "list_queries",
    "load_query",
    "query",
    "render_rows",
]

"""How the items of catalogs stand to the items of standards: by name, by review, by likeness."""

from govdisclose_ld.alignment.aligning import align
from govdisclose_ld.alignment.answers import answer
from govdisclose_ld.alignment.files import (
    MappingIndex,
    check_standards,
    index_mappings,
    load_mappings,
    mapping_files,
    shipped_mappings,
)
from govdisclose_ld.alignment.proposals import Proposer
from govdisclose_ld.alignment.values import Mapping, MappingSet, Similarity
from govdisclose_ld.alignment.writing import write_mappings

__all__ = [
    "Mapping",
    "MappingIndex",
    "MappingSet",
    "Proposer",
    "Similarity",
    "align",
    "answer",
    "check_standards",
    "index_mappings",
    "load_mappings",
    "mapping_files",
    "shipped_mappings",
    "write_mappings",
]

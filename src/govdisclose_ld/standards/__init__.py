"""What catalogs are measured against: disclosure standards, and which items answer theirs."""

from govdisclose_ld.standards.answers import answer
from govdisclose_ld.standards.files import list_standards, load_standard
from govdisclose_ld.standards.names import normalise
from govdisclose_ld.standards.values import (
    Defaults,
    Label,
    Standard,
    StandardItem,
    StandardMatter,
)

__all__ = [
    "Defaults",
    "Label",
    "Standard",
    "StandardItem",
    "StandardMatter",
    "answer",
    "list_standards",
    "load_standard",
    "normalise",
]

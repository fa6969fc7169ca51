"""What catalogs are measured against: disclosure standards, and which items answer theirs."""

from govdisclose_ld.standards.deviations import DeviationKind, deviation_kind, deviation_kinds
from govdisclose_ld.standards.files import (
    is_standard_file,
    list_standards,
    load_standard,
    refuse_shared_ids,
)
from govdisclose_ld.standards.names import normalise
from govdisclose_ld.standards.requirements import (
    code_label,
    comparable_triggers,
    limit_words,
    requirable,
)
from govdisclose_ld.standards.values import (
    Defaults,
    Requirements,
    Standard,
    StandardItem,
    StandardMatter,
)

__all__ = [
    "Defaults",
    "DeviationKind",
    "Requirements",
    "Standard",
    "StandardItem",
    "StandardMatter",
    "code_label",
    "comparable_triggers",
    "deviation_kind",
    "deviation_kinds",
    "is_standard_file",
    "limit_words",
    "list_standards",
    "load_standard",
    "normalise",
    "refuse_shared_ids",
    "requirable",
]

"""What has changed between two versions of a catalog, item by item and field by field."""

from govdisclose_ld.changes.activities import to_activities
from govdisclose_ld.changes.comparing import diff
from govdisclose_ld.changes.page import changes_page
from govdisclose_ld.changes.record import changes_record
from govdisclose_ld.changes.text import changes_text
from govdisclose_ld.changes.values import (
    MINOR,
    Changes,
    FieldChange,
    ItemChange,
    Kind,
    Match,
    MatterRename,
    Move,
    Side,
)

__all__ = [
    "MINOR",
    "Changes",
    "FieldChange",
    "ItemChange",
    "Kind",
    "Match",
    "MatterRename",
    "Move",
    "Side",
    "changes_page",
    "changes_record",
    "changes_text",
    "diff",
    "to_activities",
]

"""What ``data/vocabulary/alignment.yml`` lays down: weights, threshold, and the form of files."""

from __future__ import annotations

from typing import Any

from govdisclose_ld.assets import knowledge


def rules() -> dict[str, Any]:
    """The contents of the file, read once."""
    found: dict[str, Any] = knowledge("vocabulary/alignment.yml")
    return found

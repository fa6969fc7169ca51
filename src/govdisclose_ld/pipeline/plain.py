"""The JSON contract as text."""

from __future__ import annotations

import json

from govdisclose_ld.catalogs import to_record
from govdisclose_ld.model import Catalog


def record_json(catalog: Catalog) -> str:
    """The catalog as the JSON contract, ending in a line break."""
    return json.dumps(to_record(catalog), ensure_ascii=False, indent=2) + "\n"

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from writers_documents import documents
from writers_meaning import meaning

from govdisclose_ld.assets import root
from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret import interpret
from govdisclose_ld.model import Catalog, Document, Item, State
from govdisclose_ld.readers import read_document
from govdisclose_ld.standards import answer
from govdisclose_ld.writers import Format, write_catalog

SEEDS = sorted((root() / "data" / "catalogs").glob("*.txt"))
LOOSE: dict[Format, bool] = {"html": True, "md": True, "csv": False}


def read_back(catalog: Catalog, form: Format) -> Catalog:
    return answer(interpret(read_document(write_catalog(catalog, form), name=f"again.{form}")))


def differences(one: Catalog, other: Catalog, form: Format) -> dict[str, Any]:
    loose = LOOSE[form]
    left, right = meaning(one, loose=loose), meaning(other, loose=loose)
    items = list(zip(left.pop("items"), right.pop("items"), strict=True))
    found = {key: (left[key], right[key]) for key in left if left[key] != right[key]}
    for (a, b), second in zip(items, other.items, strict=True):
        unequal = {k for k in a if a[k] != b[k]} - _doubted(other, second)
        found |= {f"{a['ordinal']}.{k}": (a[k], b[k]) for k in unequal}
    return found


def _doubted(catalog: Catalog, item: Item) -> set[str]:
    """The ticks that reading calls unknown, with a finding, since no other row answers so."""
    codes = {finding.code for finding in catalog.findings_of(item)}
    fields = {"audience", "mode", "level"} if "mark-unassigned" in codes else set()
    return {field for field in fields if getattr(item, field).state is State.UNKNOWN}


def _is_in_order(catalog: Catalog) -> bool:
    """Whether no row contradicts its columns: among other neighbours it might shift otherwise."""
    return not any(f.code in {"row-suspect", "row-shifted"} for f in catalog.findings)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("form", LOOSE)
@given(document=documents())
def test_a_generated_catalog_reads_the_same(document: Document, form: Format) -> None:
    try:
        catalog = answer(interpret(document))
    except InputError:
        assume(False)
    assume(_is_in_order(catalog))
    again = read_back(catalog, form)
    assume(form != "csv" or not _has_formulas(catalog))
    assert differences(catalog, again, form) == {}


def _has_formulas(catalog: Catalog) -> bool:
    """Whether CSV guards a text: reading keeps the apostrophe, which is tested by itself."""
    texts = [t for i in catalog.items for t in (i.content.text, *(e.text for e in i.extra))]
    return any(text.startswith(("=", "+", "-", "@", "\t", "'")) for text in texts)

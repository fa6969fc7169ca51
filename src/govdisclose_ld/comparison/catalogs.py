"""Catalogs compared as they come, without a store of their own."""

from __future__ import annotations

from collections.abc import Iterable

from govdisclose_ld.comparison.asking import Questions
from govdisclose_ld.comparison.comparing import answer
from govdisclose_ld.comparison.metrics import Weights
from govdisclose_ld.comparison.values import Comparison
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf import DEFAULT_BASE
from govdisclose_ld.standards import Standard
from govdisclose_ld.store import Store


def compare_catalogs(
    catalogs: Iterable[Catalog],
    *,
    standard: Standard,
    field: str = "",
    weights: Weights | None = None,
    base: str = DEFAULT_BASE,
) -> Comparison:
    """Catalogs that were read against ``standard`` compared with it, in a store in memory.

    Every catalog takes part, older editions too; one of another field that answers nothing of the
    standard does not. Raises what :func:`~govdisclose_ld.comparison.compare` does.
    """
    with Store() as store:
        store.load_reference()
        store.load_standard(standard)
        for catalog in catalogs:
            store.replace(catalog, base=base)
        questions = Questions(store, standard, field=field)
        return answer(questions, weights, aligned=True, editions=True)

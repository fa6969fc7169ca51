"""Two small catalogs of one field, and a standard of four items that they are compared with.

County A answers three items, one of them with deviations, and misses the fourth for certain.
County B answers two; one of its items prints no name of its own, so that its gaps are in doubt.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.comparison import Comparison, compare_catalogs
from govdisclose_ld.model import Catalog
from govdisclose_ld.standards import Standard, load_standard

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def standard() -> Standard:
    return load_standard(HERE / "toy.yml")


@pytest.fixture(scope="session")
def catalogs(standard: Standard) -> tuple[Catalog, Catalog]:
    a, b = (
        read_catalog(HERE / f"county-{name}.txt", standards=[standard], mappings=())[0]
        for name in "ab"
    )
    return a, b


@pytest.fixture(scope="session")
def compared(standard: Standard, catalogs: tuple[Catalog, Catalog]) -> Comparison:
    return compare_catalogs(catalogs, standard=standard)

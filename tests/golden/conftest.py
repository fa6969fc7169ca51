"""Cases are the folders with a ``source.txt``; each test of a stage runs for every case.

``pytest tests/golden --update-golden`` writes the outputs anew, for review by ``git diff``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_files import HERE, Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*/* anew")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", sorted(file.parent.name for file in HERE.glob("*/source.txt")))


@pytest.fixture
def golden(case: str, request: pytest.FixtureRequest) -> Golden:
    update = request.config.getoption("--update-golden", default=False)
    return Golden(HERE / case, update=bool(update))


@pytest.fixture
def source(case: str) -> Path:
    """The input of the case: the path that its ``source.txt`` names, from the root."""
    named = (HERE / case / "source.txt").read_text(encoding="utf-8").strip()
    return HERE.parent.parent / named

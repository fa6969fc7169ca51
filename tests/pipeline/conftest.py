from __future__ import annotations

from pathlib import Path

import pytest

from govdisclose_ld.pipeline.building import build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def seed_build(tmp_path_factory) -> Path:
    """What ``govdisclose build data/sources.yml`` makes."""
    output = tmp_path_factory.mktemp("seed") / "build"
    build(ROOT / "data/sources.yml", output)
    return output


@pytest.fixture
def sources(tmp_path):
    """Writes a list of sources and gives its path."""

    def write(text: str) -> Path:
        path = tmp_path / "sources.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return write

"""A comparison asked of a real server is the same as one asked of the store."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from govdisclose_ld.comparison import compare
from govdisclose_ld.model import Catalog
from govdisclose_ld.standards import Standard
from govdisclose_ld.store import Endpoint, Store

SERVER = Path(sys.executable).with_name("oxigraph")


@pytest.fixture
def folder(tmp_path: Path, standard: Standard, catalogs: tuple[Catalog, Catalog]) -> Path:
    with Store(tmp_path / "store") as store:
        store.load_reference()
        store.load_standard(standard)
        for catalog in catalogs:
            store.replace(catalog)
    return tmp_path / "store"


@pytest.fixture
def endpoint(folder: Path) -> Iterator[Endpoint]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = free.getsockname()
    bind = f"{address[0]}:{address[1]}"
    command = [SERVER, "serve-read-only", "--location", folder, "--bind", bind]
    command.append("--union-default-graph")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(200):
                try:
                    socket.create_connection(address, timeout=1).close()
                    break
                except ConnectionRefusedError:
                    time.sleep(0.05)
            yield Endpoint(f"http://{bind}/query", timeout=60, backoff=0.05)
        finally:
            process.terminate()


def test_an_endpoint_gives_the_same_comparison(
    folder: Path, endpoint: Endpoint, standard: Standard
) -> None:
    with Store(folder, read_only=True) as store:
        here = compare(store, standard=standard, divisions=["410324", "520000"])
    there = compare(endpoint, standard=standard, divisions=["410324", "520000"])
    assert there == here
    assert len(here.sides) == 2

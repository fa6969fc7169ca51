"""The hand-made catalogs, in each of the three engines that must agree on them."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from rdflib import Dataset

from govdisclose_ld.store import Endpoint, Store

DATA = sorted(Path(__file__).parent.glob("data/*.trig"))
SERVER = Path(sys.executable).with_name("oxigraph")


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("queries") / "store"
    with Store(folder) as store:
        for file in DATA:
            store.load(file)
    return folder


@pytest.fixture(scope="session")
def store(store_folder: Path) -> Iterator[Store]:
    with Store(store_folder, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def endpoint(store_folder: Path) -> Iterator[Endpoint]:
    """A real SPARQL server that reads the union of the graphs."""
    with serve(store_folder, "--union-default-graph") as served:
        yield served


@pytest.fixture(scope="session")
def split_endpoint(store_folder: Path) -> Iterator[Endpoint]:
    """The same server with an empty default graph, as it comes without configuration."""
    with serve(store_folder) as served:
        yield served


@pytest.fixture(scope="session")
def rdflib_dataset() -> Dataset:
    dataset = Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for file in DATA:
            dataset.parse(data=file.read_text(encoding="utf-8"), format="trig")
    return dataset


@contextmanager
def serve(folder: Path, *options: str) -> Iterator[Endpoint]:
    """An ``oxigraph`` server on a free port, for as long as the context lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = free.getsockname()
    bind = f"{address[0]}:{address[1]}"
    command = [SERVER, "serve-read-only", "--location", folder, "--bind", bind, "--timeout-s", "2"]
    with subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL) as process:
        try:
            wait_until_open(address)
            yield Endpoint(f"http://{bind}/query", timeout=20, backoff=0.05)
        finally:
            process.terminate()


def wait_until_open(address: tuple[str, int]) -> None:
    for _ in range(200):
        try:
            socket.create_connection(address, timeout=1).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not start")

"""What a command asks: a store, or an endpoint in its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from govdisclose_ld.store import Endpoint, Store
from govdisclose_ld.store.sources import Source


@contextmanager
def opened(store: Path, endpoint: str, *, timeout: float | None) -> Iterator[Source]:
    """The endpoint of that address, else the store in that folder for the time of the block."""
    if endpoint:
        yield Endpoint(endpoint, timeout=timeout) if timeout else Endpoint(endpoint)
        return
    with Store(store, read_only=True, timeout=timeout) as source:
        yield source

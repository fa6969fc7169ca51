"""How far a long reading has come, told to whoever asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called with the number of pages (or sheets) that are done, and of all of them."""

_LISTENER: ContextVar[Progress | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Progress | None) -> Iterator[None]:
    """Within this block, what readers tell goes to ``listener``, or where it went before."""
    token = _LISTENER.set(listener or _LISTENER.get())
    try:
        yield
    finally:
        _LISTENER.reset(token)


def tell(done: int, total: int) -> None:
    """Say how much is done."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(done, total)

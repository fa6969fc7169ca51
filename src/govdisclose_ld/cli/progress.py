"""How far a long document has been read, as a bar on the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from govdisclose_ld.readers.progress import told_to

_FEWEST_PAGES = 10


@contextmanager
def shown_progress() -> Iterator[None]:
    """Within this block, the pages of long documents are counted on standard error."""
    bar = _Bar()
    try:
        with told_to(bar):
            yield
    finally:
        bar.close()


class _Bar:
    """Drawn from the first page that is told until the last one, then wiped away."""

    def __init__(self) -> None:
        self._drawn: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        if total < _FEWEST_PAGES:
            return
        if self._drawn is None:
            self._drawn = _drawn(total)
        self._drawn.update(self._drawn.task_ids[0], completed=done, total=total)
        if done >= total:
            self.close()

    def close(self) -> None:
        if self._drawn is not None:
            self._drawn.stop()
            self._drawn = None


def _drawn(total: int) -> Progress:
    words = TextColumn("读取页 reading pages")
    columns = (words, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task("", total=total)
    progress.start()
    return progress

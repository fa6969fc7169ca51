"""The command ``govdisclose``. A command parses, calls the library and prints."""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn

from govdisclose_ld.cli.console import prepare_streams
from govdisclose_ld.cli.root import app

__all__ = ["app", "main"]

_TERMINATED = 143  # 128 + SIGTERM, as shells have it


def main() -> None:
    """Run the command that ``sys.argv`` asks for, and exit with its code."""
    prepare_streams()
    signal.signal(signal.SIGTERM, _terminate)
    app(prog_name="govdisclose")


def _terminate(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    """Leave by way of every ``finally``, so that nothing half-written stays behind."""
    raise SystemExit(_TERMINATED)

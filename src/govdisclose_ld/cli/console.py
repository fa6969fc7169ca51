"""The streams of the command line: standard output is data, standard error is talk."""

from __future__ import annotations

import io
import os
import sys

from govdisclose_ld.errors import GovDiscloseError


def prepare_streams() -> None:
    """Let both streams write UTF-8 whatever the locale, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(data: bytes) -> None:
    """Write data to standard output as it is, on every system."""
    sys.stdout.flush()
    rest = memoryview(data)
    while rest:  # an unbuffered stream (PYTHONUNBUFFERED) writes what the pipe takes
        rest = rest[sys.stdout.buffer.write(rest) or 0 :]


def put_text(text: str) -> None:
    """Write text to standard output in UTF-8, with the line breaks that it has."""
    put(text.encode("utf-8", "backslashreplace"))


def say(text: str) -> None:
    """Tell the person at the terminal something that is no data."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def say_error(error: GovDiscloseError) -> None:
    """Tell what went wrong, where, and what to do next."""
    say(f"错误 error: {error}")


def discard_output() -> None:
    """Send what is still buffered nowhere: whoever read standard output has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)

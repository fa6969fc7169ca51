"""A query with a time limit: asked in a process of its own, which is stopped when time is up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from govdisclose_ld.errors import InputError, RemoteTimeoutError
from govdisclose_ld.store import worker
from govdisclose_ld.store.results import json_rows, turtle_rows
from govdisclose_ld.store.rows import Rows


def evaluate_in_time(path: Path, text: str, form: str, *, timeout: float) -> Rows:
    """The answer of the store at ``path``, which is opened read-only, to one query.

    Raises RemoteTimeoutError if it takes longer than ``timeout`` seconds, the start of the
    process (about a tenth of a second) included, and InputError if the store cannot be read.
    """
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-P", worker.__file__, str(path)],
            input=text.encode("utf-8"),
            capture_output=True,
            timeout=timeout,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise RemoteTimeoutError(
            f"查询在 {timeout:g} 秒内没有答完，已停止",
            f"the query was stopped, for it took longer than {timeout:g} seconds",
            where=str(path),
            remedy=("请增大 timeout，或缩小查询范围", "raise the time-out, or ask for less"),
        ) from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise InputError(
            "数据库无法回答这个查询",
            f"the store could not answer the query: {''.join(last)}",
            where=str(path),
            remedy=("请用 load 命令重建数据库", "make the store again with the load command"),
        ) from error
    return json_rows(done.stdout) if form in {"SELECT", "ASK"} else turtle_rows(done.stdout, form)

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The real command in a process of its own, in an empty folder."""

    def call(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "COLUMNS": "100", **options.pop("env", {})}  # type: ignore[arg-type]
        return subprocess.run(
            [sys.executable, "-m", "govdisclose_ld", *map(str, arguments)],
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            timeout=120,
            check=False,
            **options,  # type: ignore[call-overload]
        )

    return call

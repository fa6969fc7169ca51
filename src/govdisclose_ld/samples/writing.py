"""Samples as a folder: documents, their truth, and the list of sources to build them from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from govdisclose_ld.errors import OutputError
from govdisclose_ld.samples.drawing import Sample

SOURCES = "sources.yml"
_HEAD = """\
# 合成样例：由 govdisclose sample 生成，不是任何机关的目录。
# Synthetic samples, made by govdisclose sample: no real catalogs.
catalogs:
"""


def write_samples(folder: Path, samples: Iterable[Sample]) -> int:
    """Write samples below ``folder``, one at a time; how many they were comes back.

    Documents go to ``catalogs/<province>/``, each one's truth to ``truth/<province>/`` under the
    same name with ``.json``; ``sources.yml`` comes last, so that an unfinished folder cannot be
    built. Raises OutputError if something cannot be written, and what drawing raises.
    """
    entries: list[str] = []
    try:
        for sample in samples:
            code = str(sample.truth["division"]["code"])
            place = f"{code[:2]}/{sample.name}"
            _put(folder / "catalogs" / place, sample.data)
            truth = json.dumps(sample.truth, ensure_ascii=False, indent=2)
            _put(folder / "truth" / f"{place}.json", f"{truth}\n".encode())
            entries.append(f'  - {{file: catalogs/{place}, division: "{code}"}}\n')
        _put(folder / SOURCES, "".join([_HEAD, *entries]).encode())
    except OSError as error:
        if isinstance(error, OutputError):
            raise
        raise OutputError(
            f"无法写入：{error.strerror}",
            f"cannot be written: {error.strerror}",
            where=str(error.filename or folder),
            remedy=("请检查路径、权限和磁盘空间", "check the path, its permissions and the disk"),
        ) from error
    return len(entries)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)

"""The files that ship with the library: ontology, shapes, queries, knowledge files.

In a wheel they lie inside the package; in an editable checkout they are the top-level folders.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from govdisclose_ld.errors import ConfigurationError

_PACKAGE = Path(__file__).resolve().parent


@cache
def root() -> Path:
    """The folder that holds ``ontology/``, ``shapes/``, ``queries/`` and ``data/``."""
    packed = _PACKAGE / "_assets"
    return packed if packed.is_dir() else _PACKAGE.parent.parent


def path(relative: str) -> Path:
    """The path of one shipped file or folder, such as ``"shapes/structure.ttl"``.

    Raises ConfigurationError if the library does not ship it.
    """
    found = root() / relative
    if not found.exists():
        raise ConfigurationError(
            "程序自带的文件缺失",
            "a file that ships with the library is missing",
            where=relative,
            remedy=("请重新安装 govdisclose-ld", "install govdisclose-ld again"),
        )
    return found


def read_yaml(file: Path) -> Any:
    """What a YAML file holds, read by the safe loader.

    Raises ConfigurationError that names file and line if it is not YAML or not UTF-8.
    """
    try:
        return yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ConfigurationError(
            f"不是有效的 YAML：{error.problem}",
            f"not valid YAML: {error.problem}",
            where=f"{file}:{line}",
            remedy=("请改正这一行", "mend that line"),
        ) from error
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        # ValueError: not UTF-8, or a date or number that there is not (2019-13-01).
        raise ConfigurationError(
            "无法读取配置文件",
            f"cannot read the file: {error}",
            where=str(file),
            remedy=("请检查路径和编码（应为 UTF-8）", "check its path and encoding (UTF-8)"),
        ) from error


@cache
def knowledge(relative: str) -> Any:
    """One shipped file of ``data/``, parsed once: ``knowledge("vocabulary/marks.yml")``."""
    return read_yaml(path(f"data/{relative}"))

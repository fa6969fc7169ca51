"""YAML files that people write, with the line on which each of their entries stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from govdisclose_ld.assets import read_yaml
from govdisclose_ld.errors import ConfigurationError

_UNSAFE = (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)
_ESCAPED = {code: f"\\u{code:04x}" for code in _UNSAFE}
Path_ = tuple[object, ...]
"""Where an entry stands: keys of mappings and places in lists, from 0."""


@dataclass(frozen=True, slots=True)
class PlacedYaml:
    """What a YAML file holds, and the line of each entry by its path."""

    file: Path
    value: Any
    lines: Mapping[Path_, int]

    def place(self, path: Path_, name: str) -> str:
        """``file:12: tables[1].columns.3`` for the entry of that path, called ``name``."""
        line = next((self.lines[p] for p in _upwards(path) if p in self.lines), 0)
        where = f"{self.file}:{line}" if line else str(self.file)
        return f"{where}: {name}" if name else where


def quoted(text: str) -> str:
    """A text in quotes, written so that YAML reads the same text back."""
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPED)


def read_placed_yaml(file: Path) -> PlacedYaml:
    """What a YAML file holds and where.

    Raises ConfigurationError that names file and line if it is not YAML or not UTF-8, or if one
    mapping gives a key twice, of which YAML would keep the last without a word.
    """
    value = read_yaml(file)
    node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    lines = dict(_lines(node, (), file, set())) if node else {}
    return PlacedYaml(file, value, lines)


def _lines(node: yaml.Node, path: Path_, file: Path, done: set[int]) -> Iterator[tuple[Path_, int]]:
    """The line of each entry; a node that aliases repeat has the place of its first one alone."""
    yield path, node.start_mark.line + 1
    if id(node) in done:
        return
    done.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for place, child in enumerate(node.value):
            yield from _lines(child, (*path, place), file, done)
    if isinstance(node, yaml.MappingNode):
        seen: set[object] = set()
        for key, child in node.value:
            name, line = _key(key), key.start_mark.line + 1
            if name in seen:
                raise _repeated(file, line, str(name))
            seen.add(name)
            yield from _lines(child, (*path, name), file, done)
            yield (*path, name), line


def _key(node: yaml.Node) -> object:
    """A key as the mapping holds it: 3 for ``3``, the text for all others."""
    text = str(node.value)
    return int(text) if node.tag.endswith(":int") and text.isdecimal() else text


def _upwards(path: Path_) -> Iterator[Path_]:
    for length in range(len(path), -1, -1):
        yield path[:length]


def _repeated(file: Path, line: int, key: str) -> ConfigurationError:
    return ConfigurationError(
        f"“{key}”写了两次",
        f"{key} is given twice",
        where=f"{file}:{line}: {key}",
        remedy=("请去掉其中一个", "leave one of them out"),
    )

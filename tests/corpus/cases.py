"""Cases of the corpus: what a document prints, and the catalog that a person reads in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from press import FORMS, STYLES, Form, Grid, Sheet, Style, carries, grid, sheet

HERE = Path(__file__).parent
Value = Any
"""What a YAML file holds."""


@dataclass(frozen=True, eq=False)
class Case:
    """One document and its expected catalog, both as written.

    ``vary`` gives words to fill in; each choice of them is a document of its own. ``known_gaps``
    are fields that are not read rightly yet, and ``refused`` is the message of a document that is
    not read at all: what cannot be read must say so.
    """

    name: str
    layout: str
    document: list[Value]
    expect: dict[str, Value]
    common: dict[str, Value]
    vary: dict[str, list[str]]
    styles: tuple[str, ...]
    forms: tuple[str, ...]
    known_gaps: list[dict[str, Value]]
    refused: str = ""


@dataclass(frozen=True, eq=False)
class Print:
    """A case in one form, one style and one choice of words."""

    case: Case
    form: Form
    style: Style
    words: Mapping[str, str]

    @property
    def name(self) -> str:
        """What tells it from all others."""
        style = () if self.style.name == "squares" else (self.style.name,)
        return "-".join((self.case.name, self.form.name, *style, *self.words.values()))

    @property
    def sheet(self) -> Sheet:
        """The document to be printed."""
        return sheet(*(_block(block, self.words) for block in self.case.document))


def prints() -> Iterator[Print]:
    """Every case in every form and style that can carry it; where its words vary, the first choice
    of them in every form and each other one in two, the forms in turn."""
    for case in load_cases():
        ways = [[(key, word) for word in words] for key, words in case.vary.items()]
        for number, chosen in enumerate(product(*ways)):
            able = list(_prints(case, dict(chosen)))
            shift = 2 * number % max(1, len(able))
            yield from (able + able)[shift : shift + 2] if number else able


def _prints(case: Case, words: dict[str, str]) -> Iterator[Print]:
    document = sheet(*(_block(block, words) for block in case.document))
    for name in case.forms or FORMS:
        for style in case.styles:
            if not carries(FORMS[name], document, STYLES[style]):
                yield Print(case, FORMS[name], STYLES[style], words)


@cache
def load_cases() -> tuple[Case, ...]:
    """All cases by name. A key that no case has is an error, not a check left out."""
    files = sorted((HERE / "cases").rglob("*.yml"))
    return tuple(_case(file, part) for file in files for part in _parts(file))


def _parts(file: Path) -> list[dict[str, Value]]:
    return [part for part in yaml.safe_load_all(file.read_text(encoding="utf-8")) if part]


def _case(file: Path, written: dict[str, Value]) -> Case:
    known = {"name", "layout", "document", "expect", "common", "vary", "styles", "forms"}
    if unknown := set(written) - known - {"known_gaps", "refused"}:
        raise KeyError(f"{file}: {sorted(unknown)}")
    return Case(
        name=f"{file.stem}/{written['name']}",
        layout=written["layout"],
        document=written["document"],
        expect=written["expect"],
        common=written.get("common", {}),
        vary=written.get("vary", {}),
        styles=_styles(written.get("styles", ["squares"])),
        forms=tuple(written.get("forms", ())),
        known_gaps=written.get("known_gaps", []),
        refused=written.get("refused", ""),
    )


def _styles(written: list[str] | str) -> tuple[str, ...]:
    """The styles that are named; ``all`` are those that are read without a question."""
    if isinstance(written, list):
        return tuple(written)
    return tuple(name for name in STYLES if name != "private")


def filled(text: str, words: Mapping[str, str]) -> str:
    """A written text with its words filled in and ``$names`` spelled out."""
    for key, word in words.items():
        text = text.replace(key, word)
    return str(shared()["cells"].get(text, text))


@cache
def shared() -> dict[str, dict[str, Value]]:
    """The cells and values that cases share."""
    found: dict[str, dict[str, Value]] = yaml.safe_load((HERE / "common.yml").read_text("utf-8"))
    return found


def _block(written: Value, words: Mapping[str, str]) -> str | Grid:
    if isinstance(written, str):
        return filled(written, words)
    rows = [[filled(str(cell), words) for cell in row] for row in written["rows"]]
    return grid(rows, head=written.get("head", 1), new_page=written.get("new_page", False))

"""One record of a mapping file as a mapping, every cell checked."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from urllib.parse import unquote

from govdisclose_ld.alignment.rules import rules
from govdisclose_ld.alignment.sheets import Sheet, wrong
from govdisclose_ld.alignment.values import Mapping

_SUBJECT = re.compile(r"(?:.*/)?catalog/([^/]+)/([^/]+)/([^/]+)(?:/item/([^/]+))?")
_NUMBER = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
_SHOWN = 80


def read_row(sheet: Sheet, line: int, cells: Sequence[str]) -> Mapping:
    """One record of a sheet whose columns were checked, as a mapping.

    Raises ConfigurationError that names file, line and column, and what was expected there.
    """
    record = _Record(sheet, line, cells)
    catalog, key = record.subject()
    standard, item = record.object()
    return Mapping(
        catalog,
        key,
        standard,
        item,
        record.local("predicate_id", "skos", rules()["predicates"]),
        record.status(),
        record.local("mapping_justification", "semapv", rules()["justifications"]),
        record.confidence(),
        record.cells.get("subject_fingerprint", "").strip(),
        record.cells,
        sheet.file,
        line,
    )


@cache
def _known_columns() -> frozenset[str]:
    return frozenset((*rules()["slots"], *rules()["extensions"]))


def check_columns(sheet: Sheet) -> None:
    """Raise ConfigurationError for a column that is none, stands twice or is missing."""
    where = f"{sheet.file}:{sheet.heading_line}"
    declared = sheet.metadata.get("extension_definitions")
    own = {
        str(one.get("slot_name"))
        for one in (declared if isinstance(declared, list) else ())
        if isinstance(one, dict)
    }
    named = [column.strip() for column in sheet.columns if column.strip()]
    for number, column in enumerate(named):
        if column not in _known_columns() | own:
            near = get_close_matches(column, sorted(_known_columns()), n=1) or ["subject_id"]
            raise wrong(
                f"{where}: {_shown(column)}",
                f"不认识的列；是不是 {near[0]}？自加的列要在 extension_definitions 中说明",
                f"no such column; did you mean {near[0]}? A column of your own has to be"
                " declared in extension_definitions",
            )
        if column in named[:number]:
            raise wrong(f"{where}: {column}", "列重复", "the column stands twice")
    for column in rules()["required_columns"]:
        if column not in named:
            raise wrong(f"{where}: {column}", "缺少这一列", "this column is missing")


class _Record:
    """The cells of one record by column, and the readers of them."""

    def __init__(self, sheet: Sheet, line: int, cells: Sequence[str]) -> None:
        self._where = f"{sheet.file}:{line}"
        names = [column.strip() for column in sheet.columns]
        self._refuse_surplus(names, cells)
        filled = (*cells, *[""] * (len(names) - len(cells)))
        self.cells = {name: cell for name, cell in zip(names, filled, strict=False) if name}
        own = sheet.metadata.get("curie_map")
        own = own if isinstance(own, dict) else {}
        self._prefixes = {**rules()["prefixes"], **{str(k): str(v) for k, v in own.items()}}

    def subject(self) -> tuple[str, str]:
        """The catalog's path and the item's key, from the subject's IRI."""
        found = _SUBJECT.fullmatch(self._iri("subject_id"))
        if not found:
            raise self._wrong(
                "subject_id",
                "目录或条目的 IRI，如 catalog:410324/poverty-alleviation/2020-12-14/item/…",
                "the IRI of a catalog or item, such as"
                " catalog:410324/poverty-alleviation/2020-12-14/item/…",
            )
        parts = [unquote(part or "") for part in found.groups()]
        return "/".join(parts[:3]), parts[3]

    def object(self) -> tuple[str, str]:
        """The standard and its item, from the object's IRI."""
        root: str = rules()["prefixes"]["std"]
        standard, _, item = self._iri("object_id").removeprefix(root).partition("/")
        if not self._iri("object_id").startswith(root) or not item or "/" in item:
            raise self._wrong(
                "object_id",
                "标准事项，如 std:poverty-alleviation-2019/exit",
                "an item of a standard, such as std:poverty-alleviation-2019/exit",
            )
        return unquote(standard), unquote(item)

    def local(self, column: str, prefix: str, known: Sequence[str]) -> str:
        """The local name of a term of a vocabulary, one of the known ones."""
        root: str = rules()["prefixes"][prefix]
        name = self._iri(column).removeprefix(root)
        if name not in known:
            listed = ", ".join(f"{prefix}:{one}" for one in known)
            raise self._wrong(column, f"其中之一：{listed}", f"one of {listed}")
        return name

    def confidence(self) -> float:
        """The confidence, 1 where none is given (SSSOM's own default)."""
        text = self.cells.get("confidence", "").strip()
        if not text:
            return 1.0
        number = float(text) if _NUMBER.fullmatch(text) else math.nan
        if not 0 <= number <= 1:
            raise self._wrong("confidence", "0 到 1 之间的数", "a number from 0 to 1")
        return number

    def status(self) -> str:
        """How far a person has ruled on the row, by its state and its modifier.

        A file that has no state of review (SSSOM of other makers) is taken to accept what was
        curated or reviewed by hand, and to propose the rest.
        """
        modifier = self.cells.get("predicate_modifier", "").strip()
        if modifier not in {"", "Not"}:
            raise self._wrong("predicate_modifier", "Not 或空白", "Not, or nothing")
        status = self._state()
        if modifier and status == "accepted":
            raise self._wrong(
                "review_status",
                "rejected，因为 predicate_modifier 是 Not；否则去掉 Not",
                "rejected, as predicate_modifier is Not; or take Not away",
            )
        return "rejected" if modifier and status == "candidate" else status

    def _state(self) -> str:
        word = self.cells.get("review_status", "").strip()
        if not word:
            ground = self._iri("mapping_justification")
            by_hand = any(ground.endswith(f"/{name}") for name in rules()["by_hand"])
            return "accepted" if by_hand and "review_status" not in self.cells else "candidate"
        for status, words in rules()["statuses"].items():
            if word.casefold() in words:
                return str(status)
        listed = ", ".join(words[0] for words in rules()["statuses"].values())
        raise self._wrong("review_status", f"其中之一：{listed}", f"one of {listed}")

    def _iri(self, column: str) -> str:
        text = self.cells.get(column, "").strip()
        prefix, colon, rest = text.partition(":")
        root = self._prefixes.get(prefix)
        return f"{root}{rest}" if colon and root and not rest.startswith("//") else text

    def _wrong(self, column: str, zh: str, en: str) -> Exception:
        found = _shown(self.cells.get(column, ""))
        return wrong(
            f"{self._where}: {column}",
            f"应为{zh}，实为“{found}”",
            f"expected {en}, found {found!r}",
        )

    def _refuse_surplus(self, names: Sequence[str], cells: Sequence[str]) -> None:
        unnamed = [cell for cell, name in zip(cells, names, strict=False) if not name]
        if any(cell.strip() for cell in (*cells[len(names) :], *unnamed)):
            raise wrong(
                self._where,
                f"有 {len(cells)} 个单元格，标题只有 {len([n for n in names if n])} 个",
                f"has {len(cells)} cells for {len([n for n in names if n])} headings",
            )


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

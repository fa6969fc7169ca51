"""Fields of a form that a PDF page shows (ISO 32000-1, 12.7): check boxes and filled-in text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text
from pdfplumber.page import Page

from govdisclose_ld.readers.pdf.glyphs import Glyph
from govdisclose_ld.readers.symbols import OBJECT, TICKED, UNTICKED

_HIDDEN = 0x02 | 0x20
_PUSH_BUTTON = 1 << 16
_DEEPEST = 16
_BOXES = frozenset(f"□☐○◯■☑√✓✔{OBJECT}")


def with_fields(page: Page, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of a page with what its form fields show.

    A box that is printed or drawn under a check box field gives way to the state of the field.
    """
    shown = list(_fields(page))
    boxes = [glyph for glyph in shown if glyph.text in {TICKED, UNTICKED}]
    kept = (
        glyph
        for glyph in glyphs
        if glyph.text not in _BOXES or not any(_within(glyph, box) for box in boxes)
    )
    return [*kept, *shown]


def _fields(page: Page) -> Iterator[Glyph]:
    for annotation in page.annots:
        data = resolve1(annotation.get("data") or {})
        if not isinstance(data, dict) or _number(data.get("F")) & _HIDDEN:
            continue
        text = _shown(data)
        if text:
            box = (float(annotation[key]) for key in ("x0", "x1", "top", "bottom"))
            yield Glyph(text, *box)


def _shown(data: dict[str, Any]) -> str:
    """What an annotation shows: the state of a check box, the text of a field or a typed note."""
    kind = _name(data.get("Subtype"))
    if kind == "FreeText":
        return _text(data.get("Contents"))
    if kind != "Widget":
        return ""
    match _name(_inherited(data, "FT")):
        case "Btn" if not _number(_inherited(data, "Ff")) & _PUSH_BUTTON:
            state = data.get("AS") or _inherited(data, "V")
            return UNTICKED if _name(state) in {"", "Off"} else TICKED
        case "Tx" | "Ch":
            return _text(_inherited(data, "V"))
    return ""


def _inherited(data: dict[str, Any], key: str) -> Any:
    """The value of a field, its own or that of the field it belongs to."""
    field: Any = data
    for _ in range(_DEEPEST):
        if not isinstance(field, dict):
            return None
        if key in field:
            return resolve1(field[key])
        field = resolve1(field.get("Parent"))
    return None


def _name(value: Any) -> str:
    value = resolve1(value)
    name = value.name if isinstance(value, PSLiteral) else ""
    return name if isinstance(name, str) else name.decode("latin-1")


def _number(value: Any) -> int:
    value = resolve1(value)
    return value if isinstance(value, int) else 0


def _text(value: Any) -> str:
    value = resolve1(value)
    if isinstance(value, list):
        return "、".join(filter(None, map(_text, value)))
    text = decode_text(value) if isinstance(value, bytes) else ""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _within(glyph: Glyph, box: Glyph) -> bool:
    x, y = glyph.middle
    slack = box.size / 4
    return box.x0 - slack <= x <= box.x1 + slack and box.top - slack <= y <= box.bottom + slack

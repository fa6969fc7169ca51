"""Check boxes that lie on an Excel sheet (form controls), read from its VML drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from govdisclose_ld.readers.packages import attribute, child, local
from govdisclose_ld.readers.symbols import TICKED, UNTICKED

_SMALL_NUMBER = re.compile(r"[0-9]{1,7}")
_BOXES = frozenset({"Checkbox", "Radio"})


def check_boxes(drawing: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """The place (row and column, from 1) of each box's upper left corner, and its mark and label.

    Excel writes VML that is not always well formed; what cannot be made out is left out.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    closed = drawing.replace(b"<br>", b"<br/>")
    root = etree.fromstring(closed, parser) if closed.strip() else None
    for shape in root.iter() if root is not None else ():
        data = child(shape, "ClientData")
        if local(shape) == "shape" and attribute(data, "ObjectType") in _BOXES:
            place = _place(child(data, "Anchor"))
            if place:
                yield place, f"{_mark(data)} {_label(shape)}".strip()


def _place(anchor: Element | None) -> tuple[int, int] | None:
    """Left column, its offset, top row … , all from 0."""
    numbers = ("" if anchor is None else anchor.text or "").replace(" ", "").split(",")
    if len(numbers) < 3 or not all(_SMALL_NUMBER.fullmatch(numbers[index]) for index in (0, 2)):
        return None
    return int(numbers[2]) + 1, int(numbers[0]) + 1


def _mark(data: Element | None) -> str:
    checked = child(data, "Checked")
    return TICKED if checked is not None and (checked.text or "").strip() == "1" else UNTICKED


def _label(shape: Element) -> str:
    box = child(shape, "textbox")
    return " ".join("".join(map(str, box.itertext())).split()) if box is not None else ""

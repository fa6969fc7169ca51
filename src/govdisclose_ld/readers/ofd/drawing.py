"""What an OFD page draws (GB/T 33190-2016, chapters 8 to 11), as operators of a PDF page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from govdisclose_ld.readers.ofd.paper import words
from govdisclose_ld.readers.packages import attribute, child, local

_PATH = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:[eE][-+]?\d+)?")
_NUMBERS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_MOST_NUMBERS = 100_000
_DEEPEST = 20
_GROUPS = frozenset({"Layer", "PageBlock", "Content"})


def drawn(group: Element, depth: int = 1) -> Iterator[str]:
    """The operators that draw the text and the paths of a layer or block, in order.

    Raises RecursionError where blocks are nested absurdly deep.
    """
    if depth > _DEEPEST:
        raise RecursionError
    for element in group:
        name = local(element)
        if name in _GROUPS:
            yield from drawn(element, depth + 1)
        elif name in {"TextObject", "PathObject"}:
            inside = _text(element) if name == "TextObject" else _path(element)
            yield f"q {_place(element)} {inside} Q"


def numbers(text: str | None) -> list[float]:
    """The numbers of an array; none where one of its words is no finite number."""
    try:
        values = [float(word) for word in (text or "").split()[:_MOST_NUMBERS]]
    except ValueError:
        return []
    return values if all(map(math.isfinite, values)) else []


def _place(element: Element) -> str:
    """The matrix of an object: the corner of its boundary, then its own transformation."""
    boundary = numbers(attribute(element, "Boundary"))
    matrix = numbers(attribute(element, "CTM"))
    x, y = boundary[:2] if len(boundary) == 4 else (0.0, 0.0)
    own = " ".join(f"{value:.6f}" for value in matrix) + " cm" if len(matrix) == 6 else ""
    return f"1 0 0 1 {x:.4f} {y:.4f} cm {own}"


def _text(element: Element) -> str:
    size = (numbers(attribute(element, "Size")) or [0.0])[0]
    codes = (code for code in element if local(code) == "TextCode")
    parts, x, y = [], 0.0, 0.0
    for code in codes:
        x = (numbers(attribute(code, "X")) or [x])[0]
        y = (numbers(attribute(code, "Y")) or [y])[0]
        text = "".join(map(str, code.itertext())).strip("\r\n")
        parts.append(words(text, _places(code, x, y, len(text), size), size))
    return " ".join(parts)


def _places(
    code: Element, x: float, y: float, count: int, size: float
) -> Iterator[tuple[float, float]]:
    """Where each character stands; without distances they follow each other."""
    across = _distances(attribute(code, "DeltaX"), count)
    down = _distances(attribute(code, "DeltaY"), count)
    for index in range(count):
        yield x, y
        x += across[index] if index < len(across) else 0.0 if down else size
        y += down[index] if index < len(down) else 0.0


def _distances(text: str | None, count: int) -> list[float]:
    """Distances between characters; ``g 3 5.2`` stands for three of 5.2 (11.3)."""
    found: list[float] = []
    tokens = iter((text or "").split())
    for token in tokens:
        if len(found) >= count:
            break
        if token == "g":  # noqa: S105  (a word of the format)
            times, value = numbers(next(tokens, "")), numbers(next(tokens, ""))
            found += (value or [0.0]) * min(int(times[0]) if times else 0, count)
        else:
            found += numbers(token) or [0.0]
    return found


def _path(element: Element) -> str:
    operators = " ".join(_operators(getattr(child(element, "AbbreviatedData"), "text", "") or ""))
    fills = attribute(element, "Fill") in {"true", "1"}
    strokes = attribute(element, "Stroke") not in {"false", "0"}
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((fills, strokes), "n")
    return f"{_colour(child(element, 'FillColor'))} {operators} {paint}"


def _colour(element: Element | None) -> str:
    """The fill colour where it is given in RGB or grey (0 to 255); black otherwise (8.3.2)."""
    values = [value / 255 for value in numbers(attribute(element, "Value"))]
    operator = {1: "g", 3: "rg"}.get(len(values))
    return " ".join(f"{v:.4f}" for v in values) + f" {operator}" if operator else "0 g"


def _operators(data: str) -> Iterator[str]:
    """Path operators of PDF for those of OFD (9.3.3); an arc becomes the chord to its end. What
    follows an operator without its numbers is left out."""
    tokens = iter(_PATH.findall(data)[:_MOST_NUMBERS])
    x = y = 0.0
    for token in tokens:
        if token not in _NUMBERS:
            continue
        values = numbers(" ".join(islice(tokens, _NUMBERS[token])))
        if len(values) < _NUMBERS[token]:
            return
        if token == "C":  # noqa: S105  (a word of the format)
            yield "h"
            continue
        if token == "Q":  # noqa: S105  (a word of the format)
            a, b, *end = values
            values = [x + (a - x) * 2 / 3, y + (b - y) * 2 / 3]
            values += [end[0] + (a - end[0]) * 2 / 3, end[1] + (b - end[1]) * 2 / 3, *end]
        if token == "A":  # noqa: S105  (a word of the format)
            values = values[-2:]
        x, y = values[-2:]
        operator = {"M": "m", "S": "m", "Q": "c", "B": "c"}.get(token, "l")
        yield " ".join(f"{value:.4f}" for value in values) + f" {operator}"

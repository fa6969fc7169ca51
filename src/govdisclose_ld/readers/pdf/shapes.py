"""Small shapes drawn on a PDF page: squares, circles, and the strokes that may tick them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page

from govdisclose_ld.readers.pdf.nearby import Nearby

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_SIDES = (4.5, 16.0)
_SQUARE = 0.25
_CROWD = 200
_NEAR = 0.75
_DARK, _LIGHT = 0.6, 0.85
_CURVED = frozenset("cvy")


class Fill(Enum):
    """How the inside of a shape looks on white paper."""

    NONE = "none"
    DARK = "dark"
    UNCLEAR = "unclear"


class Form(Enum):
    """What a small shape is."""

    BOX = "box"
    CIRCLE = "circle"
    STROKE = "stroke"


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape no larger than a character; ``points`` are those of its path, from the top left."""

    form: Form
    box: Box
    fill: Fill
    points: tuple[tuple[float, float], ...]
    order: int

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """How high it is."""
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2

    def meets(self, other: Shape) -> bool:
        """Whether the two touch or overlap."""
        left, top, right, bottom = self.box
        return (
            other.box[0] <= right + _NEAR
            and left - _NEAR <= other.box[2]
            and other.box[1] <= bottom + _NEAR
            and top - _NEAR <= other.box[3]
        )

    def is_side_of(self, other: Shape) -> bool:
        """Whether it is a line along an edge of the other shape."""
        left, top, right, bottom = self.box
        upright, level = right - left < _NEAR, bottom - top < _NEAR
        return (upright and any(abs(left - x) < 2 * _NEAR for x in other.box[::2])) or (
            level and any(abs(top - y) < 2 * _NEAR for y in other.box[1::2])
        )

    def holds(self, x: float, y: float, slack: float = 0.0) -> bool:
        """Whether a point lies in its box, made wider by ``slack`` of its size on each side."""
        left, top, right, bottom = self.box
        across, down = self.width * slack, self.height * slack
        return left - across <= x <= right + across and top - down <= y <= bottom + down


def small_shapes(page: Page, most: int) -> list[Shape] | None:
    """The boxes, circles and strokes of a page that may be marks; None if there are over ``most``.

    Table rules are none: what touches a longer line is left out.
    """
    drawn = [
        shape
        for shape in (*page.rects, *page.curves, *page.lines)
        if _extent(shape) <= 2 * _SIDES[1]
    ]
    if len(drawn) > most:
        return None
    shapes = [shape for order, raw in enumerate(drawn) if (shape := _shape(raw, order))]
    lone = [shape for shape in shapes if shape.form is Form.STROKE and len(shape.points) == 2]
    shapes += _boxes_of_lines(lone)
    rules = [edge for edge in page.edges if _extent(edge) > _SIDES[1]]
    return [s for s in Nearby(shapes).sparse(_CROWD) if not _touches(s.box, rules)]


def is_square(shape: Shape) -> bool:
    """Whether a shape is as wide as high, and of the size of a character."""
    least, most = sorted((shape.width, shape.height))
    return _SIDES[0] <= least and most <= _SIDES[1] and most - least <= _SQUARE * most


def _extent(raw: dict[str, Any]) -> float:
    return max(float(raw["x1"] - raw["x0"]), float(raw["bottom"] - raw["top"]))


def _shape(raw: dict[str, Any], order: int) -> Shape | None:
    box = (float(raw["x0"]), float(raw["top"]), float(raw["x1"]), float(raw["bottom"]))
    points = tuple((float(x), float(y)) for x, y in raw.get("pts") or ())
    fill = _fill(raw)
    if not raw.get("stroke") and fill is Fill.NONE and not raw.get("fill"):
        return None
    if raw["object_type"] == "rect" or _is_upright(points):
        form = Form.BOX
    elif any(part and part[0] in _CURVED for part in raw.get("path") or ()) and _closes(points):
        form = Form.CIRCLE
    else:
        form = Form.STROKE
    return Shape(form, box, fill, points, order)


def _is_upright(points: Sequence[tuple[float, float]]) -> bool:
    """Whether a path of four corners has sides that all go along the page."""
    if not 4 <= len(points) <= 5 or len({points[n] for n in range(len(points))}) != 4:
        return False
    corners = [*points[:4], points[0]]
    return all(
        min(abs(x1 - x0), abs(y1 - y0)) < _NEAR / 2 for (x0, y0), (x1, y1) in pairwise(corners)
    )


def _closes(points: Sequence[tuple[float, float]]) -> bool:
    if len(points) < 4:
        return False
    (x0, y0), (x1, y1) = points[0], points[-1]
    return abs(x0 - x1) < _NEAR and abs(y0 - y1) < _NEAR


def _fill(raw: dict[str, Any]) -> Fill:
    if not raw.get("fill"):
        return Fill.NONE
    light = _lightness(raw.get("non_stroking_color"))
    if light is None or light <= _DARK:
        return Fill.DARK if light is not None else Fill.UNCLEAR
    return Fill.NONE if light >= _LIGHT else Fill.UNCLEAR


def _lightness(colour: Any) -> float | None:
    """From 0, black, to 1, white, of a colour in grey, RGB or CMYK; None for a pattern."""
    parts = colour if isinstance(colour, tuple | list) else (0.0 if colour is None else colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return None
    match [float(part) for part in parts]:
        case [grey]:
            return grey
        case [red, green, blue]:
            return _grey(red, green, blue)
        case [cyan, magenta, yellow, black]:
            return (1 - black) * _grey(1 - cyan, 1 - magenta, 1 - yellow)
    return None


def _grey(red: float, green: float, blue: float) -> float:
    """The luma of a colour (ITU-R BT.601)."""
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _boxes_of_lines(lines: Iterable[Shape]) -> Iterator[Shape]:
    """Boxes whose four sides are lines of their own."""
    across: dict[tuple[int, int], list[Shape]] = defaultdict(list)
    down: set[tuple[int, int, int]] = set()
    for line in lines:
        left, top, right, bottom = line.box
        if line.height < _NEAR:
            across[round(left), round(right)].append(line)
        elif line.width < _NEAR:
            down.add((round(left), round(top), round(bottom)))
    for (left, right), levels in sorted(across.items()):
        levels.sort(key=lambda line: line.box[1])
        for upper, lower in pairwise(levels):
            top, bottom = round(upper.box[1]), round(lower.box[1])
            if {(left, top, bottom), (right, top, bottom)} <= down:
                box = (upper.box[0], upper.box[1], upper.box[2], lower.box[3])
                yield Shape(Form.BOX, box, Fill.NONE, (), upper.order)


def _touches(box: Box, rules: Sequence[dict[str, Any]]) -> bool:
    left, top, right, bottom = box
    return any(
        rule["x0"] <= right + _NEAR
        and left - _NEAR <= rule["x1"]
        and rule["top"] <= bottom + _NEAR
        and top - _NEAR <= rule["bottom"]
        for rule in rules
    )

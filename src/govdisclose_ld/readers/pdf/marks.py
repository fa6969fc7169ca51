"""Marks that a PDF page draws instead of printing them: boxes and circles, ticked or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pdfplumber.page import Page

from govdisclose_ld.readers.pdf.glyphs import Glyph
from govdisclose_ld.readers.pdf.nearby import Nearby
from govdisclose_ld.readers.pdf.shapes import Fill, Form, Shape, is_square, small_shapes
from govdisclose_ld.readers.symbols import OBJECT, TICKED, UNTICKED

_MOST_SHAPES = 4_000
_TICKS = frozenset("√✓✔☑☒×✗✘■●xXvV")
_EMPTY = frozenset("□☐○◯")
_SLACK = 0.3
_COVERS = 0.35
_ALIKE = 0.8


def with_marks(page: Page, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Shape]]:
    """The glyphs of a page with the marks that are drawn on it, and the frames of those marks.

    A square or circle of the size of a character is a mark: not ticked where it is empty, ticked
    where it is filled, or a tick or cross lies in it; unclear otherwise. A frame about any other
    character is no mark.
    """
    shapes = small_shapes(page, _MOST_SHAPES)
    if not shapes:
        return list(glyphs), []
    frames, drawn, printed = _frames(shapes), Nearby(shapes), Nearby(glyphs)
    marks: list[Glyph] = []
    used: set[Shape] = set()
    boxed: set[Glyph] = set()
    for frame in frames:
        within = [s for s in drawn.around(frame) if _is_within(s, frame)]
        used.update((frame, *within))
        framed = [g for g in printed.around(frame) if frame.holds(*g.middle) and g.text.strip()]
        if all(glyph.text in _TICKS | _EMPTY for glyph in framed):
            boxed.update(framed)
            ticked = any(glyph.text in _TICKS for glyph in framed)
            marks.append(_glyph(frame, TICKED if ticked else _state(frame, within)))
    strokes = [shape for shape in shapes if shape.form is Form.STROKE and shape not in used]
    marks += [_glyph(stroke, "√") for stroke in strokes if _is_tick(stroke)]
    return [*(glyph for glyph in glyphs if glyph not in boxed), *marks], frames


def _frames(shapes: Iterable[Shape]) -> list[Shape]:
    """The squares and circles that stand alone: not within another, nor side by side with one,
    as the cells of a table are."""
    candidates = [s for s in shapes if s.form is not Form.STROKE and is_square(s)]
    near = Nearby(candidates)
    frames: Nearby[Shape] = Nearby(())
    for shape in sorted(candidates, key=lambda s: (-s.width * s.height, s.order)):
        others = [s for s in near.around(shape) if s is not shape and s.meets(shape)]
        alone = all(s.holds(*shape.middle) or shape.holds(*s.middle) for s in others)
        if alone and not any(frame.holds(*shape.middle) for frame in frames.around(shape)):
            frames.add(shape)
    return sorted(frames, key=lambda frame: frame.order)


def _is_within(shape: Shape, frame: Shape) -> bool:
    """Whether a shape lies in a frame, or reaches a little out of it, and is none of its sides."""
    if shape is frame or not frame.holds(*shape.middle, _SLACK):
        return False
    return shape.form is not Form.STROKE or not shape.is_side_of(frame)


def _state(frame: Shape, within: Sequence[Shape]) -> str:
    """The mark that a frame and the shapes in it make."""
    layers = [s for s in within if s.form is not Form.STROKE and _share(s, frame) >= _ALIKE]
    inner = [s for s in within if s not in layers and _share(s, frame) >= _COVERS]
    top = max((frame, *layers), key=lambda layer: (layer.order, layer is not frame))
    fills = {layer.fill for layer in (frame, *layers)}
    if inner:
        return TICKED if all(map(_ticks, inner)) else OBJECT
    if fills == {Fill.NONE} or (top.fill is Fill.NONE and Fill.UNCLEAR not in fills):
        return UNTICKED
    return TICKED if top.fill is Fill.DARK else OBJECT


def _ticks(shape: Shape) -> bool:
    """Whether a shape in a frame ticks it: a slanting stroke, or something filled."""
    if shape.form is not Form.STROKE:
        return shape.fill is Fill.DARK
    return any(
        abs(x1 - x0) > 1 and abs(y1 - y0) > 1 for (x0, y0), (x1, y1) in pairwise(shape.points)
    )


def _is_tick(stroke: Shape) -> bool:
    """Whether a stroke alone is a tick: down to the right, then further up to the right."""
    if len(stroke.points) != 3 or not is_square(stroke):
        return False
    (x0, y0), (x1, y1), (x2, y2) = stroke.points
    return x0 < x1 < x2 and y0 < y1 and y2 < y0


def _share(shape: Shape, frame: Shape) -> float:
    """How much of the frame a shape reaches across, in the direction in which it is larger."""
    return max(shape.width / frame.width, shape.height / frame.height)


def _glyph(shape: Shape, text: str) -> Glyph:
    left, top, right, bottom = shape.box
    return Glyph(text, left, right, top, bottom)

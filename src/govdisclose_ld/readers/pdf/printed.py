"""A PDF page as it is seen: characters that a clip cuts off are left out.

A merged cell that a page break cuts is printed whole on both pages, each of which shows its part.
"""

from __future__ import annotations

from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.utils import Matrix, apply_matrix_pt, apply_matrix_rect
from pdfplumber.page import Page

Box = tuple[float, float, float, float]
"""Left, lower, right and upper side, as a PDF counts."""

_EVERYWHERE = (float("-inf"), float("-inf"), float("inf"), float("inf"))


class PrintedPage(Page):
    """A page of pdfplumber whose characters are those that are seen.

    Of each only what is read of it is kept, and ``seen_at``: its middle from the left, or the
    nearest place within its clip.
    """

    @property
    def layout(self) -> LTPage:
        """What the page draws, without its characters."""
        if not hasattr(self, "_layout"):
            device = _Device(self.pdf.rsrcmgr, pageno=self.page_number)
            _Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            self._layout = device.get_result()
            self._hidden = device.hidden
            self._chars = [self._placed(char) for char in device.chars]
        return self._layout

    @property
    def chars(self) -> list[dict[str, Any]]:
        """The characters that are seen."""
        self.layout  # noqa: B018  (reads the page, once)
        return self._chars

    @property
    def hidden(self) -> int:
        """How many characters are cut off."""
        self.layout  # noqa: B018  (reads the page, once)
        return self._hidden

    def _placed(self, char: dict[str, Any]) -> dict[str, Any]:
        """The character with its place from the upper left corner of the page."""
        left, top = float(self.mediabox[0]), float(self.height + self.mediabox[1])
        x0, y0, x1, y1 = char["box"]
        place = {"x0": x0 + left, "x1": x1 + left, "top": top - y1, "bottom": top - y0}
        return {**char, **place, "seen_at": char["seen_at"] + left}


class _Device(PDFPageAggregator):
    """Collects what is drawn, and the characters apart."""

    def __init__(self, *arguments: Any, **named: Any):
        super().__init__(*arguments, **named)
        self.chars: list[dict[str, Any]] = []
        self.hidden = 0
        self.clip: Box = _EVERYWHERE

    def render_char(  # noqa: PLR0913, PLR0917  (pdfminer's signature)
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,  # noqa: ARG002
        graphicstate: PDFGraphicState,  # noqa: ARG002
    ) -> float:
        """Take a character unless it lies above or below its clip; how far it moves on."""
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = self.handle_undefined_char(font, cid)
        advance = font.char_width(cid) * fontsize * scaling
        box = apply_matrix_rect(matrix, _box(font, cid, fontsize, rise, advance))
        left, lower, right, upper = self.clip
        if not lower <= (box[1] + box[3]) / 2 <= upper:
            self.hidden += not text.isspace()
            return advance
        a, b, c, d, *_ = matrix
        char = {
            "text": text,
            "fontname": font.fontname,
            "matrix": matrix,
            "upright": a * d * scaling > 0 and b * c <= 0,
            "box": box,
            "seen_at": min(max((box[0] + box[2]) / 2, left), right),
        }
        self.chars.append(char)
        return advance


def _box(font: PDFFont, cid: int, size: float, rise: float, advance: float) -> Box:
    """The box of a character before it is placed (ISO 32000-1, 9.2.4 and 9.7.4.3)."""
    if not font.is_vertical():
        lower = font.get_descent() * size + rise
        return 0, lower, advance, lower + size
    shift = font.char_disp(cid)
    across, down = shift if isinstance(shift, tuple) else (None, 880.0)
    left = -size / 2 if across is None else -across * size / 1000
    top = (1000 - down) * size / 1000 + rise
    return left, top + advance, left + size, top


class _Interpreter(PDFPageInterpreter):
    """Tells its device which part of the page shows what is drawn (ISO 32000-1, 8.5.4)."""

    device: _Device

    def init_state(self, ctm: Matrix) -> None:
        """Begin a page or a form."""
        super().init_state(ctm)
        self._clips: list[Box] = []

    def do_q(self) -> None:
        """Save the clip with the rest of the state."""
        super().do_q()
        self._clips.append(self.device.clip)

    def do_Q(self) -> None:  # noqa: N802
        """Restore it."""
        super().do_Q()
        if self._clips:
            self.device.clip = self._clips.pop()

    def do_W(self) -> None:  # noqa: N802
        """Show no more than what the path holds, as if it were a box."""
        points = [
            apply_matrix_pt(self.ctm, (float(part[-2]), float(part[-1])))
            for part in self.curpath
            if len(part) > 2
        ]
        if points:
            left, lower, right, upper = self.device.clip
            xs, ys = zip(*points, strict=True)
            self.device.clip = (
                max(left, min(xs)),
                max(lower, min(ys)),
                min(right, max(xs)),
                min(upper, max(ys)),
            )

    do_W_a = do_W  # noqa: N815

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        """Draw a form, whose clips end with it."""
        clip = self.device.clip
        super().do_Do(xobjid_arg)
        self.device.clip = clip

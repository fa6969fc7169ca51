"""How boxes are drawn: as characters, as controls of the format, or in a symbol font."""

from __future__ import annotations

from dataclasses import dataclass

from press.sheets import Box, Spot


@dataclass(frozen=True, slots=True)
class Style:
    """A way to draw boxes.

    ``ticked`` and ``unticked`` are characters, those of ``font`` where one is named (its codes).
    ``control`` is ``box`` (the format's own check box) or ``field`` (Word's legacy form field).
    """

    name: str
    ticked: str
    unticked: str
    font: str = ""
    control: str = ""

    def glyph(self, box: Box) -> str:
        """The characters of a box."""
        return self.ticked if box.ticked else self.unticked

    def text(self, spot: Spot) -> str:
        """What a cell prints as characters."""
        return "".join(self.glyph(p) if isinstance(p, Box) else p for p in spot.parts)


_INPUT = '<input checked="" type="checkbox"/>', '<input type="checkbox"/>'

STYLES = {
    style.name: style
    for style in (
        Style("squares", "■", "□"),
        Style("half-squares", "▄", "□"),
        Style("ballots", "☑", "☐"),
        Style("crosses", "☒", "☐"),
        Style("roots", "√", "□"),
        Style("checks", "✓", "☐"),
        Style("heavy-checks", "✔", "☐"),
        Style("circles", "●", "○"),
        Style("diamonds", "◆", "◇"),
        Style("triangles", "▲", "△"),
        Style("misread", "■", "口"),
        Style("t-for-tick", "t", "□"),
        Style("lost-wingdings", "þ", "¨"),
        Style("lost-wingdings-o", "þ", "o"),
        Style("lost-wingdings-2", "R", "£"),
        Style("private", "\uf052", "\uf0a3"),
        Style("controls", *_INPUT, control="box"),
        Style("fields", "☑", "☐", control="field"),
        Style("wingdings", "\xfe", "\xa8", font="Wingdings"),
        Style("wingdings-2", "R", "\xa3", font="Wingdings 2"),
    )
}
"""Every style by its name; ``squares`` is what most offices print."""

"""Characters that Word draws one over another by a field ({ EQ \\o\\ac(□,√) }): boxes with a tick
in them, and numbers in a circle. Such a field has no result."""

from __future__ import annotations

import re

from govdisclose_ld.readers.symbols import TICKED

_OVER = re.compile(
    r"\s*eq\s*\\o\s*(?:\\a[lcr]\s*)?[(（]([^(),;（），]{1,9})[,;，]([^(),;（），]{0,9})[)）]\s*",
    re.IGNORECASE,
)
_FRAMED = re.compile(r"\s*eq\s*\\x\s*[(（]([^(),;（），]{1,9})[)）]\s*", re.IGNORECASE)
_BOXES, _CIRCLES = frozenset("□☐◻"), frozenset("○〇")
_TICKS = frozenset("√✓✔")
_CROSSES = frozenset("×✕✗")
_MOST_CIRCLED = 20


def overlaid(code: str) -> str:
    """What the code of an EQ field draws, as one character where there is one; nothing for the
    code of any other field, whose result is stored beside it (ECMA-376, 17.16.5.17)."""
    if framed := _FRAMED.fullmatch(code):
        return _drawn("□", framed[1].strip())
    over = _OVER.fullmatch(code)
    return _drawn(over[1].strip(), over[2].strip()) if over else ""


def _drawn(shape: str, sign: str) -> str:
    if not sign:
        return shape
    if shape in _BOXES and (sign in _TICKS or sign in _CROSSES):
        return TICKED if sign in _TICKS else "☒"
    if shape not in _BOXES | _CIRCLES:
        return f"{shape}{sign}"
    circled = sign.isascii() and sign.isdecimal() and 0 < int(sign) <= _MOST_CIRCLED
    return chr(ord("①") + int(sign) - 1) if shape in _CIRCLES and circled else sign

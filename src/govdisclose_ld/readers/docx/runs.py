"""The text of a Word paragraph: what its runs, fields, controls and symbols print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from govdisclose_ld.readers.docx.equations import overlaid
from govdisclose_ld.readers.packages import attribute, child, is_on, local
from govdisclose_ld.readers.symbols import TICKED, UNTICKED, is_symbol_font, translate

DELETED = frozenset({"del", "moveFrom"})
_FONT_SLOTS = ("ascii", "hAnsi", "cs")
_DRAWN = frozenset({"drawing", "pict", "object"})


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text that is formatted as hidden."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing without text."""


@dataclass(frozen=True, slots=True)
class Code:
    """A piece of the code of a field; runs that follow each other hold the whole of it."""

    text: str


Inline = str | Hidden | Picture | Element


def inlines(element: Element) -> Iterator[Inline]:
    """What stands in a paragraph, in order: text, and text boxes as their content element."""
    code = ""
    for inline in _inlines(element):
        if isinstance(inline, Code):
            code += inline.text
            continue
        yield overlaid(code)
        yield inline
        code = ""
    yield overlaid(code)


def _inlines(element: Element) -> Iterator[Inline | Code]:
    for below in element:
        name = local(below)
        if name == "r":
            yield from _run(below)
        elif name == "sdt" and (mark := checkbox(below)):
            yield mark
        elif name == "AlternateContent":
            yield from _inlines(alternative(below))
        elif name == "t":
            yield below.text or ""
        elif name not in DELETED and not name.endswith("Pr"):
            yield from _inlines(below)


def alternative(element: Element) -> Element:
    """The one branch of alternative content to read: the first choice, else the fallback."""
    return next((branch for branch in element if local(branch) in {"Choice", "Fallback"}), element)


def checkbox(control: Element) -> str:
    """The mark of a content control that is a check box; nothing for other controls."""
    box = child(control, "sdtPr", "checkbox")
    if box is None:
        return ""
    return TICKED if (state := child(box, "checked")) is not None and is_on(state) else UNTICKED


def _run(run: Element) -> Iterator[Inline | Code]:
    properties = child(run, "rPr")
    hidden = is_on(child(properties, "vanish")) or is_on(child(properties, "webHidden"))
    font = _symbol_font(child(properties, "rFonts"))
    for inline in _content(run, font):
        yield Hidden(inline) if hidden and isinstance(inline, str) else inline


def _content(run: Element, font: str) -> Iterator[Inline | Code]:
    for part in run:
        name = local(part)
        if name == "t":
            yield translate(font, part.text or "")
        elif name == "instrText":
            yield Code(part.text or "")
        elif name in _PRINTED:
            yield _PRINTED[name](part)
        elif name == "AlternateContent":
            yield from _content(alternative(part), font)
        elif name in _DRAWN:
            yield from _drawn(part)
        elif name == "ruby" and (base := child(part, "rubyBase")) is not None:
            yield from inlines(base)


def _drawn(drawing: Element) -> Iterator[Inline]:
    """The text boxes of a drawing, not looking twice into alternatives; else a picture."""
    pending = [drawing]
    found = False
    while pending:
        element = pending.pop()
        name = local(element)
        if name == "txbxContent":
            found = True
            yield element
        else:
            branch = alternative(element) if name == "AlternateContent" else element
            pending.extend(reversed(branch))
    if not found:
        yield Picture()


def _symbol_font(fonts: Element | None) -> str:
    """The symbol font that a run is set in, if it is one."""
    if fonts is None:
        return ""
    east = ("eastAsia",) if attribute(fonts, "hint") == "eastAsia" else ()
    slots = (*_FONT_SLOTS, *east)
    names = (attribute(fonts, slot) or "" for slot in slots)
    return next((name for name in names if is_symbol_font(name)), "")


def _symbol(element: Element) -> str:
    code = attribute(element, "char") or ""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= char <= "\udfff" else translate(attribute(element, "font") or "", char)


def _line_break(element: Element) -> str:
    return "\n" if attribute(element, "type") in {None, "textWrapping"} else ""


def _form_field(element: Element) -> str:
    """The mark of a legacy check box (ECMA-376, 17.16.7): its state, else its default."""
    box = child(element, "ffData", "checkBox")
    if box is None:
        return ""
    state = child(box, "checked")
    return TICKED if is_on(state if state is not None else child(box, "default")) else UNTICKED


_PRINTED: dict[str, Callable[[Element], str]] = {
    "tab": lambda _: "\t",
    "ptab": lambda _: "\t",
    "cr": lambda _: "\n",
    "br": _line_break,
    "noBreakHyphen": lambda _: "-",
    "sym": _symbol,
    "fldChar": _form_field,
}

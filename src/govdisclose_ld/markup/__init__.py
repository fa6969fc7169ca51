"""HTML: elements that are always escaped, tables that the keyboard reaches, whole pages."""

from govdisclose_ld.markup.elements import Content, Markup, element, join, text
from govdisclose_ld.markup.pages import banner, page
from govdisclose_ld.markup.tables import box, table

__all__ = ["Content", "Markup", "banner", "box", "element", "join", "page", "table", "text"]

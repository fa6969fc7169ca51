"""The page as a tree, and how its parts are found."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import Catalog, CellRef
from govdisclose_ld.review import review_page

HEAD = "公开事项一览表\n\n序号\t一级事项\t二级事项\t公开内容"


def read(text: str, name: str = "source.txt") -> Catalog:
    return read_catalog(text.encode(), name=name, corrections=())[0]


def tree(catalog: Catalog) -> Element:
    """The page parsed as XML, which refuses what is not well-formed."""
    return etree.fromstring(review_page(catalog).encode())


def by_class(root: Element, name: str) -> list[Element]:
    return [e for e in root.iter() if name in (e.get("class") or "").split()]


def by_id(root: Element, anchor: str) -> Element:
    found = [element for element in root.iter() if element.get("id") == anchor]
    assert len(found) == 1
    return found[0]


def words(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def printed(cell: Element) -> str:
    """The text that a cell of the page prints, as its source does."""
    return words(by_class(cell, "text")[0])


def state(cell: Element) -> str:
    return (cell.get("class") or "").split()[1]


def states(root: Element, row: str) -> list[str]:
    return [state(cell) for cell in by_id(root, row) if "cell" in (cell.get("class") or "").split()]


def anchor(ref: CellRef) -> str:
    return f"t{ref.table}r{ref.row}c{ref.column}"

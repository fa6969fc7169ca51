"""What a mapping file prints of an item, so that a person can decide without the document."""

from __future__ import annotations

import hashlib
import unicodedata
from base64 import b32encode
from collections.abc import Iterator

from govdisclose_ld.alignment.bigrams import clauses
from govdisclose_ld.model import Element, Item

_EXCERPT = 200
_DIGEST_BYTES = 10


def fingerprint(item: Item) -> str:
    """Sixteen characters that stand for what is printed of an item and a decision rests on.

    Matters, content and legal bases count; width (NFKC), white space and inferred labels do not.
    """
    sure = (matter.label for matter in item.matters if matter.inference is None)
    words = (*sure, "", item.content.text, item.basis.text)
    folded = ("".join(unicodedata.normalize("NFKC", word).split()) for word in words)
    data = "\x1f".join(folded).encode("utf-8", "surrogatepass")
    return b32encode(hashlib.sha256(data).digest()[:_DIGEST_BYTES]).decode("ascii").lower()


def path_of(item: Item) -> str:
    """The item's matters from the first level down; one that is inferred is said to be."""
    steps = (
        f"（推断）{matter.label}" if matter.inference else matter.label for matter in item.matters
    )
    return " / ".join(steps)


def place_of(item: Item) -> str:
    """Where the item is printed: table, row, and its number if it has one."""
    ordinal = f"，序号 {item.ordinal}" if item.ordinal else ""
    return f"表 {item.source.table} 第 {item.source.row} 行{ordinal}"


def excerpt(text: str, most: int = _EXCERPT) -> str:
    """The beginning of a text on one line, ``most`` characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def content_clauses(item: Item) -> tuple[str, ...]:
    """The clauses of the item's content, element by element where it has elements."""
    texts = tuple(_texts(item.elements)) or (item.content.text,)
    return tuple(dict.fromkeys(clause for text in texts for clause in clauses(text)))


def _texts(elements: tuple[Element, ...]) -> Iterator[str]:
    for element in elements:
        yield element.text
        yield from _texts(element.parts)

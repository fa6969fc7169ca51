"""Where something is printed, with a link to the page to review its reading by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from govdisclose_ld.comparison.formats.wording import place_words
from govdisclose_ld.comparison.values import Place, Side
from govdisclose_ld.markup import Markup, element, text


@dataclass(frozen=True, slots=True)
class Places:
    """Shows places; ``links`` name the review page of a catalog by its IRI."""

    links: Mapping[str, str]

    def show(self, place: Place, catalog: str) -> Markup:
        """The table and row, linked where the catalog has a page."""
        words, page = place_words(place), self.links.get(catalog)
        if page is None:
            return text(words)
        anchor = f"#t{place.table}r{place.row}" if place.table else ""
        return element("a", words, href=f"{page}{anchor}")


def side_name(side: Side) -> Markup:
    """The name of a side with its code; a made-up sample is marked as one."""
    mark = element("span", "合成样例", class_="synthetic") if side.is_synthetic else ""
    return Markup(f"{text(side.name)}{element('span', f' {side.code}', class_='code')}{mark}")


def side_id(side: Side) -> str:
    """The anchor of a side's row in the matrix."""
    return f"s-{side.key}"

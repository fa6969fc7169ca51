"""The reference page of the ontology is made from the ontology."""

from __future__ import annotations

from known_terms import own_terms
from ontology_page import MARKER, PAGE, page


def test_the_page_is_fresh() -> None:
    committed = PAGE.read_text(encoding="utf-8")
    assert committed == page(committed), "run: python tests/ontology/ontology_page.py"


def test_the_page_has_a_row_for_every_term() -> None:
    rows = page("").removeprefix(MARKER).splitlines()
    listed = [row.split("`")[1] for row in rows if row.startswith("| `")]
    assert sorted(listed) == sorted(f"gd:{iri.partition('#')[2]}" for iri in own_terms())


def test_words_above_the_marker_are_kept() -> None:
    assert page(f"# Title\n\n{MARKER}old").startswith(f"# Title\n\n{MARKER}\n## 类 · Classes\n")

"""The reference page of the queries says what their headers say."""

from __future__ import annotations

from govdisclose_ld import assets
from govdisclose_ld.store import Store, list_queries, load_query
from govdisclose_ld.store.manual import PAGE, renew_page


def test_the_page_is_fresh() -> None:
    page = assets.path(PAGE).read_text(encoding="utf-8")
    assert page == renew_page(page), "run python -m govdisclose_ld.store.manual"


def test_every_query_has_its_chapter() -> None:
    page = assets.path(PAGE).read_text(encoding="utf-8")
    assert [name for name in _names() if f"\n### {name}\n" not in page] == []


def test_the_query_that_the_page_shows_can_be_asked() -> None:
    page = assets.path(PAGE).read_text(encoding="utf-8")
    shown = load_query(page.partition("```sparql\n")[2].partition("```")[0])
    with Store() as store:
        assert store.query(shown, ticked="政府网站").names == ("item", "name")


def _names() -> list[str]:
    return [query.name for query in list_queries()]

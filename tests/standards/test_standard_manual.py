"""The reference page of the standards says what their files say."""

from __future__ import annotations

from govdisclose_ld import assets
from govdisclose_ld.standards import deviation_kinds, list_standards
from govdisclose_ld.standards.manual import PAGE, renew_page


def test_the_page_is_fresh() -> None:
    """If not: python -m govdisclose_ld.standards.manual"""
    page = assets.path(PAGE).read_text(encoding="utf-8")
    assert page == renew_page(page)


def test_every_standard_item_and_kind_is_listed() -> None:
    page = renew_page("")
    names = [f"`{item.id}`" for one in list_standards() for item in one.items]
    names += [f"`{kind.code}`" for kind in deviation_kinds()]
    names += [f"\n## {one.id}\n" for one in list_standards()]
    assert [name for name in names if name not in page] == []

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode
from rdf_samples import BARE, FULL, NAME

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Catalog, CellRef, Document, Term
from govdisclose_ld.rdf import DEFAULT_BASE, catalog_iri
from govdisclose_ld.rdf.iris import (
    check_base,
    digest,
    element_iri,
    item_iri,
    law_iri,
    matter_iri,
    media_type_iri,
    organisation_iri,
    place_iri,
    segment,
    term_iri,
    unit_iri,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))
CATALOG = "https://w3id.org/govdisclose/id/catalog/410324/poverty-alleviation/2020-12-14"


def test_catalog_is_named_by_division_slug_and_version():
    assert catalog_iri(FULL) == CATALOG
    assert catalog_iri(BARE, base="http://data.example.gov.cn/ld#") == (
        "http://data.example.gov.cn/ld#catalog/unknown/x/undated"
    )


def test_what_a_catalog_owns_goes_on_from_its_iri():
    assert item_iri(CATALOG, "k7q2m4xa") == f"{CATALOG}/item/k7q2m4xa"
    assert element_iri("I", (2, 1)) == "I/element/2.1"
    assert place_iri(CATALOG, CellRef(NAME, 2, 3, 4)) == f"{CATALOG}/row/2-3/cell/4"
    assert place_iri(CATALOG, CellRef(NAME, 2, 3)) == f"{CATALOG}/row/2-3"
    assert place_iri(CATALOG, CellRef(NAME, 2)) == f"{CATALOG}/table/2"
    assert place_iri(CATALOG, CellRef(NAME)) == f"{CATALOG}/document"


def test_known_terms_are_shared_and_unknown_ones_stand_under_the_base():
    website = Term("channel", "website", "政府网站")
    assert term_iri(DEFAULT_BASE, website) == "https://w3id.org/govdisclose/code/channel/website"
    local = term_iri(DEFAULT_BASE, Term("channel", "", "乡村大喇叭"))
    assert local == f"{DEFAULT_BASE}channel/{digest('乡村大喇叭')}"


# IRIs are promises to those who link to them: these values must never change. They were worked out
# with sha256sum and base32.
@pytest.mark.parametrize(
    ("minted", "promised"),
    [
        (digest("西秀区扶贫办（区生态移民局）"), "kwlsbprfn2m4zngj"),
        (matter_iri("C", ("扶贫对象", "贫困人口识别")), "C/matter/f6s5sfmc7sylttga"),
        (organisation_iri("B/", "520402", "西秀区扶贫办"), "B/org/520402/mdgapx7ie5wfhw5z"),
        (organisation_iri("B/", "", "西秀区扶贫办"), "B/org/unknown/mdgapx7ie5wfhw5z"),
        (unit_iri("O", "综合科"), "O/unit/6k34n6yyhqdubr7o"),
        (
            law_iri("B/", "government-information-regulation"),
            "B/law/government-information-regulation",
        ),
    ],
)
def test_iris_stay_what_they_are(minted, promised):
    assert minted == promised


@pytest.mark.parametrize(
    ("media_type", "name"),
    [
        ("text/plain", "text/plain"),
        ("application/xhtml+xml", "application/xhtml+xml"),
        ("application/vnd.ms-excel", "application/vnd.ms-excel"),
        ("text/plain; x=<y>", "text/plain%3B%20x%3D%3Cy%3E"),
    ],
)
def test_media_types_are_those_of_the_registry(media_type, name):
    assert media_type_iri(media_type) == f"https://www.iana.org/assignments/media-types/{name}"


def test_width_and_spaces_do_not_make_another_digest():
    assert (
        digest("办属各科室（中心）")
        == digest("办属各科室 (中心)")
        == digest("办属\n各科室（中心）")
    )


@given(st.lists(ANY_TEXT, max_size=3))
def test_digest_is_sixteen_ascii_characters(words):
    assert re.fullmatch("[a-z2-7]{16}", digest(*words))


@given(ANY_TEXT, ANY_TEXT)
def test_digest_keeps_words_apart(one, other):
    joined = "".join((one + other).split())
    assert not joined or digest(one, other) != digest(joined)


def test_a_matter_without_first_level_is_not_a_first_level_of_that_name():
    assert matter_iri("C", ("", "统计数据")) != matter_iri("C", ("统计数据",))


@given(ANY_TEXT.filter(lambda text: text not in {"", ".", ".."}))
def test_no_text_breaks_a_segment(text):
    iri = f"https://example.org/{segment(text)}/next"
    assert NamedNode(iri).value == iri
    assert iri.isascii()
    assert iri.count("/") == 4


@given(ANY_TEXT, ANY_TEXT)
def test_a_catalog_of_any_slug_and_version_has_a_valid_iri_or_is_refused(slug, version):
    catalog = Catalog("t", Document("d", "text/plain", "00", 0, ()), slug, version)
    try:
        iri = catalog_iri(catalog)
    except ConfigurationError:
        assert {slug, version} & {"", ".", ".."}
    else:
        assert NamedNode(iri).value == iri


@pytest.mark.parametrize(
    "base",
    [
        "https://data.example.gov.cn/",
        "http://localhost:7878/ld/",
        "https://example.org/a%20b/c#",
        "https://example.org/%E6%94%BF/",
        DEFAULT_BASE,
    ],
)
def test_good_bases(base):
    assert check_base(base) == base
    assert NamedNode(f"{base}x")


@pytest.mark.parametrize(
    "base",
    [
        "",
        "/id/",
        "data.example.gov.cn/",
        "https://data.example.gov.cn",
        "https://example.org/id",
        "https://example.org/id?x=/",
        "https://example.org/#a#",
        "https://example.org/../x/",
        "https://example.org/./",
        "https://user@example.org/",
        "https:///x/",
        "https://例子.cn/",
        "https://example.org/政府/",
        "https://example.org/a b/",
        "https://example.org/<x>/",
        "https://example.org/%zz/",
        "https://example.org/\n",
        "https://example.org/x/\n",
        "ftp://example.org/",
        "urn:example:",
        "file:///etc/",
        "javascript://example.org/",
    ],
)
def test_a_bad_base_is_refused_and_a_good_one_shown(base):
    with pytest.raises(ConfigurationError) as caught:
        catalog_iri(FULL, base=base)
    message = str(caught.value)
    assert repr(base) in message
    assert "https://data.example.gov.cn/" in message
    assert "请写以 / 或 # 结尾的完整网址" in message

from collections import Counter
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse
from rdf_samples import (
    BARE,
    BARE_ITEM,
    BY_HAND,
    CATALOGS,
    CORRECTED_ITEM,
    FULL,
    FULL_ITEM,
    INFERRED_ITEM,
    NAME,
    NO_PUBLISHER,
    PROBABLE_ITEM,
    WEBSITE,
    ref,
)
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.model import (
    Answer,
    Choice,
    Column,
    Declared,
    Item,
    Matter,
    Row,
    RowReading,
    State,
    Table,
)
from govdisclose_ld.rdf import catalog_iri, serialise, statements, to_graph
from govdisclose_ld.rdf.iris import item_iri, matter_iri

GD = Namespace("https://w3id.org/govdisclose/ns#")
DCT = Namespace("http://purl.org/dc/terms/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
CHOICES = {
    "channels": (GD.selectedChannel, GD.offeredChannel),
    "audience": (DCT.audience, GD.offeredAudience),
    "mode": (GD.mode, GD.offeredMode),
    "level": (GD.level, GD.offeredLevel),
}


def iri_of(item, catalog=FULL):
    return URIRef(item_iri(catalog_iri(catalog), item.key))


def state_in_graph(graph: Graph, item: URIRef, field: str) -> State:
    """The state of a choice, by the rule that the mapping's reference gives."""
    selected, offered = CHOICES[field]
    if (item, GD.undetermined, selected) in graph:
        return State.UNKNOWN
    if (item, selected, None) in graph or (item, offered, None) in graph:
        return State.READ
    record = graph.value(None, URIRef("http://xmlns.com/foaf/0.1/primaryTopic"), item)
    table = graph.value(record, GD.inTable)
    columns = graph.objects(table, GD.column)
    read = any((column, GD.readAs, selected) in graph for column in columns)
    return State.BLANK if read else State.ABSENT


def test_the_whole_mapping_of_a_catalog_that_takes_every_branch():
    expected = Path(__file__).with_name("full.ttl").read_text(encoding="utf-8")
    expected = expected.replace(
        'schema:softwareVersion "0.1.0"', f'schema:softwareVersion "{version("govdisclose-ld")}"'
    )
    assert b"".join(serialise([FULL], "turtle")).decode() == expected


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda catalog: catalog.slug)
def test_every_statement_is_made_once(catalog):
    repeated = [triple for triple, count in Counter(statements(catalog)).items() if count > 1]
    assert repeated == []


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda catalog: catalog.slug)
def test_a_strict_parser_takes_every_term_and_finds_no_blank_node(catalog):
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in statements(catalog))
    triples = list(parse(lines, format=RdfFormat.N_TRIPLES))
    assert len(triples) == len(set(statements(catalog)))
    assert not any(isinstance(term, BlankNode) for triple in triples for term in triple)


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda catalog: catalog.slug)
def test_everything_that_is_described_has_a_type_and_everything_of_ours_is_described(catalog):
    graph = to_graph(catalog)
    assert [s for s in set(graph.subjects()) if (s, RDF.type, None) not in graph] == []
    ours = {o for o in graph.objects() if str(o).startswith("https://w3id.org/govdisclose/id/")}
    assert ours - set(graph.subjects()) == set()


def test_an_inferred_label_is_never_published_as_printed():
    graph = to_graph(FULL)
    item = iri_of(PROBABLE_ITEM)
    assert (item, DCT.subject, None) not in graph
    probable = URIRef(matter_iri(catalog_iri(FULL), ("资金", "", "分配")))
    assert list(graph.objects(item, GD.probableSubject)) == [probable]
    assert (probable, SKOS.broader, None) not in graph
    assert (probable, GD.probableBroader, None) in graph
    assert list(graph.objects(item, DCT.title)) == [Literal("分配结果", lang="zh")]


def test_a_parent_printed_for_one_row_is_not_also_probable():
    other = Item("zz", ref(1, 9), matters=(INFERRED_ITEM.matters[0], FULL_ITEM.matters[1]))
    for items in ((FULL_ITEM, other), (other, FULL_ITEM)):
        graph = to_graph(replace(FULL, items=items, rows=()))
        matter = graph.value(iri_of(FULL_ITEM), DCT.subject)
        assert (matter, SKOS.broader, None) in graph
        assert (matter, GD.probableBroader, None) not in graph


def test_the_state_of_every_choice_can_be_told_from_the_graph():
    table = Table(1, tuple(Row(number, ()) for number in (1, 2, 3)))
    blank = Item("blank", ref(1, 3), mode=Choice(State.BLANK), level=Choice(State.ABSENT))
    items = (FULL_ITEM, INFERRED_ITEM, blank)
    catalog = replace(
        FULL,
        document=replace(FULL.document, blocks=(table,)),
        items=items,
        columns=(Column(1, 9, "公开方式", "mode", score=1.0),),
        rows=tuple(RowReading(1, n, "item", item=item.key) for n, item in enumerate(items, 1)),
    )
    graph = to_graph(catalog)
    for item in catalog.items:
        told = {field: state_in_graph(graph, iri_of(item), field) for field in CHOICES}
        assert told == {field: getattr(item, field).state for field in CHOICES}


def test_only_a_row_that_holds_an_item_is_a_record_of_one():
    graph = to_graph(FULL)
    records = set(graph.subjects(RDF.type, URIRef("http://www.w3.org/ns/dcat#CatalogRecord")))
    topic = URIRef("http://xmlns.com/foaf/0.1/primaryTopic")
    assert records == set(graph.subjects(topic)) != set()
    assert records < set(graph.subjects(RDF.type, GD.RowRecord))


def test_an_agency_given_by_function_or_role_alone_is_no_organisation():
    graph = to_graph(FULL)
    types = {
        str(graph.value(agency, SKOS.prefLabel)): graph.value(agency, RDF.type)
        for agency in graph.objects(iri_of(FULL_ITEM), GD.responsibleAgency)
    }
    assert types == {
        "栾川县扶贫办": GD.Agency,
        "综合科": GD.Unit,
        "办属各科室（中心）": GD.UnitGroup,
        "县级民政部门": GD.AgencyDescription,
        "采购人": GD.AgencyDescription,
    }


def test_a_term_that_no_code_list_knows_keeps_its_label_and_claims_no_scheme():
    graph = to_graph(FULL)
    labels = {
        str(graph.value(channel, SKOS.prefLabel)): graph.value(channel, SKOS.inScheme)
        for channel in graph.objects(iri_of(FULL_ITEM), GD.selectedChannel)
    }
    scheme = URIRef("https://w3id.org/govdisclose/code/channel")
    assert labels == {"政府网站": scheme, "乡村大喇叭（广播）": None}


def test_a_known_term_is_labelled_by_the_code_list_not_by_the_print():
    printed = replace(WEBSITE, label="政府门户网站")
    item = replace(BARE_ITEM, channels=Choice(State.READ, (printed,), (printed,)))
    graph = to_graph(replace(FULL, items=(item,), rows=()))
    channel = graph.value(iri_of(item), GD.selectedChannel)
    assert graph.value(channel, SKOS.prefLabel) == Literal("政府网站", lang="zh")


def test_a_law_cited_under_several_names_is_one_law_with_one_title():
    graph = to_graph(FULL)
    law = graph.value(iri_of(FULL_ITEM), GD.legalBasis, any=False)
    assert list(graph.objects(law, DCT.title)) == [Literal("政府信息公开条例", lang="zh")]
    assert list(graph.objects(law, DCT.identifier)) == [Literal("国务院令第711号")]


def test_units_without_a_publisher_belong_to_the_catalog():
    graph = to_graph(NO_PUBLISHER)
    unit = graph.value(iri_of(NO_PUBLISHER.items[0], NO_PUBLISHER), GD.responsibleAgency)
    assert str(unit).startswith(f"{catalog_iri(NO_PUBLISHER)}/unit/")


def test_a_correction_points_to_the_item_that_bears_it():
    graph = to_graph(FULL)
    correction = graph.value(URIRef(catalog_iri(FULL)), GD.correction)
    # INFERRED_ITEM has the same ordinal.
    assert list(graph.objects(correction, GD.correctedItem)) == [iri_of(CORRECTED_ITEM)]


@pytest.mark.parametrize(("key", "corrected"), [("a", ["a"]), ("", [])])
def test_a_correction_of_any_field_points_to_the_item_of_its_key(key, corrected):
    items = tuple(Item(own, ref(1, row), ordinal="2") for row, own in enumerate("ab", 3))
    settled = replace(BY_HAND, field="mode", key=key)
    catalog = replace(FULL, items=items, rows=(), corrections=(settled,))
    found = to_graph(catalog).objects(None, GD.correctedItem)
    assert list(found) == [URIRef(item_iri(catalog_iri(FULL), own)) for own in corrected]


def test_two_items_of_one_key_are_refused_with_both_rows():
    twin = replace(BARE_ITEM, source=ref(2, 9))
    with pytest.raises(InputError) as caught:
        statements(replace(FULL, items=(FULL_ITEM, BARE_ITEM, twin)))
    message = str(caught.value)
    assert message.startswith(NAME)
    assert "表 2 第 3 行与表 2 第 9 行" in message
    assert "table 2, row 3 and table 2, row 9" in message


@pytest.mark.parametrize("second", [Declared(1, 5), FULL.declared[0]])
def test_two_declarations_of_one_level_are_refused_with_both_counts(second):
    with pytest.raises(InputError) as caught:
        statements(replace(FULL, declared=(*FULL.declared, second)))
    message = str(caught.value)
    assert message.startswith(NAME)
    assert f"第 1 级事项的数目声明了两次：4 个、{second.count} 个" in message
    assert f"the count of the matters of level 1 is declared twice: 4 and {second.count}" in message


def test_a_row_that_was_read_as_an_item_that_is_not_there_is_refused():
    rows = (*FULL.rows, RowReading(2, 2, "item", item="nowhere"))
    with pytest.raises(InputError) as caught:
        statements(replace(FULL, rows=rows))
    message = str(caught.value)
    assert message.startswith(NAME)
    assert "表 2 第 2 行读作的事项不在目录中：nowhere" in message
    assert "table 2, row 2 was read as an item that the catalog lacks: nowhere" in message


def test_a_bad_base_is_refused_before_anything_is_made():
    with pytest.raises(ConfigurationError):
        statements(BARE, base="https://example.org")


def test_a_label_of_a_level_is_kept_even_where_upper_levels_are_not_printed():
    item = replace(BARE_ITEM, matters=(Matter(2, "统计数据", ref(1, 4, 3)),))
    graph = to_graph(replace(FULL, items=(item,), rows=()))
    matter = graph.value(iri_of(item), DCT.subject)
    assert graph.value(matter, GD.matterLevel) == Literal(2)
    assert (matter, SKOS.broader, None) not in graph


def test_two_answers_that_would_share_an_iri_are_refused():
    one, two = Answer("a", "b-c", "LexicalMatching"), Answer("a-b", "c", "LexicalMatching")
    assert list(statements(replace(FULL, answers=(one,))))
    for catalog in (
        replace(FULL, answers=(one, two)),
        replace(FULL, items=(replace(FULL_ITEM, answers=(one, two)),), rows=()),
    ):
        with pytest.raises(InputError, match="a/b-c"):
            list(statements(catalog))

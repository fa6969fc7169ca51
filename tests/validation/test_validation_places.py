"""Each finding stands at its cell, which the graph alone tells."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from validation_samples import CATALOG, SHAPES, ref

from govdisclose_ld.model import Finding, RowReading
from govdisclose_ld.rdf import to_graph
from govdisclose_ld.validation import Result, validate

GD = Namespace("https://w3id.org/govdisclose/ns#")
BASE = "https://w3id.org/govdisclose/id/catalog/410324/poverty-alleviation/2020-12-14"


def found(code: str, data: Graph | None = None) -> list[Result]:
    report = validate(to_graph(CATALOG) if data is None else data, shapes=SHAPES)
    return [result for result in report.results if result.finding.code == code]


def only(code: str, data: Graph | None = None) -> Finding:
    (result,) = found(code, data)
    return result.finding


def test_unknown_field_stands_at_the_words_without_marks() -> None:
    finding = only("level-unknown")
    assert finding.ref == ref(1, 3, 11)
    assert finding.column == "公开层级"
    assert finding.printed == "县级 乡、村级"
    assert finding.line == 13
    assert finding.focus == f"{BASE}/item/item1"


def test_field_of_several_cells_stands_at_all_of_them() -> None:
    (result,) = found("mode-unticked")
    assert result.columns == (9, 10)
    assert result.finding.ref == ref(1, 4, 9)
    assert result.finding.printed == "□ | □"


def test_blank_field_stands_at_the_column_that_is_read_as_it() -> None:
    finding = only("level-missing")
    assert (finding.ref, finding.column, finding.printed) == (ref(1, 4, 11), "公开层级", "")


def test_blank_column_stands_at_its_header() -> None:
    finding = only("agency-missing-everywhere")
    assert finding.ref == ref(1, 1, 6)
    assert (finding.column, finding.printed, finding.line) == ("公开主体", "公开主体", 10)


def test_cells_of_a_blank_column_stand_in_their_rows() -> None:
    places = [result.finding.ref for result in found("agency-missing")]
    assert places == [ref(1, 3, 6), ref(1, 4, 6), ref(2, 3, 6)]


def test_column_that_no_table_has_stands_at_the_header_row() -> None:
    without = tuple(column for column in CATALOG.columns if column.field != "level")
    items = tuple(replace(item, level=type(item.level)("absent")) for item in CATALOG.items)
    graph = to_graph(replace(CATALOG, columns=without, items=items))
    assert only("level-missing-everywhere", graph).ref == ref(1, 1, 0)
    assert {r.finding.ref.column for r in found("level-missing", graph)} == {11, 0}


def test_finding_about_the_catalog_stands_at_the_document() -> None:
    graph = to_graph(replace(CATALOG, publisher=""))
    assert only("catalog-publisher-missing", graph).ref == ref()


def test_result_about_two_items_stands_at_the_later_one() -> None:
    first, second, third = CATALOG.items
    graph = to_graph(replace(CATALOG, items=(first, second, replace(third, ordinal="7"))))
    assert only("ordinal-gap", graph).ref == ref(2, 3, 1)


def test_part_of_an_item_stands_in_its_row() -> None:
    graph = to_graph(CATALOG)
    graph.remove((URIRef(f"{BASE}/item/item2/citation/1"), GD.printedText, None))
    assert only("citation-text", graph).ref == ref(1, 4)


def test_fault_of_a_column_stands_at_its_header() -> None:
    graph = to_graph(CATALOG)
    graph.set((URIRef(f"{BASE}/table/2/column/7"), GD.readAs, GD.nonsense))
    assert only("column-field", graph).ref == ref(2, 1, 7)


def test_cell_that_another_field_took_is_not_shown_as_the_blank_one() -> None:
    shifted = RowReading(1, 4, "item", (*("",) * 10, "channels"), item="item2")
    rows = tuple(shifted if (r.table, r.row) == (1, 4) else r for r in CATALOG.rows)
    texts = [list(table.rows) for table in CATALOG.document.tables]
    cells = list(texts[0][3].cells)
    cells[10] = replace(cells[10], text="□政府公报")
    texts[0][3] = replace(texts[0][3], cells=tuple(cells))
    tables = tuple(
        replace(table, rows=tuple(rows))
        for table, rows in zip(CATALOG.document.tables, texts, strict=True)
    )
    document = replace(CATALOG.document, blocks=tables)
    finding = only("level-missing", to_graph(replace(CATALOG, rows=rows, document=document)))
    assert (finding.ref, finding.printed) == (ref(1, 4, 11), "")


def test_target_is_the_cell_where_the_graph_has_one() -> None:
    graph = to_graph(CATALOG)
    row = found("level-unknown", graph)[0].target
    assert row == f"{BASE}/row/1-3"
    cell = URIRef(f"{row}/cell/11")
    graph.add((cell, URIRef("http://purl.org/dc/terms/isPartOf"), URIRef(row)))
    graph.add((cell, URIRef("http://schema.org/position"), Literal(11)))
    assert found("level-unknown", graph)[0].target == str(cell)


def test_data_without_printed_rows_are_checked_all_the_same() -> None:
    graph = Graph()
    item = URIRef("urn:item")
    graph.add((item, RDF.type, GD.DisclosureItem))
    graph.add((URIRef("urn:catalog"), RDF.type, GD.DisclosureCatalog))
    findings = validate(graph, shapes=["completeness"]).findings
    assert {f.ref.document for f in findings} == {""}
    assert "mode-missing" in {f.code for f in findings if f.focus == "urn:item"}


@pytest.mark.parametrize("cells", ["not JSON", "{}", "[1, null, {}]"])
def test_row_records_from_elsewhere_may_be_broken(cells: str) -> None:
    graph = to_graph(CATALOG)
    row = URIRef(f"{BASE}/row/1-3")
    datatype = URIRef(f"{RDF}JSON")
    graph.set((row, GD.printedCells, Literal(cells, datatype=datatype)))
    assert only("level-unknown", graph).ref == ref(1, 3, 11)

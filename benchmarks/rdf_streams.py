"""How long statements, N-Quads and the other outputs take beside an rdflib graph.

    python benchmarks/rdf_streams.py [ITEMS]

The items are spread over catalogs of 36, as in a real list. Times are of this machine and this
moment; the ratios are what to look at.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import (
    Agency,
    Catalog,
    Cell,
    CellRef,
    Choice,
    Citation,
    Column,
    Division,
    Document,
    Element,
    Item,
    Law,
    Matter,
    Row,
    RowReading,
    State,
    Table,
    Term,
    Text,
    TimeLimit,
    TimeRule,
)
from govdisclose_ld.rdf import serialise, statements, to_graph, to_jsonld

ITEMS_A_CATALOG = 36
CHANNELS = tuple(
    Term("channel", str(entry["id"]), str(entry["label"]["zh"]))
    for entry in knowledge("vocabulary/codes/channel.yml")["terms"]
    if entry.get("template")
)
AUDIENCES = (Term("audience", "public", "全社会"), Term("audience", "specific", "特定群体"))
MODES = (Term("mode", "proactive", "主动公开"), Term("mode", "on-request", "依申请公开"))
LAW = Law("government-information-regulation", "中华人民共和国政府信息公开条例", "国务院令第711号")
LIMIT = "信息产生或变更之日起20个工作日内公开，保持长期公开（相关法律法规另有规定的，从其规定）"
BASIS = "《中华人民共和国政府信息公开条例》（国务院令第711号）等"
HEADINGS = ("序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "渠道")
FIELDS = ("ordinal", "matters", "matters", "content", "basis", "time_limit", "agency", "channels")


def synthetic_item(name: str, number: int) -> Item:
    """One item of the shape of the real lists."""
    row = number + 1
    parts = ("机构名称", "联系方式", "办公地址")
    return Item(
        key=f"item{number}",
        source=CellRef(name, 1, row),
        line=row,
        ordinal=str(number),
        matters=(
            Matter(1, f"一级事项{number // 6}", CellRef(name, 1, row, 2)),
            Matter(2, f"二级事项{number}", CellRef(name, 1, row, 3)),
        ),
        content=Text("\n".join(parts)),
        elements=tuple(Element(f"{n}.", part) for n, part in enumerate(parts, 1)),
        basis=Text(BASIS),
        legal_bases=(Citation(BASIS, LAW, "国务院令第711号"),),
        time_limit=TimeLimit(
            LIMIT, (TimeRule("limit", "formed-or-changed", 20, "working-day"),), "permanent"
        ),
        agency=Text("综合科"),
        agencies=(Agency("综合科", "unit"),),
        channels=Choice(State.READ, CHANNELS[:2], CHANNELS),
        audience=Choice(State.READ, AUDIENCES[:1], AUDIENCES),
        mode=Choice(State.READ, MODES[:1], MODES),
    )


def synthetic_catalog(number: int) -> Catalog:
    """One catalog of a division of its own."""
    name = f"catalog-{number}.txt"
    items = tuple(synthetic_item(name, n) for n in range(1, ITEMS_A_CATALOG + 1))
    rows = [Row(1, tuple(map(Cell, HEADINGS)))]
    for item in items:
        labels = [matter.label for matter in item.matters]
        texts = (item.ordinal, *labels, item.content.text, BASIS, LIMIT, "综合科", "■政府网站")
        rows.append(Row(item.source.row, tuple(map(Cell, texts)), item.line))
    readings = (RowReading(1, item.source.row, "item", FIELDS, item.key) for item in items)
    return Catalog(
        title=f"目录{number}",
        document=Document(name, "text/plain", f"{number:064x}", 40000, (Table(1, tuple(rows)),)),
        slug="poverty-alleviation",
        version="2020-12-14",
        division=Division(f"{100000 + number}", f"某县{number}"),
        publisher=f"某县{number}扶贫办",
        items=items,
        columns=tuple(
            Column(1, n, heading, field, score=1.0)
            for n, (heading, field) in enumerate(zip(HEADINGS, FIELDS, strict=True), 1)
        ),
        rows=(RowReading(1, 1, "header"), *readings),
    )


@dataclass(frozen=True)
class Step:
    """One thing to time."""

    name: str
    work: Callable[[list[Catalog]], object]


def _write(form: str) -> Callable[[list[Catalog]], object]:
    return lambda catalogs: sum(len(piece) for piece in serialise(catalogs, form))


STEPS = (
    Step("statements", lambda catalogs: sum(1 for c in catalogs for _ in statements(c))),
    Step("nquads", _write("nquads")),
    Step("turtle", _write("turtle")),
    Step("trig", _write("trig")),
    Step("jsonld", _write("jsonld")),
    Step("to_jsonld + json.dumps", lambda cs: sum(len(json.dumps(to_jsonld(c))) for c in cs)),
    Step("to_graph", lambda catalogs: sum(len(to_graph(c)) for c in catalogs)),
)


def main() -> None:
    """Print one line a step: seconds, time a triple, and the ratio to N-Quads."""
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 3600
    catalogs = [synthetic_catalog(n) for n in range(max(1, items // ITEMS_A_CATALOG))]
    triples = sum(1 for catalog in catalogs for _ in statements(catalog))
    items = len(catalogs) * ITEMS_A_CATALOG
    print(f"{items} items, {triples} triples, {triples / items:.1f} an item")
    seconds = {step.name: _timed(step, catalogs) for step in STEPS}
    for name, spent in seconds.items():
        each, ratio = spent / triples * 1e6, spent / seconds["nquads"]
        print(f"{name:24} {spent:8.2f} s {each:8.2f} µs a triple {ratio:8.2f} × nquads")


def _timed(step: Step, catalogs: list[Catalog]) -> float:
    start = time.perf_counter()
    step.work(catalogs)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

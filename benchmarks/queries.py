"""How long the named queries take on a store of synthetic catalogs.

    python benchmarks/queries.py [CATALOGS] [ITEMS]

prints, for every shipped query, its rows and seconds on CATALOGS catalogs (2000) of ITEMS items
(30), and the ratio to the seconds on a tenth of them: 10 is linear growth.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from govdisclose_ld.store import NamedQuery, Store, list_queries, query

BASE = "https://data.example.gov.cn/"
CODE = "https://w3id.org/govdisclose/code/"
STANDARD = "https://w3id.org/govdisclose/standard/poverty-alleviation-2019/"
YEARS = 10
MATTERS = ("政策文件", "扶贫对象", "扶贫资金项目", "监督管理")
CHANNELS = ("website", "gazette", "official-account", "notice-board", "targeted", "other")
ANSWERS = (
    *("regulations", "normative-documents", "other-policies", "identification", "exit"),
    *("fund-allocation", "annual-fund-plan", "targeted-loans", "project-pool", "annual-plan"),
    *("implementation", "complaints"),
)
FIELDS = (
    *("gd:ordinal", "dct:subject", "gd:content", "gd:legalBasis", "gd:timeLimit"),
    *("gd:responsibleAgency", "gd:siteSection", "gd:selectedChannel", "dct:audience"),
    *("gd:mode", "gd:level"),
)
PREFIXES = """
@prefix gd: <https://w3id.org/govdisclose/ns#> .
@prefix csvw: <http://www.w3.org/ns/csvw#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <http://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
CATALOG = f"{BASE}catalog/100001/poverty-alleviation/2020-01-01"
EXAMPLES = {
    "standard": "poverty-alleviation-2019",
    "entry": "identification",
    "division": "100001",
    "other": "100002",
    "item": f"{CATALOG}/item/0",
    "catalog_iri": CATALOG,
    "other_catalog": CATALOG.replace("100001", "100002"),
}
# Two counties are compared catalog by catalog, not each edition with each.
CHOSEN = {"compare/deviations": ("catalog_iri", "other_catalog")}


def main(catalogs: int = 2000, items: int = 30) -> None:
    """Print the table of times."""
    with TemporaryDirectory() as folder:
        small = measure(Path(folder, "small"), catalogs // 10, items)
        large = measure(Path(folder, "large"), catalogs, items)
    print(f"{'query':<34}{'rows':>9}{'seconds':>9}{'ratio':>7}")
    for name, (rows, seconds) in large.items():
        print(f"{name:<34}{rows:>9}{seconds:>9.2f}{seconds / small[name][1]:>7.1f}")


def measure(folder: Path, catalogs: int, items: int) -> dict[str, tuple[int, float]]:
    """Rows and seconds of each query."""
    file = folder.with_suffix(".trig")
    file.write_text(PREFIXES + "".join(dataset(catalogs, items)), encoding="utf-8")
    with Store(folder) as store:
        start = time.perf_counter()
        store.load(file)
        store.load_reference()
        store.optimize()
        print(f"{catalogs} catalogs loaded in {time.perf_counter() - start:.1f} s", file=sys.stderr)
    times = {}
    with Store(folder, read_only=True) as store:
        for named in list_queries():
            start = time.perf_counter()
            rows = query(store, named, **parameters_of(named))
            times[named.name] = len(rows), time.perf_counter() - start
    return times


def parameters_of(named: NamedQuery) -> dict[str, str]:
    """An example for each parameter that the query requires."""
    required = [parameter.name for parameter in named.parameters if parameter.required]
    return {name: EXAMPLES[name] for name in (*required, *CHOSEN.get(named.name, ()))}


def dataset(catalogs: int, items: int) -> Iterator[str]:
    """TriG of so many catalogs, ten to a county, that differ in every measured field."""
    for number in range(catalogs):
        code = f"{100001 + number // YEARS}"
        graph = f"{BASE}catalog/{code}/poverty-alleviation/{2020 + number % YEARS}-01-01"
        yield f"GRAPH <{graph}> {{\n"
        yield catalog_part(graph, code)
        for index in range(items):
            yield item_part(graph, code, index, number + index)
        yield "}\n"


def catalog_part(graph: str, code: str) -> str:
    """The catalog, its division, default limit, finding, table and columns."""
    columns = "".join(
        f"<{graph}/table/1> gd:column <{graph}/table/1/column/{n}> .\n"
        f"<{graph}/table/1/column/{n}> a gd:PrintedColumn ; schema:position {n} ;"
        f' dct:title "栏{n}"@zh ; gd:readAs {field} .\n'
        for n, field in enumerate(FIELDS, 1)
    )
    return f"""
<{graph}> a dcat:Catalog, gd:DisclosureCatalog ; dct:title "目录{code}"@zh ;
  dct:spatial <{BASE}division/{code}> ; dct:publisher <{BASE}org/{code}/a> ;
  dct:issued "2020-01-01"^^xsd:date ; dcat:version "2020-01-01" ; gd:table <{graph}/table/1> ;
  gd:field <{CODE}field/poverty-alleviation> ;
  gd:declares <{graph}/declared/1> ; gd:defaultTimeLimit <{graph}/default-time-limit> ;
  gd:finding <{graph}/finding/1> .
<{graph}/default-time-limit> a gd:TimeLimit ; gd:printedText "20个工作日"@zh ;
  gd:retention <{CODE}retention/permanent> ; gd:rule <{graph}/default-time-limit/rule/1> .
<{graph}/default-time-limit/rule/1> a gd:TimeLimitRule ; schema:position 1 ;
  gd:printedText "20个工作日"@zh ; gd:ruleKind <{CODE}rule-kind/limit> ;
  time:numericDuration 20.0 ; time:unitType <{CODE}unit/working-day> .
<{graph}/finding/1> a gd:ReadingFinding ; gd:code "row-shifted" ; sh:resultSeverity sh:Warning ;
  sh:resultMessage "错位"@zh, "shifted"@en ; oa:hasTarget <{graph}/row/1-0> .
<{graph}/declared/1> a gd:DeclaredMatters ; gd:matterLevel 1 ; gd:count 4 ;
  gd:matterName "政策文件"@zh, "扶贫对象"@zh, "扶贫资金项目"@zh, "监督举报"@zh .
<{BASE}division/{code}> a dct:Location ; skos:prefLabel "县{code}"@zh ;
  skos:notation "{code}"^^gd:divisionCode .
<{BASE}org/{code}/a> a gd:Agency ; skos:prefLabel "扶贫办{code}"@zh ;
  gd:agencyKind <{CODE}agency-kind/named> .
<{graph}/table/1> a gd:PrintedTable ; schema:position 1 .
{columns}{words_part(graph)}"""


def words_part(graph: str) -> str:
    """What every catalog repeats, and its first level of matters."""
    terms = "".join(
        f'<{CODE}channel/{name}> a skos:Concept ; skos:prefLabel "{name}"@zh ;'
        f" skos:inScheme <{CODE}channel> .\n"
        for name in CHANNELS
    )
    laws = "".join(
        f'<{BASE}law/{key}> a eli:LegalResource ; dct:title "法规{key}"@zh .\n'
        for key in ("government-information-regulation", *range(20))
    )
    matters = "".join(
        f'<{graph}/matter/{n}> a skos:Concept, gd:Matter ; skos:prefLabel "{label}"@zh ;'
        f" gd:matterLevel 1 ; skos:inScheme <{graph}> .\n"
        for n, label in enumerate(MATTERS)
    )
    return terms + laws + matters


def item_part(graph: str, code: str, index: int, variant: int) -> str:
    """One item with its row, matter, time limit, citations, elements and choices."""
    item, row = f"{graph}/item/{index}", f"{graph}/row/1-{index}"
    channels = [name for bit, name in enumerate(CHANNELS) if variant >> bit & 1]
    ticked = "".join(f" ; gd:selectedChannel <{CODE}channel/{name}>" for name in channels)
    offered = "".join(f" ; gd:offeredChannel <{CODE}channel/{name}>" for name in CHANNELS)
    mode = ("gd:undetermined gd:mode", f"gd:mode <{CODE}mode/proactive>")[variant % 7 > 0]
    audience = f" ; dct:audience <{CODE}audience/{('public', 'specific')[variant % 9 == 0]}>"
    level = f" ; gd:level <{CODE}level/{('county', 'township')[variant % 3 == 0]}>"
    limit = f"gd:timeLimit <{item}/time-limit>"
    default = f"gd:inheritedTimeLimit <{graph}/default-time-limit>"
    return f"""
<{graph}> dcat:resource <{item}> ; dcat:record <{row}> .
<{item}> a gd:DisclosureItem, dcat:Resource ; dct:title "事项{index}"@zh ; gd:ordinal "{index}" ;
  dct:subject <{graph}/matter/m{index}> ; gd:content "内容{index}"@zh ; gd:basisText "法规"@zh ;
  dct:hasPart <{item}/element/1>, <{item}/element/2> ; gd:citation <{item}/citation/1> ;
  gd:legalBasis <{BASE}law/government-information-regulation>, <{BASE}law/{variant % 20}> ;
  {limit if variant % 6 else default} ; gd:agencyText "扶贫办"@zh ;
  gd:responsibleAgency <{BASE}org/{code}/a> ; {mode}
  {audience if variant % 5 else ""}{level if variant % 4 else ""} ;
  gd:answers <{STANDARD}{ANSWERS[variant % 11]}>
  {ticked}{offered} .
<{item}/time-limit> a gd:TimeLimit ; gd:printedText "20个工作日"@zh ;
  gd:rule <{item}/time-limit/rule/1> ; gd:retention <{CODE}retention/permanent> .
<{item}/time-limit/rule/1> a gd:TimeLimitRule ; schema:position 1 ; gd:printedText "20个工作日"@zh ;
  gd:ruleKind <{CODE}rule-kind/limit> ; gd:trigger <{CODE}trigger/formed-or-changed> ;
  time:numericDuration {variant % 30}.0 ; time:unitType <{CODE}unit/working-day> .
<{item}/citation/1> a gd:Citation ; schema:position 1 ; gd:printedText "法规"@zh ;
  gd:cites <{BASE}law/{variant % 20}> .
<{item}/element/1> a gd:ContentElement ; schema:position 1 ; dct:title "要素一"@zh .
<{item}/element/2> a gd:ContentElement ; schema:position 2 ; dct:title "要素二"@zh .
<{graph}/matter/m{index}> a skos:Concept, gd:Matter ; skos:prefLabel "事项{variant % 60}"@zh ;
  gd:matterLevel 2 ; skos:inScheme <{graph}> ; skos:broader <{graph}/matter/{index % 4}> .
<{row}> a gd:RowRecord ; gd:inTable <{graph}/table/1> ; csvw:rownum {index + 1} ;
  gd:rowKind "item" ; gd:printedCells "[]"^^rdf:JSON ; gd:cellRoles "[]"^^rdf:JSON ;
  foaf:primaryTopic <{item}> .
"""


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

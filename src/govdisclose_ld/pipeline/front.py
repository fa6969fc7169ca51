"""The first page of a build: the catalogs with their key numbers, and a link to every file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdisclose_ld.model import Catalog, State
from govdisclose_ld.pipeline.markup import Content, both, node, page, table
from govdisclose_ld.pipeline.report import anchor_of, banner, name_of
from govdisclose_ld.pipeline.values import Built, BuiltCatalog, Compared, Comparison, Failure
from govdisclose_ld.store import Value
from govdisclose_ld.validation.formats.words import SEVERITIES

_LABELS = {
    "nq": "N-Quads",
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "json": "JSON",
    "csv": "CSV",
}
_MOST_ROWS = 24


def front_page(built: Built) -> bytes:
    """The page, which links by relative paths alone and reads without style or script."""
    return page(
        "政务公开标准目录 · disclosure catalogs",
        node("h1", both("政务公开标准目录", "Disclosure catalogs as linked data")),
        banner(built),
        node("p", _summary(built)),
        *(_failure(failure) for failure in built.failures),
        node("h2", both("目录", "Catalogs")),
        *(_catalog(one) for one in built.catalogs),
        *_compared(built.compared),
        *_comparisons(built.comparisons),
        node("h2", both("全部数据", "Everything")),
        _files(
            [
                ("dataset.nq", "整个数据集（N-Quads）", "the whole dataset"),
                ("report.html", "检查报告", "report"),
                ("report.txt", "检查报告（文本）", "as text"),
                ("report.json", "检查报告（JSON）", "as JSON"),
            ]
        ),
        _usage(),
        node("footer", both(*_CAVEAT)),
    )


_CAVEAT = (
    "目录规定的是应当公开什么，并不证明已经公开。推断的内容与印出的内容分开保存。",
    "A catalog states duties; it is no evidence that anything was published. "
    "What was inferred is kept apart from what is printed.",
)


def _summary(built: Built) -> Content:
    items = sum(len(one.catalog.items) for one in built.catalogs)
    many, wrong = len(built.catalogs), len(built.failures)
    zh = (
        f"{many} 份目录，{items} 个公开事项" + (f"，{wrong} 份文件未能读取" if wrong else "") + "。"
    )
    en = f"{many} catalogs, {items} items" + (f", {wrong} files not read" if wrong else "") + "."
    return both(zh, en)


def _failure(failure: Failure) -> Content:
    error = failure.error
    told = both(f"未能读取：{error.zh}", f"not read: {error.en}")
    remedy = both(f"→ {error.remedy_zh}", error.remedy_en) if error.remedy_zh else None
    file = node("code", failure.file)
    return node("article", node("b", told, class_="violation"), node("p", file, " ", remedy))


def _catalog(one: BuiltCatalog) -> Content:
    links = [(file, _LABELS[file.rpartition(".")[2]], "") for file in one.files[:-1]]
    review = (one.files[-1], "逐格核对", "cell by cell")
    report = (f"report.html#{anchor_of(one)}", "检查报告", "report")
    numbers = [node("div", node("dt", both(zh, en)), node("dd", n)) for zh, en, n in _numbers(one)]
    return node(
        "article",
        node("h3", name_of(one)),
        node("p", node("small", " · ".join(_facts(one)))),
        node("dl", *numbers),
        _files([report, review, *links]),
        node("p", node("small", node("code", one.iri))),
    )


def _facts(one: BuiltCatalog) -> Iterator[str]:
    catalog = one.catalog
    facts = (catalog.publisher, catalog.document_number, catalog.issued, catalog.document.name)
    yield from filter(None, facts)
    yield from (f"{name}: {value}" for name, value in one.source.origin)


def _numbers(one: BuiltCatalog) -> Iterator[tuple[str, str, str]]:
    catalog = one.catalog
    yield "公开事项", "items", str(len(catalog.items))
    yield "一级事项为推断", "inferred first levels", str(_inferred(catalog))
    yield "勾选无法判断", "unreadable marks", str(_unknown(catalog))
    for severity, count in one.report.counts.items():
        yield SEVERITIES[severity].zh, SEVERITIES[severity].en, str(count)


def _inferred(catalog: Catalog) -> int:
    return sum(any(m.level == 1 and m.inference for m in item.matters) for item in catalog.items)


def _unknown(catalog: Catalog) -> int:
    choices = [c for i in catalog.items for c in (i.channels, i.audience, i.mode, i.level)]
    return sum(choice.state is State.UNKNOWN for choice in choices)


def _compared(compared: Sequence[Compared]) -> Iterator[Content]:
    """For each standard, the page that compares the catalogs with it and with each other."""
    if compared:
        yield node("h2", both("对照标准", "Against the standards"))
    for one in compared:
        forms = ("对照比较", "JSON", "Turtle", "CSV")
        english = ("comparison", "", "", "")
        links = list(zip(one.files, forms, english, strict=True))
        yield node("article", node("h3", both(one.title.zh, one.title.en)), _files(links))


def _comparisons(comparisons: Sequence[Comparison]) -> Iterator[Content]:
    if comparisons:
        yield node("h2", both("比较", "Comparison"))
    for one in comparisons:
        title = both(one.title.zh, " ".join([one.title.en, *(v for _, v in one.parameters)]))
        count = node("small", f" · {len(one.rows)}")
        link = node("a", "CSV", href=one.file)
        answers = node("p", node("small", one.answers.zh or one.answers.en))
        yield node("details", node("summary", title, count), answers, *_rows(one), node("p", link))


def _rows(one: Comparison) -> Iterator[Content]:
    """The first rows, without IRIs; the file has them all."""
    values, columns = one.rows.values, one.rows.columns
    shown = [n for n in range(len(columns)) if not any(_is_iri(row[n]) for row in values)]
    headings: list[Content] = [
        both(columns[n].heading.zh or columns[n].name, columns[n].heading.en) for n in shown
    ]
    rows: list[list[Content]] = [
        [cell.value if (cell := row[n]) else "" for n in shown] for row in values[:_MOST_ROWS]
    ]
    yield table(headings, rows)
    if len(values) > _MOST_ROWS:
        yield node("p", both(f"前 {_MOST_ROWS} 行", f"the first {_MOST_ROWS} rows"))


def _is_iri(cell: Value | None) -> bool:
    return cell is not None and cell.kind == "uri"


def _files(links: list[tuple[str, str, str]]) -> Content:
    items = [node("li", node("a", both(zh, en) if en else zh, href=path)) for path, zh, en in links]
    return node("ul", *items, class_="files")


def _usage() -> Content:
    told = both("在这个文件夹里查询：", "Ask a query in this folder:")
    command = "govdisclose query catalog/list --store store"
    return node("p", told, node("br"), node("code", command))

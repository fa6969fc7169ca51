"""The first page of a build: the catalogs with their key numbers, and a link to every file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from govdisclose_ld.interpret.synthetic import SYNTHETIC, synthetic_notice
from govdisclose_ld.markup import Content, Markup, banner, element, page, table
from govdisclose_ld.model import Catalog, Phrase, State
from govdisclose_ld.pipeline.report import anchor_of, name_of
from govdisclose_ld.pipeline.values import Built, BuiltCatalog, Compared, Comparison, Failure
from govdisclose_ld.store import Value
from govdisclose_ld.validation.formats.words import SEVERITIES

_STYLE = Path(__file__).with_name("page.css")
_LABELS = {
    "nq": "N-Quads",
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "json": "JSON",
    "csv": "CSV",
}
_MOST_ROWS = 24
_EVERYTHING = (
    ("dataset.nq", Phrase("整个数据集（N-Quads）", "the whole dataset")),
    ("report.html", Phrase("检查报告", "report")),
    ("report.txt", Phrase("检查报告（文本）", "as text")),
    ("report.json", Phrase("检查报告（JSON）", "as JSON")),
)
_CAVEAT = Phrase(
    "目录规定的是应当公开什么，并不证明已经公开。推断的内容与印出的内容分开保存。",
    "A catalog states duties; it is no evidence that anything was published. "
    "What was inferred is kept apart from what is printed.",
)


def front_page(built: Built) -> bytes:
    """The page, which links by relative paths alone and reads without style or script."""
    synthetic = any(one.catalog.status == SYNTHETIC for one in built.catalogs)
    main = element(
        "main",
        element("h1", Phrase("政务公开标准目录", "Disclosure catalogs as linked data")),
        banner(synthetic_notice()) if synthetic else "",
        element("p", _summary(built)),
        *(_failure(failure) for failure in built.failures),
        element("h2", Phrase("目录", "Catalogs")),
        *(_catalog(one) for one in built.catalogs),
        *_compared(built.compared),
        *_comparisons(built.comparisons),
        element("h2", Phrase("全部数据", "Everything")),
        _files(_EVERYTHING),
        _usage(),
        element("footer", _CAVEAT),
    )
    title = "政务公开标准目录 · disclosure catalogs"
    return page(title, main, style=_STYLE).encode("utf-8", "replace")


def _summary(built: Built) -> Phrase:
    items = sum(len(one.catalog.items) for one in built.catalogs)
    many, wrong = len(built.catalogs), len(built.failures)
    zh = (
        f"{many} 份目录，{items} 个公开事项" + (f"，{wrong} 份文件未能读取" if wrong else "") + "。"
    )
    en = f"{many} catalogs, {items} items" + (f", {wrong} files not read" if wrong else "") + "."
    return Phrase(zh, en)


def _failure(failure: Failure) -> Markup:
    error = failure.error
    told = Phrase(f"未能读取：{error.zh}", f"not read: {error.en}")
    remedy = Phrase(f"→ {error.remedy_zh}", error.remedy_en) if error.remedy_zh else ""
    file = element("code", failure.file)
    return element(
        "article", element("b", told, class_="violation"), element("p", file, " ", remedy)
    )


def _catalog(one: BuiltCatalog) -> Markup:
    *data, review = one.files
    links: list[tuple[str, Content]] = [
        (f"report.html#{anchor_of(one)}", Phrase("检查报告", "report")),
        (review, Phrase("逐格核对", "cell by cell")),
        *((file, _LABELS[file.rpartition(".")[2]]) for file in data),
    ]
    numbers = (
        element("div", element("dt", name), element("dd", str(count)))
        for name, count in _numbers(one)
    )
    return element(
        "article",
        element("h3", name_of(one)),
        element("p", element("small", " · ".join(_facts(one)))),
        element("dl", *numbers),
        _files(links),
        element("p", element("small", element("code", one.iri))),
    )


def _facts(one: BuiltCatalog) -> Iterator[str]:
    catalog = one.catalog
    facts = (catalog.publisher, catalog.document_number, catalog.issued, catalog.document.name)
    yield from filter(None, facts)
    yield from (f"{name}: {value}" for name, value in one.source.origin)


def _numbers(one: BuiltCatalog) -> Iterator[tuple[Phrase, int]]:
    catalog = one.catalog
    yield Phrase("公开事项", "items"), len(catalog.items)
    yield Phrase("一级事项为推断", "inferred first levels"), _inferred(catalog)
    yield Phrase("勾选无法判断", "unreadable marks"), _unknown(catalog)
    for severity, count in one.report.counts.items():
        yield SEVERITIES[severity], count


def _inferred(catalog: Catalog) -> int:
    return sum(any(m.level == 1 and m.inference for m in item.matters) for item in catalog.items)


def _unknown(catalog: Catalog) -> int:
    choices = [c for i in catalog.items for c in (i.channels, i.audience, i.mode, i.level)]
    return sum(choice.state is State.UNKNOWN for choice in choices)


def _compared(compared: Sequence[Compared]) -> Iterator[Markup]:
    """For each standard, the page that compares the catalogs with it and with each other."""
    if compared:
        yield element("h2", Phrase("对照标准", "Against the standards"))
    for one in compared:
        names: tuple[Content, ...] = (Phrase("对照比较", "comparison"), "JSON", "Turtle", "CSV")
        links = list(zip(one.files, names, strict=True))
        yield element("article", element("h3", one.title), _files(links))


def _comparisons(comparisons: Sequence[Comparison]) -> Iterator[Markup]:
    if comparisons:
        yield element("h2", Phrase("比较", "Comparison"))
    for one in comparisons:
        title = Phrase(one.title.zh, " ".join([one.title.en, *(v for _, v in one.parameters)]))
        yield element(
            "details",
            element("summary", title, element("small", f" · {len(one.rows)}")),
            element("p", element("small", one.answers.zh or one.answers.en)),
            *_rows(one, title.zh),
            element("p", element("a", "CSV", href=one.file)),
        )


def _rows(one: Comparison, label: str) -> Iterator[Markup]:
    """The first rows, without IRIs; the file has them all."""
    values, columns = one.rows.values, one.rows.columns
    shown = [n for n in range(len(columns)) if not any(_is_iri(row[n]) for row in values)]
    headings = [
        Phrase(columns[n].heading.zh or columns[n].name, columns[n].heading.en) for n in shown
    ]
    rows = [[cell.value if (cell := row[n]) else "" for n in shown] for row in values[:_MOST_ROWS]]
    yield table(headings, rows, label=label, sticky=0)
    if len(values) > _MOST_ROWS:
        yield element("p", Phrase(f"前 {_MOST_ROWS} 行", f"the first {_MOST_ROWS} rows"))


def _is_iri(cell: Value | None) -> bool:
    return cell is not None and cell.kind == "uri"


def _files(links: Sequence[tuple[str, Content]]) -> Markup:
    items = (element("li", element("a", name, href=path)) for path, name in links)
    return element("ul", *items, class_="files")


def _usage() -> Markup:
    told = Phrase("在这个文件夹里查询：", "Ask a query in this folder:")
    command = "govdisclose query catalog/list --store store"
    return element("p", told, element("br"), element("code", command))

"""The reference page of the named queries, made from their headers.

``python -m govdisclose_ld.store.manual`` writes the generated part of
``docs/reference/queries.md`` again; what stands above its mark is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.store.labels import Parameter
from govdisclose_ld.store.queries import NamedQuery, list_queries

PAGE = "docs/reference/queries.md"
MARK = "<!-- Below this line: made by python -m govdisclose_ld.store.manual -->\n"


def renew_page(page: str) -> str:
    """``page`` with the part below its mark made again from the headers of the queries."""
    return "".join([page.partition(MARK)[0], MARK, *_overview(), *_chapters()])


def _overview() -> Iterator[str]:
    yield "\n## 一览 Overview\n\n| 查询 query | 回答 | answers |\n|---|---|---|\n"
    for query in list_queries():
        link = f"[`{query.name}`](#{query.name.replace('/', '')})"
        yield f"| {link} | {query.answers.zh} | {query.answers.en} |\n"


def _chapters() -> Iterator[str]:
    for group, queries in groupby(list_queries(), lambda query: query.name.partition("/")[0]):
        yield f"\n## {group}\n"
        for query in queries:
            yield from _chapter(query)


def _chapter(query: NamedQuery) -> Iterator[str]:
    yield f"\n### {query.name}\n\n"
    yield f"{query.title.zh}（{query.title.en}）。{query.answers.zh}。\n\n"
    yield f"{query.answers.en[:1].upper()}{query.answers.en[1:]}.\n\n"
    yield f"依据 Source: {query.source.zh}（{query.source.en}）\n\n"
    if query.parameters:
        yield "| 参数 parameter | 类型 type | 说明 | meaning |\n|---|---|---|---|\n"
        for one in query.parameters:
            yield f"| `{one.name}` | {_kind(one)} | {one.meaning.zh} | {one.meaning.en} |\n"
        yield "\n"
    yield "| 栏目 column | 标题 heading | 说明 | meaning |\n|---|---|---|---|\n"
    for column in query.columns:
        heading, meaning = column.heading, column.meaning
        yield f"| `{column.name}` | {heading.zh} / {heading.en} | {meaning.zh} | {meaning.en} |\n"


def _kind(parameter: Parameter) -> str:
    scheme = f" of `{parameter.scheme}`" if parameter.scheme else ""
    if parameter.required:
        return f"{parameter.type}{scheme}, 必填 required"
    default = (parameter.default or "").replace("|", "\\|")
    return f"{parameter.type}{scheme}" + (f", 默认 default `{default}`" if default else "")


def _main() -> None:
    file: Path = assets.path(PAGE)
    file.write_text(renew_page(file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    _main()

"""Each item in a line, with a mark for how each of its fields was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import RenderableType
from rich.text import Text

from govdisclose_ld.cli.tables import new_table, plain
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.model import Catalog, Choice, Item, State, TimeLimit
from govdisclose_ld.model import Text as Printed

READ, UNTICKED, UNKNOWN, BLANK, ABSENT, INHERITED = "✔", "✘", "?", "·", "–", "↑"
_STYLES = {READ: "green", UNTICKED: "yellow", UNKNOWN: "bold red", INHERITED: "cyan"}
_LEGEND = (
    (READ, "读出 read"),
    (UNTICKED, "一个也没有勾 none ticked"),
    (UNKNOWN, "无法判断 unknown"),
    (BLANK, "空白 blank"),
    (ABSENT, "无此栏 no column"),
    (INHERITED, "按正文 from the prose"),
)
_MARK_WIDTH = 4
_NARROW = 90


def items_view(catalog: Catalog, width: int) -> Iterator[RenderableType]:
    """The items as a table, without the columns that no table of the document has.

    Where ``width`` is small the marks stand without the words beside them.
    """
    cells = {
        heading: [describe(item) for item in catalog.items] for heading, describe in _FIELDS.items()
    }
    shown = {heading: c for heading, c in cells.items() if any(str(x) != ABSENT for x in c)}
    compact = width < _NARROW
    table = new_table("行", "序号", "事项 matters", *shown)
    # Columns of a fixed width are not squeezed when the others have to be.
    for column in table.columns[3:] if compact else ():
        column.width = _MARK_WIDTH
    table.columns[0].width = table.columns[1].width = _MARK_WIDTH
    table.columns[2].width = None if compact else width // 6
    for number, item in enumerate(catalog.items):
        place = f"{item.source.table}.{item.source.row}"
        whole = (column[number] for column in shown.values())
        own = (cell[:1] if compact else cell for cell in whole)
        table.add_row(place, plain(item.ordinal), _matters(item), *own)
    yield Text("\n公开事项 items", style="bold")
    yield table
    yield _legend([heading for heading in cells if heading not in shown])


def _legend(absent: list[str]) -> Text:
    legend = Text("行 = 表.行 table.row  ", style="dim")
    for mark, meaning in _LEGEND:
        legend.append(mark, style=_STYLES.get(mark, "")).append(f" {meaning}  ")
    legend.append("（…?）推断 inferred")
    if absent:
        legend.append(f"\n文件里没有这些栏 no such columns: {'、'.join(absent)}")
    return legend


def _matters(item: Item) -> Text:
    path = Text()
    for number, matter in enumerate(item.matters):
        path.append(" › " if number else "", style="dim")
        if matter.inference:
            path.append(f"（{matter.label}?）", style="yellow")
        else:
            path.append_text(plain(matter.label))
    return path


def _marked(mark: str, words: str = "") -> Text:
    text = Text(mark, style=_STYLES.get(mark, "dim"))
    return text.append_text(plain(f" {words}")) if words else text


def _printed(printed: Printed, words: str) -> Text:
    if not printed.cells:
        return _marked(ABSENT)
    return _marked(READ, words) if printed.text.strip() else _marked(BLANK)


def _content(item: Item) -> Text:
    count = len(item.elements)
    return _printed(item.content, f"{count} 要素" if count else "")


def _basis(item: Item) -> Text:
    named = sum(citation.law is not None for citation in item.legal_bases)
    every = len(item.legal_bases)
    return _printed(item.basis, str(every) if named == every else f"{named}/{every}")


def _time_limit(item: Item) -> Text:
    limit = item.time_limit
    if limit.inherited:
        return _marked(INHERITED, _rules(limit))
    if not limit.cells:
        return _marked(ABSENT)
    if not limit.text.strip():
        return _marked(BLANK)
    understood = limit.rules or limit.retention or limit.vague
    return _marked(READ, _rules(limit)) if understood else _marked(UNKNOWN)


def _rules(limit: TimeLimit) -> str:
    units = code_list("unit").terms
    amounts = [
        f"{rule.amount}{units[rule.unit].label if rule.unit in units else ''}"
        for rule in limit.rules
        if rule.amount is not None
    ]
    if amounts:
        return amounts[0] + ("…" if len(amounts) > 1 else "")
    return "未写数目" if limit.vague else ""


def _agency(item: Item) -> Text:
    return _printed(item.agency, "、".join(agency.label for agency in item.agencies))


def _site(item: Item) -> Text:
    return _printed(item.site_section, "")


def _extra(item: Item) -> Text:
    return _marked(READ, str(len(item.extra))) if item.extra else _marked(ABSENT)


def _choice(choice: Choice, words: str) -> Text:
    if choice.state is State.READ:
        ticked = choice.selected or choice.optional
        return _marked(READ, words) if ticked else _marked(UNTICKED)
    marks = {State.UNKNOWN: UNKNOWN, State.BLANK: BLANK}
    return _marked(marks.get(choice.state, ABSENT))


def _labels(choice: Choice) -> Text:
    labels = [term.label for term in choice.selected]
    return _choice(choice, "、".join([*labels, *(f"{o.label}(可选)" for o in choice.optional)]))


def _channels(item: Item) -> Text:
    choice = item.channels
    optional = f" 可选{len(choice.optional)}" if choice.optional else ""
    return _choice(choice, f"{len(choice.selected)}/{len(choice.offered)}{optional}")


_FIELDS: dict[str, Callable[[Item], Text]] = {
    "内容": _content,
    "依据": _basis,
    "时限": _time_limit,
    "主体": _agency,
    "栏目": _site,
    "渠道": _channels,
    "对象": lambda item: _labels(item.audience),
    "方式": lambda item: _labels(item.mode),
    "层级": lambda item: _labels(item.level),
    "其他": _extra,
}

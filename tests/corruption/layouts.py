"""How an office prints: columns, ticks, merged labels, pages; and the pages laid out so.

Cells are written as the press takes them: ``[x]`` and ``[ ]`` for boxes, ``^`` for a place that the
cell above covers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from corruption.duties import CHANNELS, OPTIONS, Duty, Option
from press import FORMS, STYLES, Form, Sheet, Style, carries, grid, sheet

TITLE = "示例县社会救助领域基层政务公开标准目录"
_STYLES = ("squares", "ballots", "roots", "circles", "lost-wingdings-2", "controls", "wingdings-2")
_HEADINGS = {
    "content": ("公开内容", "公开内容（要素）", "公开内容"),
    "basis": ("公开依据", "法律依据"),
    "limit": ("公开时限", "信息更新时间"),
    "agency": ("公开主体", "责任单位"),
    "channels": ("公开渠道和载体", "公开渠道"),
    "site": ("网站公开栏目", "网站所属栏目"),
    "audience": ("公开对象",),
    "mode": ("公开方式",),
    "level": ("公开层级",),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: what it holds, its heading and the one above it; the option that it ticks."""

    role: str
    text: str
    above: str = ""
    option: Option | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """``labels`` says how a label of several rows is printed: merged, once, or in each row."""

    form: Form
    style: Style
    headings: tuple[Heading, ...]
    options: dict[str, tuple[Option, ...]]
    depth: int
    labels: str
    page: int
    reprint: bool
    two_rows: bool


@dataclass(slots=True)
class Line:
    """One row of a page: its cells, what each holds, and which duty it prints (None: none)."""

    cells: list[str]
    roles: list[str]
    duty: int | None = None


@dataclass(slots=True)
class Page:
    """One table: header rows, then rows."""

    head: list[list[str]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def draw_layout(random: Random, forms: Sequence[str] = ()) -> Layout:
    """A layout in one of the named forms (all of them by default)."""
    form = FORMS[random.choice(list(forms) or sorted(FORMS))]
    depth = random.choice([1, 2, 2, 2, 3])
    kind = random.choice(["columns", "columns", "combined", "words"])
    options = {n: random.choice(ways) for n, ways in OPTIONS.items() if random.random() < 0.85}
    return Layout(
        form=form,
        style=STYLES[random.choice(_STYLES)],
        headings=tuple(_headings(random, depth, kind, options)),
        options=options,
        depth=depth,
        labels=random.choice(["merged", "once", "each"] if form.spans else ["once", "each"]),
        page=random.choice([5, 7, 100]),
        reprint=random.random() < 0.8,
        two_rows=kind == "columns" or (depth > 1 and random.random() < 0.7),
    )


def _headings(
    random: Random, depth: int, kind: str, options: dict[str, tuple[Option, ...]]
) -> Iterator[Heading]:
    if random.random() < 0.9:
        yield Heading("ordinal", "序号")
    for level in range(depth):
        yield Heading(f"level{level + 1}", f"{'一二三'[level]}级事项", "公开事项")
    texts = ["content", "basis", "limit", "agency", "channels"]
    texts += ["site"] if random.random() < 0.4 else []
    if random.random() < 0.5:
        random.shuffle(texts)
    yield from (Heading(role, random.choice(_HEADINGS[role])) for role in texts)
    for name, given in options.items():
        above = random.choice(_HEADINGS[name])
        if kind == "columns":
            yield from (Heading(f"{name}={o.printed}", o.printed, above, o) for o in given)
        else:
            yield Heading(f"{name}:{kind}", above)
    if random.random() < 0.3:
        yield Heading("phone", "咨询电话")


def lay_out(layout: Layout, duties: Sequence[Duty]) -> list[Page]:
    """The pages of a catalog of these duties."""
    pages = []
    for start in range(0, len(duties), layout.page):
        page = Page([list(row) for row in header(layout)] if layout.reprint or not start else [])
        for place in range(start, min(start + layout.page, len(duties))):
            above = duties[place - 1] if place > start else None
            cells = print_line(layout, duties[place], above) or []
            page.lines.append(Line(cells, [h.role for h in layout.headings], place))
        pages.append(page)
    return pages


def print_line(layout: Layout, duty: Duty, above: Duty | None) -> list[str] | None:
    """The cells of one duty below the one above it on its page; None for an answer that no option
    of the layout prints."""
    for name, options in layout.options.items():
        if duty.answers[name] not in {frozenset(option.labels) for option in options}:
            return None
    return [_cell(heading, layout, duty, above) for heading in layout.headings]


def header(layout: Layout) -> list[list[str]]:
    """The header rows, merged as the national template merges them."""
    if not layout.two_rows:
        return [[h.text for h in layout.headings]]
    top: list[str] = []
    above = ""
    for h in layout.headings:
        top.append("<" if h.above and h.above == above else h.above or h.text)
        above = h.above
    return [top, [h.text if h.above else "^" for h in layout.headings]]


def as_sheet(pages: Sequence[Page]) -> Sheet:
    """The pages as a document under its title."""
    tables = (
        grid([*page.head, *(line.cells for line in page.lines)], head=max(1, len(page.head)))
        for page in pages
    )
    return sheet(TITLE, *tables)


def is_printable(layout: Layout, document: Sheet) -> bool:
    """Whether the layout's form can carry the document in its style."""
    return not carries(layout.form, document, layout.style)


def _cell(heading: Heading, layout: Layout, duty: Duty, above: Duty | None) -> str:
    role = heading.role
    if role.startswith("level") and role[5:].isdigit():
        return _label(int(role[5:]), layout, duty, above)
    name, _, kind = role.partition(":")
    if kind == "combined":
        return _boxes(layout.options[name], duty.answers[name])
    if kind == "words":
        return next(o.printed for o in layout.options[name] if set(o.labels) == duty.answers[name])
    if heading.option:
        ticked = duty.answers[role.partition("=")[0]].issuperset(heading.option.labels)
        return "[x]" if ticked else ""
    return {
        "ordinal": duty.ordinal,
        "content": duty.content,
        "basis": duty.basis.text,
        "limit": duty.limit.text,
        "agency": duty.agency,
        "site": duty.site,
        "phone": duty.phone,
        "channels": " ".join(f"{'[x]' if c in duty.channels else '[ ]'}{c}" for c in CHANNELS),
    }[role]


def _label(level: int, layout: Layout, duty: Duty, above: Duty | None) -> str:
    """A label of the last level stands in every row, one above it as the layout has it."""
    same = above is not None and above.matters[:level] == duty.matters[:level]
    if layout.labels == "each" or not same or level == layout.depth:
        return duty.matters[level - 1]
    return "^" if layout.labels == "merged" else ""


def _boxes(options: tuple[Option, ...], ticked: frozenset[str]) -> str:
    return " ".join(
        f"{'[x]' if ticked.issuperset(o.labels) else '[ ]'}{o.printed}" for o in options
    )

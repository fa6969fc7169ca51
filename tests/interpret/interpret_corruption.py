"""Synthetic catalogs in the styles that offices print, and the damage that recognition does.

Everything is drawn from a seeded generator: the same seed makes the same catalog and damage.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from interpret_samples import Printed

Rows = list[list[str]]

_GROUPS = [
    ("政策文件", ["法律法规", "规范性文件", "政策解读"]),
    ("行政许可", ["许可指南", "许可结果"]),
    ("资金管理", ["资金分配", "资金使用", "绩效评价"]),
    ("监督检查", ["检查计划", "检查结果"]),
    ("公共服务", ["服务指南", "办理流程", "咨询投诉"]),
]
_CONTENTS = [
    "文件名称、文号、正文",
    "1. 申请条件 2. 办理程序 3. 办理结果",
    "补助对象名单及金额",
    "检查对象、检查事项、检查结果",
    "●办理地点 ●联系电话 ○投诉渠道",
    "年度计划及完成情况",
]
_BASES = [
    "《中华人民共和国政府信息公开条例》（国务院令第711号）",
    "《中华人民共和国义务教育法》、《中华人民共和国预算法》",
    "《社会救助暂行办法》（国务院令第649号）",
    "《中华人民共和国食品安全法》第一百一十八条",
    "《关于进一步推进政务公开工作的意见》（中办发〔2016〕8号）",
]
_LIMITS = [
    "信息形成或者变更之日起20个工作日内",
    "作出行政决定之日起7个工作日内",
    "公示不少于7天",
    "每年1月31日前",
    "信息形成（变更）10个工作日内，保持长期公开",
    "及时公开",
    "",
]
_AGENCIES = [
    "县民政局",
    "综合科",
    "县教育局、各乡镇人民政府",
    "乡镇人民政府（街道办事处）",
    "后扶科",
]
_SITES = [
    "甲乙县人民政府网-政务公开-信息公开目录-基础信息公开",
    "首页>政务公开>重点领域信息公开>民生保障",
]
_CHANNELS = ["政府网站", "政府公报", "两微一端", "公开查阅点", "政务服务中心", "其他"]
_PHONES = ["0371-66001122", "12345", ""]
_OPTIONS = {
    "公开对象": ["全社会", "特定群体"],
    "公开方式": ["主动", "依申请公开"],
    "公开层级": ["县级", "乡级"],
}
_GLYPHS = [
    ("■", "□"),
    ("☑", "☐"),
    ("√", "□"),
    ("R", "£"),
    ('<input checked="" type="checkbox"/> ', '<input type="checkbox"/> '),
]


@dataclass(frozen=True, slots=True)
class Style:
    """How an office prints: the columns in order, each with its options; glyphs; header rows."""

    columns: tuple[tuple[str, str], ...]
    glyphs: tuple[str, str]
    two_rows: bool
    labels_once: bool
    page: int
    headers_repeat: bool


def seeded(seed: int) -> Random:
    """A generator that draws the same for the same seed."""
    return Random(seed)  # noqa: S311 - nothing secret is drawn


def draw_style(random: Random) -> Style:
    """A style: which columns in which order, ticks in columns, in combined cells or in words."""
    lead = [("序号", "ordinal")] if random.random() < 0.9 else []
    lead += [("一级事项", "level1")] + ([("二级事项", "level2")] if random.random() < 0.8 else [])
    texts = [("公开内容", "content"), ("公开依据", "basis"), ("公开时限", "limit")]
    texts += [("公开主体", "agency"), ("公开渠道和载体", "channels")]
    texts += [("网站公开栏目", "site")] if random.random() < 0.4 else []
    if random.random() < 0.5:
        random.shuffle(texts)
    choices = [name for name in _OPTIONS if random.random() < 0.85]
    kind = random.choice(["columns", "columns", "combined", "words"])
    tail = [part for name in choices for part in _choice_columns(name, kind)]
    phone = [("咨询电话", "phone")] if random.random() < 0.3 else []
    return Style(
        (*lead, *texts, *tail, *phone),
        random.choice(_GLYPHS),
        two_rows=kind == "columns" and random.random() < 0.7,
        labels_once=random.random() < 0.6,
        page=random.choice([4, 6, 100]),
        headers_repeat=random.random() < 0.8,
    )


def _choice_columns(name: str, kind: str) -> list[tuple[str, str]]:
    if kind == "columns":
        return [(option, f"{name}={option}") for option in _OPTIONS[name]]
    return [(name, f"{name}:{kind}")]


def header(style: Style) -> Rows:
    """The header rows of a style, merged cells printed once."""
    leaves = [heading for heading, _ in style.columns]
    if not style.two_rows:
        return [leaves]
    top, low = [], []
    last = ""
    for heading, role in style.columns:
        parent = role.split("=")[0] if "=" in role else "公开事项" if role[:5] == "level" else ""
        top.append("" if parent and parent == last else parent or heading)
        low.append(heading if parent else "")
        last = parent
    return [top, low]


def draw_tables(style: Style, random: Random, count: int) -> list[Rows]:
    """The tables of a catalog of ``count`` rows, one a page, rows without their header last."""
    tables: list[Rows] = []
    rows = _rows(style, random, count)
    for start in range(0, count, style.page):
        head = header(style) if style.headers_repeat or start == 0 else []
        tables.append(head + rows[start : start + style.page])
    return tables


def _rows(style: Style, random: Random, count: int) -> Rows:
    pairs = [(first, second) for first, seconds in _GROUPS for second in seconds]
    rows: Rows = []
    last = ""
    for number in range(count):
        first, second = pairs[number % len(pairs)]
        fresh = number % style.page == 0
        shown = first if not style.labels_once or first != last or fresh else ""
        last = first
        labels = (shown, second)
        rows.append([_cell(role, style, random, number, labels) for _, role in style.columns])
        _fill_empty_choices(rows[-1], style, random)
    return rows


def _cell(role: str, style: Style, random: Random, number: int, labels: tuple[str, str]) -> str:
    first, second = labels
    texts = {
        "ordinal": str(number + 1),
        "level1": first,
        "level2": second,
        "content": f"{second}：{random.choice(_CONTENTS)}" if random.random() < 0.5 else "",
        "basis": random.choice(_BASES),
        "limit": random.choice(_LIMITS),
        "agency": random.choice(_AGENCIES),
        "site": random.choice(_SITES),
        "phone": random.choice(_PHONES),
    }
    if role == "content":
        return texts["content"] or random.choice(_CONTENTS)
    if role == "channels":
        return _boxes(_CHANNELS, style, random)
    if role in texts:
        return texts[role]
    name, _, kind = role.partition(":")
    if kind == "words":
        return random.choice(_OPTIONS[name])
    if kind == "combined":
        return _boxes(_OPTIONS[name], style, random)
    return ""


def _boxes(options: list[str], style: Style, random: Random) -> str:
    ticked = set(random.sample(options, random.randint(1, len(options))))
    return " ".join(style.glyphs[option not in ticked] + option for option in options)


def _fill_empty_choices(cells: list[str], style: Style, random: Random) -> None:
    """One box of each field ticked, mostly the first, as nearly all catalogs do."""
    mark = style.glyphs[0].strip()
    for name in _OPTIONS:
        places = [i for i, (_, role) in enumerate(style.columns) if role.startswith(f"{name}=")]
        if places:
            cells[places[random.random() < 0.05]] = mark


def _blank_in(cells: list[str], random: Random) -> list[str]:
    place = random.randrange(len(cells))
    return [*cells[:place], "", *cells[place:]]


def _blank_out(cells: list[str], random: Random) -> list[str]:
    blanks = [i for i, text in enumerate(cells[:-1]) if not text]
    return _without(cells, random.choice(blanks)) if blanks else cells


def _split(cells: list[str], random: Random) -> list[str]:
    place = random.choice([i for i, text in enumerate(cells) if len(text) > 7 and "<" not in text])
    at = random.randrange(3, len(cells[place]) - 2)
    return [*cells[:place], cells[place][:at], cells[place][at:], *cells[place + 1 :]]


def _merge(cells: list[str], random: Random) -> list[str]:
    place = random.choice([i for i in range(len(cells) - 1) if cells[i] and cells[i + 1]])
    return [*cells[:place], f"{cells[place]} {cells[place + 1]}", *cells[place + 2 :]]


def _swap(cells: list[str], random: Random) -> list[str]:
    place = random.choice([i for i in range(len(cells) - 1) if cells[i] != cells[i + 1]])
    return [*cells[:place], cells[place + 1], cells[place], *cells[place + 2 :]]


def _blanks_last(cells: list[str], random: Random) -> list[str]:
    return [text for text in cells if text] + [text for text in cells if not text]


def _without(cells: list[str], place: int) -> list[str]:
    return [*cells[:place], *cells[place + 1 :]]


_SHIFTS = {
    "blank in": _blank_in,
    "blank out": _blank_out,
    "split": _split,
    "merge": _merge,
    "swap": _swap,
    "blanks last": _blanks_last,
}
DAMAGES = (
    *_SHIFTS,
    "blank in, end off",
    "blank out, end on",
    "split, end off",
    "merge, end on",
)
"""Kinds of damage; with ``end off`` and ``end on`` the row keeps its width by its last cell."""


def damage(cells: list[str], kind: str, random: Random) -> list[str]:
    """The row as recognition may leave it; the row itself where this damage cannot befall it."""
    name, _, end = kind.partition(", ")
    done = _SHIFTS[name](cells, random)
    if len(done) == len(cells) or not end:
        return done
    if end == "end on":
        return [*done, ""]
    return cells if done[-1] else done[:-1]


def with_row(tables: list[Rows], table: int, row: int, cells: list[str]) -> list[Printed]:
    """The tables with one row replaced (both places count from 0)."""
    return [
        [cells if (t, r) == (table, row) else old for r, old in enumerate(rows)]
        for t, rows in enumerate(tables)
    ]

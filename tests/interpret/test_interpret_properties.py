"""What holds for every document: no crash, nothing dropped, nothing wrong in silence."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interpret_corruption import DAMAGES, Rows, damage, draw_style, draw_tables, seeded, with_row
from interpret_samples import Printed, read

from govdisclose_ld.model import Catalog, Item

HEADINGS = [
    *("序号", "公开事项", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体"),
    *("公开渠道和载体", "网站公开栏目", "公开对象", "公开方式", "公开层级", "全社会", "特定群体"),
    *("主动公开", "依申请公开", "县级", "乡、村级", "咨询电话", "其他栏目", ""),
]
WORDS = [
    *("1", "同上", "合计", "√", "□", "—", "县级", "主动 依申请", "全社会", "注：说明", ""),
    *(
        "《中华人民共和国预算法》第一条",
        "20个工作日内",
        "及时公开",
        "县民政局",
        "1. 甲 2. 乙 (1) 丙",
    ),
    *("■政府网站 □政府公报", "政府网站 公示栏", "首页-政务公开-目录", "<input checked>政府网站"),
]
CELLS = st.one_of(st.sampled_from(WORDS), st.text(max_size=20))
ROWS = st.lists(st.lists(CELLS, max_size=14), min_size=1, max_size=6)
HEADERS = st.lists(st.lists(st.sampled_from(HEADINGS), max_size=10), min_size=0, max_size=2)
SURE_HEADER = ["序号", "公开事项", "公开内容", "公开依据"]


@st.composite
def tables(draw: st.DrawFn) -> list[Printed]:
    """Tables under headers of any shape; the first begins with headings that make it a catalog."""
    more = draw(st.lists(st.tuples(HEADERS, ROWS), max_size=2))
    first = [[*SURE_HEADER, *draw(st.lists(st.sampled_from(HEADINGS), max_size=8))]]
    rows = draw(ROWS)
    rows[0] = ["1", "事项", "内容", "依据", *rows[0]]
    return [[*first, *rows], *([*header, *body] for header, body in more)]


@given(tables())
@settings(max_examples=150, deadline=None)
def test_any_text_in_any_cell_is_read_and_accounted_for(printed: list[Printed]) -> None:
    catalog = read(*printed)
    assert_nothing_is_dropped(catalog)
    keys = [item.key for item in catalog.items]
    assert len(set(keys)) == len(keys)
    assert read(*printed) == catalog


def assert_nothing_is_dropped(catalog: Catalog) -> None:
    """Every cell that prints something is taken by a field, is extra, or has a finding."""
    told = {(f.ref.table, f.ref.row, f.ref.column) for f in catalog.findings}
    readings = {(reading.table, reading.row): reading for reading in catalog.rows}
    for table in catalog.document.tables:
        for row in table.rows:
            reading = readings[table.number, row.number]
            for column, cell in enumerate(row.cells, 1):
                place = (table.number, row.number, column)
                taken = reading.kind == "header" or reading.roles[column - 1]
                above = {(*place[:2], 0), (table.number, 0, 0)}
                assert not cell.text.strip() or taken or place in told or above & told, cell
    refs = set(catalog.document.refs())
    for found in catalog.findings:
        assert found.ref.column == 0 or found.ref in refs


@dataclass(frozen=True)
class View:
    """What a row was read as, spaces apart."""

    fields: dict[str, object]

    @classmethod
    def of(cls, item: Item) -> View:
        texts = {
            "content": item.content.text,
            "basis": item.basis.text,
            "time limit": item.time_limit.text,
            "agency": item.agency.text,
            "site": item.site_section.text,
        }
        choices = {
            "channels": item.channels,
            "audience": item.audience,
            "mode": item.mode,
            "level": item.level,
        }
        return cls(
            {name: "".join(text.split()) for name, text in texts.items()}
            | {name: (c.state, frozenset(c.selected)) for name, c in choices.items()}
            | {"ordinal": item.ordinal, "matters": [matter.label for matter in item.matters]}
            | {"extra": [(e.heading, e.text.strip()) for e in item.extra]}
        )


def at(catalog: Catalog, table: int, row: int) -> tuple[View | None, set[str]]:
    """How one row was read (None if it is no item), and the codes of the findings on it."""
    codes = {f.code for f in catalog.findings if (f.ref.table, f.ref.row) == (table, row)}
    items = [i for i in catalog.items if (i.source.table, i.source.row) == (table, row)]
    return (View.of(items[0]) if items else None), codes


def is_silent(
    whole: Catalog, tables_: list[Rows], place: tuple[int, int], cells: list[str]
) -> bool:
    """Whether damage to a row changes what is read of it without any new finding on it."""
    table, row = place
    damaged = read(*with_row(tables_, table - 1, row - 1, cells))
    before, codes = at(whole, table, row)
    after, told = at(damaged, table, row)
    return before != after and not told - codes


def silent_errors(seeds: range) -> tuple[Counter[str], Counter[str]]:
    """How often each damage was tried on synthetic catalogs, and how often it went unseen."""
    tried: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    for seed in seeds:
        random = seeded(seed)
        printed = draw_tables(draw_style(random), random, 12)
        whole = read(*printed)
        for kind in DAMAGES:
            source = random.choice(whole.items).source
            cells = printed[source.table - 1][source.row - 1]
            damaged = damage(cells, kind, random)
            if damaged != cells:
                tried[kind] += 1
                silent[kind] += is_silent(whole, printed, (source.table, source.row), damaged)
    return tried, silent


def test_damage_seldom_goes_unseen() -> None:
    tried, silent = silent_errors(range(40))
    assert sum(tried.values()) > 300
    # A box that slips to the option that nearly all rows tick leaves a row like any other.
    slips = silent.pop("swap") + silent.pop("blank out, end on") + silent.pop("blank in, end off")
    assert slips / sum(tried.values()) < 0.02
    assert sum(silent.values()) == 0


@pytest.mark.parametrize("seed", range(40))
def test_an_undamaged_catalog_is_read_as_printed(seed: int) -> None:
    random = seeded(seed)
    style = draw_style(random)
    printed = draw_tables(style, random, 12)
    catalog = read(*printed)
    assert len(catalog.items) == 12
    roles = [role for _, role in style.columns]
    for item in catalog.items:
        cells = dict(zip(roles, printed[item.source.table - 1][item.source.row - 1], strict=True))
        assert item.ordinal == cells.get("ordinal", "")
        assert item.content.text == cells["content"]
        assert item.basis.text == cells["basis"]
        assert item.time_limit.text == cells["limit"]
        assert item.agency.text == cells["agency"]
        assert item.site_section.text == cells.get("site", "")
        own = [matter.label for matter in item.matters if matter.inference is None]
        assert own == [cells[role] for role in ("level1", "level2") if cells.get(role)]
    warnings = {f.code for f in catalog.findings if f.severity.value == "warning" and f.ref.row}
    assert warnings <= {"level1-uncertain", "header-missing", "item-repeated"}


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "import json, sys; from govdisclose_ld.catalogs import read_catalog, to_record\n"
        "for name in sys.argv[1:]: print(json.dumps(to_record(read_catalog(name)[0])))"
    )
    folder = Path(__file__).parent / "documents"
    names = [str(file) for file in sorted(folder.glob("*.txt"))]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, *names],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop().splitlines()[0])["items"]


LONG = [
    "（",
    "《",
    "一",
    "十",
    "1",
    "1.",
    "县",
    "第一条",
    "号",
    "■政府网站 ",
    "、",
    "-甲",
    "<",
    "√",
]


@pytest.mark.parametrize("unit", LONG)
def test_a_very_long_cell_is_read_in_reasonable_time(unit: str) -> None:
    """No pattern backtracks over and over: twenty thousand characters in each of nine columns."""
    header = [
        *SURE_HEADER,
        "公开时限",
        "公开主体",
        "公开渠道",
        "网站公开栏目",
        "公开方式",
        "公开层级",
    ]
    long = unit * (20_000 // len(unit))
    start = time.perf_counter()
    read([header, ["1", *[long] * 9], ["2", *["乙"] * 9]])
    assert time.perf_counter() - start < 15

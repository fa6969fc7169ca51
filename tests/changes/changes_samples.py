"""Catalogs made in code for the tests of changes: by hand, and drawn by hypothesis."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from hypothesis import strategies as st

from govdisclose_ld.model import (
    Agency,
    Catalog,
    Cell,
    CellRef,
    Choice,
    Citation,
    Division,
    Document,
    Element,
    Extra,
    Inference,
    Item,
    Law,
    Matter,
    Row,
    State,
    Table,
    Term,
    Text,
    TimeLimit,
    TimeRule,
)

NAME = "a.txt"
CHANNELS = [Term("channel", str(n), label) for n, label in enumerate(("政府网站", "公报", "电视"))]
WEB, GAZETTE, TV = CHANNELS
_GUESS = Inference(0.9, "由上文推断", "from above", CellRef(NAME, 1, 1, 1))


def ref(row: int, column: int = 0) -> CellRef:
    return CellRef(NAME, 1, row, column)


def item(name: str, content: str = "", *, under: tuple[str, ...] = ("甲类",), row: int = 1) -> Item:
    """An item of the name under matters, with printed content, in a row."""
    labels = (*under, name)
    key = sha256("/".join((name, content)).encode()).hexdigest()[:12]
    matters = tuple(Matter(n, label, ref(row, n)) for n, label in enumerate(labels, 1))
    return Item(
        key, ref(row), ordinal=str(row), matters=matters, content=Text(content, (ref(row, 4),))
    )


def limit(text: str, amount: int | None = None) -> TimeLimit:
    rules = (TimeRule("limit", "formed", amount, "working-day", text=text),) if amount else ()
    return TimeLimit(text, rules, vague=not rules, cells=(ref(1, 5),))


def read(*selected: Term, offered: tuple[Term, ...] = tuple(CHANNELS)) -> Choice:
    return Choice(State.READ, selected, offered, cells=(ref(1, 6),))


def unknown(offered: tuple[Term, ...] = tuple(CHANNELS)) -> Choice:
    return Choice(State.UNKNOWN, (), offered, cells=(ref(1, 6),))


def catalog(*items: Item, **facts: object) -> Catalog:
    """A catalog of items, with a document of one table that holds some printed text."""
    rows = tuple(Row(n, tuple(Cell(f"印{n}-{c}") for c in range(1, 8))) for n in range(1, 9))
    document = Document(NAME, "text/plain", "0" * 64, 0, (Table(1, rows),))
    base = Catalog("甲县扶贫目录", document, "poverty-alleviation", "undated", items=tuple(items))
    return replace(base, **facts)  # type: ignore[arg-type]


def renumbered(items: list[Item]) -> list[Item]:
    """The items in rows of their own, repeated words told apart as the interpreter does."""
    seen: dict[str, int] = {}
    made = []
    for row, one in enumerate(items, 1):
        times = seen[one.key] = seen.get(one.key, 0) + 1
        key = one.key if times == 1 else f"{one.key}-{times}"
        made.append(replace(one, key=key, source=ref(row)))
    return made


_NAMES = st.sampled_from(
    ["低保", "低保 ", "特困供养", "临时救助", "养老补贴", "养老补贴发放", "医疗救助"]
)
_GROUPS = st.sampled_from([(), ("甲类",), ("乙类",), ("甲类", "子类")])
_TEXTS = st.sampled_from(
    ["", "名单", "名 单", "名单及金额", "办理指南、条件、流程", "办理指南、条件"]
)
_LIMITS = st.sampled_from(
    [
        TimeLimit(),
        limit("20个工作日内", 20),
        limit("二十个工作日内", 20),
        limit("及时"),
        limit("7日", 7),
    ]
)
_TERMS = st.lists(st.sampled_from(CHANNELS), unique=True, max_size=3).map(tuple)
_NOTES = st.sampled_from([(), ("其他：报纸",)])
_CELLS = st.lists(st.integers(1, 7).map(lambda c: ref(1, c)), max_size=2, unique=True).map(tuple)
_CHOICES = st.one_of(
    st.builds(Choice, st.just(State.READ), _TERMS, st.just(tuple(CHANNELS)), _NOTES, _CELLS),
    st.builds(Choice, st.just(State.UNKNOWN), st.just(()), _TERMS, _NOTES, _CELLS),
    st.sampled_from([Choice(State.BLANK), Choice(State.ABSENT)]),
)
_CITATIONS = st.lists(
    st.sampled_from(
        [
            Citation("《条例》", Law("r", "信息公开条例"), "", "第二十条"),
            Citation("《信息公开条例》", Law("r", "信息公开条例"), "第711号"),
            Citation("有关规定"),
        ]
    ),
    max_size=2,
).map(tuple)
_ELEMENTS = st.lists(
    st.sampled_from([Element("1.", "条件"), Element("2.", "流程", (), optional=True)]), max_size=2
).map(tuple)
_EXTRAS = st.dictionaries(st.sampled_from(["备注", "电话"]), st.sampled_from(["1", "2", "2 "]))


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item with any of its fields printed, blank, unknown or inferred."""
    made = item(draw(_NAMES), draw(_TEXTS), under=draw(_GROUPS))
    guesses = st.sampled_from([None, None, _GUESS])
    basis = draw(_CITATIONS)
    return replace(
        made,
        ordinal=draw(st.sampled_from(["", "1", "2", "3"])),
        matters=tuple(replace(m, inference=draw(guesses)) for m in made.matters),
        elements=draw(_ELEMENTS),
        basis=Text("".join(citation.text for citation in basis)),
        legal_bases=basis,
        time_limit=draw(_LIMITS),
        agencies=draw(st.sampled_from([(), (Agency("民政局", "named"),)])),
        channels=draw(_CHOICES),
        mode=draw(_CHOICES),
        extra=tuple(Extra(h, text, ref(1, 7)) for h, text in draw(_EXTRAS).items()),
        section=draw(st.sampled_from(["", "一部分"])),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """A catalog of up to seven items."""
    county = draw(
        st.sampled_from([None, Division("410324", "栾川县"), Division("520402", "西秀区")])
    )
    return catalog(
        *renumbered(draw(st.lists(items(), max_size=7))),
        title=draw(st.sampled_from(["甲县目录", "甲县目录（试行）"])),
        division=county,
        status=draw(st.sampled_from(["", "trial"])),
        issued=draw(st.sampled_from(["", "2020-01-31"])),
        default_time_limit=draw(st.sampled_from([None, limit("20个工作日内", 20)])),
    )


@st.composite
def versions(draw: st.DrawFn) -> tuple[Catalog, Catalog]:
    """Two catalogs that have much in common: some items kept, some redrawn, in any order."""
    old, new = draw(catalogs()), draw(catalogs())
    kept = [one for one in old.items if draw(st.integers(0, 3))]
    mixed = draw(st.permutations([*kept, *new.items[:2]]))
    fresh = [replace(one, key=one.key.partition("-")[0]) for one in mixed]
    return old, replace(new, items=tuple(renumbered(fresh)))

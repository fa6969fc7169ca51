"""The matters and items of a standard's file: a tree, written nested or by ``broader``.

::

    matters:
      - id: policies
        label: {zh: 政策文件, en: policy documents}
        items:
          - {id: rules, label: {zh: 规章, en: rules}}
      - {id: local, broader: policies, label: {zh: 本地文件, en: local documents}}
    items:
      - {id: plans, broader: local, label: {zh: 规划, en: plans}}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.citations import read_citations
from govdisclose_ld.model import Law, Phrase
from govdisclose_ld.standards.entries import Entry, Fields
from govdisclose_ld.standards.requirements import code_ids, code_label, read_requirements
from govdisclose_ld.standards.values import Requirements, StandardItem, StandardMatter

_DEEPEST = 30
_NOTHING = Requirements()
_RESERVED = {"time-limit"}  # {standard}/time-limit is the limit of all items
_MATTER = ("items", "matters", "assumed", "article", "broader", "requires")
_ITEM = ("requires", "synonyms", "elements", "bases", "field", "covers", "article", "broader")


@dataclass(frozen=True, slots=True)
class _Node:
    """A matter or an item, the id of the matter right above it, and where it is written.

    ``asked`` is what a matter requires of everything under it.
    """

    id: str
    parent: str
    entry: Entry
    value: StandardMatter | StandardItem
    broader: Entry | None = None
    asked: Requirements = _NOTHING


def read_outline(parts: Fields) -> tuple[StandardMatter, ...]:
    """The tree of ``matters`` and ``items`` of a file; items under no matter come last.

    Raises ConfigurationError, and names both places, for an id that stands twice and for a
    ``broader`` that runs in a circle; also for a ``broader`` that names no matter, for a matter
    with nothing under it, and for any value that is wrong in itself.
    """
    nodes = [node for key in ("matters", "items") for node in _listed(parts, key, "")]
    _refuse_repeated_ids(nodes)
    matters = [node for node in nodes if isinstance(node.value, StandardMatter)]
    parents = _parents(nodes, {node.id for node in matters})
    _refuse_circles(matters, parents)
    tree = _under("", Requirements(), nodes, parents)
    loose = tuple(
        node.value
        for node in nodes
        if isinstance(node.value, StandardItem) and not parents[node.id]
    )
    nameless = StandardMatter("", Phrase(), loose, assumed=True)
    return (*tree, nameless) if loose else tree


def read_label(entry: Entry) -> Phrase:
    """A name in both languages."""
    both = entry.fields(required=("zh", "en"))
    return Phrase(both["zh"].text(), both["en"].text())


def _listed(parts: Fields, key: str, parent: str) -> Iterator[_Node]:
    if key not in parts:
        return
    for entry in parts[key].items():
        yield from _matter(entry, parent) if key == "matters" else _item(entry, parent)


def _matter(entry: Entry, parent: str) -> Iterator[_Node]:
    parts = entry.fields(required=("id", "label"), optional=_MATTER)
    matter = StandardMatter(
        id=parts["id"].id(),
        label=read_label(parts["label"]),
        items=(),
        assumed=parts.read("assumed", Entry.flag, default=False),
        article=parts.read("article", Entry.text, default=""),
    )
    asked = parts.read("requires", read_requirements, default=Requirements())
    yield replace(_node(matter, entry, parts, parent), asked=asked)
    for key in ("items", "matters"):
        yield from _listed(parts, key, matter.id)


def _item(entry: Entry, parent: str) -> Iterator[_Node]:
    parts = entry.fields(required=("id",), optional=("label", *_ITEM))
    fields = code_ids("field")
    item = StandardItem(
        id=parts["id"].id(),
        label=_item_label(entry, parts),
        requirements=parts.read("requires", read_requirements, default=Requirements()),
        synonyms=parts.read("synonyms", _texts, default=()),
        elements=parts.read("elements", _texts, default=()),
        bases=parts.read("bases", _bases, default=()),
        field=parts.read("field", lambda e: e.one_of(fields), default=""),
        covers=parts["covers"].some_of(fields) if "covers" in parts else (),
        article=parts.read("article", Entry.text, default=""),
    )
    yield _node(item, entry, parts, parent)


def _item_label(entry: Entry, parts: Fields) -> Phrase:
    """The item's own label, or that of its field."""
    if "label" in parts:
        return read_label(parts["label"])
    if "field" not in parts:
        entry.fail("缺少 label（或 field）", "missing: label (or field)")
    return code_label("field", parts["field"].one_of(code_ids("field")))


def _node(value: StandardMatter | StandardItem, entry: Entry, parts: Fields, parent: str) -> _Node:
    if value.id in _RESERVED:
        parts["id"].fail(f"id 不能用 {value.id}", f"the id {value.id} is reserved")
    broader = parts.members.get("broader")
    if broader is not None and parent:
        broader.fail(
            f"已写在 {parent} 之下，不能再写 broader",
            f"written under {parent} already, so that it takes no broader",
        )
    return _Node(value.id, parent, entry, value, broader)


def _texts(entry: Entry) -> tuple[str, ...]:
    return tuple(one.text() for one in entry.items())


def _bases(entry: Entry) -> tuple[Law, ...]:
    return tuple(_law(one) for one in entry.items())


def _law(entry: Entry) -> Law:
    """The law that the words cite, read as a catalog's cell is, so that the two meet."""
    citations, _ = read_citations(entry.text())
    laws = [citation.law for citation in citations]
    if len(laws) != 1 or laws[0] is None:
        entry.fail(
            "应写明一部法律、法规或文件，如 《政府信息公开条例》（国务院令第711号）",
            "expected one law or document, such as 《政府信息公开条例》（国务院令第711号）",
        )
    return laws[0]


def _refuse_repeated_ids(nodes: Sequence[_Node]) -> None:
    """Matters and items share one space of names: both become ``{standard}/{id}``."""
    seen: dict[str, _Node] = {}
    for node in nodes:
        first = seen.setdefault(node.id, node)
        if first is not node:
            node.entry.fail(
                f"与 {_place(first)} 用了同一个 id：{node.id}",
                f"shares the id {node.id} with {_place(first)}",
            )


def _place(node: _Node) -> str:
    line = node.entry.line
    return f"{node.entry.field}（第 {line} 行 line {line}）" if line else node.entry.field


def _parents(nodes: Sequence[_Node], matters: set[str]) -> dict[str, str]:
    """The id of the matter above each node, empty for the topmost."""
    parents = {}
    for node in nodes:
        parents[node.id] = node.parent
        if node.broader is not None:
            parents[node.id] = node.broader.one_of(matters)
    return parents


def _refuse_circles(matters: Sequence[_Node], parents: dict[str, str]) -> None:
    by_id = {node.id: node for node in matters}
    for node in matters:
        path = [node.id]
        while above := parents[path[-1]]:
            if above in path:
                _refuse_circle(by_id[path[-1]], by_id[above], [*path[path.index(above) :], above])
            path.append(above)
            if len(path) > _DEEPEST:
                node.entry.fail(f"层级超过 {_DEEPEST} 层", f"nested deeper than {_DEEPEST} levels")


def _refuse_circle(last: _Node, first: _Node, circle: list[str]) -> None:
    (last.broader or last.entry).fail(
        f"broader 成环：{' → '.join(circle)}，又回到 {_place(first)}",
        f"broader runs in a circle: {' → '.join(circle)}, back to {_place(first)}",
    )


def _under(
    parent: str, asked: Requirements, nodes: Sequence[_Node], parents: dict[str, str]
) -> tuple[StandardMatter, ...]:
    found = []
    for node in nodes:
        matter = node.value
        if not isinstance(matter, StandardMatter) or parents[node.id] != parent:
            continue
        own = node.asked.over(asked)
        items = tuple(
            replace(each.value, requirements=each.value.requirements.over(own))
            for each in nodes
            if isinstance(each.value, StandardItem) and parents[each.id] == node.id
        )
        below = _under(node.id, own, nodes, parents)
        if not items and not below:
            node.entry.fail("下面没有任何事项", "has nothing under it: expected items or matters")
        found.append(replace(matter, items=items, matters=below))
    return tuple(found)

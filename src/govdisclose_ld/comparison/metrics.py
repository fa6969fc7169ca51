"""The metrics that catalogs are measured by, and the weights of a score: both are files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from govdisclose_ld import assets
from govdisclose_ld.model import UNSAID, Phrase
from govdisclose_ld.standards.entries import Entry, Fields, read_entries
from govdisclose_ld.standards.outline import read_label

_KINDS = ("share", "any", "mean")
_HEAPS = ("good", "poor", "pending", "unknown", "none")


@dataclass(frozen=True, slots=True)
class Dimension:
    """A side of quality that several metrics look at."""

    id: str
    label: Phrase
    definition: Phrase


@dataclass(frozen=True, slots=True)
class Metric:
    """One measure: what it counts (``of``) and which heap each class falls on.

    ``kind`` is ``share``, ``any`` or ``mean``; ``of`` is ``cells`` or a column of the query
    ``measure/items``; ``heaps`` pairs each class with its heap.
    """

    id: str
    label: Phrase
    definition: Phrase
    source: Phrase
    dimension: Dimension
    kind: str
    of: str
    heaps: tuple[tuple[str, str], ...] = ()

    def heap(self, name: str) -> str:
        """The heap of a class: good, poor, pending, unknown or none; unknown for a new class."""
        return dict(self.heaps).get(name, "unknown")


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each metric weighs; ``file`` is where that was read from."""

    id: str
    title: Phrase
    note: Phrase
    parts: tuple[tuple[str, float], ...]
    file: str


@cache
def list_metrics() -> tuple[Metric, ...]:
    """Every metric, in the order of ``data/vocabulary/measures.yml``."""
    whole = read_entries(assets.path("data/vocabulary/measures.yml"))
    top = whole.fields(required=("dimensions", "metrics"))
    dimensions = {name: _dimension(name, entry) for name, entry in _members(top["dimensions"])}
    return tuple(_metric(name, entry, dimensions) for name, entry in _members(top["metrics"]))


@cache
def metrics_by_id() -> Mapping[str, Metric]:
    """Every metric by its id."""
    return MappingProxyType({metric.id: metric for metric in list_metrics()})


def load_weights(file: Path | None = None) -> Weights:
    """The weights of a file in the form of ``data/vocabulary/weights.yml``; by default that.

    Raises ConfigurationError that names file, line and field, and what was expected there.
    """
    whole = read_entries(file or assets.path("data/vocabulary/weights.yml"))
    top = whole.fields(required=("id", "weights"), optional=("title", "note"))
    identifier = top["id"].id()
    parts = tuple((name, _weight(name, entry)) for name, entry in _members(top["weights"]))
    if not any(weight for _, weight in parts):
        top["weights"].fail("至少要有一项大于 0", "expected at least one weight above 0")
    return Weights(
        identifier,
        top.read("title", read_label, default=Phrase(identifier, identifier)),
        top.read("note", read_label, default=UNSAID),
        parts,
        Path(whole.file).name,
    )


def _weight(name: str, entry: Entry) -> float:
    known = metrics_by_id()
    if name not in known:
        listed = ", ".join(one.id for one in known.values() if one.kind != "mean")
        entry.fail(
            f"没有指标 {name}；可用：{listed}", f"there is no metric {name}; known: {listed}"
        )
    if known[name].kind == "mean":
        entry.fail(f"{name} 是平均数，不能计分", f"{name} is a mean and cannot be scored")
    value = entry.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1000:
        entry.fail(f"应为 0 到 1000 的数，实为 {value!r}", f"expected 0 to 1000, found {value!r}")
    return float(value)


def _members(entry: Entry) -> list[tuple[str, Entry]]:
    names = entry.value if isinstance(entry.value, dict) else {}
    fields = entry.fields(required=(), optional=[str(name) for name in names])
    return [(str(name), member) for name, member in fields.members.items()]


def _dimension(name: str, entry: Entry) -> Dimension:
    parts = entry.fields(required=("label", "definition"))
    return Dimension(name, read_label(parts["label"]), read_label(parts["definition"]))


def _metric(name: str, entry: Entry, dimensions: dict[str, Dimension]) -> Metric:
    parts = entry.fields(
        required=("label", "definition", "source", "dimension", "kind", "of"), optional=_HEAPS
    )
    return Metric(
        id=name,
        label=read_label(parts["label"]),
        definition=read_label(parts["definition"]),
        source=read_label(parts["source"]),
        dimension=dimensions[parts["dimension"].one_of(dimensions)],
        kind=parts["kind"].one_of(_KINDS),
        of=parts["of"].text(),
        heaps=_heaps(parts),
    )


def _heaps(parts: Fields) -> tuple[tuple[str, str], ...]:
    """Each class with its heap; a class on two heaps is an error."""
    found: dict[str, str] = {}
    for heap in _HEAPS:
        for entry in parts[heap].items() if heap in parts else ():
            if found.setdefault(entry.text(), heap) != heap:
                entry.fail(f"{entry.value} 已归入 {found[entry.value]}", f"{entry.value} is sorted")
    return tuple(found.items())

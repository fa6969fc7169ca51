"""How well an item of a catalog fits each item of a standard, by the words that they share.

Every number here comes from ``data/vocabulary/alignment.yml``. Only the standard's items that
share one of their telling bigrams with the item are compared at all (prefix filtering), so that
the cost goes with what is shared and not with the number of pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from govdisclose_ld.alignment.bigrams import Weights, bigrams, folded, shared_words
from govdisclose_ld.alignment.names import lowest_level
from govdisclose_ld.alignment.printed import content_clauses
from govdisclose_ld.alignment.rules import rules
from govdisclose_ld.alignment.values import Similarity
from govdisclose_ld.model import Catalog, Item, Matter
from govdisclose_ld.standards import Standard, StandardItem

_Clauses = tuple[str, ...]
_LAW = "law:"  # no bigram is that long


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for a pair: which words, from where, and how strongly (0 to 1).

    ``kind`` is ``name``, ``heading``, ``content``, ``basis`` or ``meaning``; ``shared`` the words
    that both sides have.
    """

    kind: str
    strength: float
    printed: str
    wanted: str
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """A standard's item that an item may answer: the score (0 to 1), and what speaks for it."""

    item: StandardItem
    score: float
    evidence: tuple[Evidence, ...]


class Scorer:
    """Scores the items of one catalog against one standard."""

    def __init__(
        self, standard: Standard, catalog: Catalog, *, similar: Similarity | None = None
    ) -> None:
        self._standard = standard
        self._similar = similar
        self._lowest = lowest_level(catalog)
        self._items = {item.id: item for item in standard.items}
        self._names = {item.id: (item.label.zh, *item.synonyms) for item in standard.items}
        self._headings = {
            item.id: tuple(m.label.zh for m in standard.path(item.id) if not m.assumed)
            for item in standard.items
        }
        texts = [" ".join((*self._names[item.id], *item.elements)) for item in standard.items]
        texts += [" ".join((*(m.label for m in i.matters), i.content.text)) for i in catalog.items]
        self._weights = Weights(texts, standard.title.zh)
        self._index = self._indexed()

    def scored(self, item: Item) -> list[Scored]:
        """The standard's items worth a look, best first; the score is at or above the threshold."""
        limits = rules()
        parts = content_clauses(item)
        found = [self._score(item, parts, wanted) for wanted in self._worth_comparing(item, parts)]
        kept = [one for one in found if one.score >= limits["threshold"]]
        kept.sort(key=lambda one: (-one.score, one.item.id))
        best = kept[0].score if kept else 0.0
        return [one for one in kept[: limits["most"]] if one.score >= best * limits["beside_best"]]

    def _indexed(self) -> dict[str, set[str]]:
        """The ids of the standard's items by the bigrams one of which a text must hold to reach
        the floor, and by the keys of their laws."""
        index: dict[str, set[str]] = defaultdict(set)
        for item in self._standard.items:
            for text in (*self._names[item.id], *item.elements):
                for bigram in self._telling(text):
                    index[bigram].add(item.id)
            for law in item.bases:
                index[f"{_LAW}{law.key}"].add(item.id)
        return dict(index)

    def _telling(self, name: str) -> Iterator[str]:
        """The rarest bigrams of a name, up to those without which the floor is out of reach."""
        heaviest = sorted(bigrams(name), key=lambda b: (-self._weights.of(b), b))
        left = total = self._weights.total(heaviest)
        for bigram in heaviest:
            if left < rules()["floor"] * total:
                return
            yield bigram
            left -= self._weights.of(bigram)

    def _worth_comparing(self, item: Item, parts: _Clauses) -> Sequence[StandardItem]:
        if self._similar:
            return self._standard.items
        texts = (*(m.label for m in item.matters), *parts)
        held = set().union(*map(bigrams, texts))
        held.update(f"{_LAW}{basis.law.key}" for basis in item.legal_bases if basis.law)
        met = set().union(*(self._index[one] for one in held & self._index.keys()))
        return [self._items[id_] for id_ in sorted(met)]

    def _score(self, item: Item, parts: _Clauses, wanted: StandardItem) -> Scored:
        evidence = tuple(one for one in self._evidence(item, parts, wanted) if one.strength > 0)
        against = 1.0
        for one in evidence:
            against *= 1 - one.strength
        return Scored(wanted, round(1 - against, 2), evidence)

    def _evidence(self, item: Item, parts: _Clauses, wanted: StandardItem) -> Iterator[Evidence]:
        yield self._by_name(item, wanted)
        yield self._by_content(parts, wanted)
        yield self._by_heading(item, wanted)
        yield _by_basis(item, wanted)
        if self._similar:
            yield self._by_meaning(item, parts, wanted, self._similar)

    def _by_name(self, item: Item, wanted: StandardItem) -> Evidence:
        weights = rules()["weights"]
        best = Evidence("name", 0.0, "", "")
        for matter in self._own_label(item):
            trust = weights["name"] * (weights["inferred"] if matter.inference else 1)
            for name in self._names[wanted.id]:
                strength = trust * self._likeness(name, matter.label)
                if strength > best.strength:
                    best = _evidence("name", strength, matter.label, name)
        return best

    def _by_content(self, parts: _Clauses, wanted: StandardItem) -> Evidence:
        """The clause of the content that holds most of the name, or of a part of its content."""
        best = Evidence("content", 0.0, "", "")
        trust = rules()["weights"]["content"]
        for text in (*self._names[wanted.id], *wanted.elements):
            for clause in parts:
                strength = trust * self._likeness(text, clause)
                if strength > best.strength:
                    best = _evidence("content", strength, clause, text)
        return best

    def _by_heading(self, item: Item, wanted: StandardItem) -> Evidence:
        """A heading above both; it tells little, for many items stand under it."""
        weights = rules()["weights"]
        best = Evidence("heading", 0.0, "", "")
        own = self._own_label(item)
        for matter in (m for m in item.matters if m not in own):
            trust = weights["heading"] * (weights["inferred"] if matter.inference else 1)
            for heading in self._headings[wanted.id]:
                if folded(heading) == folded(matter.label) and trust > best.strength:
                    best = _evidence("heading", trust, matter.label, heading)
        return best

    def _by_meaning(
        self, item: Item, parts: _Clauses, wanted: StandardItem, similar: Similarity
    ) -> Evidence:
        printed = [matter.label for matter in self._own_label(item)]
        printed = printed or list(parts[:1])
        if not printed:
            return Evidence("meaning", 0.0, "", "")
        names = self._names[wanted.id]
        strength, name = max(zip(similar(printed[0], names), names, strict=True))
        return _evidence("meaning", rules()["weights"]["name"] * strength, printed[0], name)

    def _own_label(self, item: Item) -> tuple[Matter, ...]:
        """The deepest label, if it is no mere heading of many items."""
        return tuple(m for m in item.matters[-1:] if m.level >= self._lowest)

    def _likeness(self, name: str, text: str) -> float:
        """How alike a standard's name is to a printed text, from 0 to 1."""
        wanted, held = bigrams(name), bigrams(text)
        total, all_held = self._weights.total(wanted), self._weights.total(held)
        common = self._weights.total(wanted & held)
        if not total or not all_held or common < rules()["floor"] * total:
            return 0.0
        parts = rules()["likeness"]
        order = fuzz.ratio(folded(name), folded(text)) / 100
        found, explained = common / total, common / all_held
        whole: float = (
            parts["found"] * found + parts["explained"] * explained + parts["order"] * order
        )
        return whole


def _by_basis(item: Item, wanted: StandardItem) -> Evidence:
    cited = {basis.law.key: basis.law.title for basis in item.legal_bases if basis.law}
    same = [law for law in wanted.bases if law.key in cited]
    if not same:
        return Evidence("basis", 0.0, "", "")
    strength = rules()["weights"]["basis"] * len(same) / len(wanted.bases)
    return _evidence("basis", strength, cited[same[0].key], same[0].title)


def _evidence(kind: str, strength: float, printed: str, wanted: str) -> Evidence:
    return Evidence(kind, strength, printed, wanted, shared_words(wanted, printed))

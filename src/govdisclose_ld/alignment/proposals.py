"""What the words alone say of an item and a standard: same names, synonyms, scored candidates."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.alignment.names import Named, fields_answered, lowest_level, named
from govdisclose_ld.alignment.printed import excerpt
from govdisclose_ld.alignment.rules import rules
from govdisclose_ld.alignment.scoring import Evidence, Scored, Scorer
from govdisclose_ld.alignment.values import Similarity
from govdisclose_ld.model import Answer, Catalog, Item
from govdisclose_ld.standards import Standard, StandardItem

_QUOTED = 40  # characters of what is printed, in a reason
_KINDS = {
    "name": ("名称", "the name"),
    "heading": ("上级事项", "the heading above"),
    "content": ("公开内容", "the content"),
    "basis": ("公开依据", "the legal basis"),
    "meaning": ("含义", "the meaning"),
}


def fits(standard: Standard, catalog: Catalog) -> bool:
    """Whether a standard is one for the catalog: general, or of the catalog's own field."""
    return not standard.field or (catalog.field is not None and catalog.field.id == standard.field)


def of_catalog(standard: Standard, catalog: Catalog) -> tuple[Answer, ...]:
    """What the catalog as a whole answers, by being the catalog of its field."""
    label = catalog.field.label if catalog.field else ""
    return tuple(
        Answer(
            standard.id,
            item.id,
            "LexicalMatching",
            predicate,
            reason=f"目录的领域是“{label}”",
            reason_en=f"the field of the catalog is {label}",
        )
        for item, predicate in fields_answered(standard, catalog)
    )


class Proposer:
    """Proposes answers to one standard for the items of one catalog, one by one."""

    def __init__(
        self,
        standard: Standard,
        catalog: Catalog,
        *,
        guessing: bool = True,
        similar: Similarity | None = None,
    ) -> None:
        self._guessing = guessing
        self._standard = standard
        self._catalog = catalog
        self._lowest = lowest_level(catalog)
        self._fits = fits(standard, catalog)
        self._similar = similar
        self._scorer: Scorer | None = None

    def _by_name(self, item: Item) -> Answer | None:
        """The answer by name: accepted if the name is the same and the standard is one for the
        catalog, a candidate if it is a synonym or the standard is another's."""
        found = named(self._standard, item, self._lowest)
        return self._named(found) if found else None

    def propose(self, item: Item) -> Iterator[Answer]:
        """The answer by name, else (where guessing is wanted) the scored candidates, best first."""
        if found := self._by_name(item):
            yield found
        if found or not self._guessing:
            return
        self._scorer = self._scorer or Scorer(self._standard, self._catalog, similar=self._similar)
        for scored in self._scorer.scored(item):
            yield self._candidate(scored)

    def _named(self, found: Named) -> Answer:
        zh, en = _naming(found)
        sure = found.ground != "synonym" and self._fits and not found.item.inferred
        synonym: float = rules()["synonym"]
        return Answer(
            self._standard.id,
            found.item.id,
            "LexicalMatching",
            "exactMatch",
            "accepted" if sure else "candidate",
            1.0 if sure else synonym,
            reason=zh,
            reason_en=en,
        )

    def _candidate(self, scored: Scored) -> Answer:
        telling = sorted(scored.evidence, key=lambda one: -one.strength)
        meant = telling[0].kind == "meaning"
        return Answer(
            self._standard.id,
            scored.item.id,
            f"{'Semantic' if meant else 'Lexical'}SimilarityThresholdMatching",
            "closeMatch",
            "candidate",
            min(scored.score, rules()["synonym"]),
            reason="；".join(_said(one, 0) for one in telling),
            reason_en="; ".join(_said(one, 1) for one in telling),
        )


def _naming(found: Named) -> tuple[str, str]:
    label: StandardItem = found.item
    if found.ground == "exact":
        return f"名称同为“{label.label.zh}”", f"both are called {label.label.zh}"
    if found.ground == "normalised":
        return (
            f"名称“{found.label}”与“{label.label.zh}”只有空白、括号或全半角的差别",
            f"{found.label} is {label.label.zh} but for blanks, brackets or width",
        )
    return (
        f"“{found.label}”是“{label.label.zh}”的同义名称",
        f"{found.label} is a synonym of {label.label.zh}",
    )


def _said(one: Evidence, language: int) -> str:
    where = _KINDS[one.kind][language]
    printed = excerpt(one.printed, _QUOTED)
    if one.kind in {"heading", "basis"}:
        return f"{where} is {printed} in both" if language else f"{where}同为“{printed}”"
    words = "、".join(one.shared)
    if language:
        return f"{where} {printed} shares {words or 'its meaning'} with {one.wanted}"
    if not words:
        return f"{where}“{printed}”与“{one.wanted}”意思相近"
    return f"{where}“{printed}”与“{one.wanted}”共有“{words}”"

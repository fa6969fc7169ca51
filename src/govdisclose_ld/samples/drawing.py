"""Samples drawn one by one: county after county, field after field, each from a seed of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, NamedTuple

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.synthetic import SYNTHETIC
from govdisclose_ld.model import Cell, Division, Row, Term
from govdisclose_ld.samples import places
from govdisclose_ld.samples.chance import Chance
from govdisclose_ld.samples.damage import draw_damage
from govdisclose_ld.samples.documents import FORMATS, MERGING, print_document
from govdisclose_ld.samples.duties import draw_duties
from govdisclose_ld.samples.printing import Sheet, print_sheet
from govdisclose_ld.samples.stock import rate, words
from govdisclose_ld.samples.styles import draw_style
from govdisclose_ld.samples.truth import Record, true_record

__all__ = ["FORMATS", "Sample", "draw_samples"]


class Sample(NamedTuple):
    """One synthetic catalog: a file name without folders, its bytes, and what it means.

    ``truth`` has the members of :func:`govdisclose_ld.catalogs.to_record` that hold without a
    reading, see ``docs/how-to/make-samples.md``.
    """

    name: str
    data: bytes
    truth: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What samples are wanted; ``damage`` is the share of damaged rows, None for the usual one."""

    seed: int = 0
    formats: tuple[str, ...] = ()
    damage: float | None = None


def draw_samples(
    counties: int,
    fields: int = 1,
    *,
    seed: int = 0,
    formats: Sequence[str] = (),
    damage: float | None = None,
) -> Iterator[Sample]:
    """Synthetic catalogs of that many counties, each with that many fields, one at a time.

    The same arguments give the same bytes. A catalog depends on seed, county, field, ``formats``
    and ``damage`` alone: more counties or fields give the same catalogs and others. ``formats``
    are among ``FORMATS`` (all, by default), ``damage`` is the share of rows to damage (0 to 1).

    Raises ConfigurationError for a number or format that there is not, and OutputError if
    ``xlsx`` is drawn and openpyxl is not installed.
    """
    wish = Wish(seed=seed, formats=_known(formats), damage=_share(damage))
    divisions, terms = places.counties(counties), places.fields(fields)
    return (_draw(place, field, wish) for place in divisions for field in terms)


def _draw(place: Division, field: Term, wish: Wish) -> Sample:
    chance = Chance(wish.seed, place.code, field.id)
    depth = int(chance.weigh(words()["depths"]))
    duties = draw_duties(field, depth, chance)
    style = draw_style(place, depth, chance)
    sheet = print_sheet(place, field, duties, style, chance)
    weights = words()["formats"]
    kind = chance.weigh({name: weights[name] for name in wish.formats or FORMATS})
    truth = true_record(place, field, duties, style, sheet)
    damaged = _damage(sheet, kind, truth, wish, chance)
    data = print_document(damaged, kind)
    name = f"{SYNTHETIC}-{place.code}-{field.id}.{kind}"
    truth["document"] = {"name": name, "sha256": sha256(data).hexdigest()}
    return Sample(name, data, truth)


def _damage(sheet: Sheet, kind: str, truth: Record, wish: Wish, chance: Chance) -> Sheet:
    """The sheet with rows damaged; the truth's items are told what befell them."""
    share = rate("damage") if wish.damage is None else wish.damage
    items = iter(truth["items"])
    pages = []
    for page in sheet.pages:
        last = len(page.rows) - page.notes
        rows = list(page.rows)
        for place in range(page.heads, last):
            item = next(items)
            if chance.happens(share):
                rows[place], item["damage"] = _damage_row(rows[place], sheet, kind, chance)
        pages.append(replace(page, rows=tuple(rows)))
    return replace(sheet, pages=tuple(pages))


def _damage_row(row: Row, sheet: Sheet, kind: str, chance: Chance) -> tuple[Row, str]:
    merging = kind in MERGING
    texts, befell = draw_damage(row.texts, sheet.columns, chance, in_place=merging)
    if merging:
        pairs = zip(row.cells, texts, strict=True)
        return replace(row, cells=tuple(replace(cell, text=text) for cell, text in pairs)), befell
    return replace(row, cells=tuple(map(Cell, texts))), befell


def _known(formats: Sequence[str]) -> tuple[str, ...]:
    for name in formats:
        if name not in FORMATS:
            raise ConfigurationError(
                f"不能生成“{name}”格式的样例",
                f"samples are not made as {name}",
                where="--format",
                remedy=(
                    f"可用格式：{'、'.join(FORMATS)}",
                    f"the formats are: {', '.join(FORMATS)}",
                ),
            )
    return tuple(name for name in FORMATS if name in formats)


def _share(damage: float | None) -> float | None:
    if damage is None or 0 <= damage <= 1:
        return damage
    raise ConfigurationError(
        f"损坏的比例应为 0 到 1，不是 {damage}",
        f"the share of damaged rows is 0 to 1, not {damage}",
        where="--damage",
        remedy=("请改一个数", "give another number"),
    )

"""Catalogs drawn, printed, damaged and read: how often a wrong value goes unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

from corruption.damages import ROW_DAMAGES, TABLE_DAMAGES, Struck
from corruption.duties import draw_duties
from corruption.layouts import Layout, Page, as_sheet, draw_layout, is_printable, lay_out
from corruption.traces import with_traces
from corruption.verdicts import (
    Codes,
    Difference,
    Verdict,
    codes_at,
    differences,
    places,
    row_codes,
)
from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret import interpret
from govdisclose_ld.model import Catalog
from govdisclose_ld.readers import read_document
from press import print_sheet

ROWS = 14
_ROW_DAMAGES_EACH = 3
_TABLE_DAMAGE_EVERY = 7
_PLACES_TRIED = 4
_ORDER = list(Verdict)
UNSEEN = (Verdict.SILENT, Verdict.TRACELESS)


@dataclass(frozen=True, slots=True)
class Trial:
    """One damaged document: which damage befell each duty, what was read wrongly, and which rows
    carry no finding. ``sound`` are the duties that nothing befell."""

    seed: int
    layout: Layout
    damages: dict[int, str]
    differences: tuple[Difference, ...]
    without_finding: frozenset[int]
    sound: frozenset[int]
    printed: bytes = b""

    def verdict(self, duty: int) -> Verdict:
        """The worst that happened to one duty."""
        found = [d.verdict for d in self.differences if d.duty == duty]
        return max(found, key=_ORDER.index, default=Verdict.RIGHT)


@dataclass(slots=True)
class Tally:
    """Rows counted by what befell them and how they were read."""

    rows: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[tuple[str, Verdict]] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    fields: Counter[tuple[str, str, Verdict]] = field(default_factory=Counter)

    def count(self, name: str, trial: Trial, duty: int) -> None:
        """Count one duty's row under a name."""
        verdict = trial.verdict(duty)
        self.rows[name] += 1
        self.verdicts[name, verdict] += 1
        self.clean[name] += duty in trial.without_finding
        for difference in trial.differences:
            if difference.duty == duty and difference.verdict in UNSEEN:
                self.fields[name, difference.field, difference.verdict] += 1

    def share(self, verdict: Verdict, name: str) -> float:
        """The share of the rows of a name that were read so."""
        return self.verdicts[name, verdict] / max(1, self.rows[name])


def run_trial(seed: int, forms: Sequence[str] = (), damages: Sequence[str] = ()) -> Trial | None:
    """The trial of a seed; None where its layout cannot be printed or nothing could be damaged."""
    random = Random(seed)  # noqa: S311 - nothing secret is drawn
    layout = draw_layout(random, forms)
    duties = draw_duties(random, ROWS, layout.depth, layout.options)
    whole = lay_out(layout, duties)
    pages = deepcopy(whole)
    struck = _damage(pages, layout, random, seed, list(damages))
    if not struck or not is_printable(layout, as_sheet(pages)):
        return None
    printed = _print(pages, layout)
    try:
        catalog = _read(printed, layout)
    except InputError:  # a document that is refused gives no wrong value
        flagged = (Difference(n, "document", Verdict.FLAGGED, "", "") for n in struck)
        return Trial(seed, layout, struck, tuple(flagged), frozenset(), frozenset(), printed)
    found = tuple(differences(duties, pages, catalog, {}, layout))
    if any(d.verdict is Verdict.FLAGGED for d in found):
        before = _codes(whole, layout)
        found = tuple(differences(duties, pages, catalog, before, layout))
    found = with_traces(found, pages, catalog, struck, layout)
    placed = places(pages, catalog.document, layout)
    clean = {n for n, (place, _) in placed.items() if not row_codes(catalog, place)}
    sound = frozenset(placed) - frozenset(struck)
    return Trial(seed, layout, struck, found, frozenset(clean), sound, printed)


def run_trials(
    seeds: Iterable[int], forms: Sequence[str] = (), damages: Sequence[str] = ()
) -> Iterator[Trial]:
    """The trials of these seeds that could be run."""
    for seed in seeds:
        trial = run_trial(seed, forms, damages)
        if trial is not None:
            yield trial


def tally(trials: Iterable[Trial]) -> tuple[Tally, Tally]:
    """The damaged rows by damage and by form, with the sound rows beside them as ``(sound)``."""
    by_damage, by_form = Tally(), Tally()
    for trial in trials:
        for duty, damage in trial.damages.items():
            by_damage.count(damage, trial, duty)
            by_form.count(trial.layout.form.name, trial, duty)
        for duty in trial.sound:
            by_damage.count("(sound)", trial, duty)
            by_form.count("(sound)", trial, duty)
    return by_damage, by_form


def _damage(
    pages: list[Page], layout: Layout, random: Random, seed: int, only: list[str]
) -> dict[int, str]:
    """Damage to a few rows, or to one table; which damage befell each duty. Seeds in a row take
    the damages in turn, so that none is left out."""
    rows = [name for name in ROW_DAMAGES if not only or name in only]
    tables = [name for name in TABLE_DAMAGES if not only or name in only]
    if tables and (not rows or seed % _TABLE_DAMAGE_EVERY == 0):
        name = tables[seed // _TABLE_DAMAGE_EVERY % len(tables)]
        page = random.randrange(len(pages))
        return dict.fromkeys(sorted(_strike(pages, page, name, layout, random)), name)
    struck: dict[int, str] = {}
    for turn in range(_ROW_DAMAGES_EACH):
        name = rows[(seed * _ROW_DAMAGES_EACH + turn) % len(rows)]
        page = random.randrange(len(pages))
        for duty in sorted(_strike(pages, page, name, layout, random, frozenset(struck))):
            struck.setdefault(duty, name)
    return struck


def _strike(
    pages: list[Page],
    page: int,
    name: str,
    layout: Layout,
    random: Random,
    before: Struck = frozenset(),
) -> Struck:
    """Damage at the first of a few drawn lines that it can befall and nothing befell ``before``."""
    damage = ROW_DAMAGES.get(name) or TABLE_DAMAGES[name]
    for _ in range(_PLACES_TRIED):
        line = random.randrange(len(pages[page].lines))
        if pages[page].lines[line].duty in before:
            continue
        struck = damage(pages, page, line, random, layout.style)
        if struck:
            return struck
    return frozenset()


def _print(pages: list[Page], layout: Layout) -> bytes:
    return print_sheet(as_sheet(pages), layout.form, layout.style)


def _read(printed: bytes, layout: Layout) -> Catalog:
    return interpret(read_document(printed, name=f"damaged{layout.form.suffix}"))


def _codes(pages: list[Page], layout: Layout) -> dict[int, Codes]:
    """The findings about each duty's row of an undamaged document."""
    catalog = _read(_print(pages, layout), layout)
    placed = places(pages, catalog.document, layout)
    return {duty: codes_at(catalog, place) for duty, (place, _) in placed.items()}

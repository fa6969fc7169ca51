"""A damaged catalog is read rightly, or says where it may be wrong."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corruption.damages import ROW_DAMAGES, TABLE_DAMAGES
from corruption.trials import UNSEEN, Tally, Trial, run_trials, tally
from corruption.verdicts import Verdict
from press import FORMS

CHEAP = ("csv", "docx", "html", "md", "pipes", "tabs", "xlsx")
"""The formats but PDF, which takes as long to read as all the others; it has a test of its own."""

NEVER_SILENT = (
    "bracket lost",
    "broken by blanks",
    "cell blanked",
    "header lost",
    "header repeated",
    "heading lost",
    "heading misread",
    "letter for digit",
    "mark lost",
    "marks lost",
    "merge",
    "merge, width kept",
    "merge undone",
    "row broken",
    "row repeated",
    "rows merged",
    "split",
)
"""Damages that a reader can always tell. The others can leave a row that reads as a sound one does:
a tick in the next column, a law's title with one wrong character, two labels that trade places."""


ONCE_UNSEEN = (117, 1704, 2256, 2623, 2631, 500454, 600950, 800248, 800509, 1300453, 1400956)
"""Seeds of all formats and damages that a reader of before went wrong on without a word."""

ONCE_TRACELESS = (105, 2450)
"""Seeds of columns of labels that traded places, which a reader of before could not tell."""


def silent(trial: Trial) -> list[str]:
    """What was read wrongly and does not say so."""
    return [
        f"seed {trial.seed}, {trial.layout.form.name}, {trial.damages.get(d.duty, '(sound)')}: "
        f"duty {d.duty + 1}, {d.field}: {d.truth} read as {d.read}"
        for d in trial.differences
        if d.verdict is Verdict.SILENT
    ]


@given(seed=st.integers(0, 2**32), damage=st.sampled_from(NEVER_SILENT))
@settings(max_examples=32, deadline=None, derandomize=True, database=None)
def test_no_damage_that_can_be_told_goes_unseen(seed: int, damage: str) -> None:
    trials = list(run_trials([seed], CHEAP, [damage]))
    assume(trials)
    assert silent(trials[0]) == []


@cache
def measured() -> tuple[Tally, Tally]:
    """All damages in all cheap formats."""
    return tally(run_trials(range(105), CHEAP))


def test_no_damage_that_leaves_a_trace_goes_unseen() -> None:
    by_damage, _ = measured()
    rows = sum(number for name, number in by_damage.rows.items() if name != "(sound)")
    assert rows > 200
    assert [key for key in by_damage.fields if key[2] is Verdict.SILENT] == []


@pytest.mark.parametrize("seed", ONCE_UNSEEN)
def test_what_once_went_unseen_is_told(seed: int) -> None:
    (trial,) = run_trials([seed])
    assert silent(trial) == []


@pytest.mark.parametrize("seed", ONCE_TRACELESS)
def test_columns_of_labels_that_traded_places_leave_a_trace(seed: int) -> None:
    (trial,) = run_trials([seed])
    assert set(trial.damages.values()) == {"columns swapped"}
    assert [d for d in trial.differences if d.verdict in UNSEEN] == []


def test_damage_is_seldom_traceless() -> None:
    by_damage, _ = measured()
    rows = sum(number for name, number in by_damage.rows.items() if name != "(sound)")
    traceless = sum(by_damage.verdicts[name, Verdict.TRACELESS] for name in by_damage.rows)
    assert traceless / rows < 0.005, by_damage.fields


def test_rows_beside_a_damaged_one_are_read_as_before() -> None:
    by_damage, _ = measured()
    assert by_damage.rows["(sound)"] > 800
    assert by_damage.share(Verdict.SILENT, "(sound)") == 0
    assert by_damage.share(Verdict.RIGHT, "(sound)") > 0.98


def test_a_sound_row_mostly_carries_no_finding() -> None:
    by_damage, _ = measured()
    assert by_damage.clean["(sound)"] / by_damage.rows["(sound)"] > 0.83


def test_every_format_is_measured() -> None:
    _, by_form = measured()
    assert set(by_form.rows) - {"(sound)"} == set(CHEAP)


@pytest.mark.parametrize("name", [*ROW_DAMAGES, *TABLE_DAMAGES])
def test_every_damage_can_befall_a_table(name: str) -> None:
    trial = next(run_trials(range(200), CHEAP, [name]))
    assert set(trial.damages.values()) == {name}


def test_no_damage_in_a_pdf_goes_unseen() -> None:
    trials = list(run_trials(range(6), ["pdf"], NEVER_SILENT))
    assert len(trials) > 3
    assert [told for trial in trials for told in silent(trial)] == []


@pytest.mark.parametrize("name", sorted(FORMS))
def test_the_same_seed_makes_the_same_trial(name: str) -> None:
    one, other = (list(run_trials(range(2), [name])) for _ in range(2))
    assert [(t.damages, t.differences) for t in one] == [(t.damages, t.differences) for t in other]

"""How often damage is read wrongly without a word: ``python benchmarks/silent_errors.py``.

Catalogs whose truth is known are printed in drawn layouts and formats, damaged (cells moved, split,
merged or blanked; noise of text recognition; headers lost or repeated) and read again.

A row is *silent* if a field differs from the truth, no finding stands at its cell, and none that
the undamaged document does not carry speaks of the row: the target is zero. It is *traceless* if
the damaged row is, cell for cell, a sound print of what was read and nothing else in the document
speaks against it, so that no reader could tell (``tests/corruption/traces.py``); *unseen* is the
sum of both. It is *blank* if all that differs is read as blank, *inferred* if it is a matter that
says so of itself. A text that is read as the damaged cell prints it is no difference. *clean* rows
carry no finding at all: of ``(sound)`` rows, which nothing befell, the more the better.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from corruption.damages import ROW_DAMAGES, TABLE_DAMAGES
from corruption.trials import UNSEEN, Tally, Trial, run_trials, tally
from corruption.verdicts import Verdict
from press import FORMS

SHOWN = (
    Verdict.SILENT,
    Verdict.TRACELESS,
    Verdict.BLANK,
    Verdict.INFERRED,
    Verdict.FLAGGED,
    Verdict.RIGHT,
)


def main() -> None:
    options = parsed()
    trials = list(
        until(options.rows, run_trials(count(options.seed), options.forms, options.damages))
    )
    by_damage, by_form = tally(trials)
    print_table("damage", by_damage)
    print_table("format", by_form)
    print_fields(by_damage)
    for trial in trials:
        print_examples(trial, options)
        options.examples -= sum(1 for d in trial.differences if d.verdict in UNSEEN)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=10_000, help="damaged rows to read")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--forms", nargs="*", default=[], choices=sorted(FORMS))
    names = sorted({*ROW_DAMAGES, *TABLE_DAMAGES})
    parser.add_argument("--damages", nargs="*", default=[], choices=names, metavar="DAMAGE")
    parser.add_argument("--examples", type=int, default=0, help="unseen errors to show in full")
    parser.add_argument("--save", type=Path, help="a folder for the documents of these examples")
    return parser.parse_args()


def until(rows: int, trials: Iterator[Trial]) -> Iterator[Trial]:
    """As many trials as it takes to damage that many rows."""
    damaged = 0
    for trial in trials:
        yield trial
        damaged += len(trial.damages)
        if damaged >= rows:
            return


def print_table(title: str, counted: Tally) -> None:
    heads = ("unseen", *(verdict.value for verdict in SHOWN))
    print(f"{title:<24} {'rows':>7}" + "".join(f" {head:>9}" for head in heads) + f" {'clean':>8}")
    names = sorted(name for name in counted.rows if name != "(sound)")
    for name in names:
        print_row(name, [name], counted)
    print_row("all damaged", names, counted)
    print_row("(sound)", ["(sound)"], counted)
    print()


def print_row(title: str, names: list[str], counted: Tally) -> None:
    rows = max(1, sum(counted.rows[name] for name in names))
    shares = [sum(counted.verdicts[name, v] for name in names) / rows for v in SHOWN]
    shares.insert(0, shares[0] + shares[1])
    clean = sum(counted.clean[name] for name in names) / rows
    print(f"{title:<24} {rows:>7}" + "".join(f" {s:>9.2%}" for s in shares) + f" {clean:>8.1%}")


def print_fields(counted: Tally) -> None:
    print("unseen, by damage and field")
    for (name, field, verdict), number in sorted(
        counted.fields.items(), key=lambda one: (one[0][2].value, -one[1], one[0])
    ):
        print(f"  {name:<24} {field:<12} {verdict.value:<10} {number:>6}")


def print_examples(trial: Trial, options: argparse.Namespace) -> None:
    shown = [d for d in trial.differences if d.verdict in UNSEEN][: max(0, options.examples)]
    for d in shown:
        befell = trial.damages.get(d.duty, "(sound)")
        print(f"\nseed {trial.seed}, {trial.layout.form.name}, {trial.layout.style.name}: ", end="")
        print(f"{befell}, duty {d.duty + 1}, {d.field}, {d.verdict.value}")
        print(f"  truth {d.truth}\n  read  {d.read}")
    if shown and options.save:
        options.save.mkdir(parents=True, exist_ok=True)
        name = f"seed-{trial.seed}{trial.layout.form.suffix}"
        (options.save / name).write_bytes(trial.printed)


if __name__ == "__main__":
    main()

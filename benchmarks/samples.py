"""How well synthetic catalogs are read, by damage: ``python benchmarks/samples.py``.

Samples are drawn one at a time (``--counties 2844 --fields 26`` takes no more memory than ten) and
read without any hint. For each kind of damage it prints how many fields of the rows so damaged were
read as meant, otherwise with a warning, as nothing, and otherwise without a warning. A cell that
was blanked where the notice states a default limit is read as that default: nobody could tell.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter

from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.samples import draw_samples, score
from govdisclose_ld.samples.scoring import FIELDS

OUTCOMES = ("right", "flagged", "lost", "wrong")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--counties", type=int, default=200)
    parser.add_argument("--fields", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--damage", type=float, default=0.3, help="share of damaged rows")
    chosen = parser.parse_args()
    tally: Counter[tuple[str, str]] = Counter()
    drawing = reading = 0.0
    count, start = 0, time.perf_counter()
    for sample in draw_samples(
        chosen.counties, chosen.fields, seed=chosen.seed, damage=chosen.damage
    ):
        drawn = time.perf_counter()
        record = to_record(read_catalog(sample.data, name=sample.name)[0])
        tally += outcomes(sample.truth, record)
        drawing, reading = drawing + drawn - start, reading + time.perf_counter() - drawn
        count, start = count + 1, time.perf_counter()
    print_table(tally)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} catalogs: drawn in {drawing:.1f} s, read in {reading:.1f} s, {memory:.0f} MiB")


def outcomes(truth: dict, record: dict) -> Counter[tuple[str, str]]:
    """How many fields came out how, by what befell their row."""
    result = score(truth, record)
    befell = {n: item["damage"] or "sound" for n, item in enumerate(truth["items"], 1)}
    tally: Counter[tuple[str, str]] = Counter()
    for kind in befell.values():
        tally[kind, "right"] += len(FIELDS)
    for outcome in OUTCOMES[1:]:
        for mistake in getattr(result, outcome):
            kind = befell.get(mistake.item, "catalog")
            tally[kind, outcome] += 1
            tally[kind, "right"] -= mistake.item in befell
    return tally


def print_table(tally: Counter[tuple[str, str]]) -> None:
    print(f"{'damage':<10}" + "".join(f"{outcome:>10}" for outcome in OUTCOMES))
    for kind in sorted({kind for kind, _ in tally}):
        print(f"{kind:<10}" + "".join(f"{tally[kind, outcome]:>10}" for outcome in OUTCOMES))


if __name__ == "__main__":
    main()

"""How good the proposed mappings are: ``python benchmarks/alignment.py``.

Precision and recall at several thresholds, of all that is proposed without review (same names,
synonyms, scored candidates). Of the scorer nothing was fitted to these sets but the threshold,
which was chosen with the numbers in sight:

* ``set``: ``benchmarks/alignment-set.tsv``, names and contents as counties print them, for the 12
  items of the poverty-alleviation standard and for things that are none of them. It was written
  down before the first score was looked at. ``set (no synonyms)`` is the same without the curated
  synonyms, which were gathered after it: the one that tells how the scorer itself does.
* ``luanchuan`` and ``xixiu``: the two catalogs against the curated mappings of ``data/mappings/``.
  A pair that was accepted, or is for a person to decide, ought to be proposed; one that was
  rejected, or is not there, ought not. Of related matches nothing is asked either way. Whoever
  curated them had the first candidates in sight.

``--misses`` tells every pair that was wrong at the shipped threshold. ``--items N`` measures the
time for N items, too.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.alignment import Proposer, load_mappings, mapping_files
from govdisclose_ld.alignment.rules import rules
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog, Item
from govdisclose_ld.standards import Standard, StandardMatter, load_standard

STANDARD = load_standard("poverty-alleviation-2019")
SET = Path(__file__).with_name("alignment-set.tsv")
NAMES = {"410324": "luanchuan", "520402": "xixiu"}
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
Wanted = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Trial:
    """A catalog, and by the key of each item the items of the standard that it ought to get."""

    name: str
    catalog: Catalog
    wanted: Wanted
    neutral: Wanted
    standard: Standard = STANDARD


@dataclass(frozen=True)
class Score:
    """Pairs proposed rightly, proposed wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def line(self) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missed, 1)
        both = 2 * precision * recall / max(precision + recall, 1e-9)
        return (
            f"{precision:9.2f} {recall:7.2f} {both:6.2f}   {self.right}/{self.wrong}/{self.missed}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="tell each wrong or missed pair")
    parser.add_argument("--items", type=int, default=0, help="measure the time for so many items")
    options = parser.parse_args()
    trials = list(every_trial())
    shipped = rules()["threshold"]
    print(
        f"{'set':20} {'threshold':>9} {'precision':>9} {'recall':>7} {'F1':>6}   right/wrong/missed"
    )
    for trial in trials:
        for threshold in THRESHOLDS:
            mark = "*" if threshold == shipped else " "
            print(f"{trial.name:20} {threshold:8.1f}{mark} {score(trial, threshold).line}")
    if options.misses:
        for trial in trials:
            print_misses(trial, shipped)
    if options.items:
        print_time(options.items)


def every_trial() -> Iterator[Trial]:
    own = own_trial()
    yield own
    yield replace(own, name="set (no synonyms)", standard=without_synonyms(STANDARD))
    for file in mapping_files():
        if {row.standard for row in load_mappings(file).rows} == {STANDARD.id}:
            yield curated_trial(file, NAMES[file.name.partition("-")[0]])


def own_trial() -> Trial:
    """The set as one catalog: printed as a table, and read as any other."""
    with SET.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    lines = ["县扶贫领域基层政务公开标准目录", "", "序号\t一级事项\t二级事项\t公开内容\t公开依据"]
    for number, row in enumerate(rows, 1):
        heading, _, name = row["matters"].partition(" / ")
        lines.append(f"{number}\t{heading}\t{name}\t{row['content']}\t{row['legal_basis']}")
    catalog, _ = read_catalog("\n".join(lines).encode(), name="set.txt", mappings=())
    wanted = {
        item.key: frozenset(row["expected"].split()) - {"-"}
        for item, row in zip(catalog.items, rows, strict=True)
    }
    return Trial("set", catalog, wanted, {})


def without_synonyms(standard: Standard) -> Standard:
    def bare(matter: StandardMatter) -> StandardMatter:
        return replace(matter, items=tuple(replace(item, synonyms=()) for item in matter.items))

    return replace(standard, matters=tuple(map(bare, standard.matters)))


def curated_trial(file: Path, name: str) -> Trial:
    """A catalog that ships, and what its curated mapping says of it."""
    rows = load_mappings(file).rows
    for document in sorted((assets.root() / "data/catalogs").glob("*.txt")):
        catalog, _ = read_catalog(document, mappings=())
        if catalog_path(catalog) == rows[0].catalog:
            break
    told = [row for row in rows if row.status in {"accepted", "candidate"}]
    wanted, neutral = (
        {
            item.key: frozenset(
                row.item
                for row in told
                if row.key == item.key and (row.predicate == "relatedMatch") is related
            )
            for item in catalog.items
        }
        for related in (False, True)
    )
    return Trial(name, catalog, wanted, neutral)


def proposed(trial: Trial, threshold: float) -> Iterator[tuple[Item, dict[str, float]]]:
    rules()["threshold"] = threshold
    proposer = Proposer(trial.standard, trial.catalog)
    for item in trial.catalog.items:
        yield item, {answer.item: answer.confidence for answer in proposer.propose(item)}


def score(trial: Trial, threshold: float) -> Score:
    right = wrong = missed = 0
    for item, found in proposed(trial, threshold):
        wanted = trial.wanted[item.key]
        got = found.keys() - trial.neutral.get(item.key, frozenset())
        right += len(got & wanted)
        wrong += len(got - wanted)
        missed += len(wanted - got)
    return Score(right, wrong, missed)


def print_misses(trial: Trial, threshold: float) -> None:
    print(f"\n{trial.name}, threshold {threshold}")
    for item, found in proposed(trial, threshold):
        wanted = trial.wanted[item.key]
        got = found.keys() - trial.neutral.get(item.key, frozenset())
        path = " / ".join(matter.label for matter in item.matters)
        for name in sorted(got - wanted):
            print(f"  wrong   {found[name]:.2f} {name:20} {path}")
        for name in sorted(wanted - got):
            print(f"  missed       {name:20} {path}")


def print_time(number: int) -> None:
    """Items of many catalogs, as a province would have them."""
    trial = own_trial()
    catalogs = -(-number // len(trial.catalog.items))
    start = time.process_time()
    for _ in range(catalogs):
        proposer = Proposer(STANDARD, trial.catalog)
        for item in trial.catalog.items:
            list(proposer.propose(item))
    taken = time.process_time() - start
    done = catalogs * len(trial.catalog.items)
    print(f"\n{done} items in {taken:.1f} s of CPU, {1e6 * taken / done:.0f} µs an item")


if __name__ == "__main__":
    main()

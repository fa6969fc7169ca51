"""How long a comparison takes, and how big its outputs are.

    python benchmarks/comparison.py [COUNTIES] [--drawn N] [--store DIR]

compares COUNTIES catalogs (100) of one field with the poverty-alleviation standard. N synthetic
samples (40) are drawn and read; their catalogs are given to one county after the other, so that
2,844 counties do not take 2,844 readings. ``--store`` keeps the store for another run.
Printed are processor seconds, seconds by the clock and the highest memory so far.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.comparison import Comparison, compare, render, render_pages
from govdisclose_ld.comparison.asking import Questions
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf import serialise
from govdisclose_ld.samples import draw_samples, most_counties
from govdisclose_ld.samples.places import counties
from govdisclose_ld.standards import load_standard
from govdisclose_ld.store import Store

STANDARD = "poverty-alleviation-2019"
FIELD = "poverty-alleviation"


def main() -> None:
    """Make the store, compare, write every form."""
    options = parsed()
    with TemporaryDirectory() as folder:
        store = options.store or Path(folder, "store")
        if not store.exists():
            with timed("make the store"):
                fill(store, options.counties, options.drawn)
        ask(store)
        with Store(store, read_only=True) as opened, timed("compare"):
            compared = compare(opened, standard=load_standard(STANDARD))
        cells = sum(len(side.cells) for side in compared.sides)
        items = sum(one.items for side in compared.sides for one in side.catalogs)
        print(f"{len(compared.sides)} catalogs, {items} items, {cells} cells")
        write(compared)


def ask(store: Path) -> None:
    """Each question alone."""
    with Store(store, read_only=True) as opened:
        questions = Questions(opened, load_standard(STANDARD))
        for name in ("catalogs", "cells", "answers", "doubts", "items", "deviations"):
            with timed(f"  ask for {name}"):
                rows = getattr(questions, name)()
            print(f"    {len(rows)} rows")


def write(compared: Comparison) -> None:
    """Every form, with its size."""
    for form in ("csv", "xlsx", "json", "html", "turtle"):
        with timed(f"  write {form}"):
            data = render(compared, form)
        print(f"    {len(data) / 1e6:.1f} MB")
    with timed("  write pages"):
        pages = render_pages(compared)
    largest = max(len(page) for page in pages.values())
    print(f"    {len(pages)} pages, the largest {largest / 1e6:.1f} MB")


def fill(store: Path, many: int, drawn: int) -> None:
    """A store of so many catalogs, made of the drawn ones in turn."""
    made = store.with_suffix(".nq")
    with made.open("wb") as file:
        file.writelines(serialise(catalogs(many, drawn), "nquads"))
    with Store(store) as opened:
        opened.load_reference()
        opened.load(made)
        opened.optimize()


def catalogs(many: int, drawn: int) -> Iterator[Catalog]:
    """The drawn catalogs of the field, given to one county after the other."""
    samples = draw_samples(min(drawn, most_counties()))
    read = [read_catalog(one.data, name=one.name)[0] for one in samples]
    for number, division in enumerate(counties(many)):
        yield replace(read[number % len(read)], division=division, slug=f"synthetic-{FIELD}")


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print what a step took."""
    clock, processor = time.perf_counter(), time.process_time()
    yield
    taken = time.process_time() - processor, time.perf_counter() - clock
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:<22}{taken[0]:>8.1f} s{taken[1]:>8.1f} s by the clock{memory:>8.0f} MB")
    sys.stdout.flush()


def parsed() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counties", type=int, nargs="?", default=100)
    parser.add_argument("--drawn", type=int, default=40)
    parser.add_argument("--store", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""How often a damaged row is read wrongly without a word: ``python benchmarks/silent_errors.py``.

Synthetic catalogs are printed in drawn layouts and one row at a time is damaged (a blank put in or
taken out, cells split, merged, swapped, blanks pushed to the end). A row is *silent* if a field
differs from the undamaged reading and no new finding stands on the row. The target is zero.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/interpret"))

from test_interpret_properties import silent_errors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--catalogs", type=int, default=1300, help="synthetic catalogs to damage")
    tried, silent = silent_errors(range(parser.parse_args().catalogs))
    print(f"{'damage':<12} {'rows':>7} {'silent':>7} {'share':>8}")
    for kind, rows in sorted(tried.items()):
        print(f"{kind:<12} {rows:>7} {silent[kind]:>7} {silent[kind] / rows:>8.2%}")
    rows, wrong = sum(tried.values()), sum(silent.values())
    print(f"{'all':<12} {rows:>7} {wrong:>7} {wrong / rows:>8.2%}")


if __name__ == "__main__":
    main()

"""What counts as coverage when the graph is asked: decisions and names, never likeness."""

from __future__ import annotations

from pathlib import Path

from alignment_samples import ROWS, STANDARD, aligned, catalog, edited, saved

from govdisclose_ld.model import Catalog
from govdisclose_ld.store import Store, query


def states(read: Catalog) -> dict[str, tuple[object, object, object]]:
    """By the name of the standard's item: state, items that answer it, candidates."""
    with Store() as store:
        store.load_reference()
        store.replace(read)
        rows = query(store, "compare/coverage", standard=STANDARD.id).records()
    return {str(r["standard_item"]): (r["state"], r["answers"], r["candidates"]) for r in rows}


def share(read: Catalog) -> tuple[object, ...]:
    with Store() as store:
        store.load_reference()
        store.replace(read)
        (row,) = query(store, "measure/coverage", standard=STANDARD.id).records()
    return tuple(row[name] for name in ("answered", "in_part", "candidate", "missing"))


def test_names_are_coverage_and_candidates_are_told_apart() -> None:
    found = states(catalog())
    assert found["贫困人口识别"] == ("answered", 1, 0)
    assert found["精准扶贫贷款"] == ("candidate", 0, 1)
    assert found["贫困人口退出"] == ("missing", 0, 0)
    assert share(catalog()) == (1, 0, 2, 9)


def test_an_accepted_part_is_a_part(tmp_path: Path) -> None:
    file = saved(aligned(catalog()), tmp_path)
    edited(file, "\tcandidate\t", "\taccepted\t", 2)
    edited(file, "skos:closeMatch", "skos:broadMatch")
    found = states(catalog(mappings=[file]))
    assert found["精准扶贫贷款"] == ("answered", 1, 0)
    assert found["项目实施"] == ("in-part", 0, 0)
    assert share(catalog(mappings=[file])) == (2, 1, 0, 9)


def test_a_rejected_pair_leaves_a_gap(tmp_path: Path) -> None:
    file = saved(aligned(catalog()), tmp_path)
    edited(file, "\tcandidate\t", "\trejected\t", 2)
    assert states(catalog(mappings=[file]))["精准扶贫贷款"] == ("missing", 0, 0)


def test_a_related_match_covers_nothing(tmp_path: Path) -> None:
    file = saved(aligned(catalog()), tmp_path)
    edited(file, "\tcandidate\t", "\taccepted\t", 2)
    edited(file, "skos:closeMatch", "skos:relatedMatch")
    assert states(catalog(mappings=[file]))["项目实施"] == ("missing", 0, 0)


def test_a_decision_on_what_has_changed_is_no_coverage(tmp_path: Path) -> None:
    file = saved(aligned(catalog()), tmp_path)
    edited(file, "\tcandidate\t", "\taccepted\t", 2)
    changed = (*ROWS[:2], (*ROWS[2][:3], "《新办法》"), ROWS[3])
    assert states(catalog(changed, mappings=[file]))["项目实施"] == ("candidate", 0, 1)

"""Every shape has an example on each side, and each invalid one breaks that shape alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from shape_examples import EXAMPLES, SHAPES, compose

from govdisclose_ld.validation import Report, describe_shapes, validate

CASES = [(name, rule.code) for name in SHAPES for rule in describe_shapes(name)]


def broken(report: Report) -> set[str]:
    """The codes of the shapes that are broken; the example also tells of its own reading."""
    results = [result for kept in report.every for result in kept.unfolded]
    return {result.finding.code for result in results if result.component}


def implied(name: str, code: str) -> set[str]:
    """A column that is blank throughout implies that each of its cells is."""
    return {rule.code for rule in describe_shapes(name) if rule.whole == code}


@pytest.mark.parametrize(("name", "code"), CASES)
def test_invalid_example_breaks_its_own_shape_alone(name: str, code: str) -> None:
    report = validate(compose(EXAMPLES / name / code / "invalid.ttl"), shapes=[name])
    assert broken(report) == {code} | implied(name, code)


@pytest.mark.parametrize(("name", "code"), CASES)
def test_valid_example_breaks_nothing(name: str, code: str) -> None:
    report = validate(compose(EXAMPLES / name / code / "valid.ttl"), shapes=[name])
    assert report.conforms, report.findings


@pytest.mark.parametrize("name", SHAPES)
def test_no_example_is_left_over(name: str) -> None:
    codes = {rule.code for rule in describe_shapes(name)}
    folders = {folder.name for folder in (EXAMPLES / name).iterdir() if folder.is_dir()}
    assert folders == codes


def test_common_graph_conforms_to_all_shapes() -> None:
    common = EXAMPLES / "common.ttl"
    assert broken(validate(common, shapes=["structure", "completeness"])) == set()


def test_every_example_changes_something() -> None:
    same = [
        folder
        for folder in sorted(EXAMPLES.rglob("invalid.ttl"))
        if set(compose(folder)) == set(compose(folder.with_name("valid.ttl")))
    ]
    assert same == list[Path]()

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from govdisclose_ld.review.words import signs

STYLE = "".join(
    files(f"govdisclose_ld.{package}").joinpath(name).read_text(encoding="utf-8")
    for package, name in (("markup", "base.css"), ("review", "page.css"))
)
COLOURS = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", STYLE))
STATES = sorted(signs("states"))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("state", STATES)
def test_text_and_sign_are_readable_on_the_tint_of_their_state(state: str) -> None:
    tint = COLOURS[state]
    for ink in (COLOURS["ink"], COLOURS[f"{state}-edge"]):
        assert contrast(ink, tint) >= 4.5
    assert contrast(COLOURS["ink"], tint) >= 12


@pytest.mark.parametrize("name", ["quiet", "link", "violation", "warning", "info"])
def test_other_inks_are_readable_on_paper(name: str) -> None:
    assert contrast(COLOURS[name], COLOURS["paper"]) >= 4.5


def test_quiet_text_is_readable_wherever_it_stands() -> None:
    assert contrast(COLOURS["quiet"], "#f4f4f4") >= 4.5


def test_states_and_severities_differ_by_more_than_colour() -> None:
    for group in ("states", "severities"):
        marks = [sign.sign for sign in signs(group).values()]
        assert len(set(marks)) == len(marks)


def test_every_state_has_a_rule_of_its_own() -> None:
    assert [state for state in STATES if f"\n.{state} {{" not in STYLE] == []


def test_the_style_holds_nothing_that_markup_could_mistake() -> None:
    assert not set("<>&") & set(STYLE)

"""A short, repeatable run of every fuzz target: its seeds, what once went wrong, small changes."""

from __future__ import annotations

import random
import time

import pytest
from fuzz_targets import LIMITS, TARGETS, Target

from govdisclose_ld.readers import read_document

ROUNDS = 60
SECONDS = 5.0
REGRESSIONS = [
    pytest.param(target, file.read_bytes(), id=f"{target.name}-{file.name}")
    for target in TARGETS.values()
    if target.regressions.is_dir()
    for file in sorted(target.regressions.iterdir())
]


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_the_seeds_are_read_whole(target: Target) -> None:
    for seed in target.seeds:
        document = read_document(target.packed(seed), name=f"a{target.suffix}", limits=LIMITS)
        assert any("序号" in row.texts[0] for table in document.tables for row in table.rows)


@pytest.mark.parametrize(("target", "data"), REGRESSIONS)
def test_what_once_went_wrong_is_read_or_refused(target: Target, data: bytes) -> None:
    _attempt_in_time(target, data)


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_small_changes_are_read_or_refused(target: Target) -> None:
    for round_ in range(ROUNDS):
        chance = random.Random(round_)  # noqa: S311
        seed = target.seeds[round_ % len(target.seeds)]
        _attempt_in_time(target, _changed(seed, chance))


def _attempt_in_time(target: Target, data: bytes) -> None:
    start = time.process_time()
    target.attempt(data)
    assert time.process_time() - start < SECONDS


def _changed(seed: bytes, chance: random.Random) -> bytes:
    """The seed with a few bytes set, doubled, cut out or moved."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data))
        part = data[start : start + chance.randint(1, 40)]
        match chance.randrange(4):
            case 0:
                data[start] = chance.randrange(256)
            case 1:
                data[start:start] = part * chance.randint(1, 9)
            case 2:
                data[start : start + len(part)] = b""
            case _:
                place = chance.randrange(len(data))
                data[place:place] = part
        data = data or bytearray(b"x")
    return bytes(data)

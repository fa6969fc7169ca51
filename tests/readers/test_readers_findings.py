"""Every finding of the readers is worded in both languages, and every wording is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govdisclose_ld import readers
from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import CellRef, Severity
from govdisclose_ld.readers.notices import notice

CODES = sorted(knowledge("vocabulary/reader-findings.yml"))
SOURCE = "".join(path.read_text("utf-8") for path in Path(readers.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("code", CODES)
def test_a_finding_is_worded_in_full(code: str) -> None:
    entry = knowledge("vocabulary/reader-findings.yml")[code]
    assert set(entry) == {"severity", "zh", "en", "cause", "remedy"}
    texts = [entry, entry["cause"], entry["remedy"]]
    assert all(text[language].strip() for text in texts for language in ("zh", "en"))
    values = [set(re.findall(r"\{(\w+)\}", entry[language])) for language in ("zh", "en")]
    assert values[0] == values[1]
    found = notice(code, CellRef("a"), **dict.fromkeys(values[0], 7))
    assert found.severity is Severity(entry["severity"])
    assert "{" not in found.message_zh + found.message_en


@pytest.mark.parametrize("code", CODES)
def test_a_finding_that_is_worded_is_made_somewhere(code: str) -> None:
    assert f'"{code}"' in SOURCE

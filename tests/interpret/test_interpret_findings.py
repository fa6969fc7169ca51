"""The registry of findings: complete, bilingual, and no code that nothing reports."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govdisclose_ld.alignment
import govdisclose_ld.interpret
from govdisclose_ld import assets
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.model import CellRef, Severity

REGISTRY = assets.knowledge("vocabulary/findings.yml")
PACKAGES = (govdisclose_ld.interpret, govdisclose_ld.alignment)
SOURCES = sorted(file for one in PACKAGES for file in Path(str(one.__file__)).parent.rglob("*.py"))


def test_every_code_of_the_registry_is_reported_somewhere() -> None:
    code = "\n".join(source.read_text(encoding="utf-8") for source in SOURCES)
    assert [name for name in REGISTRY if f'"{name}"' not in code] == []


def test_every_code_that_is_reported_is_in_the_registry() -> None:
    code = "\n".join(source.read_text(encoding="utf-8") for source in SOURCES)
    used = set(re.findall(r'\b(?:finding|notice)\(\s*"([a-z0-9-]+)"', code))
    assert used - set(REGISTRY) == set()
    assert len(used) > 30


@pytest.mark.parametrize("code", REGISTRY)
def test_every_entry_says_what_why_and_what_to_do_in_both_languages(code: str) -> None:
    entry = REGISTRY[code]
    assert entry["severity"] in {severity.value for severity in Severity}
    texts = [entry["zh"], *(entry[part]["zh"] for part in ("cause", "remedy"))]
    assert all(re.search(r"[\u4e00-\u9fff]", text) for text in texts)
    texts = [entry["en"], *(entry[part]["en"] for part in ("cause", "remedy"))]
    assert not any(re.search(r"[\u4e00-\u9fff]", text) for text in texts if "--" not in text)


@pytest.mark.parametrize("code", REGISTRY)
def test_both_messages_take_words_that_name_the_same_things(code: str) -> None:
    names = [set(re.findall(r"{(\w+)}", REGISTRY[code][lang])) for lang in ("zh", "en")]
    plain = [{name.removesuffix("_en").replace("level", "n") for name in found} for found in names]
    assert plain[0] == plain[1]
    words = dict.fromkeys(set.union(*names), "词")
    made = finding(code, CellRef("a"), **words)
    assert "{" not in made.message_zh + made.message_en

"""The message of a result in both languages, told apart by the message of its shape.

A shape's message may hold ``{?variable}`` (SHACL, section 5.3.2); pySHACL drops the language of
a message when it fills them in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rdflib import Literal

from govdisclose_ld.model import Phrase
from govdisclose_ld.validation.rules import Rule, wording_of

_VARIABLE = re.compile(r"\\\{\\[?$]\w+\\\}")  # in an escaped pattern


def message_of(messages: Sequence[Literal], rule: Rule | None) -> Phrase:
    """The messages by language; one without a language goes by which text of the rule it fills."""
    if rule is None or any(message.language for message in messages):
        return wording_of(list(messages))
    zh = [str(m) for m in messages if _pattern(rule.message.zh).fullmatch(m)]
    en = [str(m) for m in messages if _pattern(rule.message.en).fullmatch(m)]
    return Phrase(zh[0], en[0]) if zh and en else wording_of(list(messages))


@lru_cache(maxsize=1024)
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_VARIABLE.sub(".*", re.escape(template)), re.DOTALL)

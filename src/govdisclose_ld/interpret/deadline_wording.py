"""How time limits are worded, from the vocabulary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list


@dataclass(frozen=True, slots=True)
class Wording:
    """How time limits are worded: each attribute is the entry of that name in the file."""

    triggers: tuple[tuple[str, re.Pattern[str]], ...]
    cycles: tuple[tuple[str, int, re.Pattern[str]], ...]
    display: re.Pattern[str]
    shown: re.Pattern[str]
    lasting: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    vague: re.Pattern[str]
    exception: re.Pattern[str]
    filler: re.Pattern[str]
    no_retention: re.Pattern[str]
    retention: tuple[tuple[str, str], ...]
    units: dict[str, str]


@cache
def wording() -> Wording:
    """The patterns of ``data/vocabulary/deadlines.yml`` and the forms of its code lists."""
    source: dict[str, Any] = knowledge("vocabulary/deadlines.yml")
    units = {form: terms[0].id for form, terms in code_list("unit").forms.items()}
    retention = [(form, terms[0].id) for form, terms in code_list("retention").forms.items()]
    return Wording(
        triggers=tuple((t["id"], re.compile(t["pattern"])) for t in source["triggers"]),
        cycles=tuple((c["unit"], c["amount"], re.compile(c["pattern"])) for c in source["cycles"]),
        display=re.compile(source["display"]),
        shown=re.compile(source["shown"]),
        lasting=re.compile(source["lasting"]),
        after=re.compile(source["after"]),
        before=re.compile(source["before"]),
        vague=re.compile(source["vague"]),
        exception=re.compile(source["exception"]),
        filler=re.compile(source["filler"]),
        no_retention=re.compile(source["no_retention"]),
        retention=tuple(retention),
        units=units,
    )

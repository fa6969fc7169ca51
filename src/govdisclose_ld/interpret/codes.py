"""Code lists as the interpreter needs them: printed words to terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Term


@dataclass(frozen=True, slots=True)
class CodeList:
    """One code list: folded printed forms to the terms they stand for, longest form first.

    ``widest`` is the term that takes in the most of what the list tells apart, where one does.
    """

    scheme: str
    terms: dict[str, Term]
    forms: dict[str, tuple[Term, ...]]
    widest: Term | None = None

    def read(self, label: str) -> tuple[Term, ...]:
        """The terms that a printed label stands for (several for 乡、村级), () if unknown."""
        return self.forms.get(key(label), ())


@cache
def code_list(scheme: str) -> CodeList:
    """The code list of that name, from ``data/vocabulary/codes/<scheme>.yml``."""
    source = knowledge(f"vocabulary/codes/{scheme}.yml")
    terms: dict[str, Term] = {}
    forms: dict[str, tuple[Term, ...]] = {}
    for entry in source["terms"]:
        term = Term(scheme, str(entry["id"]), str(entry["label"]["zh"]))
        terms[term.id] = term
        for form in (term.label, *entry.get("synonyms", ())):
            forms.setdefault(key(form), (term,))
    for label, ids in source.get("labels", {}).items():
        forms[key(label)] = tuple(terms[i] for i in ids)
    widest = next((terms[str(e["id"])] for e in source["terms"] if e.get("widest")), None)
    return CodeList(scheme, terms, dict(sorted(forms.items(), key=lambda f: -len(f[0]))), widest)


_BETWEEN = re.compile(r"[、，,;；\n]+|(?<![\w.])\d{1,2}[.、．)）](?!\d)|\s+")


def parts(text: str) -> tuple[str, ...]:
    """The members of a plain list: cut at commas, lines, spaces and numbering."""
    return tuple(part for part in _BETWEEN.split(text) if key(part))


@lru_cache(maxsize=16384)
def segment(text: str, scheme: str) -> tuple[tuple[Term, ...], ...]:
    """The options that ``text`` is wholly made of, in print order; () if anything is left over.

    ``社会 特定 群众`` gives the two audiences, ``县级 乡、村级`` county, then township and village.
    """
    rest, found = key(text), []
    forms = code_list(scheme).forms
    while rest:
        form = next((f for f in forms if rest.startswith(f)), None)
        if form is None:
            return ()
        found.append(forms[form])
        rest = rest[len(form) :]
    return tuple(found)

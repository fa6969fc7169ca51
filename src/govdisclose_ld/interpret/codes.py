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

    ``widest`` is the term that takes in the most of what the list tells apart, where one does,
    ``residual`` the one for what the list does not name (其他). ``usual`` are the terms of the
    national template's form, ``local`` is how a place reads that may stand before a form, ``ends``
    are the last two characters of all forms, ``lengths`` how long they are, longest first.
    """

    scheme: str
    terms: dict[str, Term]
    forms: dict[str, tuple[Term, ...]]
    widest: Term | None = None
    residual: Term | None = None
    usual: frozenset[Term] = frozenset()
    local: re.Pattern[str] | None = None
    ends: frozenset[str] = frozenset()
    lengths: tuple[int, ...] = ()

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
    marked = {
        name: [terms[str(e["id"])] for e in source["terms"] if e.get(name)]
        for name in ("widest", "residual", "template")
    }
    return CodeList(
        scheme,
        terms,
        dict(sorted(forms.items(), key=lambda f: -len(f[0]))),
        widest=next(iter(marked["widest"]), None),
        residual=next(iter(marked["residual"]), None),
        usual=frozenset(marked["template"]),
        local=re.compile(source["local"]) if "local" in source else None,
        ends=frozenset(form[-2:] for form in forms),
        lengths=tuple(sorted({len(form) for form in forms}, reverse=True)),
    )


_LONGEST_PLACE, _SHORTEST_FORM = 20, 3


@lru_cache(maxsize=16384)
def read_local(label: str, scheme: str) -> tuple[Term, ...]:
    """The terms of a label that puts a place before a form: 示例县政务服务中心; () for others."""
    codes, folded = code_list(scheme), key(label)
    if codes.local is None or folded[-2:] not in codes.ends:
        return ()
    for end in range(1, min(len(folded) - _SHORTEST_FORM + 1, _LONGEST_PLACE)):
        terms = codes.forms.get(folded[end:])
        if terms and codes.residual not in terms and codes.local.fullmatch(folded[:end]):
            # 两微一端区政务服务中心: two options, the box between them misread
            apart = any(len(form) > 1 and form in folded[:end] for form in codes.forms)
            return () if apart else terms
    return ()


_BETWEEN = re.compile(r"[、，,;；\n]+|(?<![\w.])\d{1,2}[.、．)）](?!\d)|[①-⒛]|\s+")


def parts(text: str) -> tuple[str, ...]:
    """The members of a plain list: cut at commas, lines, spaces and numbering."""
    return tuple(part for part in _BETWEEN.split(text) if key(part))


@lru_cache(maxsize=16384)
def segment(text: str, scheme: str) -> tuple[tuple[Term, ...], ...]:
    """The options that ``text`` is wholly made of, in print order; () if anything is left over.

    ``社会 特定 群众`` gives the two audiences, ``县级 乡、村级`` county, then township and village.
    """
    rest, found = key(text), []
    codes = code_list(scheme)
    while rest:
        form = next((rest[:n] for n in codes.lengths if rest[:n] in codes.forms), "")
        if not form:
            return ()
        found.append(codes.forms[form])
        rest = rest[len(form) :]
    return tuple(found)

"""Fields of disclosure by id or by name, and the fields that a title names."""

from __future__ import annotations

from difflib import get_close_matches

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Term


def field_id(text: str, *, where: str) -> str:
    """The id of a field of disclosure, from its id or its Chinese name; empty for nothing.

    Raises ConfigurationError for any other text.
    """
    codes = code_list("field")
    if not text or text in codes.terms:
        return text
    if read := codes.read(text):
        return read[0].id
    labels = [term.label for term in codes.terms.values()]
    near = get_close_matches(text, [*codes.terms, *labels], n=1, cutoff=0.0)[0]
    raise ConfigurationError(
        f"没有“{text}”这个领域",
        f"there is no field {text}",
        where=where,
        remedy=(f"是否指 {near}？", f"did you mean {near}?"),
    )


def named_fields(*texts: str) -> tuple[Term, ...]:
    """The fields that the first telling text names, longest names first; a name within a longer
    one (征地 in 征地信息公开) is not counted again."""
    for text in texts:
        rest, found = key(text), []
        for form, terms in code_list("field").forms.items():
            if form in rest:
                rest = rest.replace(form, "\0")
                found.append(terms[0])
        if found:
            return tuple(dict.fromkeys(found))
    return ()

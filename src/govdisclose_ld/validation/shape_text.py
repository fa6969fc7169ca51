"""One generated shape as Turtle."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.model import Phrase

_SHAPE = """
:{name} a {kind} ;
    sh:targetClass gd:DisclosureCatalog ;
    {rule} ;
    {naming} {label} ;
    dct:identifier "{code}" ;
    dct:source {source} ;
{more}    sh:severity {severity} ;
    sh:message {message} ;
    gd:remedy {remedy} .
"""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of catalogs; ``rule`` holds its path and constraints, ``more`` further statements.

    One with a path is a property shape, one with constraints of SPARQL a node shape.
    """

    name: str
    code: str
    label: Phrase
    rule: str
    message: Phrase
    remedy: Phrase
    source: str
    more: tuple[str, ...] = ()
    severity: str = "sh:Warning"

    def turtle(self) -> str:
        """The shape as a block of Turtle."""
        has_path = self.rule.startswith("sh:path")
        return _SHAPE.format(
            name=self.name,
            kind="sh:PropertyShape" if has_path else "sh:NodeShape",
            rule=self.rule,
            naming="sh:name" if has_path else "rdfs:label",
            label=both(self.label),
            code=self.code,
            source=text(self.source, "zh"),
            more="".join(f"    {one} ;\n" for one in self.more),
            severity=self.severity,
            message=both(self.message),
            remedy=both(self.remedy),
        )


def constraint(shapes: str, query: str) -> str:
    """A constraint of SPARQL (SHACL, section 5.1); ``shapes`` declares its prefixes."""
    return f'sh:sparql [ sh:prefixes <{shapes}> ; sh:select """{_long(query)}""" ]'


def both(label: Phrase) -> str:
    """The words in both languages, or in the one that there is."""
    if label.zh == label.en:
        return text(label.zh, "zh")
    return f"{text(label.zh, 'zh')} ,\n        {text(label.en, 'en')}"


def text(value: str, language: str) -> str:
    """A literal of Turtle with its language."""
    return f'"{value.translate(_ESCAPES)}"@{language}'


def _long(query: str) -> str:
    return query.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')

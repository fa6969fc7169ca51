"""The shapes of a standard, made from what it says: coverage, required fields, deviations."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.model import Phrase
from govdisclose_ld.rdf.iris import code_iri, standard_item_iri
from govdisclose_ld.rdf.vocab import PREFIXES
from govdisclose_ld.standards import Standard, StandardItem, StandardMatter, deviation_kind
from govdisclose_ld.validation.demands import answers_any
from govdisclose_ld.validation.deviations import Check, checks
from govdisclose_ld.validation.fields import property_of
from govdisclose_ld.validation.required import Lack, lacks
from govdisclose_ld.validation.shape_text import Shape, both, constraint, text

_HEAD = """\
# Made from {origin} by
# python -m govdisclose_ld.validation.generation: edit that file instead.
#
# Items are matched by name or by an accepted mapping. A catalog may list an item under another
# name, so that one nobody answers is a warning and no violation: it is not known to be missing.

@prefix : <{shapes}#> .
@prefix completeness: <https://w3id.org/govdisclose/shapes/completeness#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix gd: <https://w3id.org/govdisclose/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{shapes}> a owl:Ontology ;
    dct:title {title} ;
    dct:description {description} ;
    dct:source {source} ;
    sh:declare {prefixes} .

:Coverage a sh:PropertyGroup ;
    rdfs:label {coverage} ;
    dct:identifier "{id}-coverage" .
"""
_DECLARED = ("dcat", "dct", "gd", "skos", "time", "xsd")
_SEVERITY = {"info": "sh:Info", "warning": "sh:Warning", "violation": "sh:Violation"}
_ITEM_REMEDY = Phrase(
    "请核对是否缺项，或以其他名称列出。",
    "Check whether it is missing or listed under another name.",
)
# Items answer a standard, and so may a catalog as a whole, that of a field the list of fields.
_ANSWERED = """[ sh:alternativePath ( gd:answers gd:answersInPart
        ( dcat:resource gd:answers ) ( dcat:resource gd:answersInPart ) ) ]"""


def standard_shapes(standard: Standard) -> str:
    """The shapes of one standard as Turtle, the same bytes every time.

    One for its field, where it has one; for each of its items, or one for all where they are
    shared out among the catalogs of a division; for each field that it requires; and for each
    kind of deviation that it can find.
    """
    shapes = [*_coverage(standard)]
    shapes += [_lack_shape(standard, lack) for lack in lacks(standard)]
    shapes += [_deviation_shape(standard, check) for check in checks(standard)]
    return _head(standard) + "".join(shape.turtle() for shape in shapes)


def _head(standard: Standard) -> str:
    count = len(standard.items)
    return _HEAD.format(
        id=standard.id,
        origin=f"data/standards/{standard.id}.yml",
        shapes=_shapes(standard),
        title=both(standard.title),
        description=both(
            Phrase(
                f"目录是否列出该标准的 {count} 个事项，各事项是否合于它的要求。",
                f"Whether a catalog lists the {count} items of the standard and keeps its demands.",
            )
        ),
        source=text(standard.source or standard.identifier or standard.id, "zh"),
        prefixes=" ,\n        ".join(
            f'[ sh:prefix "{name}" ; sh:namespace "{PREFIXES[name]}"^^xsd:anyURI ]'
            for name in _DECLARED
        ),
        coverage=both(
            Phrase(
                f"《{standard.title.zh}》的下列事项在目录里没有对应",
                f"items of the {standard.title.en} that no item of the catalog answers",
            )
        ),
    )


def _shapes(standard: Standard) -> str:
    return f"https://w3id.org/govdisclose/shapes/standards/{standard.id}"


def _source(standard: Standard, places: str = "") -> str:
    return f"{standard.identifier or standard.source or standard.id}{places}"


def _coverage(standard: Standard) -> Iterator[Shape]:
    if standard.field:
        yield _field_shape(standard)
    if standard.shared:
        yield _nothing_shape(standard)
        return
    for order, (matter, item) in enumerate(standard.places(), start=1):
        yield _item_shape(standard, matter, item, order)


def _field_shape(standard: Standard) -> Shape:
    return Shape(
        name="OtherField",
        code=f"{standard.id}-other-field",
        label=Phrase(f"领域：{standard.title.zh}", f"field of the {standard.title.en}"),
        rule=f"sh:path gd:field ;\n    sh:hasValue <{code_iri('field', standard.field)}>",
        message=Phrase(
            "目录的领域与该标准不同，或没有认出，所以没有按名称对应其事项。",
            "The catalog is of another field than the standard, or its field was not recognised, "
            "so that its items were not matched by name.",
        ),
        remedy=Phrase(
            "请核对目录的领域，必要时用 --field 指定。",
            "Check the field of the catalog; give it with --field if need be.",
        ),
        source=_source(standard),
    )


def _nothing_shape(standard: Standard) -> Shape:
    query = f"""SELECT DISTINCT $this WHERE {{
    FILTER NOT EXISTS {{ {answers_any(standard, "$this")} }}
    FILTER NOT EXISTS {{ $this dcat:resource ?value . {answers_any(standard, "?value")} }}
}}"""
    return Shape(
        name="NothingAnswered",
        code=f"{standard.id}-nothing-answered",
        label=Phrase(
            f"没有对应：{standard.title.zh}", f"nothing of the {standard.title.en} answered"
        ),
        rule=constraint(_shapes(standard), query),
        message=Phrase(
            f"目录和它的事项都没有对应《{standard.title.zh}》的任何一项。",
            f"Neither the catalog nor any item of it answers anything of the {standard.title.en}.",
        ),
        remedy=Phrase(
            "请核对目录的领域，或在对应表中补上对应关系。",
            "Check the field of the catalog, or add mappings to a mapping file.",
        ),
        source=_source(standard),
        severity="sh:Info",
    )


def _item_shape(
    standard: Standard, matter: StandardMatter, item: StandardItem, order: int
) -> Shape:
    more = ["sh:group :Coverage", f"sh:order {order}"]
    if matter.assumed and standard.note.zh:
        more.append(f"rdfs:comment {both(standard.note)}")
    return Shape(
        name="".join(part.capitalize() for part in item.id.split("-")),
        code=f"{standard.id}-{item.id}",
        label=item.label,
        rule=f"sh:path {_ANSWERED} ;\n    sh:hasValue <{standard_item_iri(standard.id, item.id)}>",
        message=_item_message(matter, item),
        remedy=_ITEM_REMEDY,
        source=_source(standard, item.article),
        more=tuple(more),
    )


def _item_message(matter: StandardMatter, item: StandardItem) -> Phrase:
    place = Phrase()
    if not matter.assumed:
        place = Phrase(f"（{matter.label.zh}）", f" ({matter.label.en})")
    return Phrase(
        f"目录里没有与标准事项“{item.label.zh}”{place.zh}同名或已对应的事项。",
        f"No item of the catalog bears the name of, or is mapped to, the standard's item "
        f"“{item.label.en}”{place.en}.",
    )


def _lack_shape(standard: Standard, lack: Lack) -> Shape:
    return Shape(
        name=f"{lack.name}Missing",
        code=f"{standard.id}-{lack.field.replace('_', '-')}-missing",
        label=Phrase(
            f"标准要求的{lack.label.zh}缺失", f"{lack.label.en} that the standard requires missing"
        ),
        rule=constraint(_shapes(standard), lack.select),
        message=Phrase(
            f"标准要求每个事项写明{lack.label.zh}，这一事项没有写明。",
            f"The standard requires of every item to state its {lack.label.en}; this one does not.",
        ),
        remedy=Phrase(f"请补上{lack.label.zh}。", f"State its {lack.label.en}."),
        source=_source(standard),
        more=(
            f"dct:subject {property_of(lack.field)}",
            f"dct:isReplacedBy completeness:{lack.name}Missing",
        ),
        severity="sh:Violation",
    )


def _deviation_shape(standard: Standard, check: Check) -> Shape:
    kind = deviation_kind(check.kind)
    more = [f"dct:subject {property_of(kind.field)}"]
    if check.replaces:
        more.append(f"dct:replaces completeness:{check.replaces}")
    if kind.told_by:
        more.append(f'dct:isReplacedBy "{kind.told_by}"')
    return Shape(
        name="".join(part.capitalize() for part in kind.code.split("-")),
        code=f"{standard.id}-{kind.code}",
        label=kind.name,
        rule=" ;\n    ".join(constraint(_shapes(standard), query) for query in check.selects),
        message=Phrase(
            kind.message.zh.replace("{expected}", "{?expected}"),
            kind.message.en.replace("{expected}", "{?expected_en}"),
        ),
        remedy=kind.remedy,
        source=_source(standard, "、".join(_articles(standard, check.members))),
        more=tuple(more),
        severity=_SEVERITY[kind.severity.value],
    )


def _articles(standard: Standard, members: tuple[str, ...]) -> list[str]:
    """The places of the standard that ask for one of these members, each once."""
    asked = [standard.required_of(None), *map(standard.required_of, standard.items)]
    found = [one.article(member) for one in asked for member in members]
    return [place for place in dict.fromkeys(found) if place]

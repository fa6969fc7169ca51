"""The shapes of a standard, made from its file: which of its items no item of a catalog answers.

``python -m govdisclose_ld.validation.generation`` writes ``shapes/standards/<id>.ttl`` anew for
every shipped standard; a test fails when a file is not what this module would write.
"""

from __future__ import annotations

from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.rdf.iris import code_iri, standard_item_iri
from govdisclose_ld.standards import (
    Label,
    Standard,
    StandardItem,
    StandardMatter,
    list_standards,
)

_HEAD = """\
# Made from data/standards/{id}.yml by
# python -m govdisclose_ld.validation.generation: edit that file instead.
#
# Items are matched by name or by an accepted mapping. A catalog may list an item under another
# name, so that one nobody answers is a warning and no violation: it is not known to be missing.

@prefix : <{shapes}#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix gd: <https://w3id.org/govdisclose/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .

<{shapes}> a owl:Ontology ;
    dct:title {title} ;
    dct:description {description} ;
    dct:source {source} .

:Coverage a sh:PropertyGroup ;
    rdfs:label {coverage} ;
    dct:identifier "{id}-coverage" .
"""

_SHAPE = """
:{name} a sh:PropertyShape ;
    sh:targetClass gd:DisclosureCatalog ;
    sh:path {path} ;
    sh:hasValue <{value}> ;
    sh:name {label} ;
    dct:identifier "{code}" ;
    dct:source {source} ;
{more}    sh:severity sh:Warning ;
    sh:message {message} .
"""


def standard_shapes(standard: Standard) -> str:
    """The shapes of one standard as Turtle: one for its field, then one for each of its items."""
    source = _text(standard.identifier or standard.source or standard.id, "zh")
    shapes = [_field_shape(standard, source)]
    for order, (matter, item) in enumerate(standard.places(), start=1):
        more = f"    sh:group :Coverage ;\n    sh:order {order} ;\n"
        if matter.assumed:
            more += f"    rdfs:comment {_both(standard.note)} ;\n"
        shapes.append(_item_shape(standard, matter, item, source, more))
    return _head(standard) + "".join(shapes)


def write_standard_shapes(folder: Path) -> list[Path]:
    """The files written into ``folder``, one for every shipped standard."""
    written = []
    for standard in list_standards():
        file = folder / f"{standard.id}.ttl"
        file.write_text(standard_shapes(standard), encoding="utf-8", newline="\n")
        written.append(file)
    return written


def _head(standard: Standard) -> str:
    return _HEAD.format(
        id=standard.id,
        shapes=f"https://w3id.org/govdisclose/shapes/standards/{standard.id}",
        title=_both(standard.title),
        description=_both(
            Label(
                f"目录是否列出该标准的 {len(standard.items)} 个事项。",
                f"Whether a catalog lists the {len(standard.items)} items of the standard.",
            )
        ),
        source=_text(standard.source or standard.identifier or standard.id, "zh"),
        coverage=_both(
            Label(
                f"《{standard.title.zh}》的下列事项在目录里没有对应",
                f"items of the {standard.title.en} that no item of the catalog answers",
            )
        ),
    )


def _field_shape(standard: Standard, source: str) -> str:
    label = Label(f"领域：{standard.title.zh}", f"field of the {standard.title.en}")
    message = Label(
        "目录的领域与该标准不同，或没有认出，所以没有按名称对应其事项。请核对领域。",
        "The catalog is of another field than the standard, or its field was not recognised, "
        "so that its items were not matched by name. Check the field.",
    )
    return _SHAPE.format(
        name="OtherField",
        path="gd:field",
        value=code_iri("field", standard.field),
        label=_both(label),
        code=f"{standard.id}-other-field",
        source=source,
        more="",
        message=_both(message),
    )


def _item_shape(
    standard: Standard, matter: StandardMatter, item: StandardItem, source: str, more: str
) -> str:
    return _SHAPE.format(
        name="".join(part.capitalize() for part in item.id.split("-")),
        path="( dcat:resource gd:answers )",
        value=standard_item_iri(standard.id, item.id),
        label=_both(item.label),
        code=f"{standard.id}-{item.id}",
        source=source,
        more=more,
        message=_both(_item_message(matter, item)),
    )


def _item_message(matter: StandardMatter, item: StandardItem) -> Label:
    place = Label("", "")
    if not matter.assumed:
        place = Label(f"（{matter.label.zh}）", f" ({matter.label.en})")
    return Label(
        f"目录里没有与标准事项“{item.label.zh}”{place.zh}同名或已对应的事项。"
        "请核对是否缺项，或以其他名称列出。",
        f"No item of the catalog bears the name of, or is mapped to, the standard's item "
        f"“{item.label.en}”{place.en}. Check whether it is missing or listed under another name.",
    )


def _both(label: Label) -> str:
    return f"{_text(label.zh, 'zh')} ,\n        {_text(label.en, 'en')}"


def _text(value: str, language: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"@{language}'


if __name__ == "__main__":
    write_standard_shapes(assets.path("shapes/standards"))

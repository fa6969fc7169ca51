"""The catalog itself, the document that it was read from, and what was noted while reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

from govdisclose_ld.model import Catalog, Correction, Declared, Document, Finding, Severity
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf.mapping import agencies, answers, limits
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.terms import (
    Triple,
    chinese,
    date,
    english,
    hexadecimal,
    integer,
    node,
    size,
    text,
)

_SEVERITIES = {
    Severity.INFO: vocab.SH_INFO,
    Severity.WARNING: vocab.SH_WARNING,
    Severity.VIOLATION: vocab.SH_VIOLATION,
}


def catalog(scope: Scope, source: Catalog) -> Iterator[Triple]:
    """What is said of the catalog, and that its items are its items."""
    here = scope.here
    yield here, vocab.RDF_TYPE, vocab.DCAT_CATALOG
    yield here, vocab.RDF_TYPE, vocab.GD_DISCLOSURE_CATALOG
    yield here, vocab.RDF_TYPE, vocab.SKOS_CONCEPT_SCHEME
    yield here, vocab.DCT_TITLE, chinese(source.title)
    if source.document_number:
        yield here, vocab.DCT_IDENTIFIER, text(source.document_number)
    if source.issued:
        yield here, vocab.DCT_ISSUED, date(source.issued)
    yield here, vocab.DCAT_VERSION, text(source.version)
    yield from _setting(scope, source)
    yield here, vocab.PROV_WAS_DERIVED_FROM, scope.own("document")
    yield here, vocab.PROV_WAS_GENERATED_BY, scope.own("reading")
    for item in source.items:
        yield here, vocab.DCAT_RESOURCE_OF_CATALOG, node(iris.item_iri(scope.iri, item.key))
    yield from answers.answers(scope.iri, source.answers)


def _setting(scope: Scope, source: Catalog) -> Iterator[Triple]:
    if source.publisher:
        yield scope.here, vocab.DCT_PUBLISHER, agencies.publisher(scope, source.publisher)
    if source.division:
        yield scope.here, vocab.DCT_SPATIAL, agencies.division(scope, source.division)
    if source.field:
        yield scope.here, vocab.GD_FIELD, scope.term(source.field)
    if source.status:
        yield scope.here, vocab.ADMS_STATUS, scope.coded("status", source.status)


def document(scope: Scope, source: Document) -> Iterator[Triple]:
    """What is said of the source file, and of the reading of it."""
    here, checksum, reading = map(scope.own, ("document", "document/checksum", "reading"))
    yield here, vocab.RDF_TYPE, vocab.FOAF_DOCUMENT
    yield here, vocab.RDF_TYPE, vocab.PROV_ENTITY
    yield here, vocab.DCT_TITLE, text(source.name)
    yield here, vocab.DCAT_MEDIA_TYPE, node(iris.media_type_iri(source.media_type))
    yield here, vocab.DCAT_BYTE_SIZE, size(source.size)
    yield here, vocab.SPDX_CHECKSUM, checksum
    yield checksum, vocab.RDF_TYPE, vocab.SPDX_CHECKSUM_CLASS
    yield checksum, vocab.SPDX_ALGORITHM, vocab.SPDX_SHA256
    yield checksum, vocab.SPDX_CHECKSUM_VALUE, hexadecimal(source.sha256)
    yield reading, vocab.RDF_TYPE, vocab.PROV_ACTIVITY
    yield reading, vocab.RDF_TYPE, vocab.GD_READING
    yield reading, vocab.PROV_USED, here
    yield reading, vocab.PROV_WAS_ASSOCIATED_WITH, _software(scope)


def _software(scope: Scope) -> str:
    return scope.describe(
        node(iris.software_iri(scope.base)),
        (vocab.PROV_SOFTWARE_AGENT,),
        (vocab.SKOS_PREF_LABEL, english(iris.DISTRIBUTION)),
        (vocab.SCHEMA_SOFTWARE_VERSION, text(_installed_version())),
    )


@cache
def _installed_version() -> str:
    return version(iris.DISTRIBUTION)


def prose(scope: Scope, source: Catalog) -> Iterator[Triple]:
    """What the prose around the tables says of all items: a default time limit, counts, names."""
    inherited = (item.time_limit for item in source.items if item.time_limit.inherited)
    if default := source.default_time_limit or next(inherited, None):
        yield scope.here, vocab.GD_DEFAULT_TIME_LIMIT, scope.own("default-time-limit")
        yield from limits.time_limit(scope, f"{scope.iri}/default-time-limit", default)
    for declared in source.declared:
        yield from _declared(scope, declared)


def _declared(scope: Scope, declared: Declared) -> Iterator[Triple]:
    term = scope.own(f"declared/{declared.level}")
    yield scope.here, vocab.GD_DECLARES, term
    yield term, vocab.RDF_TYPE, vocab.GD_DECLARED_MATTERS
    yield term, vocab.GD_MATTER_LEVEL, integer(declared.level)
    yield term, vocab.GD_COUNT, integer(declared.count)
    for name in dict.fromkeys(declared.names):
        yield term, vocab.GD_MATTER_NAME, chinese(name)


def notes(scope: Scope, source: Catalog) -> Iterator[Triple]:
    """What a person corrected, and what the reading found worth a look."""
    for position, correction in enumerate(source.corrections, 1):
        yield from _correction(scope, scope.own(f"correction/{position}"), correction)
    for position, finding in enumerate(source.findings, 1):
        yield from _finding(scope, scope.own(f"finding/{position}"), finding)


def _correction(scope: Scope, term: str, correction: Correction) -> Iterator[Triple]:
    yield scope.here, vocab.GD_CORRECTION_OF_CATALOG, term
    yield term, vocab.RDF_TYPE, vocab.GD_CORRECTION
    yield term, vocab.RDF_TYPE, vocab.PROV_ACTIVITY
    yield term, vocab.GD_FIELD_NAME, text(correction.field)
    yield term, vocab.GD_READ_VALUE, chinese(correction.read)
    yield term, vocab.GD_VALUE, chinese(correction.right)
    if correction.key:
        yield term, vocab.GD_CORRECTED_ITEM, node(iris.item_iri(scope.iri, correction.key))
    yield term, vocab.DC_CREATOR, text(correction.who)
    yield term, vocab.DCT_DATE, date(correction.when)
    if correction.why:
        yield term, vocab.DCT_DESCRIPTION, chinese(correction.why)
    yield term, vocab.DCT_SOURCE, text(correction.file)


def _finding(scope: Scope, term: str, finding: Finding) -> Iterator[Triple]:
    yield scope.here, vocab.GD_FINDING, term
    yield term, vocab.RDF_TYPE, vocab.GD_READING_FINDING
    yield term, vocab.GD_CODE, text(finding.code)
    yield term, vocab.SH_RESULT_SEVERITY, _SEVERITIES[finding.severity]
    yield term, vocab.SH_RESULT_MESSAGE, chinese(finding.message_zh)
    yield term, vocab.SH_RESULT_MESSAGE, english(finding.message_en)
    yield term, vocab.OA_HAS_TARGET, scope.place(finding.ref)
    if finding.printed:
        yield term, vocab.GD_PRINTED_TEXT, chinese(finding.printed)

"""Time limits: the printed words, and the rules read from them."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.model import TimeLimit, TimeRule
from govdisclose_ld.rdf import vocab
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.terms import (
    Triple,
    chinese,
    decimal,
    integer,
    month_day,
    node,
    truth,
)


def time_limit(scope: Scope, iri: str, limit: TimeLimit) -> Iterator[Triple]:
    """What is said of the time limit that ``iri`` names, its rules included."""
    term = node(iri)
    yield term, vocab.RDF_TYPE, vocab.GD_TIME_LIMIT
    if limit.text:
        yield term, vocab.GD_PRINTED_TEXT, chinese(limit.text)
    for position, rule in enumerate(limit.rules, 1):
        one = node(f"{iri}/rule/{position}")
        yield term, vocab.GD_RULE, one
        yield from _rule(scope, one, position, rule)
    if limit.retention:
        yield term, vocab.GD_RETENTION, scope.coded("retention", limit.retention)
    for level in dict.fromkeys(limit.retention_scope):
        yield term, vocab.GD_RETENTION_LEVEL, scope.coded("level", level)
    if limit.exception:
        yield term, vocab.GD_EXCEPTION_CLAUSE, chinese(limit.exception)
    if limit.vague:
        yield term, vocab.GD_VAGUE, truth()


def _rule(scope: Scope, term: str, position: int, rule: TimeRule) -> Iterator[Triple]:
    yield term, vocab.RDF_TYPE, vocab.GD_TIME_LIMIT_RULE
    yield term, vocab.SCHEMA_POSITION, integer(position)
    yield term, vocab.GD_RULE_KIND, scope.coded("rule-kind", rule.kind)
    if rule.trigger:
        yield term, vocab.GD_TRIGGER, scope.coded("trigger", rule.trigger)
    if rule.amount is not None:
        yield term, vocab.TIME_NUMERIC_DURATION, decimal(rule.amount)
    if rule.unit:
        yield term, vocab.TIME_UNIT_TYPE, scope.coded("unit", rule.unit)
    if rule.date:
        yield term, vocab.GD_YEARLY_DATE, month_day(rule.date)
    for level in dict.fromkeys(rule.scope):
        yield term, vocab.GD_APPLIES_TO_LEVEL, scope.coded("level", level)
    if rule.text:
        yield term, vocab.GD_PRINTED_TEXT, chinese(rule.text)

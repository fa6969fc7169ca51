"""What each kind of deviation looks like in a catalog's graph, as a pattern of SPARQL.

Each pattern binds ``?value`` and, where the standard's demand can be named, ``?expected`` and
``?expected_en``; ``held`` is the condition on the items that are held to the demand.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from govdisclose_ld import assets
from govdisclose_ld.model import Phrase, TimeRule
from govdisclose_ld.rdf.iris import code_iri
from govdisclose_ld.rdf.vocab import CODE
from govdisclose_ld.standards import Standard, code_label, comparable_triggers
from govdisclose_ld.validation.demands import Demand, answers_any, family, listed, of_standard

_NAME = 'REPLACE(REPLACE(REPLACE(STR({}), "\\\\s", ""), "（", "("), "）", ")")'

_RESERVED = frozenset(" $?{}<>#")


def limit_longer(rule: TimeRule, words: Phrase, held: str) -> str:
    """A limit from a comparable event, in the same unit, that is longer."""
    triggers = listed([code_iri("trigger", one) for one in comparable_triggers(rule.trigger)])
    return f"""{held}
        ?value gd:timeLimit|gd:inheritedTimeLimit ?limit . ?limit gd:rule ?rule .
        ?rule gd:ruleKind <{CODE}rule-kind/limit> ; gd:trigger ?trigger ;
            time:unitType <{code_iri("unit", rule.unit)}> ; time:numericDuration ?amount .
        FILTER (?trigger IN {triggers}) FILTER (?amount > {rule.amount}) {_expect(words)}"""


def limit_vague(words: Phrase, held: str) -> str:
    """Words that set no number, and no other limit beside them."""
    return f"""{held}
        ?value gd:timeLimit ?limit . ?limit gd:vague true .
        FILTER NOT EXISTS {{ ?limit gd:rule ?rule . ?rule gd:ruleKind <{CODE}rule-kind/limit> }}
        {_expect(words)}"""


def channel_missing(one: Demand) -> str:
    """The channel, or one that falls under it, is not ticked.

    A channel that no code list knows may be the one asked for, so that nothing is said where
    such a one is ticked and the form does not offer what is asked for.
    """
    kin = listed(family("channel", one.value.rpartition("/")[2]))
    return f"""{one.held}
        ?value gd:selectedChannel|gd:offeredChannel ?printed .
        FILTER NOT EXISTS {{ ?value gd:undetermined gd:selectedChannel }}
        FILTER NOT EXISTS {{ ?value gd:selectedChannel ?ticked . FILTER (?ticked IN {kin}) }}
        FILTER (EXISTS {{ ?value gd:offeredChannel ?offered . FILTER (?offered IN {kin}) }}
            || NOT EXISTS {{ ?value gd:selectedChannel ?local .
                FILTER (!STRSTARTS(STR(?local), "{CODE}")) }}) {_expect(one.expected)}"""


def too_few(least: int, held: str) -> str:
    """Fewer channels than asked for; what is published on request alone needs none."""
    ticked = " ".join(f"?value gd:selectedChannel ?c{n} ." for n in range(least))
    differ = " && ".join(f"?c{n} != ?c{m}" for n in range(least) for m in range(n))
    words = Phrase(f"至少 {least} 个渠道", f"{least} channels at least")
    return f"""{held}
        ?value gd:selectedChannel|gd:offeredChannel ?printed .
        FILTER NOT EXISTS {{ ?value gd:undetermined gd:selectedChannel }}
        FILTER NOT EXISTS {{ {ticked} {f"FILTER ({differ})" if differ else ""} }}
        FILTER (EXISTS {{ ?value gd:mode <{CODE}mode/proactive> }}
            || NOT EXISTS {{ ?value gd:mode <{CODE}mode/on-request> }}) {_expect(words)}"""


def narrowed(one: Demand, name: str, predicate: str) -> str:
    """What is asked for is not ticked, and another option is."""
    return f"""{one.held}
        ?value {predicate} ?other . FILTER (STRSTARTS(STR(?other), "{CODE}{name}/"))
        FILTER NOT EXISTS {{ ?value {predicate} <{one.value}> }}
        FILTER NOT EXISTS {{ ?value gd:undetermined {predicate} }} {_expect(one.expected)}"""


def level_missing(one: Demand) -> str:
    """The level is not ticked, and another one is; of a label that no code list knows, as above."""
    return f"""{one.held}
        ?value gd:level ?other .
        FILTER NOT EXISTS {{ ?value gd:level <{one.value}> }}
        FILTER NOT EXISTS {{ ?value gd:undetermined gd:level }}
        FILTER (EXISTS {{ ?value gd:offeredLevel <{one.value}> }}
            || NOT EXISTS {{ ?value gd:level ?local .
                FILTER (!STRSTARTS(STR(?local), "{CODE}")) }}) {_expect(one.expected)}"""


def unlisted(name: str, allowed: tuple[str, ...], held: str) -> str:
    """An option, ticked or not, that is none of those allowed and falls under none of them."""
    links = {"channel": "gd:selectedChannel|gd:offeredChannel", "mode": "gd:mode|gd:offeredMode"}
    known = [iri for one in allowed for iri in family(name, one)]
    labels = [code_label(name, one) for one in allowed]
    words = Phrase("、".join(one.zh for one in labels), ", ".join(one.en for one in labels))
    return f"""{held}
        ?value {links[name]} ?option . FILTER (?option NOT IN {listed(known)}) {_expect(words)}"""


def repealed() -> Iterator[str]:
    """Laws by title, those that the same text repealed on the same day together."""
    dead = [term for term in _out_of_force() if "broader" not in term]
    for (since, successor), group in groupby(dead, lambda t: (t["since"], t["replaced_by"])):
        names = [name for t in group for name in (t["label"]["zh"], *t.get("synonyms", ()))]
        titles = ", ".join(f'"{name}"@zh' for name in names)
        yield f"""?value gd:legalBasis ?law . ?law dct:title ?title . FILTER (?title IN ({titles}))
        $this dct:issued ?issued . FILTER (?issued >= "{since}"^^xsd:date)
        {_expect(code_label("law", successor))}"""


def superseded() -> Iterator[str]:
    """Texts by number, where the number of the text that took their place is not cited as well."""
    for term in _out_of_force():
        if "broader" in term:
            number, successor = term["label"]["zh"], code_label("law", term["replaced_by"])
            yield f"""?value gd:citation ?citation . ?citation gd:citedNumber "{number}" .
        $this dct:issued ?issued . FILTER (?issued >= "{term["since"]}"^^xsd:date)
        FILTER NOT EXISTS {{ ?value gd:citation ?later . ?later gd:citedNumber "{successor.zh}" }}
        {_expect(successor)}"""


def _out_of_force() -> list[dict[str, Any]]:
    terms = assets.knowledge("vocabulary/codes/law.yml")["terms"]
    return [term for term in terms if "since" in term]


UNKNOWN_BASIS = """?value gd:basisText ?basis .
        FILTER NOT EXISTS { ?value gd:legalBasis ?law }"""


def partial(standard: Standard) -> str:
    """An item answers a part of a standard's item that nothing of the catalog answers in full."""
    return f"""?value gd:answersInPart ?part . {of_standard(standard, "?part")}
        FILTER NOT EXISTS {{ $this dcat:resource ?other . ?other gd:answers ?part }}
        FILTER NOT EXISTS {{ $this gd:answers ?part }}"""


def beyond(standard: Standard) -> str:
    """An item that answers nothing of the standard, and is no candidate to."""
    links = "gd:answers|gd:answersInPart|gd:candidateAnswer"
    return f"FILTER NOT EXISTS {{ {answers_any(standard, '?value', links)} }}"


# pySHACL reads a backslash in a value as a reference to a group.
_SHOWN = 'REPLACE(STR(?name), "\\\\\\\\", "＼")'
DECLARED_NAME = f"""$this gd:declares ?value .
    ?value gd:matterLevel ?level ; gd:matterName ?name .
    FILTER NOT EXISTS {{
        ?matter skos:inScheme $this ; gd:matterLevel ?level ; skos:prefLabel ?label .
        FILTER ({_NAME.format("?label")} = {_NAME.format("?name")})
    }} BIND ({_SHOWN} AS ?expected) BIND (?expected AS ?expected_en)"""
DECLARED_COUNT = """$this gd:declares ?value .
    ?value gd:matterLevel ?level ; gd:count ?count .
    FILTER NOT EXISTS { ?value gd:matterName ?name }
    OPTIONAL { ?matter skos:inScheme $this ; gd:matterLevel ?level ; skos:prefLabel ?label }"""
COUNTING = """SELECT $this ?value (STR(?count) AS ?expected) (STR(?count) AS ?expected_en)"""
FEWER = "GROUP BY $this ?value ?count HAVING (COUNT(DISTINCT STR(?label)) < ?count)"


def _expect(words: Phrase) -> str:
    return f'BIND ("{_escape(words.zh)}" AS ?expected) BIND ("{_escape(words.en)}" AS ?expected_en)'


def _escape(words: str) -> str:
    """Words inside a query, so that nothing of them reads as a part of it.

    pySHACL looks for keywords that a constraint may not have (“service ”) in strings too, and
    rdflib unfolds code points after any backslash; a backslash is shown by its full-width form.
    """
    plain = " ".join(words.split()).replace("\\", "＼").replace('"', '\\"')
    return "".join(f"\\U{ord(char):08X}" if char in _RESERVED else char for char in plain)

"""The graphs that ship with the library, and a file among them that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.store.process import evaluate_in_time
from govdisclose_ld.store.reference import reference_graphs

ONTOLOGY = "<https://a.example/o> a <http://www.w3.org/2002/07/owl#Ontology> ."
SCHEME = "<https://a.example/s> a <http://www.w3.org/2004/02/skos/core#ConceptScheme> ."


@pytest.mark.parametrize(
    ("turtle", "graph"),
    [
        (ONTOLOGY, "https://a.example/o"),
        (SCHEME, "https://a.example/s"),
        (f"{SCHEME}\n{ONTOLOGY}", "https://a.example/o"),
    ],
    ids=["ontology", "scheme", "both"],
)
def test_a_graph_is_named_by_what_it_describes(tmp_path: Path, turtle: str, graph: str) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.ttl").write_text(turtle, encoding="utf-8")
    ((name, statements),) = reference_graphs(tmp_path)
    assert name == graph
    assert len(statements) == len(turtle.splitlines())


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("<https://a.example/o> a <x:y> .", "does not tell the one ontology"),
        (f"{SCHEME}\n{SCHEME.replace('/s>', '/t>')}", "does not tell the one ontology"),
        ("<https://a.example/o> a", "is not Turtle"),
    ],
    ids=["nothing", "two", "broken"],
)
def test_a_file_that_describes_nothing_is_refused(
    tmp_path: Path, turtle: str, message: str
) -> None:
    (tmp_path / "a.ttl").write_text(turtle, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message) as caught:
        list(reference_graphs(tmp_path))
    assert caught.value.where == str(tmp_path / "a.ttl")


def test_a_store_that_is_gone_is_told_by_the_process_that_asks_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="could not answer the query: FileNotFoundError"):
        evaluate_in_time(tmp_path / "gone", "ASK { }", "ASK", timeout=30)

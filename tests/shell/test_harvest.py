from __future__ import annotations

import kg
from shell.harvest import harvest
from shell.matching import Vocabulary
from shell.suggest import suggest
from shell.vocabulary import gathered


def _texts(graph: kg.Graph, text: str) -> list[str]:
    *_, vocabulary = gathered(harvest(graph), Vocabulary())
    return [found.text for found in suggest(text, len(text), vocabulary)]


def test_harvest_finds_documents_by_source_under_the_names_of_their_graphs(graph: kg.Graph) -> None:
    (name,) = _texts(graph, "SELECT * { GRAPH new")
    assert name == "doc:news.txt"
    assert graph.query(f"ASK {{ GRAPH {name} {{ ?s ?p ?o }} }}") is True


def test_harvest_offers_what_only_the_graphs_of_documents_say(graph: kg.Graph) -> None:
    assert "nif:anchorOf" in _texts(graph, "SELECT * { GRAPH ?g { ?s nif:")


def test_harvest_offers_what_ontologies_describe_themselves_with_last(graph: kg.Graph) -> None:
    first = _texts(graph, "SELECT * { ?x ")
    assert {"rdfs:label", "kg:left", "kg:worksFor"} <= set(first)
    assert not [name for name in first if name in {"rdfs:domain", "rdfs:range", "schema:domainIncludes"}]


def test_harvest_offers_full_text_search(graph: kg.Graph) -> None:
    assert _texts(graph, "SELECT * { ?x kg:sear")[0] == "kg:search"


def test_harvest_shows_the_english_label_first(graph: kg.Graph) -> None:
    *_, vocabulary = gathered(harvest(graph), Vocabulary())
    text = "SELECT * { ?x kg:"
    shown = {found.text: found.shown for found in suggest(text, len(text), vocabulary, limit=500)}
    assert (shown["kg:left"], shown["kg:founded"]) == ("left", "founded")


def test_harvest_finds_entities_and_what_their_class_has(graph: kg.Graph) -> None:
    assert _texts(graph, "SELECT * { ?x kg:left birc")[0] == "ent:Birch"
    assert "kg:worksFor" in _texts(graph, "SELECT * { ?x a kg:Person ; ")[:5]

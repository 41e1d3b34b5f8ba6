"""The four real articles, where they lie beside the checkout: what the graph must say of them, asked in SPARQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "samples"
pytestmark = [
    pytest.mark.models,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample articles are not beside this checkout"),
]


@pytest.fixture(scope="module")
def graph() -> Iterator[kg.Graph]:
    with kg.open() as opened:
        list(opened.build([str(SAMPLES)]))
        yield opened


def texts(graph: kg.Graph, query: str) -> set[str]:
    result = graph.query(query)
    assert isinstance(result, kg.Rows)
    return {row[0].text for row in result if isinstance(row[0], kg.Literal)}


def pairs(graph: kg.Graph, query: str) -> set[tuple[str, ...]]:
    result = graph.query(query)
    assert isinstance(result, kg.Rows)
    return {tuple(str(getattr(term, "text", term)) for term in row) for row in result}


LEAVERS = {"Devi Parikh", "Abhishek Das", "Erik Meijer"}


def test_samples_say_who_left_meta(graph: kg.Graph) -> None:
    found = texts(graph, 'SELECT ?l { ?w kg:left/rdfs:label "Meta" ; a kg:Person ; rdfs:label ?l }')
    assert found == LEAVERS


def test_samples_give_each_leaver_a_finnish_and_a_nynorsk_sentence(graph: kg.Graph) -> None:
    found = pairs(
        graph,
        """SELECT DISTINCT ?l (LANG(?text) AS ?lang) {
             ?w rdfs:label ?l . ?m rdfs:label "Meta" .
             GRAPH ?d { ?s rdf:subject ?w ; rdf:predicate kg:left ; rdf:object ?m ;
                           prov:wasDerivedFrom/nif:anchorOf ?text } }""",
    )
    assert {(name, lang) for name in LEAVERS for lang in ("fi", "nn")} <= found


def test_samples_say_who_runs_meta(graph: kg.Graph) -> None:
    query = 'SELECT ?l { ?w kg:chiefExecutiveOf/rdfs:label "Meta" ; rdfs:label ?l }'
    assert texts(graph, query) == {"Mark Zuckerberg"}


def test_samples_say_which_companies_rose(graph: kg.Graph) -> None:
    query = "SELECT ?l { ?c a kg:Organization ; kg:does kg:rise ; rdfs:label ?l }"
    assert texts(graph, query) == {"Anthropic", "Cohere", "OpenAI"}


def test_samples_name_cloud_providers(graph: kg.Graph) -> None:
    query = 'SELECT ?l { ?c kg:isA/rdfs:label "cloud provider"@en ; rdfs:label ?l }'
    assert {"AWS", "Google Cloud", "Azure"} <= texts(graph, query)


@pytest.mark.parametrize("model", ["GPT-3", "PaLM"])
def test_samples_say_what_models_are_and_boast(graph: kg.Graph, model: str) -> None:
    found = texts(graph, f'SELECT ?l {{ ?m rdfs:label "{model}" ; ?p ?o . ?o rdfs:label ?l }}')
    assert {"model", "hundreds of billions of parameters"} <= found


def test_samples_say_what_the_situation_underscores(graph: kg.Graph) -> None:
    found = texts(graph, """SELECT ?l { ?s rdfs:label "Meta's situation"@en ; kg:highlights/rdfs:label ?l }""")
    assert any("industry trend" in label for label in found)


def test_samples_have_one_meta_and_one_meijer(graph: kg.Graph) -> None:
    names = texts(graph, "SELECT ?l { ?e rdfs:label|skos:altLabel ?l ; a ?c . ?c rdfs:subClassOf* kg:Entity }")
    assert names  # the query finds the labelled entities
    query = 'SELECT (STR(COUNT(DISTINCT ?e)) AS ?n) {{ ?e rdfs:label ?l FILTER(LANG(?l) = "" && STRENDS(?l, "{}")) }}'
    assert texts(graph, query.format("Meta")) == {"1"}
    assert texts(graph, query.format("Meijer")) == {"1"}


def test_samples_keep_what_is_hedged_out_of_the_facts(graph: kg.Graph) -> None:
    query = """ASK { GRAPH ?d { ?s kg:modality|kg:polarity ?why ; rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?b }
                     ?a ?p ?b
                     FILTER NOT EXISTS { GRAPH ?e { ?t rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?b
                       FILTER NOT EXISTS { ?t kg:modality|kg:polarity|kg:attributedTo|kg:unresolved ?x } } } }"""
    assert graph.query(query) is False
    assert graph.query("ASK { GRAPH ?d { ?s kg:modality ?m } GRAPH ?e { ?t kg:polarity kg:Negated } }") is True


@pytest.mark.parametrize("word", ["Akismet", "Privacy", "Comment", "cookie", "Meme", "Spiceworks", "html"])
def test_samples_yield_nothing_of_the_furniture(graph: kg.Graph, word: str) -> None:
    query = f'ASK {{ GRAPH ?d {{ ?s nif:anchorOf ?text FILTER(CONTAINS(LCASE(?text), LCASE("{word}"))) }} }}'
    assert graph.query(query) is False

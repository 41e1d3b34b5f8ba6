from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import QueryError
from kg.store import Rows, Store

PREFIXES = {
    "kg": "https://w3id.org/kgshell/ontology#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "": "ex:",
}
DATA = """INSERT DATA {
  :meta rdfs:label "Meta" ; a kg:Organization .
  :metal rdfs:label "metal"@en , "metalli"@fi .
  :open rdfs:label "Meta Open Source" .
  :jarvi rdfs:label "Öljyjärvi"@fi ; skos:altLabel "Oil Lake"@en .
  :osby rdfs:label "Østby" .
  :quoted rdfs:label 'The "big" one' .
  GRAPH :d { :s1 a nif:Sentence ; nif:anchorOf "Erik Meijer left Meta for a lake." .
             :s2 a nif:Sentence ; nif:anchorOf "For Meta, Erik Lund is a big loss." }
}"""


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.update(DATA, prefixes=PREFIXES)
        yield opened


def found(store: Store, pattern: str, variables: str = "?x") -> list[str]:
    rows = store.query(f"SELECT {variables} {{ {pattern} }}", prefixes=PREFIXES)
    assert isinstance(rows, Rows)
    return [" ".join(getattr(term, "text", str(term)).removeprefix("ex:") for term in row if term) for row in rows]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("meta", ["meta", "metal", "open", "s1", "s2"]),
        ("OLJYJARVI", ["jarvi"]),
        ("öljy", ["jarvi"]),
        ("ostby", ["osby"]),
        ("lake", ["jarvi", "s1"]),
        ("meij erik", ["s1"]),
        ('\\"erik lund\\"', ["s2"]),
        ("big", ["quoted", "s2"]),
        ("eijer", []),
        ("  ", []),
        ("NOT AND * ( meta", []),
    ],
)
def test_search_finds_words_by_their_beginning(store: Store, words: str, expected: list[str]) -> None:
    assert sorted(found(store, f'?x kg:search "{words}"')) == expected


def test_search_puts_the_label_itself_first_and_sentences_last(store: Store) -> None:
    hits = store.search("meta")
    assert [hit.subject for hit in hits][:1] == ["ex:meta"]
    assert {hit.subject for hit in hits[1:3]} == {"ex:metal", "ex:open"}
    assert {hit.subject for hit in hits[3:]} == {"ex:s1", "ex:s2"}


def test_search_gives_scores_and_texts(store: Store) -> None:
    ((thing, score, text),) = (
        line.split(" ", 2) for line in found(store, '(?x ?score ?text) kg:search ("oil lak" 1)', "?x ?score ?text")
    )
    assert (thing, text) == ("jarvi", "Oil Lake")
    assert 2 <= float(score) < 3


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ('?x kg:searchLabels "meta" ; a kg:Organization', ["meta"]),
        ('(?x ?score) kg:search "meta" ; a kg:Organization .', ["meta"]),
        ('GRAPH ?d { ?x kg:searchSentences "meta lake" ; nif:anchorOf ?text }', ["s1"]),
        ("?x a kg:Organization FILTER EXISTS { ?x kg:search 'meta' }", ["meta"]),
        ("{ SELECT ?x { ?x <https://w3id.org/kgshell/ontology#search> 'ost'@nb } }", ["osby"]),
    ],
)
def test_search_joins_with_other_patterns(store: Store, pattern: str, expected: list[str]) -> None:
    assert found(store, pattern) == expected


def test_search_sees_what_changed(store: Store) -> None:
    assert found(store, "?x kg:search 'birch'") == []
    store.update("INSERT DATA { :birch rdfs:label 'Birch' }", prefixes=PREFIXES)
    assert found(store, "?x kg:search 'birch'") == ["birch"]
    store.apply(removed=list(store.quads(graph=None)))
    assert found(store, "?x kg:search 'birch'") == []


def test_search_sees_what_rdflib_wrote(store: Store) -> None:
    import rdflib

    view = store.to_rdflib()
    assert found(store, "?x kg:search 'birch'") == []
    view.default_graph.add((rdflib.URIRef("ex:birch"), rdflib.RDFS.label, rdflib.Literal("Birch")))
    assert found(store, "?x kg:search 'birch'") == ["birch"]


def test_search_chooses_what_an_update_changes(store: Store) -> None:
    text = "INSERT DATA { :a :b :c } ; INSERT { ?x :marked true } WHERE { ?x kg:searchLabels 'lake' }"
    store.update(text, prefixes=PREFIXES)
    assert found(store, "?x :marked true") == ["jarvi"]


@pytest.mark.parametrize("pattern", ["?x kg:search ?y", ":meta kg:search 'x'", "(?a ?b ?c ?d) kg:search 'x'"])
def test_search_says_how_it_is_written(store: Store, pattern: str) -> None:
    with pytest.raises(QueryError, match="a search is written"):
        found(store, pattern, "*")

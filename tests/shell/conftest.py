"""A small graph: two people who left a company, one of them with the sentence that says so."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from shell.commands import COMMANDS
from shell.session import Session, Settings

# A job that was started in the background ignores Ctrl-C, and so would all that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

DATA = """
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA {
  ent:Ann_Lee a kg:Person ; rdfs:label "Ann Lee" ; kg:left ent:Acme ; kg:jobTitle "teknologidirektør"@nn .
  ent:Bo_Ås a kg:Person ; rdfs:label "Bo Ås" ; kg:left ent:Acme ; kg:worksFor ent:Birch .
  ent:Acme a kg:Organization ; rdfs:label "Acme" .
  ent:Birch a kg:Organization ; rdfs:label "Birch" .
  kg:left rdfs:label "left"@en . kg:worksFor rdfs:label "works for"@en . kg:jobTitle rdfs:label "job title"@en .
  GRAPH doc:news.txt {
    doc:news.txt a kg:Document ; dcterms:source "news.txt" ; dcterms:title "News"@en ; dcterms:language "en" ;
      nif:isString "Ann Lee left Acme on Friday." .
    <https://kg.example/document/news.txt#char=0,28> a nif:Sentence ; nif:anchorOf "Ann Lee left Acme on Friday."@en ;
      nif:beginIndex 0 ; nif:endIndex 28 ; nif:referenceContext doc:news.txt .
    <https://kg.example/document/news.txt#s1.1> a kg:Statement ;
      rdf:subject ent:Ann_Lee ; rdf:predicate kg:left ; rdf:object ent:Acme ;
      kg:subjectText "Ann Lee" ; kg:relationText "left" ; kg:objectText "Acme" ; kg:confidence 0.93 ;
      prov:wasDerivedFrom <https://kg.example/document/news.txt#char=0,28> .
  }
}
"""


@pytest.fixture(scope="session")
def graph() -> Iterator[kg.Graph]:
    """A graph in memory, to be read only."""
    with kg.open(":memory:") as opened:
        opened.update(DATA)
        yield opened


@pytest.fixture
def session(graph: kg.Graph) -> Session:
    return _session(graph)


@pytest.fixture
def writing() -> Iterator[Session]:
    """A session whose graph may be changed."""
    with kg.open(":memory:") as opened:
        opened.update(DATA)
        yield _session(opened)


def _session(graph: kg.Graph) -> Session:
    return Session.on(graph, ":memory:", commands=COMMANDS, settings=Settings(timer=False, confirm=False))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk, to be read only."""
    folder = tmp_path_factory.mktemp("shell") / "store"
    with kg.open(str(folder)) as opened:
        opened.update(DATA)
    return folder

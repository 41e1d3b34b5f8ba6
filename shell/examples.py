"""Statements to try on a graph, made from its own classes, properties and best connected entities.

`examples` is a task (see `running`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import kg
from kg import write_name
from shell.results import solutions

if TYPE_CHECKING:
    from kg import Graph

_CLASSES = """SELECT ?c (COUNT(*) AS ?n) { ?s a ?c ; rdfs:label ?l ; ?p ?o .
  FILTER(?p NOT IN (rdf:type, rdfs:label)) FILTER(STRSTARTS(STR(?s), STR(ent:))) }
GROUP BY ?c ORDER BY DESC(?n) ?c LIMIT 20"""
_FACTS = """SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o ; a ?c ; rdfs:label ?l . ?o a ?d ; rdfs:label ?m .
  FILTER(STRSTARTS(STR(?s), STR(ent:)) && STRSTARTS(STR(?o), STR(ent:)) && ?p != kg:isA)
  FILTER(?c IN (kg:Person, kg:Organization, kg:Product, kg:Place)) } GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT 5"""
#: Classes of which there are many, and of which little is asked.
_VAGUE = ("kg:Concept", "kg:Activity", "kg:Quantity")
_EACH_CLASS = "SELECT ?class (COUNT(?x) AS ?n) { ?x a ?class } GROUP BY ?class ORDER BY DESC(?n)"
_EACH_PROPERTY = "SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property ORDER BY DESC(?n) LIMIT 20"
_NO_FACTS = """SELECT ?subject ?property ?object ?modality ?document { GRAPH ?document { ?said rdf:subject ?subject ; \
rdf:predicate ?property ; rdf:object ?object ; kg:modality ?modality } } LIMIT 20"""
_FACT = """SELECT ?s ?o {{ ?s <{}> ?o ; rdfs:label ?l ; a ?c . ?o rdfs:label ?m
  FILTER(?c IN (kg:Person, kg:Organization, kg:Product, kg:Place)) }} ORDER BY ?s ?o LIMIT 1"""


class Example(NamedTuple):
    """What is asked, and the statement that asks it."""

    title: str
    text: str


def examples(graph: Graph) -> Iterator[Example]:
    """Examples that find something in this graph, the simplest first; none for an empty one."""
    names = graph.prefixes
    kinds = [write_name(row[0], names) for row in solutions(graph, _CLASSES)]
    kind = next((name for name in kinds if name not in _VAGUE), kinds[0] if kinds else None)
    if kinds:
        yield Example("How many things of each class are there?", _EACH_CLASS)
        yield Example("Which properties are used most?", _EACH_PROPERTY)
    if kind is not None:
        yield Example(f"What is a {kind}?", f"SELECT ?x {{ ?x a {kind} }} LIMIT 20")
        of_kind = f"SELECT ?x ?property ?value {{ ?x a {kind} ; ?property ?value }} LIMIT 20"
        yield Example(f"What is said of each {kind}?", of_kind)
    relations = [row[0] for row in solutions(graph, _FACTS)]
    if relations:
        yield from _of_relation(graph, relations[0])


def _of_relation(graph: Graph, relation: Any) -> Iterator[Example]:
    names = graph.prefixes
    name = write_name(relation, names)
    fact = next(solutions(graph, _FACT.format(relation)), None)
    between = f"SELECT ?subject ?object {{ ?subject {name} ?object }} ORDER BY ?subject LIMIT 20"
    yield Example(f"Between what does {name} hold?", between)
    if fact is None:
        return
    one, other = (_called(graph, term) for term in fact)
    yield Example("Who says so?", f".why {one} -> {name} -> {other}")
    yield Example(f"What is known of {one}?", f".describe {one}")
    yield Example(f"How are {one} and {other} connected?", f".path {one} -> {other}")
    ends = f"START ?a = {write_name(fact[0], names)} END ?b = {write_name(fact[1], names)}"
    yield Example("Which three shortest paths join them?", f"PATHS SHORTEST 3 {ends} VIA ?p UNDIRECTED")
    yield Example("What do documents say that is possible or planned, and so no fact?", _NO_FACTS)


def _called(graph: Graph, iri: kg.Iri) -> str:
    """The thing's label where that is enough to find it again, else its name."""
    label = graph.label(iri)
    try:
        return label if graph.entity(label) == iri else write_name(iri, graph.prefixes)
    except kg.UnknownEntity:
        return write_name(iri, graph.prefixes)

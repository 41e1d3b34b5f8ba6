"""Ontology and facts to what follows from them, by the rules of OWL 2 RL (https://www.w3.org/TR/owl2-profiles/#OWL_2_RL).

The reasoner is `reasonable`; owlrl, in Python, takes 46 seconds for 2,000 facts and grows with their square.

Kept is what says something of entities in the graph's own properties; each such fact has a rule and premises
(`Premises`). Functional properties are left to `checks`: two birthplaces contradict each other, they are not one place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kg.model import Iri, Term, Triple
from kg.rdf import vocabulary as v

_SUB_PROPERTY, _INVERSE = v.RDFS("subPropertyOf"), v.OWL("inverseOf")
_SYMMETRIC, _TRANSITIVE = v.OWL("SymmetricProperty"), v.OWL("TransitiveProperty")
#: What the ontology says that the reasoner is to use.
_TERMS = frozenset({_SUB_PROPERTY, _INVERSE})
_KINDS = frozenset({_SYMMETRIC, _TRANSITIVE})


class Inferred(NamedTuple):
    """A fact that follows, with the rule of OWL 2 RL and the premises, those of the ontology last."""

    triple: Triple
    rule: str
    premises: tuple[Triple, ...]


def infer(ontology: Iterable[Triple], facts: Collection[Triple]) -> set[Triple]:
    """What follows from facts between entities, and is none of them. Cost grows with what follows."""
    from rdflib import Graph, URIRef
    from reasonable import PyReasoner

    rules = [each for each in ontology if _is_rule(each)]
    graph = Graph()
    for subject, predicate, value in (*rules, *facts):
        if isinstance(value, Iri):
            graph.add((URIRef(subject), URIRef(predicate), URIRef(value)))
    reasoner = PyReasoner()
    reasoner.from_graph(graph)
    known, things = set(facts), {term for s, _, o in facts for term in (s, o)}
    ours = (each for each in reasoner.reason() if str(each[1]).startswith(v.KG) and each[0] != each[2])
    found = {(Iri(s), Iri(p), Iri(o)) for s, p, o in ours if isinstance(o, URIRef)}
    return {each for each in found if each not in known and each[0] in things and each[2] in things}


class Premises:
    """Facts and ontology, to be asked why a fact follows in one step."""

    def __init__(self, ontology: Iterable[Triple], facts: Iterable[Triple]) -> None:
        self._ontology = set(ontology)
        self._facts = set(facts)
        self._between: dict[tuple[str, Term], list[Triple]] = defaultdict(list)
        self._from: dict[tuple[str, Iri], list[Triple]] = defaultdict(list)
        for each in sorted(self._facts, key=str):
            self._between[each[0], each[2]].append(each)
            self._from[each[0], each[1]].append(each)

    def explain(self, triple: Triple) -> Inferred:
        """The rule and premises of a fact; where several steps lead to it, only that they do."""
        return next(self._steps(triple), Inferred(triple, "several rules", ()))

    def _steps(self, triple: Triple) -> Iterator[Inferred]:
        subject, predicate, value = triple
        transitive = (predicate, v.TYPE, _TRANSITIVE)
        for first in self._from.get((subject, predicate), ()) if transitive in self._ontology else ():
            if isinstance(first[2], Iri) and (first[2], predicate, value) in self._facts:
                yield Inferred(triple, "prp-trp", (first, (first[2], predicate, value), transitive))
        for premise in self._between.get((subject, value), ()):
            said = (premise[1], _SUB_PROPERTY, predicate)
            if said in self._ontology:
                yield Inferred(triple, "prp-spo1", (premise, said))
        for premise in self._between.get((str(value), subject), ()):
            symmetric = (predicate, v.TYPE, _SYMMETRIC)
            if premise[1] == predicate and symmetric in self._ontology:
                yield Inferred(triple, "prp-symp", (premise, symmetric))
            for said in ((premise[1], _INVERSE, predicate), (predicate, _INVERSE, premise[1])):
                if said in self._ontology:
                    yield Inferred(triple, "prp-inv", (premise, said))


def _is_rule(triple: Triple) -> bool:
    _, predicate, value = triple
    return predicate in _TERMS or (predicate == v.TYPE and value in _KINDS)

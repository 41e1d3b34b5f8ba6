"""Quads → facts about entities: what a reader calls the graph, without its own description.

Facts are triples of the default graph. Those that describe (types, labels, the ontology and the thesaurus) are left
out, so that two people are not "connected" by both being persons. Blank nodes of imported files are left out too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from kg.model import Iri, Literal, Term, Triple
from kg.rdf.source import QuadSource
from kg.rdf.vocabulary import DCTERMS, DOES, KG, NIF, OWL, PROV, RDF, RDFS, SCHEMA, SH, SKOS, XSD
from kg.store import Store

#: What lexicons describe words with: Lemon's modules (OntoLex among them), LexInfo, and our own terms.
_LEXICAL = ("http://www.w3.org/ns/lemon/", "http://www.lexinfo.net/ontology/", "https://w3id.org/kgshell/lexicon")
#: Vocabularies whose terms are no entities and whose properties describe rather than relate.
SCHEMAS = (RDF, RDFS, OWL, SKOS, SH, *_LEXICAL, PROV, DCTERMS, NIF)
#: Vocabularies whose terms are no entities, but whose properties do relate entities.
TERMS = (*SCHEMAS, KG, SCHEMA, XSD)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What is said of an entity: triples with it as subject, and as object; each sorted by code point."""

    outgoing: tuple[Triple, ...]
    incoming: tuple[Triple, ...]


def is_served(source: QuadSource) -> TypeGuard[Store]:
    """Whether quads are read from a store behind an address, which wants to be told what will be asked."""
    return isinstance(source, Store) and source.served


def is_entity(term: Term) -> bool:
    """Whether a term names a thing that texts speak of, and not a literal, blank node or term of a vocabulary."""
    return isinstance(term, Iri) and not term.startswith(TERMS)


def relates(predicate: Iri) -> bool:
    """Whether a property says something of an entity beyond its type and names."""
    return not predicate.startswith(SCHEMAS)


def facts(
    source: QuadSource, subject: Iri | None = None, predicate: Iri | None = None, value: Iri | None = None
) -> Iterator[tuple[Iri, Iri, Iri]]:
    """The facts between two entities that fit, in the store's order, each once; those of activities are left out."""
    for start, relation, end, _ in source.quads(subject, predicate, value, graph=None):
        if not (isinstance(start, Iri) and isinstance(end, Iri) and relates(relation)):
            continue
        # An activity ("rise") joins everything that rises, and so nothing.
        if relation != DOES and is_entity(start) and is_entity(end):
            yield start, relation, end


def neighbours(source: QuadSource, entity: Iri) -> Neighbours:
    """All facts about an entity, those with literals and activities (`kg:does`) included; types and names are not.

    Sorted by property, then by what is at the other end.
    """
    outgoing = [quad[:3] for quad in source.quads(entity, None, None, graph=None) if relates(quad[1])]
    incoming = [quad[:3] for quad in source.quads(None, None, entity, graph=None) if relates(quad[1])]
    outgoing.sort(key=order)
    incoming.sort(key=lambda triple: order(triple)[1::-1])
    return Neighbours(tuple(outgoing), tuple(incoming))


def order(triple: Triple) -> tuple[str, str, tuple[str, str, str]]:
    """A key that sorts triples by code point, literals by text, language and datatype."""
    subject, predicate, value = triple
    last = (value.text, value.lang or "", value.datatype or "") if isinstance(value, Literal) else (str(value), "", "")
    return str(subject), str(predicate), last

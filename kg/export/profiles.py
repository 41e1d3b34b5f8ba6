"""Facts in another vocabulary: plain schema.org, by what the ontology says of its own classes and properties.

`owl:equivalentProperty` and `rdfs:subPropertyOf` lead to a property of schema.org, `owl:inverseOf` to one that is read
the other way round, `rdfs:subClassOf` to a class. What leads nowhere is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.export.ordering import RDF_TYPE
from kg.model import Iri, Literal, Quad, Triple

SCHEMA = "https://schema.org/"
_OWL, _RDFS = "http://www.w3.org/2002/07/owl#", "http://www.w3.org/2000/01/rdf-schema#"
_SAME, _UNDER, _INVERSE = f"{_OWL}equivalentProperty", f"{_RDFS}subPropertyOf", f"{_OWL}inverseOf"
_CLASS = f"{_RDFS}subClassOf"
_NAMES = {
    f"{_RDFS}label": Iri(f"{SCHEMA}name"),
    "http://www.w3.org/2004/02/skos/core#altLabel": Iri(f"{SCHEMA}alternateName"),
}
_THING = Iri(f"{SCHEMA}Thing")


class Alignment(NamedTuple):
    """Our classes and properties with schema.org's; `inverse` are read from object to subject."""

    classes: dict[str, Iri]
    properties: dict[str, Iri]
    inverse: dict[str, Iri]


def alignment(ontology: Iterable[Triple]) -> Alignment:
    """What the triples of an ontology say of schema.org; the first by code point where they say several things."""
    found = Alignment({}, dict(_NAMES), {})
    under: dict[str, Iri] = {}
    for subject, predicate, value in sorted(ontology, key=str):
        if not isinstance(value, Iri) or not value.startswith(SCHEMA):
            continue
        table = {_SAME: found.properties, _UNDER: under, _INVERSE: found.inverse, _CLASS: found.classes}.get(predicate)
        if table is not None:
            table.setdefault(subject, value)
    for name, wider in under.items():
        found.properties.setdefault(name, wider)
    return found


def schema_org(quads: Iterable[Quad], ours: Alignment) -> Iterator[Quad]:
    """The quads that schema.org has words for. What has no class there is a `schema:Thing`."""
    for subject, predicate, value, graph in quads:
        if predicate == RDF_TYPE:
            yield subject, RDF_TYPE, ours.classes.get(str(value), _THING), graph
        elif predicate in ours.properties:
            yield subject, ours.properties[predicate], value, graph
        elif predicate in ours.inverse and not isinstance(value, Literal):
            yield value, ours.inverse[predicate], subject, graph

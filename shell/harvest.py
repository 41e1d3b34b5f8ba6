"""The words of a graph that completion offers, read in the worker and sent in parcels.

`harvest` is a task for the background (see `running`). Names come short, labels folded, and each kind in its final
order, so that the shell need only put them together: reading a large graph must not make typing wait.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kg import Iri, Literal, readable_end, write_name
from shell.labels import Entry, haystack
from shell.names import local_words
from shell.results import solutions

if TYPE_CHECKING:
    from kg import Graph

_PARCEL = 400
#: Classes of the vocabularies that describe the graph itself, by prefix.
_DESCRIBING = ("owl:", "rdf:", "rdfs:", "sh:", "ontolex:", "nif:")
#: Properties that ontologies describe themselves with.
_OF_ONTOLOGIES = (
    "owl:", "rdfs:", "sh:", "ontolex:", "schema:domainIncludes", "schema:rangeIncludes", "skos:exactMatch",
)  # fmt: skip
_CLASSES = "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"
_OF_CLASS = "SELECT ?c ?p (COUNT(*) AS ?n) { ?s a ?c ; ?p ?o } GROUP BY ?c ?p"
_TO_CLASS = "SELECT ?p ?c (COUNT(*) AS ?n) { ?s ?p ?o . ?o a ?c } GROUP BY ?p ?c"
_USE = "SELECT ?e (COUNT(*) AS ?n) { { ?e ?p ?o } UNION { ?s ?p ?e FILTER isIRI(?e) } } GROUP BY ?e"
_DEFINED = """SELECT DISTINCT ?t ?k { { ?t a ?k } UNION { GRAPH ?g { ?t a ?k } }
  VALUES ?k { owl:Class rdfs:Class rdf:Property owl:ObjectProperty owl:DatatypeProperty } }"""
_DOCUMENTS = "SELECT ?d ?source { GRAPH ?d { ?d dcterms:source ?source } }"
_EVIDENCE = (
    "rdf:subject", "rdf:predicate", "rdf:object", "prov:wasDerivedFrom", "nif:anchorOf", "nif:isString",
    "dcterms:source", "dcterms:title", "dcterms:language", "schema:datePublished",
)  # fmt: skip
_LABELS = """SELECT DISTINCT ?t ?l { { ?t rdfs:label ?l } UNION
  { GRAPH ?g { ?t rdfs:label ?l ; a ?k }
    VALUES ?k { owl:Class rdf:Property owl:ObjectProperty owl:DatatypeProperty } } }"""


class Parcel(NamedTuple):
    """Some of the words: `kind` is `classes`, `properties`, `entities`, `documents`, `of class` or `to class`.

    Of the kind `trouble` is why there are no more.
    """

    kind: str
    items: list[Any]


def harvest(graph: Graph) -> Iterator[Parcel]:
    """Classes and properties with their labels, what goes with what, the documents, and then the entities."""
    prefixes = graph.prefixes
    classes, properties = _counts(graph, _CLASSES), _counts(graph, _PROPERTIES)
    for term, kind in solutions(graph, _DEFINED):
        (classes if str(kind).endswith("Class") else properties).setdefault(str(term), 0)
    yield from parcels("documents", documents(solutions(graph, _DOCUMENTS), prefixes))
    labels = ordered(solutions(graph, _LABELS))
    yield from parcels("classes", terms(classes, labels, prefixes))
    yield from parcels("properties", [*terms(properties, labels, prefixes), *of_evidence(), *of_search()])
    yield from parcels("of class", pairs(solutions(graph, _OF_CLASS), prefixes))
    yield from parcels("to class", pairs(solutions(graph, _TO_CLASS), prefixes))
    yield from parcels("entities", entries(graph.labels(), _counts(graph, _USE), prefixes))


def parcels(kind: str, items: list[Any]) -> Iterator[Parcel]:
    """The items of a kind in parcels."""
    for at in range(0, len(items), _PARCEL):
        yield Parcel(kind, items[at : at + _PARCEL])


def _counts(graph: Graph, query: str) -> dict[str, int]:
    return {str(term): int(number.text) for term, number in solutions(graph, query) if term is not None}


def ordered(labels: Iterable[Sequence[Any]]) -> Mapping[str, list[str]]:
    """(term, label) by term: the English labels, those of no language, and then the others."""
    found: dict[str, set[Literal]] = defaultdict(set)
    for term, label in labels:
        if isinstance(label, Literal):
            found[str(term)].add(label)
    return {term: [label.text for label in sorted(each, key=_by_language)] for term, each in found.items()}


def _by_language(label: Literal) -> tuple[bool, str, str]:
    return label.lang != "en", label.lang or "", label.text


def terms(
    counts: Mapping[str, int], labels: Mapping[str, list[str]], prefixes: Mapping[str, str]
) -> list[tuple[Entry, str]]:
    """Each term under each of its labels, or its own name, with what it is searched by.

    The most frequent come first, but for those that ontologies describe themselves with.
    """
    names = {iri: write_name(iri, prefixes) for iri in counts}
    found = []
    for iri in sorted(counts, key=lambda each: (_is_of_ontologies(names[each]), -counts[each], each)):
        name = names[iri]
        if counts[iri] or not name.startswith((*_DESCRIBING, "<")):
            known = labels.get(iri) or [local_words(name) or readable_end(iri)]
            found += [Entry(label, name, str(counts[iri])) for label in dict.fromkeys(known)]
    return [(entry, haystack(entry)) for entry in found]


def _is_of_ontologies(name: str) -> bool:
    return name.startswith(_OF_ONTOLOGIES) and name != "rdfs:label"


def documents(found: Iterable[Sequence[Any]], prefixes: Mapping[str, str]) -> list[tuple[Entry, str]]:
    """Documents and imported files, given as (graph, source), by source, each with the name of its graph."""
    told = sorted((str(source.text), str(name)) for name, source in found)
    named = [Entry(source, write_name(name, prefixes)) for source, name in told]
    return [(entry, haystack(entry)) for entry in named]


def of_evidence() -> Iterator[tuple[Entry, str]]:
    """The properties that the graphs of documents say why with, which no fact has."""
    for name in _EVIDENCE:
        entry = Entry(local_words(name), name, "in documents' graphs")
        yield entry, haystack(entry)


def of_search() -> Iterator[tuple[Entry, str]]:
    """The properties that search texts, which no triple has."""
    for name in ("kg:search", "kg:searchLabels", "kg:searchSentences"):
        entry = Entry(local_words(name), name, "full-text search")
        yield entry, haystack(entry)


def pairs(counted: Iterable[Sequence[Any]], prefixes: Mapping[str, str]) -> list[tuple[str, str, int]]:
    """Pairs of terms with how often they go together, by prefixed names."""
    short = {}
    found = []
    for one, other, number in counted:
        for iri in (one, other):
            if iri not in short:
                short[iri] = write_name(iri, prefixes)
        found.append((short[one], short[other], int(number.text)))
    return found


def entries(
    labels: Iterable[tuple[str, Iri, Iri | None]], uses: Mapping[str, int], prefixes: Mapping[str, str]
) -> list[tuple[Entry, str]]:
    """Every entity under each of its labels, the most used first, among equals the shorter label."""
    use = Counter(uses)
    kinds: dict[Iri, str] = {}
    found: dict[tuple[str, Iri], None] = {}
    for label, iri, kind in labels:
        found[label, iri] = None
        kinds[iri] = kinds.get(iri) or (write_name(kind, prefixes) if kind else "")
    ranked = sorted(found, key=lambda each: (-_magnitude(use[each[1]]), len(each[0]), each))
    named = [Entry(label, write_name(iri, prefixes), kinds[iri]) for label, iri in ranked]
    return [(entry, haystack(entry)) for entry in named]


def _magnitude(number: int) -> int:
    """How often in powers of two: a little more use should not outdo a better label."""
    return number.bit_length()

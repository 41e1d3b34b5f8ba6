"""The words that completion offers of a graph behind an address, read within limits of rows and time.

`sample` is a task for the background, as `harvest` is. What a server is asked to count is counted in so many triples
at most, so that one with billions answers too; frequencies are then those of the part that it came to. After the first
question that fails no more are asked: a parcel of `trouble` says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from kg import Iri, KgError, Literal, QueryError
from shell.harvest import Parcel, documents, entries, of_evidence, ordered, pairs, parcels, terms
from shell.results import solutions

if TYPE_CHECKING:
    from kg import Graph

#: Triples in which something is counted, labels and names that are read, and seconds that a server may stay silent.
_COUNTED, _READ, _SECONDS = 100_000, 20_000, 10.0
_DEFINED = "?t a ?k VALUES ?k { owl:Class rdfs:Class rdf:Property owl:ObjectProperty owl:DatatypeProperty }"
_DOCUMENTS = f"SELECT ?d ?source {{ GRAPH ?d {{ ?d dcterms:source ?source }} }} LIMIT {_READ}"
_NAMES = f"""SELECT ?e ?l (SAMPLE(?k) AS ?kind) {{
  {{ SELECT ?e ?l {{ {{ ?e rdfs:label ?l }} UNION {{ ?e skos:altLabel ?l }} }} LIMIT {_READ} }}
  OPTIONAL {{ ?e a ?k }} }} GROUP BY ?e ?l"""


class _Words(NamedTuple):
    """How often there are classes and properties, by IRI."""

    classes: dict[str, int]
    properties: dict[str, int]


def sample(graph: Graph) -> Iterator[Parcel]:
    """Classes, properties, what goes with what, the documents, and then some entities."""
    try:
        with graph.within(_SECONDS):
            yield from _read(graph)
    except KgError as error:
        yield Parcel("trouble", [f"no completion of some names ({str(error).partition(';')[0]})"])


def number_of_facts(graph: Graph) -> int | None:
    """How many triples the default graph has; None where they are very many, or the server does not tell."""
    most = 10 * _COUNTED
    try:
        with graph.within(_SECONDS):
            ((number,),) = solutions(
                graph, f"SELECT (COUNT(*) AS ?n) {{ {{ SELECT ?s {{ ?s ?p ?o }} LIMIT {most + 1} }} }}"
            )
    except (KgError, ValueError):
        return None
    found = int(number.text) if isinstance(number, Literal) else None
    return None if found is None or found > most else found


def _read(graph: Graph) -> Iterator[Parcel]:
    prefixes = graph.prefixes
    words = _Words(_counts(graph, "c", "?s a ?c"), _counts(graph, "p", "?s ?p ?o"))
    for term, kind in solutions(graph, f"SELECT DISTINCT ?t ?k {{ {_DEFINED} }} LIMIT {_READ}"):
        (words.classes if str(kind).endswith("Class") else words.properties).setdefault(str(term), 0)
    labels = ordered(_labels_of(graph, [*words.classes, *words.properties]))
    yield from parcels("classes", terms(words.classes, labels, prefixes))
    yield from parcels("properties", [*terms(words.properties, labels, prefixes), *of_evidence()])
    yield from parcels("of class", pairs(_tally(graph, ("c", "p"), "?s a ?c ; ?p ?o"), prefixes))
    yield from parcels("to class", pairs(_tally(graph, ("p", "c"), "?s ?p ?o . ?o a ?c"), prefixes))
    yield from parcels("documents", _documents(graph, prefixes))
    yield from parcels("entities", _entities(graph, words))


def _labels_of(graph: Graph, iris: list[str]) -> Iterator[tuple[Any, ...]]:
    """(term, label) of terms, in the languages that we speak."""
    for at in range(0, min(len(iris), _READ), 200):
        values = " ".join(f"<{iri}>" for iri in iris[at : at + 200])
        spoken = 'FILTER(LANG(?l) IN ("", "en", "fi", "nn", "nb", "no"))'
        yield from solutions(graph, f"SELECT ?t ?l {{ VALUES ?t {{ {values} }} ?t rdfs:label ?l {spoken} }}")


def _documents(graph: Graph, prefixes: Mapping[str, str]) -> list[Any]:
    """The documents; none where the server knows no named graphs."""
    try:
        return documents(solutions(graph, _DOCUMENTS), prefixes)
    except QueryError:
        return []


def _entities(graph: Graph, words: _Words) -> list[Any]:
    found: dict[tuple[str, Iri], Iri | None] = {}
    for iri, label, kind in solutions(graph, _NAMES):
        if (
            isinstance(iri, Iri)
            and isinstance(label, Literal)
            and not (iri in words.classes or iri in words.properties)
        ):
            found[label.text, iri] = kind if isinstance(kind, Iri) else None
    named = ((label, iri, kind) for (label, iri), kind in found.items())
    use = _counts(graph, "e", "{ ?e ?p ?o } UNION { ?s ?p ?e FILTER isIRI(?e) }")
    return entries(named, use, graph.prefixes)


def _counts(graph: Graph, name: str, pattern: str) -> dict[str, int]:
    return {str(term): int(number.text) for term, number in _tally(graph, (name,), pattern) if term is not None}


def _tally(graph: Graph, names: tuple[str, ...], pattern: str) -> Iterator[tuple[Any, ...]]:
    """How often each combination of terms is among the first solutions."""
    columns = " ".join(f"?{name}" for name in names)
    inner = f"SELECT {columns} {{ {pattern} }} LIMIT {_COUNTED}"
    return solutions(graph, f"SELECT {columns} (COUNT(*) AS ?n) {{ {{ {inner} }} }} GROUP BY {columns}")

"""A document with what was extracted and linked to the quads of its named graph.

Definition: "Facts and evidence" and "Statements" in the data model. Every node has an IRI that follows from its
content; the quads are a set, without blank nodes. Stored is what statements use: their sentences and mentions.
What these quads make true in the default graph, `support` decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Document, Extraction, Iri, Linking, Literal, Quad, Term, Triple
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base, phrase
from kg.rdf.mentions import MentionNodes
from kg.rdf.statements import statements, usual
from kg.rdf.things import with_names

#: Facts about a node: predicate and value.
Facts = Iterator[tuple[Iri, Term]]


def map_document(
    document: Document, extraction: Extraction, linking: Linking, *, base: str = v.DEFAULT_BASE, pipeline: str = ""
) -> frozenset[Quad]:
    """The evidence quads of a document, all in its graph. `pipeline` says what read it."""
    names = Base(base)
    node = names.document(document.source)
    linking = with_names(document, extraction, linking)
    mentions = MentionNodes(names, node, document.lang, extraction, linking)
    stated = frozenset(statements(document, linking, mentions))
    triples: set[Triple] = {(node, predicate, value) for predicate, value in _document(document, pipeline)}
    confidence = usual(extraction, linking)
    if confidence is not None:
        triples.add((node, v.CONFIDENCE, Literal(confidence, datatype=v.DECIMAL)))
    triples.update(stated)
    triples.update(_sentences(node, document, extraction, linking))
    triples.update(mentions.triples())
    return frozenset((*triple, node) for triple in triples)


def _document(document: Document, pipeline: str) -> Facts:
    yield v.TYPE, v.DOCUMENT
    yield v.SOURCE, Literal(document.source)
    yield v.LANGUAGE, Literal(document.lang)
    yield v.SHA256, Literal(document.sha256)
    yield v.IS_STRING, Literal(document.text)
    if document.title:
        yield v.TITLE, Literal(document.title, document.lang)
    if document.published:
        yield v.PUBLISHED, Literal(document.published, datatype=v.DATE)
    if pipeline:
        yield v.PIPELINE, Literal(pipeline)


def _sentences(node: Iri, document: Document, extraction: Extraction, linking: Linking) -> Iterator[Triple]:
    """The sentences that statements come from."""
    for number in sorted({extraction.propositions[each.proposition].sentence for each in linking.statements}):
        place = extraction.sentences[number]
        words = document.text[place.start : place.end]
        yield phrase(node, place.start, place.end), v.ANCHOR_OF, Literal(words, document.lang)

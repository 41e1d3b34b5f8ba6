"""The evidence of a fact as data, and whether its sources agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kg.export import render
from kg.graph import Graph
from kg.model import Iri, Literal, Term, Triple
from kg.paths import Evidence
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base, Places, places

_WORDS = (v.SUBJECT_TEXT, v.RELATION_TEXT, v.OBJECT_TEXT)


def disagreement(found: Sequence[Evidence]) -> str:
    """In what way the sources disagree: who asserts the fact, and who denies, hedges or only reports it; "" if none."""
    said: dict[str, list[str]] = {}
    for each in found:
        status = f"{each.status.value} ({each.qualifier})" if each.qualifier else each.status.value
        origins = said.setdefault(status, [])
        if each.origin not in origins:
            origins.append(each.origin)
    if len(said) < 2:
        return ""
    return "; ".join(f"{status} in {', '.join(origins)}" for status, origins in said.items())


def stated_in(graph: Graph, subject: Iri, predicate: Iri, value: Term) -> list[str]:
    """What says a fact without a sentence, sorted: imported files by name, `updates` of the user's, `inference`."""
    base = Base(graph.base)
    others = {base.user_graph: "updates", base.inferred_graph: "inference"}
    found: set[str] = set()
    for *_, place in graph._store.quads(subject, predicate, value):
        if place is None:
            continue
        if graph._store.contains((place, v.TYPE, v.IMPORTED, place)):
            found.add(base.source(place))
        elif place in others:
            found.add(others[place])
    return sorted(found)


def evidence_records(found: Sequence[Evidence]) -> list[dict[str, Any]]:
    """The evidence as records for JSON. Offsets count characters; `highlights` those of the sentence."""
    return [
        {
            "statement": str(each.statement),
            "subject": str(each.triple[0]),
            "predicate": str(each.triple[1]),
            "object": _plain(each.triple[2]),
            "status": each.status.value,
            "qualifier": each.qualifier or None,
            "sentence": each.sentence,
            "highlights": [list(span) for span in each.highlights],
            "start": each.start,
            "end": each.start + len(each.sentence),
            "document": each.origin,
            "title": each.title,
            "lang": each.lang,
            "published": each.published or None,
            "time": each.time or None,
            "confidence": each.confidence,
        }
        for each in found
    ]


def evidence_turtle(graph: Graph, found: Sequence[Evidence]) -> str:
    """The evidence as Turtle with all that IRIs tell spelled out: types, offsets and words."""
    triples = {triple for each in found for triple in _spelled_out(graph, each)}
    return render(((*triple, None) for triple in triples), "ttl", prefixes=graph.prefixes)


def _plain(term: Term) -> Any:
    if not isinstance(term, Literal):
        return str(term)
    tags = {"lang": term.lang, "datatype": term.datatype}
    return {"text": term.text} | {key: str(value) for key, value in tags.items() if value is not None}


def _spelled_out(graph: Graph, each: Evidence) -> Iterator[Triple]:
    sentence = next((q[2] for q in graph._store.quads(each.statement, v.DERIVED_FROM)), None)
    end = each.start + len(each.sentence)
    yield each.statement, v.TYPE, v.STATEMENT
    for quad in graph._store.quads(each.statement):
        yield quad[:3]
    if each.confidence is not None:
        yield each.statement, v.CONFIDENCE, Literal(str(each.confidence), datatype=v.DECIMAL)
    for predicate, slot in zip(_WORDS, places(each.statement)[1:], strict=False):
        if slot:
            yield each.statement, predicate, Literal(_words(each, slot))
    if isinstance(sentence, Iri):
        yield sentence, v.TYPE, v.SENTENCE
        yield sentence, v.ANCHOR_OF, Literal(each.sentence, each.lang or None)
        yield sentence, v.BEGIN, Literal(str(each.start), datatype=v.INTEGER)
        yield sentence, v.END, Literal(str(end), datatype=v.INTEGER)
        yield sentence, v.CONTEXT, each.document
    yield each.document, v.TYPE, v.DOCUMENT
    yield each.document, v.SOURCE, Literal(each.origin)


def _words(each: Evidence, slot: Places) -> str:
    return " ".join(each.sentence[begin - each.start : end - each.start] for begin, end in slot)

"""What names, words and facts mean: who is who and why, what words express, what follows, and what contradicts.

Functions of an open graph, kept apart from `graph`, so that opening a graph to ask it imports none of this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path as File
from typing import NamedTuple, TypeAlias

from kg.curating import decide, read_curation, withdraw
from kg.errors import KgError, UnknownEntity
from kg.graph import Graph
from kg.linking import NameTable
from kg.linking.concepts import broader
from kg.linking.explanation import explain_names
from kg.model import Frame, Iri, Literal, Term, Triple
from kg.paths import is_entity
from kg.paths.evidence import statements
from kg.rdf import vocabulary as v
from kg.rdf.inference import Inferred, Premises, infer
from kg.rdf.iris import Base
from kg.rdf.lexicon import read_frames
from kg.rdf.ontology import ontology_files
from kg.rdf.readings import readings
from kg.rdf.stored import StoredDocument
from kg.rdf.support import change
from kg.rdf.validation import Report, validate
from kg.store import parse
from kg.whole import whole

#: A triple of which a thing with an IRI is the subject.
Fact: TypeAlias = tuple[Iri, Iri, Term]


class Source(NamedTuple):
    """A sentence ("" where there is none), how it puts the fact, and the document or graph."""

    status: str
    sentence: str
    document: Iri


class Conflict(NamedTuple):
    """Facts that can't both hold, and why; each is to be looked up with `sources`."""

    reason: str
    facts: tuple[Fact, ...]


def look_up(word: str, *, lang: str | None = None) -> list[Frame]:
    """The frames of a word, or of all words that express a property (`kg:left`), in order of language and lemma."""
    files = ontology_files().lexicons
    frames = read_frames([triple for path in files for triple in parse(path)])
    wanted = word.casefold()
    return [
        each
        for each in frames
        if (lang is None or each.lang == lang)
        and (each.property.casefold() == wanted or wanted in (each.lemma.casefold(), _whole(each).casefold()))
    ]


@whole
def why_same(graph: Graph, one: str, other: str) -> list[str]:
    """Why two names are one entity, or why not, a reason a line. Raises `UnknownEntity` for a name in no document."""
    table = NameTable(readings(graph._store, base=graph.base), curation=read_curation(graph._store.path))
    try:
        return explain_names(table, one, other)
    except KeyError as error:
        raise UnknownEntity(str(error.args[0])) from error


@whole
def infer_facts(graph: Graph) -> list[Inferred]:
    """Let the graph of what is inferred hold what follows from ontology, facts and thesaurus.

    Sorted, each with its reason: a rule of OWL 2 RL, or `thesaurus` or `compound` for what is above a concept.
    """
    forget_inferred(graph)
    ontology, facts = _known(graph)
    found = infer(ontology, facts)
    told, whole = Premises(ontology, facts), Premises(ontology, facts | found)
    reasons = [first if (first := told.explain(each)).premises else whole.explain(each) for each in found]
    reasons += _broader(graph)
    place = Base(graph.base).inferred_graph
    graph._store.apply(*change(graph._store, place, {(*each.triple, place) for each in reasons}))
    return sorted(reasons, key=lambda each: tuple(map(str, each.triple)))


def _broader(graph: Graph) -> Iterator[Inferred]:
    """What is above each concept of the graph, and above that in turn; concepts that are new with their label."""
    thesaurus, base = graph._builder.knowledge.thesaurus, Base(graph.base)
    concepts = {Iri(quad[0]) for quad in graph._store.quads(None, v.TYPE, v.CONCEPT, graph=None) if is_entity(quad[0])}
    labels = {each: _labels(graph, each) for each in sorted(concepts)}
    waiting = list(labels)
    while waiting:
        narrow = waiting.pop()
        for label in labels[narrow]:
            rule, names = broader(label.text, label.lang or "en", thesaurus, lambda name: base.entity(name) in concepts)
            for name in names:
                wide = base.entity(name)
                if wide != narrow:
                    yield Inferred((narrow, v.SKOS("broader"), wide), rule, ((narrow, v.LABEL, label),))
                if wide not in labels:
                    labels[wide] = [Literal(name.replace("_", " "), "en")]
                    yield Inferred((wide, v.TYPE, v.CONCEPT), rule, ())
                    yield Inferred((wide, v.LABEL, labels[wide][0]), rule, ())
                    waiting.append(wide)
            if names:
                break


def _labels(graph: Graph, concept: Iri) -> list[Literal]:
    """What the concept is called, in order of language."""
    found = (quad[2] for quad in graph._store.quads(concept, v.LABEL, None, graph=None))
    return sorted((each for each in found if isinstance(each, Literal) and each.lang), key=lambda each: each.lang or "")


@whole
def forget_inferred(graph: Graph) -> None:
    """Take out all that was inferred."""
    graph._store.apply(*change(graph._store, Base(graph.base).inferred_graph, None))


@whole
def contradictions(graph: Graph) -> list[Conflict]:
    """Facts that can't both hold: two values of a functional property, disjoint classes, asserted here and negated."""
    ontology = _ontology(graph)
    found = [*_two_values(graph, ontology), *_disjoint(graph, ontology), *_negated(graph)]
    return sorted(found, key=lambda each: (each.reason, [tuple(map(str, fact)) for fact in each.facts]))


def sources(graph: Graph, fact: Fact) -> list[Source]:
    """What stands behind a fact: sentences, and files or updates that say it without any; by document and place.

    That a thing is of a class, a document says by a sentence that speaks of it.
    """
    told = [Source(each.status.value, each.sentence, each.document) for each in graph.why(*fact)]
    named = sorted({quad[3] for quad in graph._store.quads(*fact) if quad[3] is not None})
    return [*told, *(_told(graph, fact) if fact[1] == v.TYPE else ()), *(Source("stated", "", each) for each in named)]


def _told(graph: Graph, fact: Fact) -> Iterator[Source]:
    """The first sentence about a thing in each document that gives it the class."""
    thing, seen = fact[0], set()
    for each in (*statements(graph._store, subject=thing), *statements(graph._store, value=thing)):
        quads = () if each.document in seen else graph._store.quads(graph=each.document)
        seen.add(each.document)
        triples = [quad[:3] for quad in quads]
        if triples and (v.TYPE, fact[2]) in StoredDocument(each.document, triples).description(thing):
            yield Source("mentioned", each.sentence, each.document)


def check_lexicon(files: Sequence[str] = ()) -> Report:
    """What of our lexicons, or of those in the files, does not conform to their shapes. Raises `OntologyError`."""
    ours = ontology_files()
    paths = [File(each) for each in files] or list(ours.lexicons)
    triples = [triple for path in (ours.core, *paths) for triple in parse(path)]
    return validate(triples, parse(ours.core.with_name("lexicon-shapes.ttl")))


def _whole(frame: Frame) -> str:
    return " ".join(part for part in (frame.lemma, frame.particle, *frame.words) if part)


def _ontology(graph: Graph) -> set[Triple]:
    return {quad[:3] for each in graph._ontology_graphs() for quad in graph._store.quads(graph=each)}


def _known(graph: Graph) -> tuple[set[Triple], set[Triple]]:
    """The ontology, and the facts between entities."""
    facts = {quad[:3] for quad in graph._store.quads(graph=None) if is_entity(quad[0]) and isinstance(quad[2], Iri)}
    return _ontology(graph), {each for each in facts if each[1] not in (v.TYPE, v.KG("isA"))}


def _two_values(graph: Graph, ontology: set[Triple]) -> Iterator[Conflict]:
    functional = (s for s, p, o in ontology if p == v.TYPE and o == v.OWL("FunctionalProperty") and isinstance(s, Iri))
    for name in sorted(functional):
        values: dict[Iri, list[Fact]] = defaultdict(list)
        for quad in graph._store.quads(None, name, None, graph=None):
            if isinstance(quad[0], Iri) and is_entity(quad[0]):
                values[quad[0]].append((quad[0], quad[1], quad[2]))
        for subject, facts in values.items():
            if len(facts) > 1 and not _agree(facts):
                reason = f"{graph.label(subject)} has two values of {graph.label(name)}"
                yield Conflict(reason, tuple(sorted(facts, key=str)))


def _agree(facts: Sequence[Fact]) -> bool:
    """Whether the values are dates of which each says more than the last: 1970, 1970-05."""
    texts = sorted(fact[2].text if isinstance(fact[2], Literal) else "" for fact in facts)
    return all(texts) and all(longer.startswith(shorter) for shorter, longer in pairwise(texts))


def _disjoint(graph: Graph, ontology: set[Triple]) -> Iterator[Conflict]:
    for one, _, other in sorted((each for each in ontology if each[1] == v.OWL("disjointWith")), key=str):
        for quad in graph._store.quads(None, v.TYPE, one if isinstance(one, Iri) else None, graph=None):
            thing = Iri(quad[0])
            if isinstance(other, Iri) and graph._store.contains((thing, v.TYPE, other, None)):
                facts = ((thing, v.TYPE, quad[2]), (thing, v.TYPE, other))
                yield Conflict(f"{graph.label(thing)} is of two classes that share nothing", facts)


def _negated(graph: Graph) -> Iterator[Conflict]:
    for node, _, _, place in list(graph._store.quads(None, v.POLARITY, v.NEGATED)):
        own = {quad[1]: quad[2] for quad in graph._store.quads(node, None, None, graph=place)}
        subject, predicate, value = own.get(v.SUBJECT), own.get(v.PREDICATE), own.get(v.OBJECT)
        if not isinstance(subject, Iri) or not isinstance(predicate, Iri) or value is None:
            continue
        if graph._store.contains((subject, predicate, value, None)):
            reason = f"{graph.label(subject)} {graph.label(predicate)}: asserted and negated"
            yield Conflict(reason, ((subject, predicate, value),))


__all__ = [
    "Conflict",
    "KgError",
    "Source",
    "check_lexicon",
    "contradictions",
    "decide",
    "forget_inferred",
    "infer_facts",
    "look_up",
    "sources",
    "why_same",
    "withdraw",
]

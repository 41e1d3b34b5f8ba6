"""Lexicon and thesaurus: from triples to frames (which words express a property) and concepts (which nouns are one).

Lexicons are OntoLex-Lemon (https://www.w3.org/2016/05/ontolex/) with its module Syntax and Semantics; how a frame is
written stands at the head of `ontologies/lexicon/en.ttl`. Thesauri are SKOS.
Results are sorted and without duplicates, whatever the order of the triples.
Raises `OntologyError`, naming the entry and what it lacks. Parsing Turtle is the store's part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from kg.errors import OntologyError
from kg.model import Concept, EntityClass, Frame, Iri, Literal, Term, Triple
from kg.names import local_part
from kg.rdf import vocabulary as v
from kg.rdf.ontology import property_name

_SYNSEM = v.Namespace("http://www.w3.org/ns/lemon/synsem#")
_LEXINFO = v.Namespace("http://www.lexinfo.net/ontology/3.0/lexinfo#")
_LEXICON = v.Namespace("https://w3id.org/kgshell/lexicon#")
_ARGUMENT = v.Namespace("https://w3id.org/kgshell/lexicon/argument#")

_ENTRIES = frozenset(v.ONTOLEX(name) for name in ("LexicalEntry", "Word", "MultiwordExpression"))
_PARTS_OF_SPEECH = ("verb", "noun", "adjective")

_Node: TypeAlias = Mapping[str, list[Term]]
_Nodes: TypeAlias = Mapping[str, _Node]


class _Wording(NamedTuple):
    """The words of an entry in one language, in base form."""

    lang: str
    lemma: str
    words: tuple[str, ...]
    particle: str | None


class _Arguments(NamedTuple):
    """What the arguments of a sense say, as `Frame` puts it."""

    role: str | None = None
    inverse: bool = False
    intransitive: bool = False
    undergoer: bool = False
    event: bool = False


def read_frames(triples: Iterable[Triple]) -> tuple[Frame, ...]:
    """The frames of a lexicon, sorted by language and lemma; a written form in two languages gives a frame in each."""
    nodes = _nodes(triples)
    entries = [iri for iri, node in nodes.items() if not _ENTRIES.isdisjoint(node.get(v.TYPE, ()))]
    return tuple(sorted({frame for iri in entries for frame in _frames(iri, nodes)}, key=_frame_order))


def read_concepts(triples: Iterable[Triple]) -> tuple[Concept, ...]:
    """The concepts of a thesaurus, sorted by local name.

    A concept without a class of its own takes that of the nearest broader concept that has one.
    """
    nodes = _nodes(triples)
    schemes = [iri for iri, node in nodes.items() if v.SKOS("Concept") in node.get(v.TYPE, ())]
    return tuple(sorted((_concept(iri, nodes) for iri in schemes), key=lambda concept: concept.local))


def _nodes(triples: Iterable[Triple]) -> _Nodes:
    nodes: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        nodes[subject][predicate].append(value)
    return {name: dict(node) for name, node in nodes.items()}


# ---------------------------------------------------------------- frames


def _frames(entry: str, nodes: _Nodes) -> Iterator[Frame]:
    node = nodes[entry]
    pos = _part_of_speech(entry, node)
    wordings = tuple(_wordings(entry, nodes))
    senses = node.get(v.ONTOLEX("sense"))
    if not senses:
        raise _missing(entry, "ontolex:sense")
    for name in senses:
        sense = nodes.get(str(name), {})
        reference = _one(sense, v.ONTOLEX("reference"), entry, "ontolex:reference")
        if not isinstance(reference, Iri):
            raise OntologyError(f"lexicon entry {entry}: ontolex:reference must be a property of the ontology")
        arguments = _arguments(sense, entry)
        subject_class = _class(sense, _SYNSEM("propertyDomain"), entry)
        object_class = _class(sense, _SYNSEM("propertyRange"), entry)
        for lang, lemma, words, particle in wordings:
            yield Frame(
                lang=lang,
                lemma=lemma,
                pos=pos,
                property=property_name(reference),
                words=words,
                particle=particle,
                subject_class=subject_class,
                object_class=object_class,
                **arguments._asdict(),
            )


def _part_of_speech(entry: str, node: _Node) -> str:
    value = _one(node, _LEXINFO("partOfSpeech"), entry, "lexinfo:partOfSpeech")
    pos = str(value).removeprefix(_LEXINFO)
    if pos not in _PARTS_OF_SPEECH:
        raise OntologyError(f"lexicon entry {entry}: part of speech {value} is not verb, noun or adjective")
    return pos


def _wordings(entry: str, nodes: _Nodes) -> Iterator[_Wording]:
    node = nodes[entry]
    forms = [nodes.get(str(form), {}) for form in node.get(v.ONTOLEX("canonicalForm"), ())]
    written = [text for form in forms for text in _texts(form, v.ONTOLEX("writtenRep"), entry)]
    if not written:
        raise _missing(entry, "ontolex:canonicalForm with an ontolex:writtenRep")
    words = _by_language(_texts(node, _LEXICON("words"), entry))
    particles = _by_language(_texts(node, _LEXICON("particle"), entry))
    for lang, lemma in _texts(node, _LEXICON("head"), entry) or written:
        if " " in lemma:
            raise _missing(entry, f'kgl:head, the one word of "{lemma}" that governs the others')
        if (words and lang not in words) or (particles and lang not in particles):
            raise _missing(entry, f"kgl:words or kgl:particle in language {lang}")
        yield _Wording(lang, lemma, tuple(words.get(lang, "").split()), particles.get(lang))


def _texts(node: _Node, predicate: str, entry: str) -> list[tuple[str, str]]:
    """Language and text of each literal."""
    found = []
    for value in node.get(predicate, ()):
        if not isinstance(value, Literal) or value.lang is None:
            raise OntologyError(f"{entry}: {local_part(predicate)} {value} needs a language tag")
        found.append((value.lang, value.text))
    return found


def _by_language(texts: list[tuple[str, str]]) -> dict[str, str]:
    return dict(sorted(texts))


def _arguments(sense: _Node, entry: str) -> _Arguments:
    """Which argument of the word is subject and which is object of the property."""
    if _SYNSEM("isA") in sense:
        only = _argument(sense, "isA", entry)
        return _Arguments(intransitive=True, undergoer=only == "object", event=only == "possessor")
    subject = _argument(sense, "subjOfProp", entry) if _SYNSEM("subjOfProp") in sense else "subject"
    target = _argument(sense, "objOfProp", entry)
    own = ("subject", "possessor")
    if target in own and subject not in own:
        return _Arguments(_role(subject), inverse=True, event=target == "possessor")
    if target in own or (subject not in own and subject != "object"):
        raise OntologyError(f"lexicon entry {entry}: {subject} cannot be the subject and {target} the object")
    return _Arguments(_role(target), undergoer=subject == "object", event=subject == "possessor")


def _argument(sense: _Node, name: str, entry: str) -> str:
    value = str(_one(sense, _SYNSEM(name), entry, f"synsem:{name}"))
    if not value.startswith(_ARGUMENT):
        raise OntologyError(f"lexicon entry {entry}: synsem:{name} must be one of the arguments {_ARGUMENT}…")
    return value.removeprefix(_ARGUMENT)


def _role(argument: str) -> str | None:
    return None if argument in ("object", "predicate", "modifier") else argument.replace("_", " ")


def _class(sense: _Node, predicate: str, entry: str) -> EntityClass | None:
    values = sense.get(predicate)
    return _entity_class(values[0], entry) if values else None


def _frame_order(frame: Frame) -> tuple[str | tuple[str, ...] | bool, ...]:
    """Frames that ask for no class come first, so that they win where the classes are not known."""
    return (
        frame.lang,
        frame.lemma,
        frame.words,
        frame.particle or "",
        frame.pos,
        frame.role or "",
        frame.subject_class or "",
        frame.object_class or "",
        frame.property,
        frame.inverse,
        frame.undergoer,
        frame.event,
    )


# ---------------------------------------------------------------- concepts


def _concept(iri: str, nodes: _Nodes) -> Concept:
    node = nodes[iri]
    preferred = _texts(node, v.SKOS("prefLabel"), iri)
    if not preferred:
        raise OntologyError(f"concept {iri} lacks a skos:prefLabel")
    others = set(_texts(node, v.SKOS("altLabel"), iri)) - set(preferred)
    labels = sorted([(lang, 0, text) for lang, text in preferred] + [(lang, 1, text) for lang, text in others])
    return Concept(
        local=local_part(iri),
        labels=tuple((lang, text) for lang, _, text in labels),
        broader=tuple(sorted(local_part(str(value)) for value in node.get(v.SKOS("broader"), ()))),
        entity_class=_inherited_class(iri, nodes),
    )


def _inherited_class(iri: str, nodes: _Nodes) -> EntityClass | None:
    """The class of the concept, or of the nearest broader one: breadth first, in order of IRI."""
    level, seen = [iri], {iri}
    while level:
        for name in level:
            values = nodes.get(name, {}).get(v.KG("entityClass"))
            if values:
                return _entity_class(values[0], name)
        broader = {str(value) for name in level for value in nodes.get(name, {}).get(v.SKOS("broader"), ())}
        level = sorted(broader - seen)
        seen |= broader
    return None


# ---------------------------------------------------------------- both


def _entity_class(value: Term, where: str) -> EntityClass:
    name = str(value).removeprefix(v.KG)
    try:
        return EntityClass(name)
    except ValueError as error:
        raise OntologyError(f"{where}: {value} is no class of entities; {', '.join(EntityClass)} are") from error


def _one(node: _Node, predicate: str, entry: str, name: str) -> Term:
    values = node.get(predicate, ())
    if len(values) != 1:
        raise _missing(entry, name) if not values else OntologyError(f"lexicon entry {entry} has several {name}")
    return values[0]


def _missing(entry: str, what: str) -> OntologyError:
    return OntologyError(f"lexicon entry {entry} lacks {what}")

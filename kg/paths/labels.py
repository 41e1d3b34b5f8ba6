"""IRI → what people call it, read from the default graph."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import EntityClass, Iri, Literal, Term
from kg.names import readable_end
from kg.paths.facts import is_served
from kg.rdf.source import QuadSource
from kg.rdf.vocabulary import ALT_LABEL, KG, LABEL, TYPE

_CLASSES = {KG(each): each for each in EntityClass}


def label(source: QuadSource, iri: Iri, *, lang: str = "en") -> str:
    """The label in `lang`, else the one without a language (names), else the first by language code.

    Without any label it is the readable end of its IRI.
    """
    found = _literals(source, iri, LABEL)
    if not found:
        return readable_end(iri)
    return min(found, key=lambda each: (each.lang != lang, each.lang is not None, each.lang or "", each.text)).text


def foresee_labels(source: QuadSource, iris: Iterable[Term]) -> None:
    """A hint that these things will be named, so that a store behind an address is not asked for one after another."""
    if is_served(source):
        source.foresee([each for each in iris if isinstance(each, Iri)], (LABEL, ALT_LABEL, TYPE))


def names(source: QuadSource, iri: Iri) -> tuple[Literal, ...]:
    """Every label and alternative label, in every language; labels first, each kind sorted, without duplicates."""
    found = [*_literals(source, iri, LABEL), *_literals(source, iri, ALT_LABEL)]
    return tuple(dict.fromkeys(found))


def entity_class(source: QuadSource, iri: Iri) -> EntityClass | None:
    """The class of an entity; the first in the order of `EntityClass` where it has several, None where it has none."""
    found = {quad[2] for quad in source.quads(iri, TYPE, None, graph=None)}
    return next((each for name, each in _CLASSES.items() if name in found), None)


def _literals(source: QuadSource, iri: Iri, predicate: Iri) -> list[Literal]:
    found = {quad[2] for quad in source.quads(iri, predicate, None, graph=None) if isinstance(quad[2], Literal)}
    return sorted(found, key=lambda each: (each.text, each.lang or ""))

"""Functions that queries and updates know beside SPARQL's own: of text, of names, of dates, and XPath's mathematics.

An argument that does not fit gives no value, as an error in SPARQL does. `kg:label` and `kg:evidence` look into the
store as it is when they are called.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from difflib import SequenceMatcher
from typing import TypeAlias

import pyoxigraph as ox

from kg.names import readable_end
from kg.store.folding import fold, matches
from kg.store.terms import OxTerm

Function: TypeAlias = Callable[..., OxTerm | ox.Triple | None]

_KG = "https://w3id.org/kgshell/ontology#"
_MATH = "http://www.w3.org/2005/xpath-functions/math#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_SUBJECT, _PREDICATE, _OBJECT = (ox.NamedNode(_RDF + name) for name in ("subject", "predicate", "object"))
_ONE_ARGUMENT = ("exp", "exp10", "log", "log10", "sqrt", "sin", "cos", "tan", "asin", "acos", "atan")


def functions(store: ox.Store) -> dict[ox.NamedNode, Function]:
    """Every function by its name."""
    of_store: dict[str, Function] = {
        "label": lambda *terms: _label(store, *terms),
        "evidence": lambda *terms: _evidence(store, *terms),
    }
    own = {ox.NamedNode(_KG + name): _guarded(call) for name, call in {**_OWN, **of_store}.items()}
    return own | {ox.NamedNode(_MATH + name): _guarded(call) for name, call in _MATHEMATICS.items()}


def _guarded(call: Function) -> Function:
    """The function, without a value where its arguments are too many, too few or of another kind."""

    def guarded(*terms: OxTerm) -> OxTerm | ox.Triple | None:
        try:
            return call(*terms)
        except (TypeError, ValueError, ArithmeticError, AttributeError):
            return None

    return guarded


def _text(term: OxTerm) -> str:
    return term.value


def _value(value: float | bool, datatype: str) -> ox.Literal:
    written = str(value).lower() if datatype == "boolean" else str(value)
    return ox.Literal(written, datatype=ox.NamedNode(_XSD + datatype))


def _similarity(first: OxTerm, second: OxTerm) -> ox.Literal:
    ratio = SequenceMatcher(None, fold(_text(first)), fold(_text(second)), autojunk=False).ratio()
    return _value(round(ratio, 4), "decimal")


def _local_name(iri: OxTerm) -> ox.Literal:
    """What follows the last `#` or `/`, readable."""
    return ox.Literal(readable_end(_text(iri)))


def _days(first: OxTerm, second: OxTerm) -> ox.Literal:
    """How many days the second date, or date and time, is after the first."""
    days = date.fromisoformat(_text(second)[:10]) - date.fromisoformat(_text(first)[:10])
    return _value(days.days, "integer")


def _label(store: ox.Store, thing: OxTerm, language: OxTerm | None = None) -> OxTerm | None:
    """A thing's label in a language (English), else the one without a language, else another, else its local name."""
    wanted = "en" if language is None else _text(language).lower()
    if not isinstance(thing, ox.NamedNode):
        return thing
    found = [quad.object for quad in store.quads_for_pattern(thing, _LABEL, None, ox.DefaultGraph())]
    labels = [each for each in found if isinstance(each, ox.Literal)]
    if not labels:
        return _local_name(thing)
    best = min(labels, key=lambda each: (each.language != wanted, each.language or "", each.value))
    return ox.Literal(best.value)


def _evidence(store: ox.Store, subject: OxTerm, predicate: OxTerm, value: OxTerm) -> ox.Literal:
    """How many statements there are of a triple."""
    count = sum(
        ox.Quad(quad.subject, _PREDICATE, predicate, quad.graph_name) in store
        and ox.Quad(quad.subject, _OBJECT, value, quad.graph_name) in store
        for quad in store.quads_for_pattern(None, _SUBJECT, subject, None)
    )
    return _value(count, "integer")


def _double(value: float) -> ox.Literal:
    return _value(value, "double")


def _mathematical(name: str) -> Function:
    call: Callable[[float], float] = getattr(math, name) if name != "exp10" else lambda power: 10.0**power
    return lambda term: _double(call(float(_text(term))))


_OWN: Mapping[str, Function] = {
    "fold": lambda text: ox.Literal(fold(_text(text))),
    "matches": lambda text, words: _value(matches(_text(text), _text(words)), "boolean"),
    "similarity": _similarity,
    "localName": _local_name,
    "days": _days,
}
_MATHEMATICS: Mapping[str, Function] = {
    "pi": lambda: _double(math.pi),
    "pow": lambda base, power: _double(float(_text(base)) ** float(_text(power))),
    "atan2": lambda y, x: _double(math.atan2(float(_text(y)), float(_text(x)))),
    **{name: _mathematical(name) for name in _ONE_ARGUMENT},
}

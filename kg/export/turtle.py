"""Quads as Turtle (https://www.w3.org/TR/turtle/) and TriG (https://www.w3.org/TR/trig/), grouped by subject.

Only prefixes that occur are declared; numbers and booleans stand bare where their text allows it. Quads come arranged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kg.export.names import Names
from kg.export.ordering import RDF_TYPE, XSD
from kg.model import Iri, Literal, Quad, Term
from kg.store import write_term

_WIDTH = 110
_NEXT_PREDICATE = " ;\n    "
_NEXT_OBJECT = ",\n        "
_BARE = {
    f"{XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{XSD}double": re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+"),
    f"{XSD}boolean": re.compile(r"true|false"),
}


def write_turtle(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The text, subject by subject."""
    names = Names(prefixes)
    yield from _heading(names, quads)
    yield from _subjects(names, quads)


def write_trig(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The text, graph by graph, the default graph first."""
    names = Names(prefixes)
    yield from _heading(names, quads)
    for graph, inside in groupby(quads, key=lambda quad: quad[3]):
        if graph is None:
            yield from _subjects(names, list(inside))
        else:
            yield f"\n{names.write(graph)} {{\n"
            yield from _subjects(names, list(inside))
            yield "}\n"


def _heading(names: Names, quads: Sequence[Quad]) -> Iterator[str]:
    for prefix, namespace in names.used(_iris(quads)).items():
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _iris(quads: Sequence[Quad]) -> Iterator[Iri]:
    for quad in quads:
        for term in quad:
            if isinstance(term, Iri):
                if term != RDF_TYPE or term is not quad[1]:
                    yield term
            elif isinstance(term, Literal) and term.datatype is not None and not _is_bare(term):
                yield term.datatype


def _subjects(names: Names, quads: Sequence[Quad]) -> Iterator[str]:
    for subject, about in groupby(quads, key=lambda quad: quad[0]):
        lines = [
            _predicate(names, predicate, [quad[2] for quad in same])
            for predicate, same in groupby(about, key=lambda quad: quad[1])
        ]
        yield f"\n{_term(names, subject)} {_NEXT_PREDICATE.join(lines)} .\n"


def _predicate(names: Names, predicate: Iri, values: Sequence[Term]) -> str:
    verb = "a" if predicate == RDF_TYPE else names.write(predicate)
    written = [_term(names, value) for value in values]
    line = f"{verb} {', '.join(written)}"
    return line if len(line) <= _WIDTH or len(written) == 1 else f"{verb}\n        {_NEXT_OBJECT.join(written)}"


def _term(names: Names, term: Term) -> str:
    if isinstance(term, Iri):
        return names.write(term)
    if not isinstance(term, Literal) or term.datatype is None:
        return write_term(term)
    if _is_bare(term):
        return term.text
    return f"{write_term(Literal(term.text))}^^{names.write(term.datatype)}"


def _is_bare(literal: Literal) -> bool:
    form = _BARE.get(literal.datatype or "")
    return form is not None and literal.lang is None and form.fullmatch(literal.text) is not None

"""Terms as N-Triples text, which SPARQL and Turtle read too.

Follows canonical N-Triples, https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples.
Raises `StoreError` for an IRI with characters that could end it early; whether it is well-formed is the reader's check.
"""

from __future__ import annotations

import re

from kg.errors import StoreError
from kg.model import BlankNode, Iri, Literal, Term
from kg.store.terms import XSD_STRING

_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff]')
_LANGUAGE_TAG = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_BLANK_LABEL = re.compile(r"[\w·](?:[\w·.‿⁀-]*[\w·‿⁀-])?")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT_ESCAPES = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}


def write_term(term: Term) -> str:
    """The term as N-Triples text."""
    if isinstance(term, Iri):
        return write_iri(term)
    if isinstance(term, Literal):
        return write_literal(term)
    if isinstance(term, BlankNode) and _BLANK_LABEL.fullmatch(term):
        return f"_:{term}"
    raise StoreError(f"not an RDF term: {term!r}")


def write_iri(iri: Iri) -> str:
    """The IRI in angle brackets."""
    if not isinstance(iri, Iri) or _NOT_IN_IRI.search(iri):
        raise StoreError(f"not an IRI: {iri!r}")
    return f"<{iri}>"


def write_literal(literal: Literal) -> str:
    """The literal as N-Triples text."""
    quoted = f'"{escape(literal.text)}"'
    if literal.lang is not None:
        if not _LANGUAGE_TAG.fullmatch(literal.lang):
            raise StoreError(f"not a language tag: {literal.lang!r}")
        return f"{quoted}@{literal.lang}"
    if literal.datatype is None or literal.datatype == XSD_STRING:
        return quoted
    return f"{quoted}^^{write_iri(literal.datatype)}"


def escape(text: str) -> str:
    """The text as it stands between double quotes."""
    return _ESCAPED.sub(_escape_character, text)


def _escape_character(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04X}"

"""Quads as JSON-LD (https://www.w3.org/TR/json-ld11/), expanded, so that it needs no context to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.model import Quad
from kg.store import serialize


def write_jsonld(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The document. The expanded form has no prefixes."""
    del prefixes
    yield serialize(quads, "jsonld").decode() + "\n"

"""Quads as N-Triples (https://www.w3.org/TR/n-triples/) and N-Quads (https://www.w3.org/TR/n-quads/), one a line.

Lines are sorted by code point, as `LC_ALL=C sort` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.model import Quad
from kg.store import write_term


def write_lines(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The lines, without the graph for quads of the default graph. These formats have no prefixes."""
    del prefixes
    yield from sorted(f"{' '.join(write_term(term) for term in quad if term is not None)} .\n" for quad in quads)

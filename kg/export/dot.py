"""The network in Graphviz's language, https://graphviz.org/doc/info/lang.html."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.export.network import network
from kg.model import Quad

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "", "\0": ""})


def write_dot(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The graph. Nodes are named by their IRIs; the language has no prefixes."""
    del prefixes
    drawn = network(quads)
    yield "digraph kg {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n"
    for node in drawn.nodes:
        tooltip = f", tooltip={_quoted(node.entity_class)}" if node.entity_class else ""
        yield f"  {_quoted(node.iri)} [label={_quoted(node.label)}{tooltip}];\n"
    for edge in drawn.edges:
        yield f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [label={_quoted(edge.label)}];\n"
    yield "}\n"


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'

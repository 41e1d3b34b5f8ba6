"""The network as GraphML, http://graphml.graphdrawing.org/specification.html (Gephi, yEd, Cytoscape, igraph)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.export.network import network
from kg.export.xml import attribute, escape
from kg.model import Quad

_KEYS = (("label", "node"), ("class", "node"), ("relation", "edge"), ("iri", "edge"))


def write_graphml(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The document. Nodes are named by their IRIs; the format has no prefixes."""
    del prefixes
    drawn = network(quads)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, domain in _KEYS:
        yield f'  <key id="{name}" for="{domain}" attr.name="{name}" attr.type="string"/>\n'
    yield '  <graph edgedefault="directed">\n'
    for node in drawn.nodes:
        data = f"{_data('label', node.label)}{_data('class', node.entity_class)}"
        yield f"    <node{attribute('id', node.iri)}>{data}</node>\n"
    for number, edge in enumerate(drawn.edges):
        ends = f"{attribute('source', edge.source)}{attribute('target', edge.target)}"
        yield f'    <edge id="e{number}"{ends}>{_data("relation", edge.label)}{_data("iri", edge.relation)}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def _data(key: str, value: str) -> str:
    return f'<data key="{key}">{escape(value)}</data>' if value else ""

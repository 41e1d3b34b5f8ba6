"""The network as GraphML, http://graphml.graphdrawing.org/specification.html (Gephi, yEd, Cytoscape, igraph)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.export.network import Backing, Backings, network
from kg.export.xml import attribute, escape
from kg.model import Quad

_KEYS = (
    ("label", "node", "string"),
    ("class", "node", "string"),
    ("relation", "edge", "string"),
    ("iri", "edge", "string"),
    ("confidence", "edge", "double"),
    ("documents", "edge", "string"),
    ("status", "edge", "string"),
)


def write_graphml(
    quads: Sequence[Quad], prefixes: Mapping[str, str], backings: Backings | None = None
) -> Iterator[str]:
    """The document. Nodes are named by their IRIs; the format has no prefixes."""
    del prefixes
    drawn = network(quads, backings)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, domain, kind in _KEYS:
        yield f'  <key id="{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    for node in drawn.nodes:
        data = f"{_data('label', node.label)}{_data('class', node.entity_class)}"
        yield f"    <node{attribute('id', node.iri)}>{data}</node>\n"
    for number, edge in enumerate(drawn.edges):
        ends = f"{attribute('source', edge.source)}{attribute('target', edge.target)}"
        said = f"{_data('relation', edge.label)}{_data('iri', edge.relation)}{_backing(edge.backing)}"
        yield f'    <edge id="e{number}"{ends}>{said}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def _backing(backing: Backing) -> str:
    confidence = "" if backing.confidence is None else f"{backing.confidence:g}"
    documents = _data("documents", "; ".join(backing.documents))
    return f"{_data('confidence', confidence)}{documents}{_data('status', backing.status)}"


def _data(key: str, value: str) -> str:
    return f'<data key="{key}">{escape(value)}</data>' if value else ""

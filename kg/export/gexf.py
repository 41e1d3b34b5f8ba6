"""The network as GEXF 1.3, https://gexf.net/ (Gephi)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.export.network import Backings, Edge, network
from kg.export.xml import attribute
from kg.model import Quad

_EDGE = (("iri", "string"), ("confidence", "double"), ("documents", "string"), ("status", "string"))


def write_gexf(quads: Sequence[Quad], prefixes: Mapping[str, str], backings: Backings | None = None) -> Iterator[str]:
    """The document, without a date, so that equal graphs are equal files. The format has no prefixes."""
    del prefixes
    drawn = network(quads, backings)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '  <graph defaultedgetype="directed" mode="static">\n'
    yield '    <attributes class="node"><attribute id="class" title="class" type="string"/></attributes>\n'
    told = "".join(f'<attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind in _EDGE)
    yield f'    <attributes class="edge">{told}</attributes>\n    <nodes>\n'
    for node in drawn.nodes:
        names = f"{attribute('id', node.iri)}{attribute('label', node.label)}"
        yield f"      <node{names}>{_values({'class': node.entity_class})}</node>\n"
    yield "    </nodes>\n    <edges>\n"
    for number, edge in enumerate(drawn.edges):
        ends = f"{attribute('source', edge.source)}{attribute('target', edge.target)}{attribute('label', edge.label)}"
        yield f'      <edge id="{number}"{ends}>{_values(_told(edge))}</edge>\n'
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _told(edge: Edge) -> dict[str, str]:
    confidence, documents, status = edge.backing
    sure = "" if confidence is None else f"{confidence:g}"
    return {"iri": edge.relation, "confidence": sure, "documents": "; ".join(documents), "status": status}


def _values(values: Mapping[str, str]) -> str:
    told = "".join(f'<attvalue for="{name}"{attribute("value", value)}/>' for name, value in values.items() if value)
    return f"<attvalues>{told}</attvalues>" if told else ""

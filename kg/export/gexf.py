"""The network as GEXF 1.3, https://gexf.net/ (Gephi)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.export.network import network
from kg.export.xml import attribute
from kg.model import Quad


def write_gexf(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The document, without a date, so that equal graphs are equal files. The format has no prefixes."""
    del prefixes
    drawn = network(quads)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '  <graph defaultedgetype="directed" mode="static">\n'
    yield '    <attributes class="node"><attribute id="class" title="class" type="string"/></attributes>\n'
    yield '    <attributes class="edge"><attribute id="iri" title="iri" type="string"/></attributes>\n    <nodes>\n'
    for node in drawn.nodes:
        names = f"{attribute('id', node.iri)}{attribute('label', node.label)}"
        yield f"      <node{names}>{_value('class', node.entity_class)}</node>\n"
    yield "    </nodes>\n    <edges>\n"
    for number, edge in enumerate(drawn.edges):
        ends = f"{attribute('source', edge.source)}{attribute('target', edge.target)}{attribute('label', edge.label)}"
        yield f'      <edge id="{number}"{ends}>{_value("iri", edge.relation)}</edge>\n'
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _value(name: str, value: str) -> str:
    return f'<attvalues><attvalue for="{name}"{attribute("value", value)}/></attvalues>' if value else ""

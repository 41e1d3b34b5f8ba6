"""The triples around one node of the default graph, read as cheaply as Python can, for walks over the graph.

`Store.quads` builds four terms a quad and guards each step; a search that reads thousands of triples needs two.
"""

from __future__ import annotations

import pyoxigraph as ox

from kg.model import Iri

_DEFAULT = ox.DefaultGraph()


def links(
    store: ox.Store, node: Iri, predicate: Iri | None, *, inward: bool, most: int | None
) -> list[tuple[Iri, Iri]]:
    """(property, other end) of the node's triples whose other end is an IRI, in no order; at most `most` of them."""
    name = ox.NamedNode(node)
    chosen = None if predicate is None else ox.NamedNode(predicate)
    quads = store.quads_for_pattern(None if inward else name, chosen, name if inward else None, _DEFAULT)
    found: list[tuple[Iri, Iri]] = []
    for quad in quads:
        other = quad.subject if inward else quad.object
        if type(other) is ox.NamedNode:
            found.append((Iri(quad.predicate.value), Iri(other.value)))
            if len(found) == most:
                break
    return found

"""Says what may be wrong with a query that found nothing: names that the graph doesn't have, and the nearest it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import Iri
from shell.names import expand, nearest, shorten
from shell.statement import names_in

if TYPE_CHECKING:
    from kg import Graph

#: Prefixes whose names stand for something in the graph.
_CHECKED = ("kg", "ent", "rel")


def for_empty(query: str, graph: Graph) -> list[str]:
    """One line for each name of the query that the graph doesn't have."""
    found = []
    for name in dict.fromkeys(token.text for token in names_in(query)):
        iri = expand(name, graph.prefixes)
        if name.partition(":")[0] in _CHECKED and iri is not None and not _occurs(iri, graph):
            near = _nearest(name, graph)
            found.append(f"{name} is nowhere in the graph{f'; did you mean {near}?' if near else ''}")
    return found


def _occurs(iri: Iri, graph: Graph) -> bool:
    patterns = (f"<{iri}> ?p ?o", f"?s <{iri}> ?o", f"?s ?p <{iri}>")
    return any(graph.query(f"ASK {{ {pattern} }}") is True for pattern in patterns)


def _nearest(name: str, graph: Graph) -> str | None:
    prefix, _, local = name.partition(":")
    if prefix == "ent":
        hits = graph.find(local.replace("_", " "), limit=5)
        return shorten(hits[0].iri, graph.prefixes) if hits else None
    schema = graph.schema()
    return nearest(name, [shorten(item.iri, graph.prefixes) for item in (*schema.predicates, *schema.classes)])

"""Says why a query found nothing: names that the graph doesn't have, or the part of the pattern that leaves nothing.

`for_empty` is a task (see `running`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg import Iri, KgError
from shell import dissect
from shell.names import expand, nearest, shorten
from shell.statement import names_in

if TYPE_CHECKING:
    from kg import Graph

#: Prefixes whose names stand for something in the graph.
_CHECKED = ("kg", "ent", "rel")


def for_empty(graph: Graph, query: str) -> Iterator[str]:
    """One line for each name of the query that the graph doesn't have; else the part that leaves nothing."""
    found = list(_unknown(graph, query))
    yield from found
    pattern = None if found else dissect.pattern(query)
    if pattern is None or len(pattern.parts) < 2:
        return
    part = dissect.leaves(graph, pattern)
    if part is not None:
        alone = _alone(graph, pattern, part)
        yield f"with `{' '.join(part.split())}` nothing is left{alone}"


def _alone(graph: Graph, pattern: dissect.Pattern, part: str) -> str:
    """Whether the part finds something by itself."""
    if part.upper().startswith(("FILTER", "BIND", "MINUS", "VALUES")):
        return ""
    try:
        some = graph.query(f"{pattern.prologue} ASK {{ {part} }}")
    except KgError:
        return ""
    return "; by itself it does match" if some else "; it matches nothing by itself either"


def _unknown(graph: Graph, query: str) -> Iterator[str]:
    for name in dict.fromkeys(token.text for token in names_in(query)):
        iri = expand(name, graph.prefixes)
        if name.partition(":")[0] in _CHECKED and iri is not None and not _occurs(iri, graph):
            near = _nearest(name, graph)
            yield f"{name} is nowhere in the graph{f'; did you mean {near}?' if near else ''}"


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

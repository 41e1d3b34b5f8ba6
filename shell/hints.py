"""Says why a query found nothing, and which query plain words stand for.

`for_empty` names what the graph doesn't have, or the part of the pattern that leaves nothing; `for_names` does it for
things and properties; `for_words` makes a query of those that are named in plain words. All are tasks (see `running`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg import Iri, KgError, UnknownEntity, write_name
from shell import dissect
from shell.names import expand, fold, local_words, nearest
from shell.statement import names_in

if TYPE_CHECKING:
    from kg import Graph

#: Prefixes whose names stand for something in the graph.
_CHECKED = ("kg", "ent", "rel")
#: Seconds that an endpoint may take for each question behind a hint.
_SECONDS = 3.0


def for_empty(graph: Graph, query: str) -> Iterator[str]:
    """One line for each name of the query that the graph doesn't have; else the part that leaves nothing."""
    yield from _patient(graph, _for_empty(graph, query))


def _patient(graph: Graph, hints: Iterator[str]) -> Iterator[str]:
    """The hints; no more of them than an endpoint gives in a short time, since nobody asked for them."""
    if not graph.served:
        yield from hints
        return
    try:
        with graph.within(_SECONDS):
            yield from hints
    except KgError:  # what the person did ask for was answered
        return


def _for_empty(graph: Graph, query: str) -> Iterator[str]:
    found = list(_unknown(graph, query))
    yield from found
    pattern = None if found else dissect.pattern(query)
    if pattern is None or len(pattern.parts) < 2:
        return
    part = dissect.leaves(graph, pattern)
    if part is not None:
        alone = _alone(graph, pattern, part)
        yield f"with `{' '.join(part.split())}` nothing is left{alone}"


def for_names(graph: Graph, iris: Sequence[Iri]) -> Iterator[str]:
    """One line for each thing or property that the graph doesn't have, with the name that comes nearest."""
    prefixes = graph.prefixes
    yield from (_absent(write_name(iri, prefixes), graph) for iri in dict.fromkeys(iris) if not _occurs(iri, graph))


def for_words(graph: Graph, text: str) -> Iterator[str]:
    """The query that plain words (`who left Meta`) come near to, if they name a property and a thing."""
    yield from _patient(graph, _for_words(graph, text))


def _for_words(graph: Graph, text: str) -> Iterator[str]:
    words = text.rstrip("?!. ").split()
    if any(mark in text for mark in "{}<>:"):
        return
    known = {fold(term.label): term.iri for term in graph.schema().predicates}
    spans = sorted(((i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1)), key=lambda s: s[0] - s[1])
    for i, j in spans:
        relation = known.get(fold(" ".join(words[i:j])))
        if relation is None:
            continue
        before, after = (_thing(graph, part) for part in (words[:i], words[j:]))
        name = write_name(relation, graph.prefixes)
        if after or before:
            pattern = f"?who {name} {after}" if after else f"{before} {name} ?what"
            yield f"perhaps: SELECT {'?who' if after else '?what'} {{ {pattern} }}"
            return


def _thing(graph: Graph, words: list[str]) -> str:
    """The one thing that is called so, as a query names it; nothing where there is none."""
    try:
        return write_name(graph.entity(" ".join(words)), graph.prefixes) if words else ""
    except UnknownEntity:
        return ""


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
            yield _absent(name, graph)


def _absent(name: str, graph: Graph) -> str:
    near = _nearest(name, graph)
    return f"{name} is nowhere in the graph{f'; did you mean {near}?' if near else ''}"


def _occurs(iri: Iri, graph: Graph) -> bool:
    patterns = (f"<{iri}> ?p ?o", f"?s <{iri}> ?o", f"?s ?p <{iri}>")
    return any(graph.query(f"ASK {{ {pattern} }}") is True for pattern in patterns)


def _nearest(name: str, graph: Graph) -> str | None:
    if name.startswith("ent:"):
        hits = graph.find(local_words(name), limit=5)
        return write_name(hits[0].iri, graph.prefixes) if hits else None
    schema = graph.schema()
    return nearest(name, [write_name(item.iri, graph.prefixes) for item in (*schema.predicates, *schema.classes)])

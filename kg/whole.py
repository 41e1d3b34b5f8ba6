"""What reads the whole of a graph: of a store behind an address all is fetched once, and not piece by piece."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from kg.graph import Graph

P = ParamSpec("P")
R = TypeVar("R")


def whole(task: Callable[Concatenate[Graph, P], R]) -> Callable[Concatenate[Graph, P], R]:
    """The task, which returns what it made and yields nothing, with the graph's store at hand."""

    @wraps(task)
    def at_hand(graph: Graph, /, *arguments: P.args, **keywords: P.kwargs) -> R:
        with graph._store.at_hand():
            return task(graph, *arguments, **keywords)

    return at_hand

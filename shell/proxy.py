"""A graph that passes the calls of its methods on to the worker, so that commands need not know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import kg
from shell.worker import Task

if TYPE_CHECKING:
    from kg import Graph

#: What may take as long and as much as it needs: it changes or writes the graph, and says how far it is.
_UNLIMITED = frozenset({"build", "remove", "update", "apply", "load", "export", "draw", "validate", "infer", "close"})
_NOBODY: Mapping[str, Callable[..., None]] = {}


class Caller(Protocol):
    """Runs tasks on the worker's graph."""

    def do(self, task: Task, heard: Mapping[str, Callable[..., None]] = _NOBODY, *, limited: bool = True) -> Any:
        """The task's value, or an iterator over what it yields."""
        ...


class RemoteGraph:
    """Passes the calls of a graph's methods on to the worker."""

    def __init__(self, worker: Caller) -> None:
        self._worker = worker

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that queries know."""
        return dict(self._worker.do(Task(_attribute, ("prefixes",))))

    @property
    def base(self) -> str:
        """What the IRIs of the graph begin with."""
        return str(self._worker.do(Task(_attribute, ("base",))))

    def query(self, text: str) -> Any:
        """What a query gives, read to its end."""
        return self._worker.do(Task(_queried, (text,)))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return partial(self._ask, name)

    def _ask(self, name: str, /, *arguments: Any, **keywords: Any) -> Any:
        heard = {key: value for key, value in keywords.items() if callable(value)}
        plain = {key: value for key, value in keywords.items() if key not in heard}
        task = Task(_method, (name, *arguments), plain)
        return self._worker.do(task, heard, limited=name not in _UNLIMITED)


@dataclass(frozen=True, slots=True)
class ReadRows:
    """The solutions of a SELECT, read to their end."""

    variables: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def _attribute(graph: Graph, name: str) -> Any:
    return getattr(graph, name)


def _method(graph: Graph, name: str, /, *arguments: Any, **keywords: Any) -> Any:
    return getattr(graph, name)(*arguments, **keywords)


def _queried(graph: Graph, text: str) -> Any:
    result = graph.query(text)
    if isinstance(result, bool):
        return result
    if isinstance(result, kg.Rows):
        return ReadRows(result.variables, [tuple(row) for row in result])
    return list(result)

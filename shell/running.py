"""Where the shell's tasks run: here, in this process, or (see `remote`) in a worker that can be stopped.

A task is a function that takes the open graph first. `Runner.graph` is the graph itself, or one that passes its methods
on to the worker, so that commands need not know which it is.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kg import KgError

if TYPE_CHECKING:
    from kg import Graph

T = TypeVar("T")


class Stopped(Exception):
    """The person stopped the task."""


class OverBudget(KgError):
    """A task that took more memory or time than it may."""


@dataclass(slots=True)
class Budget:
    """What one question may take: seconds, and bytes of memory beyond what the store holds; None is no limit."""

    seconds: float | None = None
    memory: int | None = None


class Runner(Protocol):
    """Runs tasks on a graph."""

    budget: Budget

    @property
    def graph(self) -> Graph:
        """The graph, as commands use it."""
        ...

    def run(self, call: Callable[[], T]) -> T:
        """What the call returns or raises; `Stopped` where Ctrl-C comes first. It may ask the graph several times."""
        ...

    def call(self, task: Callable[..., T], *arguments: Any) -> T:
        """What `task(graph, *arguments)` returns."""
        ...

    def stream(self, task: Callable[..., Iterable[T]], *arguments: Any) -> Generator[T, None, None]:
        """What `task(graph, *arguments)` yields, as it comes."""
        ...

    def aside(self, task: Callable[..., Iterable[T]], *arguments: Any) -> Generator[T, None, None]:
        """The same beside other tasks, for another thread of the shell."""
        ...

    def open(self, place: str, *, create: bool = False, update: str | None = None) -> None:
        """Opens another store in place of this one; where that fails, this one stays.

        `update` is where an endpoint takes updates.
        """
        ...

    def close(self) -> None:
        """Gives the store free."""
        ...


class Here:
    """Runs tasks in this process; for commands that run once."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.budget = Budget()

    def run(self, call: Callable[[], T]) -> T:
        """What the call returns or raises."""
        try:
            return call()
        except KeyboardInterrupt:
            raise Stopped from None

    def call(self, task: Callable[..., T], *arguments: Any) -> T:
        """What the task returns."""
        return self.run(lambda: task(self.graph, *arguments))

    def stream(self, task: Callable[..., Iterable[T]], *arguments: Any) -> Generator[T, None, None]:
        """What the task yields."""
        try:
            yield from task(self.graph, *arguments)
        except KeyboardInterrupt:
            raise Stopped from None

    aside = stream

    def open(self, place: str, *, create: bool = False, update: str | None = None) -> None:
        """Opens another store in place of this one."""
        from kg import open as open_graph

        opened = open_graph(place, create=create, update=update)
        self.graph.close()
        self.graph = opened

    def close(self) -> None:
        """Gives the store free."""
        self.graph.close()

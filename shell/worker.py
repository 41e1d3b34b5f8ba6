"""The process that owns the store and runs what the shell asks for: `python -m shell.worker STORE`.

It reads tasks from standard input and answers on standard output (see `wire`); it ends with its input. One task runs at
a time, and beside it one in the background (the words for completion). A task is a function of this program that
takes the open graph first. The shell ends the whole process to stop a task: Oxigraph can't be interrupted inside one.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import IO, Any, NamedTuple

import kg
from shell.wire import Message, failure, receive, send

#: Items, and characters of text, that an answer gathers before it sends them; the seconds after which it sends fewer.
_BATCH, _CHARACTERS, _SECONDS = 500, 1 << 18, 0.05


class Opening(NamedTuple):
    """Which graph to open, and how."""

    place: str
    base: str | None = None
    create: bool = False
    ontology: tuple[str, ...] = ()
    network: bool = False
    update: str | None = None

    def graph(self) -> kg.Graph:
        """The open graph."""
        return kg.open(
            self.place,
            base=self.base,
            create=self.create,
            ontology=self.ontology,
            network=self.network,
            update=self.update,
        )


class Task(NamedTuple):
    """A call of `function(graph, *arguments)`. `heard` names keyword arguments that are functions of the shell's."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()
    keywords: Mapping[str, Any] | None = None
    heard: tuple[str, ...] = ()
    background: bool = False


class _Worker:
    """The graph and the tasks that wait for it."""

    def __init__(self, source: IO[bytes], sink: IO[bytes]) -> None:
        self._source, self._sink, self._writing = source, sink, threading.Lock()
        self._tasks: dict[bool, queue.SimpleQueue[tuple[int, Task] | None]] = {
            background: queue.SimpleQueue() for background in (False, True)
        }
        self._cancelled: set[int] = set()

    def run(self) -> None:
        """Opens the graph that the first message names, and works until told to close it."""
        first = receive(self._source)
        if first is None:
            return
        try:
            graph = first.value.graph()
        except Exception as error:  # the shell shows it
            self._say(0, "error", failure(error))
            return
        self._say(0, "value")
        threading.Thread(target=self._read, daemon=True, name="kg messages").start()
        threading.Thread(target=self._work, args=(graph, True), daemon=True, name="kg background").start()
        self._work(graph, False)
        graph.close()
        os._exit(0)  # at once: nothing is left to tidy up

    def _read(self) -> None:
        """Takes messages in; ends the process where the shell has gone, whatever it is doing."""
        while (message := receive(self._source)) is not None:
            if message.kind == "cancel":
                self._cancelled.add(message.task)
            elif message.kind == "close":
                self._tasks[True].put(None)
                self._tasks[False].put(None)
            else:
                self._tasks[message.value.background].put((message.task, message.value))
        os._exit(0)

    def _work(self, graph: kg.Graph, background: bool) -> None:
        while (task := self._tasks[background].get()) is not None:
            self._do(graph, *task)

    def _do(self, graph: kg.Graph, number: int, task: Task) -> None:
        hearers = {name: partial(self._tell, number, name) for name in task.heard}
        try:
            result = task.function(graph, *task.arguments, **(task.keywords or {}), **hearers)
            if isinstance(result, Iterator):
                self._say(number, "stream")
                self._items(number, result)
                result = None
            self._say(number, "value", result)
        except Exception as error:  # whatever it is belongs to whoever asked
            self._say(number, "error", failure(error))

    def _items(self, number: int, items: Iterator[Any]) -> None:
        """Sends what a task gives one by one, in batches."""
        held: list[Any] = []
        sent, characters = time.monotonic(), 0
        for item in items:
            if number in self._cancelled:
                return
            held.append(item)
            characters += len(item) if isinstance(item, str) else 0
            if len(held) >= _BATCH or characters > _CHARACTERS or time.monotonic() - sent > _SECONDS:
                self._say(number, "items", held)
                held, sent, characters = [], time.monotonic(), 0
        if held:
            self._say(number, "items", held)

    def _tell(self, number: int, name: str, *values: Any) -> None:
        self._say(number, "heard", (name, values))

    def _say(self, number: int, kind: str, value: Any = None) -> None:
        with self._writing:
            send(self._sink, Message(number, kind, value))


def main() -> None:
    """Works for the shell that started this process."""
    # What libraries print must not get among the answers.
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        _Worker(sys.stdin.buffer, sink).run()
    except BrokenPipeError:
        return


if __name__ == "__main__":
    main()

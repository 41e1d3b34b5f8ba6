"""The shell's end of the worker: asks it, watches what it takes, and ends it to stop a task.

`Worker` is a `Runner`. A worker that was ended is replaced in the background, and the next task waits for it; the store
has then what was acknowledged, and nothing of the rest. Where the store is `:memory:` it lies in a folder of its own
until the end, since a process that is ended keeps nothing.
"""

from __future__ import annotations

import queue
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from kg import KgError, StoreError
from shell import memory
from shell.process import GONE, Process, value
from shell.proxy import RemoteGraph
from shell.running import Budget, OverBudget, Stopped
from shell.wire import Message
from shell.worker import Opening, Task

if TYPE_CHECKING:
    from kg import Graph

T = TypeVar("T")
MEMORY = ":memory:"
#: Seconds that a worker has to end an answer of which no more is wanted.
_PATIENCE = 0.15
_NOBODY: Mapping[str, Callable[..., None]] = {}


class Worker:
    """Runs tasks in a process of its own."""

    def __init__(self, opening: Opening, *, budget: Budget | None = None) -> None:
        self.budget = budget or Budget()
        self._graph = RemoteGraph(self)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._opening = self._placed(opening)
        self._process = Process(self._opening)
        self._ready: threading.Thread | None = None

    # ------------------------------------------------------------ life

    def opened(self) -> None:
        """Waits until the store is open; raises what kept it from that."""
        try:
            self._process.opened()
        except BaseException:
            self.close()
            raise

    def open(self, place: str, *, create: bool = False, update: str | None = None) -> None:
        """Opens another store in place of this one; where that fails, this one stays."""
        if self._ready is not None:
            self._ready.join()
        folder = self._folder
        opening = self._placed(Opening(place, create=create, network=self._opening.network, update=update))
        process = Process(opening)
        try:
            process.opened()
        except BaseException:
            process.close(0)
            if self._folder is not folder:
                cast("tempfile.TemporaryDirectory[str]", self._folder).cleanup()
            self._folder = folder
            raise
        self._process.close(10)
        if folder is not None:
            folder.cleanup()
        if self._folder is folder:
            self._folder = None
        self._process, self._opening = process, opening

    def close(self) -> None:
        """Gives the store free and ends the process."""
        if self._ready is not None:
            self._ready.join()
        self._process.close(10)
        if self._folder is not None:
            self._folder.cleanup()

    def stop(self) -> None:
        """Ends the process and starts another; returns at once."""
        gone = self._process
        gone.kill()
        self._ready = threading.Thread(target=self._replace, args=(gone,), daemon=True, name="kg restart")
        self._ready.start()

    def _replace(self, gone: Process) -> None:
        gone.reap()  # the store's lock goes with it
        self._process = Process(self._opening)

    def _settled(self) -> Process:
        """The process, once it is there."""
        if self._ready is not None:
            self._ready.join()
            self._ready = None
        try:
            self._process.opened()
        except KgError:
            self.stop()  # another try, the next time
            raise
        return self._process

    def _placed(self, opening: Opening) -> Opening:
        if opening.place != MEMORY:
            return opening
        self._folder = tempfile.TemporaryDirectory(prefix="kg-", ignore_cleanup_errors=True)
        return opening._replace(place=str(Path(self._folder.name) / "memory"), create=True)

    # ------------------------------------------------------------ tasks

    @property
    def graph(self) -> Graph:
        """A graph whose methods run in the worker."""
        return cast("Graph", self._graph)

    def run(self, call: Callable[[], T]) -> T:
        """What the call returns or raises; what it asks the graph can be stopped."""
        try:
            return call()
        except KeyboardInterrupt:
            raise Stopped from None

    def call(self, task: Callable[..., T], *arguments: Any) -> T:
        """What the task returns."""
        return cast("T", self.do(Task(task, arguments)))

    def stream(self, task: Callable[..., Iterable[T]], *arguments: Any) -> Generator[T, None, None]:
        """What the task yields, as it comes."""
        return cast("Generator[T, None, None]", self.do(Task(task, arguments)))

    def aside(self, task: Callable[..., Iterable[T]], *arguments: Any) -> Generator[T, None, None]:
        """What the task yields, beside other tasks. Raises `Stopped` where the worker is ended for another's sake."""
        process = self._process
        number, answers = process.ask(Task(task, arguments, background=True))
        while True:
            message = process.take(answers)
            if message is GONE:
                raise Stopped
            if message is not None and message.kind == "items":
                yield from message.value
            elif message is not None and message.kind != "stream":
                process.forget(number)
                value(message)
                return

    def do(self, task: Task, heard: Mapping[str, Callable[..., None]] = _NOBODY, *, limited: bool = True) -> Any:
        """Runs a task; its value, or an iterator over what it yields. `heard` are functions that it may call."""
        process = self._settled()
        watch = _Watch(process.number, self.budget if limited else Budget())
        try:
            number, answers = process.ask(task._replace(heard=tuple(heard)))
            asked = _Asked(number, answers, watch, heard)
            message = self._next(process, asked)
        except KeyboardInterrupt:
            self.stop()
            raise Stopped from None
        if message.kind == "stream":
            return self._items(process, asked)
        process.forget(number)
        return value(message)

    def _items(self, process: Process, asked: _Asked) -> Iterator[Any]:
        ended = False
        try:
            while (message := self._next(process, asked)).kind == "items":
                yield from message.value
            ended = True
            value(message)
        except KeyboardInterrupt:
            ended = True
            self.stop()
            raise Stopped from None
        finally:
            if not ended and process is self._process:
                self._leave(process, asked)
            process.forget(asked.number)

    def _leave(self, process: Process, asked: _Asked) -> None:
        """Ends an answer of which no more is wanted, and the worker with it where it takes no notice."""
        process.cancel(asked.number)
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            message = process.take(asked.answers)
            if message is not None and message.kind in {"value", "error"}:
                return
        self.stop()

    def _next(self, process: Process, asked: _Asked) -> Message:
        """The next answer of a task, watching over what it takes meanwhile."""
        while True:
            message = process.take(asked.answers)
            if message is GONE:
                said = process.last_words()
                self.stop()
                raise StoreError(f"the process of the store ended ({said}) and was started anew; nothing was lost")
            if message is not None and message.kind == "heard":
                name, values = message.value
                asked.heard[name](*values)
            elif message is not None:
                asked.watch.rest()
                return message
            elif reason := asked.watch.exceeded():
                self.stop()
                raise OverBudget(reason)


class _Watch:
    """Says when a process has taken more than its budget since the last answer."""

    def __init__(self, process: int, budget: Budget) -> None:
        self._process, self._budget = process, budget
        self._memory = memory.used(process) if budget.memory else 0
        self._began = time.monotonic()

    def rest(self) -> None:
        """Counts the time from now: what comes before an answer is read is the reader's."""
        self._began = time.monotonic()

    def exceeded(self) -> str | None:
        """What the process took too much of; None where it keeps to its budget."""
        seconds, most = self._budget.seconds, self._budget.memory
        if seconds is not None and time.monotonic() - self._began > seconds:
            return f"stopped after {seconds:g} s; narrow the question, or allow more with `.set timeout SECONDS`"
        if most is not None and memory.used(self._process) - self._memory > most:
            size = memory.show_size(most)
            return f"stopped at {size} of memory; narrow the question, or allow more with `.set memory SIZE`"
        return None


class _Asked(NamedTuple):
    """A task that was asked for."""

    number: int
    answers: queue.Queue[Message]
    watch: _Watch
    heard: Mapping[str, Callable[..., None]]

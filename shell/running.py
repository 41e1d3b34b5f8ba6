"""Runs a task so that Ctrl-C ends the wait for it and keeps the session.

The seam for a worker process: now a thread, since the store lets others run while it works but can't be interrupted.
A task given up is told to stop at its next step in Python; until then it keeps its core busy. `Runner.left` says so.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Stopped(Exception):
    """The person stopped the task."""


class Abandoned(BaseException):
    """Raised inside a task that nobody waits for any more."""


class _Task(threading.Thread, Generic[T]):
    """One call in a thread of its own."""

    def __init__(self, call: Callable[[], T]) -> None:
        super().__init__(daemon=True, name="kg task")
        self._call = call
        self.done = threading.Event()
        self.results: list[T] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.results.append(self._call())
        except Abandoned:
            return
        except BaseException as error:  # handed to the thread that waits
            self.error = error
        finally:
            self.done.set()


class Runner:
    """Runs one task at a time."""

    def __init__(self) -> None:
        self._abandoned: list[_Task[Any]] = []

    def run(self, call: Callable[[], T]) -> T:
        """What the call returns or raises; `Stopped` where Ctrl-C comes first."""
        task = _Task(call)
        try:
            task.start()
            # Not `join`: one that Ctrl-C interrupts takes the thread for ended.
            while not task.done.wait(0.1):
                pass
        except KeyboardInterrupt:
            _abandon(task)
            self._abandoned.append(task)
            raise Stopped from None
        if task.error is not None:
            raise task.error
        return task.results[0]

    @property
    def left(self) -> bool:
        """Whether a task that was given up is still running."""
        self._abandoned = [task for task in self._abandoned if not task.done.is_set()]
        return bool(self._abandoned)


def _abandon(task: threading.Thread) -> None:
    """Asks Python to raise `Abandoned` in the task's thread at its next bytecode."""
    if task.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(task.ident), ctypes.py_object(Abandoned))

"""A worker process as the shell sees it: started, asked, heard, ended."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from kg import StoreError, without_password
from shell.wire import Message, receive, send
from shell.worker import Opening, Task

_SECONDS = 0.05
_WAITING = 8
#: Stands for the answer of a process that has ended.
GONE = Message(0, "gone")


class Process:
    """One worker process, and the tasks that it has not answered yet."""

    def __init__(self, opening: Opening) -> None:
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed with the process
        paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-m", "shell.worker", without_password(opening.place)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=dict(os.environ) | {"PYTHONPATH": paths},
            start_new_session=True,  # so that Ctrl-C reaches the shell alone
        )
        self._waiting: dict[int, queue.Queue[Message]] = {}
        self._sending, self._last, self._gone = threading.Lock(), 0, False
        self._first = self.expect(0)
        self._opening: Message | None = None
        self._send(Message(0, "open", opening))
        threading.Thread(target=self._read, daemon=True, name="kg answers").start()

    @property
    def number(self) -> int:
        """The process's number."""
        return self._popen.pid

    def opened(self) -> None:
        """Waits until the store is open; raises what kept it from that."""
        while self._opening is None:
            self._opening = self.take(self._first)
        if self._opening.kind == "error":
            raise self._opening.value
        if self._opening is GONE:
            raise StoreError(f"the process of the store could not start ({self.last_words()})")

    def take(self, answers: queue.Queue[Message]) -> Message | None:
        """The next answer, or None where none comes soon."""
        try:
            return answers.get(timeout=_SECONDS)
        except queue.Empty:
            return GONE if self._gone and answers.empty() else None

    def ask(self, task: Task) -> tuple[int, queue.Queue[Message]]:
        """Sends a task; its number, and where the answers come."""
        with self._sending:
            self._last += 1
            number = self._last
        found = self.expect(number)
        self._send(Message(number, "task", task))
        return number, found

    def expect(self, number: int) -> queue.Queue[Message]:
        """Where the answers to a task will come; few wait there, so that a reader who is slow slows the worker."""
        found: queue.Queue[Message] = queue.Queue(_WAITING)
        self._waiting[number] = found
        return found

    def forget(self, number: int) -> None:
        """Drops the answers to a task that may still come."""
        self._waiting.pop(number, None)

    def cancel(self, number: int) -> None:
        """Asks the worker to give no more of an answer."""
        self._send(Message(number, "cancel"))

    def kill(self) -> None:
        """Ends the process, and those that it started, at once."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._popen.pid, signal.SIGKILL)

    def close(self, seconds: float) -> None:
        """Lets the process close its store; ends it where it does not."""
        self._send(Message(0, "close"))
        try:
            self._popen.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
        self.reap()

    def reap(self) -> None:
        """Waits until the process has ended and gives free what belonged to it."""
        self._popen.wait()
        for stream in (self._popen.stdin, self._popen.stdout, self._errors):
            with suppress(OSError):
                if stream is not None and stream is not self._popen.stdout:
                    stream.close()

    def last_words(self) -> str:
        """Why the process ended, as far as it said so."""
        code = self._popen.wait()
        with suppress(OSError, ValueError):
            self._errors.seek(0)
            lines = self._errors.read().decode(errors="replace").split("\n")
            said = next((line.strip() for line in reversed(lines) if line.strip()), "")
            if said:
                return said
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def _send(self, message: Message) -> None:
        with self._sending, suppress(OSError, ValueError):  # the reader tells that the process has gone
            send(cast("IO[bytes]", self._popen.stdin), message)

    def _read(self) -> None:
        """Hands out answers until the process ends."""
        stream = cast("IO[bytes]", self._popen.stdout)
        try:
            while (message := receive(stream)) is not None:
                self._hand_out(message)
        except (OSError, ValueError):
            return  # closed from our side
        finally:
            self._gone = True
            stream.close()

    def _hand_out(self, message: Message) -> None:
        """Waits with an answer until there is room for it, or nobody wants it any more."""
        while (waiting := self._waiting.get(message.task)) is not None:
            with suppress(queue.Full):
                waiting.put(message, timeout=_SECONDS)
                return


def value(message: Message) -> Any:
    """What an answer says; raises the error that it is."""
    if message.kind == "error":
        raise message.value
    return message.value

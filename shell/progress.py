"""A progress bar on standard error, for people only: nothing is written where standard error is no terminal."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType

from shell.render import cell, width_of, wrap
from shell.streams import is_terminal

_CELLS = 20
_SECONDS = 0.08


class Bar:
    """A line that is rewritten in place, at most some twelve times a second."""

    def __init__(self) -> None:
        self._shown = is_terminal(sys.stderr)
        self._last = 0.0

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def update(self, done: int, total: int | None, text: str) -> None:
        """Shows how far it is; without a total, how many are done."""
        now = time.monotonic()
        if not self._shown or (now - self._last < _SECONDS and done != total):
            return
        self._last = now
        room = max(shutil.get_terminal_size().columns - 1, 10)
        sys.stderr.write("\r" + wrap(bar(done, total, text), room)[0] + "\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away, so that a message can be written."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def bar(done: int, total: int | None, text: str) -> str:
    """The line itself: how much is done, and of what."""
    shown = cell(text)
    if width_of(shown) > 60:
        shown = "…" + shown[-59:]
    if not total:
        return f"{done} done  {shown}" if done else shown
    full = _CELLS * min(done, total) // total
    return f"{'█' * full}{'░' * (_CELLS - full)} {done}/{total}  {shown}"

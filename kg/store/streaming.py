"""What pyoxigraph writes to a file, as pieces that are made while they are read.

pyoxigraph pushes its results into a file, and readers want to pull them. A thread writes into a pipe; a reader who is
slow holds it up, and one who leaves ends it, so that an answer of any size takes little memory.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO

#: Bytes of a piece at most.
_PIECE = 1 << 16


def pieces(write: Callable[[IO[bytes]], object]) -> Iterator[bytes]:
    """What `write` writes. It runs in a thread of its own; what it raises is raised here."""
    source, sink = os.pipe()
    failures: list[Exception] = []
    writer = threading.Thread(target=_written, args=(write, sink, failures), daemon=True, name="kg writer")
    with os.fdopen(source, "rb", buffering=0) as stream:
        writer.start()
        while piece := stream.read(_PIECE):
            yield piece
    writer.join()
    if failures:
        raise failures[0]


def _written(write: Callable[[IO[bytes]], object], sink: int, failures: list[Exception]) -> None:
    try:
        # The reader may leave early: closing writes what is left, and then finds nobody.
        with suppress(BrokenPipeError), os.fdopen(sink, "wb", buffering=_PIECE) as stream:
            write(stream)
    except Exception as error:  # the reader raises it
        failures.append(error)

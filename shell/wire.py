"""Messages between the shell and its worker: pickled values in frames, and errors that arrive as they were raised.

A frame is its length in eight bytes and then the pickle. Both ends are this program, so a pickle is no risk.
"""

from __future__ import annotations

import pickle
from typing import IO, Any, NamedTuple

_LENGTH = 8


class Message(NamedTuple):
    """What is sent. `task` is the number of the task it belongs to; 0 is the opening of the store."""

    task: int
    kind: str
    value: Any = None


def failure(error: BaseException) -> BaseException:
    """The exception as it can be sent; one that can't be is told as a `RuntimeError`."""
    try:
        pickle.loads(pickle.dumps(error))
    except (pickle.PicklingError, TypeError, AttributeError, ImportError):
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def send(stream: IO[bytes], message: Message) -> None:
    """Writes one frame. Raises `OSError` where nobody reads any more."""
    data = pickle.dumps(tuple(message), protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Message | None:
    """The next message; None at the end of the stream, also where it ends inside a frame."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return Message(*pickle.loads(data)) if len(data) == length else None

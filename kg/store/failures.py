"""pyoxigraph's errors as ours: one line that says what is wrong, where, and what to do."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError, StoreLocked
from kg.store.locks import holder

_FULL = ("No space left", "File too large", "quota exceeded")
#: What an error of opening says, and what is said of it.
_OPENING = (
    (
        ("ermission denied", "not permitted"),
        "no permission to read or write there; ask its owner, or name another place",
    ),
    (("Read-only",), "on a read-only disk; copy it to where you may write"),
    (("Not a directory", "File exists"), "a file stands where the store's folder should be; name another place"),
    (_FULL, "the disk is full; free some space and try again"),
)


def cannot_open(folder: Path, error: Exception) -> StoreError:
    """The error of opening a store."""
    message = one_line(error)
    if "lock hold by current process" in message:
        return StoreLocked(f"{folder}: already open in this process; close it there first")
    if "lock file" in message and "unavailable" in message:
        owner = holder(folder / "LOCK") or "another process"
        return StoreLocked(f"{folder}: in use by {owner}; wait until it ends, or end it")
    for words, said in _OPENING:
        if any(word in message for word in words):
            return StoreError(f"{folder}: {said}")
    return StoreError(f"{folder}: cannot be opened as a store ({message}); if it is damaged, build it anew")


def failed(place: Path | str, error: Exception) -> StoreError:
    """The error of a read or write."""
    message = one_line(error)
    if any(words in message for words in _FULL):
        return StoreError(f"{place}: the disk is full and this write was not stored; free some space and open it again")
    if "ermission denied" in message:
        return StoreError(f"{place}: no permission to write there; name another place")
    if isinstance(error, SyntaxError | UnicodeEncodeError):
        return StoreError(f"{place}: nothing was stored, since a term is malformed ({message})")
    return StoreError(f"{place}: {message}")


def one_line(error: Exception) -> str:
    """The error's message without line breaks and the prefix that RocksDB gives it."""
    message = str(error.msg if isinstance(error, SyntaxError) else error)
    return " ".join(message.split()).removeprefix("IO error: ")

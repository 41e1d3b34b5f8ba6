"""Text to a file, whole or not at all: it is written beside its place, and moved there when it is complete.

Raises `ExportError`, with the path. A broken pipe stays `BrokenPipeError`, for the reader has just had enough.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from kg.errors import ExportError

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space, or write elsewhere",
    errno.EDQUOT: "the disk quota is used up; free some space, or write elsewhere",
    errno.EFBIG: "the file would be too large for the disk; write elsewhere",
    errno.EACCES: "no permission to write there; name another place",
    errno.EPERM: "no permission to write there; name another place",
    errno.EROFS: "the disk is read-only; name another place",
    errno.ENOENT: "its folder does not exist; make it first",
    errno.EISDIR: "a folder, where a file is wanted; name a file in it",
    errno.EEXIST: "a file stands where its folder should be; name another place",
    errno.ENOTDIR: "a file stands where its folder should be; name another place",
}
_BUFFERED = 1 << 16


def write_text(chunks: Iterable[str], out: IO[bytes] | Path) -> None:
    """Write the text as UTF-8. An open file is written as it goes, and not closed."""
    try:
        if not isinstance(out, Path):
            _pour(chunks, out)
            out.flush()
        elif out.exists() and not out.is_file():  # a device or pipe, which is not to be replaced
            with out.open("wb") as file:
                _pour(chunks, file)
        else:
            _replace(chunks, out.resolve())
    except BrokenPipeError:
        raise
    except OSError as error:
        place = out if isinstance(out, Path) else getattr(out, "name", "output")
        raise ExportError(f"{place}: {reason(error)}") from error


def reason(error: OSError) -> str:
    """Why a file can't be written, and what to do."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def _replace(chunks: Iterable[str], path: Path) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            _pour(chunks, file)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode)
        part.replace(path)
    finally:
        with suppress(FileNotFoundError, NotADirectoryError):
            part.unlink()


def _pour(chunks: Iterable[str], file: IO[bytes]) -> None:
    waiting: list[str] = []
    size = 0
    for chunk in chunks:
        waiting.append(chunk)
        size += len(chunk)
        if size >= _BUFFERED:
            file.write("".join(waiting).encode())
            waiting, size = [], 0
    file.write("".join(waiting).encode())

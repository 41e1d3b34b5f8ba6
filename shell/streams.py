"""What kind of thing standard output, input and error are, and what suits them."""

from __future__ import annotations

import os
import shutil
import sys
from io import TextIOWrapper
from typing import IO


def use_utf8() -> None:
    """Makes standard output and error take any character: UTF-8 for pipes and files, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def is_terminal(stream: IO[str]) -> bool:
    """Whether a person reads the stream directly."""
    return bool(getattr(stream, "isatty", lambda: False)())


def colours(stream: IO[str]) -> bool:
    """Whether colours suit the stream: a terminal, not a dumb one, and NO_COLOR (https://no-color.org) not set."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_width(stream: IO[str]) -> int | None:
    """The terminal's columns; None where the stream is none."""
    return shutil.get_terminal_size().columns if is_terminal(stream) else None

"""What kind of thing standard output, input and error are, and what suits them."""

from __future__ import annotations

import os
import shutil
import sys
from io import TextIOWrapper
from typing import IO

from shell.problems import UsageError


def use_utf8() -> None:
    """Makes the standard streams take any character: UTF-8 for pipes and files, whatever the locale.

    Bytes of the input that are no UTF-8 become lone surrogates; `read_input` refuses them.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")


def read_input() -> str:
    """All of standard input; raises `UsageError` where it is no UTF-8 text."""
    text = sys.stdin.read()
    if any("\udc80" <= character <= "\udcff" for character in text):
        raise UsageError("standard input is not UTF-8 text; convert it first, or give a file")
    return text


def is_terminal(stream: IO[str]) -> bool:
    """Whether a person reads the stream directly."""
    return bool(getattr(stream, "isatty", lambda: False)())


def colours(stream: IO[str]) -> bool:
    """Whether colours suit the stream: a terminal, not a dumb one, and NO_COLOR (https://no-color.org) not set."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def terminal_width(stream: IO[str]) -> int | None:
    """The terminal's columns; None where the stream is none."""
    return shutil.get_terminal_size().columns if is_terminal(stream) else None

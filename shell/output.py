"""Where results go: standard output, a file or a command, through a pager where a terminal would scroll.

What reaches a terminal, directly or through a pager, is made harmless; a file or command gets every character as it is.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from shell.problems import UsageError
from shell.render import harmless
from shell.statement import Target
from shell.streams import colours, is_terminal, terminal_width


class ReaderGone(Exception):
    """The pager or command was ended before it had read everything."""


class Output:
    """A place for results that can be sent elsewhere for a while, or for one answer."""

    def __init__(self, *, paging: bool = False) -> None:
        self.paging = paging
        self.file: Path | None = None
        self._command: IO[str] | _Page | None = None

    @property
    def colour(self) -> bool:
        """Whether bold and dim may be used."""
        return self.file is None and self._command is None and colours(sys.stdout)

    @property
    def width(self) -> int | None:
        """The columns that tables must fit; None for as wide as they are."""
        return None if self.file or self._command else terminal_width(sys.stdout)

    def send_to(self, file: Path | None) -> None:
        """Writes what follows to the end of a new, empty file; None is standard output again."""
        if file is not None:
            file.write_text("", encoding="utf-8")
        self.file = file

    @contextmanager
    def redirected(self, target: Target | None) -> Iterator[None]:
        """Sends what is written meanwhile to the target."""
        if target is None:
            yield
            return
        if not target.name:
            raise UsageError(f"{target.mark} needs a {'command' if target.mark == '|' else 'file'} after it")
        if target.mark == "|":
            with self._piped(target.name):
                yield
            return
        kept, file = self.file, Path(target.name.strip("\"'")).expanduser()
        if target.mark == ">":
            file.write_text("", encoding="utf-8")
        self.file = file
        try:
            yield
        finally:
            self.file = kept

    @contextmanager
    def paged(self) -> Iterator[None]:
        """Pages what is written meanwhile where it is long, as it comes."""
        if not (self.paging and self.file is None and self._command is None and is_terminal(sys.stdout)):
            yield
            return
        page = _Page()
        self._command = page
        try:
            yield
        except ReaderGone:
            return  # the pager was left: enough was seen
        finally:
            self._command = None
            page.close()

    def write(self, text: str, *, styled: bool = False) -> None:
        """Writes a result. `styled` says that its control characters are ours and what it shows is harmless already."""
        if isinstance(self._command, _Page):
            self._command.write(text if styled else harmless(text))
        elif self._command is not None:
            _write_all(self._command, text)
        elif self.file is not None:
            with self.file.open("a", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text)
        elif self.paging and is_terminal(sys.stdout):
            with self.paged():
                self.write(text, styled=styled)
        else:
            sys.stdout.write(text if styled or not is_terminal(sys.stdout) else harmless(text))
            sys.stdout.flush()

    @contextmanager
    def _piped(self, command: str) -> Iterator[None]:
        """Sends what is written meanwhile to a command of the system's shell."""
        sys.stdout.flush()
        with subprocess.Popen(
            command, shell=True, stdin=subprocess.PIPE, encoding="utf-8", errors="backslashreplace"
        ) as process:
            self._command = process.stdin
            try:
                yield
            except ReaderGone:
                pass  # as `head` does: it has what it wanted
            finally:
                self._command = None
                _close(process)


class _Page:
    """Holds text back until it is longer than the screen, and then gives it to the pager."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._lines = 0
        self._pager: subprocess.Popen[str] | None = None
        self._most = shutil.get_terminal_size().lines - 3

    def write(self, text: str) -> None:
        """Takes text; raises `ReaderGone` once the pager was left."""
        if self._pager is not None and self._pager.stdin is not None:
            _write_all(self._pager.stdin, text)
            return
        self._held.append(text)
        self._lines += text.count("\n")
        if self._lines > self._most:
            self._pager = _pager()
            if self._pager is not None:
                held, self._held = "".join(self._held), []
                self.write(held)
            else:
                self._flush()

    def close(self) -> None:
        """Shows what was held back, or waits until the pager is left."""
        self._flush()
        if self._pager is not None:
            _close(self._pager)

    def _flush(self) -> None:
        if self._held:
            sys.stdout.write("".join(self._held))
            sys.stdout.flush()
            self._held = []


def _write_all(stream: IO[str], text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except (BrokenPipeError, ValueError) as error:
        raise ReaderGone from error


def _close(process: subprocess.Popen[str]) -> None:
    """Ends the input of a process and waits for it; Ctrl-C is the process's."""
    try:
        if process.stdin is not None:
            process.stdin.close()
    except BrokenPipeError:
        process.stdin = None
    while True:
        try:
            process.wait()
        except KeyboardInterrupt:
            continue
        return


def _pager() -> subprocess.Popen[str] | None:
    """The user's pager; None where there is none."""
    command = shlex.split(os.environ.get("KG_PAGER") or os.environ.get("PAGER") or "less")
    if not command or shutil.which(command[0]) is None:
        return None
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8"} | dict(os.environ)
    return subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, encoding="utf-8")

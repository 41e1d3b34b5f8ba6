"""Where results go: standard output or a file, through a pager where a terminal would scroll.

What reaches a terminal is made harmless; a pipe or file gets every character as it is.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from shell.render import harmless
from shell.streams import colours, is_terminal, terminal_width


class Output:
    """A place for results that can be sent to a file for a while."""

    def __init__(self, *, paging: bool = False) -> None:
        self.paging = paging
        self.file: Path | None = None

    @property
    def colour(self) -> bool:
        """Whether bold and dim may be used."""
        return self.file is None and colours(sys.stdout)

    @property
    def width(self) -> int | None:
        """The columns that tables must fit; None for as wide as they are."""
        return None if self.file else terminal_width(sys.stdout)

    def send_to(self, file: Path | None) -> None:
        """Writes what follows to the end of a new, empty file; None is standard output again."""
        if file is not None:
            file.write_text("", encoding="utf-8")
        self.file = file

    def write(self, text: str, *, styled: bool = False) -> None:
        """Writes a result. `styled` says that its control characters are ours and what it shows is harmless already."""
        if self.file is not None:
            with self.file.open("a", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text)
            return
        shown = text if styled or not is_terminal(sys.stdout) else harmless(text)
        if not (self.paging and is_terminal(sys.stdout) and _is_long(shown) and _page(shown)):
            sys.stdout.write(shown)
            sys.stdout.flush()


def _is_long(text: str) -> bool:
    return text.count("\n") > shutil.get_terminal_size().lines - 3


def _page(text: str) -> bool:
    """Shows the text in the user's pager; False where there is none."""
    command = shlex.split(os.environ.get("KG_PAGER") or os.environ.get("PAGER") or "less")
    if not command or shutil.which(command[0]) is None:
        return False
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8"} | dict(os.environ)
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, encoding="utf-8") as pager:
        try:
            pager.communicate(text)
        except (BrokenPipeError, KeyboardInterrupt):
            pager.wait()
    return True

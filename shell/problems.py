"""What a person did wrong that kg's own errors don't cover, and the place of an error shown under its line."""

from __future__ import annotations

from shell.render import cell, width_of

#: Columns for a line with a caret where no terminal says how many, and the fewest of use.
_WIDTH, _NARROWEST = 100, 20


class UsageError(Exception):
    """A command that was typed wrongly; the message says how it is typed."""


def said(error: Exception) -> str:
    """What to say of an error of ours, or of the system's, which has its file at the end and says nothing to do."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    reason = f"{error.strerror[0].lower()}{error.strerror[1:]}"
    return f"output: {reason}" if error.filename is None else f"{error.filename}: {reason}; check the path"


def mistake(error: Exception) -> str:
    """What to say of an error that nobody foresaw."""
    return f"this is a mistake in kgshell: {type(error).__name__}: {error}; --debug shows where"


def caret(text: str, line: int | None, column: int | None, *, width: int | None = None) -> str:
    """The line of `text` with a caret under `column` (both count from 1), or nothing where there is no such place.

    What is around the place is shown, in `width` columns of the terminal.
    """
    lines = text.splitlines()
    if line is None or not 0 < line <= len(lines):
        return ""
    shown = lines[line - 1].expandtabs(1)
    place = min(max((column or 1) - 1, 0), len(shown))
    room = max((width or _WIDTH) - 2, _NARROWEST)
    start = max(0, place - room * 3 // 5)
    before, after = cell(shown[start:place]), cell(shown[place : start + room])
    return f"  {before}{after}\n  {' ' * width_of(before)}^\n"

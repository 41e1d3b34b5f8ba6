"""What a person did wrong that kg's own errors don't cover, and the place of an error shown under its line."""

from __future__ import annotations


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


def caret(text: str, line: int | None, column: int | None) -> str:
    """The line of `text` with a caret under `column` (both count from 1), or nothing where there is no such place."""
    lines = text.splitlines()
    if line is None or not 0 < line <= len(lines):
        return ""
    shown = lines[line - 1].expandtabs(1)
    place = min(max((column or 1) - 1, 0), len(shown))
    start = max(0, place - 60)
    return f"  {shown[start : start + 100]}\n  {' ' * (place - start)}^\n"

"""Runs statements that come from a file or pipe, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from shell.session import Quit, Session
from shell.statement import split


def run(session: Session, lines: Iterable[str], *, fail_fast: bool = False) -> int:
    """The exit code: 0, or 1 where a statement failed, or 3 where `fail_fast` stopped at it."""
    code = 0
    try:
        for statement in split(lines, commands=session.commands):
            if not session.attempt(statement):
                code = 1
                if fail_fast:
                    return 3
    except Quit:
        return code
    return code

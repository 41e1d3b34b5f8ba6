"""`.read FILE`: runs the statements of a script."""

from __future__ import annotations

from pathlib import Path

from shell.problems import UsageError
from shell.session import Session
from shell.statement import split


def run(session: Session, argument: str) -> None:
    """Runs them one after the other, and stops at the first that fails."""
    if not argument:
        raise UsageError(".read needs a file of statements, as in `.read questions.rq`")
    try:
        text = Path(argument.strip('"')).expanduser().read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{argument} is not UTF-8 text") from error
    for statement in split(text.splitlines(keepends=True), commands=session.commands):
        if not session.attempt(statement):
            raise UsageError(f"{argument}: stopped at line {statement.line}")

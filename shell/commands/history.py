"""`.history`: what was run in this session."""

from __future__ import annotations

from shell.arguments import number
from shell.render import cell
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Shows the last statements, 20 or as many as asked for, oldest first."""
    most = number({"history": argument} if argument else {}, "history", 20) or 20
    past = session.history[:-1]
    first = max(len(past) - most, 0)
    session.output.write("".join(f"{i:4}  {cell(text)}\n" for i, text in enumerate(past[first:], first + 1)))

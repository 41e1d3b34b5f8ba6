"""`.output`: sends results to a file, or back to the terminal."""

from __future__ import annotations

from pathlib import Path

from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Sends what follows to the file; without one, to standard output."""
    session.output.send_to(Path(argument).expanduser() if argument else None)

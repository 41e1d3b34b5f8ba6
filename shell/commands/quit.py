"""`.quit`: ends the session."""

from __future__ import annotations

from shell.session import Quit, Session


def run(_session: Session, _argument: str) -> None:
    """Ends the session."""
    raise Quit

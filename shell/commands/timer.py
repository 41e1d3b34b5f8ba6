"""`.timer`: whether answers say how long they took; `.set timer` for short."""

from __future__ import annotations

from shell.commands import set as settings
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Turns the time on or off, or says which it is."""
    settings.run(session, f"timer {argument}")

"""`.timer`: whether answers say how long they took."""

from __future__ import annotations

from shell.commands.set import switch
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Turns the time on or off, or says which it is."""
    session.settings.timer = switch(session, "timer", argument, now=session.settings.timer)

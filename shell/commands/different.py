"""`.different ONE = OTHER`: decides that two names are two things, in all documents."""

from __future__ import annotations

from shell import updates
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Adds the decision to the store's file, once the person agrees; `.undo` takes it out again."""
    updates.decide(session, f"different {argument}")

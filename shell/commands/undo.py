"""`.undo`: takes the last update back."""

from __future__ import annotations

from shell import updates
from shell.session import Session


def run(session: Session, _argument: str = "") -> None:
    """Takes back what the last update, or transaction, of this session changed."""
    updates.undo(session)

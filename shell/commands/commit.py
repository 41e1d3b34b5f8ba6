"""`.commit`: makes the updates of a transaction."""

from __future__ import annotations

from shell import updates
from shell.session import Session


def run(session: Session, _argument: str = "") -> None:
    """Makes what waits, in one write."""
    updates.commit(session)

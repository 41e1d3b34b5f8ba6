"""`.begin`: starts a transaction."""

from __future__ import annotations

from shell import updates
from shell.session import Session


def run(session: Session, _argument: str = "") -> None:
    """Lets updates wait for `.commit`."""
    updates.begin(session)

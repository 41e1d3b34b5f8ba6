"""`.open STORE`: goes on with another store."""

from __future__ import annotations

from shell.arguments import options
from shell.problems import UsageError
from shell.session import Session
from shell.updates import Updates


def run(session: Session, argument: str) -> None:
    """Closes this store and opens that one; where it can't be opened, this one stays."""
    place, given = options(argument, flags=("create",))
    if not place:
        raise UsageError(".open needs a store's folder, or :memory:")
    if session.updates.waiting:
        raise UsageError("updates wait in a transaction; .commit or .rollback ends it first")
    session.runner.open(place, create="create" in given)
    session.place, session.updates = place, Updates()
    session.forget()

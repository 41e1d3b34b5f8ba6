"""`.open STORE`: goes on with another store."""

from __future__ import annotations

from kg import is_address, without_password
from shell.arguments import options
from shell.problems import UsageError
from shell.session import Session
from shell.updates import Updates


def run(session: Session, argument: str) -> None:
    """Closes this store and opens that one; where it can't be opened, this one stays."""
    place, given = options(argument, flags=("create",))
    if not place:
        raise UsageError(".open needs a store's folder, :memory:, or the address of an endpoint")
    if session.updates.waiting:
        raise UsageError("updates wait in a transaction; .commit or .rollback ends it first")
    address, _, update = place.partition(" ") if is_address(place) else (place, "", "")
    session.runner.open(address, create="create" in given, update=update.strip() or None)
    session.place, session.updates = without_password(address), Updates()
    session.forget()

"""Updates at the prompt: shown before they are made, gathered to transactions, taken back.

Between `.begin` and `.commit` updates wait and queries don't see them yet; then they are one write, made whole or not.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import kg
from shell.problems import UsageError
from shell.render import count

if TYPE_CHECKING:
    from kg import Change
    from shell.session import Session

#: How many changes can be taken back, and how large they may be.
_KEPT, _LARGEST = 100, 200_000


@dataclass(slots=True)
class Updates:
    """The updates that wait (None outside a transaction), and the changes and decisions that can be taken back."""

    waiting: list[str] | None = None
    made: list[Change | str] = field(default_factory=list)


def update(session: Session, text: str) -> None:
    """Makes an update once the person agrees to what it changes; inside a transaction it waits."""
    state = session.updates
    if state.waiting is not None:
        change = session.graph.change(" ;\n".join([*state.waiting, text]))
        state.waiting.append(text)
        session.note(f"(waiting: {said(change)} in all; .commit makes it, .rollback drops it)")
        return
    _make(session, session.graph.change(text), "Run this update?")


def begin(session: Session) -> None:
    """Starts a transaction."""
    if session.updates.waiting is not None:
        raise UsageError("a transaction is open already; .commit or .rollback ends it")
    session.updates.waiting = []
    session.note("(updates wait from now on; .commit makes them, .rollback drops them)")


def commit(session: Session) -> None:
    """Makes the updates that wait, in one write."""
    waiting = _open(session)
    if waiting:
        _make(session, session.graph.change(" ;\n".join(waiting)), "Make these updates?")
    session.updates.waiting = None


def rollback(session: Session) -> None:
    """Drops the updates that wait."""
    number = len(_open(session))
    session.updates.waiting = None
    session.note(f"({count(number, 'update')} dropped)")


def undo(session: Session) -> None:
    """Takes the last change back."""
    if session.updates.waiting is not None:
        raise UsageError("a transaction is open; .rollback drops what waits in it")
    if not session.updates.made:
        raise UsageError("there is no update of this session to take back")
    last = session.updates.made[-1]
    if isinstance(last, str):
        session.confirm(f"Take back `{last}`?")
        session.runner.call(kg.withdraw, last)
    else:
        change = last.undone()
        session.confirm(f"{said(change)}. Take the last update back?")
        session.graph.apply(change)
    session.updates.made.pop()
    session.note("(taken back)")
    session.forget()


def decide(session: Session, line: str) -> None:
    """Adds a decision about names to the store's file, and applies it to all documents."""
    if session.updates.waiting is not None:
        raise UsageError("a transaction is open; .commit or .rollback ends it")
    wanted = " ".join(line.split())
    session.confirm(f"Decide `{wanted}` for all documents?")
    decided = session.runner.call(kg.decide, wanted)
    session.updates.made = [*session.updates.made[1 - _KEPT :], decided]
    session.note(f"(`{decided}`; .undo takes it back)")
    session.forget()


def said(change: Change) -> str:
    """How large a change is."""
    removed, added = change.size
    return f"+{count(added, 'triple')}, −{count(removed, 'triple')}"


def _make(session: Session, change: Change, question: str) -> None:
    session.confirm(f"{said(change)}. {question}")
    began = time.perf_counter()
    session.graph.apply(change)
    if len(change.removed) + len(change.added) <= _LARGEST:
        session.updates.made = [*session.updates.made[1 - _KEPT :], change]
    else:
        session.updates.made.clear()
        session.note("(too large to be taken back)")
    took = f", {time.perf_counter() - began:.3f} s" if session.settings.timer else ""
    session.note(f"({said(change)}{took}; .undo takes it back)")
    session.forget()


def _open(session: Session) -> list[str]:
    if session.updates.waiting is None:
        raise UsageError("no transaction is open; .begin starts one")
    return session.updates.waiting

"""`.describe`: what the graph says of an entity."""

from __future__ import annotations

from shell import prose
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Shows an entity's classes, its facts, and the facts that end in it."""
    entity = session.entity(argument)
    found = session.runner.run(lambda: session.graph.describe(entity))
    if not (found.classes or found.facts or found.incoming):
        session.note_nothing(f"the graph says nothing of {session.short(entity)}", entity)
        return
    session.output.write(prose.description(found, session.prefixes, width=session.output.width))

"""`.neighbours`: the entities that facts connect an entity with."""

from __future__ import annotations

from shell.render import table
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Shows each fact between the entity and another, with its direction."""
    entity = session.entity(argument)
    hops = session.runner.run(lambda: session.graph.neighbours(entity))
    rows = [["→" if hop.forward else "←", session.name(hop.predicate), session.name(hop.end)] for hop in hops]
    if rows:
        session.output.write(table(["", "relation", "entity"], rows, width=session.output.width))
    else:
        session.note_nothing(f"no fact connects {session.label(entity)} with anything", entity)

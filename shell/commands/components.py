"""`.components`: the parts of the graph between which no fact leads."""

from __future__ import annotations

from shell.arguments import number, options
from shell.commands.communities import write_groups
from shell.commands.rank import FLAGS, LIMIT, VALUES, asked
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Shows the components, the largest first."""
    _, given = options(argument, flags=FLAGS, values=VALUES)
    limit = number(given, "limit", LIMIT) or LIMIT
    show(session, query=asked(session, given), keep="keep" in given, limit=limit)


def show(session: Session, *, query: str | None, keep: bool, limit: int) -> None:
    """Shows the components."""
    groups = session.runner.run(lambda: session.graph.components(query=query, keep=keep))
    write_groups(session, "component", groups, limit=limit)

"""`.rank`: the entities that are central in the graph, or in the last query's answer."""

from __future__ import annotations

from shell.arguments import number, options
from shell.problems import UsageError
from shell.render import table
from shell.session import Session

FLAGS, VALUES = ("last", "keep"), ("limit",)
#: How many entities or groups are shown.
LIMIT = 20


def run(session: Session, argument: str) -> None:
    """Shows the most central entities by a measure, with their scores."""
    method, given = options(argument, flags=FLAGS, values=VALUES)
    limit = number(given, "limit", LIMIT) or LIMIT
    show(session, method or "pagerank", query=asked(session, given), keep="keep" in given, limit=limit)


def show(session: Session, method: str, *, query: str | None, keep: bool, limit: int) -> None:
    """Shows the entities, the most central first."""
    found = session.runner.run(lambda: session.graph.rank(method=method, query=query, keep=keep))
    rows = [[session.short(each.iri), each.label, f"{each.score:.6g}"] for each in found[:limit]]
    session.output.write(table(["entity", "label", method], rows, width=session.output.width))
    if len(found) > limit:
        session.note(f"{len(found)} entities in all; --limit N shows more")


def asked(session: Session, given: dict[str, str]) -> str | None:
    """The last query where its answer is meant; None for the facts."""
    if "last" not in given:
        return None
    if not session.last_query:
        raise UsageError("no query was run yet")
    return session.last_query

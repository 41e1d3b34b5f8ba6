"""`.communities`: the groups of entities that hold together."""

from __future__ import annotations

from collections.abc import Sequence

from shell.arguments import number, options
from shell.commands.rank import LIMIT, asked
from shell.render import table
from shell.session import Session

FLAGS, VALUES = ("last", "keep"), ("limit", "seed")
#: How many members of a group are named.
_NAMED = 8


def run(session: Session, argument: str) -> None:
    """Shows the communities, the largest first."""
    _, given = options(argument, flags=FLAGS, values=VALUES)
    limit, seed = number(given, "limit", LIMIT) or LIMIT, number(given, "seed", 1) or 1
    show(session, query=asked(session, given), seed=seed, keep="keep" in given, limit=limit)


def show(session: Session, *, query: str | None, seed: int, keep: bool, limit: int) -> None:
    """Shows the communities that this seed gives."""
    groups = session.runner.run(lambda: session.graph.communities(seed=seed, query=query, keep=keep))
    write_groups(session, "community", groups, limit=limit)


def write_groups(session: Session, title: str, groups: Sequence[Sequence[str]], *, limit: int) -> None:
    """Writes the groups with their number, size and first members."""
    rows = []
    for place, group in enumerate(groups[:limit], 1):
        more = f" … {len(group) - _NAMED} more" if len(group) > _NAMED else ""
        rows.append([str(place), str(len(group)), ", ".join(map(session.name, group[:_NAMED])) + more])
    session.output.write(table([title, "size", "members"], rows, width=session.output.width))
    if len(groups) > limit:
        session.note(f"{len(groups)} groups in all; --limit N shows more")

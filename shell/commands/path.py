"""`.path A -> B`: the shortest ways from one entity to another, with the sentences behind each hop.

`.path A` alone ranks what is closest to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shell import prose
from shell.arguments import between_arrows, number, options
from shell.problems import UsageError
from shell.render import table
from shell.session import Session
from shell.tree import drawn, of_paths

if TYPE_CHECKING:
    from kg import Hop, Path

FLAGS = ("directed", "no-evidence", "tree")
VALUES = ("via", "k", "max")


@dataclass(frozen=True, slots=True)
class Wish:
    """Which paths are wanted. `via` names properties; empty allows all. `longest` counts edges."""

    via: tuple[str, ...] = ()
    most: int = 1
    longest: int | None = None
    directed: bool = False
    sentences: bool = True
    tree: bool = False


def run(session: Session, argument: str) -> None:
    """Shows the paths that the line asks for."""
    rest, given = options(argument, flags=FLAGS, values=VALUES)
    ends = between_arrows(rest)
    if len(ends) > 2 or not all(ends):
        raise UsageError("a path has two ends, as in `.path Devi Parikh -> OpenAI`; `.between` joins more")
    if len(ends) == 1:
        rank(session, ends[0], most=number(given, "k", 20) or 20)
        return
    wish = Wish(
        via=tuple(filter(None, given.get("via", "").split(","))),
        most=number(given, "k") or 1,
        longest=number(given, "max"),
        directed="directed" in given,
        sentences="no-evidence" not in given,
        tree="tree" in given,
    )
    show(session, ends[0], ends[1], wish)


def show(session: Session, start: str, end: str, wish: Wish) -> bool:
    """Shows the paths between two entities; whether there are any."""
    a, b = session.entity(start), session.entity(end)
    via = [session.property(name) for name in wish.via]
    found = session.runner.run(
        lambda: session.graph.path(a, b, via=via, k=wish.most, max_length=wish.longest, directed=wish.directed)
    )
    for branch in of_paths(found if wish.tree else (), session.label):
        session.output.write(drawn(branch, width=session.output.width))
    for i, path in enumerate(() if wish.tree else found, 1):
        text = _text(session, path, i if wish.most > 1 else None, wish.sentences)
        session.output.write(text, styled=True)
    if not found:
        within = f" within {wish.longest} hops" if wish.longest else ""
        session.note_nothing(f"no path from {session.label(a)} to {session.label(b)}{within}", a, b, *via)
    return bool(found)


def rank(session: Session, name: str, *, most: int) -> None:
    """Shows what is closest to an entity, the most strongly joined first."""
    entity = session.entity(name)
    found = session.runner.run(lambda: session.graph.closest(entity, limit=most))
    rows = [[session.name(each.iri), str(each.hops), f"{each.share:.3f}"] for each in found]
    if rows:
        session.output.write(table(["entity", "hops", "share"], rows, width=session.output.width))
    else:
        session.note_nothing(f"no fact connects {session.label(entity)} with anything", entity)


def _text(session: Session, path: Path, number: int | None, shown: bool) -> str:
    """The path's line, and under it the first sentence of each hop."""
    return prose.path(path, session.label, number=number) + (sentences(session, path.hops) if shown else "")


def sentences(session: Session, hops: Iterable[Hop]) -> str:
    """The first sentence behind each hop."""
    text = ""
    for hop in hops:
        ends = (hop.start, hop.end) if hop.forward else (hop.end, hop.start)
        found = session.graph.why(ends[0], hop.predicate, ends[1])
        text += prose.evidence(found, most=1, indent="   ", colour=session.output.colour)
    return text

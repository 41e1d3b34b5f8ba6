"""`.viz`: draws the graph, or a part of it, as a file to open in a browser."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path
from typing import Any

from shell.arguments import between_arrows, number, options
from shell.problems import UsageError
from shell.session import Session

_PATH = re.compile(r"\s*\.path\s+(.+)", re.DOTALL)
#: Options of `.path`, which say nothing of its ends.
_OPTION = re.compile(r"\s--[a-z-]+(?:[=\s]+[^\s-]\S*)?(?=\s|$)")


def run(session: Session, argument: str) -> None:
    """Draws around an entity, a path, the last answer (`last`) or path (`path`), or everything; says where it is."""
    rest, given = options(argument, flags=("open",), values=("file", "depth"))
    file = given.get("file", "kg-graph.html")
    if rest.endswith((".html", ".svg", ".png")) and "file" not in given:
        file, rest = rest, ""
    note = session.graph.draw(file, **_part(session, rest, number(given, "depth", 1) or 1))
    session.output.write(f"{Path(file).resolve()}\n")
    if note:
        session.note(f"kg: {note}")
    if "open" in given:
        webbrowser.open(Path(file).resolve().as_uri())


def _part(session: Session, wanted: str, depth: int) -> dict[str, Any]:
    """What of the graph is drawn, as `Graph.draw` takes it."""
    ends = between_arrows(_last_path(session) if wanted == "path" else wanted)
    if len(ends) == 2:
        return {"path": (session.entity(ends[0]), session.entity(ends[1]))}
    if wanted == "last":
        if not session.last_query:
            raise UsageError("no query was run yet")
        return {"query": session.last_query}
    return {"center": session.entity(wanted), "depth": depth} if wanted else {}


def _last_path(session: Session) -> str:
    """The ends of the path that was asked for last, with the arrow between them."""
    asked = (_PATH.match(line) for line in reversed(session.history))
    found = next(filter(None, asked), None)
    if found is None:
        raise UsageError("no path was asked for yet; ask for one with .path A -> B, or draw one with .viz A -> B")
    return _OPTION.sub("", f" {found[1]}").strip()

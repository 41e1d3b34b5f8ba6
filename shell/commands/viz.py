"""`.viz`: draws the graph, or a part of it, as a file to open in a browser, or as a tree in the terminal."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path
from typing import Any

from shell.arguments import between_arrows, number, options
from shell.problems import UsageError
from shell.session import Session
from shell.tree import around, drawn, of_paths

_PATH = re.compile(r"\s*\.path\s+(.+)", re.DOTALL)
#: Options of `.path`, which say nothing of its ends.
_OPTION = re.compile(r"\s--[a-z-]+(?:[=\s]+[^\s-]\S*)?(?=\s|$)")


def run(session: Session, argument: str) -> None:
    """Draws around an entity, a path, the last answer (`last`) or path (`path`), or everything; says where it is.

    What has a beginning is a tree in the terminal where `--tree` says so, or where there is no browser to show a file.
    """
    rest, given = options(argument, flags=("open", "tree"), values=("file", "depth"))
    file = given.get("file", "kg-graph.html")
    if rest.endswith((".html", ".svg", ".png")) and "file" not in given:
        file, rest = rest, ""
    part = _part(session, rest, number(given, "depth", 1) or 1)
    if "tree" in given or (rest and not given.keys() & {"file", "open"} and not _has_browser()):
        if _tree(session, part):
            return
        if "tree" in given:
            raise UsageError("only an entity or a path has a beginning to draw a tree from: .viz Meta --tree")
    note = session.graph.draw(file, **part)
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


def _tree(session: Session, part: dict[str, Any]) -> bool:
    """Writes the part as a tree; whether it can be one."""
    graph = session.graph
    if "path" in part:
        branches = of_paths(graph.path(*part["path"]), session.label)
        if not branches:
            session.note("no path joins the two")
    elif "center" in part:
        branches = [around(part["center"], graph.neighbours, session.label, depth=part["depth"])]
    else:
        return False
    for each in branches:
        session.output.write(drawn(each, width=session.output.width))
    return True


def _has_browser() -> bool:
    """Whether Python finds a browser that it could show a file in."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _last_path(session: Session) -> str:
    """The ends of the path that was asked for last, with the arrow between them."""
    asked = (_PATH.match(line) for line in reversed(session.history))
    found = next(filter(None, asked), None)
    if found is None:
        raise UsageError("no path was asked for yet; ask for one with .path A -> B, or draw one with .viz A -> B")
    return _OPTION.sub("", f" {found[1]}").strip()

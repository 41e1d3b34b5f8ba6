"""`.viz`: draws the graph, or a part of it, as a file to open in a browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from shell.arguments import number, options
from shell.problems import UsageError
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Draws around an entity, the last query's answer (`last`), or everything, and says where the file is."""
    rest, given = options(argument, flags=("open",), values=("file", "depth"))
    file = given.get("file", "kg-graph.html")
    if rest.endswith((".html", ".svg", ".png")) and "file" not in given:
        file, rest = rest, ""
    if rest == "last":
        if not session.last_query:
            raise UsageError("no query was run yet")
        session.graph.draw(file, query=session.last_query)
    elif rest:
        session.graph.draw(file, center=session.entity(rest), depth=number(given, "depth", 1) or 1)
    else:
        session.graph.draw(file)
    session.output.write(f"{Path(file).resolve()}\n")
    if "open" in given:
        webbrowser.open(Path(file).resolve().as_uri())

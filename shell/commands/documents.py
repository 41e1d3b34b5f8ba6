"""`.documents`: what the graph was read from."""

from __future__ import annotations

from shell.render import table
from shell.session import Session


def run(session: Session, _argument: str = "") -> None:
    """Shows each document with its language, title and size."""
    found = session.runner.run(session.graph.documents)
    rows = [
        [item.source, item.lang, item.title, *map(str, (item.facts, item.statements, item.words))] for item in found
    ]
    if rows:
        columns = ["document", "lang", "title", "facts", "statements", "words"]
        session.output.write(table(columns, rows, width=session.output.width))
    else:
        session.note("no documents yet; `kg build SOURCE…`, in the shell `.build`, reads some")

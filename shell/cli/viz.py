"""`kg viz`: draws the graph."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path

from shell.cli.options import add_store, opened, whole_number
from shell.problems import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file and what to draw."""
    parser.add_argument(
        "file",
        nargs="?",
        default="kg-graph.html",
        metavar="FILE",
        help=".html to explore, .svg or .png (default: kg-graph.html)",
    )
    what = parser.add_argument_group("what to draw, if not the best connected part")
    what.add_argument("--center", metavar="E", help="what lies around this entity")
    what.add_argument("--depth", type=whole_number, default=1, metavar="N", help="how far around it (default: 1)")
    what.add_argument("--query", metavar="Q", help="what this query finds")
    what.add_argument("--path", nargs=2, metavar=("A", "B"), help="the shortest path between two entities")
    parser.add_argument("--open", action="store_true", help="show it in the browser")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Draws, and prints where the file is."""
    if sum(map(bool, (options.center, options.query, options.path))) > 1:
        raise UsageError("--center, --query and --path exclude each other")
    file = Path(options.file)
    with opened(options) as session:
        center = session.entity(options.center) if options.center else None
        path = (session.entity(options.path[0]), session.entity(options.path[1])) if options.path else None
        note = session.graph.draw(str(file), center=center, depth=options.depth, query=options.query, path=path)
        session.output.write(f"{file.resolve()}\n")
        if note:
            session.note(f"kg: {note}")
    if options.open:
        webbrowser.open(file.resolve().as_uri())
    return 0

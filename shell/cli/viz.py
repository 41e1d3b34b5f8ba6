"""`kg viz`: draws the graph."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path

from shell.cli.options import add_store, opened, whole_number
from shell.problems import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file and what to draw."""
    parser.add_argument("file", nargs="?", default="kg-graph.html", metavar="FILE", help="default: kg-graph.html")
    parser.add_argument("--center", metavar="E", help="draw around this entity")
    parser.add_argument("--depth", type=whole_number, default=1, metavar="N", help="how far around it (default: 1)")
    parser.add_argument("--query", metavar="Q", help="draw what this query finds")
    parser.add_argument("--open", action="store_true", help="show it in the browser")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Draws, and prints where the file is."""
    if options.center and options.query:
        raise UsageError("--center and --query exclude each other")
    file = Path(options.file)
    with opened(options) as session:
        center = session.entity(options.center) if options.center else None
        session.graph.draw(str(file), center=center, depth=options.depth, query=options.query)
        session.output.write(f"{file.resolve()}\n")
    if options.open:
        webbrowser.open(file.resolve().as_uri())
    return 0

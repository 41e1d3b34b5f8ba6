"""`kg report`: a document as a page, with what was read from it."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path

from shell.cli.options import add_store, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The document and the file."""
    parser.add_argument("document", metavar="DOC", help="its source, as `kg documents` lists it")
    parser.add_argument("file", nargs="?", default="kg-report.html", metavar="FILE", help="default: kg-report.html")
    parser.add_argument("--open", action="store_true", help="show it in the browser")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Writes the page, and prints where it is."""
    file = Path(options.file)
    with opened(options) as session:
        session.graph.report(options.document, file)
        session.output.write(f"{file.resolve()}\n")
    if options.open:
        webbrowser.open(file.resolve().as_uri())
    return 0

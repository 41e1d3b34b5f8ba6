"""`kg import`: takes RDF files in as facts, each the source of its own."""

from __future__ import annotations

import argparse
from pathlib import Path

from shell.cli.options import add_store, opened
from shell.render import cell, count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="RDF: .ttl, .jsonld, .nq, .nt, .trig or .rdf")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Imports all of the files, or none; prints how many facts each states."""
    with opened(options, create=True) as session:
        session.graph.load(options.files)
        facts = {document.source: document.facts for document in session.graph.documents()}
        for name in (Path(file).name for file in options.files):
            session.output.write(f"{cell(name)}: {count(facts[name], 'fact')}\n")
    return 0

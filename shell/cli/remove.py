"""`kg remove`: takes documents, and the facts that only they support, out of the graph."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened
from shell.render import count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The documents."""
    parser.add_argument("documents", nargs="+", metavar="DOC", help="a document, as `kg documents` lists it")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Removes; 1 where the graph has no such document."""
    with opened(options) as session:
        known = {document.source for document in session.graph.documents()}
        wanted = [source for source in options.documents if source in known]
        for source in options.documents:
            if source not in known:
                session.note(f"kg: {source}: no such document; `kg documents` lists them")
        if wanted:
            session.graph.remove(wanted)
        session.output.write(f"{count(len(wanted), 'document')} removed\n")
    return 0 if len(wanted) == len(options.documents) else 1

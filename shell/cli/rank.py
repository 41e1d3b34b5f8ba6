"""`kg rank`: the entities that are central in the graph."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened, whole_number
from shell.commands import rank


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The measure, and what it is taken of."""
    parser.add_argument(
        "method", nargs="?", default="pagerank", metavar="METHOD", help="pagerank, betweenness, degree or harmonic"
    )
    add_source(parser)


def add_source(parser: argparse.ArgumentParser) -> None:
    """What is measured, how much is shown, and whether it is kept."""
    parser.add_argument("--query", metavar="QUERY", help="measure the edges that this query gives, not the facts")
    parser.add_argument("--limit", type=whole_number, default=rank.LIMIT, metavar="N", help="show that many")
    parser.add_argument("--keep", action="store_true", help="write the result into the graph BASE graph/analytics")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the entities, the most central first."""
    with opened(options) as session:
        rank.show(session, options.method, query=options.query, keep=options.keep, limit=options.limit)
    return 0

"""`kg communities`: the groups of entities that hold together."""

from __future__ import annotations

import argparse

from shell.cli.options import opened, whole_number
from shell.cli.rank import add_source
from shell.commands import communities


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is divided, and the seed."""
    parser.add_argument("--seed", type=whole_number, default=1, metavar="N", help="decides between equal divisions")
    add_source(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the communities, the largest first."""
    with opened(options) as session:
        communities.show(session, query=options.query, seed=options.seed, keep=options.keep, limit=options.limit)
    return 0

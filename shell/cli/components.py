"""`kg components`: the parts of the graph between which no fact leads."""

from __future__ import annotations

import argparse

from shell.cli.options import opened
from shell.cli.rank import add_source
from shell.commands import components


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is divided."""
    add_source(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the components, the largest first."""
    with opened(options) as session:
        components.show(session, query=options.query, keep=options.keep, limit=options.limit)
    return 0

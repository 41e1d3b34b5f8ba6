"""`kg stats`: how large the graph is."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened
from shell.commands import stats


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The store."""
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the graph's figures."""
    with opened(options) as session:
        stats.run(session)
    return 0

"""`kg documents`: what the graph was read from."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened
from shell.commands import documents


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The store."""
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints a table of the documents."""
    with opened(options) as session:
        documents.run(session)
    return 0

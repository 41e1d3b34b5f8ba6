"""`kg restore`: makes a store of a backup."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The backup, and the new store."""
    parser.add_argument("backup", metavar="FOLDER", help="what `kg backup` made; it stays")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Makes the store, which must not be there yet."""
    kg.restore(options.backup, options.store)
    return 0

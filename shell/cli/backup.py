"""`kg backup`: copies the store."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The new folder."""
    parser.add_argument("folder", metavar="FOLDER", help="a new folder; `kg diff FOLDER` tells what changed since")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Makes the copy."""
    with opened(options) as session:
        kg.back_up(session.graph, options.folder)
    return 0

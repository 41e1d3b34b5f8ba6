"""`kg neighbours`: the shell's neighbours command, once."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened
from shell.commands import neighbours


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The entity."""
    parser.add_argument("entity", metavar="ENTITY", help="by label or name (ent:Meta)")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints what facts connect it with."""
    with opened(options) as session:
        neighbours.run(session, options.entity)
    return 0

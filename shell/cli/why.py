"""`kg why`: the sentences behind a fact."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened
from shell.commands.why import show


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Subject, property and object."""
    parser.add_argument("subject", metavar="S", help="an entity, by label or name (ent:Meta)")
    parser.add_argument("property", metavar="P", help="a property, by label or name (kg:left)")
    parser.add_argument("object", metavar="O", help="an entity, or a literal")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the evidence."""
    with opened(options) as session:
        show(session, options.subject, options.property, options.object)
    return 0

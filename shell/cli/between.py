"""`kg between`: the shell's between command, once."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened
from shell.commands.between import show
from shell.problems import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The entities."""
    parser.add_argument("entities", nargs="+", metavar="ENTITY", help="two or more, by label or name (ent:Meta)")
    parser.add_argument("--no-evidence", action="store_true", help="without the sentences")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the facts that join them."""
    if len(options.entities) < 2:
        raise UsageError("name two entities or more, as in `kg between 'Devi Parikh' OpenAI Meta`")
    with opened(options) as session:
        show(session, options.entities, evidence=not options.no_evidence)
    return 0

"""`kg validate`: checks the graph against SHACL shapes."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened
from shell.commands.validate import check


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shapes."""
    parser.add_argument("shapes", nargs="*", metavar="SHAPES", help="files with shapes; without any, kgshell's own")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints what doesn't conform; 1 where there is such."""
    with opened(options) as session:
        return 0 if check(session, options.shapes) else 1

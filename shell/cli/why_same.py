"""`kg why-same`: why two names are one entity, or why not."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Two names."""
    parser.add_argument("one", metavar="A", help="a name as documents write it, or as the graph does (ent:Meta)")
    parser.add_argument("other", metavar="B", help="another")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the reasons, one a line."""
    with opened(options) as session:
        session.output.write("".join(f"{line}\n" for line in kg.why_same(session.graph, options.one, options.other)))
    return 0

"""`kg diff`: what another store, such as a backup, has otherwise."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The two stores."""
    parser.add_argument("other", metavar="OTHER", help="a store's folder, such as a backup: the state before")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints what came (+), went (-) and changed (~) since the other store; 1 where anything did."""
    with kg.open(options.other, create=False) as before, opened(options) as session:
        found = kg.compare(before, session.graph)
        lines = [f"+ document {name}" for name in found.added_documents]
        lines += [f"- document {name}" for name in found.removed_documents]
        lines += [f"~ document {name}" for name in found.changed_documents]
        lines += [f"+ {' '.join(map(session.short, fact))}" for fact in found.added_facts]
        lines += [f"- {' '.join(map(session.short, fact))}" for fact in found.removed_facts]
        session.output.write("".join(f"{line}\n" for line in lines))
        return 1 if lines else 0

"""`kg verify`: whether every stored place holds the stored words."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store, opened
from shell.render import cell, count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The store."""
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints each place that does not; 1 where there is one."""
    with opened(options) as session:
        found = kg.verify(session.graph)
        for flaw in found:
            session.output.write(f"{cell(f'{flaw.document}: {session.short(flaw.node)}: {flaw.message}')}\n")
        session.output.write(f"{count(len(found), 'flaw') if found else 'every place holds its words'}\n")
        return 1 if found else 0

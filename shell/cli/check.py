"""`kg check`: facts that contradict each other, with their sentences."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The store."""
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints each contradiction; 1 where there is one."""
    with opened(options) as session:
        found = kg.contradictions(session.graph)
        for each in found:
            session.output.write(f"{each.reason}\n")
            for fact in each.facts:
                session.output.write(f"  {' '.join(map(session.short, fact))}\n")
                for said in kg.sources(session.graph, fact):
                    sentence = " ".join(said.sentence.split())
                    session.output.write(f"    {said.status}: {sentence} ({session.short(said.document)})\n")
        session.output.write(f"{len(found) or 'no'} contradictions\n")
        return 1 if found else 0

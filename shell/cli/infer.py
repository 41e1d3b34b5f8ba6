"""`kg infer`: adds what follows from the facts, into a graph of its own."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store, opened
from shell.render import count
from shell.session import Session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to take out what was inferred."""
    parser.add_argument("--clear", action="store_true", help="take out what was inferred, and add nothing")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints each fact that follows, with the rule and the facts that it follows from."""
    with opened(options) as session:
        if options.clear:
            kg.forget_inferred(session.graph)
            return 0
        show(session)
    return 0


def show(session: Session) -> None:
    """Adds what follows, and writes each fact with its rule and premises."""
    found = kg.infer_facts(session.graph)
    for each in found:
        premises = "; ".join(" ".join(map(session.short, triple)) for triple in each.premises)
        session.output.write(f"{' '.join(map(session.short, each.triple))}  [{each.rule}: {premises}]\n")
    session.output.write(f"{count(len(found), 'fact')} inferred\n")

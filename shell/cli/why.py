"""`kg why`: the sentences behind a fact."""

from __future__ import annotations

import argparse
import json

import kg
from shell.cli.options import add_store, opened
from shell.commands.why import named, show


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Subject, property and object."""
    parser.add_argument("subject", metavar="S", help="an entity, by label or name (ent:Meta)")
    parser.add_argument("property", metavar="P", help="a property, by label or name (kg:left)")
    parser.add_argument("object", metavar="O", help="an entity, or a literal")
    parser.add_argument(
        "--format", choices=("text", "json", "ttl"), default="text", metavar="FORMAT", help="text, json or ttl"
    )
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the evidence."""
    with opened(options) as session:
        words = options.subject, options.property, options.object
        if options.format == "text":
            show(session, *words)
            return 0
        fact = named(session, *words)
        found = session.graph.why(*fact)
        if options.format == "json":
            stated = [{"status": "stated", "document": each} for each in kg.stated_in(session.graph, *fact)]
            session.output.write(
                f"{json.dumps([*kg.evidence_records(found), *stated], ensure_ascii=False, indent=2)}\n"
            )
        else:
            session.output.write(kg.evidence_turtle(session.graph, found))
    return 0

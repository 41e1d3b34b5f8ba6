"""`kg export`: the graph as RDF or for other tools."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store, opened
from shell.commands.export import format_of

FORMATS = ("ttl", "trig", "nt", "nq", "jsonld", "rdfxml", "graphml", "gexf", "csv", "dot")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, its format, and what goes in."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="where to write; without it, standard output")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: the ending's, or ttl, with evidence trig)",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--facts", action="store_const", const="facts", dest="what", default="facts", help="the facts (default)"
    )
    what.add_argument(
        "--evidence", action="store_const", const="evidence", dest="what", help="the documents' graphs too"
    )
    what.add_argument(
        "--profile", choices=("schema.org",), help="the facts in plain schema.org, as far as it has words for them"
    )
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Exports."""
    file = None if options.file in {None, "-"} else options.file
    with opened(options) as session:
        plain = "trig" if options.what == "evidence" else "ttl"
        form = options.format or (format_of(file) if file else plain)
        if options.profile:
            text = kg.export_schema_org(session.graph, file, format=form)
        else:
            text = session.graph.export(file, format=form, what=options.what)
        if text is not None:
            session.output.write(text)
    return 0

"""`kg build`: reads sources into the store."""

from __future__ import annotations

import argparse

from shell.cli import infer
from shell.cli.options import add_reading, add_store, opened, reading, whole_number
from shell.commands import build


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Sources, store, language, jobs, name, how to read, and ontology."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, folder, glob or URL; - is standard input")
    add_store(parser)
    parser.add_argument(
        "--lang", metavar="CODE", help="the language, where it should not be identified: en, fi, nn, nb"
    )
    parser.add_argument("--jobs", type=whole_number, default=1, metavar="N", help="processes that read at once")
    parser.add_argument("--name", default="", metavar="PREFIX/", help="what the documents' names begin with")
    add_reading(parser)
    parser.add_argument("--infer", action="store_true", help="add what follows from the facts, as `kg infer` does")
    parser.add_argument("--ontology", nargs="+", default=[], metavar="FILE", help="further ontologies and lexicons")
    parser.add_argument("--thesaurus", nargs="+", default=[], metavar="FILE", help="further SKOS files of concepts")


def run(options: argparse.Namespace) -> int:
    """Builds; 1 where some sources could not be read."""
    with opened(options, create=True, ontology=[*options.ontology, *options.thesaurus], **reading(options)) as session:
        tally = build.build(session, options.sources, lang=options.lang, jobs=options.jobs, name=options.name)
        session.output.write(f"{tally}\n")
        if options.infer:
            infer.show(session)
        return 1 if tally.actions["failed"] else 0

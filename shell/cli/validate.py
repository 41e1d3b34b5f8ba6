"""`kg validate`: checks the graph against kgshell's SHACL shapes and the user's, or lexicons against theirs."""

from __future__ import annotations

import argparse

import kg
from shell.cli.options import add_store, opened
from shell.commands.validate import check, show
from shell.session import Session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shapes, or the lexicons."""
    parser.add_argument(
        "--shapes",
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="files with shapes of your own, checked together with kgshell's",
    )
    parser.add_argument(
        "--lexicon", nargs="*", metavar="FILE", help="check lexicons, kgshell's own or those named, and not the graph"
    )
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints what doesn't conform; 1 where there is such."""
    if options.lexicon is not None:
        with kg.open() as graph:
            return 0 if show(Session.on(graph, ":memory:"), kg.check_lexicon(options.lexicon), "conforms") else 1
    with opened(options) as session:
        return 0 if check(session, options.shapes) else 1

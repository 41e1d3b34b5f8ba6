"""`kg path`: the shell's path command, once."""

from __future__ import annotations

import argparse

from shell.cli.options import add_store, opened, whole_number
from shell.commands.path import Wish, rank, show


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One or two entities and which paths between them."""
    parser.add_argument("start", metavar="A", help="an entity, by label or name (ent:Meta)")
    parser.add_argument("end", nargs="?", metavar="B", help="another entity; without it, what is closest to A")
    parser.add_argument("--via", default="", metavar="NAME,…", help="only over these properties")
    parser.add_argument("--k", type=whole_number, metavar="N", help="that many paths (default: 1)")
    parser.add_argument("--max", type=whole_number, metavar="N", help="at most N hops")
    parser.add_argument("--directed", action="store_true", help="only along the facts' direction")
    parser.add_argument("--tree", action="store_true", help="as a tree, paths with a common beginning together")
    parser.add_argument("--no-evidence", action="store_true", help="without the sentences")
    add_store(parser)


def run(options: argparse.Namespace) -> int:
    """Prints the paths."""
    wish = Wish(
        via=tuple(filter(None, options.via.split(","))),
        most=options.k or 1,
        longest=options.max,
        directed=options.directed,
        sentences=not options.no_evidence,
        tree=options.tree,
    )
    with opened(options) as session:
        if options.end is None:
            rank(session, options.start, most=options.k or 20)
        else:
            show(session, options.start, options.end, wish)
    return 0

"""`kg shell`: the interactive shell, or a script of its statements from a pipe."""

from __future__ import annotations

import argparse
import sys

import kg
from shell import script
from shell.cli.options import add_store
from shell.commands import COMMANDS
from shell.output import Output
from shell.session import MODES, Session, Settings
from shell.streams import is_terminal
from shell.vocabulary import Background


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The store and how to behave without a person."""
    parser.add_argument("place", nargs="?", metavar="STORE", help="the same as --store")
    add_store(parser)
    parser.add_argument("--create", action="store_true", help="make the store where there is none")
    parser.add_argument("--mode", choices=tuple(MODES), default="table", metavar="MODE", help=", ".join(MODES))
    parser.add_argument("--yes", action="store_true", help="run updates without asking")
    parser.add_argument("--fail-fast", action="store_true", help="stop a script at its first error")


def run(options: argparse.Namespace) -> int:
    """Runs the shell; without a terminal, the script on standard input."""
    place = options.place or options.store
    interactive = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    with kg.open(place, base=options.base, create=options.create) as graph:
        session = Session(
            graph=graph,
            place=place,
            commands=COMMANDS,
            output=Output(paging=interactive),
            settings=Settings(mode=options.mode, timer=interactive, confirm=not options.yes),
            debug=options.debug,
        )
        if not interactive:
            return script.run(session, sys.stdin, fail_fast=options.fail_fast)
        _interact(session)
    return 0


def _interact(session: Session) -> None:
    from shell import terminal  # prompt_toolkit is slow to import, and scripts do without

    background = Background(session.graph, COMMANDS)
    background.refresh()
    session.changed = background.refresh
    terminal.interact(session, background)
    background.wait(2.0)
    terminal.leave(session)

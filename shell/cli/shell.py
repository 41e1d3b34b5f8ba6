"""`kg shell`: the interactive shell, or a script of its statements from a pipe."""

from __future__ import annotations

import argparse
import sys

from shell import memory, script
from shell.cli.options import add_store
from shell.commands import COMMANDS
from shell.output import Output
from shell.remote import Worker
from shell.running import Budget
from shell.session import MODES, ROWS, Session, Settings
from shell.streams import is_terminal
from shell.vocabulary import Background
from shell.worker import Opening


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
    worker = Worker(Opening(place, options.base, options.create), budget=Budget(memory=_share()))
    session = Session(
        runner=worker,
        place=place,
        commands=COMMANDS,
        output=Output(paging=interactive),
        settings=Settings(
            mode=options.mode, timer=interactive, confirm=not options.yes, rows=ROWS if interactive else None
        ),
        debug=options.debug,
    )
    if interactive:
        from shell import terminal  # slow to import, while the worker opens the store; scripts do without
    worker.opened()
    try:
        if not interactive:
            return script.run(session, sys.stdin, fail_fast=options.fail_fast)
        background = Background(worker, COMMANDS)
        background.refresh()
        session.changed = background.refresh
        terminal.interact(session, background)
    finally:
        worker.close()
    return 0


def _share() -> int | None:
    """The memory that one query may take where nothing else was set: half of the machine's."""
    whole = memory.physical()
    return None if whole is None else whole // 2

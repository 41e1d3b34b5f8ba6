"""`kg shell`: the interactive shell, or a script of its statements from a pipe."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from shell import memory
from shell.cli.options import add_network, add_store, update_url
from shell.modes import MODES, ROWS
from shell.remote import Worker
from shell.running import Budget
from shell.streams import is_terminal
from shell.worker import Opening

if TYPE_CHECKING:
    from shell.session import Session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The store and how to behave without a person."""
    parser.add_argument("place", nargs="?", metavar="STORE", help="the same as --store")
    add_store(parser)
    add_network(parser)
    parser.add_argument("--create", action="store_true", help="make the store where there is none")
    parser.add_argument("--mode", choices=tuple(MODES), default="table", metavar="MODE", help=", ".join(MODES))
    parser.add_argument("--yes", action="store_true", help="run updates without asking")
    parser.add_argument("--fail-fast", action="store_true", help="stop a script at its first error")


def run(options: argparse.Namespace) -> int:
    """Runs the shell; without a terminal, the script on standard input."""
    place = options.place or options.store
    opening = Opening(place, options.base, options.create, network=options.network, update=update_url(options, place))
    worker = Worker(opening, budget=Budget(memory=_share()))
    # What follows takes long to import; meanwhile the worker opens the store.
    try:
        if is_terminal(sys.stdin) and is_terminal(sys.stdout):
            from shell import terminal

            terminal.run(worker, _session(options, worker, place, interactive=True))
            return 0
        from shell import script

        worker.opened()
        return script.run(_session(options, worker, place), sys.stdin, fail_fast=options.fail_fast)
    finally:
        worker.close()


def _session(options: argparse.Namespace, worker: Worker, place: str, *, interactive: bool = False) -> Session:
    from kg import without_password
    from shell.commands import COMMANDS
    from shell.output import Output
    from shell.session import Session, Settings

    rows = ROWS if interactive else None
    settings = Settings(mode=options.mode, timer=interactive, confirm=not options.yes, rows=rows)
    return Session(
        worker,
        without_password(place),
        commands=COMMANDS,
        output=Output(paging=interactive),
        settings=settings,
        debug=options.debug,
    )


def _share() -> int | None:
    """The memory that one query may take where nothing else was set: half of the machine's."""
    whole = memory.physical()
    return None if whole is None else whole // 2

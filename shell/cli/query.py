"""`kg query`: one SPARQL or PATHS query, or update, from the command line, a file or standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kg
from shell import results
from shell.answers import Wish, shown
from shell.cli.options import add_network, add_store, opened, seconds, update_url
from shell.problems import UsageError, caret
from shell.session import Session
from shell.statement import is_paths
from shell.streams import is_terminal, read_input, terminal_width

FORMATS = (*results.ROW_FORMATS, *results.TRIPLE_FORMATS)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The query, its file, the format, and whether it is an update."""
    parser.add_argument("query", nargs="?", metavar="QUERY", help="the query; without it, -f or standard input")
    parser.add_argument("-f", "--file", type=Path, metavar="FILE", help="a file that holds the query")
    parser.add_argument("--format", choices=FORMATS, default="table", metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--update", action="store_true", help="run a SPARQL update")
    parser.add_argument(
        "--timeout", type=seconds, metavar="SECONDS", help="stop then: PATHS with what it has, SPARQL with an error"
    )
    add_store(parser)
    add_network(parser)


def run(options: argparse.Namespace) -> int:
    """Asks, and prints the answer."""
    text = _text(options)
    if options.timeout is not None and options.update:
        raise UsageError("--timeout is for queries; an update is made whole, or not at all")
    if options.timeout is not None and not is_paths(text):
        return _ask_within(options, text)
    with opened(options, network=options.network) as session:
        try:
            if options.update:
                session.graph.update(text)
                return 0
            answer = _asked(session, text, options.timeout)
            wish = Wish(results.check(answer, options.format), labels=False, width=session.output.width)
            for piece in shown(session.graph, answer, wish):
                if isinstance(piece, str):
                    session.output.write(piece)
            if isinstance(answer, kg.Paths) and answer.truncated:
                session.note(f"kg: the answer was cut short by the {answer.truncated}; there may be more paths")
        except kg.QueryError as error:
            sys.stderr.write(caret(text, error.line, error.column, width=terminal_width(sys.stderr)))
            raise
    return 0


def _asked(session: Session, text: str, seconds: float | None) -> Any:
    """The answer; `seconds` are of PATHS."""
    return session.graph.query(text) if seconds is None else session.graph.paths(text, seconds=seconds)


def _ask_within(options: argparse.Namespace, text: str) -> int:
    """Asks in a process of its own, which is ended when the time is over."""
    from shell.remote import Worker
    from shell.running import Budget, OverBudget
    from shell.worker import Opening

    update = update_url(options, options.store)
    opening = Opening(options.store, options.base, network=options.network, update=update)
    worker = Worker(opening, budget=Budget(seconds=options.timeout))
    try:
        worker.opened()
        for piece in worker.stream(
            answered, text, Wish(options.format, labels=False, width=terminal_width(sys.stdout))
        ):
            if isinstance(piece, str):
                sys.stdout.write(piece)
    except kg.QueryError as error:
        sys.stderr.write(caret(text, error.line, error.column, width=terminal_width(sys.stderr)))
        raise
    except OverBudget as error:
        raise OverBudget(
            f"stopped after {options.timeout:g} s; narrow the query, or allow more by --timeout"
        ) from error
    finally:
        worker.close()
    return 0


def answered(graph: kg.Graph, text: str, wish: Wish) -> Iterator[str | results.Size]:
    """The answer of a query, in a format that must fit it."""
    answer = graph.query(text)
    yield from shown(graph, answer, wish._replace(form=results.check(answer, wish.form)))


def _text(options: argparse.Namespace) -> str:
    if options.query is not None and options.file is not None:
        raise UsageError("give the query itself or -f FILE, not both")
    if options.query not in {None, "-"}:
        return str(options.query)
    if options.file is not None:
        return _read(options.file)
    if is_terminal(sys.stdin) and options.query is None:
        raise UsageError("there is no query; give one, or -f FILE, or a pipe; `kg shell` is for asking many")
    return read_input()


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8 text; save it as such") from error
    except OSError as error:
        raise kg.QueryError(f"{file}: can't be read ({error.strerror}); check the path") from error

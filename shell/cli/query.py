"""`kg query`: one SPARQL or PATHS query, or update, from the command line, a file or standard input."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import kg
from shell import results
from shell.answers import Wish, shown
from shell.cli.options import add_network, add_store, opened
from shell.problems import UsageError, caret
from shell.streams import is_terminal, read_input

FORMATS = (*results.ROW_FORMATS, *results.TRIPLE_FORMATS)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The query, its file, the format, and whether it is an update."""
    parser.add_argument("query", nargs="?", metavar="QUERY", help="the query; without it, -f or standard input")
    parser.add_argument("-f", "--file", type=Path, metavar="FILE", help="a file that holds the query")
    parser.add_argument("--format", choices=FORMATS, default="table", metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--update", action="store_true", help="run a SPARQL update")
    add_store(parser)
    add_network(parser)


def run(options: argparse.Namespace) -> int:
    """Asks, and prints the answer."""
    text = _text(options)
    with opened(options, network=options.network) as session:
        try:
            if options.update:
                session.graph.update(text)
                return 0
            answer = session.graph.query(text)
            wish = Wish(results.check(answer, options.format), labels=False, width=session.output.width)
            for piece in shown(session.graph, answer, text, wish):
                if isinstance(piece, str):
                    session.output.write(piece)
            if isinstance(answer, kg.Paths) and answer.truncated:
                session.note(f"kg: the answer was cut short by the {answer.truncated}; there may be more paths")
        except kg.QueryError as error:
            sys.stderr.write(caret(text, error.line, error.column))
            raise
    return 0


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

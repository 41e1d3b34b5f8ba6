"""The commands of `kg`: one table from name to help; one module per command, imported when it is run.

Each module has `add_arguments(parser)` and `run(options) -> int`, the exit code. `--help` imports nothing heavy.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NoReturn

#: Command → what it does. The module is `shell.cli.NAME`.
COMMANDS: Mapping[str, str] = {
    "build": "read files, folders, globs or URLs into the graph",
    "import": "take RDF files in as facts",
    "extract": "what a text says, without a store",
    "query": "ask SPARQL or PATHS",
    "path": "the shortest path between two entities, or what is closest to one",
    "between": "the small tree of facts that joins several entities",
    "neighbours": "the entities that facts connect an entity with",
    "why": "the sentences behind a fact",
    "why-same": "why two names are one entity, or why not",
    "lexicon": "which words express a relation",
    "infer": "add what follows from the facts, with the reasons",
    "check": "facts that contradict each other, with their sentences",
    "shell": "ask in an interactive shell",
    "export": "write the graph to a file",
    "viz": "draw the graph",
    "report": "a document's text beside what was read from it",
    "documents": "list the documents",
    "remove": "take documents out of the graph",
    "stats": "how large the graph is",
    "rank": "the most central entities",
    "communities": "the groups of entities that hold together",
    "components": "the parts between which no fact leads",
    "validate": "check the graph against its shapes",
    "verify": "check that every stored place holds the stored words",
    "diff": "what another store has otherwise",
    "backup": "copy the store, quickly",
    "restore": "make a store of a backup",
    "pipelines": "list the pipelines that can read texts, with scores and licences",
    "eval": "measure pipelines and extraction against gold files",
}
_EPILOGUE = """exit codes: 0 done; 1 done, but some inputs failed; 2 wrong usage; 3 the store or the query failed
`kg COMMAND --help` says more. The store is ./kg-store, or $KG_STORE, or what --store says:
a folder, :memory:, or the address of a SPARQL 1.1 endpoint (http://localhost:3030/ds/sparql)."""


def run(arguments: Sequence[str]) -> int:
    """Runs the command that the arguments name; the exit code."""
    options = parser().parse_args(arguments)
    code: int = import_module(module(options.command)).run(options)
    return code


def module(command: str) -> str:
    """The name of the module that holds a command; `import` is no name for one."""
    return f"shell.cli.{command.replace('-', '_') if command != 'import' else 'import_'}"


def parser() -> argparse.ArgumentParser:
    """The whole command line; a command's own arguments are added when it is parsed."""
    top = _Parser(
        prog="kg",
        description="Reads articles into a knowledge graph with the sentence behind every fact, and lets you ask it.",
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    top.add_argument("--debug", action="store_true", help="show a traceback when something goes wrong")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_CommandParser)
    for name, text in COMMANDS.items():
        commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    return top


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"kg: {' '.join(message.split())}; see `{self.prog} --help`\n")
        raise SystemExit(2)


class _CommandParser(_Parser):
    """A command's parser, which takes its arguments from the command's module once it is needed."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Adds the command's arguments, then parses."""
        name = self.prog.rpartition(" ")[2]
        import_module(module(name)).add_arguments(self)
        self.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        return super().parse_known_args(args, namespace)


class _Version(argparse.Action):
    """Shows the version; reads it only when asked for, since that takes time."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"kg {version('kgshell')}\n")
        parser.exit()

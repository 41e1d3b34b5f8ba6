"""Reads from a graph the words that completion offers; done once in the background, and again after changes."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg import Graph, KgError, SchemaTerm
from shell.labels import Entry, Labels
from shell.names import shorten
from shell.session import MODES, Command
from shell.suggest import CommandShape, Vocabulary

SETTINGS = ("confirm on", "confirm off", "keys emacs", "keys vi", "pager on", "pager off", "timer on", "timer off")


def shapes(commands: Mapping[str, Command]) -> dict[str, CommandShape]:
    """What completion needs to know of the commands."""
    return {name: CommandShape(item.takes, item.options, item.help) for name, item in commands.items()}


def files(typed: str) -> list[str]:
    """The files and folders whose path begins as typed, folders with a slash, hidden ones only where asked for."""
    folder, name = (typed.rsplit("/", 1) if "/" in typed else ("", typed)) if typed else ("", "")
    parent = Path(folder or ("/" if typed.startswith("/") else ".")).expanduser()
    lead = f"{folder}/" if "/" in typed else ""
    try:
        found = sorted(parent.iterdir())
    except OSError:
        return []
    kept = [item for item in found if item.name.startswith(name) and (name or not item.name.startswith("."))]
    return [f"{lead}{item.name}{'/' if item.is_dir() else ''}" for item in kept]


def bare(graph: Graph, commands: Mapping[str, Command]) -> Vocabulary:
    """What is known without asking the store."""
    return Vocabulary(
        prefixes=graph.prefixes, modes=tuple(MODES), settings=SETTINGS, commands=shapes(commands), files=files
    )


def load(graph: Graph, commands: Mapping[str, Command]) -> Vocabulary:
    """Everything; some tenths of a second for 100,000 labels."""
    prefixes, schema = graph.prefixes, graph.schema()
    return Vocabulary(
        prefixes=prefixes,
        classes=_counted(schema.classes, prefixes),
        properties=_counted(schema.predicates, prefixes),
        entities=Labels(
            Entry(label, shorten(iri, prefixes), shorten(kind, prefixes) if kind else "")
            for label, iri, kind in graph.labels()
        ),
        documents=tuple(document.source for document in graph.documents()),
        modes=tuple(MODES),
        settings=SETTINGS,
        commands=shapes(commands),
        files=files,
    )


def _counted(terms: Iterable[SchemaTerm], prefixes: Mapping[str, str]) -> Labels:
    """Classes or properties, the most frequent first."""
    ranked = sorted(terms, key=lambda term: (-term.count, term.label))
    return Labels([Entry(term.label, shorten(term.iri, prefixes), str(term.count)) for term in ranked], in_order=True)


class Background:
    """The vocabulary and the number of facts as they were last read; reads again when told."""

    def __init__(self, graph: Graph, commands: Mapping[str, Command]) -> None:
        self.vocabulary = bare(graph, commands)
        self.facts: int | None = None
        self._graph, self._commands = graph, commands
        self._thread: threading.Thread | None = None

    def refresh(self) -> None:
        """Starts to read anew, unless that goes on already."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._read, daemon=True, name="kg vocabulary")
            self._thread.start()

    def wait(self, seconds: float) -> None:
        """Waits for what is being read, so that the store can be closed."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _read(self) -> None:
        try:
            self.facts = self._graph.stats().facts
            self.vocabulary = load(self._graph, self._commands)
        except KgError:
            return  # completion goes without; the error shows when something is asked

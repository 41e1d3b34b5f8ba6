"""The words that completion offers, put together as the worker sends them: in the background, and after changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kg import KgError
from shell import favourites
from shell.commands.set import SETTINGS
from shell.harvest import Parcel, harvest
from shell.labels import Labels
from shell.matching import CommandShape, Vocabulary
from shell.modes import MODES
from shell.problems import UsageError
from shell.results import solutions
from shell.running import Runner, Stopped
from shell.sample import number_of_facts, sample

if TYPE_CHECKING:
    from kg import Graph
    from shell.session import Command

#: Seconds before reading is tried again.
_PAUSE = 0.2


def shapes(commands: Mapping[str, Command]) -> dict[str, CommandShape]:
    """What completion needs to know of the commands."""
    return {name: CommandShape(item.takes, item.options, item.help) for name, item in commands.items()}


def _settings() -> tuple[str, ...]:
    """What may be set, and to what."""
    return tuple(f"{name} {value}".rstrip() for name, item in SETTINGS.items() for value in item.offered)


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


def kept() -> dict[str, str]:
    """The favourites; none where their file can't be read, which `.run` will tell."""
    try:
        return favourites.load()
    except (UsageError, OSError):
        return {}


def gathered(parcels: Iterable[Parcel], known: Vocabulary) -> Iterator[Vocabulary]:
    """What is known after each kind of parcels; a kind is known once all of it has come."""
    kind = ""
    held: list[Any] = []
    for parcel in parcels:
        if parcel.kind != kind:
            known = _with(known, kind, held)
            yield known
            kind, held = parcel.kind, []
        held += parcel.items
    yield _with(known, kind, held)


def _with(known: Vocabulary, kind: str, items: list[Any]) -> Vocabulary:
    """What is known, with the items of one kind."""
    if not kind:
        return known
    if kind == "trouble":
        return replace(known, trouble=items[0])
    found: Any = _nested(items) if kind in {"of class", "to class"} else Labels.prepared(items)
    return replace(known, **{kind.replace(" ", "_"): found})


def _nested(pairs: Iterable[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for one, other, number in pairs:
        found.setdefault(one, {})[other] = number
    return found


class Background:
    """The vocabulary as it was last read; reads again, beside everything else, when told."""

    def __init__(
        self, runner: Runner, commands: Mapping[str, Command], *, used: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        self.vocabulary = Vocabulary(commands=shapes(commands), files=files, favourites=kept)
        self.facts: int | None = None
        self._runner, self._commands, self._used = runner, commands, used
        self._thread: threading.Thread | None = None
        self._again = False

    def refresh(self) -> None:
        """Starts to read anew; where that goes on already, once more after it."""
        self._again = True
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._read, daemon=True, name="kg vocabulary")
            self._thread.start()

    def wait(self, seconds: float) -> None:
        """Waits for what is being read."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _read(self) -> None:
        while self._again:
            self._again = False
            try:
                self._take()
            except Stopped:
                self._again = True  # the worker was ended for another's sake
                time.sleep(_PAUSE)
            except (KgError, OSError):
                return  # completion goes without; the error shows when something is asked

    def _take(self) -> None:
        for prefixes, facts in self._runner.aside(_overview):
            self.facts = facts
            self.vocabulary = replace(
                self.vocabulary,
                prefixes=prefixes,
                modes=tuple(MODES),
                settings=_settings(),
                used=self._used,
                trouble="",
            )
        for found in gathered(self._runner.aside(_words), self.vocabulary):
            self.vocabulary = found


def _words(graph: Graph) -> Iterator[Parcel]:
    """The words of the graph; of one behind an address what can be had within limits."""
    return sample(graph) if graph.served else harvest(graph)


def _overview(graph: Graph) -> Iterator[tuple[dict[str, str], int | None]]:
    """The prefixes and the number of triples, if it is known."""
    if graph.served:
        yield graph.prefixes, None
        yield graph.prefixes, number_of_facts(graph)
        return
    ((number,),) = solutions(graph, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    yield graph.prefixes, int(number.text)

"""An open graph with what the person has set: runs statements and commands and names what they show.

`Session.run` raises; `Session.attempt` shows the error and says whether it went well. Knows no terminal.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from kg import (
    InvalidName,
    Iri,
    KgError,
    Literal,
    QueryError,
    UnknownEntity,
    UnknownProperty,
    read_name,
    without_password,
    write_name,
)
from shell import faults, hints, names, updates
from shell.answers import Wish, answer, has_label
from shell.matching import Source
from shell.modes import ENDINGS, MODES
from shell.output import Output
from shell.problems import UsageError, caret, mistake, said
from shell.render import harmless
from shell.results import Size
from shell.running import Here, Runner, Stopped
from shell.statement import Form, Statement, Target, read
from shell.streams import terminal_width
from shell.updates import Updates

if TYPE_CHECKING:
    from kg import Graph


T = TypeVar("T")


class Quit(Exception):
    """The person ends the session."""


@dataclass(slots=True)
class Settings:
    """What `.set`, `.mode` and `.timer` change. `rows` of a table are shown at most; None is all."""

    mode: str = "table"
    timer: bool = True
    confirm: bool = True
    keys: str = "emacs"
    rows: int | None = None


@dataclass(slots=True)
class Clock:
    """How long one waited for an answer: what a person reads of it in the pager meanwhile does not count."""

    seconds: float = 0.0

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """The items, each waited for."""
        waiting = iter(items)
        while True:
            with self.running():
                found = list(islice(waiting, 1))
            if not found:
                return
            yield found[0]

    @contextmanager
    def running(self) -> Iterator[None]:
        """Counts the time meanwhile."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds += time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the shell. `takes` and `options` are for completion; `usage` and the help for people."""

    run: Callable[[Session, str], None]
    usage: str
    help: str
    details: str = ""
    takes: tuple[Source, ...] = ()
    options: tuple[str, ...] = ()


def unknown_command(name: str, commands: Mapping[str, Command]) -> UsageError:
    """What to raise for a command that there is not."""
    return UsageError(f"no command .{name}; {names.hint(name, commands, '.help lists them', lead='.')}")


@dataclass(slots=True)
class Session:
    """What commands work on. `ask` puts a yes-or-no question; None where nobody can answer."""

    runner: Runner
    place: str
    commands: Mapping[str, Command] = field(default_factory=dict)
    output: Output = field(default_factory=Output)
    settings: Settings = field(default_factory=Settings)
    updates: Updates = field(default_factory=Updates)
    ask: Callable[[str], bool] | None = None
    changed: Callable[[], None] = lambda: None
    history: list[str] = field(default_factory=list)
    last_query: str = ""
    debug: bool = False
    _labels: dict[str, str] = field(default_factory=dict)
    _prefixes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def on(cls, graph: Graph, place: str, **given: Any) -> Session:
        """A session on a graph that is open in this process."""
        return cls(Here(graph), place, **given)

    @property
    def graph(self) -> Graph:
        """The graph."""
        return self.runner.graph

    # ------------------------------------------------------------ statements

    def attempt(self, statement: Statement) -> bool:
        """Runs a statement and shows what goes wrong, with its place; whether it went well."""
        try:
            self.run(statement)
        except QueryError as raised:
            error = faults.better(raised, statement.text, self._second(raised, statement.text))
            where = caret(statement.text, error.line, error.column, width=terminal_width(sys.stderr))
            self.note(f"{where}kg: {self._placed(error, statement)}")
            if statement.form is Form.UNKNOWN:
                self._hint(hints.for_words, statement.text)
        except (KgError, UsageError, OSError) as error:
            self.note(f"kg: {said(error)}")
        except (Stopped, KeyboardInterrupt):
            self.note("kg: stopped")
        except Quit:
            raise
        except Exception as error:  # a mistake of ours must not cost the person the session
            if self.debug:
                sys.excepthook(type(error), error, error.__traceback__)
            self.note(f"kg: {mistake(error)}")
        else:
            return True
        return False

    def run(self, statement: Statement) -> None:
        """Runs a statement; raises what goes wrong, and `Quit`."""
        self.history.append(without_password(statement.text))
        with self.output.redirected(statement.target):
            if statement.form is Form.COMMAND:
                self._command(statement)
            elif statement.form is Form.UPDATE:
                updates.update(self, statement.text)
            elif statement.form is not Form.EMPTY:
                self.query(statement.text, target=statement.target)

    def run_text(self, text: str) -> None:
        """Runs one statement given as text."""
        self.run(read(text, commands=self.commands))

    def query(self, text: str, *, target: Target | None = None) -> None:
        """Shows the answer of a query, with its size and time."""
        size, clock = Size(""), Clock()
        with clock.running():
            stream = self.runner.stream(answer, text, self.wish(target))
        with closing(stream) as pieces, self.output.paged():
            for piece in clock.over(pieces):
                if isinstance(piece, Size):
                    size = piece
                else:
                    self.output.write(piece)
        taken = clock.seconds
        self.last_query = text
        if size.summary:
            self.note(f"({size.summary}{f', {taken:.3f} s' if self.settings.timer else ''})")
        if size.empty:
            self._hint(hints.for_empty, text)

    def wish(self, target: Target | None = None) -> Wish:
        """How answers are wanted now."""
        mode, form = self.settings.mode, MODES[self.settings.mode]
        whole = self.output.file is not None or target is not None
        if target is not None and target.mark != "|":
            form = ENDINGS.get(target.name.strip("\"'").rpartition(".")[2].lower(), form)
        most = None if whole else self.settings.rows
        return Wish(form, mode != "iri", self.output.width, most, mode == "records")

    def confirm(self, question: str) -> None:
        """Goes on only with the person's yes."""
        if not self.settings.confirm:
            return
        if self.ask is None:
            raise UsageError("nobody is here to confirm this; start the shell with --yes to run it without asking")
        if not self.ask(question):
            raise UsageError("not done")

    # ------------------------------------------------------------ names

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes that need no PREFIX line."""
        if not self._prefixes:
            self._prefixes = self.graph.prefixes
        return self._prefixes

    def short(self, term: object) -> str:
        """A term with prefixed names for IRIs."""
        return names.show(term, self.prefixes)

    def label(self, iri: str) -> str:
        """What people call it; looked up once."""
        if iri not in self._labels:
            self._labels[iri] = self.graph.label(Iri(iri))
        return self._labels[iri]

    def name(self, term: object) -> str:
        """A term as the mode wants it: labels for what has any, or prefixed names."""
        if self.settings.mode == "iri":
            return self.short(term)
        if isinstance(term, Iri):
            return self.label(term) if has_label(term, self.prefixes) else self.short(term)
        return term.text if isinstance(term, Literal) else self.short(term)

    def entity(self, text: str) -> Iri:
        """The entity that is called so, or has this IRI or prefixed name; raises `UnknownEntity` or `InvalidName`."""
        wanted = text.strip()
        if not wanted:
            raise UsageError("an entity is missing; give its label, or its name as in ent:Meta")
        try:
            return read_name(wanted, self.prefixes)
        except InvalidName as refusal:
            return self._called(wanted, refusal)

    def _called(self, label: str, refusal: InvalidName) -> Iri:
        """The entity that is called so; where there is none and a name was meant, the refusal of it is raised."""
        try:
            return self.graph.entity(label.strip('"'))
        except UnknownEntity:
            if names.is_meant_as_name(label, self.prefixes):
                raise refusal from None
            raise

    def property(self, text: str) -> Iri:
        """The property with this name (`kg:left`), local name (`left`) or label.

        Raises `UnknownProperty` or `InvalidName`.
        """
        try:
            return read_name(text, self.prefixes)
        except InvalidName as error:
            refusal = error
        found = self.graph.schema().predicates
        wanted = names.fold(text.strip('"')).replace("_", " ")
        for item in found:
            local = names.local_words(write_name(item.iri, self.prefixes))
            if wanted in {names.fold(item.label), names.fold(local)}:
                return item.iri
        if names.is_meant_as_name(text, self.prefixes):
            raise refusal
        near = names.nearest(text, [item.label for item in found])
        raise UnknownProperty(text, (near,) if near else ())

    def forget(self) -> None:
        """Drops what was remembered of the graph, after it changed."""
        self._labels.clear()
        self._prefixes.clear()
        self.changed()

    def note_nothing(self, text: str, *about: Iri) -> None:
        """Says that there is nothing, and which of the things and properties asked about the graph does not have."""
        self.note(text)
        self._hint(hints.for_names, about)

    def note(self, text: str) -> None:
        """Says something that is no result, on standard error."""
        sys.stderr.write(f"{harmless(text)}\n")
        sys.stderr.flush()

    # ------------------------------------------------------------ inside

    def _command(self, statement: Statement) -> None:
        command = self.commands.get(statement.name)
        if command is None:
            raise unknown_command(statement.name, self.commands)
        command.run(self, statement.argument)

    def _hint(self, task: Callable[..., Iterator[str]], of: object) -> None:
        """Says what may help, as far as that can be found out: the answer is there without it."""
        try:
            for hint in self.runner.stream(task, of):
                self.note(hint)
        except (KgError, Stopped):
            return

    def _second(self, error: QueryError, text: str) -> int | None:
        """Where another parser stops, if the error says little."""
        if not faults.is_vague(error):
            return None
        try:
            return self.runner.call(faults.second_opinion, text)
        except (KgError, Stopped, RecursionError):
            return None

    def _placed(self, error: QueryError, statement: Statement) -> str:
        """The error with the line counted from the start of the script."""
        if error.line is None or statement.line == 1:
            return str(error)
        return f"line {statement.line + error.line - 1}, column {error.column}: {error.reason}"

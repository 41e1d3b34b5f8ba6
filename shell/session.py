"""An open graph with what the person has set: runs statements and commands and names what they show.

`Session.run` raises; `Session.attempt` shows the error and says whether it went well. Knows no terminal.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kg import Graph, Iri, KgError, Literal, QueryError, UnknownEntity
from shell import hints, names, results
from shell.output import Output
from shell.problems import UsageError, caret, mistake
from shell.render import count, harmless
from shell.running import Runner, Stopped
from shell.statement import Form, Statement, read
from shell.suggest import Source

#: How results are shown; the names of the shell and the formats they stand for.
MODES: Mapping[str, str] = {
    "table": "table",
    "iri": "table",
    "csv": "csv",
    "tsv": "tsv",
    "json": "json",
    "xml": "xml",
    "turtle": "ttl",
    "markdown": "markdown",
}
#: Prefixes whose names people read as labels.
_LABELLED = ("kg", "ent", "rel")
#: What the IRI of a document's own entity ends with.
_OF_DOCUMENT = re.compile(r"#e\d+$")


class Quit(Exception):
    """The person ends the session."""


@dataclass(slots=True)
class Settings:
    """What `.set`, `.mode` and `.timer` change."""

    mode: str = "table"
    timer: bool = True
    confirm: bool = True
    keys: str = "emacs"


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the shell. `takes` and `options` are for completion; `usage` and the help for people."""

    run: Callable[[Session, str], None]
    usage: str
    help: str
    details: str = ""
    takes: tuple[Source, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(slots=True)
class Session:
    """What commands work on. `ask` puts a yes-or-no question; None where nobody can answer."""

    graph: Graph
    place: str
    commands: Mapping[str, Command] = field(default_factory=dict)
    output: Output = field(default_factory=Output)
    settings: Settings = field(default_factory=Settings)
    runner: Runner = field(default_factory=Runner)
    ask: Callable[[str], bool] | None = None
    changed: Callable[[], None] = lambda: None
    history: list[str] = field(default_factory=list)
    last_query: str = ""
    debug: bool = False
    _labels: dict[str, str] = field(default_factory=dict)
    _prefixes: dict[str, str] = field(default_factory=dict)

    # ------------------------------------------------------------ statements

    def attempt(self, statement: Statement) -> bool:
        """Runs a statement and shows what goes wrong, with its place; whether it went well."""
        try:
            self.run(statement)
        except QueryError as error:
            where = caret(statement.text, error.line, error.column)
            self.note(f"{where}kg: {self._placed(error, statement)}")
        except (KgError, UsageError, OSError) as error:
            self.note(f"kg: {error}")
        except Stopped:
            self.note(
                "kg: stopped; the query may keep a core busy until it ends" if self.runner.left else "kg: stopped"
            )
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
        self.history.append(statement.text)
        if statement.form is Form.COMMAND:
            self._command(statement)
        elif statement.form is Form.UPDATE:
            self.update(statement.text)
        elif statement.form is not Form.EMPTY:
            self.query(statement.text)

    def run_text(self, text: str) -> None:
        """Runs one statement given as text."""
        self.run(read(text, commands=self.commands))

    def query(self, text: str) -> None:
        """Shows the answer of a query, with its size and time."""
        began = time.perf_counter()
        shown = self.runner.run(lambda: self._answer(text))
        taken = time.perf_counter() - began
        self.last_query = text
        self.output.write(shown.text)
        if shown.summary:
            self.note(f"({shown.summary}{f', {taken:.3f} s' if self.settings.timer else ''})")
        if shown.summary.startswith("0 "):
            for hint in self.runner.run(lambda: hints.for_empty(text, self.graph)):
                self.note(hint)

    def update(self, text: str) -> None:
        """Runs an update, once the person agrees to what it changes."""
        if self.settings.confirm:
            added, removed = self.runner.run(lambda: self.graph.change_of(text))
            self.confirm(f"+{count(added, 'triple')}, −{count(removed, 'triple')}. Run this update?")
        began = time.perf_counter()
        self.graph.update(text)
        self.note(f"(done{f', {time.perf_counter() - began:.3f} s' if self.settings.timer else ''})")
        self.forget()

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
            known = any(term.startswith(self.prefixes.get(prefix, "\0")) for prefix in _LABELLED)
            return self.label(term) if known or _OF_DOCUMENT.search(term) else self.short(term)
        return term.text if isinstance(term, Literal) else self.short(term)

    def entity(self, text: str) -> Iri:
        """The entity that is called so, or has this IRI or prefixed name; raises `UnknownEntity`."""
        wanted = text.strip()
        if not wanted:
            raise UsageError("an entity is missing; give its label, or its name as in ent:Meta")
        return names.expand(wanted, self.prefixes) or self.graph.entity(wanted.strip('"'))

    def property(self, text: str) -> Iri:
        """The property with this name (`kg:left`), local name (`left`) or label; raises `UnknownEntity`."""
        expanded = names.expand(text, self.prefixes)
        if expanded is not None:
            return expanded
        found = self.graph.schema().predicates
        wanted = names.fold(text.strip('"')).replace("_", " ")
        for item in found:
            local = names.shorten(item.iri, self.prefixes).rpartition(":")[2]
            if wanted in {names.fold(item.label), names.fold(local).replace("_", " ")}:
                return item.iri
        near = names.nearest(text, [item.label for item in found])
        raise UnknownEntity(text, (near,) if near else ())

    def forget(self) -> None:
        """Drops what was remembered of the graph, after it changed."""
        self._labels.clear()
        self.changed()

    def note(self, text: str) -> None:
        """Says something that is no result, on standard error."""
        sys.stderr.write(f"{harmless(text)}\n")
        sys.stderr.flush()

    # ------------------------------------------------------------ inside

    def _answer(self, text: str) -> results.Shown:
        result = self.graph.query(text)
        form = results.fitting(result, MODES[self.settings.mode])
        return results.show(result, form, self.name, width=self.output.width)

    def _command(self, statement: Statement) -> None:
        command = self.commands.get(statement.name)
        if command is None:
            near = names.nearest(statement.name, self.commands)
            raise UsageError(
                f"no command .{statement.name}; {f'did you mean .{near}?' if near else '.help lists them'}"
            )
        command.run(self, statement.argument)

    def _placed(self, error: QueryError, statement: Statement) -> str:
        """The error with the line counted from the start of the script."""
        if error.line is None or statement.line == 1:
            return str(error)
        return f"line {statement.line + error.line - 1}, column {error.column}: {error.reason}"

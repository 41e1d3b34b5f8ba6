"""`.build SOURCE…`: reads documents into the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg import DocumentError, Progress
from shell.arguments import options, parts
from shell.problems import UsageError
from shell.progress import Bar
from shell.render import count
from shell.results import solutions
from shell.session import Session

if TYPE_CHECKING:
    from kg import Graph

_SOURCES = "SELECT ?source { GRAPH ?document { ?document a kg:Document ; dcterms:source ?source } }"
#: Documents that are named in one line at most.
_NAMED = 3


@dataclass(slots=True)
class Tally:
    """What a build did: documents by action, facts and words. `sources` are those that it came by."""

    actions: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    words: int = 0
    sources: set[str] = field(default_factory=set)

    def add(self, step: Progress) -> None:
        """Counts a step."""
        self.actions[step.action] += 1
        self.facts += step.facts
        self.words += step.words
        self.sources.add(step.source)

    def __str__(self) -> str:
        done = ", ".join(f"{number} {action}" for action, number in sorted(self.actions.items()))
        read = f"; {count(self.facts, 'fact')} from {count(self.words, 'word')}" if self.words else ""
        return f"{done or 'nothing to read'}{read}"


def run(session: Session, argument: str) -> None:
    """Builds from the sources that the line names."""
    rest, given = options(argument, values=("lang", "name"))
    sources = parts(rest)
    if not sources:
        raise UsageError(".build needs a file, folder, glob or URL")
    tally = build(session, sources, lang=given.get("lang"), name=given.get("name", ""))
    session.note(str(tally))


def build(session: Session, sources: Sequence[str], *, lang: str | None = None, jobs: int = 1, name: str = "") -> Tally:
    """Reads the sources with a progress bar; documents that can't be read are named and left out."""
    tally = Tally()
    with Bar() as bar:

        def failed(error: DocumentError) -> None:
            bar.clear()
            session.note(f"kg: {error}")

        bar.update(0, None, "looking through the sources …")
        try:
            for step in session.graph.build(sources, lang=lang, jobs=jobs, name=name, on_error=failed):
                tally.add(step)
                bar.update(step.done, step.total, step.source)
        finally:
            session.forget()
    if any(Path(source).is_dir() for source in sources):
        _tell_of_others(session, tally.sources, name)
    return tally


def _sources(graph: Graph) -> Iterator[str]:
    """The sources of the documents in the store."""
    return (source.text for (source,) in solutions(graph, _SOURCES))


def _tell_of_others(session: Session, found: Collection[str], name: str) -> None:
    """Says which documents of that name stay though they were not found now: a file that is gone takes none along."""
    known = set(session.runner.stream(_sources))
    others = sorted(each for each in known - set(found) if each.startswith(name) and "://" not in each)
    if others:
        listed = ", ".join([*others[:_NAMED], *(["…"] if len(others) > _NAMED else [])])
        number = count(len(others), "document")
        session.note(f"in the store without a file here: {number} ({listed}); `kg remove` takes out what is gone")

"""`.build SOURCE…`: reads documents into the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg import DocumentError
from shell.arguments import options, parts
from shell.problems import UsageError
from shell.progress import Bar
from shell.render import count
from shell.session import Session


@dataclass(slots=True)
class Tally:
    """What a build did: documents by action, facts and words."""

    actions: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    words: int = 0

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
                tally.actions[step.action] += 1
                tally.facts += step.facts
                tally.words += step.words
                bar.update(step.done, step.total, step.source)
        finally:
            session.forget()
    return tally

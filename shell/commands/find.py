"""`.find`: entities by label, in any language."""

from __future__ import annotations

from shell import prose
from shell.problems import UsageError
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Shows the entities whose labels hold the text."""
    if not argument:
        raise UsageError(".find needs a text, as in `.find parikh`")
    found = session.runner.run(lambda: session.graph.find(argument, limit=50))
    if found:
        session.output.write(prose.entities(found, session.prefixes, width=session.output.width))
    else:
        session.note(f"nothing is called anything like {argument!r}")

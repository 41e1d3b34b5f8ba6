"""`.remove DOC…`: takes documents, and the facts that only they support, out of the graph."""

from __future__ import annotations

from shell.arguments import parts
from shell.problems import UsageError
from shell.render import count
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Removes the documents named, once the person agrees."""
    sources = parts(argument)
    if not sources:
        raise UsageError(".remove needs a document, as `.documents` lists them")
    known = {document.source for document in session.runner.run(session.graph.documents)}
    unknown = [source for source in sources if source not in known]
    if unknown:
        raise UsageError(f"{', '.join(unknown)}: no such document; .documents lists them")
    session.confirm(f"remove {count(len(sources), 'document')} and the facts that only they support?")
    session.graph.remove(sources)
    session.note(f"removed {', '.join(sources)}")
    session.forget()

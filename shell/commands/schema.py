"""`.schema`: the classes and properties that the graph uses, with their counts."""

from __future__ import annotations

from shell.render import table
from shell.session import Session


def run(session: Session, _argument: str) -> None:
    """Shows classes, then properties, the most frequent first."""
    schema = session.runner.run(session.graph.schema)
    for title, terms in (("class", schema.classes), ("property", schema.predicates)):
        ranked = sorted((term for term in terms if term.count), key=lambda term: (-term.count, term.label))
        rows = [[session.short(term.iri), term.label, str(term.count)] for term in ranked]
        session.output.write(table([title, "label", "count"], rows, width=session.output.width) + "\n")

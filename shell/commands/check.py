"""`.check`: facts that contradict each other, with their sentences."""

from __future__ import annotations

import kg
from shell import prose
from shell.render import cell, count
from shell.session import Session


def run(session: Session, _argument: str = "") -> None:
    """Shows each contradiction, its facts, and who says so."""
    found = session.runner.call(kg.contradictions)
    for each in found:
        session.output.write(f"{cell(each.reason)}\n")
        for fact in each.facts:
            session.output.write(f"{cell(' '.join(map(session.name, fact)))}\n")
            said = session.graph.why(*fact)
            session.output.write(prose.evidence(said, colour=session.output.colour), styled=True)
    session.note(f"({count(len(found), 'contradiction')})")

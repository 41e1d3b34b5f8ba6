"""`.validate`: checks the graph against the SHACL shapes."""

from __future__ import annotations

from collections.abc import Sequence

from shell.render import cell, count
from shell.session import Session


def run(session: Session, argument: str = "") -> None:
    """Checks against kgshell's shapes, or the files named."""
    check(session, argument.split())


def check(session: Session, shapes: Sequence[str]) -> bool:
    """Shows each finding; whether there is none."""
    report = session.runner.run(lambda: session.graph.validate(shapes))
    for finding in report.findings:
        terms = (finding.focus_node, finding.path, finding.value)
        where = " ".join(session.short(term) for term in terms if term is not None)
        session.output.write(f"{cell(f'{finding.severity}: {finding.message}: {where}')}\n")
    session.output.write(f"{'the graph conforms' if report.conforms else count(len(report.findings), 'finding')}\n")
    return bool(report.conforms)

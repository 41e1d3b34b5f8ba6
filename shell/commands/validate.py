"""`.validate`: checks the graph against the SHACL shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shell.render import cell, count
from shell.session import Session

if TYPE_CHECKING:
    from kg import Report


def run(session: Session, argument: str = "") -> None:
    """Checks against kgshell's shapes, and those in the files named."""
    check(session, argument.split())


def check(session: Session, shapes: Sequence[str]) -> bool:
    """Shows each finding; whether there is none."""
    return show(session, session.runner.run(lambda: session.graph.validate(shapes)), "the graph conforms")


def show(session: Session, report: Report, good: str) -> bool:
    """Shows each finding of a report, or `good`; whether there is none."""
    for finding in report.findings:
        terms = (finding.focus_node, finding.path, finding.value)
        where = " ".join(session.short(term) for term in terms if term is not None)
        session.output.write(f"{cell(f'{finding.severity}: {finding.message}: {where}')}\n")
    session.output.write(f"{good if report.conforms else count(len(report.findings), 'finding')}\n")
    return bool(report.conforms)

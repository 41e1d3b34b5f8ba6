"""`.stats`: how large the graph is."""

from __future__ import annotations

from dataclasses import asdict

from shell.prose import columns
from shell.session import Session


def run(session: Session, _argument: str = "") -> None:
    """Shows the graph's figures."""
    figures = asdict(session.runner.run(session.graph.stats))
    lines = [
        (name.replace("_", " "), f"{value:,}" if isinstance(value, int) else str(value))
        for name, value in figures.items()
    ]
    session.output.write(columns(lines, width=session.output.width, indent=""))

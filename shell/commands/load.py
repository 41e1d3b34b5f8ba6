"""`.load FILE…`: imports RDF files, each into a graph of its own."""

from __future__ import annotations

from pathlib import Path

from shell.arguments import parts
from shell.problems import UsageError
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Imports the files; what they say joins the facts."""
    files = [str(Path(name.strip('"')).expanduser()) for name in parts(argument)]
    if not files:
        raise UsageError(".load needs an RDF file, as in `.load people.ttl`; .build reads texts, .read runs scripts")
    try:
        for graph in session.graph.load(files):
            session.note(f"loaded into <{graph}>")
    finally:
        session.forget()

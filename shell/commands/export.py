"""`.export FILE`: writes the graph to a file."""

from __future__ import annotations

from shell.arguments import options, parts
from shell.problems import UsageError
from shell.session import Session

#: File endings that are not the format's own name.
_ENDINGS = {"jsonld": "jsonld", "json": "jsonld", "rdf": "rdfxml", "xml": "rdfxml", "owl": "rdfxml", "gv": "dot"}


def run(session: Session, argument: str) -> None:
    """Writes facts, or with `--evidence` everything, in the format that the file's ending says."""
    rest, given = options(argument, flags=("evidence", "facts"), values=("format",))
    files = parts(rest)
    if len(files) != 1:
        raise UsageError(".export needs one file, as in `.export facts.ttl`")
    form = given.get("format") or format_of(files[0])
    session.graph.export(files[0], format=form, what="evidence" if "evidence" in given else "facts")
    session.note(f"wrote {files[0]}")


def format_of(file: str) -> str:
    """The format that a file's ending stands for; Turtle where it has none."""
    ending = file.rpartition(".")[2].lower() if "." in file else "ttl"
    return _ENDINGS.get(ending, ending)

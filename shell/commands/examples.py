"""`.examples [N]`: queries on the graph that is open, made from what is in it."""

from __future__ import annotations

from shell.examples import examples
from shell.problems import UsageError
from shell.render import cell
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Lists the examples, or runs the Nth."""
    found = list(session.runner.stream(examples))
    if not found:
        session.note("the graph is empty; `.build docs/` or `.load FILE` puts something into it")
    elif not argument:
        for number, example in enumerate(found, 1):
            session.output.write(f"{number}. {cell(example.title)}\n   {cell(example.text)}\n")
        session.note("(`.examples N` runs one)")
    elif argument.isdecimal() and 0 < int(argument) <= len(found):
        example = found[int(argument) - 1]
        session.output.write(f"{cell(example.text)}\n")
        session.run_text(example.text)
    else:
        raise UsageError(f".examples takes a number from 1 to {len(found)}")

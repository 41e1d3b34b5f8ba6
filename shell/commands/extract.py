"""`.extract TEXT`: what a text says, without keeping it."""

from __future__ import annotations

import kg
from shell.problems import UsageError
from shell.propositions import COLUMNS, row
from shell.render import table
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Shows the propositions of the text."""
    if not argument:
        raise UsageError(".extract needs a text, as in `.extract Meijer left Meta.`")
    found = session.runner.run(lambda: list(kg.extract_records(argument)))
    if found:
        session.output.write(table(COLUMNS, [row(record) for record in found], width=session.output.width))
    else:
        session.note("nothing is stated there")

"""`.infer [--clear]`: adds what follows from the facts, into a graph of its own."""

from __future__ import annotations

import kg
from shell.arguments import options
from shell.render import count, table
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Shows each fact that follows, with the rule and the facts that it follows from."""
    _, given = options(argument, flags=("clear",))
    if "clear" in given:
        session.runner.call(kg.forget_inferred)
        session.note("(what was inferred is gone)")
        session.forget()
        return
    found = session.runner.call(kg.infer_facts)
    rows = [
        [*map(session.name, each.triple), each.rule, "; ".join(" ".join(map(session.name, it)) for it in each.premises)]
        for each in found
    ]
    if rows:
        columns = ["subject", "property", "object", "rule", "because"]
        session.output.write(table(columns, rows, width=session.output.width))
    session.note(f"({count(len(found), 'fact')} inferred; .infer --clear takes them out)")
    session.forget()

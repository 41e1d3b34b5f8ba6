"""`.infer [--clear]`: adds what follows from the facts, into a graph of its own."""

from __future__ import annotations

import kg
from shell.arguments import options
from shell.render import cell, count
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
    lines = []
    for each in found:
        fact, *premises = (" ".join(map(session.name, triple)) for triple in (each.triple, *each.premises))
        lines.append(f"{cell(fact)}\n  {each.rule}: {cell('; '.join(premises))}\n")
    session.output.write("".join(lines))
    session.note(f"({count(len(found), 'fact')} inferred; .infer --clear takes them out)")
    session.forget()

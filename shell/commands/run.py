"""`.run NAME [ARG…]`: runs a statement that `.save` kept."""

from __future__ import annotations

import re

from shell import favourites
from shell.arguments import parts
from shell.names import hint
from shell.problems import UsageError
from shell.session import Session

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def run(session: Session, argument: str) -> None:
    """Runs the favourite; an argument is a name, a label with _ for spaces, a number or a literal."""
    name, _, rest = argument.partition(" ")
    known = favourites.load()
    if not name:
        raise UsageError(".run needs the name of a favourite; .save lists them")
    if name not in known:
        raise UsageError(f"no favourite {name!r}; {hint(name, known, '.save lists them')}")
    text = known[name]
    command = text.lstrip().startswith(".")
    session.run_text(favourites.filled(text, parts(rest), str if command else lambda given: _term(session, given)))


def _term(session: Session, given: str) -> str:
    """The argument as SPARQL: a number, a literal, an IRI or a variable as it stands; else the entity called so."""
    if given[:1] in {'"', "<", "?"} or _NUMBER.fullmatch(given):
        return given
    if ":" in given:
        return f"<{session.entity(given)}>"
    return f"<{session.entity(given.replace('_', ' '))}>"

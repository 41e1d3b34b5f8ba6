"""`.save NAME [STATEMENT]`: keeps a statement under a name; without a name, lists what is kept."""

from __future__ import annotations

from shell import favourites
from shell.arguments import options
from shell.problems import UsageError
from shell.prose import columns
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Keeps the statement, or the last query, under the name."""
    delete = argument.startswith("--delete")
    name, _, text = (options(argument, flags=("delete",))[0] if delete else argument).partition(" ")
    known = favourites.load()
    if not name:
        kept = columns(list(known.items()), width=session.output.width, indent="")
        session.output.write(kept) if kept else session.note("nothing is kept yet; `.save NAME STATEMENT` keeps one")
        return
    favourites.check_name(name)
    if delete:
        if known.pop(name, None) is None:
            raise UsageError(f"no favourite {name!r}")
        favourites.store(known)
        return
    text = text.strip() or session.last_query
    if not text:
        raise UsageError("no query was run yet; give the statement after the name")
    favourites.store({**known, name: text})
    session.note(f"kept; `.run {name}` runs it")

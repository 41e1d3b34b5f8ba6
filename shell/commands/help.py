"""`.help`: the commands, or one of them at length."""

from __future__ import annotations

from shell.prose import columns
from shell.render import wrap
from shell.session import Session, unknown_command

_KEYS = (
    "SPARQL and PATHS run as they stand: Enter runs what is complete and continues what isn't, Alt-Enter always "
    "continues. Known prefixes need no PREFIX line (.prefixes lists them). Tab completes, Ctrl-R searches what was "
    "typed before, Ctrl-C clears the line or stops a query, Ctrl-D quits."
)


def run(session: Session, argument: str) -> None:
    """Lists the commands, or says what one does and how it is typed."""
    name = argument.strip().lstrip(".").lower()
    if not name:
        lines = [(f".{key} {command.usage}".rstrip(), command.help) for key, command in session.commands.items()]
        keys = wrap(_KEYS, session.output.width or len(_KEYS))
        session.output.write(columns(lines, width=session.output.width, indent="") + "\n".join(["", *keys, ""]))
        return
    command = session.commands.get(name)
    if command is None:
        raise unknown_command(name, session.commands)
    details = f"{command.details}\n" if command.details else ""
    session.output.write(f".{name} {command.usage}".rstrip() + f"\n  {command.help}\n{details}")

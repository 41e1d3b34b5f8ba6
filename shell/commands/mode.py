"""`.mode`: how results are shown."""

from __future__ import annotations

from shell.modes import MODES
from shell.names import hint
from shell.problems import UsageError
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Sets the mode, or says which it is."""
    if not argument:
        session.output.write(f"{session.settings.mode}\n")
    elif argument.lower() in MODES:
        session.settings.mode = argument.lower()
    else:
        otherwise = f"there are {', '.join(MODES)}"
        raise UsageError(f"no mode {argument!r}; {hint(argument, MODES, otherwise)}")

"""`.mode`: how results are shown."""

from __future__ import annotations

from shell.modes import MODES
from shell.problems import UsageError
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Sets the mode, or says which it is."""
    if not argument:
        session.output.write(f"{session.settings.mode}\n")
    elif argument.lower() in MODES:
        session.settings.mode = argument.lower()
    else:
        raise UsageError(f"no mode {argument!r}; there are {', '.join(MODES)}")

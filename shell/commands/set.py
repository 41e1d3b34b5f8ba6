"""`.set`: shows and changes settings."""

from __future__ import annotations

from shell.problems import UsageError
from shell.prose import columns
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Shows all settings, or changes one."""
    name, _, value = argument.partition(" ")
    settings, value = session.settings, value.strip()
    if not name:
        lines = [("confirm", _word(settings.confirm)), ("keys", settings.keys), ("mode", settings.mode)]
        lines += [("pager", _word(session.output.paging)), ("timer", _word(settings.timer))]
        session.output.write(columns(lines, indent=""))
    elif name == "confirm":
        settings.confirm = switch(session, name, value, now=settings.confirm)
    elif name == "timer":
        settings.timer = switch(session, name, value, now=settings.timer)
    elif name == "pager":
        session.output.paging = switch(session, name, value, now=session.output.paging)
    elif name == "keys" and value in {"emacs", "vi"}:
        settings.keys = value
    elif name == "mode":
        session.run_text(f".mode {value}")
    else:
        raise UsageError("settings: confirm, pager and timer are on or off, keys emacs or vi, mode as .mode has it")


def switch(session: Session, name: str, value: str, *, now: bool) -> bool:
    """The setting's new value; without one it is shown and stays."""
    if not value:
        session.output.write(f"{name} {_word(now)}\n")
        return now
    if value.lower() not in {"on", "off"}:
        raise UsageError(f"{name} is on or off, not {value!r}")
    return value.lower() == "on"


def _word(value: bool) -> str:
    return "on" if value else "off"

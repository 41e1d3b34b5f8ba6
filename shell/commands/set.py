"""`.set`: shows and changes settings."""

from __future__ import annotations

import re

from shell.arguments import number
from shell.memory import read_size, show_size
from shell.problems import UsageError
from shell.prose import columns
from shell.session import Session

_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*(s|min)?")
_SETTINGS = (
    "settings: confirm, pager and timer are on or off, keys emacs or vi, mode as .mode has it, rows a number or all, "
    "timeout seconds or off, memory a size (2GB) or off"
)


def run(session: Session, argument: str) -> None:
    """Shows all settings, or changes one."""
    name, _, value = argument.partition(" ")
    value = value.strip()
    settings, budget = session.settings, session.runner.budget
    if not name:
        session.output.write(columns(_all(session), indent=""))
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
    elif name == "timeout" and value:
        budget.seconds = None if value == "off" else _seconds(value)
    elif name == "memory" and value:
        budget.memory = None if value == "off" else read_size(value)
    elif name == "rows" and value:
        settings.rows = None if value == "all" else number({name: value}, name)
    elif argument in dict(_all(session)):
        session.output.write(f"{argument} {dict(_all(session))[argument]}\n")
    else:
        raise UsageError(_SETTINGS)


def _all(session: Session) -> list[tuple[str, str]]:
    settings, budget = session.settings, session.runner.budget
    return [
        ("confirm", _word(settings.confirm)),
        ("keys", settings.keys),
        ("memory", "off" if budget.memory is None else show_size(budget.memory)),
        ("mode", settings.mode),
        ("pager", _word(session.output.paging)),
        ("rows", "all" if settings.rows is None else str(settings.rows)),
        ("timeout", "off" if budget.seconds is None else f"{budget.seconds:g} s"),
        ("timer", _word(settings.timer)),
    ]


def _seconds(text: str) -> float:
    """The seconds that `30`, `2.5s` or `5min` says. Raises `UsageError`."""
    match = _TIME.fullmatch(text)
    if match is None or not float(match[1]):
        raise UsageError(f"{text!r} is no time; write seconds as in 30, or 5min, or off")
    return float(match[1]) * (60 if match[2] == "min" else 1)


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

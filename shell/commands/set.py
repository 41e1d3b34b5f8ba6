"""`.set`: shows and changes settings; one table says of each how, and what completion offers for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from shell.commands import mode
from shell.memory import read_size, show_size
from shell.modes import MODES
from shell.names import hint
from shell.problems import UsageError
from shell.prose import columns
from shell.session import Session

_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*(s|min)?")
#: Bytes that a question takes beside the store, however small it is.
_LEAST_MEMORY = 16 << 20
_SWITCH = ("on", "off")


class Setting(NamedTuple):
    """How a setting is shown, how a value that was typed becomes its own, and which values completion offers."""

    show: Callable[[Session], str]
    change: Callable[[Session, str], None]
    offered: tuple[str, ...]


def run(session: Session, argument: str) -> None:
    """Shows all settings or one, or changes one."""
    name, _, value = argument.partition(" ")
    setting = SETTINGS.get(name)
    if not name:
        every = [(each, item.show(session)) for each, item in SETTINGS.items()]
        session.output.write(columns(every, indent=""))
    elif setting is None:
        otherwise = f"there are {', '.join(SETTINGS)}"
        raise UsageError(f"no setting {name!r}; {hint(name, SETTINGS, otherwise)}")
    elif value.strip():
        setting.change(session, value.strip())
    else:
        session.output.write(f"{name} {setting.show(session)}\n")


def _switch(name: str, holder: Callable[[Session], object], attribute: str) -> Setting:
    """A setting that is on or off, kept as a bool in an attribute of what `holder` gives."""

    def change(session: Session, value: str) -> None:
        setattr(holder(session), attribute, _one_of(_SWITCH, name, value) == "on")

    return Setting(lambda session: "on" if getattr(holder(session), attribute) else "off", change, _SWITCH)


def _one_of(choices: tuple[str, ...], name: str, value: str) -> str:
    if value.lower() not in choices:
        raise UsageError(f"{name} is {' or '.join(choices)}, not {value!r}")
    return value.lower()


def _set_keys(session: Session, value: str) -> None:
    session.settings.keys = _one_of(("emacs", "vi"), "keys", value)


def _show_memory(session: Session) -> str:
    most = session.runner.budget.memory
    return "off" if most is None else show_size(most)


def _set_memory(session: Session, value: str) -> None:
    most = None if value == "off" else read_size(value)
    if most is not None and most < _LEAST_MEMORY:
        raise UsageError(f"no question runs in {show_size(most)}; give {show_size(_LEAST_MEMORY)} or more, as in 2GB")
    session.runner.budget.memory = most


def _show_rows(session: Session) -> str:
    return "all" if session.settings.rows is None else str(session.settings.rows)


def _set_rows(session: Session, value: str) -> None:
    if value != "all" and not (value.isdecimal() and int(value)):
        raise UsageError(f"rows is a whole number from 1, or all, not {value!r}")
    session.settings.rows = None if value == "all" else int(value)


def _show_timeout(session: Session) -> str:
    most = session.runner.budget.seconds
    return "off" if most is None else f"{most:g} s"


def _set_timeout(session: Session, value: str) -> None:
    session.runner.budget.seconds = None if value == "off" else _seconds(value)


def _seconds(text: str) -> float:
    """The seconds that `30`, `2.5s` or `5min` says. Raises `UsageError`."""
    match = _TIME.fullmatch(text)
    if match is None or not float(match[1]):
        raise UsageError(f"{text!r} is no time; write seconds as in 30, or 5min, or off")
    return float(match[1]) * (60 if match[2] == "min" else 1)


SETTINGS: Mapping[str, Setting] = {
    "confirm": _switch("confirm", lambda session: session.settings, "confirm"),
    "keys": Setting(lambda session: session.settings.keys, _set_keys, ("emacs", "vi")),
    "memory": Setting(_show_memory, _set_memory, ("", "off")),
    "mode": Setting(lambda session: session.settings.mode, mode.run, tuple(MODES)),
    "pager": _switch("pager", lambda session: session.output, "paging"),
    "rows": Setting(_show_rows, _set_rows, ("", "all")),
    "timeout": Setting(_show_timeout, _set_timeout, ("", "off")),
    "timer": _switch("timer", lambda session: session.settings, "timer"),
}

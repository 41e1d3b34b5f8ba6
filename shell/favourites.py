"""Statements kept under a name, in a TOML file that people may edit; `$1`, `$2` … stand for arguments."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from platformdirs import user_config_path

from shell.problems import UsageError

_NAME = re.compile(r"[\w-]+")
_PARAMETER = re.compile(r"\$([1-9])(?!\w)")


def file() -> Path:
    """Where they lie: `$XDG_CONFIG_HOME/kgshell/favourites.toml`, or the platform's place for such."""
    return user_config_path("kgshell", appauthor=False) / "favourites.toml"


def load() -> dict[str, str]:
    """The favourites by name. Raises `UsageError` where the file can't be read as such."""
    try:
        found = tomllib.loads(file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file()}: no TOML ({error}); mend it, or move it away") from error
    return {name: text for name, text in found.items() if isinstance(text, str)}


def store(favourites: Mapping[str, str]) -> None:
    """Writes them, whole or not at all."""
    lines = [f"{json.dumps(name)} = {json.dumps(text)}\n" for name, text in sorted(favourites.items())]
    file().parent.mkdir(parents=True, exist_ok=True)
    draft = file().with_suffix(".part")
    draft.write_text("".join(lines), encoding="utf-8")
    draft.replace(file())


def check_name(name: str) -> str:
    """The name, where it can be one. Raises `UsageError`."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} can't name a favourite; take letters, digits, - and _")
    return name


def filled(text: str, arguments: Sequence[str], term: Callable[[str], str]) -> str:
    """The statement with its arguments in place. `term` writes one. Raises `UsageError` for a wrong number."""
    wanted = max((int(number) for number in _PARAMETER.findall(text)), default=0)
    if len(arguments) != wanted:
        raise UsageError(f"it takes {wanted} argument{'' if wanted == 1 else 's'}, not {len(arguments)}: {text}")
    return _PARAMETER.sub(lambda match: term(arguments[int(match[1]) - 1]), text)

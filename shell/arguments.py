"""Reads the arguments of the shell's commands: options, several things between arrows, facts. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from shell.problems import UsageError

_OPTION = re.compile(r"(?:^|(?<=\s))--([a-z-]+)(?:=(\S+))?(?=\s|$)")
_PART = re.compile(r'"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^\S+)?|<[^>]*>|\S+')


def options(argument: str, *, flags: Collection[str] = (), values: Collection[str] = ()) -> tuple[str, dict[str, str]]:
    """What is left of the argument, and its options by name; a flag has itself as value."""
    found: dict[str, str] = {}
    rest = argument
    while match := _OPTION.search(rest):
        name, value = match[1], match[2]
        before, after = rest[: match.start()], rest[match.end() :]
        if name in flags and value is None:
            found[name] = name
        elif name in values:
            if value is None:
                value, _, after = after.strip().partition(" ")
            if not value:
                raise UsageError(f"--{name} needs a value")
            found[name] = value
        else:
            known = ", ".join(f"--{option}" for option in (*values, *flags))
            raise UsageError(f"no option --{name} here{f'; there are {known}' if known else ''}")
        rest = f"{before} {after}"
    return " ".join(rest.split()), found


def number(given: dict[str, str], name: str, default: int | None = None) -> int | None:
    """The whole number, at least 1, that an option gives."""
    if name not in given:
        return default
    if not given[name].isdecimal() or int(given[name]) < 1:
        raise UsageError(f"--{name} takes a whole number from 1, not {given[name]!r}")
    return int(given[name])


def between_arrows(argument: str) -> list[str]:
    """The things that arrows (`->` or `→`) stand between."""
    return [part.strip() for part in re.split(r"\s*(?:->|→)\s*", argument)]


def parts(argument: str) -> list[str]:
    """The argument cut at spaces, but for those inside quotes and angle brackets."""
    return _PART.findall(argument)


def facts(argument: str) -> Iterator[tuple[str, str, str]]:
    """Every way to read the argument as subject, property and object, the shortest subject and property first.

    Names may hold spaces, so `Erik Meijer left Meta` reads in three ways; arrows and quotes leave fewer.
    """
    cut = between_arrows(argument)
    if len(cut) == 3:
        yield cut[0], cut[1], cut[2]
        return
    words = parts(argument)
    for length in range(1, len(words) - 1):
        for start in range(1, len(words) - length):
            middle = start + length
            yield tuple(_unquoted(words[a:b]) for a, b in ((0, start), (start, middle), (middle, None)))  # type: ignore[misc]


def _unquoted(words: list[str]) -> str:
    """The words as one; a single quoted one stays as it is, since it may be a literal."""
    return words[0] if len(words) == 1 else " ".join(words)

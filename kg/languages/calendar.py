"""Words that say when, seen from the day on which a text is written: the tables of `data/times.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "times.toml"


@dataclass(frozen=True, slots=True)
class Calendar:
    """One language's words of time, lower case; the comments of the table say what each list holds."""

    ago: frozenset[str]
    joins: frozenset[str]
    between: frozenset[str]
    since_cases: frozenset[str]
    until_cases: frozenset[str]
    days: Mapping[str, int]
    shifts: Mapping[str, int]
    units: Mapping[str, str]
    named: Mapping[str, tuple[str, int]]


@cache
def calendar_of(code: str) -> Calendar:
    """The words of a language, by the code of its rules."""
    raw = tomllib.loads(_DATA.read_text(encoding="utf-8"))[code]
    lists = ("ago", "joins", "between", "since_cases", "until_cases")
    return Calendar(
        **{name: frozenset(raw[name]) for name in lists},
        days=raw["days"],
        shifts=raw["shifts"],
        units=raw["units"],
        named={phrase: (unit, off) for phrase, (unit, off) in raw["named"].items()},
    )

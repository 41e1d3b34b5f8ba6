"""Lines about an article ("Julkaistu 2.9.2024", "By Ann Lee, 3 May 2024") -> its date of publication, as an ISO date.

Read are ISO dates, dates with dots (day first) and with the names of months; dates with slashes are ambiguous and are
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from importlib.resources import files

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:\.|st|nd|rd|th)?\s+([^\W\d_]+)\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def first(lines: Iterable[str]) -> str | None:
    """Return the first date that stands in the lines; None where there is none."""
    return next((found for found in map(_in_line, lines) if found), None)


def _in_line(line: str) -> str | None:
    if match := _ISO.search(line):
        return _iso(match[1], match[2], match[3])
    if match := _DOTTED.search(line):
        return _iso(match[3], match[2], match[1])
    if match := _DAY_FIRST.search(line):
        return _iso(match[3], _months().get(match[2].casefold(), "0"), match[1])
    if match := _MONTH_FIRST.search(line):
        return _iso(match[3], _months().get(match[1].casefold(), "0"), match[2])
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:  # no such day
        return None


@lru_cache(maxsize=1)
def _months() -> dict[str, str]:
    rows = files("kg.documents").joinpath("data", "months.txt").read_text(encoding="utf-8").splitlines()
    names = [row.split() for row in rows if not row.startswith("#")]
    return {name: str(number) for number, row in enumerate(names, start=1) for name in row}

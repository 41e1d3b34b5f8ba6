"""Times seen from the document's date ("last week", "viime vuonna", "i fjor") to dates and spans.

A unit that XML Schema has no type for is a span: a week from Monday to Sunday (ISO 8601), a quarter of months, a
decade and a century of years.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from kg.extraction.tree import Word
from kg.languages.calendar import Calendar
from kg.model import Moment

#: How many years the longer units take.
_YEARS = {"year": 1, "decade": 10, "century": 100}


def relative_moment(
    words: Sequence[Word], calendar: Calendar, numerals: Mapping[str, int], published: str
) -> Moment | None:
    """The time that the words, in text order, name as seen from the ISO date `published`; None where they name none."""
    found = _shift(words, calendar, numerals)
    return None if found is None else _moment(date.fromisoformat(published[:10]), *found)


def _shift(words: Sequence[Word], calendar: Calendar, numerals: Mapping[str, int]) -> tuple[str, int] | None:
    """(unit, how many off) that the words say."""
    text = f" {' '.join(w.lower for w in words)} "
    for phrase, (unit, off) in calendar.named.items():
        if f" {phrase} " in text:
            return unit, off
    day = next((calendar.days[w.lower] for w in words if w.lower in calendar.days), None)
    if day is not None:
        return "day", day
    for before, word in pairwise(words):
        unit_name = calendar.units.get(word.lemma.lower())
        if unit_name is None:
            continue
        shift = calendar.shifts.get(before.lower, calendar.shifts.get(before.lemma.lower()))
        if shift is not None and word.feats.get("Number") != "Plur":
            return unit_name, shift
        count = int(before.text) if before.text.isdecimal() else numerals.get(before.lemma.lower())
        if count is not None and count < 1000 and any(w.lower in calendar.ago and w.i > word.i for w in words):
            return unit_name, -count
    return None


def _moment(today: date, unit: str, off: int) -> Moment | None:
    """The unit of the calendar that lies so many units from today's; None outside of what years there are."""
    if unit in ("day", "week"):
        return _days(today, unit, off)
    if unit in _YEARS:
        size = _YEARS[unit]
        first = (today.year // size + off) * size
        if size == 1:
            return Moment(f"{first:04d}", "xsd:gYear")
        return Moment(since=f"{first:04d}", until=f"{first + size - 1:04d}", datatype="xsd:gYear")
    size = 3 if unit == "quarter" else 1
    number = ((today.year * 12 + today.month - 1) // size + off) * size
    first_month, last_month = (f"{n // 12:04d}-{n % 12 + 1:02d}" for n in (number, number + size - 1))
    if size == 1:
        return Moment(first_month, "xsd:gYearMonth")
    return Moment(since=first_month, until=last_month, datatype="xsd:gYearMonth")


def _days(today: date, unit: str, off: int) -> Moment:
    """A day, or a week from its Monday to its Sunday."""
    if unit == "day":
        return Moment((today + timedelta(days=off)).isoformat(), "xsd:date")
    monday = today + timedelta(days=7 * off - today.weekday())
    return Moment(since=monday.isoformat(), until=(monday + timedelta(days=6)).isoformat(), datatype="xsd:date")

"""Time phrases to XML Schema dates, and quantities to numbers.

Dates follow XSD 1.1 (https://www.w3.org/TR/xmlschema11-2/#date): `date`, `gYearMonth`, `gYear`. Only what the words say
by themselves is read here; times relative to the document's date keep their words alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.tree import Word
from kg.languages import Rules
from kg.model import Amount, Moment

_YEAR = re.compile(r"^(1[5-9]\d\d|20\d\d|21\d\d)$")
_DAY = re.compile(r"^(\d{1,2})(?:\.|st|nd|rd|th)?$")
_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
_NUMBER = re.compile(r"^\d{1,3}(?:[ ,. \u00a0\u202f]\d{3})+(?:[.,]\d+)?$|^\d+(?:[.,]\d+)?$")
#: A word of figures and signs alone: "2,795", "30%", "1–0"; not "1X".
_FIGURE = re.compile(r"^[\W\d]*\d[\W\d]*$")
_SPAN = re.compile(r"^(1[5-9]\d\d|20\d\d)\s*[-–—]\s*(1[5-9]\d\d|20\d\d)$")


def is_time(head: Word, rules: Rules) -> bool:
    """Whether a phrase with this head says when: a unit of time, month, weekday, year, or such an adverb."""
    lemma = head.lemma.lower()
    if (
        lemma in rules.time_nouns
        or lemma in rules.months
        or lemma in rules.weekdays
        or head.lower in rules.time_adverbs
    ):
        return True
    if rules.time_endings and head.lower.endswith(rules.time_endings):
        return True
    return head.pos in ("NUM", "NOUN", "X", "PROPN") and bool(_YEAR.match(head.text) or _ISO.match(head.text))


def moment_of(words: Sequence[Word], rules: Rules, role: str | None) -> Moment | None:
    """The date that the words name, or None; "since" and "until" make it one end of a span."""
    span = _SPAN.match(" ".join(w.text for w in words).replace(" – ", "–").replace(" - ", "-"))
    if span:
        return Moment(since=span[1], until=span[2])
    value, datatype = _date([w for w in words if w.pos != "PUNCT"], rules)
    if value is None:
        return None
    markers = {role or "", *(w.lower for w in words)}
    if markers & rules.since:
        return Moment(since=value, datatype=datatype)
    return Moment(until=value, datatype=datatype) if markers & rules.until else Moment(value, datatype)


def _date(words: Sequence[Word], rules: Rules) -> tuple[str | None, str | None]:
    """(value, datatype) of the most exact date the words give; (None, None) without a year."""
    for word in words:
        if _ISO.match(word.text):
            return word.text, "xsd:date"
    year = next((w.text for w in words if _YEAR.match(w.text)), None)
    if year is None:
        return None, None
    month = next((rules.months[w.lemma.lower()] for w in words if w.lemma.lower() in rules.months), None)
    if month is None:
        return year, "xsd:gYear"
    days = [int(m[1]) for w in words if w.text != year and (m := _DAY.match(w.text)) and 1 <= int(m[1]) <= 31]
    return (f"{year}-{month:02d}-{days[0]:02d}", "xsd:date") if days else (f"{year}-{month:02d}", "xsd:gYearMonth")


def is_quantity(head: Word, rules: Rules) -> bool:
    """Whether the phrase is an amount: a number, a percentage, money, or counted thousands."""
    lemma = head.lemma.lower()
    if head.pos in ("NUM", "SYM") or lemma in rules.percent:
        figure = _FIGURE.match(head.text) or lemma in rules.numerals or head.pos == "SYM" or lemma in rules.percent
        return bool(figure) and not _YEAR.match(head.text)
    if lemma in rules.currencies or (lemma in rules.numerals and head.pos == "NOUN"):
        return head.child("nummod") is not None or lemma in rules.numerals
    return False


def amount_of(words: Sequence[Word], rules: Rules) -> Amount | None:
    """Number, unit or currency, and bound that the words of a quantity give; None without a number in figures."""
    number: float | None = None
    for word in words:
        if _NUMBER.match(word.text) and number is None:
            number = _figure(word.text)
        elif word.lemma.lower() in rules.numerals:
            scale = rules.numerals[word.lemma.lower()]
            number = scale if number is None else number * scale if scale >= 100 else number
    if number is None:
        return None
    text = " ".join(w.lower for w in words)
    lemmas = [w.lemma.lower() for w in words] + [w.lower for w in words]
    currency = next((rules.currencies[x] for x in lemmas if x in rules.currencies), None)
    unit = "%" if any(x in rules.percent for x in lemmas) else None
    bound = "atLeast" if _has(text, rules.at_least) else "atMost" if _has(text, rules.at_most) else None
    return Amount(f"{number:.10g}" if number < 1e10 else f"{number:.0f}", unit, currency, bound)


def _has(text: str, phrases: frozenset[str]) -> bool:
    return any(re.search(rf"(?:^|\s){re.escape(phrase)}(?:\s|$)", text) for phrase in phrases)


def _figure(text: str) -> float:
    """A number in figures; a sign before exactly three last digits parts thousands, else it is the decimal sign."""
    compact = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", compact):
        return float(re.sub(r"[.,]", "", compact))
    return float(re.sub(r"[.,](?=.*[.,])", "", compact).replace(",", "."))

"""Time phrases to XML Schema dates, and quantities to numbers.

Dates follow XSD 1.1 (https://www.w3.org/TR/xmlschema11-2/#date): `date`, `gYearMonth`, `gYear`. Only what the words say
by themselves is read here; `relative` reads times seen from the document's date. Spans have two ends, or one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.phrases import role_of
from kg.extraction.relative import relative_moment
from kg.extraction.tree import Tree, Word
from kg.languages import Rules
from kg.languages.calendar import Calendar, calendar_of
from kg.model import Amount, Moment

_YEAR = re.compile(r"^(1[5-9]\d\d|20\d\d|21\d\d)\.?$")
_DAY = re.compile(r"^(\d{1,2})(?:\.|st|nd|rd|th)?$")
_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
#: "3.5.1970": day, month and year, as Finnish and Norwegian write them.
_NUMERIC = re.compile(r"^(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:1[5-9]|20)\d\d)\.?$")
_CLOCK = re.compile(r"^([01]?\d|2[0-4]):[0-5]\d$")
_NUMBER = re.compile(r"^\d{1,3}(?:[ ,. \u00a0\u202f]\d{3})+(?:[.,]\d+)?$|^\d+(?:[.,]\d+)?$")
#: A word of figures and signs alone: "2,795", "30%", "1–0"; not "1X".
_FIGURE = re.compile(r"^[\W\d]*\d[\W\d]*$")
_SPAN = re.compile(r"^(1[5-9]\d\d|20\d\d)\s*[-–—]\s*(1[5-9]\d\d|20\d\d)$")


def is_time(head: Word, rules: Rules) -> bool:
    """Whether a phrase with this head says when: a unit of time, month, weekday, year, or such an adverb."""
    if head.lemma.lower() in rules.time_units or head.lower in rules.time_adverbs:
        return True
    if rules.time_endings and head.lower.endswith(rules.time_endings):
        return True
    if not head.text[:1].isdigit():
        return False
    beside = head.all("flat", "nmod", "compound")
    if any(c.lemma.lower() in rules.months or c.lemma.lower() in rules.time_nouns for c in beside):
        return True  # "15 päivänä kesäkuuta 2011", "August 4"
    if head.pos not in ("NUM", "NOUN", "X", "PROPN", "ADJ"):
        return False
    return any(form.match(head.text) for form in (_YEAR, _ISO, _NUMERIC, _CLOCK))


def moment_at(tree: Tree, head: Word, words: Sequence[Word]) -> Moment | None:
    """The time that the phrase around `head` names in its sentence; `words` are those of its slot."""
    calendar = calendar_of(tree.rules.code)
    role, case = role_of(head, tree.rules)
    inside = {w.i: w for w in (*words, *head.children)}
    behind = tree.words[max(inside) + 1 : max(inside) + 2]
    inside |= {w.i: w for w in behind if w.lower in calendar.ago}  # "three years ago": tied to the verb as often
    found = moment_of([w for _, w in sorted(inside.items())], tree.rules, role, case, published=tree.published)
    if found is None or found.value is None:
        return found
    if _opens_span(head, tree.rules, calendar):
        return Moment(since=found.value, datatype=found.datatype)
    return Moment(until=found.value, datatype=found.datatype) if _closes_span(head, tree.rules, calendar) else found


def _opens_span(head: Word, rules: Rules, calendar: Calendar) -> bool:
    """Whether it is the first of two times that "between" introduces."""
    return role_of(head, rules)[0] in calendar.between and head.child("conj") is not None


def _closes_span(head: Word, rules: Rules, calendar: Calendar) -> bool:
    """Whether it is the other end of a span: "between 2010 and 2015", "from 2010 to 2015"."""
    above = head.head
    if above is None:
        return False
    if head.rel == "conj":
        return role_of(above, rules)[0] in calendar.between
    if role_of(head, rules)[0] not in calendar.joins:
        return False
    return any(c.i < head.i and is_time(c, rules) and role_of(c, rules)[0] in rules.since for c in above.children)


def moment_of(
    words: Sequence[Word], rules: Rules, role: str | None, case: str | None = None, *, published: str | None = None
) -> Moment | None:
    """The time that the words name, or None; "since" and "until" make it one end of a span, and two dates both.

    `case` is the phrase's Finnish case. Without a year, the words name a time as seen from `published`, an ISO date.
    """
    calendar = calendar_of(rules.code)
    span = _span(words, rules, calendar)
    if span is not None:
        return span
    value, datatype = _date([w for w in words if w.pos != "PUNCT"], rules)
    found = Moment(value, datatype) if value is not None else None
    if found is None and published is not None:
        found = relative_moment(words, calendar, rules.numerals, published)
    if found is None:
        return None
    first, last = found.value or found.since, found.value or found.until
    markers = {role or "", *(role or "").split(), *(w.lower for w in words)}  # "starting in"
    if value is None:
        markers -= calendar.ago  # Norwegian "for tre år sidan" has the word of "since"
    if case in calendar.until_cases:
        return Moment(until=last, datatype=found.datatype)
    if case in calendar.since_cases or markers & rules.since:
        return Moment(since=first, datatype=found.datatype)
    return Moment(until=last, datatype=found.datatype) if markers & rules.until else found


def _span(words: Sequence[Word], rules: Rules, calendar: Calendar) -> Moment | None:
    """The span whose ends both stand in the words: "2010–2015", "2010 to 2015", "March to May 2024"."""
    whole = next((m for w in words if (m := _SPAN.match(w.text))), None)
    if whole:
        return Moment(since=whole[1], until=whole[2])
    for i, word in enumerate(words):
        if word.lower not in calendar.joins or i == 0:
            continue
        until, _ = _date(words[i + 1 :], rules)
        since, _ = _date(words[:i], rules)
        if since is None and until is not None:
            since, _ = _date(words[:i], rules, year=until[:4])
        if since is not None and until is not None:
            return Moment(since=since, until=until)
    return None


def _date(words: Sequence[Word], rules: Rules, *, year: str | None = None) -> tuple[str | None, str | None]:
    """(value, datatype) of the most exact date the words give; (None, None) without a year.

    `year` is that of months which have none themselves.
    """
    for word in words:
        if _ISO.match(word.text):
            return word.text, "xsd:date"
        if (written := _NUMERIC.match(word.text)) is not None:
            return f"{written[3]}-{int(written[2]):02d}-{int(written[1]):02d}", "xsd:date"
    own = next((m[1] for w in words if (m := _YEAR.match(w.text))), None)
    month = next((rules.months[w.lemma.lower()] for w in words if w.lemma.lower() in rules.months), None)
    if own is None and (year is None or month is None):
        return None, None
    if month is None:
        return own, "xsd:gYear"
    year = own or year
    days = [int(m[1]) for w in words if (m := _DAY.match(w.text)) and 1 <= int(m[1]) <= 31]
    return (f"{year}-{month:02d}-{days[0]:02d}", "xsd:date") if days else (f"{year}-{month:02d}", "xsd:gYearMonth")


def is_quantity(head: Word, rules: Rules) -> bool:
    """Whether the phrase is an amount: a number, a percentage, money, or counted thousands."""
    lemma = head.lemma.lower()
    if head.pos not in ("NUM", "SYM") and lemma not in rules.amount_words:
        return False
    if head.pos in ("NUM", "SYM") or lemma in rules.percent:
        figure = _FIGURE.match(head.text) or lemma in rules.numerals or head.pos == "SYM" or lemma in rules.percent
        return bool(figure) and not (_YEAR.match(head.text) or _NUMERIC.match(head.text))
    if lemma in rules.currencies or (lemma in rules.numerals and head.pos == "NOUN"):
        counted = any(c.i < head.i and c.lemma.lower() in rules.numerals for c in head.all("nmod"))
        return counted or head.child("nummod") is not None or lemma in rules.numerals  # "tre millionar kroner"
    return False


def how_much(noun: Word, rules: Rules) -> Word | None:
    """The adverb right behind a number of things, by which they are too few or too many: "60 paikkaa vähemmän"."""
    adverb = noun.head if noun.rel in ("nmod", "obl") and noun.child("nummod") is not None else None
    fits = adverb is not None and adverb.rel == "advmod" and adverb.i == noun.i + 1
    return adverb if fits and adverb is not None and adverb.lower in rules.degrees else None


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

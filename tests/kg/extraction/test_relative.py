"""Times seen from the document's date, and spans, in every language."""

from __future__ import annotations

import pytest

from kg.extraction.times import moment_at, moment_of
from kg.model import Moment
from tests.annotated import tree_of

#: A Wednesday.
PUBLISHED = "2024-04-17"
WEEK = Moment(since="2024-04-08", until="2024-04-14", datatype="xsd:date")


def said(text: str, lang: str, *, role: str | None = None, case: str | None = None, dated: bool = True):
    """What a phrase says; each of its words is written `form` or `form/lemma`."""
    pairs = [word.split("/") for word in text.split()]
    rows = [
        f"{pair[0]} {pair[-1]} NOUN {0 if i == 0 else 1} {'root' if i == 0 else 'dep'}" for i, pair in enumerate(pairs)
    ]
    tree = tree_of("\n".join(rows), lang=lang)
    return moment_of(tree.words, tree.rules, role, case, published=PUBLISHED if dated else None)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("yesterday", "en", Moment("2024-04-16", "xsd:date")),
        ("last week", "en", WEEK),
        ("next month", "en", Moment("2024-05", "xsd:gYearMonth")),
        ("this quarter", "en", Moment(since="2024-04", until="2024-06", datatype="xsd:gYearMonth")),
        ("last decade", "en", Moment(since="2010", until="2019", datatype="xsd:gYear")),
        ("three years/year ago", "en", Moment("2021", "xsd:gYear")),
        ("2 days/day ago", "en", Moment("2024-04-15", "xsd:date")),
        ("eilen", "fi", Moment("2024-04-16", "xsd:date")),
        ("viime viikolla/viikko", "fi", WEEK),
        ("viime vuonna/vuosi", "fi", Moment("2023", "xsd:gYear")),
        ("kolme vuotta/vuosi sitten", "fi", Moment("2021", "xsd:gYear")),
        ("i fjor", "nn", Moment("2023", "xsd:gYear")),
        ("i morgon", "nn", Moment("2024-04-18", "xsd:date")),
        ("førre veke", "nn", WEEK),
        ("for tre år sidan", "nn", Moment("2021", "xsd:gYear")),
        ("forrige uke", "nb", WEEK),
        ("neste år", "nb", Moment("2025", "xsd:gYear")),
    ],
)
def test_relative_times_are_seen_from_the_documents_date(text, lang, expected):
    assert said(text, lang) == expected


@pytest.mark.parametrize(("text", "lang"), [("last week", "en"), ("viime vuonna/vuosi", "fi"), ("i fjor", "nn")])
def test_relative_times_stay_words_where_nobody_knows_the_date(text, lang):
    assert said(text, lang, dated=False) is None


@pytest.mark.parametrize(
    ("text", "lang", "role", "case", "expected"),
    [
        ("last year", "en", "since", None, Moment(since="2023", datatype="xsd:gYear")),
        ("last week", "en", "until", None, Moment(until="2024-04-14", datatype="xsd:date")),
        ("2010 to 2015", "en", "from", None, Moment(since="2010", until="2015")),
        ("March to May 2024", "en", "from", None, Moment(since="2024-03", until="2024-05")),
        ("vuosina/vuosi 2010–2015", "fi", None, "ess", Moment(since="2010", until="2015")),
        ("vuodesta/vuosi 2010", "fi", None, "ela", Moment(since="2010", datatype="xsd:gYear")),
        ("vuoteen/vuosi 2015 saakka", "fi", None, "ill", Moment(until="2015", datatype="xsd:gYear")),
        ("2010 til 2015", "nn", "frå", None, Moment(since="2010", until="2015")),
        ("2012.", "nb", "siden", None, Moment(since="2012", datatype="xsd:gYear")),
    ],
)
def test_spans_have_their_ends(text, lang, role, case, expected):
    assert said(text, lang, role=role, case=case) == expected


@pytest.mark.parametrize(("lang", "marker", "conjunction"), [("en", "between", "and"), ("nn", "mellom", "og")])
def test_spans_between_two_years_begin_with_one_and_end_with_the_other(lang, marker, conjunction):
    tree = tree_of(
        f"""
        led lead VERB 0 root
        {marker} {marker} ADP 3 case
        2010 2010 NUM 1 obl
        {conjunction} {conjunction} CCONJ 5 cc
        2015 2015 NUM 3 conj
        """,
        lang=lang,
    )
    first, last = tree.words[2], tree.words[4]
    assert moment_at(tree, first, [first]) == Moment(since="2010", datatype="xsd:gYear")
    assert moment_at(tree, last, [last]) == Moment(until="2015", datatype="xsd:gYear")


def test_spans_from_one_year_to_another_end_where_to_says():
    tree = tree_of(
        """
        led lead VERB 0 root
        from from ADP 3 case
        2010 2010 NUM 1 obl
        to to ADP 5 case
        2015 2015 NUM 1 obl
        """
    )
    assert moment_at(tree, tree.words[4], [tree.words[4]]) == Moment(until="2015", datatype="xsd:gYear")

"""Time phrases and quantities to values."""

from __future__ import annotations

import pytest

from kg.extraction.mentions import Mentions
from kg.extraction.times import amount_of, is_quantity, is_time, moment_of
from kg.model import Amount, Moment
from tests.annotated import row_tree, tree_of


def words(text: str, *, lang: str = "en", lemmas: dict[str, str] | None = None) -> list[object]:
    rows = [
        f"{w} {(lemmas or {}).get(w, w)} NOUN {0 if i == 0 else 1} {'root' if i == 0 else 'dep'}"
        for i, w in enumerate(text.split())
    ]
    return list(tree_of("\n".join(rows), lang=lang).words)


@pytest.mark.parametrize(
    ("text", "lang", "role", "expected"),
    [
        ("2026", "en", "in", Moment("2026", "xsd:gYear")),
        ("March 2024", "en", "in", Moment("2024-03", "xsd:gYearMonth")),
        ("January 8 1880", "en", "on", Moment("1880-01-08", "xsd:date")),
        ("2024-04-12", "en", None, Moment("2024-04-12", "xsd:date")),
        ("2023", "en", "since", Moment(since="2023", datatype="xsd:gYear")),
        ("2023", "en", "starting in", Moment(since="2023", datatype="xsd:gYear")),
        ("2030", "nn", "til", Moment(until="2030", datatype="xsd:gYear")),
        ("3.5.1970", "fi", None, Moment("1970-05-03", "xsd:date")),
        ("1819 – 1877", "en", None, Moment(since="1819", until="1877")),
        ("12. april 2024", "nn", None, Moment("2024-04-12", "xsd:date")),
        ("Tuesday", "en", "on", None),
    ],
)
def test_times_read_what_the_words_say(text: str, lang: str, role: str | None, expected: Moment | None) -> None:
    found = words(text, lang=lang)
    tree = tree_of("x x X 0 root", lang=lang)
    assert moment_of(found, tree.rules, role) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 %", Amount("30", unit="%")),
        ("more than 30 %", Amount("30", unit="%", bound="atLeast")),
        ("$ 100 million", Amount("100000000", currency="USD")),
        ("at least three people", Amount("3", bound="atLeast")),
        ("2,795 votes", Amount("2795")),
        ("1.5 billion euro", Amount("1500000000", currency="EUR")),
        ("many people", None),
    ],
)
def test_times_read_amounts(text: str, expected: Amount | None) -> None:
    tree = tree_of("x x X 0 root")
    assert amount_of(words(text), tree.rules) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("yli 30 prosenttia", "fi", Amount("30", unit="%", bound="atLeast")),
        ("vähintään kolme miljoonaa euroa", "fi", Amount("3000000", currency="EUR", bound="atLeast")),
        ("enintään 5 dollaria", "fi", Amount("5", currency="USD", bound="atMost")),
        ("minst tre", "nn", Amount("3", bound="atLeast")),
        ("meir enn 30 prosent", "nn", Amount("30", unit="%", bound="atLeast")),
        ("opptil 2 milliardar kroner", "nb", Amount("2000000000", currency="NOK", bound="atMost")),
    ],
)
def test_times_read_amounts_in_every_language(text: str, lang: str, expected: Amount) -> None:
    lemmas = {"prosenttia": "prosentti", "miljoonaa": "miljoona", "euroa": "euro", "dollaria": "dollari"}
    found = words(text, lang=lang, lemmas={**lemmas, "milliardar": "milliard", "kroner": "krone"})
    assert amount_of(found, tree_of("x x X 0 root", lang=lang).rules) == expected  # type: ignore[arg-type]


def test_times_count_a_numeral_once() -> None:
    tree = tree_of(
        """
        spent spend VERB 0 root
        5 5 NUM 3 compound
        million million NUM 4 nummod
        euros euro NOUN 1 obj
        """
    )
    mentions = Mentions()
    mentions.phrase(tree, tree.words[3])
    assert mentions.found[0].amount == Amount("5000000", currency="EUR")


@pytest.mark.parametrize(("word", "expected"), [("2024", True), ("Monday", True), ("week", True), ("people", False)])
def test_times_know_heads_of_time_phrases(word: str, expected: bool) -> None:
    tree = tree_of(f"{word} {word} NOUN 0 root")
    assert is_time(tree.words[0], tree.rules) is expected


def test_times_take_years_for_no_quantity() -> None:
    tree = tree_of("2024 2024 NUM 0 root")
    assert not is_quantity(tree.words[0], tree.rules)


@pytest.mark.parametrize(
    "row",
    [
        "15/15/NUM/0/root päivänä/päivä/NOUN/1/flat kesäkuuta/kesäkuu/NOUN/1/flat",
        "27./27./NUM/0/root joulukuuta/joulukuu/NOUN/1/nmod",
        "1990-luvulla/1990-luku/NOUN/0/root",
        "kuussa/kuu/NOUN/0/root",
    ],
)
def test_times_know_finnish_days_and_decades(row: str) -> None:
    tree = row_tree(row, lang="fi")
    assert is_time(tree.words[0], tree.rules)


def test_times_take_no_finnish_figures_for_decades() -> None:
    tree = row_tree("luvut/luku/NOUN/0/root", lang="fi")
    assert not is_time(tree.words[0], tree.rules)


@pytest.mark.parametrize(("month", "expected"), [("August/August/PROPN", True), ("Table/Table/PROPN", False)])
def test_days_behind_their_month_say_when(month: str, expected: bool) -> None:
    tree = row_tree(f"{month}/2/compound 4/4/NUM/0/root ,/,/PUNCT/4/punct 1961/1961/NUM/2/nmod", lang="en")
    assert is_time(tree.words[1], tree.rules) is expected


@pytest.mark.parametrize(("row", "expected"), [("9:30/9:30/NUM/0/root", True), ("9:90/9:90/NUM/0/root", False)])
def test_the_clock_says_when(row: str, expected: bool) -> None:
    tree = row_tree(row, lang="en")
    assert is_time(tree.words[0], tree.rules) is expected

"""Suffix tables: what they were learned from they give back, and unknown words go as their ends do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages.suffixes import Edit, edit_between, find_edit, learn_table, read_tables, write_tables

PAIRS = [
    ("kadu", "katu", 1.0),
    ("ladu", "latu", 1.0),
    ("vedu", "vetu", 1.0),
    ("talo", "talo", 1.0),
    ("palo", "palo", 1.0),
    ("maido", "maito", 1.0),
    ("kuuse", "kuusi", 5.0),
    ("kuude", "kuusi", 1.0),
]


def base(table, word):
    found = find_edit(table, word)
    return found[0].apply(word) if found else None


@pytest.mark.parametrize(("form", "expected", "_weight"), PAIRS)
def test_tables_give_back_what_they_learned(form, expected, _weight):
    assert base(learn_table(PAIRS), form) == expected


def test_tables_treat_compounds_as_their_last_part():
    assert base(learn_table(PAIRS), "moottorikadu") == "moottorikatu"


def test_tables_give_the_heavier_base_of_a_form():
    assert base(learn_table([("koski", "koskea", 9.0), ("koski", "koskia", 1.0)]), "koski") == "koskea"


def test_tables_keep_the_case_of_what_stays():
    assert Edit(1, "ki").apply("HelsinGi") == "HelsinGki"


def test_tables_know_nothing_of_other_ends():
    assert find_edit({"^abc": Edit(0, "")}, "xyz") is None


def test_tables_are_read_as_they_were_written():
    tables = {"weak": learn_table(PAIRS), "name:weak": {"^turu": Edit(1, "ku")}}
    assert read_tables(line + "\n" for line in write_tables(tables)) == tables


@given(
    st.lists(
        st.tuples(st.text("aikst", min_size=1, max_size=6), st.text("aikst", min_size=1, max_size=6)),
        unique_by=lambda pair: pair[0],
    )
)
def test_tables_give_back_any_pairs(pairs):
    table = learn_table((form, lemma, 1.0) for form, lemma in pairs)
    assert all(base(table, form) == lemma for form, lemma in pairs)


@given(st.text(max_size=8), st.text(max_size=8))
def test_edits_make_the_base_of_the_form(form, lemma):
    assert edit_between(form, lemma).apply(form) == lemma

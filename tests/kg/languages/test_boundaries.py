"""Glued sentences: which tokens are cut, and where a sentence starts."""

from __future__ import annotations

import pytest
import spacy

from kg.languages.boundaries import find_boundaries, split_glued


@pytest.fixture(scope="module", params=["en", "fi", "nb"])
def nlp(request):
    blank = spacy.blank(request.param)
    split_glued(blank.tokenizer)
    return blank


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("an undertaking.This shows", ["an", "undertaking", ".", "This", "shows"]),
        ("in 2023.This year", ["in", "2023", ".", "This", "year"]),
        ("engineers,researchers,and more", ["engineers", ",", "researchers", ",", "and", "more"]),
        ("the end.”Next they", ["the", "end", ".", "”", "Next", "they"]),
        ("(so it is).This shows", ["(", "so", "it", "is", ")", ".", "This", "shows"]),
        ("really?Yes", ["really", "?", "Yes"]),
    ],
)
def test_boundaries_cut_glued_words(nlp, text, tokens):
    assert [token.text for token in nlp.make_doc(text)] == tokens


@pytest.mark.parametrize(
    "word",
    [
        *("Node.js", "OpenAI.com", "Asp.Net", "report.PDF", "www.nrk.no", "v1.2.3", "J.Smith", "Mr.Jones", "St.Louis"),
        *("L’Oréal", "O’Brien", "vaa’an"),
    ],
)
def test_boundaries_leave_names_and_abbreviations_whole(nlp, word):
    assert word in [token.text for token in nlp.make_doc(f"we saw {word} there")]


@pytest.mark.parametrize("text", ["e.g. this", "the U.S. army", "3.5 million", "1,000 people"])
def test_boundaries_leave_numbers_and_abbreviations_alone(text):
    blank = spacy.blank("en")
    before = [token.text for token in blank.make_doc(text)]
    split_glued(blank.tokenizer)
    assert [token.text for token in blank.make_doc(text)] == before


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("an undertaking.This shows", ["This"]),
        ("He said “it is over.”Next they left", ["Next"]),
        ('"It is over." She left', ["She"]),
        ("“Stop!” Mary said", []),
        ("the U.S.Army came", []),
        ("use Node.js Now", []),
        ("It is so. And so", []),
        ('they left."Then we', ['"']),
    ],
)
def test_boundaries_start_sentences_only_where_certain(text, starts):
    blank = spacy.blank("en")
    split_glued(blank.tokenizer)
    doc = blank.make_doc(text)
    assert [doc[index].text for index in find_boundaries(doc)] == starts


def test_boundaries_keep_closing_marks_with_their_sentence():
    blank = spacy.blank("en")
    split_glued(blank.tokenizer)
    blank.add_pipe("kg_boundaries")
    doc = blank("He said “it is over.” Then")
    closing = next(token for token in doc if token.text == "”")
    assert closing.is_sent_start is False


@pytest.mark.parametrize("text", ["", " ", ".", "”", "a", ".”"])
def test_boundaries_take_the_smallest_texts(text):
    assert list(find_boundaries(spacy.blank("en").make_doc(text))) == []

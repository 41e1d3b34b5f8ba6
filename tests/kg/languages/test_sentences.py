"""Blocks to sentences, by strings."""

from __future__ import annotations

import pytest
import spacy

from kg.languages.sentences import LONGEST, parse_sentences, split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ends. Another begins.", ["One ends.", "Another begins."]),
        ("A substantial undertaking.This includes costs.", ["A substantial undertaking.", "This includes costs."]),
        ("Mr. Smith spoke. J. K. Rowling wrote.", ["Mr. Smith spoke.", "J. K. Rowling wrote."]),
        (
            "It costs 3.5 million. He left in 2022. She stayed.",
            ["It costs 3.5 million.", "He left in 2022.", "She stayed."],
        ),
        ("Use Node.js and report.PDF in the U.S. Army.", ["Use Node.js and report.PDF in the U.S. Army."]),
        (
            "He left Acme Inc. The board met, Ltd. They stay.",
            ["He left Acme Inc.", "The board met, Ltd.", "They stay."],
        ),
        (
            "Apples, pears, etc. However, Acme Inc. Chairman Lee left.",
            ["Apples, pears, etc.", "However, Acme Inc. Chairman Lee left."],
        ),
        (
            "He left Acme Inc. Ann joined at 5 p.m. Bob's firm lost.",
            ["He left Acme Inc.", "Ann joined at 5 p.m.", "Bob's firm lost."],
        ),
        ("Acme Corp. Chief Executive Ann Lee left.", ["Acme Corp. Chief Executive Ann Lee left."]),
        ("Han kom 12. mai. Så gjekk han.", ["Han kom 12. mai.", "Så gjekk han."]),
        ("“Yes.” He ran. Really?! No.", ["“Yes.”", "He ran.", "Really?!", "No."]),
        ("  no stop here  ", ["no stop here"]),
        ("", []),
    ],
)
def test_sentences_end_where_their_punctuation_says(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_sentences_of_endless_text_are_cut() -> None:
    text = "word " * LONGEST
    spans = list(split_sentences(text))
    assert all(end - start <= LONGEST for start, end in spans)
    assert sum(len(text[start:end].split()) for start, end in spans) == LONGEST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hun slutta i 2021.", ["Hun", "slutta", "i", "2021", "."]),
        ("Acme slo Beta 2–1.", ["Acme", "slo", "Beta", "2–1", "."]),
        ("Hun slutta 12. mai", ["Hun", "slutta", "12.", "mai"]),
    ],
)
def test_the_last_figure_of_a_sentence_has_no_stop(text: str, expected: list[str]) -> None:
    (doc, _), *_ = parse_sentences(spacy.blank("nb"), [(text, None)])
    assert [token.text for token in doc] == expected

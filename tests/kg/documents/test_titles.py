"""Titles, and dates of publication."""

from __future__ import annotations

import pytest

from kg.documents import dates, read_text

BODY = "The harbour company builds cranes, and the cranes lift boxes that the ships bring to the port. " * 10


def test_titles_take_the_first_heading() -> None:
    assert read_text(f"More cranes for the harbour\n\n{BODY}").title == "More cranes for the harbour"


def test_titles_take_a_question_that_opens_the_text() -> None:
    assert (
        read_text(f"Why does the harbour grow?\n\n{BODY}\n\nNew cranes\n\nBerg left.").title
        == "Why does the harbour grow?"
    )


def test_titles_are_empty_where_no_heading_stands() -> None:
    assert read_text(BODY).title == ""


def test_titles_of_another_article_are_no_block() -> None:
    document = read_text(f"Singer Wins Third Award at Film Festival\n\n{BODY}\n\nNew cranes\n\n{BODY}")
    assert document.title == "New cranes"
    assert document.blocks[0].start > 0


def test_titles_survive_inflection() -> None:
    body = (
        "Satama rakensi nosturin, ja nosturia käytetään laivojen purkamiseen, joten satamaan tulee lisää laivoja. " * 10
    )
    assert read_text(f"Nostureita satamien laivoille\n\n{body}").title == "Nostureita satamien laivoille"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published 2024-05-03", "2024-05-03"),
        ("Julkaistu 3.5.2024 klo 12", "2024-05-03"),
        ("By Ann Lee, May 3, 2024", "2024-05-03"),
        ("Publisert 3. mai 2024", "2024-05-03"),
        ("3rd May 2024", "2024-05-03"),
        ("3. toukokuuta 2024", "2024-05-03"),
        ("05/03/2024", None),
        ("31.2.2024", None),
        ("Updated 5 cranes 2024", None),
    ],
)
def test_dates_read_what_is_unambiguous(line: str, iso: str | None) -> None:
    assert dates.first([line]) == iso

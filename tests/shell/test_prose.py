from __future__ import annotations

import pytest

from shell.problems import caret
from shell.progress import bar
from shell.propositions import row
from shell.prose import columns, highlighted


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([(0, 3)], "[Ann] left Acme"),
        ([(4, 8), (0, 3)], "[Ann] [left] Acme"),
        ([(0, 6), (4, 8)], "[Ann left] Acme"),
        ([(9, 99), (-3, 0), (5, 5)], "Ann left [Acme]"),
        ([], "Ann left Acme"),
    ],
)
def test_highlighted_marks_spans(spans: list[tuple[int, int]], shown: str) -> None:
    assert highlighted("Ann left Acme", spans) == shown


def test_highlighted_shows_hostile_sentences_harmlessly() -> None:
    assert "\x1b[31m" not in highlighted("Ann \x1b[31m left", [(0, 3)], colour=True)


def test_columns_leave_out_what_repeats() -> None:
    assert columns([("left", "Acme"), ("left", "Birch"), ("a", "b")]) == "  left  Acme\n        Birch\n  a     b\n"


def test_caret_points_at_the_column() -> None:
    assert caret("ab\ncd", 2, 2) == "  cd\n   ^\n"


@pytest.mark.parametrize("place", [1, 30, 200, 400])
def test_caret_keeps_to_the_width(place: int) -> None:
    text = "x" * (place - 1) + "!" + "y" * (400 - place)
    line, mark = caret(text, 1, place, width=60).splitlines()
    assert len(line) <= 60
    assert line[mark.index("^")] == "!"


def test_caret_stands_under_wide_characters() -> None:
    assert caret("漢字 x", 1, 4) == "  漢字 x\n       ^\n"


@pytest.mark.parametrize(("line", "column"), [(None, None), (0, 1), (9, 1)])
def test_caret_needs_a_place(line: int | None, column: int | None) -> None:
    assert caret("ab", line, column) == ""


def test_caret_cuts_long_lines_around_the_place() -> None:
    shown = caret("x" * 300 + "!" + "y" * 300, 1, 301).splitlines()
    assert shown[0][shown[1].index("^")] == "!"
    assert len(shown[0]) <= 102


def test_bar_fills_with_what_is_done() -> None:
    assert bar(5, 10, "a.txt") == f"{'█' * 10}{'░' * 10} 5/10  a.txt"
    assert bar(5, None, "a.txt") == "5 done  a.txt"


def test_proposition_row_says_who_and_how() -> None:
    record = {
        "subject": {"text": "GM"},
        "relation": {"text": "may move"},
        "object": {"text": "20% of its staff", "role": None},
        "arguments": [{"role": "to", "text": "Detroit"}, {"role": "in", "text": "2026"}],
        "polarity": None,
        "modality": "kg:Possible",
        "attributedTo": {"text": "Reuters"},
    }
    assert row(record) == [
        "GM",
        "may move",
        "20% of its staff",
        "to Detroit; in 2026",
        "possible, according to Reuters",
    ]

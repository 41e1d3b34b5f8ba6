from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.render import boolean, cell, count, harmless, markdown_lines, records, table, tsv, width_of, wrap


def test_table_is_as_wide_as_its_cells() -> None:
    assert table(["a", "bb"], [["1", "22"], ["333", ""]]) == "a   │ bb\n────┼───\n1   │ 22\n333 │\n"


def test_table_wraps_at_spaces_to_fit() -> None:
    shown = table(["name", "text"], [["Meta", "one two three four five"]], width=20)
    assert shown.splitlines()[2:] == ["Meta │ one two three", "     │ four five"]


def test_table_with_too_many_columns_becomes_records() -> None:
    shown = table(["first", "second", "third"], [["x" * 9, "y" * 9, "z" * 9]], width=24)
    assert [line.split() for line in shown.splitlines()[1:]] == [
        ["first", "x" * 9],
        ["second", "y" * 9],
        ["third", "z" * 9],
    ]


def test_table_without_columns_is_empty_but_for_its_rule() -> None:
    assert table([], []).strip() == ""


@given(
    st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=4),
    st.integers(min_value=24, max_value=60),
)
def test_table_never_exceeds_the_width(rows: list[list[str]], width: int) -> None:
    assert all(width_of(line) <= width for line in table(["one", "two"], rows, width=width).splitlines())


@given(st.text())
def test_cell_is_one_harmless_line(text: str) -> None:
    shown = cell(text)
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    assert len(shown.splitlines()) <= 1
    shown.encode()


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\x9b31m", "\u202e", "\u2066", "\x07", "\r"])
def test_harmless_shows_control_characters(hostile: str) -> None:
    assert hostile[0] not in harmless(f"a{hostile}b")


def test_harmless_keeps_lines_and_tabs() -> None:
    assert harmless("a\n\tb\r\n") == "a\n\tb\n"


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("å", 1), ("a\u030a", 1), ("漢字", 4), ("👍", 2), ("\u200d", 0)]
)
def test_width_counts_terminal_columns(text: str, width: int) -> None:
    assert width_of(text) == width


def test_wrap_cuts_long_words() -> None:
    assert wrap("abcdef gh", 4) == ["abcd", "ef", "gh"]


def test_records_number_their_rows() -> None:
    assert records(["a"], [["1"], ["2"]], width=10).splitlines() == ["── 1 ─────", "a  1", "── 2 ─────", "a  2"]


def test_markdown_escapes_bars() -> None:
    assert "".join(markdown_lines(["a"], [["x|y"]])) == "| a |\n| --- |\n| x\\|y |\n"


def test_tsv_escapes_tabs_and_lines() -> None:
    assert tsv(["a"], [["x\ty\nz"]]) == "a\nx\\ty\\nz\n"


@pytest.mark.parametrize(("form", "part"), [("table", "true"), ("json", '"boolean":true'), ("xml", "<boolean>true")])
def test_boolean_takes_the_format(form: str, part: str) -> None:
    assert part in boolean(True, form)


@pytest.mark.parametrize(("number", "shown"), [(0, "0 entities"), (1, "1 entity"), (1200, "1,200 entities")])
def test_count_uses_the_plural(number: int, shown: str) -> None:
    assert count(number, "entity") == shown

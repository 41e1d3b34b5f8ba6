from __future__ import annotations

import pytest

from shell.arguments import between_arrows, facts, number, options, parts
from shell.problems import UsageError


def test_options_are_taken_out_of_the_argument() -> None:
    assert options("Devi Parikh -> OpenAI --k 3 --directed", flags=("directed",), values=("k",)) == (
        "Devi Parikh -> OpenAI",
        {"k": "3", "directed": "directed"},
    )


def test_options_take_equals_signs() -> None:
    assert options("--via=left,joined A", values=("via",)) == ("A", {"via": "left,joined"})


@pytest.mark.parametrize("argument", ["--nope", "--k", "--directed=yes"])
def test_options_refuse_what_they_dont_know(argument: str) -> None:
    with pytest.raises(UsageError):
        options(argument, flags=("directed",), values=("k",))


@pytest.mark.parametrize("text", ["0", "-1", "x", "1.5"])
def test_number_refuses_what_is_none(text: str) -> None:
    with pytest.raises(UsageError, match="whole number"):
        number({"k": text}, "k")


def test_arrows_separate_names_with_spaces() -> None:
    assert between_arrows("Devi Parikh->Open AI → X") == ["Devi Parikh", "Open AI", "X"]


def test_parts_keep_quotes_and_brackets_whole() -> None:
    assert parts('a "b c"@en <http://x y>') == ["a", '"b c"@en', "<http://x y>"]


def test_facts_are_read_in_every_way() -> None:
    assert list(facts("Erik Meijer left Meta")) == [
        ("Erik", "Meijer", "left Meta"),
        ("Erik Meijer", "left", "Meta"),
        ("Erik", "Meijer left", "Meta"),
    ]


def test_facts_with_arrows_are_read_in_one_way() -> None:
    assert list(facts("Ann Lee -> works for -> Meta")) == [("Ann Lee", "works for", "Meta")]

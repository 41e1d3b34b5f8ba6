"""Segmentation of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.blocks import segment, split_label
from kg.model import Block, BlockKind


def found(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in segment(text)]


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("Why the port matters", "heading", "Why the port matters"),
        ("The port matters.", "paragraph", "The port matters."),
        ("the port and its many cranes", "paragraph", "the port and its many cranes"),
        ("Who runs the port?", "question", "Who runs the port?"),
        ("Who runs it? Ann Berg does.", "paragraph", "Who runs it? Ann Berg does."),
        ("### Vanlege spørsmål", "heading", "Vanlege spørsmål"),
        ("• Cranes lift boxes.", "list item", "Cranes lift boxes."),
        ("- Cranes and boxes", "list item", "Cranes and boxes"),
        ("2) Cranes lift boxes.", "list item", "Cranes lift boxes."),
        ("3. Cranes lift boxes.", "list item", "Cranes lift boxes."),
        ("1. januar 2020 sluttet Berg i havna.", "paragraph", "1. januar 2020 sluttet Berg i havna."),
        ("* Kven leier hamna?", "question", "Kven leier hamna?"),
        ("“We grow.” – Ann Berg, director", "quotation", "“We grow.” – Ann Berg, director"),
        ("«Vi veks.»", "quotation", "«Vi veks.»"),
        ("– Vi veks, seier Berg.", "quotation", "Vi veks, seier Berg."),
        ("> We grow.", "quotation", "We grow."),
        ("“We grow,” she said. “And we hire.”", "paragraph", "“We grow,” she said. “And we hire.”"),
    ],
)
def test_blocks_tell_kinds_of_lines(line: str, kind: str, words: str) -> None:
    assert found(f"Before it stands a sentence.\n\n{line}\n\nAfter it, too.")[1] == (kind, words)


def test_blocks_take_every_line_of_copied_pages_for_itself() -> None:
    text = "A heading\nThe first paragraph is " + "long and " * 20 + "done.\nThe second one is short."
    assert [kind for kind, _ in found(text)] == ["heading", "paragraph", "paragraph"]


def test_blocks_join_hard_wrapped_lines() -> None:
    text = (
        "The harbour company has hired three engineers who will\n"
        "build the new cranes. Berg leads them. In the spring of\n"
        "2021 they left.\n"
        "\n"
        "Another paragraph."
    )
    assert found(text)[0] == ("paragraph", text.split("\n\n", maxsplit=1)[0])
    assert len(found(text)) == 2


def test_blocks_keep_a_heading_off_the_wrapped_lines_below_it() -> None:
    text = (
        "The cranes\nThe harbour company has hired three engineers who will\nbuild the new cranes and then leave again."
    )
    assert [kind for kind, _ in found(text)] == ["heading", "paragraph"]


def test_blocks_join_wrapped_list_items() -> None:
    text = "- The harbour company has hired three engineers who\n  build cranes.\n- The rest stays."
    assert [kind for kind, _ in found(text)] == ["list item", "list item"]


def test_blocks_keep_short_lines_apart() -> None:
    assert len(found("Cranes\nBoxes\nShips\n\nAll of these are here.")) == 4


def test_blocks_take_a_dash_after_a_question_for_its_answer() -> None:
    assert found("Kven leier hamna?\n– Berg leier hamna.")[1] == ("paragraph", "Berg leier hamna.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This is there:\n– Cranes lift boxes.\n– Ships bring them.", "list item"),
        ("This is there.\n- Cranes lift boxes.\n- Ships bring them.", "list item"),
        ("This is there.\n– Cranes\n– Ships", "list item"),
        ("Berg is glad.\n– Cranes lift boxes.\n– Ships bring them.", "quotation"),
    ],
)
def test_blocks_tell_lists_from_speech(text: str, kind: str) -> None:
    assert [kind for kind, _ in found(text)][1:] == [kind] * 2


def test_blocks_take_a_text_of_one_line_for_a_paragraph() -> None:
    assert found("Berg left Nordvik") == [("paragraph", "Berg left Nordvik")]


def test_blocks_split_the_label_off_a_list_item() -> None:
    text = "Energy use: Cranes need power."
    parts = split_label(text, Block(BlockKind.LIST_ITEM, 0, len(text)))
    assert [(part.kind, text[part.start : part.end]) for part in parts] == [
        (BlockKind.HEADING, "Energy use"),
        (BlockKind.LIST_ITEM, "Cranes need power."),
    ]


@pytest.mark.parametrize("text", ["The port opens at 10:30 today.", "One. Two: three.", "Energy:"])
def test_blocks_split_no_label_where_none_stands(text: str) -> None:
    assert len(split_label(text, Block(BlockKind.LIST_ITEM, 0, len(text)))) == 1


@given(st.text(alphabet='ab A.?!•*-–#>:\n"“”1', max_size=200))
def test_blocks_are_in_order_apart_and_without_space_around(text: str) -> None:
    end = 0
    for block in segment(text):
        words = text[block.start : block.end]
        assert end <= block.start < block.end
        assert words == words.strip()
        end = block.end

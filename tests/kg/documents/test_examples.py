"""The example articles that newcomers build first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import read
from kg.model import Document
from tests.kg.documents.made import blocks

EXAMPLES = Path(__file__).resolve().parents[3] / "docs" / "examples"
FURNITURE = (
    "cookie",
    "eväste",
    "informasjonskaps",
    "kommentar",
    "comment",
    "print(",
    "](",
    "###",
    "laptops",
    "sommarferien",
)


@pytest.fixture(scope="module")
def examples() -> dict[str, Document]:
    return {document.source: document for document in read([str(EXAMPLES)])}


def test_examples_are_in_every_language(examples: dict[str, Document]) -> None:
    assert {name: document.lang for name, document in examples.items()} == {
        "departures.fi.txt": "fi",
        "departures.nn.txt": "nn",
        "payroll-and-chips.md": "en",
        "robots.nb.txt": "nb",
        "training-bill.html": "en",
    }


def test_examples_are_whole_articles(examples: dict[str, Document]) -> None:
    assert all(sum(len(words.split()) for _, words in blocks(document)) >= 300 for document in examples.values())


def test_examples_have_titles_and_dates(examples: dict[str, Document]) -> None:
    assert all(document.title and document.published for document in examples.values())


def test_examples_yield_no_furniture(examples: dict[str, Document]) -> None:
    words = "\n".join(words for document in examples.values() for _, words in blocks(document)).casefold()
    assert [line for line in FURNITURE if line in words] == []

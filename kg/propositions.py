"""Text to propositions without a store: what `kg extract` and `kg.extract` give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from kg.build import Knowledge
from kg.documents import read_line, read_text
from kg.linking import NameTable
from kg.model import Document, Extraction
from kg.records import Record, records


def extract(text: str, *, lang: str | None = None) -> Extraction:
    """The sentences, mentions and propositions of a text; its language is identified where it is not given."""
    return _knowledge().reader.read(read_text(text, lang=lang))


def extract_records(
    text: str | Iterable[Document], *, lines: bool = False, lang: str | None = None
) -> Iterator[Record]:
    """The propositions of a text, of each of its lines, or of documents, as the records that `kg extract` prints.

    `line` numbers the lines or documents from 1; empty lines count and say nothing.
    """
    knowledge = _knowledge()
    for number, document in _documents(text, lines=lines, lang=lang):
        extraction = knowledge.reader.read(document)
        yield from records(document, extraction, knowledge.draft(document, extraction).link(NameTable()), line=number)


def build(sources: Sequence[str], store: str = ":memory:", **options: Any) -> Any:
    """A graph built from the sources; the options are those of `Graph.build`."""
    from kg.graph import open as open_graph

    graph = open_graph(store)
    for _ in graph.build(sources, **options):
        pass
    return graph


def _documents(text: str | Iterable[Document], *, lines: bool, lang: str | None) -> Iterator[tuple[int, Document]]:
    if not isinstance(text, str):
        yield from enumerate(text, 1)
    elif not lines:
        yield 1, read_text(text, lang=lang)
    else:
        rows = text.splitlines()
        chosen = lang or (read_text(text).lang if text.strip() else None)
        for number, row in enumerate(rows, 1):
            if row.strip():
                yield number, read_line(row, lang=chosen)


@cache
def _knowledge() -> Knowledge:
    return Knowledge()

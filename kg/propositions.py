"""Text to propositions without a store: what `kg extract` and `kg.extract` give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.build import Knowledge
from kg.documents import read_line, read_text
from kg.languages.drawing import draw_page, draw_svg
from kg.linking import NameTable
from kg.model import Choices, Document, Extraction
from kg.notebook import propositions
from kg.records import Record, records


@dataclass(frozen=True, slots=True)
class Read(Extraction):
    """What was found in a text, with the text, so that a notebook can show it."""

    text: str = ""

    def _repr_html_(self) -> str:
        """The text with its mentions marked, and what it says."""
        return propositions(self.text, self)


def extract(text: str, *, lang: str | None = None, choices: Choices | None = None) -> Extraction:
    """The sentences, mentions and propositions of a text; its language is identified where it is not given."""
    document = read_text(text, lang=lang)
    found = knowledge_of(choices).reader.read(document)
    return Read(found.sentences, found.mentions, found.propositions, document.text)


def extract_records(
    text: str | Iterable[Document],
    *,
    lines: bool = False,
    lang: str | None = None,
    choices: Choices | None = None,
    explain: bool = False,
) -> Iterator[Record]:
    """The propositions of a text, of each of its lines, or of documents, as the records that `kg extract` prints.

    `line` numbers the lines or documents from 1; empty lines count and say nothing. `explain` adds the words that made
    each proposition's rule hold.
    """
    knowledge = knowledge_of(choices)
    for number, document in _documents(text, lines=lines, lang=lang):
        extraction = knowledge.reader.read(document)
        linking = knowledge.draft(document, extraction).link(NameTable())
        yield from records(document, extraction, linking, line=number, explain=explain)


def draw_trees(documents: Iterable[Document], *, choices: Choices | None = None, svg: bool = False) -> str:
    """A picture of the tree of every sentence, as an HTML page or as an SVG."""
    reader = knowledge_of(choices).reader
    docs = [doc for document in documents for doc in reader.parse(document)]
    return draw_svg(docs) if svg else draw_page(docs)


def build(sources: Sequence[str], store: str = ":memory:", **options: Any) -> Any:
    """A graph built from the sources; the options are those of `Graph.build`, and how to read from those of `open`."""
    from kg.opening import open as open_graph

    reading = {name: options.pop(name) for name in ("pipelines", "gazetteers", "extractor") if name in options}
    graph = open_graph(store, **reading)
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


def knowledge_of(choices: Choices | None = None) -> Knowledge:
    """What texts are read with; the last few choices are kept ready."""
    made = choices or Choices()
    return _knowledge(tuple(sorted(made.pipelines.items())), made.gazetteers, made.extractor)


@lru_cache(maxsize=4)
def _knowledge(pipelines: tuple[tuple[str, str], ...], gazetteers: tuple[str, ...], extractor: str | None) -> Knowledge:
    return Knowledge(choices=Choices(dict(pipelines), gazetteers, extractor))

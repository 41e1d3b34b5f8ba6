"""Graphs that read the plainest English only ("Anna Berg left Acme."), so that tests of their life need no pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import kg
from kg.build import Builder, Knowledge
from kg.model import (
    Argument,
    Document,
    EntityClass,
    Extraction,
    Mention,
    MentionKind,
    Phrase,
    Proposition,
    Relation,
    Sentence,
)

_NAME = r"[A-Z]\w+(?: [A-Z]\w+)*"
_SENTENCE = re.compile(rf"({_NAME}) (left|joined|acquired|praised) ({_NAME})\.")
_LEMMAS = {"left": "leave", "joined": "join", "acquired": "acquire", "praised": "praise"}
#: What a subject and an object of each verb are.
_CLASSES = {
    "left": (EntityClass.PERSON, EntityClass.ORGANIZATION),
    "joined": (EntityClass.PERSON, EntityClass.ORGANIZATION),
    "acquired": (EntityClass.ORGANIZATION, EntityClass.ORGANIZATION),
    "praised": (EntityClass.PERSON, EntityClass.PLACE),
}


class PlainReader:
    """Stands in for `kg.reading.Reader`."""

    def read_many(self, documents: Sequence[Document]) -> list[Extraction]:
        return [self._read(document) for document in documents]

    def pipeline_name(self, lang: str) -> str:
        return f"{lang}_plain 1.0"

    def _read(self, document: Document) -> Extraction:
        found = list(_SENTENCE.finditer(document.text))
        mentions = [mention for match in found for mention in _mentions(match)]
        propositions = (_proposition(number, match) for number, match in enumerate(found))
        return Extraction(tuple(Sentence(*match.span()) for match in found), tuple(mentions), tuple(propositions))


def _mentions(match: re.Match[str]) -> Iterator[Mention]:
    for group, kind in zip((1, 3), _CLASSES[match[2]], strict=True):
        words = match[group]
        yield Mention(*match.span(group), words, MentionKind.NAME, words, words.split()[-1].lower(), "en", kind)


def _proposition(number: int, match: re.Match[str]) -> Proposition:
    subject, value = (Phrase(match[g], *match.span(g), mention=2 * number + g // 2) for g in (1, 3))
    relation = Relation(match[2], _LEMMAS[match[2]])
    return Proposition(number, subject, relation, Argument(value), confidence=0.9, rule="active")


@cache
def _knowledge() -> Knowledge:
    knowledge = Knowledge()
    knowledge.reader = PlainReader()  # type: ignore[assignment]
    return knowledge


def plainly(graph: kg.Graph) -> kg.Graph:
    """The graph, reading so from now on."""
    graph.__dict__["_builder"] = Builder(graph._store, _knowledge(), base=graph.base, version="0")
    return graph


def opened(store: Path | str = ":memory:") -> kg.Graph:
    """A graph that reads so."""
    return plainly(kg.open(store))


def put(graph: kg.Graph, folder: Path, texts: dict[str, str]) -> list[str]:
    """Writes the texts to files and builds from them, in this order; what was done with each."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [step.action for step in graph.build([str(folder / name) for name in texts], lang="en")]

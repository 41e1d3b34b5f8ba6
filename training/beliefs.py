"""What networks believe of words' name tags: one class a name in a document, kept in a file to learn from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.evaluation.conllu import Sentence
from kg.evaluation.pipelines import spans_of
from kg.languages.neural.decoding import best_tags, transitions

#: `(words, tags)`, from 0 to 1; a word's sum to 1.
Beliefs = NDArray[np.float32]


def tags_of(beliefs: Iterable[Beliefs], names: Sequence[str]) -> Iterator[list[str]]:
    """The most believed tags of each sentence."""
    moves = transitions(names)
    for belief in beliefs:
        yield [names[tag] for tag in best_tags(np.log(belief + 1e-9), moves, names)]


def shared(sentences: Sequence[Sentence], beliefs: Sequence[Beliefs], names: Sequence[str]) -> list[Beliefs]:
    """The beliefs, where each mention of a name is shared among classes as all its mentions in the document are."""
    classes = sorted({name[2:] for name in names if name != "O"})
    shares: dict[tuple[str, str], Beliefs] = defaultdict(lambda: np.zeros(len(classes), dtype=np.float32))
    mentions: list[tuple[int, int, int, tuple[str, str]]] = []
    for number, (sentence, tags) in enumerate(zip(sentences, tags_of(beliefs, names), strict=True)):
        for start, end, _ in spans_of(tags):
            key = (document_of(sentence), " ".join(word.form for word in sentence.words[start:end]))
            shares[key] += _shares(beliefs[number][start:end], names, classes)
            mentions.append((number, start, end, key))
    found = [belief.copy() for belief in beliefs]
    columns = {prefix: [names.index(f"{prefix}-{each}") for each in classes] for prefix in "BI"}
    for number, start, end, key in mentions:
        share = shares[key] / shares[key].sum()
        for place in range(start, end):
            inside = 1 - found[number][place, 0]
            found[number][place, 1:] = 0
            found[number][place, columns["B" if place == start else "I"]] = inside * share
    return found


def _shares(belief: Beliefs, names: Sequence[str], classes: Sequence[str]) -> Beliefs:
    """How much belief goes to each class, a mean over the name's words."""
    columns = [[index for index, name in enumerate(names) if name[2:] == each] for each in classes]
    return np.array([belief[:, column].sum(axis=1).mean() for column in columns], dtype=np.float32)


def document_of(sentence: Sentence) -> str:
    """The document's part of a sentence's id."""
    return sentence.name.rpartition("-")[0]


def save_beliefs(path: Path, sentences: Sequence[Sentence], beliefs: Sequence[Beliefs], names: Sequence[str]) -> None:
    """Write what is believed of each sentence, by its id."""
    ids = [sentence.name for sentence in sentences]
    sizes = [len(belief) for belief in beliefs]
    rows = np.concatenate(beliefs).astype(np.float16)
    with path.open("wb") as file:
        np.savez_compressed(file, ids=ids, sizes=sizes, rows=rows, names=names)


def read_beliefs(path: Path, names: Sequence[str]) -> dict[str, Beliefs]:
    """Sentence id to what is believed of it, of a file that `save_beliefs` wrote. Raises ValueError for other tags."""
    with np.load(path) as file:
        if file["names"].tolist() != list(names):
            raise ValueError(f"{path} has the tags {', '.join(file['names'])}; wanted are {', '.join(names)}")
        sizes, rows = file["sizes"], file["rows"].astype(np.float32)
        return dict(zip(file["ids"].tolist(), np.split(rows, np.cumsum(sizes)[:-1]), strict=True))

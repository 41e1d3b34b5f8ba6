"""What networks believe of words' name tags, to the tags of whole documents: what is sure, and one class a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.evaluation.conllu import Sentence
from kg.evaluation.pipelines import spans_of
from kg.languages.neural.decoding import best_tags, transitions

#: Tag of a word of which nobody is sure whether, or in what name, it is.
UNSURE = "_"
#: Least share of belief that makes sure.
SURE = 0.6

#: `(words, tags)`, from 0 to 1; a word's sum to 1.
Beliefs = NDArray[np.float32]


def named(
    sentences: Sequence[Sentence], beliefs: Sequence[Beliefs], names: Sequence[str], *, sure: float = SURE
) -> list[list[str]]:
    """The tags of each sentence; within a document, a name has the class that most belief in its mentions goes to.

    A word is `UNSURE` where less than `sure` of the belief says that it is outside names, or inside one, or that the
    name is of this class.
    """
    moves = transitions(names)
    classes = sorted({name[2:] for name in names if name != "O"})
    found = []
    shares: dict[tuple[str, str], Beliefs] = defaultdict(lambda: np.zeros(len(classes), dtype=np.float32))
    mentions: list[tuple[int, int, int, tuple[str, str], Beliefs]] = []
    for number, (sentence, belief) in enumerate(zip(sentences, beliefs, strict=True)):
        tags = [names[tag] for tag in best_tags(np.log(belief + 1e-9), moves, names)]
        found.append([tag if belief[index, 0] >= sure else UNSURE for index, tag in enumerate(tags)])
        for start, end, _ in spans_of(tags):
            key = (document_of(sentence), " ".join(word.form for word in sentence.words[start:end]))
            share = _shares(belief[start:end], names, classes)
            shares[key] += share
            mentions.append((number, start, end, key, share))
    for number, start, end, key, share in mentions:
        best = int(shares[key].argmax())
        is_sure = share.sum() >= sure and shares[key][best] >= sure * shares[key].sum()
        tags = [f"B-{classes[best]}", *[f"I-{classes[best]}"] * (end - start - 1)]
        found[number][start:end] = tags if is_sure else [UNSURE] * (end - start)
    return found


def _shares(belief: Beliefs, names: Sequence[str], classes: Sequence[str]) -> Beliefs:
    """How much belief goes to each class, a mean over the name's words."""
    columns = [[index for index, name in enumerate(names) if name[2:] == each] for each in classes]
    return np.array([belief[:, column].sum(axis=1).mean() for column in columns], dtype=np.float32)


def document_of(sentence: Sentence) -> str:
    """The document's part of a sentence's id."""
    return sentence.name.rpartition("-")[0]

"""Sentences of treebanks to spaCy documents to train on.

Sentences of one document are joined in runs of one to eight, so that the parser learns where sentences end.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.evaluation.conllu import Sentence

#: Lengths of the runs of sentences, in sentences.
RUN_LENGTHS = (1, 1, 2, 3, 5, 8)


def to_docs(sentences: Iterable[Sentence], vocab: Vocab, *, seed: int, runs: bool = True) -> Iterator[Doc]:
    """Annotated documents of one to eight sentences each (of one each without `runs`)."""
    chance, run, length = random.Random(seed), [], 1
    for sentence in sentences:
        if run and (len(run) >= length or sentence.opens_document):
            yield _join(run, vocab)
            run, length = [], chance.choice(RUN_LENGTHS) if runs else 1
        run.append(sentence)
    if run:
        yield _join(run, vocab)


def _join(run: list[Sentence], vocab: Vocab) -> Doc:
    """One document of several trees; what one of them lacks is unknown for all."""
    words = [word for sentence in run for word in sentence.words]
    offsets = [start for start, sentence in _with_starts(run) for _ in sentence.words]
    texts = {"words": [word.form for word in words], "spaces": [word.space for word in words]}
    tags = [tag for sentence in run for tag in sentence.entities or ()]
    entities = {"ents": tags} if all(sentence.entities is not None for sentence in run) else {}
    if not all(sentence.has_tree for sentence in run):
        return Doc(vocab, **texts, **entities)
    return Doc(
        vocab,
        **texts,
        **entities,
        lemmas=[word.lemma for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        heads=[offset + word.head for offset, word in zip(offsets, words, strict=True)],
        deps=[word.dep for word in words],
        sent_starts=[offset == index for index, offset in enumerate(offsets)],
    )


def _with_starts(run: list[Sentence]) -> Iterator[tuple[int, Sentence]]:
    start = 0
    for sentence in run:
        yield start, sentence
        start += len(sentence.words)

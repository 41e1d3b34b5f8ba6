"""Which sentences a language learns from, and on which its training is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from kg.evaluation.conllu import Sentence, read_conllu, read_iob, with_entities
from training.augmentation import stock_of, twins

#: Language (as spaCy names it) to the treebank files to learn from, and to choose the best checkpoint on.
TREEBANKS = {
    "en": (("en_ewt-train", "en_gum-train"), ("en_ewt-dev", "en_gum-dev")),
    "nb": (("no_nynorsk-train_silver", "no_bokmaal-train_silver", "no_bokmaal-dev"), ("no_nynorsk-dev",)),
}
#: Treebanks whose entities lie in a file of their own: learnt from without their trees, which choose the checkpoint.
ENTITIES_ONLY = {"en": (("en_ewt-dev", "en_uner_ewt-dev"),), "nb": ()}
#: Languages whose treebanks get twins (`augmentation`).
WITH_TWINS = frozenset({"nb"})


def read_treebank(corpora: Path, name: str) -> Iterator[Sentence]:
    """The sentences of one file, in order."""
    return read_conllu(corpora / "ud" / f"{name}.conllu.gz")


def training_sentences(lang: str, corpora: Path) -> Iterator[Sentence]:
    """Trees, their twins, and sentences of entities alone; the same at every run."""
    trees = list(chain.from_iterable(read_treebank(corpora, name) for name in TREEBANKS[lang][0]))
    yield from trees
    if lang in WITH_TWINS:
        yield from twins(trees, stock_of(trees, names_of(trees)), seed=1)
    yield from annotated_names(lang, corpora)


def annotated_names(lang: str, corpora: Path) -> Iterator[Sentence]:
    """Sentences whose names are annotated in a file of their own, without their trees."""
    for treebank, entities in ENTITIES_ONLY[lang]:
        tags = read_iob(corpora / "ner" / f"{entities}.iob2.gz")
        found = (s.without_tree() for s in with_entities(read_treebank(corpora, treebank), tags))
        yield from (s for s in found if s.entities is not None)


def dev_sentences(lang: str, corpora: Path) -> list[list[Sentence]]:
    """The sentences of each dev treebank."""
    return [list(read_treebank(corpora, name)) for name in TREEBANKS[lang][1]]


def names_of(sentences: Sequence[Sentence]) -> Iterator[list[str]]:
    """The words of each person's name."""
    for sentence in sentences:
        name: list[str] = []
        for word, tag in zip((*sentence.words, None), (*(sentence.entities or ()), "O"), strict=False):
            if tag != "I-PERSON" and name:
                yield name
                name = []
            if word is not None and tag.endswith("-PERSON"):
                name.append(word.form)

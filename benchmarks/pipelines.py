"""`python -m benchmarks.pipelines SOURCE…`: words a second of our pipelines beside spaCy's stock small CNN.

The stock CNN is what `spacy init config --optimize efficiency` proposes (morphologizer, parser, lemmatizer, entity
recogniser), with weights as they are drawn and the labels of the pipeline beside it: what it reads is nonsense, the
work it does is not. All read the same sentences on one core; turns alternate, and the best of each counts. Beside it
stands the first turn, in which most words are new: our pipelines remember what they found for a word.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from typing import NamedTuple

from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, load_model_from_config

from kg.documents import read
from kg.languages.pipelines import load
from kg.languages.sentences import split_sentences

#: Pipelines: language of the documents, and name (None: the one that reads it by default).
PIPELINES = (("en", None), ("en", "small"), ("fi", None), ("nn", None))
COMPONENTS = ["morphologizer", "parser", "trainable_lemmatizer", "ner"]
TURNS = 3


class Rate(NamedTuple):
    """Words a second of the processor's time, in the best turn and in the first."""

    best: float
    first: float


def main() -> None:
    """Read the sources, time all pipelines, print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pipelines", description=__doc__)
    parser.add_argument("sources", nargs="+", help="articles to read")
    parser.add_argument("--sentences", type=int, default=400, help="how many of each language, repeated if need be")
    options = parser.parse_args()
    print(f"{'pipeline':32} {'words/s':>9} {'stock CNN':>10} {'ratio':>6} {'first turn':>11} {'ratio':>6}")
    for lang, name in PIPELINES:
        texts = sentences_of(options.sources, lang, options.sentences)
        if texts:
            nlp = load(lang, name=name)
            ours, stock = rates([nlp, stock_cnn(nlp, texts[:20])], texts)
            title = f"{lang} {nlp.meta['lang']}_{nlp.meta['name']}"
            best = f"{ours.best:9,.0f} {stock.best:10,.0f} {ours.best / stock.best:6.2f}"
            print(f"{title:32} {best} {ours.first:11,.0f} {ours.first / stock.first:6.2f}", flush=True)


def sentences_of(sources: Sequence[str], lang: str, count: int) -> list[str]:
    """`count` sentences of the documents in a language, from the beginning again when they run out."""
    family = ("nn", "nb") if lang == "nn" else (lang,)
    blocks = (
        document.text[block.start : block.end]
        for document in read(sources)
        if document.lang in family
        for block in document.blocks
    )
    found = [block[start:end] for block in blocks for start, end in split_sentences(block)]
    return [found[index % len(found)] for index in range(count)] if found else []


def stock_cnn(nlp: Language, texts: Sequence[str]) -> Language:
    """spaCy's small CNN, not trained, with labels from the pipeline's own reading of the texts."""
    fix_random_seed(0)
    stock = load_model_from_config(
        init_config(lang=nlp.lang, pipeline=COMPONENTS, optimize="efficiency"), auto_fill=True
    )
    docs = [nlp(text) for text in texts]
    stock.initialize(
        lambda: [Example(Doc(stock.vocab, words=[t.text for t in doc]), _with_strings(doc, stock)) for doc in docs]
    )
    return stock


def _with_strings(doc: Doc, stock: Language) -> Doc:
    """The document's annotation in the other pipeline's vocabulary."""
    return Doc(
        stock.vocab,
        words=[token.text for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    )


def rates(pipelines: Sequence[Language], texts: Sequence[str]) -> list[Rate]:
    """The rate of each pipeline on these texts."""
    turns: list[list[float]] = [[] for _ in pipelines]
    for _ in range(TURNS):
        for nlp, found in zip(pipelines, turns, strict=True):
            start = time.process_time()
            words = sum(len(doc) for doc in nlp.pipe(texts))
            found.append(words / (time.process_time() - start))
    return [Rate(max(found), found[0]) for found in turns]


if __name__ == "__main__":
    main()

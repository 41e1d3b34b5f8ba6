"""`python -m training LANG --corpora DIR --output DIR`: train a small CNN from the treebanks, in an hour a core.

Writes the documents to `OUTPUT/corpus`, spaCy's checkpoints to `OUTPUT/model-best` and `model-last`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.tokens import DocBin

from kg.evaluation.conllu import Sentence
from training.corpora import to_docs
from training.treebanks import TREEBANKS, dev_sentences, training_sentences
from training.vectors import vocab_with_vectors

#: Languages whose pipeline starts from word vectors.
WITH_VECTORS = frozenset({"en"})
#: Steps of the shipped pipelines. More did not help: English was at its best after 6,000 of these.
STEPS = {"en": 8000, "nb": 5500}
CONFIG = Path(__file__).with_name("pipeline.cfg")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("lang", choices=sorted(TREEBANKS))
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--output", type=Path, required=True, help="folder for documents and checkpoints")
    parser.add_argument("--steps", type=int, help="default: those of the shipped pipeline")
    options = parser.parse_args()
    corpus = options.output / "corpus"
    write_corpus(options.lang, options.corpora, corpus)
    overrides = {
        "nlp.lang": options.lang,
        "paths.train": str(corpus / "train.spacy"),
        "paths.dev": str(corpus / "dev.spacy"),
        "training.max_steps": options.steps or STEPS[options.lang],
    }
    if options.lang in WITH_VECTORS:
        overrides |= _write_vectors(options.lang, options.output / "vectors")
    train(CONFIG, options.output, overrides=overrides)


def write_corpus(lang: str, corpora: Path, output: Path) -> None:
    """Write `train.spacy` and `dev.spacy`: the same bytes at every run."""
    output.mkdir(parents=True, exist_ok=True)
    _write(lang, output / "train.spacy", training_sentences(lang, corpora), seed=1)
    _write(lang, output / "dev.spacy", chain.from_iterable(dev_sentences(lang, corpora)), seed=2)


def _write_vectors(lang: str, output: Path) -> dict[str, str | bool]:
    """Save a blank pipeline with the language's word vectors; return the settings that put them to use."""
    nlp = spacy.blank(lang, vocab=vocab_with_vectors(lang))
    nlp.to_disk(output)
    return {"initialize.vectors": str(output), "components.tok2vec.model.embed.include_static_vectors": True}


def _write(lang: str, path: Path, sentences: Iterable[Sentence], *, seed: int) -> None:
    vocab = spacy.blank(lang).vocab
    DocBin(docs=to_docs(sentences, vocab, seed=seed), store_user_data=False).to_disk(path)


if __name__ == "__main__":
    main()

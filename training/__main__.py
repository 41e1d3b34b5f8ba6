"""`python -m training LANG --corpora DIR --output DIR`: train one pipeline from the treebanks, in about an hour a core.

Writes the documents to `OUTPUT/corpus`, spaCy's checkpoints to `OUTPUT/model-best` and `model-last`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.tokens import DocBin

from kg.evaluation.conllu import Sentence, read_conllu, read_iob, with_entities
from training.augmentation import stock_of, twins
from training.corpora import to_docs
from training.vectors import vocab_with_vectors

#: Language (as spaCy names it) to the treebank files to learn from, and to choose the best checkpoint on.
TREEBANKS = {
    "en": (("en_ewt-train", "en_gum-train"), ("en_ewt-dev", "en_gum-dev")),
    "nb": (("no_nynorsk-train_silver", "no_bokmaal-train_silver", "no_bokmaal-dev"), ("no_nynorsk-dev",)),
}
#: Treebanks whose entities lie in a file of their own: learnt from without their trees, which choose the checkpoint.
ENTITIES_ONLY = {"en": (("en_ewt-dev", "en_uner_ewt-dev"),), "nb": ()}
#: Languages whose pipeline starts from word vectors.
WITH_VECTORS = frozenset({"en"})
#: Languages whose treebanks get twins (`augmentation`).
WITH_TWINS = frozenset({"nb"})
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
    train_names, dev_names = TREEBANKS[lang]
    output.mkdir(parents=True, exist_ok=True)
    trees = list(chain.from_iterable(read_conllu(corpora / "ud" / f"{name}.conllu.gz") for name in train_names))
    more = twins(trees, stock_of(trees, names_of(trees)), seed=1) if lang in WITH_TWINS else ()
    _write(lang, output / "train.spacy", chain(trees, more, *_entity_sentences(lang, corpora)), seed=1)
    dev = chain.from_iterable(read_conllu(corpora / "ud" / f"{name}.conllu.gz") for name in dev_names)
    _write(lang, output / "dev.spacy", dev, seed=2)


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


def _write_vectors(lang: str, output: Path) -> dict[str, str | bool]:
    """Save a blank pipeline with the language's word vectors; return the settings that put them to use."""
    nlp = spacy.blank(lang, vocab=vocab_with_vectors(lang))
    nlp.to_disk(output)
    return {"initialize.vectors": str(output), "components.tok2vec.model.embed.include_static_vectors": True}


def _entity_sentences(lang: str, corpora: Path) -> Iterator[Iterator[Sentence]]:
    for treebank, entities in ENTITIES_ONLY[lang]:
        tags = read_iob(corpora / "ner" / f"{entities}.iob2.gz")
        yield (s.without_tree() for s in with_entities(read_conllu(corpora / "ud" / f"{treebank}.conllu.gz"), tags))


def _write(lang: str, path: Path, sentences: Iterator[Sentence], *, seed: int) -> None:
    vocab = spacy.blank(lang).vocab
    DocBin(docs=to_docs(sentences, vocab, seed=seed), store_user_data=False).to_disk(path)


if __name__ == "__main__":
    main()

"""Texts without trees and names: MASC, as NLTK packs it.

MASC is the Manually Annotated Sub-Corpus of the Open American National Corpus (https://anc.org/data/masc), NLTK's
`masc_tagged` (https://github.com/nltk/nltk_data): a folder with `categories.txt` and files of one sentence a line, each
word as "word_TAG".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.evaluation.conllu import Sentence, Word
from kg.evaluation.pipelines import doc_of
from kg.languages.pipelines import load

#: Kinds of text to learn from: written by somebody who proof-reads, or spoken to an audience.
KINDS = frozenset(
    [
        "court-transcript",
        "debate-transcript",
        "essays",
        "ficlets",
        "fiction",
        "govt-docs",
        "journal",
        "letters",
        "newspaper",
        "non-fiction",
        "technical",
        "travel-guides",
    ]
)
#: Signs that Penn's tagging writes in letters.
SIGNS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
#: Sentences of fewer words tell of no name's surroundings; of more, they are tables.
FEWEST, MOST = 4, 100


def read_masc(folder: Path) -> Iterator[Sentence]:
    """Sentences of the wanted kinds, in the order of `categories.txt`, named "masc_FILE-NUMBER"; words alone."""
    for line in (folder / "categories.txt").read_text(encoding="utf-8").splitlines():
        name, _, kind = line.rpartition(" ")
        if kind in KINDS:
            yield from _read_text(folder / name)


def _read_text(path: Path) -> Iterator[Sentence]:
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        forms = [token.rpartition("_")[0] for token in line.split()]
        forms = [SIGNS.get(form, form) for form in forms if form]
        if FEWEST <= len(forms) <= MOST:
            words = [Word(form, True, "", "", "", index, "", {}) for index, form in enumerate(forms)]
            yield Sentence(f"masc_{path.stem}-{number}", words, None, opens_document=number == 1, has_tree=False)


def with_trees(sentences: Iterable[Sentence], lang: str) -> Iterator[Sentence]:
    """The sentences with the word classes and trees that the language's pipeline sees in them."""
    nlp = load(lang)
    for sentence in sentences:
        doc = nlp(doc_of(nlp, sentence))
        words = [
            replace(word, pos=token.pos_, dep=token.dep_, head=token.head.i)
            for word, token in zip(sentence.words, doc, strict=True)
        ]
        yield replace(sentence, words=words)

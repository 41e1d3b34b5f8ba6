"""Sentences to the trees that treebanks give them, so that a parser's mistakes and ours are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.evaluation.conllu import Sentence, read_conllu
from kg.languages import pipelines
from kg.model import Block, BlockKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: How each language's treebanks are named.
PREFIXES = {"en": "en_", "fi": "fi_", "nn": "no_nynorsk", "nb": "no_bokmaal"}


def read_annotated(folders: Iterable[Path], lines: Sequence[str], lang: str) -> Mapping[int, tuple[Block, Doc]]:
    """Number of a line (from 0) to its block and its tree as annotated; lines that no treebank has are left out."""
    wanted = {"".join(line.split()): number for number, line in enumerate(lines)}
    found: dict[int, Sentence] = {}
    for path in sorted(path for folder in folders for path in folder.glob(f"{PREFIXES[lang]}*.conllu*")):
        for sentence in read_conllu(path):
            number = wanted.get("".join(word.form for word in sentence.words).replace(" ", ""))
            if number is not None:
                found.setdefault(number, sentence)
    if not found:
        return {}
    nlp = pipelines.load(lang)
    return {
        number: (Block(BlockKind.PARAGRAPH, 0, len(lines[number])), annotated(found[number], lines[number], nlp))
        for number in sorted(found)
    }


def annotated(sentence: Sentence, line: str, nlp: Language) -> Doc:
    """The sentence as a parsed document; its entities are those annotated, else those that the pipeline finds."""
    from spacy.tokens import Doc, Span
    from spacy.util import filter_spans

    words = sentence.words
    doc = Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        lemmas=[word.lemma.replace("#", "") for word in words],  # the Finnish treebank parts compounds so
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
    )
    if sentence.entities is not None:
        tagged = Doc(nlp.vocab, words=[word.form for word in words], ents=sentence.entities)
        doc.ents = [Span(doc, each.start, each.end, label=each.label_) for each in tagged.ents]
        return doc
    spans = [doc.char_span(e.start_char, e.end_char, e.label_, alignment_mode="expand") for e in nlp(line).ents]
    doc.ents = filter_spans([span for span in spans if span is not None])
    return doc

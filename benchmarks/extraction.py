"""`python -m benchmarks.extraction SOURCE…`: what extraction costs beyond the parse, by language.

Processor time of the pipeline alone and of extraction alone, on the same sentences; of several turns the best. The
last column is the share of extraction in both together. Above the table it says whether the rules are compiled.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.build import Knowledge
from kg.documents import read
from kg.extraction import tree
from kg.languages import pipelines
from kg.languages.sentences import parse_sentences
from kg.model import Block, Document
from kg.reading import sentences_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

Parsed = list[list[tuple["Block", "Doc"]]]


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("sources", nargs="+", help="articles to read")
    parser.add_argument("--turns", type=int, default=5, help="how many times to measure")
    parser.add_argument("--words", type=int, default=5000, help="how many words of each language to read at least")
    options = parser.parse_args()
    by_language: dict[str, list[Document]] = defaultdict(list)
    for document in read(options.sources):
        by_language[document.lang].append(document)
    knowledge = Knowledge()
    print("rules:", "pure Python" if tree.__file__.endswith(".py") else "compiled")
    print("language   words   parse   extraction   µs a word   share")
    for lang, documents in sorted(by_language.items()):
        _measure(knowledge, lang, _repeated(documents, options.words), options.turns)


def _repeated(documents: list[Document], words: int) -> list[Document]:
    """The documents, as often as it takes for so many words."""
    size = sum(len(document.text.split()) for document in documents)
    return documents * max(1, -(-words // max(size, 1)))


def _measure(knowledge: Knowledge, lang: str, documents: list[Document], turns: int) -> None:
    parsing, extracting, words = [], [], 0
    for turn in range(turns + 1):
        begin = time.process_time()
        parsed = _parse(lang, documents)
        middle = time.process_time()
        for blocks in parsed:
            knowledge.reader.extract_parsed(blocks, lang)
        end = time.process_time()
        words = sum(not token.is_punct for blocks in parsed for _, doc in blocks for token in doc)
        if turn:  # the first turn loads what is loaded once
            parsing.append(middle - begin)
            extracting.append(end - middle)
    parse, extraction = min(parsing), min(extracting)
    each = 1e6 * extraction / words
    share = extraction / (parse + extraction)
    print(f"{lang:8} {words:7} {parse:6.2f}s {extraction:11.3f}s {each:11.1f} {share:7.1%}")


def _parse(lang: str, documents: list[Document]) -> Parsed:
    """The parses of each document's sentences."""
    nlp = pipelines.load(lang)
    parsed: Parsed = [[] for _ in documents]
    sentences = ((text, (i, block)) for i, document in enumerate(documents) for text, block in sentences_of(document))
    for doc, (i, block) in parse_sentences(nlp, sentences, lang=lang):
        parsed[i].append((block, doc))
    return parsed


if __name__ == "__main__":
    main()

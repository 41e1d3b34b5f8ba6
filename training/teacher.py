"""`python -m training.teacher --corpora DIR --output FILE`: names for trees that nobody annotated with names.

Networks that also see the annotated word classes and trees learn names from GUM and from Universal NER's sentences,
which no pipeline could use: those are what it has to find. Where they agree, what they say of the English Web Treebank
is what `training.annotator --names FILE` learns from. FILE has a line a sentence: its id, and its tags apart by spaces,
`_` where the teachers are unsure.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from zlib import crc32

import numpy as np
import torch
from torch import Tensor, nn

from kg.evaluation.conllu import Sentence
from kg.evaluation.pipelines import f1, spans_of
from training.annotator import PLANS, load_minilm, pieces_of
from training.beliefs import Beliefs, named
from training.fitting import Course, groups, names_loss, optimizer_of, schedule_of, step
from training.network import Inputs, PieceEncoder, Sizes, classifier
from training.samples import Inventory, Reader, inventory_of
from training.treebanks import annotated_names, read_treebank

LANG = "en"
#: Treebank whose trees have no names, and those on which a teacher is judged while it learns.
UNNAMED, JUDGED = "en_ewt-train", "en_gum-dev"
#: Rows of the feature table, and features that tell of the tree.
ROWS, TOLD = 12000, 7
COURSE = Course(8, 1500, 2e-4, 1e-3)


def main() -> None:
    """Read the command line, train the teachers, write the names."""
    parser = argparse.ArgumentParser(prog="python -m training.teacher", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--output", type=Path, required=True, help="file for the names")
    parser.add_argument("--teachers", type=int, default=2, help="how many, each from a seed of its own")
    options = parser.parse_args()
    learnt = [*read_treebank(options.corpora, "en_gum-train"), *annotated_names(LANG, options.corpora)]
    inventory = inventory_of(learnt, rows=(1, ROWS, PLANS[LANG].rows[2] + TOLD), pieces=pieces_of(LANG))
    reader = ToldReader(inventory, learnt)
    for name in PLANS[LANG].other_names:
        reader.add_names(read_treebank(options.corpora, name))
    judged = list(read_treebank(options.corpora, JUDGED))
    unnamed = list(read_treebank(options.corpora, UNNAMED))
    beliefs = [np.zeros((len(sentence.words), len(inventory.names)), dtype=np.float32) for sentence in unnamed]
    for seed in range(1, options.teachers + 1):
        teacher = _taught(reader, learnt, judged, seed)
        beliefs = [
            mean + one / options.teachers for mean, one in zip(beliefs, believed(teacher, reader, unnamed), strict=True)
        ]
    rows = zip(unnamed, named(unnamed, beliefs, inventory.names), strict=True)
    lines = (f"{sentence.name}\t{' '.join(tags)}\n" for sentence, tags in rows)
    options.output.write_text("".join(lines), encoding="utf-8")


class ToldReader(Reader):
    """A reader that also tells of each word's class, its tree, and whose idea of a name its treebank has."""

    def inputs(self, group: Sequence[Sentence], chance: Random | None = None) -> Inputs:
        """Inputs of a batch."""
        plain = super().inputs(group, chance)
        told = np.zeros((*plain.rows.shape[:2], TOLD), dtype=np.int64)
        for number, sentence in enumerate(group):
            for place, row in enumerate(_told(sentence), start=1):
                told[number, place] = row
        return plain._replace(rows=torch.cat([plain.rows, torch.from_numpy(told)], dim=2))


def _told(sentence: Sentence) -> Iterator[list[int]]:
    """Rows of what the annotators say of each word."""
    words = sentence.words
    classes = ["", *(word.pos for word in words), ""]
    treebank = "gum" if sentence.name.startswith("GUM") else "ewt"
    for index, word in enumerate(words):
        before, own, after = classes[index : index + 3]
        head = words[word.head].pos if word.head != index else ""
        distance = max(-3, min(3, word.head - index))
        features = (treebank, f"u{own}", f"b{before}_{own}", f"a{own}_{after}", f"d{word.dep}", f"h{head}")
        yield [2 + crc32(feature.encode()) % ROWS for feature in (*features, f"l{distance}")]


class Teacher(nn.Module):
    """MiniLM and a classifier of each word's name tag."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__()
        names = len(inventory.names)
        sizes = Sizes(tags=1, edits=1, names=names, labels=1, word_rows=inventory.word_rows, part_rows=ROWS)
        self.encoder = PieceEncoder(sizes, len(inventory.pieces))
        self.names = classifier(sizes.width, names, sizes.dropout)

    def forward(self, inputs: Inputs) -> Tensor:
        """Scores of tags, `(B, W, names)`."""
        scores: Tensor = self.names(self.encoder(inputs))
        return scores


def _taught(reader: Reader, sentences: Sequence[Sentence], judged: Sequence[Sentence], seed: int) -> Teacher:
    torch.manual_seed(seed)
    teacher = Teacher(reader.inventory)
    load_minilm(teacher.encoder)
    optimizer = optimizer_of(teacher, COURSE)
    steps = COURSE.epochs * sum(1 for _ in groups(sentences, COURSE))
    schedule = schedule_of(optimizer, steps)
    for epoch in range(COURSE.epochs):
        teacher.train()
        for inputs, targets in reader.batches(sentences, words=COURSE.words, seed=100 * seed + epoch):
            with torch.autocast("cpu", torch.bfloat16):
                scores = teacher(inputs)
            step(teacher, names_loss(scores.float(), targets.names, reader.inventory), optimizer, schedule)
        found = named(judged, believed(teacher, reader, judged), reader.inventory.names, sure=0)
        pairs = list(enumerate(zip(found, judged, strict=True)))
        score = f1(
            {(number, *span) for number, (tags, _) in pairs for span in spans_of(tags)},
            {(number, *span) for number, (_, sentence) in pairs for span in spans_of(sentence.entities or ())},
        )
        print(f"teacher {seed}, epoch {epoch + 1}: names of {JUDGED} {100 * score:.2f}", flush=True)
    return teacher


@torch.no_grad()
def believed(teacher: Teacher, reader: Reader, sentences: Sequence[Sentence]) -> list[Beliefs]:
    """How much of its belief the teacher gives to each tag of each word, `(words, names)` a sentence."""
    teacher.eval()
    found = []
    for start in range(0, len(sentences), 32):
        group = sentences[start : start + 32]
        with torch.autocast("cpu", torch.bfloat16):
            shares = teacher(reader.inputs(group)).float().softmax(dim=-1).numpy()
        found += [shares[number, 1 : len(sentence.words) + 1] for number, sentence in enumerate(group)]
    return found


if __name__ == "__main__":
    main()

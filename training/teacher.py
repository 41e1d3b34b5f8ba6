"""`python -m training.teacher --corpora DIR --mpnet DIR --output FILE`: names for texts that nobody annotated with any.

A network that also sees the annotated word classes and trees learns names from GUM and from Universal NER's sentences.
No pipeline has those to read, nor could one be as slow as MPNet, which the network starts from. How much it believes
each tag of each word of the English Web Treebank, and of further texts, whose trees the installed pipeline gives, is
what `training.annotator --names FILE` learns from (https://arxiv.org/abs/1503.02531).
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
from training.annotator import PLANS, pieces_of
from training.beliefs import Beliefs, save_beliefs, shared, tags_of
from training.encoders import MPNET_WIDTH, make_mpnet
from training.fitting import Course, groups, names_loss, optimizer_of, schedule_of, step
from training.network import Inputs, Sizes, classifier
from training.samples import Inventory, Reader, inventory_of
from training.texts import read_masc, with_trees
from training.treebanks import annotated_names, read_treebank

LANG = "en"
#: Treebank whose trees have no names, and those on which a teacher is judged while it learns.
UNNAMED, JUDGED = "en_ewt-train", "en_gum-dev"
#: Rows of the feature table, and features that tell of the tree.
ROWS, TOLD = 12000, 7
COURSE = Course(6, 1000, 6e-5, 1e-3)


def main() -> None:
    """Read the command line, train the teacher, write what it believes."""
    parser = argparse.ArgumentParser(prog="python -m training.teacher", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--mpnet", type=Path, required=True, help="folder of all-mpnet-base-v2")
    parser.add_argument("--texts", type=Path, required=True, help="folder of NLTK's masc_tagged")
    parser.add_argument("--output", type=Path, required=True, help="file for the beliefs")
    options = parser.parse_args()
    torch.manual_seed(1)
    learnt = [*read_treebank(options.corpora, "en_gum-train"), *annotated_names(LANG, options.corpora)]
    inventory = inventory_of(learnt, rows=(1, ROWS, PLANS[LANG].rows[2] + TOLD), pieces=pieces_of(LANG))
    reader = ToldReader(inventory, learnt)
    for name in PLANS[LANG].other_names:
        reader.add_names(read_treebank(options.corpora, name))
    teacher = Teacher(inventory, options.mpnet)
    teach(teacher, reader, learnt, list(read_treebank(options.corpora, JUDGED)))
    unnamed = [*read_treebank(options.corpora, UNNAMED), *with_trees(read_masc(options.texts), LANG)]
    beliefs = shared(unnamed, believed(teacher, reader, unnamed), inventory.names)
    save_beliefs(options.output, unnamed, beliefs, inventory.names)


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
    """MPNet, whose files lie in the folder, and a classifier of each word's name tag."""

    def __init__(self, inventory: Inventory, mpnet: Path) -> None:
        super().__init__()
        names = len(inventory.names)
        told = Sizes(
            tags=1, edits=1, names=names, labels=1, word_rows=inventory.word_rows, part_rows=ROWS, width=MPNET_WIDTH
        )
        self.encoder = make_mpnet(told, mpnet)
        self.names = classifier(told.width, names, told.dropout)

    def forward(self, inputs: Inputs) -> Tensor:
        """Scores of tags, `(B, W, names)`."""
        scores: Tensor = self.names(self.encoder(inputs))
        return scores


def teach(teacher: Teacher, reader: Reader, sentences: Sequence[Sentence], judged: Sequence[Sentence]) -> None:
    """Train for the course's epochs, and say after each how many names the teacher finds."""
    optimizer = optimizer_of(teacher, COURSE)
    schedule = schedule_of(optimizer, COURSE.epochs * sum(1 for _ in groups(sentences, COURSE)))
    names = reader.inventory.names
    for epoch in range(COURSE.epochs):
        teacher.train()
        for inputs, targets in reader.batches(sentences, words=COURSE.words, seed=100 + epoch):
            with torch.autocast("cpu", torch.bfloat16):
                scores = teacher(inputs)
            step(teacher, names_loss(scores.float(), targets, reader.inventory), optimizer, schedule)
        found = tags_of(shared(judged, believed(teacher, reader, judged), names), names)
        pairs = list(enumerate(zip(found, judged, strict=True)))
        score = f1(
            {(number, *span) for number, (tags, _) in pairs for span in spans_of(tags)},
            {(number, *span) for number, (_, sentence) in pairs for span in spans_of(sentence.entities or ())},
        )
        print(f"epoch {epoch + 1}: names of {JUDGED} {100 * score:.2f}", flush=True)


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

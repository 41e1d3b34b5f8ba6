"""Sentences of treebanks to the numbers that a network learns from, with small changes at every reading.

Changes (words in other case, names exchanged for others of their class and length, no full stop) are drawn anew each
epoch, from a seed. A target of `UNTOLD` is not learnt from; `NOT_THESE` says that a word is in no class that the
annotators looked for, and may be in one that they did not.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from torch import Tensor

from kg.evaluation.conllu import Sentence, Word
from kg.evaluation.pipelines import spans_of
from kg.languages.neural.edits import edit_of
from kg.languages.neural.features import WordPieces, rows_of
from training.beliefs import Beliefs
from training.network import Inputs

UNTOLD, NOT_THESE = -100, -2
#: Word classes that are never part of a name, unless a name stands beside them.
PLAIN = frozenset({"VERB", "AUX", "PRON", "DET", "ADP", "ADV", "SCONJ", "CCONJ", "PUNCT", "NOUN", "ADJ", "PART"})
#: Shares of the sentences that an epoch reads in lower case, in capitals, without their full stop, with other names.
LOWERED, RAISED, UNSTOPPED, RENAMED = 0.04, 0.02, 0.05, 0.4
#: A word seen this often is hidden from its table in one reading of two.
RARE = 0.25


@dataclass(frozen=True)
class Inventory:
    """The classes of each question, in the order of their numbers, and the sizes of the feature table."""

    tags: list[str]
    edits: list[str]
    names: list[str]
    labels: list[str]
    word_rows: int
    part_rows: int
    features: int
    pieces: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Targets:
    """Right answers, `(B, W)`, the root's UNTOLD. Heads count the root as 0.

    `beliefs`, `(B, W, names)`, is how much to believe each name tag of words that `names` tells nothing of; None for
    a batch without any.
    """

    heads: Tensor
    labels: Tensor
    tags: Tensor
    edits: Tensor
    names: Tensor
    beliefs: Tensor | None = None


def tag_of(word: Word) -> str:
    """Word class and morphology as one class, as spaCy's morphologizer writes them."""
    return "|".join(sorted([f"POS={word.pos}", *filter(None, word.morph.split("|"))]))


def shape_of(words: Sequence[Word]) -> tuple[bool, ...]:
    """Which words of a name are capitalised: "Bank of America" stands in for no "Mary Ann Lee"."""
    return tuple(word.form[:1].isupper() for word in words)


def inventory_of(sentences: Sequence[Sentence], *, rows: tuple[int, int, int], pieces: Sequence[str] = ()) -> Inventory:
    """The classes that the sentences show; an edit must be seen twice."""
    trees = [word for sentence in sentences if sentence.has_tree for word in sentence.words]
    edits = Counter(edit_of(word.form, word.lemma) for word in trees)
    classes = {tag[2:] for sentence in sentences for tag in sentence.entities or () if "-" in tag}
    return Inventory(
        tags=sorted({tag_of(word) for word in trees}),
        edits=sorted(edit for edit, count in edits.items() if count > 1),
        names=["O", *(f"{prefix}-{name}" for name in sorted(classes) for prefix in "BI")],
        labels=sorted({word.dep for word in trees}),
        word_rows=rows[0],
        part_rows=rows[1],
        features=rows[2],
        pieces=list(pieces),
    )


class Reader:
    """Turns sentences into batches. `beliefs` are those of others, by sentence id (`training.beliefs`)."""

    def __init__(
        self, inventory: Inventory, sentences: Sequence[Sentence], beliefs: Mapping[str, Beliefs] | None = None
    ) -> None:
        self.inventory = inventory
        self.beliefs = beliefs or {}
        self.pieces = WordPieces(inventory.pieces) if inventory.pieces else None
        self.numbers = {
            question: {name: index for index, name in enumerate(getattr(inventory, question))}
            for question in ("tags", "edits", "names", "labels")
        }
        self.counts = Counter(word.form.lower() for sentence in sentences for word in sentence.words)
        self.stock: dict[tuple[str, tuple[bool, ...]], list[list[str]]] = defaultdict(list)
        self.add_names(sentences)

    def add_names(self, sentences: Iterable[Sentence]) -> None:
        """Let names of other corpora stand in for those of the treebanks."""
        for sentence in sentences:
            for start, end, name in sorted(spans_of(sentence.entities or ())):
                name_words = sentence.words[start:end]
                self.stock[name, shape_of(name_words)].append([word.form for word in name_words])

    def batches(self, sentences: Sequence[Sentence], *, words: int, seed: int) -> Iterator[tuple[Inputs, Targets]]:
        """The sentences in batches of like length, `words` at most with padding, in an order drawn by the seed."""
        chance = random.Random(seed)
        changed = [self.changed(sentence, chance) for sentence in sentences if len(sentence.words) < 150]
        changed.sort(key=lambda sentence: (len(sentence.words), chance.random()))
        groups: list[list[Sentence]] = [[]]
        for sentence in changed:
            if groups[-1] and (len(groups[-1]) + 1) * (len(sentence.words) + 1) > words:
                groups.append([])
            groups[-1].append(sentence)
        chance.shuffle(groups)
        for group in groups:
            yield self.inputs(group, chance), self.targets(group)

    def changed(self, sentence: Sentence, chance: random.Random) -> Sentence:
        """The sentence, or one nearly like it."""
        words = list(sentence.words)
        if sentence.entities and chance.random() < RENAMED:
            for start, end, name in sorted(spans_of(sentence.entities)):
                others = self.stock.get((name, shape_of(words[start:end])))
                if others and all(word.pos in ("PROPN", "") for word in words[start:end]):
                    for place, form in zip(range(start, end), chance.choice(others), strict=True):
                        words[place] = replace(words[place], form=form, lemma=form)
        draw = chance.random()
        if draw < LOWERED:
            words = [replace(word, form=word.form.lower()) for word in words]
        elif draw < LOWERED + RAISED:
            words = [replace(word, form=word.form.upper()) for word in words]
        elif draw < LOWERED + RAISED + UNSTOPPED and len(words) > 3 and words[-1].form == ".":
            entities = sentence.entities[:-1] if sentence.entities else sentence.entities
            return replace(sentence, words=words[:-1], entities=entities)
        return replace(sentence, words=words)

    def inputs(self, group: Sequence[Sentence], chance: random.Random | None = None) -> Inputs:
        """Inputs of a batch; with `chance`, rare words are hidden from the table now and then."""
        length = 1 + max(len(sentence.words) for sentence in group)
        rows = np.zeros((len(group), length, self.inventory.features), dtype=np.int64)
        for number, sentence in enumerate(group):
            for place, word in enumerate(sentence.words, start=1):
                found = self.rows(word.form)
                rows[number, place, : len(found)] = found
                if chance is not None and chance.random() < RARE / (RARE + self.counts[word.form.lower()]):
                    rows[number, place, 0] = 0
        lengths = torch.tensor([1 + len(sentence.words) for sentence in group])
        deepest = int((rows != 0).any(axis=(0, 1)).sum()) or 1
        found_rows = torch.from_numpy(rows[:, :, :deepest].copy())
        if self.pieces is None:
            return Inputs(found_rows, lengths)
        return Inputs(found_rows, lengths, *self._piece_inputs(group, length))

    def _piece_inputs(self, group: Sequence[Sentence], length: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        assert self.pieces is not None
        cut = [[self.pieces.ids(word.form) for word in sentence.words] for sentence in group]
        longest = 2 + max(sum(map(len, words)) for words in cut)
        pieces, owners = np.zeros((2, len(group), longest), dtype=np.int64)
        first, last = np.zeros((2, len(group), length), dtype=np.int64)
        for number, words in enumerate(cut):
            pieces[number, 0] = self.pieces.start
            place = 1
            for index, ids in enumerate(words, start=1):
                pieces[number, place : place + len(ids)] = ids
                owners[number, place : place + len(ids)] = index
                first[number, index], last[number, index] = place, place + len(ids) - 1
                place += len(ids)
            pieces[number, place] = self.pieces.end
        return tuple(map(torch.from_numpy, (pieces, owners, first, last)))

    def rows(self, form: str) -> tuple[int, ...]:
        """Rows of a word's features."""
        sizes = self.inventory
        return rows_of(form, sizes.word_rows, sizes.part_rows, sizes.features)

    def targets(self, group: Sequence[Sentence]) -> Targets:
        """Right answers of a batch."""
        length = 1 + max(len(sentence.words) for sentence in group)
        found = np.full((5, len(group), length), UNTOLD, dtype=np.int64)
        for number, sentence in enumerate(group):
            place = slice(1, len(sentence.words) + 1)
            if sentence.has_tree:
                found[0, number, place] = [0 if w.dep == "ROOT" else w.head + 1 for w in sentence.words]
                found[1, number, place] = [self.numbers["labels"][w.dep] for w in sentence.words]
                found[2, number, place] = [self.numbers["tags"].get(tag_of(w), UNTOLD) for w in sentence.words]
                edits = [edit_of(w.form, w.lemma) for w in sentence.words]
                found[3, number, place] = [self.numbers["edits"].get(edit, UNTOLD) for edit in edits]
            if sentence.name not in self.beliefs:
                found[4, number, place] = self._name_targets(sentence)
        return Targets(*map(torch.from_numpy, found), self._beliefs(group, length))

    def _beliefs(self, group: Sequence[Sentence], length: int) -> Tensor | None:
        if not any(sentence.name in self.beliefs for sentence in group):
            return None
        found = np.zeros((len(group), length, len(self.inventory.names)), dtype=np.float32)
        for number, sentence in enumerate(group):
            if sentence.name in self.beliefs:
                size = len(sentence.words)  # the full stop can be gone
                found[number, 1 : size + 1] = self.beliefs[sentence.name][:size]
        return torch.from_numpy(found)

    def _name_targets(self, sentence: Sentence) -> list[int]:
        """Numbers of the name tags. Without annotation, words far from every proper noun are in no name."""
        if sentence.entities is not None:
            found = [self.numbers["names"][tag] for tag in sentence.entities]
            return found if sentence.has_tree else [NOT_THESE if number == 0 else number for number in found]
        classes = ["PUNCT", *(word.pos for word in sentence.words), "PUNCT"]
        around = zip(classes, classes[1:], classes[2:], strict=False)
        return [0 if PLAIN.issuperset(window) else UNTOLD for window in around]

"""The spaCy component `kg_annotator`: one network gives word classes, morphology, base forms, tree and names.

The network runs in ONNX Runtime, in whole numbers of eight bits, a sentence at a time: what is read of a sentence does
not depend on those read with it. It needs sentence starts, and takes a document that has none for one sentence.
Raises ValueError where the files of a network are damaged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_NUMBERS
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.languages.cnn.graphs import session
from kg.languages.neural.decoding import best_tags, best_tree, transitions
from kg.languages.neural.edits import apply
from kg.languages.neural.features import WordPieces, rows_of

#: Most words that the network reads at once; longer sentences are read in parts.
MOST_WORDS = 200
#: Most pieces that it reads at once, and those that are left of each word where there are more.
MOST_PIECES, FEWER_PIECES = 500, 2
#: How the root of a later part hangs from that of the first.
ROOT, NEXT_PART = "ROOT", "parataxis"
#: Word classes that no name ends in.
NEVER_LAST = frozenset(POS_NUMBERS[name] for name in ("ADP", "AUX", "CCONJ", "DET", "SCONJ"))
ATTRIBUTES = ("POS", "MORPH", "LEMMA", "HEAD", "DEP")
NETWORK, INVENTORY = "network.onnx", "inventory.json"


class Annotation(NamedTuple):
    """What the network says of a run of words, each row a word: numbers of classes, and heads within the run."""

    tags: list[int]
    edits: list[int]
    names: list[int]
    heads: list[int]
    labels: list[int]


@dataclass(frozen=True)
class Inventory:
    """The classes that a network distinguishes, in the order of their numbers, and the sizes of its feature table."""

    tags: list[str]
    edits: list[str]
    names: list[str]
    labels: list[str]
    word_rows: int
    part_rows: int
    features: int
    pieces: list[str]


class Annotator(Pipe):
    """Holds a network and its inventory; empty until `from_disk` or `from_bytes`."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        self.vocab = vocab
        self.name = name
        self._network = b""
        self._inventory: Inventory | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The dependency labels, as a parser's."""
        return tuple(self._inventory.labels) if self._inventory else ()

    @property
    def entity_labels(self) -> tuple[str, ...]:
        """The classes of names."""
        names = self._inventory.names if self._inventory else []
        return tuple(sorted({name[2:] for name in names if name != "O"}))

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the document."""
        if len(doc):
            self.set_annotations(doc, [self.predict(doc, start, end) for start, end in parts_of(doc)])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002  spaCy passes it
        """Annotate documents one after the other."""
        return map(self, stream)

    def predict(self, doc: Doc, start: int, end: int) -> tuple[int, Annotation]:
        """The annotation of the tokens from `start` to `end`, cut shorter where they are too many, with its start."""
        words = [token.text for token in doc[start:end]]
        heads, labels, tags, edits, names = self._session.run(None, self._inputs(words))
        tree = best_tree(heads[0, 1:])
        rows = np.arange(1, len(words) + 1)
        chosen = labels[0, rows, tree] + np.where(np.array(tree)[:, None] == 0, self._root_bonus, -self._root_bonus)
        return start, Annotation(
            tags[0, 1:].argmax(axis=1).tolist(),
            edits[0, 1:].argmax(axis=1).tolist(),
            best_tags(names[0, 1:], self._moves, self._names),
            [index if head == 0 else head - 1 for index, head in enumerate(tree)],
            chosen.argmax(axis=1).tolist(),
        )

    def set_annotations(self, doc: Doc, annotations: list[tuple[int, Annotation]]) -> None:
        """Write the annotations of the document's parts, which follow each other without gaps."""
        starts = {token.i for token in doc if token.is_sent_start or token.i == 0}
        table = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
        spans: list[Span] = []
        root = 0
        for start, found in annotations:
            top = start + next(index for index, head in enumerate(found.heads) if head == index)
            if start in starts:
                root = top
            for index, (tag, edit, head, label) in enumerate(
                zip(found.tags, found.edits, found.heads, found.labels, strict=True), start=start
            ):
                lemma = self.vocab.strings.add(apply(self._edits[edit], doc[index].text))
                joined = index == top and top != root
                offset = root - index if joined else start + head - index
                dep = self._next_part if joined else self._deps[label]
                table[index] = (*self._classes[tag], lemma, np.int64(offset).astype(np.uint64), dep)
            spans += self._spans(doc, start, found)
        doc.from_array(list(ATTRIBUTES), cast("Any", table))
        doc.set_ents(spans, default="outside")

    def _spans(self, doc: Doc, start: int, found: Annotation) -> Iterator[Span]:
        """The names that tags mark, up to the last word that can end one."""
        names = [self._names[tag] for tag in found.names]
        begins = [index for index, name in enumerate(names) if name.startswith("B-")]
        for index in begins:
            end = index + 1
            while end < len(names) and names[end].startswith("I-"):
                end += 1
            while end > index and self._classes[found.tags[end - 1]][0] in NEVER_LAST:
                end -= 1
            if end > index:
                yield Span(doc, start + index, start + end, label=names[index][2:])

    def _inputs(self, words: list[str]) -> dict[str, NDArray[np.int64]]:
        """The network's inputs for one sentence; place 0 is the root's."""
        if (sizes := self._inventory) is None:
            raise ValueError(f"the component {self.name!r} has no network; load one with from_disk")
        rows = np.zeros((1, len(words) + 1, sizes.features), dtype=np.int64)
        for place, word in enumerate(words, start=1):
            found = rows_of(word, sizes.word_rows, sizes.part_rows, sizes.features)
            rows[0, place, : len(found)] = found
        if self._pieces is None:
            return {"rows": rows}
        cut = [(self._pieces.start,), *map(self._pieces.ids, words), (self._pieces.end,)]
        if sum(map(len, cut)) > MOST_PIECES:
            cut = [ids[:FEWER_PIECES] for ids in cut]
        lengths = np.array([len(ids) for ids in cut])
        owners = np.repeat(np.arange(len(cut)), lengths)
        owners[-1] = 0
        ends = lengths.cumsum()[:-1]
        pieces = np.array([piece for ids in cut for piece in ids], dtype=np.int64)
        columns = {"pieces": pieces, "piece_words": owners, "first": ends - lengths[:-1], "last": ends - 1}
        return {"rows": rows, **{name: column[None] for name, column in columns.items()}}

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:  # noqa: ARG002  spaCy passes it
        """The inventory as one line of JSON, and the network behind it."""
        return json.dumps(vars(self._inventory)).encode() + b"\n" + self._network

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> Annotator:  # noqa: ARG002  spaCy passes it
        """Load what `to_bytes` gave."""
        head, _, network = data.partition(b"\n")
        return self.load(json.loads(head), network)

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002  spaCy passes it
        """Write `inventory.json` and `network.onnx` to a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(vars(self._inventory), ensure_ascii=False, indent=0)
        (folder / INVENTORY).write_text(text + "\n", encoding="utf-8")
        (folder / NETWORK).write_bytes(self._network)

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> Annotator:  # noqa: ARG002  spaCy passes it
        """Load what `to_disk` wrote."""
        folder = Path(path)
        inventory = json.loads((folder / INVENTORY).read_text(encoding="utf-8"))
        return self.load(inventory, (folder / NETWORK).read_bytes())

    def load(self, inventory: dict[str, Any], network: bytes) -> Annotator:
        """Take an inventory and a network."""
        self.know(inventory)
        self._network = network
        self._session = session(network)
        return self

    def know(self, inventory: dict[str, Any]) -> None:
        """Take an inventory, and make ready what annotation looks up."""
        self._inventory = sizes = Inventory(**inventory)
        self._pieces = WordPieces(sizes.pieces) if sizes.pieces else None
        self._names, self._edits = sizes.names, sizes.edits
        self._moves = transitions(sizes.names)
        self._root_bonus = np.where(np.array(sizes.labels) == ROOT, 1e6, 0).astype(np.float32)
        self._classes = [self._class(tag) for tag in sizes.tags]
        self._deps = [self.vocab.strings.add(label) for label in sizes.labels]
        self._next_part = self.vocab.strings.add(NEXT_PART)

    def _class(self, tag: str) -> tuple[int, int]:
        """Numbers of a tag's word class and morphology in the vocabulary."""
        parts = dict(part.split("=", 1) for part in tag.split("|"))
        return POS_NUMBERS[parts.pop("POS")], self.vocab.morphology.add(parts)


def parts_of(doc: Doc) -> Iterator[tuple[int, int]]:
    """Bounds, in tokens, of the document's sentences, those of too many words cut."""
    starts = [0, *(token.i for token in doc[1:] if token.is_sent_start), len(doc)]
    for start, end in pairwise(starts):
        cuts = [*range(start, end, MOST_WORDS), end]
        yield from pairwise(cuts)


@Language.factory(
    "kg_annotator",
    requires=["token.is_sent_start"],
    assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.ents"],
)
def make_annotator(nlp: Language, name: str) -> Annotator:
    """An annotator without a network."""
    return Annotator(nlp.vocab, name)

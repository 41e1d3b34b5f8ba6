"""The spaCy component `kg_recogniser`: an entity recogniser's names (https://spacy.io/api/entityrecognizer), sooner.

spaCy's recogniser takes one of the moves Begin, In, Last, Unit and Out for each word in turn. What it looks at outside
of a name is that word alone, so that the moves there are found for all words at once; only inside of names the words
are gone through. Documents that come with names are left to the recogniser itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer, Pipe
from spacy.tokens import Doc, Span

from kg.languages.cnn.encoder import BLOCK, parameter
from kg.languages.cnn.graphs import Graph

Floats = NDArray[np.float32]
#: How many words a move looks at: the next, the first of the name, and the last before.
NEXT, FIRST, BEFORE = range(3)
#: Documents that are read at once, as spaCy has it.
BATCH = 256


#: The component's name as spaCy's factory.
FACTORY = "kg_recogniser"


class Moves(NamedTuple):
    """What outside of names is best for each word: among all moves, and among those that begin no longer name."""

    best: list[str]
    best_alone: list[str]
    features: Floats


class Recogniser(Pipe):
    """Holds an entity recogniser; it can find names once it is given one."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._recogniser: EntityRecognizer | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes of names."""
        return tuple(self._recogniser.labels) if self._recogniser else ()

    def take(self, recogniser: EntityRecognizer) -> None:
        """Find what this recogniser finds."""
        model = recogniser.model
        moves = [recogniser.moves.get_class_name(number) for number in range(recogniser.moves.n_moves)]
        self._vectors, _, linear = model.get_ref("tok2vec").layers
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        outside = [number for number, move in enumerate(moves) if (move[0] in "BU" and move != "U-") or move == "O"]
        alone = [number for number in outside if not moves[number].startswith("B")]
        self._outside = np.array([moves[number] for number in outside])
        self._alone = np.array([moves[number] for number in alone])
        inside = {label: [moves.index(f"I-{label}"), moves.index(f"L-{label}")] for label in recogniser.labels}
        self._inside = {
            label: (parameter(upper, "W")[both], parameter(upper, "b")[both]) for label, both in inside.items()
        }
        self._session = _outside_graph(linear, lower, upper, outside, alone)
        self._bias = parameter(lower, "b")
        self._recogniser = recogniser

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's names."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Set the names of documents."""
        if (recogniser := self._recogniser) is None:
            raise ValueError(f"the component {self.name!r} has no recogniser to follow; give it one with take")
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            fresh = [doc for doc in batch if not doc.has_annotation("ENT_IOB")]
            for doc in batch:
                if doc.has_annotation("ENT_IOB"):
                    recogniser(doc)
            for doc, moves in zip(fresh, self.predict(fresh), strict=True):
                doc.set_ents(list(self._names(doc, moves)), default="outside")
            yield from batch

    def predict(self, docs: Sequence[Doc]) -> list[Moves]:
        """The best moves outside of names for the words of each document."""
        if not any(len(doc) for doc in docs):
            return [Moves([], [], np.zeros((0, 0), dtype=np.float32)) for _ in docs]
        vectors = np.concatenate(self._vectors.predict(docs))
        blocks = [self._session.run(None, {"words": vectors[at : at + BLOCK]}) for at in range(0, len(vectors), BLOCK)]
        features, outside, alone = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
        best, best_alone = self._outside[outside].tolist(), self._alone[alone].tolist()
        ends = accumulate(map(len, docs))
        bounds = [(end - len(doc), end) for doc, end in zip(docs, ends, strict=True)]
        return [Moves(best[start:end], best_alone[start:end], features[start:end]) for start, end in bounds]

    def _names(self, doc: Doc, moves: Moves) -> Iterator[Span]:
        """The names that the moves make, in order."""
        place = 0
        for start, best in enumerate(moves.best):
            if best == "O" or start < place or doc[start].is_space:
                continue
            move, _, label = (best if _may_go_on(doc, start) else moves.best_alone[start]).partition("-")
            if move != "O":
                place = start + 1 if move == "U" else self._end(doc, moves.features, start, label)
                yield Span(doc, start, place, label=label)

    def _end(self, doc: Doc, features: Floats, start: int, label: str) -> int:
        """Where the name of several words ends that begins at `start`."""
        weights, bias = self._inside[label]
        for place in range(start + 1, len(doc)):
            parts = features[place, NEXT] + features[start, FIRST] + features[place - 1, BEFORE] + self._bias
            goes_on, ends = weights @ parts.max(axis=1) + bias
            if ends > goes_on or not _may_go_on(doc, place):
                return place + 1
        return len(doc)


def can_follow(recogniser: EntityRecognizer) -> bool:
    """Whether the recogniser is one whose names can be found so: it takes the best move, and looks at three words."""
    model = recogniser.model
    return bool(
        recogniser.cfg["beam_width"] == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nF") == len((NEXT, FIRST, BEFORE))
    )


def _may_go_on(doc: Doc, place: int) -> bool:
    """Whether a name that this word belongs to may go on after it: no name goes beyond a sentence."""
    return place + 1 < len(doc) and not doc[place + 1].is_sent_start


def _outside_graph(linear: Any, lower: Any, upper: Any, outside: list[int], alone: list[int]) -> Any:
    """The graph from word vectors to features of moves, the number of the best move outside, and of that alone."""
    graph = Graph(words=linear.get_dim("nI"))
    weights, empty, bias = parameter(lower, "W"), parameter(lower, "pad")[0], parameter(lower, "b")
    looks, hidden, pieces, width = weights.shape
    narrow = graph.add("Gemm", "words", *_constants(graph, linear, slice(None)), transB=1)
    rows = graph.constant(weights.reshape(looks * hidden * pieces, width))
    features = graph.add("Gemm", narrow, rows, transB=1)
    features = graph.add("Reshape", features, graph.constant([-1, looks, hidden, pieces]))
    nothing = graph.constant(empty[FIRST] + empty[BEFORE] + bias)
    summed = graph.add("Add", graph.add("Gather", features, graph.constant(NEXT), axis=1), nothing)
    state = graph.add("ReduceMax", summed, axes=[2], keepdims=0)
    scores = [graph.add("Gemm", state, *_constants(graph, upper, moves), transB=1) for moves in (outside, alone)]
    return graph.session(features, choices=[graph.add("ArgMax", each, axis=1, keepdims=0) for each in scores])


def _constants(graph: Graph, linear: Any, rows: Any) -> tuple[str, str]:
    return graph.constant(parameter(linear, "W")[rows]), graph.constant(parameter(linear, "b")[rows])


@Language.factory(FACTORY, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_recogniser(nlp: Language, name: str) -> Recogniser:  # noqa: ARG001  spaCy gives the pipeline
    """A recogniser that has none to follow yet."""
    return Recogniser(name)

"""Documents to word vectors in context, as spaCy's Tok2Vec network with MultiHashEmbed and MaxoutWindowEncoder has it
(https://spacy.io/api/architectures#tok2vec-arch), which `find` takes out of a model.

A word's own vector is computed once and remembered; the convolutions run over blocks of equal height. A word's vector
depends on its document alone, bit for bit: ONNX Runtime computes each row the same, however many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS, ORTH
from spacy.vectors import Mode
from spacy.vocab import Vocab

from kg.languages.cnn.graphs import Graph

if TYPE_CHECKING:
    import onnxruntime
    from spacy.tokens import Doc
    from thinc.api import Model

Floats = NDArray[np.float32]
#: Most words that are remembered; with more, the memory is emptied.
MOST_WORDS = 20_000
#: Rows that are computed at once: few enough that they stay in the processor's cache.
BLOCK = 256
#: Attributes that are the same for all tokens that are written alike and have the same norm.
LEXICAL = frozenset(IDS[name] for name in ("ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE"))
#: The networks that are known, as they are named: by the names of their layers.
HASHED = r"ints-getitem>>hashembed"
LAYER = r"maxout>>layernorm>>dropout"
KNOWN = re.compile(
    rf"extract_features>>list2ragged>>with_array\({HASHED}(\|{HASHED})*\)(\|static_vectors)?>>with_array\({LAYER}\)"
    rf">>ragged2list>>with_array\((residual\(expand_window>>{LAYER}\)(>>)?)+\)"
)
#: What layer normalisation adds to the variance.
EPSILON = 1e-8
LAST = np.iinfo(np.int64).max


class Layer(NamedTuple):
    """A maxout layer with normalisation: its two nodes."""

    maxout: Model[Any, Any]
    norm: Model[Any, Any]


@dataclass(frozen=True)
class Network:
    """The parts of a network that the encoder computes."""

    columns: list[int]
    hashed: list[Model[Any, Any]]
    static: Model[Any, Any] | None
    mixed: Layer
    layers: list[Layer]


def find(model: Model[Any, Any]) -> Iterator[tuple[Model[Any, Any], Network]]:
    """The nodes of a model that are networks of the known kind, with their parts."""
    for node in model.walk():
        if node.has_ref("embed") and node.has_ref("encode") and KNOWN.fullmatch(node.name):
            network = _parts(list(node.get_ref("embed").walk()), list(node.get_ref("encode").walk()))
            if network is not None:
                yield node, network


def _parts(embed: list[Model[Any, Any]], encode: list[Model[Any, Any]]) -> Network | None:
    """The network of these nodes; None where it reads what is no feature of words, or wider windows."""
    columns = [_number(column) for node in _named(embed, "extract_features") for column in node.attrs["columns"]]
    windows = {node.attrs["window_size"] for node in _named(encode, "expand_window")}
    if windows != {1} or not LEXICAL.issuperset(columns):
        return None
    static = next(iter(_named(embed, "static_vectors")), None)
    mixed, *_ = _layers(embed)
    return Network(columns, _named(embed, "hashembed"), static, mixed, _layers(encode))


def _layers(nodes: list[Model[Any, Any]]) -> list[Layer]:
    return [Layer(*both) for both in zip(_named(nodes, "maxout"), _named(nodes, "layernorm"), strict=True)]


def _named(nodes: list[Model[Any, Any]], name: str) -> list[Model[Any, Any]]:
    return [node for node in nodes if node.name == name]


def _number(attribute: int | str) -> int:
    return attribute if isinstance(attribute, int) else int(IDS[attribute.upper()])


class Encoder:
    """A network, ready to run on documents with this vocabulary."""

    def __init__(self, vocab: Vocab, network: Network) -> None:
        self._words = Words(vocab, network)
        self.width = self._words.width
        self._reach = len(network.layers)
        self._session = _convolutions(network.layers, self.width)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The vectors of each document's tokens."""
        lengths = [len(doc) for doc in docs]
        starts = np.cumsum([0, *lengths[:-1]]) + self._reach * np.arange(len(docs))
        places = np.arange(sum(lengths)) + np.repeat(self._reach * np.arange(len(docs)), lengths)
        rows = np.zeros(sum(lengths) + self._reach * (len(docs) + 1), dtype=np.int64)
        rows[places + self._reach] = self._words.rows(docs)
        vectors = np.empty((len(rows) - 2 * self._reach, self.width), dtype=np.float32)
        for start in range(0, len(vectors), BLOCK):
            block = self._words.table[rows[start : start + BLOCK + 2 * self._reach]]
            vectors[start : start + BLOCK] = self._session.run(None, {"words": block})[0]
        return [vectors[start : start + length] for start, length in zip(starts, lengths, strict=True)]


class Words:
    """The vectors of words out of context: rows of `table`, whose row 0 is none's and zero."""

    def __init__(self, vocab: Vocab, network: Network) -> None:
        self._vocab = vocab
        self._network = network
        self._known: dict[tuple[int, int], int] = {}
        self.width: int = network.mixed.maxout.get_dim("nO")
        self.table: Floats = np.zeros((1, self.width), dtype=np.float32)
        self._session = _mixture(network, vocab.vectors.shape[1])

    def rows(self, docs: Sequence[Doc]) -> list[int]:
        """The row of every token, one document after the other."""
        attributes = [ORTH, IDS["NORM"], self._vocab.vectors.attr, *self._network.columns]
        features = np.concatenate([doc.to_array(attributes).reshape(-1, len(attributes)) for doc in docs])
        words = list(zip(*features[:, :2].T.tolist(), strict=True))
        unseen = {word: place for place, word in enumerate(words) if word not in self._known}
        if len(self._known) + len(unseen) > MOST_WORDS:
            self._known, self.table = {}, self.table[:1]
            unseen = {word: place for place, word in enumerate(words)}
        if unseen:
            self._known.update(zip(unseen, range(len(self.table), len(self.table) + len(unseen)), strict=True))
            places = np.array(list(unseen.values()))
            blocks = [self._embed(features[places[at : at + BLOCK]]) for at in range(0, len(places), BLOCK)]
            self.table = np.concatenate([self.table, *blocks])
        return [self._known[word] for word in words]

    def _embed(self, features: NDArray[np.uint64]) -> Floats:
        """Vectors of the words with these features: orthography, norm, key of the static vector, those to hash."""
        hashed = [node.predict(column) for node, column in zip(self._network.hashed, features[:, 3:].T, strict=True)]
        inputs = {"hashed": np.concatenate(hashed, axis=1)}
        if self._network.static is not None:
            inputs["static"] = self._static(features[:, 2])
        vectors: Floats = self._session.run(None, inputs)[0]
        return vectors

    def _static(self, keys: NDArray[np.uint64]) -> Floats:
        """The static vectors of words; zero for those that have none."""
        vectors = self._vocab.vectors
        found: Floats = np.asarray(vectors.get_batch(keys), dtype=np.float32)
        if vectors.mode == Mode.default:
            found = np.where(vectors.find(keys=keys)[:, None] < 0, np.float32(0), found)
        return np.ascontiguousarray(found)


def _mixture(network: Network, static_width: int) -> onnxruntime.InferenceSession:
    """The graph from hashed and static vectors to one vector a word."""
    width = sum(node.get_dim("nO") for node in network.hashed)
    if network.static is None:
        graph = Graph(hashed=width)
        mixed = "hashed"
    else:
        graph = Graph(hashed=width, static=static_width)
        static = graph.add("MatMul", "static", graph.constant(network.static.get_param("W").T))
        mixed = graph.add("Concat", "hashed", static, axis=1)
    return graph.session(_maxout(graph, mixed, network.mixed))


def _convolutions(layers: list[Layer], width: int) -> onnxruntime.InferenceSession:
    """The graph from words in a row to vectors in context; each layer takes a row from either end."""
    graph = Graph(words=width)
    vectors = "words"
    axis = graph.constant([0])
    for layer in layers:
        shifted = [
            graph.add("Slice", vectors, graph.constant([start]), graph.constant([end]), axis)
            for start, end in ((0, -2), (1, -1), (2, LAST))
        ]
        vectors = graph.add("Add", shifted[1], _maxout(graph, graph.add("Concat", *shifted, axis=1), layer))
    return graph.session(vectors)


def _maxout(graph: Graph, inputs: str, layer: Layer) -> str:
    """A maxout layer: the greatest of several linear maps at each place, then normalised."""
    weights, bias = layer.maxout.get_param("W"), layer.maxout.get_param("b")
    outputs, pieces, width = weights.shape
    maps = graph.constant(weights.transpose(2, 1, 0).reshape(width, pieces * outputs))
    all_pieces = graph.add("Gemm", inputs, maps, graph.constant(bias.T.reshape(-1)))
    apart = graph.add("Reshape", all_pieces, graph.constant([-1, pieces, outputs]))
    greatest = graph.add("ReduceMax", apart, axes=[1], keepdims=0)
    scale, shift = (graph.constant(layer.norm.get_param(name)) for name in ("G", "b"))
    return graph.add("LayerNormalization", greatest, scale, shift, axis=-1, epsilon=EPSILON)

"""Documents to word vectors in context, as spaCy's Tok2Vec network with MultiHashEmbed and MaxoutWindowEncoder has it
(https://spacy.io/api/architectures#tok2vec-arch), which `find` takes out of a model.

A word's own vector is computed once and remembered; the convolutions run over blocks of equal height. A word's vector
depends on its document alone, bit for bit: ONNX Runtime computes each row the same, however many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


class Network(NamedTuple):
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
    """One of the networks whose words' own vectors are known, ready to run."""

    def __init__(self, words: Words, number: int) -> None:
        self._words = words
        self._number = number
        layers = words.networks[number].layers
        self.width = words.tables[number].shape[1]
        self._reach = len(layers)
        self._session = _convolutions(layers, self.width)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The vectors of each document's tokens."""
        lengths = [len(doc) for doc in docs]
        gaps = self._reach * np.arange(len(docs))
        starts = np.cumsum([0, *lengths[:-1]]) + gaps
        places = np.arange(sum(lengths)) + np.repeat(gaps, lengths)
        rows = np.zeros(sum(lengths) + self._reach * (len(docs) + 1), dtype=np.int64)
        rows[places + self._reach] = self._words.rows(docs)
        table = self._words.tables[self._number]
        vectors = np.empty((len(rows) - 2 * self._reach, self.width), dtype=np.float32)
        for start in range(0, len(vectors), BLOCK):
            block = table[rows[start : start + BLOCK + 2 * self._reach]]
            vectors[start : start + BLOCK] = self._session.run(None, {"words": block})[0]
        return [vectors[start : start + length] for start, length in zip(starts, lengths, strict=True)]


class Words:
    """The vectors of words out of context, as several networks have them; row 0 of their tables is none's and zero."""

    def __init__(self, vocab: Vocab, networks: Sequence[Network]) -> None:
        self._vocab = vocab
        self.networks = networks
        self._known: dict[tuple[int, int], int] = {}
        self.tables = [_table(network.mixed.maxout.get_dim("nO"), MOST_WORDS) for network in networks]
        self._sessions = [_mixture(network, vocab.vectors.shape[1]) for network in networks]
        columns = sorted({column for network in networks for column in network.columns})
        self._attributes = [ORTH, IDS["NORM"], vocab.vectors.attr, *columns]
        self._places = [[3 + columns.index(column) for column in network.columns] for network in networks]

    def rows(self, docs: Sequence[Doc]) -> list[int]:
        """The row of every token, one document after the other."""
        shape = (-1, len(self._attributes))
        features = np.concatenate([doc.to_array(self._attributes).reshape(shape) for doc in docs])
        words = list(zip(*features[:, :2].T.tolist(), strict=True))
        unseen = {word: place for place, word in enumerate(words) if word not in self._known}
        if len(self._known) + len(unseen) > MOST_WORDS:
            self._known = {}
            unseen = {word: place for place, word in enumerate(words)}
            self.tables = [_table(table.shape[1], max(MOST_WORDS, len(unseen))) for table in self.tables]
        places = list(unseen.values())
        for start in range(0, len(places), BLOCK):
            self._embed(features[places[start : start + BLOCK]], len(self._known) + 1 + start)
        self._known.update(zip(unseen, range(len(self._known) + 1, len(self._known) + 1 + len(unseen)), strict=True))
        return [self._known[word] for word in words]

    def _embed(self, features: NDArray[np.uint64], row: int) -> None:
        """Write the vectors of words with these features into the tables, from a row on."""
        has_static = any(network.static is not None for network in self.networks)
        static = self._static(features[:, 2]) if has_static else np.zeros((0, 0), dtype=np.float32)
        for network, places, session, table in zip(
            self.networks, self._places, self._sessions, self.tables, strict=True
        ):
            hashed = [node.predict(features[:, place]) for node, place in zip(network.hashed, places, strict=True)]
            inputs = {"hashed": np.concatenate(hashed, axis=1)}
            if network.static is not None:
                inputs["static"] = static
            table[row : row + len(features)] = session.run(None, inputs)[0]

    def _static(self, keys: NDArray[np.uint64]) -> Floats:
        """The static vectors of words; zero for those that have none."""
        vectors = self._vocab.vectors
        found: Floats = np.asarray(vectors.get_batch(keys), dtype=np.float32)
        if vectors.mode == Mode.default:
            found = np.where(vectors.find(keys=keys)[:, None] < 0, np.float32(0), found)
        return np.ascontiguousarray(found)


def _table(width: int, words: int) -> Floats:
    """Zeros, which take memory only where they are written over."""
    return np.zeros((1 + words, width), dtype=np.float32)


def _mixture(network: Network, static_width: int) -> onnxruntime.InferenceSession:
    """The graph from hashed and static vectors to one vector a word."""
    width = sum(node.get_dim("nO") for node in network.hashed)
    if network.static is None:
        graph = Graph(hashed=width)
        mixed = "hashed"
    else:
        graph = Graph(hashed=width, static=static_width)
        static = graph.add("MatMul", "static", graph.constant(parameter(network.static, "W").T))
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
    weights, bias = parameter(layer.maxout, "W"), parameter(layer.maxout, "b")
    outputs, pieces, width = weights.shape
    maps = graph.constant(weights.transpose(2, 1, 0).reshape(width, pieces * outputs))
    all_pieces = graph.add("Gemm", inputs, maps, graph.constant(bias.T.reshape(-1)))
    apart = graph.add("Reshape", all_pieces, graph.constant([-1, pieces, outputs]))
    greatest = graph.add("ReduceMax", apart, axes=[1], keepdims=0)
    scale, shift = (graph.constant(parameter(layer.norm, name)) for name in ("G", "b"))
    return graph.add("LayerNormalization", greatest, scale, shift, axis=-1, epsilon=EPSILON)


def parameter(node: Model[Any, Any], name: str) -> Floats:
    """What a node has learned, by the name of the parameter."""
    values: Floats = np.asarray(node.get_param(name))
    return values

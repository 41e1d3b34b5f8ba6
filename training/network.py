"""The network that annotates a sentence: an encoder of words, and on top of it one small head for every question.

Encoders: MiniLM (https://arxiv.org/abs/2002.10957) for English, a BiLSTM over hashed word features for Norwegian.
Heads: deep biaffine attention for the tree (https://arxiv.org/abs/1611.01734); classifiers of each word for its class
with morphology, its base form's edit, and its name tag. Shapes: B sentences, W words with the root first, P pieces.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class Sizes:
    """What the parts of a network measure."""

    tags: int
    edits: int
    names: int
    labels: int
    word_rows: int
    part_rows: int
    width: int = 384
    tree_width: int = 320
    label_width: int = 96
    dropout: float = 0.2


class Inputs(NamedTuple):
    """Numbers of the words, `(B, W, features)`; of pieces `(B, P)`: ids and their words; first and last piece `(B, W)`.

    The last four are None for an encoder without pieces. `lengths` are words with the root, `(B,)`.
    """

    rows: Tensor
    lengths: Tensor
    pieces: Tensor | None = None
    piece_words: Tensor | None = None
    first: Tensor | None = None
    last: Tensor | None = None


class Outputs(NamedTuple):
    """Scores: of heads `(B, W, W)`, of labels `(B, W, W, labels)`, of classes `(B, W, …)`."""

    heads: Tensor
    labels: Tensor
    tags: Tensor
    edits: Tensor
    names: Tensor


class SharedDropout(nn.Module):
    """Hides the same units of all words of a sentence (https://arxiv.org/abs/1512.05287): cheap to draw."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """`(B, W, width)` to the same."""
        if not self.training:
            return states
        kept = torch.rand(states.shape[0], 1, states.shape[2]) >= self.share
        return states * (kept.to(states.dtype) / (1 - self.share))


class Features(nn.Module):
    """The sum of a word's features; row 0 is nothing."""

    def __init__(self, rows: int, width: int, scale: float) -> None:
        super().__init__()
        self.table = nn.Embedding(rows + 1, width, padding_idx=0)
        nn.init.normal_(self.table.weight, std=scale)
        with torch.no_grad():
            self.table.weight[0] = 0

    def forward(self, rows: Tensor) -> Tensor:
        """`(B, W, features)` to `(B, W, width)`."""
        if torch.onnx.is_in_onnx_export():
            return self.table(rows).sum(dim=2)
        batch, length, count = rows.shape
        summed = functional.embedding_bag(rows.reshape(-1, count), self.table.weight, mode="sum", padding_idx=0)
        return summed.reshape(batch, length, -1)


class Attention(nn.Module):
    """Self-attention of BERT, its names those of the weights' file."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.output = nn.Linear(width, width)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """`(B, P, width)`; the mask, `(B or 1, heads or 1, P or 1, P)`, is added to the scores."""
        batch, length, width = states.shape

        def split(x: Tensor) -> Tensor:
            return x.reshape(batch, length, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        scores = query @ (key / (width // self.heads) ** 0.5).transpose(2, 3) + mask.to(query.dtype)
        mixed = functional.softmax(scores, dim=-1, dtype=scores.dtype) @ value
        return self.output(mixed.transpose(1, 2).reshape(batch, length, width))


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.attention = Attention(width, heads)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = SharedDropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """`(B, P, width)` to the same."""
        states = self.attention_norm(states + self.dropout(self.attention(states, mask)))
        inner = functional.gelu(self.widen(states))
        return self.norm(states + self.dropout(self.narrow(inner)))


class PieceEncoder(nn.Module):
    """BERT over word pieces; a word is the mean of its first and last piece, and its own features are told twice.

    With `distances`, each head also has a bias for each class of distance between two pieces, as MPNet has
    (https://arxiv.org/abs/2004.09297).
    """

    def __init__(
        self, sizes: Sizes, pieces: int, *, layers: int = 6, heads: int = 12, positions: int = 512, distances: int = 0
    ) -> None:
        super().__init__()
        width = sizes.width
        self.distances = nn.Embedding(distances, heads) if distances else None
        self.pieces = nn.Embedding(pieces, width)
        self.positions = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.features = Features(sizes.word_rows + sizes.part_rows, width, 1e-3)
        self.layers = nn.ModuleList(Layer(width, heads, 4 * width, 0.1) for _ in range(layers))
        self.word_norm = nn.LayerNorm(width)
        self.dropout = SharedDropout(0.1)

    def forward(self, inputs: Inputs) -> Tensor:
        """Words' states, `(B, W, width)`."""
        assert inputs.pieces is not None
        assert inputs.piece_words is not None
        told = self.features(inputs.rows)
        width = told.shape[2]
        spread = told.gather(1, inputs.piece_words.unsqueeze(2).expand(-1, -1, width))
        places = torch.arange(inputs.pieces.shape[1])
        states = self.norm(self.pieces(inputs.pieces) + self.positions(places) + spread)
        mask = torch.where(inputs.pieces.eq(0), -10000.0, 0.0)[:, None, None, :]
        if self.distances is not None:
            classes = distance_classes(inputs.pieces.shape[1], self.distances.num_embeddings)
            mask = mask + self.distances(classes).permute(2, 0, 1)[None]
        states = self.dropout(states)
        for layer in self.layers:
            states = layer(states, mask)
        first = states.gather(1, inputs.first.unsqueeze(2).expand(-1, -1, width))
        last = states.gather(1, inputs.last.unsqueeze(2).expand(-1, -1, width))
        return self.word_norm((first + last) / 2 + told)


def distance_classes(length: int, count: int, longest: int = 128) -> Tensor:
    """Class of the way from piece to piece, `(P, P)`, of `count`: near ones by number, far ones by logarithm.

    The second half of the classes is for pieces that follow (https://arxiv.org/abs/1910.10683, section 2.1).
    """
    places = torch.arange(length)
    way = places[None] - places[:, None]
    half, exact = count // 2, count // 4
    far = way.abs()
    scaled = torch.log(far.clamp(min=1) / exact) / math.log(longest / exact) * (half - exact)
    classes = torch.where(far < exact, far, (exact + scaled.long()).clamp(max=half - 1))
    return classes + half * way.gt(0)


class WordEncoder(nn.Module):
    """A BiLSTM over the words' features."""

    def __init__(self, sizes: Sizes, *, embedded: int = 160, layers: int = 3) -> None:
        super().__init__()
        self.features = Features(sizes.word_rows + sizes.part_rows, embedded, 0.1)
        self.embedded_norm = nn.LayerNorm(embedded)
        self.layers = nn.ModuleList(
            nn.LSTM(embedded if not n else sizes.width, sizes.width // 2, bidirectional=True, batch_first=True)
            for n in range(layers)
        )
        self.dropout = SharedDropout(0.33)

    def forward(self, inputs: Inputs) -> Tensor:
        """Words' states, `(B, W, width)`."""
        states = self.embedded_norm(self.features(inputs.rows))
        for number, layer in enumerate(self.layers):
            deeper = self._run(layer, self.dropout(states), inputs.lengths)
            states = deeper + states if number else deeper
        return states

    @staticmethod
    def _run(layer: nn.LSTM, states: Tensor, lengths: Tensor) -> Tensor:
        """One layer over the words that are there; what is exported reads one sentence, without padding."""
        if torch.onnx.is_in_onnx_export():
            return layer(states)[0]
        packed = nn.utils.rnn.pack_padded_sequence(states, lengths, batch_first=True, enforce_sorted=False)
        return nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)[0]


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: nn.Module, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = encoder
        width = sizes.width
        self.dependent = _project(width, sizes.tree_width, sizes.dropout)
        self.head = _project(width, sizes.tree_width, sizes.dropout)
        self.arc = nn.Parameter(torch.zeros(sizes.tree_width, sizes.tree_width))
        self.arc_bias = nn.Linear(sizes.tree_width, 1, bias=False)
        self.label_dependent = _project(width, sizes.label_width, sizes.dropout)
        self.label_head = _project(width, sizes.label_width, sizes.dropout)
        self.label = nn.Linear(sizes.label_width, sizes.label_width * sizes.labels, bias=False)
        self.label_of_dependent = nn.Linear(sizes.label_width, sizes.labels)
        self.label_of_head = nn.Linear(sizes.label_width, sizes.labels, bias=False)
        self.tags = classifier(width, sizes.tags, sizes.dropout)
        self.edits = classifier(width, sizes.edits, sizes.dropout)
        self.names = classifier(width, sizes.names, sizes.dropout)
        nn.init.normal_(self.label.weight, std=0.01)

    def forward(self, inputs: Inputs, gold_heads: Tensor | None = None) -> Outputs:
        """All scores of the sentences; labels only for the gold heads, `(B, W, labels)`, where those are given."""
        words = self.encoder(inputs)
        dependent, head = self.dependent(words), self.head(words)
        heads = (dependent @ self.arc + self.arc_bias.weight) @ head.transpose(1, 2)
        labels = self._labels(words) if gold_heads is None else self._labels_at(words, gold_heads)
        return Outputs(heads, labels, self.tags(words), self.edits(words), self.names(words))

    def _labels(self, words: Tensor) -> Tensor:
        dependent, head = self.label_dependent(words), self.label_head(words)
        batch, length, width = dependent.shape
        turned = self.label(dependent).reshape(batch, length * (self.label.out_features // width), width)
        pairs = (turned @ head.transpose(1, 2)).reshape(batch, length, -1, length).transpose(2, 3)
        return pairs + self.label_of_dependent(dependent)[:, :, None] + self.label_of_head(head)[:, None]

    def _labels_at(self, words: Tensor, heads: Tensor) -> Tensor:
        dependent, head = self.label_dependent(words), self.label_head(words)
        batch, length, width = dependent.shape
        chosen = head.gather(1, heads.unsqueeze(2).expand(-1, -1, width))
        turned = self.label(dependent).reshape(batch, length, -1, width)
        pairs = (turned @ chosen.unsqueeze(3)).squeeze(3)
        return pairs + self.label_of_dependent(dependent) + self.label_of_head(chosen)


def _project(width: int, narrow: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(SharedDropout(dropout), nn.Linear(width, narrow), nn.GELU(), SharedDropout(dropout))


def classifier(width: int, classes: int, dropout: float) -> nn.Sequential:
    """A head that scores classes of words."""
    return nn.Sequential(
        SharedDropout(dropout), nn.Linear(width, width), nn.GELU(), SharedDropout(dropout), nn.Linear(width, classes)
    )

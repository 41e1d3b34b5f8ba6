"""Trained encoders of word pieces into ours: MiniLM-L6, which pipelines start from, and MPNet, for teachers alone.

Both were trained as all-MiniLM-L6-v2 and all-mpnet-base-v2 (Apache-2.0), and share BERT's uncased vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

from kg.languages.neural.features import END, START
from training.network import PieceEncoder, Sizes
from training.vectors import model_folder

#: MPNet: what its vocabulary and its positions have before BERT's, and the rows of its own signs.
_BEFORE, _POSITIONS_BEFORE = 4, 2
_SIGNS = {START: 0, "[PAD]": 1, END: 2}
MPNET = {"layers": 12, "distances": 32}
MPNET_WIDTH = 768


def pieces_of_minilm() -> list[str]:
    """The vocabulary of word pieces."""
    return (model_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()


def load_minilm(encoder: PieceEncoder) -> None:
    """Fill the encoder with the package's weights; its own features stay."""
    weights = load_file(model_folder() / "model.safetensors")
    types = weights["embeddings.token_type_embeddings.weight"][0]
    pieces = weights["embeddings.word_embeddings.weight"] + types
    names = {f"attention.{name}": f"attention.self.{name}" for name in ("query", "key", "value")}
    names |= {"attention.output": "attention.output.dense", "attention_norm": "attention.output.LayerNorm"}
    _load(encoder, weights, pieces, weights["embeddings.position_embeddings.weight"], names)


def make_mpnet(sizes: Sizes, folder: Path) -> PieceEncoder:
    """An encoder over MiniLM's pieces with the weights of all-mpnet-base-v2, whose files lie in the folder."""
    weights = load_file(folder / "model.safetensors")
    vocabulary = pieces_of_minilm()
    theirs = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    if theirs[_BEFORE : _BEFORE + len(vocabulary)] != vocabulary:
        raise SystemExit(f"{folder / 'vocab.txt'} is not the vocabulary of all-mpnet-base-v2")
    rows = [_SIGNS.get(piece, number) for number, piece in enumerate(vocabulary, start=_BEFORE)]
    encoder = PieceEncoder(sizes, len(vocabulary), **MPNET)
    pieces = weights["embeddings.word_embeddings.weight"][rows]
    positions = weights["embeddings.position_embeddings.weight"][_POSITIONS_BEFORE:]
    names = {f"attention.{name}": f"attention.attn.{name[0]}" for name in ("query", "key", "value", "output")}
    distances = {"distances.weight": weights["encoder.relative_attention_bias.weight"]}
    _load(encoder, weights, pieces, positions, names | {"attention_norm": "attention.LayerNorm"}, distances)
    return encoder


def _load(
    encoder: PieceEncoder,
    weights: Mapping[str, Tensor],
    pieces: Tensor,
    positions: Tensor,
    names: Mapping[str, str],
    others: Mapping[str, Tensor] | None = None,
) -> None:
    state = {"pieces.weight": pieces, "positions.weight": positions, **(others or {})}
    state |= {f"norm.{part}": weights[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
    names = {**names, "widen": "intermediate.dense", "narrow": "output.dense", "norm": "output.LayerNorm"}
    for number in range(len(encoder.layers)):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = weights[f"encoder.layer.{number}.{theirs}.{part}"]
    unused = encoder.load_state_dict(state, strict=False)
    if unused.unexpected_keys:
        raise SystemExit(f"the weights have what the encoder lacks: {unused.unexpected_keys}")

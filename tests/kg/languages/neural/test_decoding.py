"""Scores to trees and tags, against trying everything."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from kg.languages.neural.decoding import best_tags, best_tree, transitions

TAGS = ["O", "B-X", "I-X", "B-Y", "I-Y"]


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word leads to the root, which has one child."""
    if sum(head == 0 for head in heads) != 1:
        return False
    for start in range(1, len(heads) + 1):
        word, seen = start, set[int]()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True


@pytest.mark.parametrize("seed", range(60))
def test_best_tree_scores_as_the_best_of_all_trees(seed: int) -> None:
    size = 1 + seed % 5
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    trees = [heads for heads in product(range(size + 1), repeat=size) if _is_tree(heads)]
    best = max(sum(scores[i, head] for i, head in enumerate(heads)) for heads in trees)
    found = best_tree(scores)
    assert _is_tree(tuple(found))
    assert sum(scores[i, head] for i, head in enumerate(found)) == pytest.approx(best, abs=1e-4)


def test_best_tree_hangs_one_word_from_the_root_though_all_prefer_it() -> None:
    scores = np.zeros((4, 5), dtype=np.float32)
    scores[:, 0] = 50
    assert sum(head == 0 for head in best_tree(scores)) == 1


@pytest.mark.parametrize("seed", range(20))
def test_best_tags_score_as_the_best_allowed_sequence(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, len(TAGS))).astype(np.float32)
    allowed = [row for row in product(range(len(TAGS)), repeat=4) if _is_allowed([TAGS[tag] for tag in row])]
    best = max(allowed, key=lambda row: sum(scores[i, tag] for i, tag in enumerate(row)))
    assert best_tags(scores, transitions(TAGS), TAGS) == list(best)


def _is_allowed(tags: list[str]) -> bool:
    pairs = zip(["O", *tags], tags, strict=False)
    return all(not b.startswith("I-") or a[2:] == b[2:] for a, b in pairs)

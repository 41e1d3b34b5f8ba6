"""Scores to structures: the best tree under one root, and the best sequence of name tags.

Trees: the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967), with a single child of the root
(https://aclanthology.org/D18-1328 says why that matters). Tags: Viterbi over the transitions that IOB2 allows.
Ties go to the word that stands first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
FORBIDDEN = np.float32(-1e9)


def best_tree(scores: Scores) -> list[int]:
    """Heads of the words 1 to n, counted from 1, 0 for the root, given `(n, n + 1)` scores of (word, head).

    Exactly one word hangs from the root.
    """
    size = scores.shape[0]
    arcs = np.full((size + 1, size + 1), FORBIDDEN, dtype=np.float64)
    arcs[1:] = scores
    np.fill_diagonal(arcs, FORBIDDEN)
    heads = _arborescence(arcs)
    if sum(head == 0 for head in heads[1:]) != 1:
        heads = _single_root(arcs)
    return [int(head) for head in heads[1:]]


def _single_root(arcs: NDArray[np.float64]) -> list[int]:
    """The best tree whose root has one child: an arc from the root costs more than all others can gain."""
    apart = arcs.copy()
    usable = arcs[1:][arcs[1:] > FORBIDDEN]
    apart[1:, 0] -= len(arcs) * (usable.max() - usable.min() + 1)
    return _arborescence(apart)


def _arborescence(arcs: NDArray[np.float64]) -> list[int]:
    """Heads of the best tree over `(m, m)` scores of (word, head), word 0 being the root; its own head is 0."""
    heads = arcs.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    return list(heads) if cycle is None else _break_cycle(arcs, heads, cycle)


def _break_cycle(arcs: NDArray[np.float64], heads: NDArray[np.int64], cycle: list[int]) -> list[int]:
    """Contract the cycle to one word, solve what is left, and open the cycle where the solution enters it."""
    inside = np.zeros(len(arcs), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    members = np.array(cycle)
    gains = arcs[np.ix_(members, rest)] - arcs[members, heads[members]][:, None]
    size = len(rest)
    small = np.full((size + 1, size + 1), FORBIDDEN, dtype=np.float64)
    small[:size, :size] = arcs[np.ix_(rest, rest)]
    small[size, :size] = gains.max(axis=0)
    small[:size, size] = arcs[np.ix_(rest, members)].max(axis=1)
    solved = _arborescence(small)
    result = list(heads)
    entered_from = solved[size]
    entry = members[gains[:, entered_from].argmax()]
    result[entry] = int(rest[entered_from])
    for index, word in enumerate(rest):
        head = solved[index]
        if word:
            result[word] = int(rest[head]) if head < size else int(members[arcs[word, members].argmax()])
    return result


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    """The words of one cycle, or None."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, word = [], start
        while not state[word]:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return sorted(path[path.index(word) :])
        for seen in path:
            state[seen] = 2
    return None


def transitions(tags: Sequence[str]) -> Scores:
    """`(tags, tags)`: 0 where the second tag may follow the first, else `FORBIDDEN`; "I-X" follows "B-X" or "I-X"."""
    allowed = [[not b.startswith("I-") or a[2:] == b[2:] for b in tags] for a in tags]
    return np.where(np.array(allowed), np.float32(0), FORBIDDEN).astype(np.float32)


def best_tags(scores: Scores, moves: Scores, tags: Sequence[str]) -> list[int]:
    """The best allowed sequence, as indices, of `(words, tags)` scores."""
    opening = np.array([FORBIDDEN if tag.startswith("I-") else 0 for tag in tags], dtype=np.float32)
    best = scores[0] + opening
    back = []
    for row in scores[1:]:
        paths = best[:, None] + moves
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    found = [int(best.argmax())]
    for pointers in reversed(back):
        found.append(int(pointers[found[-1]]))
    return found[::-1]

"""Extracted facts against gold facts: precision, recall, F1, and how often their status is right.

A gold file has a fact a line: sentence number, subject, relation, object, status, tab-separated. A fact is the object
of a proposition or one of its arguments, with its adposition in the relation. Two facts match when each slot's token F1
is at least 0.5; each matches at most once, best pairs first. Case, punctuation and articles do not count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DocumentError
from kg.model import Extraction, Proposition

_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[%$€]")
_ARTICLES = frozenset({"a", "an", "the", "ein", "eit", "ei", "en", "et"})

#: Subject, relation with adposition, object.
Slots = tuple[str, str, str]
#: A fact's slots with what keeps it from being asserted: `negated`, `hedged`, `attributed`.
Fact = tuple[Slots, frozenset[str]]
#: Sentence number, from 1, to its facts.
Gold = Mapping[int, Sequence[Fact]]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of gold, found and matching facts, and of those matching whose status is right too."""

    gold: int
    found: int
    right: int
    right_status: int

    def plus(self, other: Score) -> Score:
        """Both sets together."""
        return Score(
            self.gold + other.gold,
            self.found + other.found,
            self.right + other.right,
            self.right_status + other.right_status,
        )

    @property
    def precision(self) -> float:
        """Right of found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / (self.gold + self.found) if self.right else 0.0

    @property
    def status(self) -> float:
        """The share of right facts whose status is right."""
        return self.right_status / self.right if self.right else 0.0


def read_gold(path: Path) -> dict[int, list[Fact]]:
    """Sentence number (from 1) to its facts. Raises `DocumentError` naming a line that is no fact."""
    facts: dict[int, list[Fact]] = defaultdict(list)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fields = line.split("\t")
        if line.strip() and (len(fields) < 4 or not fields[0].isdigit()):
            raise DocumentError(str(path), f"line {number} is no gold fact; write number, subject, relation, object")
        if line.strip():
            status = frozenset(fields[4].split("+") if len(fields) > 4 else ()) - {"asserted"}
            facts[int(fields[0])].append(((fields[1], fields[2], fields[3]), status))
    return facts


def facts_of(extraction: Extraction) -> Iterator[tuple[Fact, Proposition]]:
    """The facts of a sentence's propositions, each with the proposition that it is of."""
    for found in extraction.propositions:
        marks = {"negated": found.negated, "hedged": found.modality, "attributed": found.attributed_to}
        status = frozenset(name for name, holds in marks.items() if holds)
        for argument in (*([found.object] if found.object else []), *found.arguments):
            relation = f"{found.relation.text} {argument.role or ''}".strip()
            yield ((found.subject.text, relation, argument.phrase.text), status), found


def score(pairs: Iterable[tuple[Sequence[Fact], Extraction]]) -> Score:
    """The score over sentences, each with its gold facts."""
    total = Score(0, 0, 0, 0)
    for wanted, extraction in pairs:
        facts = [fact for fact, _ in facts_of(extraction)]
        matched = match([slots for slots, _ in wanted], [slots for slots, _ in facts])
        same = sum(wanted[i][1] == facts[j][1] for i, j in matched)
        total = total.plus(Score(len(wanted), len(facts), len(matched), same))
    return total


def judged(gold: Sequence[Fact], extraction: Extraction) -> Iterator[tuple[Proposition, bool]]:
    """Each fact's proposition, with whether the gold has the fact."""
    facts = list(facts_of(extraction))
    matched = {j for _, j in match([slots for slots, _ in gold], [slots for (slots, _), _ in facts])}
    for number, (_, found) in enumerate(facts):
        yield found, number in matched


def match(gold: Sequence[Slots], found: Sequence[Slots]) -> list[tuple[int, int]]:
    """Pairs (gold index, found index), best first."""
    scored = []
    for i, wanted in enumerate(gold):
        for j, slots in enumerate(found):
            overlaps = [_overlap(one, other) for one, other in zip(wanted, slots, strict=True)]
            if min(overlaps) >= 0.5:
                scored.append((overlaps[0] * overlaps[1] * overlaps[2], i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, reverse=True):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _overlap(one: str, other: str) -> float:
    left, right = _tokens(one), _tokens(other)
    shared = sum((left & right).values())
    return 2 * shared / (sum(left.values()) + sum(right.values())) if shared else 0.0


def _tokens(text: str) -> Counter[str]:
    words = _WORD.findall(text.casefold())
    return Counter(word for word in words if word not in _ARTICLES) or Counter(words)

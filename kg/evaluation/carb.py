"""Propositions as n-ary tuples against CaRB's gold tuples, scored as its authors do.

Bhardwaj et al. 2019 (https://aclanthology.org/D19-1651), binary lenient matching: slots are bags of words, case and
punctuation count, all arguments behind the first are one slot. Precision pairs each gold tuple with one found tuple,
best first; recall lets each gold tuple take the best. The gold file has a tuple a line: sentence, relation, arguments.
"""

from __future__ import annotations

import gzip
import string
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kg.errors import DocumentError
from kg.model import Argument, Proposition

_BE = frozenset({"be", "is", "am", "are", "was", "were", "been", "being"})
_SAYING = ("said", "told", "added", "adds", "says")
_PLAIN = str.maketrans("", "", string.punctuation + " ")


@dataclass(frozen=True, slots=True)
class Bags:
    """A tuple as bags of words: its relation, its first argument, and all others together."""

    relation: str
    words: Counter[str]
    slots: tuple[Counter[str], ...]


@dataclass(frozen=True, slots=True)
class CarbScore:
    """At the confidence with the best F1; `auc` is the area under precision over recall."""

    precision: float
    recall: float
    f1: float
    auc: float
    gold: int
    found: int


#: Gold tuples and found tuples of one sentence; a found tuple has its confidence.
Compared = tuple[Sequence[Bags], Sequence[tuple[float, Bags]]]


def bags(relation: str, arguments: Sequence[str]) -> Bags:
    """The bags of a tuple's texts."""
    slots = [arguments[0], " ".join(arguments[1:])] if len(arguments) > 1 else list(arguments)
    return Bags(relation.strip(), Counter(relation.split()), tuple(Counter(slot.split()) for slot in slots))


def tuple_of(found: Proposition) -> Bags:
    """A proposition as one tuple: the object's adposition ends the relation, other arguments carry theirs."""
    relation = f"{found.relation.text} {found.object.role or ''}" if found.object else found.relation.text
    objects = [found.object.phrase.text] if found.object else []
    return bags(relation, [found.subject.text, *objects, *map(_with_role, found.arguments)])


def _with_role(argument: Argument) -> str:
    return f"{argument.role or ''} {argument.phrase.text}".strip()


def sentence_key(text: str) -> str:
    """The sentence without spaces and signs: how gold and text meet."""
    for bracket in ("-LRB-", "-RRB-", "-LSB-", "-RSB-", "-LCB-", "-RCB-"):
        text = text.replace(bracket, "")
    return text.translate(_PLAIN)


def read_text(path: Path) -> str:
    """The text of a file, gzipped or not. Raises `DocumentError` where there is none."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            return lines.read()
    except OSError as error:
        raise DocumentError(str(path), f"can't be read: {error.strerror or error}") from error


def read_gold_tuples(path: Path) -> Mapping[str, list[Bags]]:
    """Sentence key to its gold tuples; arguments that only say who claims it are left out."""
    gold: dict[str, list[Bags]] = defaultdict(list)
    for number, line in enumerate(read_text(path).splitlines(), 1):
        cells = line.strip().split("\t")
        if line.strip() and len(cells) < 2:
            raise DocumentError(str(path), f"line {number} is no gold tuple; write sentence, relation, arguments")
        if line.strip():
            arguments = [cell for cell in cells[2:] if "C: " not in cell] or [""]
            gold[sentence_key(cells[0])].append(bags(cells[1], arguments))
    return gold


def compare(gold: Bags, found: Bags) -> tuple[float, float]:
    """(precision, recall) of a found tuple; who says and what is said may change places."""
    plain = _compare(gold, found, found.slots)
    if len(found.slots) == 2 and any(verb in gold.relation for verb in _SAYING):
        return max(plain, _compare(gold, found, found.slots[::-1]))
    return plain


def _compare(gold: Bags, found: Bags, slots: Sequence[Counter[str]]) -> tuple[float, float]:
    if len(slots) < len(gold.slots):
        return 0.0, 0.0
    shared = (gold.words & found.words).total()
    if (found.words - gold.words)["be"] and _BE & gold.words.keys():
        shared += 1
    if not shared:
        return 0.0, 0.0
    wanted, offered = gold.words.total(), found.words.total()
    for left, right in zip(gold.slots, slots, strict=False):
        shared += (left & right).total()
        wanted += left.total()
        offered += right.total()
    return shared / offered, shared / wanted


def paired_precision(gold: Sequence[Bags], found: Sequence[Bags]) -> list[float]:
    """The precision that each found tuple is given, one gold tuple for each, best pair first."""
    table = [(compare(one, other)[0], r, c) for r, one in enumerate(gold) for c, other in enumerate(found)]
    given = [0.0] * len(found)
    used: set[int] = set()
    free = set(range(len(found)))
    for precision, r, c in sorted(table, key=lambda each: (-each[0], each[1], each[2])):
        if precision and r not in used and c in free:
            given[c] = precision
            used.add(r)
            free.discard(c)
    return given


def score_tuples(sentences: Iterable[Compared]) -> CarbScore:
    """The score at the best threshold of confidence, and the area under the curve."""
    compared = list(sentences)
    gold = sum(len(wanted) for wanted, _ in compared)
    points = _points(compared, gold)
    best = max(points, key=lambda point: _f1(point[0], point[1]), default=(0.0, 0.0, 0))
    corners = [*points, (1.0, 0.0, 0)]
    auc = sum((r1 - r2) * (p1 + p2) / 2 for (p1, r1, _), (p2, r2, _) in pairwise(corners))
    return CarbScore(best[0], best[1], _f1(best[0], best[1]), auc, gold, best[2])


def _points(compared: Sequence[Compared], gold: int) -> list[tuple[float, float, int]]:
    """(precision, recall, tuples) for each threshold, rising. Sentences change their sums at their own thresholds."""
    steps: dict[float, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for wanted, found in compared:
        before = (0.0, 0.0, 0)
        for threshold in sorted({confidence for confidence, _ in found}, reverse=True):
            chosen = [other for confidence, other in found if confidence >= threshold]
            recall = sum(max((compare(one, other)[1] for other in chosen), default=0.0) for one in wanted)
            now = (sum(paired_precision(wanted, chosen)), recall, len(chosen))
            for i in range(3):
                steps[threshold][i] += now[i] - before[i]
            before = now
    points: list[tuple[float, float, int]] = []
    hits = recall = count = 0.0
    for threshold in sorted(steps, reverse=True):
        hits, recall, count = (sums + step for sums, step in zip((hits, recall, count), steps[threshold], strict=True))
        points.append((hits / count if count else 1.0, recall / gold if gold else 0.0, int(count)))
    return points[::-1]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

"""Pronouns to what they stand for: all that fits of what comes before each, and which of it suits best.

A pronoun looks back a few sentences, and further where nothing fits there. What it looks at is bounded in nominals too:
a document takes linear time, however long its sentences are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from math import exp, log
from typing import TypeAlias

from kg.extraction.coreference.chains import Chains
from kg.extraction.coreference.nominals import Nominal
from kg.extraction.coreference.salience import (
    Asked,
    History,
    Marks,
    Measures,
    Place,
    history_of,
    marks_beside,
    place_of,
    read_weights,
)
from kg.extraction.coreference.syntax import Binding, is_pleonastic, is_possessor

#: How many sentences back pronouns look, and how many where nothing fits.
REACH, LAST_REACH = 6, 15
#: How many nominals they look at there, and how many that fit they choose among.
WINDOW, MOST = 200, 60
#: Sentences before the pronoun's own of which it counts what spoke of a thing.
_RECENT = 2


class Candidate:
    """A nominal that a pronoun can stand for, the chain of its thing, and what is seen of it beside the pronoun."""

    __slots__ = ("chain", "marks", "measures", "nominal", "place")

    def __init__(self, nominal: Nominal, chain: int, place: Place, marks: Marks, measures: Measures) -> None:
        """A candidate as it was seen."""
        self.nominal, self.chain = nominal, chain
        self.place, self.marks, self.measures = place, marks, measures


Choose: TypeAlias = Callable[[Asked, Sequence[Candidate]], Nominal | None]


def best(asked: Asked, candidates: Sequence[Candidate]) -> Nominal | None:
    """The candidate that suits the pronoun best, of the thing whose candidates together have the best odds."""
    if len(candidates) == 1:
        return candidates[0].nominal
    salience, manner = read_weights().salience, asked.manner
    return best_by(
        candidates, [salience(each.nominal, each.place, each.marks, each.measures, manner) for each in candidates]
    )


def best_by(candidates: Sequence[Candidate], saliences: Sequence[float]) -> Nominal | None:
    """As `best`, where saliences are known. Of equals it is the nearer one."""
    odds: dict[int, float] = {}
    tops: dict[int, tuple[float, int, Nominal]] = {}
    for candidate, salience in zip(candidates, saliences, strict=True):
        chain = candidate.chain
        odds[chain] = odds.get(chain, 0.0) + exp(salience)
        top = (salience, candidate.nominal.number, candidate.nominal)
        if chain not in tops or top[:2] > tops[chain][:2]:
            tops[chain] = top
    chosen = max(odds, key=lambda chain: (odds[chain], tops[chain][1]), default=None)
    return None if chosen is None else tops[chosen][2]


def link_pronouns(chains: Chains, speakers: Mapping[int, Nominal], choose: Choose) -> None:
    """Each pronoun to what suits it best of all that comes before it, or else right behind it."""
    participants = _Participants(speakers)
    for nominal in chains.nominals:
        if nominal.pronoun is None or is_pleonastic(nominal):
            continue
        if nominal.pronoun.person < 3:
            chosen = participants.meet(nominal, nominal.pronoun.person)
        else:
            asked = Asked(nominal)
            candidates = _candidates(chains, asked)
            chosen = choose(asked, candidates) if candidates else _following(chains, nominal)
        if chosen is not None:
            chains.link(nominal, chosen)


class _Participants:
    """Who "I", "we" or "you" is: as before in the same quotation, else its speaker."""

    def __init__(self, speakers: Mapping[int, Nominal]) -> None:
        self._speakers = speakers
        self._last: dict[tuple[int, str, int, int], Nominal] = {}

    def meet(self, nominal: Nominal, person: int) -> Nominal | None:
        """What the next pronoun of the first or second person stands for."""
        keys = [(person, number, nominal.section, nominal.quote) for number in nominal.numbers]
        before = [self._last[key] for key in keys if key in self._last]
        for key in keys:
            self._last[key] = nominal
        if not before and person == 1 and "Sing" in nominal.numbers:
            return self._speakers.get(nominal.quote)
        return max(before, key=lambda each: each.number, default=None)


def _candidates(chains: Chains, asked: Asked) -> list[Candidate]:
    """What the pronoun can stand for, the nearest first, with what is seen of it."""
    pronoun = asked.pronoun
    forbidden = _forbidden(chains, pronoun)
    fitting = _fitting(chains, pronoun, REACH, forbidden) or _fitting(chains, pronoun, LAST_REACH, forbidden)
    recent = [chains.chain(each) for each in _before(chains, pronoun, _RECENT)] if fitting else []
    histories: dict[int, History] = {}
    found: list[Candidate] = []
    for rank, (candidate, chain) in enumerate(fitting):
        marks: Marks = ("nearest",) if rank == 0 else ()
        if chain not in histories:
            marks = (*marks, "newest")
            histories[chain] = history_of(chains.size(chain), recent.count(chain), chains.marks(chain, pronoun))
        repeated, lately, said = histories[chain]
        place = place_of(candidate, asked)
        marks = marks_beside(candidate, asked, place[0], marks + said)
        found.append(Candidate(candidate, chain, place, marks, (log(1 + rank), repeated, lately)))
    return found


def _forbidden(chains: Chains, pronoun: Nominal) -> set[int]:
    """The chains for which the structure of its sentence lets the pronoun not stand."""
    binding = Binding(pronoun)
    return {chains.chain(each) for each in _beside(chains, pronoun) if binding.forbids(each)}


def _fitting(chains: Chains, pronoun: Nominal, reach: int, forbidden: set[int]) -> list[tuple[Nominal, int]]:
    """The nearest nominals that the pronoun can stand for, with their chains."""
    found: list[tuple[Nominal, int]] = []
    for candidate in _before(chains, pronoun, reach):
        chain = chains.chain(candidate)
        if chain not in forbidden and chains.agrees(chain, pronoun) and _can_be(candidate, pronoun, chains):
            found.append((candidate, chain))
            if len(found) == MOST:
                break
    return found


def _before(chains: Chains, pronoun: Nominal, reach: int) -> Iterator[Nominal]:
    """The nominals of so many sentences before the pronoun, the nearest first."""
    first = pronoun.sentence - reach
    for number in range(pronoun.number - 1, max(-1, pronoun.number - 1 - WINDOW), -1):
        nominal = chains.nominals[number]
        if nominal.sentence < first or nominal.section != pronoun.section:
            return
        yield nominal


def _beside(chains: Chains, pronoun: Nominal) -> Iterator[Nominal]:
    """The other nominals of its sentence."""
    yield from _before(chains, pronoun, 0)
    yield from islice(_behind(chains, pronoun), WINDOW)


def _behind(chains: Chains, pronoun: Nominal) -> Iterator[Nominal]:
    for number in range(pronoun.number + 1, len(chains.nominals)):
        if chains.nominals[number].tree is not pronoun.tree:
            return
        yield chains.nominals[number]


def _can_be(candidate: Nominal, pronoun: Nominal, chains: Chains) -> bool:
    """Whether it speaks of anything, and of a third person, where the pronoun looks for it."""
    if candidate.is_part:
        return False
    if candidate.pronoun is not None:
        if candidate.pronoun.person != 3:
            return False
        if candidate.number not in chains.antecedents and is_pleonastic(candidate):
            return False
    return not (pronoun.pronoun is not None and pronoun.pronoun.reflexive and candidate.tree is not pronoun.tree)


def _following(chains: Chains, pronoun: Nominal) -> Nominal | None:
    """The subject of the main clause behind a clause that holds the pronoun: "When she left, Ann …"."""
    above = pronoun.head
    while above.head is not None and above.rel not in ("advcl", "obl"):
        above = above.head
    main = above.head
    if main is None or above.i > main.i:
        return None
    subject = main.child("nsubj")
    if subject is None or subject.i < pronoun.head.i:
        return None
    behind = (each for each in _behind(chains, pronoun) if each.head is subject)
    return next((each for each in behind if pronoun.agrees(each) and not is_possessor(each)), None)

"""`python -m training.coreference --corpora DIR`: fit the weights by which pronouns choose among candidates.

Learns from the pronouns of GUM's training part, on its own trees: the weights that make the annotated antecedents most
likely among all candidates (a conditional logit with an L2 penalty), written to `kg/extraction/data/salience.toml`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import spacy

from kg.build import Knowledge
from kg.evaluation.conllu import read_conllu
from kg.evaluation.coreference import entities_of, parsed, place_of
from kg.evaluation.pipelines import documents_of
from kg.extraction import chains_in, forest_of
from kg.extraction.coreference import Asked, Candidate
from kg.extraction.coreference.nominals import Nominal
from kg.extraction.coreference.salience import MEASURES, seen_of_place, traits_of

WEIGHTS = Path(__file__).parents[1] / "kg" / "extraction" / "data" / "salience.toml"
STEPS, RATE, PENALTY = 150, 0.05, 8.0
#: Features seen less often than this tell nothing that holds elsewhere.
RARE = 20


def main() -> None:
    """Read the command line, fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.coreference", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/")
    options = parser.parse_args()
    choices = collect(options.corpora / "ud" / "en_gum-train.conllu.gz")
    weights = fit(choices)
    lines = [f'"{name}" = {weight:.3f}\n' for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    head = (
        "# What makes a nominal likely to be what a pronoun stands for; written by `python -m training.coreference`.\n"
    )
    WEIGHTS.write_text(head + "".join(lines), encoding="utf-8")


#: One pronoun's candidates: what is seen of each, and whether it is right.
Choice = list[tuple[dict[str, float], bool]]


def features(asked: Asked, candidate: Candidate) -> dict[str, float]:
    """All that is seen, under names shared by all pronouns and under those of the pronoun's manner."""
    marks = dict.fromkeys((*candidate.marks, *traits_of(candidate.nominal)), 1.0)
    shared = marks | seen_of_place(candidate.place) | dict(zip(MEASURES, candidate.measures, strict=True))
    return shared | {f"{asked.manner}: {name}": value for name, value in shared.items()}


def collect(path: Path) -> list[Choice]:
    """The choices that annotated pronouns make, where a right candidate is among them."""
    lexis = Knowledge().reader.lexis("en")
    nlp = spacy.blank("en")
    choices: list[Choice] = []
    for run in documents_of(read_conllu(path)):
        forest = forest_of(parsed(run, nlp, own=False), lang="en", lexis=lexis)
        chains_in(forest, kinds=lexis.kinds, choose=partial(choose, choices, entities_of(run, forest)))
    return choices


def choose(
    choices: list[Choice],
    entities: Mapping[tuple[int, bool], set[str]],
    asked: Asked,
    candidates: Sequence[Candidate],
) -> Nominal | None:
    """The nearest right candidate; what is seen of them all goes to the choices."""
    names = entities.get(place_of(asked.pronoun), set())
    right = [bool(names & entities.get(place_of(each.nominal), set())) for each in candidates]
    if not any(right):
        return None
    choices.append([(features(asked, each), good) for each, good in zip(candidates, right, strict=True)])
    return candidates[right.index(True)].nominal


def fit(choices: list[Choice]) -> dict[str, float]:
    """Feature to weight, by gradient ascent on the log-likelihood (Adam)."""
    counts: dict[str, int] = {}
    for seen in (seen for choice in choices for seen, _ in choice):
        for name in seen:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= RARE)
    index = {name: i for i, name in enumerate(names)}
    rows = [each for choice in choices for each in choice]
    x = np.zeros((len(rows), len(names)), dtype=np.float32)
    for i, (seen, _) in enumerate(rows):
        for name, value in seen.items():
            if name in index:
                x[i, index[name]] = value
    right = np.array([good for _, good in rows])
    starts = np.cumsum([0, *(len(choice) for choice in choices[:-1])])
    sizes = [len(choice) for choice in choices]
    weights, mean, spread = (np.zeros(len(names), dtype=np.float32) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = x @ weights
        scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        among_all = scores / np.repeat(np.add.reduceat(scores, starts), sizes)
        good = scores * right
        among_right = good / np.repeat(np.add.reduceat(good, starts) + np.float32(1e-30), sizes)
        slope = (among_right - among_all) @ x - PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        weights += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


if __name__ == "__main__":
    main()

"""Fits the confidences of propositions, and measures whether they mean what they say.

Logistic regression with an L2 penalty by Newton's method, on shares of right facts; each gold set has an intercept of
its own. The expected calibration error (Guo et al. 2017, https://arxiv.org/abs/1706.04599) is measured over sentences
that the fit did not see, in ten parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError

if TYPE_CHECKING:
    import numpy as np

#: Strength of the penalty, in observations; parts of the cross-validation; bins of the calibration error.
PENALTY = 4.0
PARTS = 10
BINS = 10
#: How often a feature must be seen to get a weight.
SEEN = 12


@dataclass(frozen=True, slots=True)
class Observation:
    """One judged proposition: its features, its gold set, its sentence there, and how right it is, 0 to 1.

    `weight` is how many facts were judged.
    """

    features: Mapping[str, float]
    gold: str
    sentence: int
    right: float
    weight: float = 1.0


def fit(observed: Sequence[Observation]) -> dict[str, float]:
    """Weights of features, and intercepts under the gold sets' names."""
    import numpy as np

    sets = sorted({each.gold for each in observed})
    counts: dict[str, int] = {}
    for each in observed:
        for name in each.features:
            counts[name] = counts.get(name, 0) + 1
    names = sets + sorted(name for name, count in counts.items() if count >= SEEN)
    table = _table(observed, names)
    right = np.array([each.right for each in observed])
    share = np.array([each.weight for each in observed])
    penalty = np.array([0.01 if name in sets else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(30):
        chance = _chances(table, weights)
        gradient = table.T @ (share * (right - chance)) - penalty * weights
        curvature = (table * (share * chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        weights = weights + np.linalg.solve(curvature, gradient)
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}


def predict(observed: Sequence[Observation], weights: Mapping[str, float]) -> list[float]:
    """The chance of each observation to be right."""
    import numpy as np

    names = list(weights)
    return [float(x) for x in _chances(_table(observed, names), np.array([weights[name] for name in names]))]


def calibration_error(observed: Sequence[Observation], *, gold: str) -> float:
    """Expected calibration error on one gold set, of fits that did not see the sentence."""
    judged: list[tuple[float, Observation]] = []
    for part in range(PARTS):
        seen = [each for each in observed if each.sentence % PARTS != part]
        held = [each for each in observed if each.sentence % PARTS == part and each.gold == gold]
        if seen and held:
            judged += zip(predict(held, fit(seen)), held, strict=True)
    return binned_error([(chance, each.right, each.weight) for chance, each in judged])


def binned_error(judged: Sequence[tuple[float, float, float]]) -> float:
    """Mean distance of confidence and share right, (confidence, right, weight), over bins of equal width."""
    total = sum(weight for _, _, weight in judged)
    error = 0.0
    for number in range(BINS):
        inside = [each for each in judged if min(int(each[0] * BINS), BINS - 1) == number]
        error += abs(sum(weight * (chance - right) for chance, right, weight in inside))
    return error / total if total else 0.0


def write_weights(path: Path, weights: Mapping[str, float], *, sets: Sequence[str]) -> None:
    """The weights as TOML: intercepts by profile, then features by name."""
    lines = ["# Weights of the confidence of propositions, fitted on gold facts by `kg eval extraction --fit`."]
    lines += ["[intercepts]", *(f'"{name}" = {weights[name]:.3f}' for name in sets), ""]
    lines += ["[features]", *(f'"{name}" = {weights[name]:.3f}' for name in sorted(weights) if name not in sets)]
    try:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{path}: can't be written: {error.strerror}") from error


def _table(observed: Sequence[Observation], names: Sequence[str]) -> np.ndarray[Any, Any]:
    import numpy as np

    place = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(observed), len(names)))
    for row, each in enumerate(observed):
        for name, value in {**each.features, each.gold: 1.0}.items():
            if name in place:
                table[row, place[name]] = value
    return table


def _chances(table: np.ndarray[Any, Any], weights: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    import numpy as np

    result: np.ndarray[Any, Any] = 1.0 / (1.0 + np.exp(-(table @ weights)))
    return result

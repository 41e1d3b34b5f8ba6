"""Confidences: what is fitted, and how far they are off."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from kg.errors import ExportError
from kg.evaluation.calibration import Observation, binned_error, calibration_error, fit, predict, write_weights


def _observed() -> list[Observation]:
    """Nine in ten with the mark are right, one in ten without."""
    drawn = Random(1)
    marks = [drawn.random() < 0.5 for _ in range(2000)]
    return [
        Observation({"mark": 1.0} if mark else {}, "graph", number, float(drawn.random() < (0.9 if mark else 0.1)))
        for number, mark in enumerate(marks)
    ]


def test_fit_finds_the_shares() -> None:
    asked = [Observation({"mark": 1.0}, "graph", 0, 1.0), Observation({}, "graph", 0, 1.0)]
    marked, plain = predict(asked, fit(_observed()))
    assert marked == pytest.approx(0.9, abs=0.03)
    assert plain == pytest.approx(0.1, abs=0.03)


def test_calibration_error_is_small_where_the_features_tell_all() -> None:
    assert calibration_error(_observed(), gold="graph") < 0.05


def test_binned_error_is_the_distance_from_the_share() -> None:
    assert binned_error([(0.8, 1.0, 1.0), (0.8, 0.0, 1.0)]) == pytest.approx(0.3)
    assert binned_error([]) == 0.0


def test_write_weights_says_where_it_cannot(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="can't be written"):
        write_weights(tmp_path / "no" / "such.toml", {"graph": 1.0}, sets=("graph",))

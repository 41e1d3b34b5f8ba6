"""Every selector and mode against networkx, on random small graphs; thousands of them by `benchmarks.paths`."""

from __future__ import annotations

import pytest

from kg.paths.query import Mode, Selector
from tests.kg.paths.agreement import SELECTORS, Case, disagreement

#: Graphs for each selector and mode.
GRAPHS = 12


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("selector", SELECTORS, ids=lambda each: f"{each.kind}-{each.count}")
def test_selectors_and_modes_agree_with_networkx(selector: Selector, mode: Mode) -> None:
    found = [disagreement(Case(seed, selector, mode)) for seed in range(GRAPHS)]
    assert [each for each in found if each] == []

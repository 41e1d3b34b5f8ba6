"""Acceptance cases: each folder of `tests/cases` holds small texts, the facts they state, and facts they don't."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.store import parse

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
pytestmark = pytest.mark.models


def triples(path: Path) -> set[object]:
    return set(parse(path)) if path.exists() else set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases_state_their_facts_and_no_others(case: Path) -> None:
    texts = sorted(str(path) for path in case.glob("*.txt"))
    with kg.open() as graph:
        list(graph.build(texts))
        exported = graph.export(format="nt")
        assert exported is not None
        found = set(parse(exported.encode(), "nt"))
    assert triples(case / "expected.ttl") - found == set()
    assert triples(case / "absent.ttl") & found == set()

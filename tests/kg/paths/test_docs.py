"""Every example of docs/paths.md runs and finds something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg

PAGE = Path(__file__).resolve().parents[3] / "docs" / "paths.md"
DATA, *QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def graph() -> kg.Graph:
    opened = kg.open()
    opened.update(DATA)
    return opened


@pytest.mark.parametrize("query", QUERIES)
def test_examples_of_the_page_find_paths(graph: kg.Graph, query: str) -> None:
    found = graph.query(query)
    assert isinstance(found, kg.Paths)
    assert found.paths


@pytest.mark.parametrize("code", PYTHON)
def test_python_of_the_page_runs(graph: kg.Graph, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(code, {"graph": graph})
    assert capsys.readouterr().out

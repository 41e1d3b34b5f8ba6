"""`kg query --timeout`."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import kg
from shell.__main__ import main

LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s FILTER(?a != ?s) }"
DENSE = " ".join(f"ent:n{a} kg:contacted ent:n{b} ." for a in range(16) for b in range(16) if a != b)


def ask(store: Path, seconds: str, query: str, *more: str) -> int:
    return main(["query", "--timeout", seconds, query, "--store", str(store), *more])


def test_a_query_past_its_time_is_one_line(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    assert ask(store, "0.5", LONG) == 3
    assert time.monotonic() - began < 20
    assert capsys.readouterr() == ("", "kg: stopped after 0.5 s; narrow the query, or allow more by --timeout\n")


def test_a_query_within_its_time_is_answered_as_without(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = "SELECT ?who { ?who kg:left ent:Acme } ORDER BY ?who"
    assert main(["query", query, "--store", str(store), "--format", "csv"]) == 0
    without = capsys.readouterr()
    assert ask(store, "60", query, "--format", "csv") == 0
    assert capsys.readouterr() == without


def test_a_wrong_query_with_a_time_shows_its_place(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(store, "60", "SELECT ?x { ?x ") == 3
    shown = capsys.readouterr().err
    assert "^" in shown
    assert "kg: line 1" in shown


def test_paths_past_their_time_are_those_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kg.open(tmp_path / "s") as graph:
        graph.update(f"INSERT DATA {{ {DENSE} }}")
    query = "PATHS ALL SIMPLE START ?x = ent:n0 END ?y = ent:n1 VIA kg:contacted"
    assert ask(tmp_path / "s", "0.3", query, "--format", "csv") == 0
    assert "the answer was cut short by the deadline" in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["0", "-1", "soon", "inf", "nan"])
def test_a_time_that_is_none_is_wrong_usage(seconds: str, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(store, seconds, "ASK {}") == 2
    assert "is no number of seconds above 0" in capsys.readouterr().err


def test_an_update_takes_no_time_limit(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(store, "1", "INSERT DATA { ent:a kg:left ent:b }", "--update") == 2
    assert "--timeout is for queries" in capsys.readouterr().err

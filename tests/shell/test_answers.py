"""Answers as text: the order of columns, the direction of hops, what is cut short."""

from __future__ import annotations

import pytest

import kg
from shell.answers import Wish, answer
from shell.results import Size


def _answered(graph: kg.Graph, text: str, wish: Wish) -> tuple[str, Size]:
    *pieces, size = answer(graph, text, wish)
    assert isinstance(size, Size)
    return "".join(map(str, pieces)), size


def test_answer_to_select_all_has_columns_as_the_pattern_has_them(graph: kg.Graph) -> None:
    shown, _ = _answered(graph, "SELECT DISTINCT * { ?s kg:left ?o ; ?p ?x }", Wish())
    assert shown.split("\n")[0].split() == ["s", "│", "o", "│", "p", "│", "x"]


def test_answer_has_columns_as_the_query_lists_them(graph: kg.Graph) -> None:
    shown, _ = _answered(graph, "SELECT ?o ?s { ?s kg:left ?o }", Wish())
    assert shown.split("\n")[0].split() == ["o", "│", "s"]


@pytest.mark.parametrize(("labels", "marked"), [(True, "← left"), (False, "^kg:left")])
def test_answer_marks_facts_that_a_path_follows_backwards(graph: kg.Graph, labels: bool, marked: str) -> None:
    query = "PATHS START ?x = ent:Ann_Lee END ?y = ent:Bo_Ås VIA ?p UNDIRECTED"
    shown, size = _answered(graph, query, Wish(labels=labels))
    assert shown.count(marked) == 1
    assert size.summary == "1 path, 2 rows"


def test_answer_says_what_is_left_out(graph: kg.Graph) -> None:
    shown, size = _answered(graph, "SELECT ?s { ?s kg:left ?o }", Wish(most=1))
    assert shown.count("\n") == 3
    assert size.summary.startswith("the first 1 row")
    assert ".set rows all" in size.summary


@pytest.mark.parametrize("form", ["csv", "json", "xml", "tsv"])
def test_answer_in_a_format_for_programs_is_the_standards(graph: kg.Graph, form: str) -> None:
    query = "SELECT ?s { ?s kg:left ?o } ORDER BY ?s"
    result = graph.query(query)
    assert isinstance(result, kg.Rows)
    shown, _ = _answered(graph, query, Wish(form))
    assert shown.rstrip("\n") == result.serialize(form).decode().rstrip("\n")
    assert shown.endswith("\n")


def test_answer_of_many_triples_is_cut_and_says_so(graph: kg.Graph) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    shown, size = _answered(graph, query, Wish("nt", most=3))
    assert shown.count("\n") == 3
    assert size.summary == "the first 3 triples; `.set rows all` shows the others"
    assert _answered(graph, query, Wish("ttl", most=100_000))[1].summary.endswith(" triples")

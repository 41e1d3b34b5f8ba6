from __future__ import annotations

import pytest

from shell.context import classes_of, predicate_before, subject_before


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("SELECT * { ?x ", "?x"),
        ("SELECT * { ?x a kg:Person ; ", "?x"),
        ("SELECT * { ?x a kg:Person . ent:Meta ", "ent:Meta"),
        ("SELECT * { ?x kg:left (", "?x"),
        ("SELECT * { OPTIONAL { ?y ", "?y"),
        ("SELECT * { ", ""),
    ],
)
def test_context_subject(text: str, subject: str) -> None:
    assert subject_before(text) == subject


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("SELECT * { ?x kg:left ", "kg:left"),
        ("SELECT * { ?x a kg:Person ; kg:joined ent:Meta , ", "kg:joined"),
        ("SELECT * { ?x ", ""),
    ],
)
def test_context_predicate(text: str, predicate: str) -> None:
    assert predicate_before(text) == predicate


def test_context_classes_come_from_the_whole_text() -> None:
    assert classes_of("?x", "SELECT * { ?x kg:left ?y ; a kg:Person . ?y a kg:Organization }") == ["kg:Person"]

"""The sentences behind a fact."""

from __future__ import annotations

import pytest

from kg.model import Literal
from kg.paths import Status, evidence, statements
from tests.kg.paths.source import QuadSet, ent, kg

LEFT = (ent("Aino_Virta"), kg("left"), ent("Sørlandet_AI"))


def test_evidence_comes_from_every_document(newsroom: QuadSet) -> None:
    found = evidence(newsroom, LEFT)
    assert [(each.title, each.lang, each.confidence) for each in found] == [
        ("Robotit tulevat", "fi", 0.91),
        ("Robotane kjem", "nn", 0.8),
    ]


def test_evidence_highlights_the_words_of_the_statement(newsroom: QuadSet) -> None:
    marked = [[each.sentence[start:end] for start, end in each.highlights] for each in evidence(newsroom, LEFT)]
    assert marked == [["Aino Virta", "jätti", "Sørlandet AI:n"], ["Virta", "har", "forlate", "Sørlandet AI"]]


@pytest.mark.parametrize(
    ("subject", "predicate", "status", "qualifier"),
    [
        ("Aino_Virta", "left", Status.ASSERTED, ""),
        ("Aino_Virta", "owns", Status.NEGATED, ""),
        ("Björn_Åsen", "joined", Status.HEDGED, "possible"),
        ("Pohjola_Robotics", "acquired", Status.ATTRIBUTED, "Björn Åsen"),
    ],
)
def test_statements_tell_how_they_are_put(
    newsroom: QuadSet, subject: str, predicate: str, status: Status, qualifier: str
) -> None:
    each = statements(newsroom, subject=ent(subject), predicate=kg(predicate))[0]
    assert (each.status, each.qualifier) == (status, qualifier)


def test_statements_are_found_by_their_object(newsroom: QuadSet) -> None:
    found = statements(newsroom, value=ent("Sørlandet_AI"))
    assert {each.triple[0] for each in found} == {ent("Aino_Virta"), ent("Pohjola_Robotics")}


def test_statements_without_a_sentence_are_left_out() -> None:
    subject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject"
    source = QuadSet([(ent("s1"), type(ent("x"))(subject), ent("Aino"), None)])
    assert statements(source, subject=ent("Aino")) == ()


def test_evidence_marks_whole_words_only(newsroom: QuadSet) -> None:
    words = kg("relationText")
    held = [(s, p, Literal("no") if p == words else o, g) for s, p, o, g in newsroom.held]
    nynorsk = evidence(QuadSet(held), LEFT)[1]
    assert "no" in [nynorsk.sentence[start:end] for start, end in nynorsk.highlights]
    finnish = evidence(QuadSet(held), LEFT)[0]
    assert [finnish.sentence[start:end] for start, end in finnish.highlights] == ["Aino Virta", "Sørlandet AI:n"]


def test_evidence_marks_no_words_for_an_implicit_relation(newsroom: QuadSet) -> None:
    statement = evidence(newsroom, LEFT)[0].statement
    source = QuadSet([*newsroom.held, (statement, kg("implicit"), Literal("true"), None)])
    found = evidence(source, LEFT)[0]
    assert [found.sentence[start:end] for start, end in found.highlights] == ["Aino Virta", "Sørlandet AI:n"]

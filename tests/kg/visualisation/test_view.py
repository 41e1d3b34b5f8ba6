"""What of the graph is shown."""

from __future__ import annotations

from kg.model import Iri
from kg.paths import Status
from kg.visualisation import GraphView, view
from tests.kg.paths.source import QuadSet, ent, facts_of, kg


def named(seen: GraphView) -> set[str]:
    return {node.label for node in seen.nodes}


def test_view_shows_every_thing_of_a_small_graph(newsroom: QuadSet) -> None:
    seen = view(newsroom)
    assert len(seen.nodes) == 9
    assert seen.left_out == 0


def test_view_is_the_same_each_time(newsroom: QuadSet) -> None:
    turned = QuadSet(reversed(newsroom.held))
    assert view(newsroom) == view(turned)


def test_view_keeps_to_the_limit_and_says_what_is_left_out() -> None:
    star = facts_of(*(("hub", "has", f"leaf{at}") for at in range(20)), ("far", "has", "away"))
    seen = view(star, limit=10)
    assert len(seen.nodes) == 10
    assert seen.left_out == 13
    assert "far" not in named(seen)


def test_view_around_a_centre_holds_what_is_near(newsroom: QuadSet) -> None:
    assert named(view(newsroom, center=ent("Oulu"))) == {"Oulu", "Pohjola Robotics"}
    assert "Kristiansand" not in named(view(newsroom, center=ent("Oulu"), depth=2))


def test_view_around_a_centre_reads_only_what_is_near() -> None:
    source = facts_of(("a", "p", "b"), *((f"n{at}", "p", f"n{at + 1}") for at in range(50)))
    view(source, center=ent("a"))
    assert ent("n7") not in source.asked


def test_view_of_a_thing_without_facts_is_that_thing(newsroom: QuadSet) -> None:
    assert [node.iri for node in view(newsroom, center=ent("nobody")).nodes] == [ent("nobody")]


def test_view_holds_what_lies_further_for_those_who_ask(newsroom: QuadSet) -> None:
    seen = view(newsroom, center=ent("Oulu"), reach=100)
    assert {node.label for node in seen.nodes[: seen.first]} == {"Oulu", "Pohjola Robotics"}
    assert "Sørlandet AI" in named(seen)
    assert named(seen.opening()) == {"Oulu", "Pohjola Robotics"}


def test_view_opens_with_what_was_found(newsroom: QuadSet) -> None:
    seen = view(newsroom, among=[ent("Oulu"), ent("nobody")], reach=100)
    assert [node.iri for node in seen.nodes[: seen.first]] == [ent("Oulu"), ent("nobody")]
    assert named(view(newsroom, among=[ent("Oulu")])) == {"Oulu"}


def test_view_tells_facts_from_other_statements(seen: GraphView) -> None:
    status = {each.triple[1]: each.status for each in seen.connections}
    assert status[kg("left")] is Status.ASSERTED
    assert status[kg("owns")] is Status.NEGATED
    assert status[kg("joined")] is Status.HEDGED
    assert status[kg("acquired")] is Status.ATTRIBUTED


def test_view_reaches_what_only_statements_tell_of_that_are_no_facts(newsroom: QuadSet) -> None:
    possible = Iri("https://kg.example/document/robots.nn.txt#s2.1")
    told = [(*quad[:2], ent("Turku"), quad[3]) if quad[1].endswith("#object") else quad for quad in newsroom.held]
    source = QuadSet([new if old[0] == possible else old for new, old in zip(told, newsroom.held, strict=True)])
    assert "Turku" not in named(view(source))
    assert ent("Turku") not in {node.iri for node in view(source, limit=6, reach=100).opening().nodes}
    seen = view(source, limit=6, reach=100)
    assert (ent("Björn_Åsen"), kg("joined"), ent("Turku")) in {each.triple for each in seen.connections}


def test_view_brings_the_sentences_of_a_fact(seen: GraphView) -> None:
    found = next(each for each in seen.connections if each.triple[::2] == (ent("Aino_Virta"), ent("Sørlandet_AI")))
    assert [proof.lang for proof in found.evidence] == ["fi", "nn"]


def test_view_names_things_as_asked(newsroom: QuadSet) -> None:
    seen = view(newsroom, label=lambda iri: Iri(iri).rpartition("/")[2].upper())
    assert "OULU" in named(seen)


def test_view_of_an_empty_graph_is_empty() -> None:
    assert view(QuadSet([])) == GraphView((), ())


def test_view_shows_a_sentence_once_for_a_fact(newsroom: QuadSet) -> None:
    first = Iri("https://kg.example/document/robots.fi.txt#s1.1")
    again = [(Iri(first + "b"), *quad[1:]) for quad in newsroom.held if quad[0] == first]
    seen = view(QuadSet([*newsroom.held, *again]))
    found = next(each for each in seen.connections if each.triple[1] == kg("left") and each.evidence)
    assert [proof.lang for proof in found.evidence] == ["fi", "nn"]

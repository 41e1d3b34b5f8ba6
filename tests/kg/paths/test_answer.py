"""Answers of PATHS queries over a store: edges of every kind, evidence, formats, bounds, hostile text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.model import Iri, Literal
from kg.paths import Paths, ask_paths
from kg.store import Store, parse, parse_quads
from tests.kg.paths.source import ENT, KG, ent, kg

PREFIXES = {"ent": ENT, "kg": KG}
DATA = """
INSERT DATA {
  ent:a kg:p ent:b . ent:b kg:p ent:c . ent:c kg:p ent:a . ent:a kg:q ent:c . ent:d kg:q ent:c .
  ent:a kg:name "x" . ent:b kg:name "x" . ent:c kg:name "y" .
  ent:r1 kg:from ent:a ; kg:to ent:b ; kg:price 1.5 . ent:r2 kg:from ent:b ; kg:to ent:c ; kg:price 2 .
  ent:r3 kg:from ent:a ; kg:to ent:c ; kg:price 9 .
  GRAPH ent:g { ent:a kg:p ent:z }
}
"""
ROUTE = "VIA { ?r kg:from ?x ; kg:to ?y ; kg:price ?w } COST ?w"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.update(DATA, prefixes=PREFIXES)
        yield opened


def ask(store: Store, text: str, **options: float) -> Paths:
    return ask_paths(store, text, prefixes=PREFIXES, **options)  # type: ignore[arg-type]


def nodes(found: Paths) -> list[str]:
    """Each path as the last letters of its nodes."""
    return [
        "".join((node.text if isinstance(node, Literal) else node)[-1] for node in path.nodes) for path in found.paths
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("START ?x = ent:a END ?y = ent:c VIA kg:p", ["abc"]),
        ("START ?x = ent:a END ?y = ent:c VIA kg:p|kg:q", ["ac"]),
        ("START ?x = ent:c END ?y = ent:d VIA ^kg:q", ["cd"]),
        ("START ?x = ent:a END ?y = ent:d VIA kg:q UNDIRECTED", ["acd"]),
        ("START ?x = ent:b END ?y VIA kg:p/kg:p MAX LENGTH 1", ["ba"]),
        ("ALL CYCLIC START ?x = ent:a END ?y VIA kg:p", ["abca"]),
        ("START ?x { ?x kg:name 'x' } END ?y { ?y kg:name 'y' } VIA kg:p", ["bc", "abc"]),
        ("START ?x = ent:a END ?y VIA { ?x kg:name ?n . ?y kg:name ?n FILTER(?x != ?y) }", ["ab"]),
        ("START ?x = ent:a END ?y VIA { GRAPH ?g { ?x kg:p ?y } }", ["az"]),
        ("FROM ent:g START ?x = ent:a END ?y VIA ?p", ["az"]),
        ("START ?x = ent:a END ?y VIA kg:p ORDER BY DESC(LENGTH)", ["abc", "ab"]),
        ("START ?x = ent:a END ?y VIA kg:p ORDER BY DESC(?y) LIMIT 1", ["abc"]),
        ("START ?x = ent:a END ?y VIA kg:p OFFSET 1", ["abc"]),
        ("ALL START ?x = ent:a END ?y = ent:b VIA kg:p MIN LENGTH 2 MAX LENGTH 4", ["abcab"]),
        ("START ?x = ent:a END ?y VIA kg:name", ["ax"]),
    ],
)
def test_paths_follow_every_kind_of_edge(store: Store, text: str, expected: list[str]) -> None:
    assert nodes(ask(store, f"PATHS {text}")) == expected


def test_cheapest_paths_come_by_the_sum_of_their_costs(store: Store) -> None:
    found = ask(store, f"PATHS CHEAPEST 2 START ?x = ent:a END ?y = ent:c {ROUTE}")
    assert [(path.cost, len(path)) for path in found.paths] == [(3.5, 2), (9.0, 1)]
    assert [row["r"] for row in found] == [ent("r1"), ent("r2"), ent("r3")]


def test_rows_number_paths_and_hops(store: Store) -> None:
    found = ask(store, "PATHS START ?x = ent:a END ?y VIA ?p LIMIT 1")
    assert found.variables == ("path", "hop", "x", "p", "y")
    assert [tuple(row)[2:] for row in found] == [(ent("a"), kg("p"), ent("b"))]


@pytest.mark.parametrize("price", ["-1", '"dear"', "1e999"])
def test_costs_must_be_numbers_from_nought(store: Store, price: str) -> None:
    store.update(f"INSERT DATA {{ ent:r4 kg:from ent:b ; kg:to ent:a ; kg:price {price} }}", prefixes=PREFIXES)
    with pytest.raises(QueryError, match="COST must be a number from 0"):
        ask(store, f"PATHS CHEAPEST START ?x = ent:b END ?y = ent:c {ROUTE}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("PATHS START ?x = ey:a END ?y VIA ?p", (1, 18)),
        ("PATHS START ?x = ent:a END ?y VIA {\n ?x kg:p ?z }", (1, 35)),
        ("PATHS START ?x = ent:a END ?y VIA\n { ?x kk:p ?y }", (2, 7)),
        ("PATHS START ?x = ent:a END ?y = ent:a VIA ?p", (1, 33)),
        ("PATHS START ?x { ?z kg:p ?y } END ?y VIA ?p", (1, 16)),
    ],
)
def test_faults_of_parts_are_placed_in_the_whole_text(store: Store, text: str, place: tuple[int, int]) -> None:
    with pytest.raises(QueryError) as caught:
        ask(store, text)
    assert (caught.value.line, caught.value.column) == place


def test_limit_says_whether_there_are_more(store: Store) -> None:
    assert ask(store, "PATHS START ?x = ent:a END ?y VIA kg:p LIMIT 1").truncated == "limit"
    assert ask(store, "PATHS START ?x = ent:a END ?y VIA kg:p LIMIT 2").truncated is None


def _dense(store: Store) -> None:
    edges = "".join(f"ent:n{a} kg:e ent:n{b} . " for a in range(12) for b in range(12) if a != b)
    store.update(f"INSERT DATA {{ {edges} }}", prefixes=PREFIXES)


def test_deadline_ends_an_answer_with_what_it_has(store: Store) -> None:
    _dense(store)
    found = ask(store, "PATHS ALL START ?x = ent:n0 END ?y = ent:n1 VIA kg:e", seconds=0.2)
    assert found.truncated == "deadline"
    assert found.paths
    assert [len(path) for path in found.paths] == sorted(len(path) for path in found.paths)


def test_memory_ends_an_answer_with_what_it_has(store: Store) -> None:
    _dense(store)
    found = ask(store, "PATHS ALL START ?x = ent:n0 END ?y = ent:n1 VIA kg:e", most_edges=2000)
    assert found.truncated == "memory"
    assert found.paths


def test_hostile_labels_are_only_text(store: Store) -> None:
    hostile = Literal('"} UNION { ?x ?p ?y } #\u202e\x1b[31m</script>\n\\')
    store.apply(added=[(ent("a"), kg("says"), hostile, None), (ent("d"), kg("says"), hostile, None)])
    found = ask(store, "PATHS START ?x = ent:a END ?y VIA { ?x kg:says ?t . ?y kg:says ?t FILTER(?x != ?y) }")
    assert nodes(found) == ["ad"]
    assert found.paths[0].hops[0].values == (hostile,)
    assert json.loads(found.serialize("json"))["paths"][0]["hops"][0]["via"]["t"]["value"] == hostile.text
    literal_end = ask(store, "PATHS START ?x = ent:a END ?y { ent:d kg:says ?y } VIA { ?x kg:says ?y }")
    assert literal_end.paths[0].nodes[-1] == hostile


def test_turtle_holds_the_facts_of_the_paths(store: Store, tmp_path: Path) -> None:
    found = ask(store, "PATHS START ?x = ent:c END ?y = ent:d VIA kg:q UNDIRECTED")
    (tmp_path / "found.ttl").write_bytes(found.serialize("ttl"))
    assert set(parse(tmp_path / "found.ttl")) == {(ent("d"), kg("q"), ent("c"))}


def test_a_pattern_rests_on_its_triples(store: Store) -> None:
    found = ask(store, f"PATHS CHEAPEST START ?x = ent:a END ?y = ent:c {ROUTE}")
    assert found.triples(found.paths[0].hops[0])[0] == (ent("r1"), kg("from"), ent("a"))


def test_hops_carry_their_evidence() -> None:
    with Store.open() as opened:
        opened.apply(added=parse_quads(Path(__file__).with_name("newsroom.trig")))
        found = ask(opened, "PATHS START ?x = ent:Aino_Virta END ?y VIA kg:left")
        (hop,) = found.paths[0].hops
        assert {each.lang for each in found.evidence(hop)} == {"fi", "nn"}
        told = json.loads(found.serialize("json"))["paths"][0]["hops"][0]["evidence"]
        assert {"sentence", "document", "start", "confidence"} <= set(told[0])


def test_blank_nodes_are_not_passed(store: Store) -> None:
    store.update("INSERT DATA { ent:d kg:p _:x . _:x kg:p ent:a }", prefixes=PREFIXES)
    assert nodes(ask(store, "PATHS START ?x = ent:d END ?y VIA kg:p")) == []
    assert nodes(ask(store, "PATHS START ?x = ent:d END ?y VIA { ?x kg:p ?y }")) == []


def test_answers_name_only_iris_of_the_query(store: Store) -> None:
    found = ask(store, "PATHS START ?path = ent:a END ?hop VIA ?p LIMIT 1")
    assert found.variables == ("path_number", "hop_number", "path", "p", "hop")
    assert isinstance(found.paths[0].nodes[0], Iri)


def test_paths_show_themselves_in_notebooks(store: Store) -> None:
    label = 'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> INSERT DATA { ent:b rdfs:label "<b>Bo</b>" }'
    store.update(label, prefixes=PREFIXES)
    shown = ask(store, "PATHS START ?x = ent:a END ?y = ent:c VIA kg:p")._repr_html_()
    assert shown == (
        "<ol><li><b><bdi>a</bdi></b> —<bdi>p</bdi>→ <b><bdi>&lt;b&gt;Bo&lt;/b&gt;</bdi></b> "
        "—<bdi>p</bdi>→ <b><bdi>c</bdi></b></li></ol>"
    )


def test_no_paths_say_so_in_notebooks(store: Store) -> None:
    assert ask(store, "PATHS START ?x = ent:c END ?y = ent:a VIA kg:none")._repr_html_() == "<p>No path.</p>"


def test_paths_in_notebooks_unfold_to_their_sentences() -> None:
    with Store.open() as newsroom:
        newsroom.apply(added=parse_quads(Path(__file__).parent / "newsroom.trig"))
        shown = ask(newsroom, "PATHS START ?x = ent:Aino_Virta END ?y = ent:Sørlandet_AI VIA kg:left")._repr_html_()
    assert "<details><summary>sentences</summary><blockquote><mark>Aino Virta</mark> <mark>jätti</mark>" in shown

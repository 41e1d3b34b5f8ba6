"""The user's shapes are checked beside ours, each file by itself."""

from __future__ import annotations

from pathlib import Path

import kg

SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kg: <https://w3id.org/kgshell/ontology#> .
_:shape a sh:NodeShape ; sh:targetClass kg:%s ; sh:property _:property .
_:property sh:path kg:%s ; sh:minCount 1 ; sh:message "%s" .
"""
DATA = 'INSERT DATA { ent:Ann a kg:Person ; rdfs:label "Ann" . ent:Acme a kg:Organization ; rdfs:label "Acme" }'


def test_shapes_of_several_files_keep_their_blank_nodes_apart(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(SHAPE % ("Person", "worksFor", "works"), encoding="utf-8")
    (tmp_path / "b.ttl").write_text(SHAPE % ("Organization", "basedIn", "is somewhere"), encoding="utf-8")
    with kg.open() as graph:
        graph.update(DATA)
        found = graph.validate([str(tmp_path / "a.ttl"), str(tmp_path / "b.ttl")]).findings
    assert {
        (each.focus_node.rpartition("/")[2], each.message) for each in found if isinstance(each.focus_node, kg.Iri)
    } == {
        ("Ann", "works"),
        ("Acme", "is somewhere"),
    }


def test_our_shapes_are_checked_beside_the_users(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(SHAPE % ("Person", "worksFor", "works"), encoding="utf-8")
    with kg.open() as graph:
        graph.update(f"{DATA}; INSERT DATA {{ GRAPH doc:x {{ doc:x a kg:Document }} }}")
        messages = {each.message for each in graph.validate([str(tmp_path / "a.ttl")]).findings}
    assert {"works", "a document has one text"} <= messages

"""`kg check`, `kg infer` and `kg build --infer` on stores that real builds made."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

import kg
from shell.__main__ import main

TEXTS = {
    "a.txt": "Anna Berg was born in Bergen. Acme acquired Birch. Acme competes with Cedar.",
    "b.txt": "Anna Berg was born in Oslo. Acme did not acquire Birch.",
}
IMPORTED = """
@prefix ent: <https://kg.example/entity/> .
@prefix kg: <https://w3id.org/kgshell/ontology#> .
ent:Anna_Berg a kg:Place .
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("meaning")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    place = str(folder / "store")
    assert main(["build", str(folder / "texts"), "--lang", "en", "--store", place, "--infer"]) == 0
    return place


def test_check_shows_both_sentences_of_each_contradiction(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "extra.ttl").write_text(IMPORTED, encoding="utf-8")
    with kg.open(store) as graph:
        graph.load([str(tmp_path / "extra.ttl")])
    capsys.readouterr()
    assert main(["check", "--store", store]) == 1
    said = capsys.readouterr().out
    by_reason = dict(part.partition("\n")[::2] for part in re.split(r"\n(?! )", said))
    born = by_reason["Anna Berg has two values of born in"]
    assert "asserted: Anna Berg was born in Bergen. (doc:a.txt)" in born
    assert "asserted: Anna Berg was born in Oslo. (doc:b.txt)" in born
    denied = by_reason["Acme acquired: asserted and negated"]
    assert "asserted: Acme acquired Birch. (doc:a.txt)" in denied
    assert "negated: Acme did not acquire Birch. (doc:b.txt)" in denied
    classes = by_reason["Anna Berg is of two classes that share nothing"]
    assert "mentioned: Anna Berg was born in Bergen. (doc:a.txt)" in classes
    assert "stated:  (doc:extra.ttl)" in classes


def test_check_is_content_where_nothing_contradicts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kg.open(tmp_path / "store").close()
    assert main(["check", "--store", str(tmp_path / "store")]) == 0
    assert capsys.readouterr().out == "no contradictions\n"


def test_build_infers_into_a_graph_of_its_own(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["infer", "--store", store]) == 0
    said = capsys.readouterr().out.splitlines()
    with kg.open(store) as graph:
        rows = graph.query("SELECT ?s { GRAPH <https://kg.example/graph/inferred> { ?s ?p ?o } }")
        assert len(list(rows)) == len(said) - 1 > 0
    assert all("[prp-" in line and ": ent:" in line for line in said[:-1])


THESAURUS = """
@prefix my: <https://example.org/words#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
my:robotaxi a skos:Concept ; skos:prefLabel "robotaxi"@en , "robottitaksi"@fi ; skos:altLabel "driverless taxi"@en .
"""
TWO_LANGUAGES = {
    "en.txt": "Acme developed driverless taxis. Acme hired seasoned professionals.",
    "fi.txt": "Acme kehitti robottitakseja.",
}


def test_build_takes_a_thesaurus_and_infers_what_is_above_concepts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.ttl").write_text(THESAURUS, encoding="utf-8")
    place = str(tmp_path / "store")
    for name, text in TWO_LANGUAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        options = ["--lang", name[:2], "--store", place, "--thesaurus", str(tmp_path / "mine.ttl")]
        assert main(["build", str(tmp_path / name), *options, "--infer"]) == 0
    with kg.open(place) as graph:
        asked = graph.query("SELECT ?what { ent:Acme kg:developed ?what }")
        assert [graph.label(row[0]) for row in asked] == ["robotaxi"]
        assert graph.query("ASK { ent:seasoned_professional skos:broader ent:professional }")
    assert "ent:seasoned_professional skos:broader ent:professional  [compound: " in capsys.readouterr().out


def test_build_takes_properties_of_ones_own_as_documented(tmp_path: Path) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
    (example,) = (part for part in docs.split("\n\n") if "my:poach a" in part)
    (tmp_path / "mine.ttl").write_text(dedent(example), encoding="utf-8")
    (tmp_path / "a.txt").write_text("Acme poached Ann Lee from Birch in 2023.", encoding="utf-8")
    place = str(tmp_path / "store")
    options = ["--lang", "en", "--store", place, "--ontology", str(tmp_path / "mine.ttl"), "--infer"]
    assert main(["build", str(tmp_path / "a.txt"), *options]) == 0
    with kg.open(place) as graph:
        assert graph.query("ASK { ent:Acme <https://example.org/news#poached> ent:Ann_Lee ; kg:hired ent:Ann_Lee }")

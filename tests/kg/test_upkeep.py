from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kg
from kg.model import Iri, Literal, Quad
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.store import Store
from tests.kg.plain import opened, put

BASE = Base()
ANNA, ACME = BASE.entity("Anna Berg"), BASE.entity("Acme")
FACT = (ANNA, v.KG("left"), ACME)
TEXTS = {"a.txt": "Anna Berg left Acme. Anna Berg joined Birch.", "b.txt": "Anna Berg left Acme. Jordan left Birch."}


def built(folder: Path, texts: dict[str, str], store: Path | str = ":memory:") -> kg.Graph:
    graph = opened(store)
    put(graph, folder, texts)
    return graph


def replaced(graph: kg.Graph, old: Quad, new: Quad) -> None:
    graph._store.apply([old], [new])


# ---------------------------------------------------------------- verify


def test_verify_finds_nothing_in_what_was_built(tmp_path: Path) -> None:
    assert kg.verify(built(tmp_path, TEXTS)) == []


def test_verify_finds_words_that_the_text_has_not(tmp_path: Path) -> None:
    graph = built(tmp_path, {"a.txt": TEXTS["a.txt"]})
    (quad, *_) = graph._store.quads(None, v.ANCHOR_OF)
    replaced(graph, quad, (quad[0], quad[1], Literal("Anna Berg left Birch.", "en"), quad[3]))
    (flaw,) = kg.verify(graph)
    assert (flaw.document, flaw.node) == ("a.txt", quad[0])
    assert "Anna Berg left Birch." in flaw.message


def test_verify_finds_a_changed_text(tmp_path: Path) -> None:
    graph = built(tmp_path, {"a.txt": TEXTS["a.txt"]})
    (quad,) = graph._store.quads(None, v.IS_STRING)
    assert isinstance(quad[2], Literal)
    replaced(graph, quad, (quad[0], quad[1], Literal(f" {quad[2].text}"), quad[3]))
    assert len(kg.verify(graph)) == 4


@pytest.mark.parametrize(
    ("places", "message"),
    [("0,20;0,9;10,14;30,36", "outside"), ("0,20;0,9;9,14;15,19", "no words"), ("0,19;0,9;10,14;15,19", "elsewhere")],
)
def test_verify_finds_misplaced_words_of_statements(places: str, message: str, tmp_path: Path) -> None:
    graph = built(tmp_path, {"a.txt": "Anna Berg left Acme."})
    (quad,) = graph._store.quads(None, v.PREDICATE)
    node = Iri(f"{quad[3]}#char={places}")
    old = list(graph._store.quads(Iri(str(quad[0]))))
    graph._store.apply(old, [(node, *each[1:]) for each in old])
    assert [message in flaw.message for flaw in kg.verify(graph)] == [True]


# ---------------------------------------------------------------- compare, back up, restore


def test_compare_tells_what_came_went_and_changed(tmp_path: Path) -> None:
    before = built(tmp_path, TEXTS)
    after = built(tmp_path, {"a.txt": "Anna Berg left Acme.", "c.txt": "Acme acquired Birch."})
    found = kg.compare(before, after)
    assert (found.added_documents, found.removed_documents) == (("c.txt",), ("b.txt",))
    assert found.changed_documents == ("a.txt",)
    assert (ACME, v.KG("acquired"), BASE.entity("Birch")) in found.added_facts
    assert (ANNA, v.KG("joined"), BASE.entity("Birch")) in found.removed_facts
    assert FACT not in found.removed_facts


def test_compare_finds_graphs_of_the_same_documents_alike(tmp_path: Path) -> None:
    one, other = built(tmp_path, TEXTS), built(tmp_path, dict(reversed(TEXTS.items())))
    assert kg.compare(one, other) == ((), (), (), (), ())


def test_compare_finds_no_fact_changed_where_a_sentence_only_moved(tmp_path: Path) -> None:
    before = built(tmp_path, {"a.txt": "Anna Berg left Acme. Anna Berg joined Birch."})
    after = built(tmp_path, {"a.txt": "Anna Berg joined Birch.\n\nAnna Berg left Acme."})
    found = kg.compare(before, after)
    assert (found.changed_documents, found.added_facts, found.removed_facts) == (("a.txt",), (), ())


def test_backup_is_the_store_as_it_was(tmp_path: Path) -> None:
    with built(tmp_path / "texts", TEXTS, tmp_path / "store") as graph:
        kg.back_up(graph, tmp_path / "backup")
        graph.remove(["a.txt"])
    kg.restore(tmp_path / "backup", tmp_path / "again")
    with kg.open(tmp_path / "again") as restored, kg.open(tmp_path / "backup") as kept:
        assert [info.source for info in restored.documents()] == ["a.txt", "b.txt"]
        assert kg.compare(kept, restored) == ((), (), (), (), ())


def test_restore_leaves_a_store_that_is_there(tmp_path: Path) -> None:
    with built(tmp_path / "texts", TEXTS, tmp_path / "store") as graph:
        kg.back_up(graph, tmp_path / "backup")
    with pytest.raises(kg.StoreError, match="is there already"):
        kg.restore(tmp_path / "backup", tmp_path / "store")


# ---------------------------------------------------------------- evidence as data, schema.org


def test_disagreement_names_who_says_what(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    assert kg.disagreement(graph.why(*FACT)) == ""
    (statement,) = graph._store.quads(None, v.OBJECT, ACME, BASE.document("b.txt"))
    graph._store.apply((), [(statement[0], v.POLARITY, v.NEGATED, statement[3])])
    assert kg.disagreement(graph.why(*FACT)) == "asserted in a.txt; negated in b.txt"


def test_evidence_as_records_has_the_places_of_the_words(tmp_path: Path) -> None:
    (record, _) = kg.evidence_records(built(tmp_path, TEXTS).why(*FACT))
    assert (record["document"], record["start"], record["end"]) == ("a.txt", 0, 20)
    assert [record["sentence"][slice(*span)] for span in record["highlights"]] == ["Anna Berg", "left", "Acme"]
    assert record["confidence"] == 0.9


def test_evidence_as_turtle_spells_out_what_iris_tell(tmp_path: Path) -> None:
    graph = built(tmp_path, {"a.txt": TEXTS["a.txt"]})
    text = kg.evidence_turtle(graph, graph.why(*FACT))
    for line in ('kg:subjectText "Anna Berg"', 'kg:relationText "left"', "nif:endIndex 20", "a kg:Statement"):
        assert line in text


def test_schema_org_has_its_own_words_only(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    graph.update('INSERT DATA { ent:Anna_Berg kg:worksFor ent:Birch ; kg:jobTitle "leder"@nb ; skos:altLabel "AB" }')
    text = kg.export_schema_org(graph)
    assert text is not None
    assert "kg:" not in text
    for words in (
        "a schema:Person",
        'schema:name "Anna Berg"',
        'schema:jobTitle "leder"@nb',
        "schema:worksFor ent:Birch",
    ):
        assert words in text


# ---------------------------------------------------------------- what a replacement costs


def test_replacing_a_document_reads_no_more_in_a_larger_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    others = {f"{letter}.txt": f"Person{letter} left Firm{letter}." for letter in "cdefghijklmnopqrstuvwxyz"}
    read = []
    for size in (2, len(others)):
        graph = built(tmp_path, TEXTS | dict(list(others.items())[:size]))
        with monkeypatch.context() as patch:
            patch.setattr(Store, "quads", counted(Store.quads, read))
            read.append(0)
            put(graph, tmp_path, {"a.txt": f"Anna Berg joined Firm{size}."})
    small, large = read
    assert 0 < large <= small


def counted(quads: Callable[..., Iterator[Quad]], read: list[int]) -> Callable[..., Iterator[Quad]]:
    """Store.quads, counting in the last of the numbers what is read of documents' graphs and the default graph."""

    def count(*arguments: object, **options: object) -> Iterator[Quad]:
        for quad in quads(*arguments, **options):
            read[-1] += "ontology" not in str(quad[3])
            yield quad

    return count

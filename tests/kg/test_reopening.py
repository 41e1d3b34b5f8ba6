"""A store opened again goes on as if it had never been closed: names are read from it as documents gave them."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from kg.build import Knowledge
from kg.documents import read
from kg.linking import NameTable
from kg.rdf.iris import Base
from kg.rdf.mapping import map_document
from kg.rdf.readings import document_readings, readings
from kg.rdf.stored import StoredDocument
from tests.kg.plain import opened, put

#: Two persons called Anna Berg, until the last document puts her in both companies; and a short name of theirs.
TEXTS = {
    "a.txt": "Anna Berg joined Acme. Anna Berg left Acme.",
    "b.txt": "Anna Berg joined Birch. Bo Lund joined Birch.",
    "c.txt": "Berg left Birch. Bo Lund joined Cedar.",
    "d.txt": "Anna Berg left Acme. Anna Berg joined Birch.",
}
EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


def bytes_of(folder: Path, *parts: tuple[str, ...]) -> str | None:
    """The graph of these documents, the store closed and opened between the parts."""
    folder.mkdir(exist_ok=True)
    for part in parts:
        with opened(folder / "store") as graph:
            put(graph, folder / "texts", {name: TEXTS[name] for name in part})
    with opened(folder / "store") as graph:
        return graph.export(format="nq", what="evidence")


def test_namesakes_are_apart_until_a_document_ties_them(tmp_path: Path) -> None:
    apart = bytes_of(tmp_path / "apart", ("a.txt", "b.txt")) or ""
    together = bytes_of(tmp_path / "together", ("a.txt", "b.txt", "d.txt")) or ""
    assert "entity/Anna_Berg.Birch>" in apart
    assert "entity/Anna_Berg.Birch>" not in together


@pytest.mark.parametrize("order", list(permutations(TEXTS))[::6])
@pytest.mark.parametrize("size", [3, 4])
def test_a_store_opened_again_gives_the_bytes_of_one_build(order: tuple[str, ...], size: int, tmp_path: Path) -> None:
    chosen = order[:size]
    whole = bytes_of(tmp_path / "whole", tuple(sorted(chosen)))
    assert bytes_of(tmp_path / "parts", *((name,) for name in chosen)) == whole


def test_a_store_tells_the_readings_of_its_documents(tmp_path: Path) -> None:
    with opened(tmp_path / "store") as graph:
        put(graph, tmp_path / "texts", TEXTS)
        known = {each for name in TEXTS for each in graph._builder._names._documents[name]}
        assert set(readings(graph._store)) == known


@pytest.mark.models
def test_articles_are_read_from_the_store_as_they_were_drafted() -> None:
    knowledge = Knowledge()
    documents = [document for path in sorted(EXAMPLES.iterdir()) for document in read([str(path)])]
    extractions = knowledge.reader.read_many(documents)
    drafts = [knowledge.draft(*each) for each in zip(documents, extractions, strict=True)]
    names = NameTable(reading for draft in drafts for reading in draft.readings())
    for draft in drafts:
        source, graph = draft.document.source, Base().document(draft.document.source)
        quads = map_document(draft.document, draft.extraction, draft.link(names))
        stored = StoredDocument(graph, (quad[:3] for quad in quads))
        assert set(document_readings(stored, source)) == set(draft.readings())


CURATION = "ignore Anna Berg\nignore Cedar\nmerge relation kg:joined = rel:enter\nsame Acme = Birch\n"


@pytest.mark.parametrize("order", list(permutations(TEXTS))[::5])
def test_curated_stores_do_not_depend_on_the_order_of_documents(order: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("whole", "parts"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "store.curation").write_text(CURATION, encoding="utf-8")
    whole = bytes_of(tmp_path / "whole", tuple(sorted(order)))
    assert whole is not None
    assert "ontology#ignored>" in whole
    assert bytes_of(tmp_path / "parts", *((name,) for name in order)) == whole
    for name in ("d.txt", "c.txt"):
        with opened(tmp_path / "parts" / "store") as graph:
            graph.remove([name])
    (tmp_path / "rest").mkdir()
    (tmp_path / "rest" / "store.curation").write_text(CURATION, encoding="utf-8")
    assert bytes_of(tmp_path / "parts", ()) == bytes_of(tmp_path / "rest", ("a.txt", "b.txt"))

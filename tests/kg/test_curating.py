"""What people decided, through builds of a store with its file beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import CurationError
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from shell.commands import COMMANDS
from shell.session import Session, Settings
from tests.kg.plain import opened, put

BASE = Base()
TEXTS = {
    "a.txt": "Anna Berg left Acme. Anna Berg praised Jordan.",
    "b.txt": "Bo Lund left Birch. Acme acquired Cedar. Bo Lund praised Jordan.",
}
ACME, PRAISE = BASE.entity("Acme"), v.KG("praised")


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[kg.Graph]:
    with opened(tmp_path / "store") as graph:
        yield graph


def facts(graph: kg.Graph) -> set[tuple[str, ...]]:
    """The facts between entities, by local names."""
    found = (quad[:3] for quad in graph._store.quads(graph=None) if "/entity/" in quad[0])
    return {tuple(str(term).rpartition("/")[2].rpartition("#")[2] for term in triple) for triple in found}


def entities(graph: kg.Graph) -> set[str]:
    return {fact[0] for fact in facts(graph)}


def everything(graph: kg.Graph) -> str | None:
    return graph.export(format="nq", what="evidence")


def build(graph: kg.Graph, folder: Path, said: str = "") -> kg.Graph:
    """The texts built with this curation."""
    if said:
        (folder / "store.curation").write_text(said, encoding="utf-8")
    else:
        (folder / "store.curation").unlink(missing_ok=True)
    put(graph, folder / "texts", TEXTS)
    return graph


CASES = {
    "same Acme = Birch": {("Anna_Berg", "left", "Acme"), ("Bo_Lund", "left", "Acme")},
    "rename Acme = Acme Works": {("Anna_Berg", "left", "Acme_Works"), ("Acme_Works", "acquired", "Cedar")},
    "class Acme = Product": {("Acme", "type", "Product")},
    "merge relation kg:praised = kg:supports": {("Bo_Lund", "supports", "Jordan")},
    "ignore Acme": {("Bo_Lund", "left", "Birch"), ("Bo_Lund", "praised", "Jordan")},
}
GONE = {
    "same Acme = Birch": {("Bo_Lund", "left", "Birch")},
    "rename Acme = Acme Works": {("Anna_Berg", "left", "Acme")},
    "class Acme = Product": {("Acme", "type", "Organization")},
    "merge relation kg:praised = kg:supports": {("Bo_Lund", "praised", "Jordan")},
    "ignore Acme": {("Anna_Berg", "left", "Acme"), ("Acme", "acquired", "Cedar"), ("Acme", "type", "Organization")},
}


@pytest.mark.parametrize("line", CASES)
def test_decisions_hold_for_documents_that_are_there_and_that_come(graph: kg.Graph, tmp_path: Path, line: str) -> None:
    plain = facts(build(graph, tmp_path))
    assert plain >= GONE[line]
    curated = facts(build(graph, tmp_path, line))
    assert curated >= CASES[line]
    assert not curated & GONE[line]
    with opened(tmp_path / "other" / "store") as other:
        (tmp_path / "other").mkdir(exist_ok=True)
        assert everything(build(other, tmp_path / "other", line)) == everything(graph)


@pytest.mark.parametrize("line", CASES)
def test_decisions_are_undone_with_their_line(graph: kg.Graph, tmp_path: Path, line: str) -> None:
    before = everything(build(graph, tmp_path))
    assert everything(build(graph, tmp_path, line)) != before
    assert everything(build(graph, tmp_path)) == before


def test_different_parts_spellings(graph: kg.Graph, tmp_path: Path) -> None:
    put(graph, tmp_path / "texts", {"a.txt": "Anna Berg left Data Forge. Bo Lund left Dataforge."})
    assert len({fact[2] for fact in facts(graph) if fact[1] == "left"}) == 1
    kg.decide(graph, "different Data Forge = Dataforge")
    assert len({fact[2] for fact in facts(graph) if fact[1] == "left"}) == 2


def test_an_ignored_statement_stays_as_evidence(graph: kg.Graph, tmp_path: Path) -> None:
    build(graph, tmp_path, "ignore Acme")
    (said,) = graph.why(BASE.entity("Anna Berg"), v.KG("left"), ACME)
    assert (said.status.value, said.qualifier) == ("hedged", "ignored")


def test_a_document_that_comes_late_is_ignored_too(graph: kg.Graph, tmp_path: Path) -> None:
    build(graph, tmp_path, "ignore Acme")
    put(graph, tmp_path / "texts", {"c.txt": "Carl Ek joined Acme."})
    assert "Acme" not in entities(graph)
    assert "Carl_Ek" in entities(graph)


def test_a_merged_relation_is_asked_by_its_new_name(graph: kg.Graph, tmp_path: Path) -> None:
    build(graph, tmp_path, "merge relation kg:praised = rel:admire\nmerge relation rel:admire = kg:supports")
    assert len(graph.why(BASE.entity("Bo Lund"), v.KG("supports"), BASE.entity("Jordan"))) == 1
    assert not list(graph._store.quads(None, PRAISE, None, graph=None))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("merge relation kg:praised = kg:suports", "kg:suports is no property of the ontology"),
        ("merge relation praise = admire", "'praise' is no name of a relation"),
        ("merge relation rel:opt,for = kg:chose", "kgshell names things as in rel:opt%2Cfor"),
        ("ignore ent:AT&T", "kgshell names things as in ent:AT%26T"),
        ("ignore", "'ignore' is not of the form `ignore NAME`"),
    ],
)
def test_a_wrong_decision_changes_nothing(graph: kg.Graph, tmp_path: Path, line: str, message: str) -> None:
    before = everything(build(graph, tmp_path))
    with pytest.raises(CurationError, match=message):
        kg.decide(graph, line)
    assert everything(graph) == before
    assert not (tmp_path / "store.curation").exists()


def test_a_graph_in_memory_keeps_no_decisions() -> None:
    with opened() as graph, pytest.raises(CurationError, match="this store has none"):
        kg.decide(graph, "same Acme = Birch")


# ---------------------------------------------------------------- in the shell


@pytest.fixture
def session(graph: kg.Graph, tmp_path: Path) -> Session:
    build(graph, tmp_path)
    settings = Settings(timer=False, confirm=False)
    return Session.on(graph, str(tmp_path / "store"), commands=COMMANDS, settings=settings)


@pytest.mark.parametrize("command", [".same Acme = Birch", ".different Acme = Cedar"])
def test_shell_decides_and_takes_back(session: Session, tmp_path: Path, command: str) -> None:
    before = everything(session.graph)
    session.run_text(command)
    assert (tmp_path / "store.curation").read_text(encoding="utf-8") == f"{command[1:]}\n"
    assert everything(session.graph) != before
    session.run_text(".undo")
    assert everything(session.graph) == before
    assert not (tmp_path / "store.curation").exists()


def test_shell_undo_leaves_other_decisions(session: Session, tmp_path: Path) -> None:
    session.run_text(".same Acme = Birch")
    session.run_text(".different Acme = Cedar")
    session.run_text(".undo")
    assert (tmp_path / "store.curation").read_text(encoding="utf-8") == "same Acme = Birch\n"
    assert session.graph.find("Birch")[0].iri == ACME

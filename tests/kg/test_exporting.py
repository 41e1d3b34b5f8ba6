"""What an export takes from a store, and what it says of the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ExportError
from kg.export import export
from kg.exporting import chosen
from kg.store import Store, parse_quads

NEWSROOM = Path(__file__).parent / "paths" / "newsroom.trig"
ENT = "https://kg.example/entity/"
KG = "https://w3id.org/kgshell/ontology#"


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Store]:
    with Store.open() as store:
        store.apply(added=parse_quads(NEWSROOM))
        yield store


def edges(store: Store, form: str, what: str, folder: Path) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Edges by their ends and relation, as networkx reads them."""
    networkx = pytest.importorskip("networkx")
    file = folder / f"graph.{form}"
    taken = chosen(store, what, form, ())
    export(taken.quads, form, out=file, backings=taken.backings)
    if form == "graphml":
        read = networkx.read_graphml(file, force_multigraph=True)
    else:
        read = networkx.read_gexf(file, version="1.3")
    return {(start, data["iri"], end): data for start, end, data in read.edges(data=True)}


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_network_edges_carry_confidence_documents_and_status(newsroom: Store, form: str, tmp_path: Path) -> None:
    found = edges(newsroom, form, "facts", tmp_path)[f"{ENT}Aino_Virta", f"{KG}left", f"{ENT}Sørlandet_AI"]
    assert found["confidence"] == 0.91
    assert found["documents"] == "https://news.example/robots; robots.fi.txt"
    assert found["status"] == "asserted"


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_network_edges_without_sentences_say_nothing_of_them(newsroom: Store, form: str, tmp_path: Path) -> None:
    found = edges(newsroom, form, "facts", tmp_path)[f"{ENT}Pohjola_Robotics", f"{KG}basedIn", f"{ENT}Oulu"]
    assert not {"confidence", "documents", "status"} & found.keys()


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_network_takes_what_is_no_fact_as_evidence_only(newsroom: Store, form: str, tmp_path: Path) -> None:
    possible = (f"{ENT}Björn_Åsen", f"{KG}joined", f"{ENT}Pohjola_Robotics")
    assert possible not in edges(newsroom, form, "facts", tmp_path)
    assert edges(newsroom, form, "evidence", tmp_path)[possible]["status"] == "hedged"


def test_exports_refuse_what_is_neither_facts_nor_evidence(newsroom: Store) -> None:
    with pytest.raises(ExportError, match="'rumours' can't be exported"):
        chosen(newsroom, "rumours", "ttl", ())

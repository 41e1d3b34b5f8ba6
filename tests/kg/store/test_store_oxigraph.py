from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError, StoreError, StoreLocked
from kg.model import BlankNode, Iri, Literal, Quad
from kg.store import ANY, Rows, Store

S, P, G = Iri("ex:s"), Iri("ex:p"), Iri("ex:g")
FACT: Quad = (S, P, Literal("one"), None)
EVIDENCE: Quad = (S, P, Literal("one"), G)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


def test_store_on_disk_keeps_quads_after_closing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "deep" / "store") as store:
        store.apply(added=[FACT])
    with Store.open(tmp_path / "deep" / "store") as store:
        assert list(store.quads()) == [FACT]


@pytest.mark.parametrize(("graph", "expected"), [(ANY, {FACT, EVIDENCE}), (None, {FACT}), (G, {EVIDENCE})])
def test_quads_tell_any_graph_from_the_default_graph(store: Store, graph: Iri | None, expected: set[Quad]) -> None:
    store.apply(added=[FACT, EVIDENCE])
    assert set(store.quads(graph=graph)) == expected


def test_quads_fit_subject_predicate_and_object(store: Store) -> None:
    other: Quad = (S, Iri("ex:q"), Iri("ex:o"), None)
    store.apply(added=[FACT, other])
    assert list(store.quads(s=S, p=Iri("ex:q"), o=Iri("ex:o"))) == [other]


def test_contains_asks_for_one_quad(store: Store) -> None:
    store.apply(added=[FACT])
    assert store.contains(FACT)
    assert not store.contains(EVIDENCE)


def test_apply_removes_then_adds(store: Store) -> None:
    store.apply(added=[FACT, EVIDENCE])
    store.apply(removed=[FACT, EVIDENCE], added=[FACT])
    assert list(store.quads()) == [FACT]


def test_apply_drops_whole_graphs_without_a_trace(store: Store) -> None:
    store.apply(added=[FACT, EVIDENCE])
    store.apply(dropped=[G, Iri("ex:none")])
    assert list(store.quads()) == [FACT]
    assert list(store.graphs()) == []


def test_graphs_leave_out_those_that_were_emptied(store: Store) -> None:
    store.apply(added=[EVIDENCE, (S, P, S, Iri("ex:h"))])
    store.apply(removed=[EVIDENCE])
    assert list(store.graphs()) == [Iri("ex:h")]


def test_apply_keeps_and_removes_blank_nodes_by_their_label(store: Store) -> None:
    quads: list[Quad] = [(BlankNode("a"), P, BlankNode("b"), None), (S, P, BlankNode("a"), G), FACT]
    store.apply(added=quads)
    assert set(store.quads()) == set(quads)
    store.apply(removed=quads[:2])
    assert list(store.quads()) == [FACT]


def test_apply_of_nothing_does_nothing(store: Store) -> None:
    store.apply()
    assert store.count() == 0


@pytest.mark.parametrize(
    "bad", [(S, P, Iri("rel"), None), (S, P, Iri("ex:a> <ex:b"), None), (Literal("s"), P, S, None), (S, P, S)]
)
def test_apply_stores_nothing_of_a_write_with_a_malformed_quad(store: Store, bad: Quad) -> None:
    with pytest.raises(StoreError):
        store.apply(added=[FACT, bad])
    assert store.count() == 0


def test_apply_refuses_lone_surrogates(store: Store) -> None:
    with pytest.raises(StoreError, match="malformed"):
        store.apply(added=[(S, P, Literal("\udc00"), None)])


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_apply_stores_every_text_as_it_is(text: str) -> None:
    with Store.open() as store:
        store.apply(added=[(S, P, Literal(text), G), (S, P, Literal(text, "fi"), None)])
        assert {quad[2] for quad in store.quads()} == {Literal(text), Literal(text, "fi")}
        store.apply(removed=[(S, P, Literal(text), G), (S, P, Literal(text, "fi"), None)])
        assert store.count() == 0


@pytest.mark.parametrize(("name", "written", "kept"), [("integer", "007", "7"), ("decimal", "1.0", "1")])
def test_quads_give_numbers_in_their_canonical_form(store: Store, name: str, written: str, kept: str) -> None:
    datatype = Iri(f"http://www.w3.org/2001/XMLSchema#{name}")
    store.apply(added=[(S, P, Literal(written, None, datatype), None)])
    assert [quad[2] for quad in store.quads()] == [Literal(kept, None, datatype)]
    assert store.contains((S, P, Literal(written, None, datatype), None))


def test_update_of_several_operations_is_one_write(store: Store) -> None:
    with pytest.raises(QueryError):
        store.update("INSERT DATA { <ex:a> <ex:b> 1 } ; INSERT { ?s ?p ?o } WHERE { ?s ?p ?x BIND(<ex:f>(?x) AS ?o) }")
    assert store.count() == 0


def test_update_knows_prefixes_given_to_it(store: Store) -> None:
    store.update("INSERT DATA { e:s e:p 'one' }", prefixes={"e": "ex:"})
    assert store.contains(FACT)


def test_backup_is_a_store_of_its_own(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        store.apply(added=[FACT])
        store.backup(tmp_path / "copy")
        store.apply(added=[EVIDENCE])
        with Store.open(tmp_path / "copy", create=False) as copy:
            assert list(copy.quads()) == [FACT]


def test_backup_overwrites_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store, pytest.raises(StoreError, match="there already"):
        store.backup(tmp_path)


def test_optimize_changes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        store.apply(added=[FACT])
        store.optimize()
        assert list(store.quads()) == [FACT]


def test_close_frees_the_folder_while_results_are_half_read(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store")
    store.apply(added=[FACT, EVIDENCE])
    quads, rows, view = store.quads(), store.query("SELECT * { GRAPH ?g { ?s ?p ?o } }"), store.to_rdflib()
    next(quads)
    store.close()
    with Store.open(tmp_path / "store") as again:
        assert again.count() == 2
    with pytest.raises(StoreError, match="closed"):
        next(quads)
    with pytest.raises(StoreError, match="closed"):
        list(rows)  # type: ignore[arg-type]
    assert view is not None


def test_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.count()


def test_open_without_create_wants_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there"):
        Store.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_open_refuses_a_folder_of_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(StoreError, match="is no store"):
        Store.open(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.docx"]


def test_open_takes_up_a_store_whose_making_was_cut_short(tmp_path: Path) -> None:
    (tmp_path / "LOCK").touch()
    (tmp_path / "LOG").touch()
    with Store.open(tmp_path) as store:
        assert store.count() == 0


@pytest.mark.parametrize("place", ["file", "file/store"])
def test_open_refuses_a_file(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="a file"):
        Store.open(tmp_path / place)


def test_open_refuses_addresses() -> None:
    with pytest.raises(StoreError, match="a store's folder is wanted"):
        Store.open("http://localhost:7878/query")


def test_open_refuses_a_damaged_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        store.apply(added=[FACT])
    (tmp_path / "store" / "CURRENT").write_text("MANIFEST-999999\n")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(tmp_path / "store")


def test_open_takes_a_file_of_a_like_name_for_no_store(tmp_path: Path) -> None:
    (tmp_path / "000001.txt").touch()
    with pytest.raises(StoreError, match="is no store"):
        Store.open(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("mode", [0o500, 0])
def test_open_refuses_a_folder_that_is_not_ours(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    with pytest.raises(StoreError, match="no permission"):
        Store.open(tmp_path / "store")


def test_open_twice_in_a_process_is_locked_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(tmp_path / "store")
    with Store.open(tmp_path / "store"), pytest.raises(StoreLocked, match="this process"):
        Store.open(tmp_path / "alias")


HOLD = (
    "import sys; from kg.store import Store; s = Store.open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
)


def test_open_names_the_process_that_holds_the_store(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "store")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        expected = f"in use by process {child.pid} " if Path("/proc/locks").exists() else "in use by"
        with pytest.raises(StoreLocked, match=expected):
            Store.open(tmp_path / "store")
        child.communicate()


# Writes documents of 200 quads each, every one removing the one before it, until it is killed.
WRITE = """
import sys
from kg.model import Iri, Literal
from kg.store import Store
store = Store.open(sys.argv[1])
def document(n):
    return [(Iri(f"ex:d{n}"), Iri(f"ex:p{i}"), Literal("x" * 50), Iri("ex:g")) for i in range(200)]
start = store.count() and 1 + max(int(q[0][4:]) for q in store.quads())
for n in range(start, 10**6):
    store.apply(document(n - 1), document(n))
    print(n, flush=True)
"""


def test_apply_is_whole_when_the_process_is_killed(tmp_path: Path) -> None:
    for kill in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", WRITE, str(tmp_path / "store")], stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdout is not None
            acknowledged = 0
            for _ in range(3 + 7 * kill):
                acknowledged = int(child.stdout.readline())
            child.kill()
        with Store.open(tmp_path / "store") as store:
            subjects = {quad[0] for quad in store.quads()}
            assert store.count() == 200
            assert len(subjects) == 1
            assert int(subjects.pop()[4:]) >= acknowledged


FILL = """
import resource, sys
from kg.errors import StoreError
from kg.model import Iri, Literal
from kg.store import Store
store = Store.open(sys.argv[1])
store.apply(added=[(Iri("ex:s"), Iri("ex:p"), Literal("kept"), None)])
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    store.apply(added=[(Iri("ex:s"), Iri("ex:p"), Literal("x" * 1000 + str(i)), None) for i in range(1000)])
except StoreError as error:
    print(error)
"""


def test_apply_on_a_full_disk_says_so_and_stores_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(tmp_path / "store")], capture_output=True, text=True, check=True
    )
    assert "the disk is full" in done.stdout
    with Store.open(tmp_path / "store") as store:
        assert [quad[2] for quad in store.quads()] == [Literal("kept")]


def test_importing_the_store_leaves_rdflib_alone() -> None:
    code = "import sys, kg.store; sys.exit('rdflib' in sys.modules or 'oxrdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_rdflib_sees_the_same_store(store: Store) -> None:
    rdflib = pytest.importorskip("rdflib")
    store.apply(added=[FACT])
    view = store.to_rdflib()
    assert (rdflib.URIRef("ex:s"), rdflib.URIRef("ex:p"), rdflib.Literal("one")) in view.default_graph
    view.default_graph.add((rdflib.URIRef("ex:s"), rdflib.URIRef("ex:p"), rdflib.URIRef("ex:o")))
    assert store.contains((S, P, Iri("ex:o"), None))


def test_query_gives_rows(store: Store) -> None:
    assert isinstance(store.query("SELECT * { ?s ?p ?o }"), Rows)


def test_store_does_not_gather_logs_of_earlier_openings(tmp_path: Path) -> None:
    for _ in range(4):
        Store.open(tmp_path / "s").close()
    assert list((tmp_path / "s").glob("LOG.old.*")) == []

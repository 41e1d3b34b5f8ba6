"""Reading from an endpoint: a server on the loopback, with the same data as a store in memory beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.errors import QueryError, StoreError, StoreTimeout
from kg.model import BlankNode, Iri, Literal, Quad
from kg.store import ANY, Rows, Store, Triples, open_store, remote
from kg.store.remote import RemoteStore
from tests.served import Manners, Served, as_new, serving

A, B, C, P, LABEL = (Iri(f"http://x.example/{name}") for name in ("a", "b", "c", "p", "label"))
G = Iri("http://x.example/g")
DATA: list[Quad] = [
    (A, P, B, None),
    (A, P, Literal("été", "fr"), None),
    (A, P, Literal('a "quoted"\nline\\'), None),
    (B, P, C, None),
    (B, P, Literal("7", None, Iri("http://www.w3.org/2001/XMLSchema#integer")), G),
    (C, P, A, G),
]
PREFIXES = {"x": "http://x.example/", "unused": "http://unused.example/"}


@pytest.fixture(scope="module")
def running() -> Iterator[Served]:
    with serving() as server:
        with Store(server.store) as store:
            store.apply(added=DATA)
        yield server


@pytest.fixture
def served(running: Served) -> Iterator[Served]:
    with as_new(running) as served:
        yield served


@pytest.fixture
def store(served: Served) -> Iterator[RemoteStore]:
    opened = open_store(served.url)
    assert isinstance(opened, RemoteStore)
    with opened:
        yield opened


@pytest.mark.parametrize("graph", [ANY, None, G])
@pytest.mark.parametrize("s", [None, A, C])
@pytest.mark.parametrize("p", [None, P])
@pytest.mark.parametrize("o", [None, B, DATA[1][2], DATA[2][2], DATA[4][2]])
def test_remote_finds_the_quads_that_a_store_of_ours_finds(store: RemoteStore, s, p, o, graph) -> None:  # type: ignore[no-untyped-def]
    with Store.open() as ours:
        ours.apply(added=DATA)
        assert set(store.quads(s, p, o, graph)) == set(ours.quads(s, p, o, graph))


def test_remote_says_what_it_holds(store: RemoteStore) -> None:
    assert store.contains(DATA[0])
    assert not store.contains((*DATA[0][:3], G))
    assert list(store.graphs()) == [G]
    assert store.count() == len(DATA)
    assert store.uses([A, B, G], [P]) == {A: 1, B: 1, G: 0}
    assert store.links(A) == [(P, B)]
    assert store.links(B, P, inward=True) == [(P, A)]


def test_remote_reads_many_nodes_in_one_request(store: RemoteStore, served: Served) -> None:
    store.foresee([A, B, C])
    found = {node: set(store.quads(node)) for node in (A, B, C)}
    assert found == {node: {quad for quad in DATA if quad[0] == node} for node in (A, B, C)}
    assert set(store.quads(B, P, None, None)) == {DATA[3]}
    assert len(served.queries) == 1


def test_remote_reads_labels_and_links_of_many_nodes_together(store: RemoteStore, served: Served) -> None:
    store.foresee([A, B, C], [P, LABEL])
    assert [set(store.quads(node, P, None, None)) for node in (A, B, C)] == [set(DATA[:3]), {DATA[3]}, set()]
    assert list(store.quads(A, LABEL, None, None)) == []
    store.foresee_links([A, B, C], inward=False)
    assert [store.links(node) for node in (A, B, C)] == [[(P, B)], [(P, C)], []]
    assert len(served.queries) == 2


def test_remote_answers_every_form_of_query(store: RemoteStore) -> None:
    rows = store.query("SELECT * { ?thing x:p ?what FILTER isIRI(?what) } ORDER BY ?thing", prefixes=PREFIXES)
    assert isinstance(rows, Rows)
    assert rows.variables == ("thing", "what")
    assert [tuple(row) for row in rows] == [(A, B), (B, C)]
    assert (
        rows.serialize("csv")
        == b"thing,what\r\nhttp://x.example/a,http://x.example/b\r\nhttp://x.example/b,http://x.example/c\r\n"
    )
    assert store.query("ASK { x:a x:p x:b }", prefixes=PREFIXES) is True
    assert store.query("ASK { x:b x:p x:a }", prefixes=PREFIXES) is False
    built = store.query("CONSTRUCT WHERE { x:b x:p ?o }", prefixes=PREFIXES)
    assert isinstance(built, Triples)
    assert set(built) == {(B, P, C)}
    assert set(store.query("DESCRIBE x:b", prefixes=PREFIXES)) == {(B, P, C)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "kind", ["application/sparql-results+json", "application/sparql-results+xml", "text/tab-separated-values"]
)
@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("chunked", [False, True])
def test_remote_reads_every_format_of_solutions(
    store: RemoteStore, served: Served, kind: str, compressed: bool, chunked: bool
) -> None:
    served.manners = Manners(only=kind, gzip=compressed, chunked=chunked)
    assert set(store.quads(A, graph=None)) == set(DATA[:3])


@pytest.mark.parametrize("kind", ["application/n-triples", "text/turtle", "application/rdf+xml"])
def test_remote_reads_every_format_of_graphs(store: RemoteStore, served: Served, kind: str) -> None:
    served.manners = Manners(only=kind)
    assert set(store.query("CONSTRUCT WHERE { ?s ?p ?o }")) == {quad[:3] for quad in DATA if quad[3] is None}  # type: ignore[arg-type]


def test_remote_declares_the_prefixes_that_a_query_uses_and_no_others(store: RemoteStore, served: Served) -> None:
    store.query(
        "PREFIX y: <http://x.example/>\nASK { y:a x:p x:b }", prefixes={**PREFIXES, "y": "http://other.example/"}
    )
    assert served.queries == ["PREFIX x: <http://x.example/> PREFIX y: <http://x.example/>\nASK { y:a x:p x:b }"]


def test_remote_sends_queries_by_get_and_long_ones_by_post(store: RemoteStore, served: Served) -> None:
    many = " ".join(f"<http://x.example/{number}>" for number in range(200))
    assert store.query("ASK { x:a x:p x:b }", prefixes=PREFIXES) is True
    assert store.query(f"ASK {{ VALUES ?x {{ {many} x:a }} ?x ?p ?o }}", prefixes=PREFIXES) is True
    assert [how for _, how, _ in served.requests] == ["GET", "POST application/x-www-form-urlencoded"]


def test_remote_streams_answers(served: Served) -> None:
    with serving() as large, open_store(large.url) as store:
        with Store(large.store) as inside:
            inside.apply(added=[(Iri(f"http://x.example/{n}"), P, Literal(str(n)), None) for n in range(20_000)])
        rows = store.query("SELECT * { ?s ?p ?o }")
        assert isinstance(rows, Rows)
        assert sum(1 for _ in rows.passing()) == 20_000
        left = store.query("SELECT * { ?s ?p ?o }")
        assert isinstance(left, Rows)
        next(iter(left))
        left.release()
        with pytest.raises(StoreError, match="was closed before all of this was read"):
            list(left)
        assert store.count() == 20_000


def test_remote_reads_all_at_once_where_all_is_needed(store: RemoteStore, served: Served) -> None:
    with store.at_hand():
        before = len(served.requests)
        assert set(store.quads()) == set(DATA)
        assert set(store.quads(B, P, None, G)) == {DATA[4]}
        assert store.links(A) == [(P, B)]
        assert len(served.requests) == before
    assert set(store.quads(None, P, A)) == {DATA[5]}
    assert len(served.requests) == before + 1


def test_remote_refuses_to_read_all_of_a_very_large_store(
    store: RemoteStore, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MOST", len(DATA) - 1)
    with pytest.raises(StoreError, match="more than 5 triples, too many"), store.at_hand():
        pass
    assert len(served.requests) == 1


def test_remote_does_not_take_a_part_for_the_whole(store: RemoteStore, served: Served) -> None:
    """Some servers give the first so many rows, and say nothing of the others."""
    served.manners = Manners(rows=3)
    with pytest.raises(StoreError, match="gives 3 of its 6 triples"), store.at_hand():
        pass


def test_remote_reads_from_servers_without_named_graphs(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(plain=True)
    assert set(store.quads(A)) == set(DATA[:3])
    assert list(store.quads(None, None, None, ANY)) == list(store.quads(None, None, None, None))
    assert list(store.graphs()) == []
    store.foresee([B])
    assert set(store.quads(B)) == {DATA[3]}


def test_remote_does_not_take_a_failure_for_a_server_without_graphs(store: RemoteStore, served: Served) -> None:
    """Else a build would miss the evidence that is there, and write it anew."""
    served.manners = Manners(failing="UNION")
    with pytest.raises(QueryError, match="HTTP 500: out of time"):
        list(store.quads(A))
    served.manners = Manners()
    assert set(store.quads(B)) == {DATA[3], DATA[4]}
    served.manners = Manners(failing="GRAPH")
    with pytest.raises(QueryError, match="HTTP 500: out of time"):
        list(store.quads(C))


def test_remote_does_not_write_where_there_are_no_named_graphs(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(plain=True)
    list(store.quads(A))
    with pytest.raises(StoreError, match="knows no named graphs"):
        store.apply(added=[(C, P, C, None)])
    assert served.updates == []


@pytest.mark.parametrize("most", [100, 1])
def test_remote_finds_things_by_label(store: RemoteStore, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Where labels are too many to look through, the server finds those that are the text, or hold it."""
    monkeypatch.setattr(remote, "LABELS", most)
    assert (A, P, DATA[2][2], None) in set(store.labelled(P, "QUOTED"))
    assert {quad[2] for quad in store.labelled(P, "été")} >= ({DATA[1][2]} if most == 100 else set())


@given(
    text=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20),
    lang=st.sampled_from([None, "en", "nn"]),
)
@settings(max_examples=40, deadline=None)
def test_remote_keeps_every_literal(running: Served, text: str, lang: str | None) -> None:
    running.manners = Manners()
    value, graph = Literal(text, lang), Iri("http://x.example/literals")
    with open_store(running.url) as store:
        store.apply(added=[(C, P, value, graph)])
        assert list(store.quads(C, P, value, graph)) == [(C, P, value, graph)]
        store.apply(removed=[(C, P, value, graph)])
        assert not store.contains((C, P, value, graph))


# ---------------------------------------------------------------- writing


@pytest.fixture
def empty() -> Iterator[Served]:
    with serving() as server:
        yield server


def test_remote_writes_one_request_a_change(empty: Served) -> None:
    with open_store(empty.url) as store:
        store.apply(added=DATA)
        first = len(empty.updates)
        store.apply([DATA[0]], [(A, P, C, None)], dropped=[G])
        assert len(empty.updates) == first + 1
        assert set(store.quads()) == {*DATA[1:4], (A, P, C, None)}
        store.apply()
        assert len(empty.updates) == first + 1


def test_remote_sees_what_it_wrote(empty: Served) -> None:
    with open_store(empty.url) as store:
        assert list(store.quads(A)) == []
        store.apply(added=[DATA[0]])
        assert list(store.quads(A)) == [DATA[0]]
        with store.at_hand():
            store.apply(added=[DATA[1]])
            assert set(store.quads(A)) == set(DATA[:2])
            store.update("INSERT DATA { x:a x:p x:c }", prefixes=PREFIXES)
            assert set(store.quads(A)) == {*DATA[:2], (A, P, C, None)}
            store.update("DELETE DATA { x:a x:p x:c }", prefixes=PREFIXES)
        assert set(store.quads(A)) == set(DATA[:2])


def test_remote_keeps_blank_nodes(empty: Served) -> None:
    blank: list[Quad] = [(BlankNode("b1"), P, BlankNode("b2"), None), (A, P, BlankNode("b1"), G)]
    with open_store(empty.url) as store:
        store.apply(added=blank)
        assert set(store.quads()) == set(blank)
        assert list(store.quads(BlankNode("b1"))) == blank[:1]
        with store.at_hand():
            assert set(store.quads()) == set(blank)
            store.apply(removed=blank[:1])
            assert list(store.quads()) == blank[1:]
        assert list(store.quads()) == blank[1:]


def test_remote_updates_with_known_prefixes_and_records_them(empty: Served) -> None:
    with open_store(empty.url) as store:
        store.update(
            "INSERT DATA { x:a x:p x:b } ; INSERT { x:b x:p ?o } WHERE { x:a x:p ?o }", prefixes=PREFIXES, record=G
        )
        assert set(store.quads()) == {(A, P, B, None), (A, P, B, G), (B, P, B, None), (B, P, B, G)}
        assert len(empty.updates) == 1


def test_remote_writes_to_servers_that_take_forms_only(empty: Served) -> None:
    empty.manners = Manners(forms_only=True)
    with open_store(empty.url) as store:
        store.apply(added=DATA)
        assert set(store.quads()) == set(DATA)


def test_remote_writes_where_it_is_told_to(empty: Served) -> None:
    with open_store(empty.url, update=f"http://127.0.0.1:{empty.port}/elsewhere") as store:
        store.apply(added=DATA)
        assert store.count() == len(DATA)


def test_remote_does_not_write_where_facts_and_evidence_are_one(empty: Served) -> None:
    empty.manners = Manners(union=True)
    with open_store(empty.url) as store, pytest.raises(StoreError, match="facts and evidence can't be told apart"):
        store.apply(added=DATA)
    assert len(empty.store) == 0


# ---------------------------------------------------------------- what goes wrong


def said(store: Store, text: str = "ASK { ?s ?p ?o }") -> str:
    with pytest.raises(kg.KgError) as raised:
        store.query(text, prefixes=PREFIXES)
    message = str(raised.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("manners", "words"),
    [
        (Manners(user="Basic x"), "wants a user and password; give http://USER:PASSWORD@…, or KG_STORE_USER"),
        (Manners(status=403, body="members only"), "does not let you ask (HTTP 403: members only)"),
        (Manners(status=403, body="\x1b[31mred\x07"), "(HTTP 403: [31mred)"),
        (Manners(status=404), "no SPARQL endpoint there (HTTP 404); check the address"),
        (
            Manners(status=500, body="java.lang.OutOfMemoryError\n at x"),
            "refuses the query (HTTP 500: java.lang.OutOfMemoryError at x)",
        ),
        (
            Manners(status=502, body="<html><title>Bad\n gateway</title><p>x</html>", kind="text/html"),
            "HTTP 502 Bad Gateway: Bad gateway); try again",
        ),
        (
            Manners(status=429, body="slow down", headers={"Retry-After": "3600"}),
            "is busy (HTTP 429: slow down); try again later",
        ),
        (
            Manners(status=200, body="<html><p>Welcome</html>", kind="text/html"),
            "a page for people, and is no SPARQL endpoint",
        ),
        (Manners(status=200, body="%PDF", kind="application/pdf"), "answers with application/pdf, which is no format"),
        (Manners(redirect=(302, "ftp://x.example/moved")), "sends requests on to ftp://x.example/moved"),
        (Manners(redirect=(302, "http://ann:pw@x.example:y/moved")), "sends requests on to http://…@x.example:y/moved"),
    ],
)
def test_remote_says_what_is_wrong_in_one_line(
    store: RemoteStore, served: Served, manners: Manners, words: str
) -> None:
    served.manners = manners
    message = said(store)
    assert message.startswith(served.url)
    assert words in message


def test_remote_says_where_it_was_sent(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(redirect=(302, "http://127.0.0.1:1/moved"))
    assert said(store).startswith("http://127.0.0.1:1/moved/ds/sparql: can't be reached (connection refused)")


def test_remote_says_that_an_answer_broke_off(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(broken=True)
    with pytest.raises(StoreError, match="can't be read to the end"):
        list(store.query("SELECT * { ?s ?p ?o }"))  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="can't be read to the end"):
        list(store.quads())
    with pytest.raises(StoreError, match="can't be read to the end"):
        list(store.query("CONSTRUCT WHERE { ?s ?p ?o }"))  # type: ignore[arg-type]
    with pytest.raises(StoreError, match="can't be read to the end"):
        store._fetcher.copy_into(ox.Store())


def test_remote_says_that_nobody_answers() -> None:
    with open_store("http://127.0.0.1:1/ds/sparql") as store:
        assert "can't be reached (connection refused)" in said(store)
    with open_store("http://nowhere.invalid/sparql") as store:
        assert "no such host; check the address" in said(store)


def test_remote_waits_for_a_slow_server_only_so_long(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    served.manners = Manners(seconds=1)
    monkeypatch.setenv("KG_STORE_TIMEOUT", "0.2")
    with open_store(served.url) as store:
        assert "did not answer within 0.2 s" in said(store)
    monkeypatch.setenv("KG_STORE_TIMEOUT", "soon")
    with pytest.raises(StoreError, match="KG_STORE_TIMEOUT is 'soon'"):
        open_store(served.url)


def test_remote_waits_less_where_it_is_told_to(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(seconds=1)
    with store.within(0.2), pytest.raises(StoreTimeout):
        store.count()
    assert store.count() == len(DATA)


def test_remote_gives_the_paths_found_in_time(served: Served) -> None:
    with kg.open(served.url) as graph:
        served.manners = Manners(seconds=1)
        found = graph.paths(f"PATHS START ?a = <{A}> END ?b = <{C}> VIA ?p", seconds=0.3)
    assert (list(found), found.truncated) == ([], "deadline")


def test_remote_says_that_a_server_speaks_no_https(served: Served) -> None:
    with open_store(served.url.replace("http:", "https:")) as store:
        assert "no safe connection" in said(store)


def test_remote_says_what_is_wrong_and_not_what_was_asked(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(
        status=500, body="SPARQL-QUERY: queryStr=ASK { ?s ?p ?o }\njava.util.TimeoutException: 60 s\n\tat x"
    )
    assert "(HTTP 500: java.util.TimeoutException: 60 s at x)" in said(store)


def test_remote_asks_a_busy_server_again(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(busy=2)
    assert store.query("ASK { ?s ?p ?o }") is True


def test_remote_follows_redirections_and_keeps_who_asks_to_itself(served: Served) -> None:
    with serving() as other:
        served.manners = Manners(redirect=(307, f"http://127.0.0.1:{other.port}/moved"))
        served.authorizations.clear()
        with open_store(served.url.replace("//", "//ann:s3cret@")) as store:
            assert store.query("ASK { ?s ?p ?o }") is False
        assert served.authorizations[0] is not None
        assert other.authorizations == [None]


def test_remote_shows_no_password(served: Served) -> None:
    served.manners = Manners(user="Basic other")
    with open_store(served.url.replace("//", "//ann:s3cret@")) as store:
        message = said(store)
        assert "does not take this user and password" in message
        assert "s3cret" not in f"{message} {store!r} {store.place}"


def test_remote_leaves_prefixes_of_the_server_to_it(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(status=400, body="Bad aggregate")
    assert "Bad aggregate" in said(store, "ASK { wd:Q42 ?p ?o }")
    served.manners = Manners(status=400, body="Unresolved prefixed name: wd:Q42")
    assert "line 1, column 7: the prefix wd: is not known" in said(store, "ASK { wd:Q42 ?p ?o }")
    served.manners = Manners(status=400, body="Lexical error")
    assert said(store, "ASK { wd:Q42 ?p }").startswith("line 1, column")
    served.manners = Manners(status=500, body="Timeout")
    assert "HTTP 500: Timeout" in said(store, "ASK { wd:Q42 ?p }")
    served.manners = Manners(status=400, body="No")
    assert said(store, "PREFIX y: <http://y.example/> ASK { y:a ?p _:b }").endswith("(HTTP 400: No)")


def test_remote_takes_no_graph_for_solutions(store: RemoteStore, served: Served) -> None:
    served.manners = Manners(status=200, body="<x:a> <x:b> <x:c> .", kind="text/turtle")
    assert "answers with text/turtle, which is no format" in said(store, "SELECT * { ?s ?p ?o }")


def test_remote_refuses_what_is_no_text(store: RemoteStore) -> None:
    assert "lone surrogates" in said(store, 'ASK { ?s ?p "\ud800" }')
    with pytest.raises(QueryError, match="lone surrogates"):
        store.update('INSERT DATA { <x:a> <x:b> "\ud800" }')


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_remote_follows_redirections_of_every_kind(served: Served, status: int) -> None:
    long = f"ASK {{ VALUES ?x {{ {' '.join(f'<x:{number}>' for number in range(500))} }} ?s ?p ?o }}"
    served.manners = Manners(redirect=(status, f"http://127.0.0.1:{served.port}/moved"))
    with open_store(served.url) as store:
        assert store.query("ASK { ?s ?p ?o }") is True
        if status != 303:  # the answer to a long question stands at an address of its own
            assert store.query(long) is True


def test_remote_points_at_the_fault_in_a_query(store: RemoteStore) -> None:
    wrong = "SELECT ?x {\n  ?x x:p }"
    with pytest.raises(QueryError) as raised:
        store.query(wrong, prefixes=PREFIXES)
    with Store.open() as ours, pytest.raises(QueryError) as expected:
        ours.query(wrong, prefixes=PREFIXES)
    assert str(raised.value) == str(expected.value)
    assert raised.value.line == 2
    with pytest.raises(QueryError, match="perhaps it knows no prefix y:"):
        store.query("ASK { y:a ?p ?o }", prefixes=PREFIXES)


@pytest.mark.parametrize("text", ["SELECT (kg:label(?s) AS ?l) { ?s ?p ?o }", 'SELECT ?s { ?s kg:search "word" }'])
def test_remote_says_what_only_stores_of_ours_know(store: RemoteStore, served: Served, text: str) -> None:
    with pytest.raises(QueryError, match="stores in folders") as raised:
        store.query(text, prefixes={"kg": "https://w3id.org/kgshell/ontology#"})
    assert raised.value.column == text.index("kg:") + 1
    assert served.queries == []


@pytest.mark.parametrize(
    ("manners", "words"),
    [
        (Manners(readonly=True), "takes no updates there, or not from you (HTTP 405); --update-url"),
        (Manners(status=403), "takes no updates there, or not from you (HTTP 403)"),
        (Manners(status=400, body="no such graph"), "refuses the update (HTTP 400: no such graph)"),
    ],
)
def test_remote_says_that_nothing_can_be_written(
    store: RemoteStore, served: Served, manners: Manners, words: str
) -> None:
    served.manners = manners
    with pytest.raises(kg.KgError) as raised:
        store.apply(added=[(C, P, C, None)])
    assert words in str(raised.value)


def test_remote_has_no_files_of_its_own(store: RemoteStore, tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(StoreError, match="files are the server's; `kg export"):
        store.backup(tmp_path / "copy")
    with pytest.raises(StoreError, match="a backup becomes a folder"):
        kg.restore(tmp_path, store.place)
    with pytest.raises(StoreError, match="is no endpoint"):
        open_store(tmp_path / "store", update="http://127.0.0.1/update")


def test_remote_is_an_rdflib_dataset_too(store: RemoteStore) -> None:
    import rdflib

    dataset = store.to_rdflib()
    assert (rdflib.URIRef(B), rdflib.URIRef(P), rdflib.URIRef(C)) in dataset.default_graph

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

import kg
from kg.model import Iri, Literal, Quad
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base, places
from kg.store import Store, canonical, parse
from tests.kg.plain import opened, plainly, put

BASE = Base()
ANNA, ACME, BIRCH = BASE.entity("Anna Berg"), BASE.entity("Acme"), BASE.entity("Birch")
LEFT, JOINED = v.KG("left"), v.KG("joined")
FACT = (ANNA, LEFT, ACME)
USER = BASE.user_graph
TEXTS = {
    "a.txt": "Anna Berg left Acme. Anna Berg joined Birch.",
    "b.txt": "Anna Berg left Acme. Jordan left Birch.",
    "c.txt": "Bo Lund praised Jordan. Acme acquired Birch.",
}


def quads(graph: kg.Graph) -> set[Quad]:
    return set(graph._store.quads())


def facts(graph: kg.Graph) -> set[object]:
    return {quad[:3] for quad in graph._store.quads(graph=None)}


def exports(graph: kg.Graph) -> tuple[str | None, str | None]:
    return graph.export(format="ttl"), graph.export(format="nq", what="evidence")


def built(folder: Path, texts: dict[str, str]) -> kg.Graph:
    graph = opened()
    put(graph, folder, texts)
    return graph


# ---------------------------------------------------------------- documents come, change and go


def test_graph_adds_a_document_and_its_facts(tmp_path: Path) -> None:
    assert put(opened(), tmp_path, TEXTS) == ["added"] * 3
    assert FACT in facts(built(tmp_path, TEXTS))


def test_graph_writes_nothing_for_an_unchanged_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = built(tmp_path, TEXTS)
    before = quads(graph)
    monkeypatch.setattr(Store, "apply", lambda *_, **__: pytest.fail("something was written"))
    assert put(graph, tmp_path, TEXTS) == ["unchanged"] * 3
    assert quads(graph) == before


def test_graph_replaces_a_changed_document_without_leftovers(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    changed = {**TEXTS, "b.txt": "Bo Lund joined Acme."}
    assert sorted(put(graph, tmp_path, changed)) == ["changed", "unchanged", "unchanged"]
    assert quads(graph) == quads(built(tmp_path, changed))


def test_graph_keeps_no_trace_of_a_removed_document(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    graph.remove(["b.txt"])
    without = built(tmp_path, {name: text for name, text in TEXTS.items() if name != "b.txt"})
    assert quads(graph) == quads(without)
    assert exports(graph) == exports(without)


def test_graph_is_as_before_when_all_documents_are_gone(tmp_path: Path) -> None:
    graph = opened()
    before = quads(graph)
    put(graph, tmp_path, TEXTS)
    graph.remove(list(TEXTS))
    assert quads(graph) == before


def test_graph_refuses_to_remove_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(kg.KgError, match=r"z\.txt: no such document"):
        built(tmp_path, TEXTS).remove(["z.txt"])


def test_graph_keeps_a_fact_that_another_document_states(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    graph.remove(["a.txt"])
    assert FACT in facts(graph)
    graph.remove(["b.txt"])
    assert FACT not in facts(graph)


def test_graph_stores_a_fact_of_two_documents_once(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    assert [len(list(graph.query("SELECT * { ent:Anna_Berg kg:left ?x }")))] == [1]
    assert [each.origin for each in graph.why(*FACT)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "order", [("a.txt", "b.txt", "c.txt"), ("c.txt", "b.txt", "a.txt"), ("b.txt", "c.txt", "a.txt")]
)
def test_graph_is_the_same_in_any_order_of_documents(order: tuple[str, ...], tmp_path: Path) -> None:
    assert exports(built(tmp_path, {name: TEXTS[name] for name in order})) == exports(built(tmp_path, TEXTS))


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Anna Berg left Acme.",
            "Berg left Acme.",
            "Jordan left Acme.",
            "Bo Lund praised Jordan.",
            "Acme acquired Berg.",
        ]
    ),
    min_size=1,
    max_size=3,
)
EVENTS = st.lists(st.tuples(st.sampled_from(list(TEXTS)), st.none() | SENTENCES), max_size=7)


@pytest.fixture(scope="module")
def bare() -> kg.Graph:
    """A graph without documents; every test leaves it so."""
    return opened()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EVENTS)
def test_graph_depends_on_the_documents_it_has_only(
    bare: kg.Graph, tmp_path: Path, events: list[tuple[str, list[str] | None]]
) -> None:
    held: dict[str, str] = {}
    for name, sentences in events:
        if sentences is not None:
            held[name] = " ".join(sentences)
            put(bare, tmp_path, {name: held[name]})
        elif held.pop(name, None) is not None:
            bare.remove([name])
    found = quads(bare)
    bare.remove(list(held))
    put(bare, tmp_path, dict(sorted(held.items(), reverse=True)))
    expected = quads(bare)
    bare.remove(list(held))
    assert found == expected


def test_graph_names_what_cannot_be_read_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    errors: list[kg.DocumentError] = []
    steps = list(opened().build([str(tmp_path), str(tmp_path / "none")], lang="en", on_error=errors.append))
    assert {(step.source, step.action) for step in steps} == {
        ("a.txt", "added"),
        ("b.txt", "failed"),
        (str(tmp_path / "none"), "failed"),
    }
    assert {error.source for error in errors} == {"b.txt", str(tmp_path / "none")}


def test_graph_keeps_its_names_in_step_with_a_store_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = built(tmp_path, {"c.txt": TEXTS["c.txt"]})
    with monkeypatch.context() as patch:
        patch.setattr(Store, "apply", _fail)
        with pytest.raises(kg.StoreError):
            put(graph, tmp_path, {"b.txt": TEXTS["b.txt"]})
    put(plainly(graph), tmp_path, {"a.txt": TEXTS["a.txt"]})
    assert quads(graph) == quads(built(tmp_path, {name: TEXTS[name] for name in ("c.txt", "a.txt")}))


def test_graph_says_that_a_reading_process_was_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.building.extractions", _break)
    with pytest.raises(kg.PipelineError, match="fewer jobs"):
        put(opened(), tmp_path, TEXTS)


WORKERS = """
import os, signal
from concurrent.futures import ProcessPoolExecutor
from kg.build import _start_worker
with ProcessPoolExecutor(2, initializer=_start_worker, initargs=((), None)) as pool:
    pool.submit(os.getpid).result()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_graph_leaves_no_reading_process_behind_a_build_that_is_killed() -> None:
    # Their standard output is this pipe too, which ends when the last of them has.
    done = subprocess.run([sys.executable, "-c", WORKERS], stdout=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL


def _break(*_: object, **__: object) -> None:
    raise BrokenProcessPool("ended abruptly")


def _fail(*_: object, **__: object) -> None:
    raise kg.StoreError("the disk is full")


KILLED = """
import sys
from tests.kg.plain import opened
with opened(sys.argv[1]) as graph:
    for step in graph.build([sys.argv[2]], lang="en"):
        print(step.done, flush=True)
"""


@pytest.mark.parametrize("done", [1, 4, 7])
def test_graph_completes_a_build_that_was_killed(done: int, tmp_path: Path) -> None:
    folder, store = tmp_path / "texts", tmp_path / "store"
    texts = {f"{number}.txt": f"{TEXTS['abc'[number % 3] + '.txt']} Bo Lund left Acme{number}." for number in range(9)}
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", KILLED, str(store), str(folder)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) == done:
                process.kill()
                break
    with opened(store) as graph:
        assert done <= len(graph.documents()) <= len(texts)
        list(graph.build([str(folder)], lang="en"))
        found = exports(graph)
    assert found == exports(built(folder, texts))


# ---------------------------------------------------------------- exports and shapes


def test_graph_exports_turtle_that_rdflib_and_oxigraph_read_alike(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    text = graph.export(format="ttl")
    assert text is not None
    lines = graph.export(format="nt")
    assert lines is not None
    ours = {(*triple, None) for triple in parse(lines.encode(), "nt")}
    assert set(canonical((*triple, None) for triple in parse(text.encode(), "ttl"))) == set(canonical(ours))
    expected = rdflib.Graph().parse(data=lines, format="nt")
    assert isomorphic(rdflib.Graph().parse(data=text, format="turtle"), expected)
    assert len(expected) == len(ours)


def test_graph_exports_every_fact_that_its_documents_state(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    text = graph.export(format="nt")
    assert text is not None
    before = facts(opened())
    assert facts(graph) - before <= set(parse(text.encode(), "nt"))


@pytest.mark.parametrize("form", ["ttl", "trig", "nt", "nq", "jsonld", "rdfxml", "graphml", "gexf", "csv", "dot"])
@pytest.mark.parametrize("what", ["facts", "evidence"])
def test_graph_exports_every_format(form: str, what: str, tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    text = graph.export(format=form, what=what)
    file = tmp_path / f"graph.{form}"
    assert text is not None
    assert "Anna" in text
    assert graph.export(file, format=form, what=what) is None
    assert file.read_bytes().decode() == text


def test_graph_takes_a_document_in_a_folder_called_ontology_for_a_document(tmp_path: Path) -> None:
    graph = opened()
    folder = tmp_path / "ontology"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
    list(graph.build([str(tmp_path)], lang="en"))
    assert "ent:Acme" in (graph.export(format="ttl") or "")


def test_graph_conforms_to_its_shapes(tmp_path: Path) -> None:
    report = built(tmp_path, TEXTS).validate()
    assert report.findings == ()


def test_graph_names_shapes_that_are_not_there() -> None:
    with pytest.raises(kg.OntologyError, match=r"none\.ttl: no such file"):
        opened().validate(["none.ttl"])


def test_graph_anchors_every_phrase_in_the_text(tmp_path: Path) -> None:
    rows = list(
        built(tmp_path, TEXTS).query(
            """SELECT ?text ?words ?sentence ?statement { GRAPH ?g { ?g nif:isString ?text .
                 ?statement prov:wasDerivedFrom ?sentence . ?sentence nif:anchorOf ?words } }"""
        )
    )
    assert len(rows) == 6
    for text, words, sentence, statement in rows:
        ((own,),) = places(sentence)
        assert text.text[slice(*own)] == words.text
        (inside, *slots) = places(statement)
        assert inside == (own,)
        subject, verb, value = (text.text[slice(*slot[0])] for slot in slots)
        assert f"{subject} {verb} {value}." == words.text


# ---------------------------------------------------------------- updates


def test_graph_records_an_insertion_as_the_users() -> None:
    graph = opened()
    graph.update("INSERT DATA { ent:Anna_Berg kg:left ent:Acme }")
    assert {quad[3] for quad in graph._store.quads(*FACT)} == {None, USER}


def test_graph_keeps_the_users_fact_when_its_document_goes(tmp_path: Path) -> None:
    graph = opened()
    graph.update("INSERT DATA { ent:Anna_Berg kg:left ent:Acme }")
    put(graph, tmp_path, TEXTS)
    graph.remove(list(TEXTS))
    assert FACT in facts(graph)


def test_graph_keeps_what_the_user_says_after_a_document(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    graph.update('PREFIX e: <https://kg.example/entity/> INSERT DATA { e:Anna_Berg kg:left e:Acme ; rdfs:label "}" }')
    graph.remove(list(TEXTS))
    assert FACT in facts(graph)


def test_graph_deletes_what_the_user_said() -> None:
    graph = opened()
    before = quads(graph)
    graph.update("INSERT DATA { ent:Anna_Berg kg:left ent:Acme }")
    graph.update("DELETE DATA { ent:Anna_Berg kg:left ent:Acme }")
    assert quads(graph) == before


def test_graph_keeps_a_deletion_that_one_update_does_after_its_insertion(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    graph.update("INSERT DATA { ent:Anna_Berg kg:left ent:Acme } ; DELETE WHERE { ?who kg:left ent:Acme }")
    assert {quad[3] for quad in graph._store.quads(*FACT)} == set()


def test_graph_leaves_updates_of_named_graphs_there() -> None:
    graph = opened()
    graph.update("INSERT DATA { GRAPH <https://x.example/mine> { ent:Anna_Berg kg:left ent:Acme } }")
    assert [quad[3] for quad in graph._store.quads(*FACT)] == [Iri("https://x.example/mine")]


def test_graph_reads_documents_anew_after_an_update_dropped_one(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    graph.update("DROP ALL")
    put(plainly(graph), tmp_path, {"c.txt": TEXTS["c.txt"]})
    assert quads(graph) == quads(built(tmp_path, {"c.txt": TEXTS["c.txt"]}))


def test_graph_tells_an_updates_effect_and_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "store") as graph:
        graph.update("INSERT DATA { ent:a kg:left ent:b }")
        before = quads(graph)
        change = graph.change("DELETE WHERE { ?a kg:left ?b } ; INSERT DATA { ent:c kg:left ent:b, ent:d }")
        assert change.size == (1, 2)
        assert quads(graph) == before


def test_graph_points_at_the_fault_of_an_update() -> None:
    with pytest.raises(kg.QueryError) as caught:
        opened().update("INSERT DATA { ent:a kg:left\n  nope:b }")
    assert (caught.value.line, caught.value.column) == (2, 3)


# ---------------------------------------------------------------- questions

SMALL = """INSERT DATA {
  ent:Anna_Berg a kg:Person ; rdfs:label "Anna Berg" ; kg:left ent:Acme ; kg:joined ent:Birch ; kg:isA ent:chemist .
  ent:Bo_Lund a kg:Person ; rdfs:label "Bo Lund" ; kg:isA ent:chemist ; kg:bornIn ent:Oslo ; kg:jobTitle "leder"@nb .
  ent:Acme a kg:Organization ; rdfs:label "Acme" ; kg:basedIn ent:Oslo ; rel:opt_for ent:Birch .
  ent:Birch a kg:Organization ; rdfs:label "Birch" . ent:Oslo a kg:Place ; rdfs:label "Oslo" .
  ent:Jordan a kg:Person ; rdfs:label "Jordan" . ent:Jordan.Place a kg:Place ; rdfs:label "Jordan" .
  ent:chemist a kg:Concept ; rdfs:label "chemist"@en , "kjemiker"@nb .
  ent:Cara_Ek a kg:Person ; rdfs:label "Cara Ek" ; kg:isA ent:chemist .
  rel:opt_for a rdf:Property ; rdfs:label "opt for"@en .
}"""


@pytest.fixture(scope="module")
def small() -> kg.Graph:
    graph = kg.open()
    graph.update(SMALL)
    return graph


def test_graph_finds_by_any_label_the_best_first(small: kg.Graph) -> None:
    assert [found.label for found in small.find("kjem")] == ["chemist"]
    assert [found.label for found in small.find("berg")] == ["Anna Berg"]
    assert [found.iri for found in small.find("jordan")] == [BASE.entity("Jordan"), BASE.entity("Jordan.Place")]


def test_graph_finds_names_that_are_nearly_spelled_so(small: kg.Graph) -> None:
    assert [found.label for found in small.find("bergg")] == ["Anna Berg"]
    assert [found.label for found in small.find("Ana Berg")] == ["Anna Berg"]
    assert small.find("zzzz") == []
    with pytest.raises(kg.UnknownEntity) as raised:
        small.entity("Ana Berg")
    assert raised.value.candidates == ("Anna Berg",)


def test_graph_finds_things_and_not_relations(small: kg.Graph) -> None:
    assert small.find("opt for") == []


def test_graph_names_the_candidates_of_an_ambiguous_name(small: kg.Graph) -> None:
    with pytest.raises(kg.UnknownEntity) as caught:
        small.entity("jordan")
    assert caught.value.candidates == ("ent:Jordan", "ent:Jordan.Place")


def test_graph_takes_the_one_name_that_holds_the_words(small: kg.Graph) -> None:
    assert small.entity("lund") == BASE.entity("Bo Lund")


def test_graph_takes_words_of_a_name_before_letters_inside_one() -> None:
    with kg.open() as graph:
        graph.update('INSERT DATA { ent:Erik_Ek rdfs:label "Erik Ek" . ent:american rdfs:label "amerikansk"@nb }')
        assert graph.entity("Erik") == BASE.entity("Erik Ek")
        with pytest.raises(kg.UnknownEntity):
            graph.entity("rik")


def test_graph_describes_an_entity(small: kg.Graph) -> None:
    found = small.describe(BASE.entity("Bo Lund"))
    assert (found.label, found.classes) == ("Bo Lund", (v.KG("Person"),))
    assert ("born in", "Oslo", BASE.entity("Oslo")) in found.facts
    assert ("job title", "leder", None) in found.facts
    assert [other for _, other, _ in small.describe(BASE.entity("Oslo")).incoming] == ["Acme", "Bo Lund"]


def test_graph_describes_a_thing_beside_a_blank_node() -> None:
    graph = kg.open()
    graph.update("INSERT DATA { ent:a kg:left [ rdfs:label 'nameless' ] }")
    assert [other for _, _, other in graph.describe(BASE.entity("a")).facts] == [None]


def test_graph_takes_names_with_a_prefix_for_iris(tmp_path: Path) -> None:
    graph = built(tmp_path, TEXTS)
    assert graph.why("ent:Anna_Berg", "kg:left", "ent:Acme") == graph.why(ANNA, LEFT, ACME) != []
    assert graph.path("ent:Anna_Berg", str(ACME), via=["kg:left"]) == graph.path(ANNA, ACME, via=[LEFT]) != []
    assert graph.describe("ent:Acme") == graph.describe(ACME)
    assert graph.label("ent:Acme") == "Acme"
    assert graph.neighbours("ent:Acme") == graph.neighbours(ACME)
    with pytest.raises(kg.KgError, match=r"graph\.entity\('Anna Berg'\)"):
        graph.why("Anna Berg", "kg:left", "ent:Acme")


def test_graph_builds_and_removes_one_source_that_stands_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["a.txt"], encoding="utf-8")
    graph = opened()
    assert [step.action for step in graph.build(tmp_path / "a.txt", lang="en")] == ["added"]
    assert [step.action for step in graph.build([tmp_path], lang="en")] == ["unchanged"]
    assert [step.action for step in graph.build(str(tmp_path), lang="en")] == ["unchanged"]
    graph.remove("a.txt")
    assert graph.documents() == []


def test_graph_gives_neighbours_as_hops(small: kg.Graph) -> None:
    hops = small.neighbours(ACME)
    assert [(hop.end, hop.forward) for hop in hops] == [(BIRCH, True), (BASE.entity("Oslo"), True), (ANNA, False)]


def test_graph_avoids_kinds_on_its_paths(small: kg.Graph) -> None:
    (path,) = small.path(ANNA, BASE.entity("Bo Lund"))
    assert path.nodes == (ANNA, ACME, BASE.entity("Oslo"), BASE.entity("Bo Lund"))


def test_graph_goes_by_kinds_where_nothing_else_leads(small: kg.Graph) -> None:
    (path,) = small.path(ANNA, BASE.entity("Cara Ek"))
    assert path.nodes == (ANNA, BASE.entity("chemist"), BASE.entity("Cara Ek"))


def test_graph_finds_no_path_where_there_is_none(small: kg.Graph) -> None:
    assert small.path(ANNA, BASE.entity("Jordan")) == []


def test_graph_counts_things_and_not_terms(small: kg.Graph) -> None:
    assert small.stats().entities == 9
    assert kg.open().stats().entities == 0


def test_graph_counts_the_use_of_classes_and_properties(small: kg.Graph) -> None:
    found = small.schema()
    assert {item.label: item.count for item in found.classes if item.count} == {
        "person": 4,
        "organisation": 2,
        "place": 2,
        "concept": 1,
    }
    counts = {item.iri: item.count for item in found.predicates}
    assert (counts[v.KG("isA")], counts[BASE.relation("opt_for")], counts[v.KG("laidOff")]) == (3, 1, 0)


def test_graph_draws_what_a_query_finds(small: kg.Graph, tmp_path: Path) -> None:
    picture = tmp_path / "graph.svg"
    small.draw(picture, query="SELECT ?who ?what { ?who kg:left ?what }")
    text = picture.read_text(encoding="utf-8")
    assert "Anna Berg" in text
    assert "Bo Lund" not in text


def test_graph_draws_around_an_entity(small: kg.Graph, tmp_path: Path) -> None:
    picture = tmp_path / "graph.svg"
    small.draw(picture, center=ACME)
    text = picture.read_text(encoding="utf-8")
    assert "Oslo" in text
    assert "Bo Lund" not in text


def test_graph_draws_nothing_around_what_it_does_not_know(small: kg.Graph, tmp_path: Path) -> None:
    with pytest.raises(kg.ExportError, match=r"says nothing of <.*Nobody>"):
        small.draw(tmp_path / "graph.svg", center="ent:Nobody")
    assert not (tmp_path / "graph.svg").exists()


def test_graph_draws_no_answer_of_an_ask(small: kg.Graph, tmp_path: Path) -> None:
    with pytest.raises(kg.ExportError, match="ASK"):
        small.draw(tmp_path / "graph.svg", query="ASK {}")


# ---------------------------------------------------------------- opening


def test_graph_keeps_the_base_that_its_store_has(tmp_path: Path) -> None:
    with kg.open(tmp_path / "store", base="https://my.example/document/") as graph:
        graph.update("INSERT DATA { ent:a kg:left ent:b . kg:Statement a owl:Class }")
    with kg.open(tmp_path / "store") as graph:
        assert graph.base == "https://my.example/document/"
    with pytest.raises(kg.KgError, match=r"begin with https://my\.example/document/"):
        kg.open(tmp_path / "store", base="https://other.example/")


@pytest.mark.parametrize("text", [None, "@prefix x: <", "nonsense"])
def test_graph_makes_no_store_for_an_ontology_it_cannot_read(text: str | None, tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(kg.OntologyError, match=r"mine\.ttl: "):
        kg.open(tmp_path / "store", ontology=[str(file)])
    assert not (tmp_path / "store").exists()


def test_graph_makes_no_store_for_a_base_that_is_no_iri(tmp_path: Path) -> None:
    with pytest.raises(kg.KgError, match="not an absolute IRI"):
        kg.open(tmp_path / "store", base="foo")
    assert not (tmp_path / "store").exists()


def test_graph_takes_an_ontology_of_the_users_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("<https://x.example/p> a <http://www.w3.org/2002/07/owl#ObjectProperty> .", encoding="utf-8")
    graph = kg.open(ontology=[str(file)])
    assert Iri("https://x.example/p") in {item.iri for item in graph.schema().predicates}
    assert "x.example" not in (graph.export(format="ttl") or "")


def test_graph_refuses_two_ontologies_of_one_name(tmp_path: Path) -> None:
    file = tmp_path / "core.ttl"
    file.write_text("", encoding="utf-8")
    with pytest.raises(kg.OntologyError, match="rename"):
        kg.open(ontology=[str(file)])


def test_graph_in_rdflib_and_networkx_holds_the_same_facts(small: kg.Graph) -> None:
    assert (rdflib.URIRef(ANNA), rdflib.URIRef(LEFT), rdflib.URIRef(ACME)) in small.to_rdflib().default_graph
    assert small.to_networkx().has_edge(ANNA, ACME)


def test_graph_keeps_a_literal_with_its_language(small: kg.Graph) -> None:
    (row,) = small.query("SELECT ?title { ?who kg:jobTitle ?title }")
    assert row[0] == Literal("leder", "nb")


@pytest.mark.parametrize(
    "update",
    [
        'INSERT DATA { ent:c kg:left ent:b ; rdfs:label "C" . ent:a kg:left ent:b }',
        "DELETE DATA { ent:a kg:left ent:b . ent:x kg:left ent:y }",
        "INSERT DATA { GRAPH doc:x { ent:c kg:left ent:b } }",
        "DELETE WHERE { ?a kg:left ?b }",
        "DELETE { ?a kg:left ?b } INSERT { ?b kg:left ?a . ?a kg:joined ?b } WHERE { ?a kg:left ?b }",
        "INSERT { ?b kg:joined ?a } WHERE { ?a kg:left ?b FILTER(?b = ent:b) }",
        "WITH graph:user DELETE { ?a kg:left ?b } WHERE { ?a kg:left ?b }",
        "CLEAR DEFAULT",
    ],
)
def test_graph_applies_a_change_as_the_update_and_takes_it_back(tmp_path: Path, update: str) -> None:
    text = "PREFIX graph: <https://kg.example/graph/> " + update
    with kg.open() as one, kg.open() as other:
        for graph in (one, other):
            graph.update("INSERT DATA { ent:a kg:left ent:b }")
        before = quads(one)
        change = one.change(text)
        one.apply(change)
        other.update(text)
        assert quads(one) == quads(other)
        one.apply(change.undone())
        assert quads(one) == before

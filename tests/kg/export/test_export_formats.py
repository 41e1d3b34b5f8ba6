from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Sequence

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.errors import ExportError, StoreError
from kg.export import export, facts, render
from kg.export.names import Names
from kg.export.xml import local_part
from kg.model import BlankNode, Iri, Literal, Quad
from kg.store import Store, parse_quads
from kg.store.terms import to_ox

ENT = "https://kg.example/entity/"
KG = "https://w3id.org/kgshell/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {
    "ent": ENT,
    "kg": KG,
    "rdfs": RDFS,
    "xsd": XSD,
    "un": "https://unused.example/",
    "doc": "https://kg.example/d/",
}


def ent(local: str) -> Iri:
    return Iri(ENT + local)


FACTS: list[Quad] = [
    (ent("Erik_Meijer"), Iri(f"{RDF}type"), Iri(f"{KG}Person"), None),
    (ent("Erik_Meijer"), Iri(f"{RDFS}label"), Literal("Erik Meijer"), None),
    (ent("Erik_Meijer"), Iri(f"{KG}jobTitle"), Literal("tekniikan johtaja", "fi"), None),
    (ent("Erik_Meijer"), Iri(f"{KG}jobTitle"), Literal("direktør", "nn"), None),
    (ent("Erik_Meijer"), Iri(f"{KG}left"), ent("Meta"), None),
    (ent("Meta"), Iri(f"{KG}amount"), Literal("100.5", None, Iri(f"{XSD}decimal")), None),
    (ent("Meta"), Iri(f"{KG}has"), ent("20_%25_of_staff"), None),
]
DOCUMENT = Iri("https://kg.example/d/leavers.nn.txt")
EVIDENCE: list[Quad] = [(Iri(f"{DOCUMENT}#char=1,2"), Iri(f"{KG}denotes"), ent("Meta"), DOCUMENT)]


def shuffled(quads: Sequence[Quad]) -> list[Quad]:
    return random.Random(7).sample(quads, len(quads))


def graph_of(data: str, parser: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=data, format=parser)


def test_turtle_groups_subjects_and_declares_used_prefixes() -> None:
    assert (
        render(FACTS, "ttl", prefixes=PREFIXES)
        == f"""@prefix ent: <{ENT}> .
@prefix kg: <{KG}> .
@prefix rdfs: <{RDFS}> .

ent:Erik_Meijer a kg:Person ;
    rdfs:label "Erik Meijer" ;
    kg:jobTitle "direktør"@nn, "tekniikan johtaja"@fi ;
    kg:left ent:Meta .

ent:Meta kg:amount 100.5 ;
    kg:has ent:20_%25_of_staff .
"""
    )


def test_trig_writes_the_default_graph_first() -> None:
    text = render([*EVIDENCE, FACTS[4]], "trig", prefixes=PREFIXES)
    assert text.endswith(
        f"""
ent:Erik_Meijer kg:left ent:Meta .

doc:leavers.nn.txt {{

<{DOCUMENT}#char=1,2> kg:denotes ent:Meta .
}}
"""
    )


def test_lines_are_sorted_by_code_point() -> None:
    lines = render([*FACTS, *EVIDENCE], "nq").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 8


@pytest.mark.parametrize("name", ["ttl", "trig", "nt", "nq", "jsonld", "rdfxml", "graphml", "gexf", "csv", "dot"])
def test_formats_do_not_depend_on_the_order_or_number_of_quads(name: str) -> None:
    assert render(shuffled(FACTS + FACTS), name, prefixes=PREFIXES) == render(FACTS, name, prefixes=PREFIXES)


@pytest.mark.parametrize("name", ["ttl", "nt", "jsonld", "rdfxml"])
def test_formats_name_blank_nodes_by_content(name: str) -> None:
    def blank(one: str, two: str) -> list[Quad]:
        nodes: list[Quad] = [
            (BlankNode(one), Iri("ex:p"), BlankNode(two), None),
            (BlankNode(two), Iri("ex:p"), Literal("x"), None),
        ]
        return nodes

    assert render(blank("a", "b"), name) == render(blank("z", "c"), name)


def is_iri(text: str) -> bool:
    try:
        to_ox(Iri(text))
    except StoreError:
        return False
    return True


IRI_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Co", "Cn"), exclude_characters='<>"{}|^`\\[]%')
    | st.sampled_from("/#?.,;:'()~-_é€·×😀"),
    max_size=8,
)
IRIS = st.builds(lambda base, local: Iri(base + local), st.sampled_from([ENT, KG, "ex:"]), IRI_TEXT).filter(is_iri)
PREDICATES = st.builds(lambda local: Iri(KG + local), st.text("abcé-.1", min_size=1, max_size=3).map(lambda t: f"p{t}"))
TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
NUMBERS = ["1", "-07", "+3", "1.50", ".5", "-1.", "1e5", "1.E-3", "true", "x", "", "INF", "0.93"]
TYPES = [Iri(XSD + name) for name in ("integer", "decimal", "double", "boolean", "date")]
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.tuples(TEXTS, st.sampled_from(["en", "fi", "nn", "en-gb"])).map(lambda pair: Literal(*pair)),
    TEXTS.map(lambda text: Literal(text, None, Iri("ex:type"))),
    st.tuples(st.sampled_from(NUMBERS), st.sampled_from(TYPES)).map(lambda pair: Literal(pair[0], None, pair[1])),
)
QUADS = st.lists(
    st.tuples(IRIS, st.one_of(PREDICATES, st.just(Iri(f"{RDF}type"))), st.one_of(IRIS, LITERALS), st.none()), max_size=6
)


@settings(max_examples=30, deadline=None)
@given(QUADS, st.sampled_from(["ttl", "trig", "nt", "nq", "jsonld"]))
def test_formats_are_read_back_equal_by_oxigraph(quads: list[Quad], name: str) -> None:
    assert set(parse_quads(render(quads, name, prefixes=PREFIXES).encode(), name)) == set(quads)


@settings(max_examples=30, deadline=None)
@given(QUADS)
@pytest.mark.filterwarnings("ignore:.*does not look like a valid URI")
def test_turtle_is_read_by_rdflib_as_the_graph_that_its_n_triples_are(quads: list[Quad]) -> None:
    turtle = graph_of(render(quads, "ttl", prefixes=PREFIXES), "turtle")
    assert set(turtle) == set(graph_of(render(quads, "nt"), "nt"))


def has_xml_text(quads: list[Quad]) -> bool:
    texts = "".join(quad[2].text for quad in quads if isinstance(quad[2], Literal))
    return all(c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") for c in texts)


@settings(max_examples=30, deadline=None)
@given(QUADS.filter(has_xml_text))
def test_rdfxml_is_read_back_equal(quads: list[Quad]) -> None:
    assert set(parse_quads(render(quads, "rdfxml", prefixes=PREFIXES).encode(), "rdfxml")) == set(quads)


def test_rdfxml_is_isomorphic_in_rdflib() -> None:
    assert isomorphic(graph_of(render(FACTS, "rdfxml", prefixes=PREFIXES), "xml"), graph_of(render(FACTS, "nt"), "nt"))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_jsonld_is_isomorphic_in_rdflib() -> None:
    assert isomorphic(graph_of(render(FACTS, "jsonld"), "json-ld"), graph_of(render(FACTS, "nt"), "nt"))


@pytest.mark.parametrize("predicate", ["ex:p/", "ex:12", f"{RDF}li"])
def test_rdfxml_refuses_predicates_that_are_no_element(predicate: str) -> None:
    with pytest.raises(ExportError, match=predicate):
        render([(ent("a"), Iri(predicate), ent("b"), None)], "rdfxml")


@pytest.mark.parametrize("name", ["rdfxml", "graphml", "gexf"])
def test_xml_refuses_control_characters(name: str) -> None:
    quads: list[Quad] = [
        (ent("a"), Iri(f"{RDFS}label"), Literal("\x07"), None),
        (ent("a"), Iri(f"{KG}left"), ent("b"), None),
    ]
    with pytest.raises(ExportError, match=r"U\+0007"):
        render(quads, name)


@pytest.mark.parametrize(
    ("iri", "local"), [("ex:a/b", "b"), ("ex:12a", "a"), ("ex:p/", ""), ("https://x.example/ns#läheni", "läheni")]
)
def test_local_part_is_the_longest_name_at_the_end(iri: str, local: str) -> None:
    assert local_part(iri) == local


@pytest.mark.parametrize(
    ("local", "written"),
    [
        ("Meta", "ent:Meta"),
        ("Jordan.Place", "ent:Jordan.Place"),
        ("Inc.", f"<{ENT}Inc.>"),
        (".net", f"<{ENT}.net>"),
        ("-x", f"<{ENT}-x>"),
        ("A,B", "ent:A\\,B"),
        ("20_%25", "ent:20_%25"),
        ("100%", "ent:100\\%"),
        ("turhautuminen.fi", "ent:turhautuminen.fi"),
        ("Åse_Ødegård", "ent:Åse_Ødegård"),
        ("", "ent:"),
        ("a/b", f"<{ENT}a/b>"),
        ("a#b", f"<{ENT}a#b>"),
        ("5€", "ent:5€"),
        ("a→b", f"<{ENT}a→b>"),
        ("\u0301x", f"<{ENT}\u0301x>"),
    ],
)
def test_names_follow_the_turtle_grammar(local: str, written: str) -> None:
    assert Names({"ent": ENT}).write(ent(local)) == written


def test_names_take_the_longest_namespace() -> None:
    assert Names({"a": "ex:", "b": "ex:long/"}).write(Iri("ex:long/x")) == "b:x"


def test_names_refuse_malformed_prefixes() -> None:
    with pytest.raises(ExportError, match="prefix"):
        render(FACTS, "ttl", prefixes={"a b": ENT})


def test_graphs_are_refused_where_the_format_has_none() -> None:
    with pytest.raises(ExportError, match="no named graphs"):
        render(EVIDENCE, "ttl")


def test_unknown_formats_are_named_with_the_known_ones() -> None:
    with pytest.raises(ExportError, match=r"'docx'.*ttl, trig"):
        render([], "docx")


def test_stores_give_their_default_graph_to_formats_without_graphs() -> None:
    with Store.open() as store:
        store.apply(added=[*FACTS, *EVIDENCE])
        assert render(store, "ttl", prefixes=PREFIXES) == render(FACTS, "ttl", prefixes=PREFIXES)
        assert render(store, "trig", prefixes=PREFIXES) == render(FACTS + EVIDENCE, "trig", prefixes=PREFIXES)


def test_facts_leave_out_the_ontology_but_for_what_it_says_of_things_named() -> None:
    ontology = Iri("https://kg.example/d/core.ttl")
    owl: Quad = (Iri(f"{KG}left"), Iri(f"{RDFS}label"), Literal("left", "en"), None)
    staff: Quad = (ent("20_%25_of_staff"), Iri(f"{RDFS}label"), Literal("staff", "en"), None)
    with Store.open() as store:
        store.apply(added=[*FACTS, owl, staff, (*owl[:3], ontology), (*staff[:3], ontology)])
        assert set(facts(store, [ontology])) == {*FACTS, staff}


def test_network_formats_label_nodes_and_edges() -> None:
    text = render([*FACTS, (Iri(f"{KG}left"), Iri(f"{RDFS}label"), Literal("left", "en"), None)], "dot")
    assert f'"{ENT}Erik_Meijer" [label="Erik Meijer", tooltip="Person"];' in text
    assert f'"{ENT}Erik_Meijer" -> "{ENT}Meta" [label="left"];' in text


def test_graphml_is_read_by_networkx() -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.parse_graphml(render(FACTS, "graphml"), force_multigraph=True)
    assert graph.nodes[ENT + "Erik_Meijer"] == {"label": "Erik Meijer", "class": "Person"}
    assert {data["relation"] for _, _, data in graph.edges(data=True)} == {"left", "has"}


def test_gexf_is_read_by_networkx(tmp_path: object) -> None:
    networkx = pytest.importorskip("networkx")
    export(FACTS, "gexf", out=f"{tmp_path}/facts.gexf")
    graph = networkx.read_gexf(f"{tmp_path}/facts.gexf", version="1.3")
    assert graph.nodes[ENT + "Erik_Meijer"]["label"] == "Erik Meijer"


def test_csv_has_a_line_for_each_triple() -> None:
    lines = render(FACTS, "csv").splitlines()
    assert len(lines) == 1 + len(FACTS)
    assert f"{ENT}Erik_Meijer,{KG}jobTitle,direktør,nn,,Erik Meijer,jobTitle,direktør" in lines


@pytest.mark.parametrize("name", ["ttl", "trig", "nt", "nq", "jsonld", "rdfxml", "graphml", "gexf", "csv", "dot"])
def test_formats_write_an_empty_graph(name: str) -> None:
    assert render([], name) == render(iter(()), name)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_dot_is_drawn_by_graphviz_with_labels_and_classes() -> None:
    names = ['a "quoted" \\ name\nof two lines', "<b>bold</b>", "\\N", "ø" * 2000]
    quads: list[Quad] = [(ent(f"x{at}"), Iri(f"{RDFS}label"), Literal(name), None) for at, name in enumerate(names)]
    joined: list[Quad] = [(ent(f"x{at}"), Iri(f"{KG}left"), ent("Meta"), None) for at in range(len(names))]
    drawn = subprocess.run(
        ["dot", "-Tjson0"], input=render([*FACTS, *quads, *joined], "dot"), capture_output=True, text=True, check=True
    )
    nodes = {each["name"]: each for each in json.loads(drawn.stdout)["objects"]}
    assert nodes[f"{ENT}Erik_Meijer"]["label"] == "Erik Meijer"
    assert nodes[f"{ENT}Erik_Meijer"]["tooltip"] == "Person"
    assert len(nodes) == 3 + len(names)

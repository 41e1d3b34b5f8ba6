from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kg.errors import InvalidName
from kg.model import Iri
from kg.names import local_name, local_part, read_name, readable_end, readable_name, write_name
from kg.store import Rows, Store

ENT = "https://kg.example/entity/"
PREFIXES = {"ent": ENT, "e": "https://kg.example/", "kg": "https://w3id.org/kgshell/ontology#", "": "urn:empty:"}
SIGNS = "abzÅé東\U0001f600_-.:·\u0301€→~!$&'()*+,;=@%25/?#"
IRIS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.text(SIGNS, max_size=12),
    st.from_regex(r"(%[0-9A-F]{2}|[a-z.,]){0,6}", fullmatch=True),
).flatmap(lambda end: st.sampled_from(list(PREFIXES.values())).map(lambda start: f"{start}{end}"))


def is_valid(iri: str) -> bool:
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return True


def in_sparql(name: str) -> object:
    """What our store reads a name in a query as."""
    with Store.open() as store:
        rows = store.query(f"SELECT * {{ VALUES ?x {{ {name} }} }}", prefixes=PREFIXES)
        assert isinstance(rows, Rows)
        (row,) = rows
    return row[0]


@settings(max_examples=600, deadline=None, derandomize=True)
@given(IRIS)
@example(f"{ENT}U.S.")
@example(f"{ENT}A,B")
@example(f"{ENT}-x")
@example("urn:empty:")
def test_every_iri_reads_back_from_its_name(iri: str) -> None:
    assume(is_valid(iri))
    assert read_name(write_name(iri, PREFIXES), PREFIXES) == iri


@settings(max_examples=600, deadline=None, derandomize=True)
@given(IRIS)
def test_sparql_and_turtle_read_the_same_iri_from_its_name(iri: str) -> None:
    assume(is_valid(iri))
    name = write_name(iri, PREFIXES)
    heading = "".join(f"@prefix {prefix}: <{namespace}> . " for prefix, namespace in PREFIXES.items())
    (triple,) = ox.parse(f"{heading}{name} a <urn:c> .", format=ox.RdfFormat.TURTLE)
    assert (in_sparql(name), triple.subject.value) == (iri, iri)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=12))
def test_whatever_is_read_is_an_iri_that_sparql_reads_too(local: str) -> None:
    name = f"ent:{local}"
    try:
        iri = read_name(name, PREFIXES)
    except InvalidName:
        return
    assume(is_valid(iri) and max(iri) < "\U00010000")  # Oxigraph's SPARQL refuses letters beyond
    assert in_sparql(name) == iri


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("ent:Meta", f"{ENT}Meta"),
        ("ent:A\\,B", f"{ENT}A,B"),
        ("ent:20_%25_of_staff", f"{ENT}20_%25_of_staff"),
        ("ent:a\\/b\\#c", f"{ENT}a/b#c"),
        ("ent:U.S\\.", f"{ENT}U.S."),
        ("ent:", ENT),
        (":x", "urn:empty:x"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("<mailto:a@b.example>", "mailto:a@b.example"),
        ("https://a.example/b", "https://a.example/b"),
        ("urn:x:y", "urn:x:y"),
    ],
)
def test_names_are_read(name: str, iri: str) -> None:
    assert read_name(name, PREFIXES) == Iri(iri)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Meta", "'Meta' is no name of a thing; write it as in ent:Meta"),
        ("", "'' is no name"),
        ("foo:Meta", "the prefix foo: is not known; known are :, e:, ent:, kg:; an IRI stands in <…>"),
        ("ant:Meta", "the prefix ant: is not known; did you mean ent:?"),
        (
            "ent:AT&T",
            "'&' cannot stand so in a name; kgshell names things as in ent:AT%26T; the sign itself is",
        ),
        ("ent:Erik Meijer", "' ' cannot stand so in a name; kgshell names things as in ent:Erik_Meijer"),
        ("ent:U.S.", "'.' cannot stand so in a name; kgshell names things as in ent:U.S%2E"),
        ("ent:20%", "'%' cannot stand so in a name; kgshell names things as in ent:20%25"),
        ("ent:a\\b", r"'\\' cannot stand so in a name; kgshell names things as in ent:a%5Cb"),
        ("<a>", "'<a>' is no IRI in angle brackets"),
        ("<https://a.example", "is no IRI in angle brackets"),
        ("https://a.example/a b", "is no IRI; percent-encode"),
    ],
)
def test_bad_names_are_refused_with_what_to_write(name: str, message: str) -> None:
    with pytest.raises(InvalidName) as caught:
        read_name(name, PREFIXES)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_names_take_the_longest_namespace_that_gives_one() -> None:
    assert write_name(f"{ENT}x", PREFIXES) == "ent:x"
    assert write_name("https://kg.example/x", PREFIXES) == "e:x"
    assert write_name("https://kg.example/a/b", PREFIXES) == "<https://kg.example/a/b>"


@pytest.mark.parametrize(
    ("label", "local"),
    [
        ("Devi Parikh", "Devi_Parikh"),
        ("AI startup", "AI_startup"),
        ("20 % of workforce", "20_%25_of_workforce"),
        ("AC/DC", "AC%2FDC"),
        ("A\u030ard", "\u00c5rd"),
        ("-x-", "%2Dx-"),
        ("Inc.", "Inc%2E"),
        ("东京", "东京"),
        ("Jordan.Place", "Jordan.Place"),
        ("", "_"),
    ],
)
def test_local_names(label: str, local: str) -> None:
    assert local_name(label) == local


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_local_names_are_written_and_read_with_their_prefix_as_they_are(label: str) -> None:
    name = f"ent:{local_name(label)}"
    iri = read_name(name, PREFIXES)
    assert iri == f"{ENT}{local_name(label)}"
    assert write_name(iri, PREFIXES) == (name if max(name) < "\U00010000" else f"<{iri}>")
    ox.NamedNode(iri)


def test_readable_names_have_spaces() -> None:
    assert readable_name("20_%25_of_workforce") == "20 % of workforce"


@pytest.mark.parametrize(
    ("iri", "local", "readable"),
    [
        (f"{ENT}Erik_Meijer", "Erik_Meijer", "Erik Meijer"),
        ("https://x.example/words#AT%26T", "AT%26T", "AT&T"),
        ("https://x.example/", "", "x.example"),
        ("urn:x:y", "urn:x:y", "urn:x:y"),
    ],
)
def test_an_iri_ends_in_what_people_read_of_it(iri: str, local: str, readable: str) -> None:
    assert (local_part(iri), readable_end(iri)) == (local, readable)

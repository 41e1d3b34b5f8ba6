from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.names import read_name
from kg.rdf.vocabulary import KG, PREFIXES
from kg.store.functions import functions
from shell.grammar import Slot, slot_after
from shell.labels import Entry, Labels
from shell.matching import OWN_FUNCTIONS, CommandShape, Source, Vocabulary
from shell.suggest import suggest
from shell.tokens import tokens

WORDS = Vocabulary(
    prefixes={"kg": "https://w3id.org/kgshell/ontology#", "ent": "https://kg.example/entity/"},
    classes=Labels([Entry("Person", "kg:Person", "9"), Entry("Organization", "kg:Organization", "3")], in_order=True),
    properties=Labels([Entry("works for", "kg:worksFor", "7"), Entry("left", "kg:left", "3")], in_order=True),
    entities=Labels(
        [Entry("Devi Parikh", "ent:Devi_Parikh", "kg:Person"), Entry("Meta", "ent:Meta"), Entry("metall", "ent:metal")]
    ),
    documents=Labels([Entry("leavers.nn.txt", "doc:leavers.nn.txt"), Entry("a b.txt", "doc:a%20b.txt")]),
    modes=("table", "tsv"),
    settings=("keys emacs", "keys vi"),
    commands={
        "path": CommandShape((Source.ENTITY,), ("--via", "--k"), "shortest path"),
        "mode": CommandShape((Source.MODE,)),
        "remove": CommandShape((Source.DOCUMENT,)),
        "export": CommandShape((Source.FILE,)),
        "set": CommandShape((Source.SETTING,)),
        "why": CommandShape((Source.FACT,)),
        "same": CommandShape((Source.ENTITY,)),
        "watch": CommandShape((Source.QUERY,)),
    },
    files=lambda typed: [name for name in ("facts.ttl",) if name.startswith(typed)],
)


def _texts(typed: str) -> list[str]:
    """Suggestions where `|` stands in the text."""
    cursor = typed.index("|")
    return [found.text for found in suggest(typed.replace("|", "", 1), cursor, WORDS)]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("", Slot.FORM),
        ("SELECT", Slot.HEAD),
        ("SELECT ?x {", Slot.SUBJECT),
        ("SELECT ?x { ?x", Slot.PREDICATE),
        ("SELECT ?x { ?x a", Slot.CLASS),
        ("SELECT ?x { ?x kg:left", Slot.OBJECT),
        ("SELECT ?x { ?x kg:left ?y", Slot.END),
        ("SELECT ?x { ?x kg:left ?y ;", Slot.PREDICATE),
        ("SELECT ?x { ?x kg:left ?y ,", Slot.OBJECT),
        ("SELECT ?x { ?x kg:left ?y .", Slot.SUBJECT),
        ("SELECT ?x { ?x kg:left/", Slot.PREDICATE),
        ("SELECT ?x { ?x (kg:left|", Slot.PREDICATE),
        ("SELECT ?x { ?x (kg:left|^kg:joined)+", Slot.OBJECT),
        ("SELECT ?x { ?x ^", Slot.PREDICATE),
        ("SELECT ?x { ?x kg:left [", Slot.PREDICATE),
        ("SELECT ?x { ?x kg:left [ a kg:X ]", Slot.END),
        ("SELECT ?x { OPTIONAL {", Slot.SUBJECT),
        ("SELECT ?x { OPTIONAL { ?x kg:left ?y }", Slot.SUBJECT),
        ("SELECT ?x { ?x kg:left ?y FILTER(", Slot.EXPRESSION),
        ("SELECT ?x { ?x kg:left ?y FILTER(STR(?y) = 'a')", Slot.SUBJECT),
        ("SELECT ?x { GRAPH", Slot.GRAPH),
        ("SELECT ?x { GRAPH ?g {", Slot.SUBJECT),
        ("SELECT ?x { ?x kg:left ?y }", Slot.TAIL),
        ("SELECT (COUNT(", Slot.EXPRESSION),
        ("SELECT ?x { VALUES ?x {", Slot.OBJECT),
        ("SELECT ?x { } ORDER BY", Slot.EXPRESSION),
        ("PREFIX", Slot.PREFIX),
        ("PREFIX kg: <http://a/>", Slot.FORM),
        ("DESCRIBE", Slot.ENTITY),
        ("PATHS START ?a =", Slot.PATHS),
        ("PATHS START ?a = ent:A END ?b = ent:B VIA", Slot.PREDICATE),
        ("PATHS START ?a = ent:A END ?b = ent:B VIA kg:left |", Slot.PREDICATE),
        ("PATHS START ?a = ent:A END ?b = ent:B VIA kg:left", Slot.TAIL),
        ("INSERT DATA {", Slot.SUBJECT),
        ("}}) ]", Slot.FORM),
    ],
)
def test_grammar_knows_what_may_follow(text: str, slot: Slot) -> None:
    assert slot_after(tokens(text)) is slot


def test_suggest_offers_forms_at_the_start() -> None:
    assert _texts("sel|") == ["SELECT"]


def test_suggest_offers_classes_after_a() -> None:
    assert _texts("SELECT * { ?x a |")[:2] == ["kg:Person", "kg:Organization"]


def test_suggest_offers_properties_most_frequent_first() -> None:
    assert _texts("SELECT * { ?x |")[:2] == ["kg:worksFor", "kg:left"]


def test_suggest_finds_properties_under_their_prefix() -> None:
    assert _texts("SELECT * { ?x kg:le|") == ["kg:left"]


def test_suggest_finds_properties_by_label_in_paths() -> None:
    assert _texts("SELECT * { ?x kg:left/work| ?y }") == ["kg:worksFor"]


def test_suggest_finds_objects_by_label() -> None:
    assert _texts("SELECT * { ?x kg:left parik| }") == ["ent:Devi_Parikh"]


def test_suggest_finds_objects_under_their_prefix() -> None:
    assert _texts("SELECT * { ?x kg:left ent:dvp|") == ["ent:Devi_Parikh"]


def test_suggest_prefers_the_shorter_label() -> None:
    assert _texts("SELECT * { ?x kg:left met|") == ["ent:Meta", "ent:metal"]


def test_suggest_offers_variables_of_the_whole_query() -> None:
    assert _texts("SELECT ?who { ?w| kg:left ?what ; kg:joined ?where }") == ["?what", "?where", "?who"]


def test_suggest_offers_labels_inside_strings() -> None:
    assert _texts('SELECT * { ?x rdfs:label "devi|') == ["Devi Parikh"]


def test_suggest_offers_declarations_after_prefix() -> None:
    assert _texts("PREFIX k|") == ["kg: <https://w3id.org/kgshell/ontology#>"]


def test_suggest_offers_keywords_inside_groups() -> None:
    assert "OPTIONAL" in _texts("SELECT * { ?x kg:left ?y . op|")


def test_suggest_offers_functions_in_filters() -> None:
    assert _texts("SELECT * { FILTER(conta|") == ["CONTAINS("]


def test_suggest_offers_our_own_functions() -> None:
    assert _texts("SELECT * { FILTER(kg:ma|") == ["kg:matches("]
    known = {name.value for name in functions(ox.Store())}
    assert {read_name(name, PREFIXES) for name in OWN_FUNCTIONS} == {name for name in known if name.startswith(KG)}


def test_suggest_says_nothing_in_comments() -> None:
    assert _texts("SELECT * { # sel|") == []


@pytest.mark.parametrize("typed", ["lea", "doc:lea", "doc:leavers.n"])
def test_suggest_offers_graphs_of_documents_by_name(typed: str) -> None:
    assert _texts(f"SELECT * {{ GRAPH {typed}| {{ ?s ?p ?o }} }}") == ["doc:leavers.nn.txt"]


def test_suggest_offers_commands_after_a_dot() -> None:
    assert _texts(".pa|") == ["path"]


def test_suggest_offers_entities_by_label_in_commands() -> None:
    assert _texts(".path Meta -> devi pa|") == ["Devi Parikh"]


def test_suggest_replaces_the_whole_name_in_commands() -> None:
    text = ".path Meta -> devi pa"
    assert text[suggest(text, len(text), WORDS)[0].start :] == "devi pa"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (".path a --v|", ["--via"]),
        (".mode t|", ["table", "tsv"]),
        (".remove leav|", ["leavers.nn.txt"]),
        (".why dev|", ["Devi Parikh"]),
        (".why Devi Parikh -> le|", ["kg:left"]),
        (".why Devi Parikh -> works f|", ["kg:worksFor"]),
        (".why Devi Parikh → left → met|", ["Meta", "metall"]),
        (".same Meta = dev|", ["Devi Parikh"]),
        (".path Meta -> Devi Parikh --via le|", ["kg:left"]),
        (".path Meta --via=kg:worksFor,kg:le|", ["kg:left"]),
        (".watch 5 SELECT * { ?x kg:left dev|", ["ent:Devi_Parikh"]),
        (".watch 5|", []),
        (".set keys v|", ["keys vi"]),
        (".set k|", ["keys emacs", "keys vi"]),
        (".export fa|", ["facts.ttl"]),
        (".unknown x|", []),
    ],
)
def test_suggest_knows_arguments_of_commands(typed: str, found: list[str]) -> None:
    assert _texts(typed) == found


def test_suggest_offers_a_thing_once_under_the_label_that_fits() -> None:
    words = Vocabulary(properties=Labels(Entry(label, "kg:leads", "5") for label in ("leads", "johtaa", "leder")))
    for typed, shown in (("lea", "leads"), ("joh", "johtaa"), ("led", "leder")):
        text = f"SELECT * {{ ?x {typed}"
        (found,) = suggest(text, len(text), words)
        assert (found.text, found.shown) == ("kg:leads", shown)


def test_suggest_says_which_name_a_label_of_another_language_stands_for() -> None:
    words = Vocabulary(properties=Labels([Entry("johtaa", "kg:leads", "5"), Entry("left", "kg:left", "3")]))
    found = suggest("SELECT * { ?x ", 14, words)
    assert [each.note for each in found if each.source is Source.PROPERTY] == ["3", "5 kg:leads"]


def test_suggest_does_without_a_vocabulary() -> None:
    assert [item.text for item in suggest("SELECT * { ?x ?", 15, Vocabulary())] == ["?x"]

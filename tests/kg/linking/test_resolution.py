from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.linking import NameTable, resolve
from kg.linking.names import is_acronym, key
from kg.model import EntityClass, Reading

PERSON, ORGANIZATION, PLACE = EntityClass.PERSON, EntityClass.ORGANIZATION, EntityClass.PLACE
PRODUCT, CONCEPT = EntityClass.PRODUCT, EntityClass.CONCEPT


def locals_of(*readings: Reading) -> list[str]:
    found = resolve(readings)
    return [found[reading].local for reading in readings if reading in found]


def read(label: str, entity_class: EntityClass | None = None, document: str = "a", form: str | None = None) -> Reading:
    return Reading(document, label, entity_class, form)


def works(person: str, company: str, document: str) -> list[Reading]:
    """What a document reads that says for whom somebody works."""
    own = Reading(document, person, PERSON)
    return [own, Reading(document, person, PERSON, None, company), read(company, ORGANIZATION, document)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "ACME"),
        ("Acme Robotics", "Acme  Robotics, Inc."),
        ("Nordlys ASA", "Nordlys"),
        ("Å", "A\u030a"),
        ("Nordås", "Nordas"),
        ("Nordlys Oy:n", "Nordlys"),
        ("Jørgensen Verft", "Joergensen Verft"),
        ("Data Forge", "Dataforge"),
        ("Nordlysilla", "Nordlys"),
    ],
)
def test_names_of_one_key_are_one_entity(one: str, other: str) -> None:
    assert len(set(locals_of(read(one, ORGANIZATION, "a"), read(other, ORGANIZATION, "b")))) == 1


def test_keys_keep_lone_legal_forms() -> None:
    assert key("Oy") != key("Ab")


@pytest.mark.parametrize(
    ("one", "other"), [("Model 3 Engine", "Model 4 Engine"), ("Nordea", "Nordek"), ("Northstar Bank", "Southstar Bank")]
)
def test_names_that_are_merely_alike_stay_apart(one: str, other: str) -> None:
    assert len(set(locals_of(read(one, ORGANIZATION, "a"), read(other, ORGANIZATION, "b")))) == 2


def test_a_slip_in_a_long_name_is_none_of_its_own() -> None:
    right = [read("Brightwell Systems", ORGANIZATION, each) for each in "ab"]
    assert locals_of(*right, read("Brightwel Systems", ORGANIZATION, "c")) == ["Brightwell_Systems"] * 3


def test_persons_of_like_surnames_stay_apart() -> None:
    assert len(set(locals_of(read("Jon Hanssen", PERSON, "a"), read("Jon Hansson", PERSON, "b")))) == 2


def test_transliterations_are_one_name() -> None:
    spelled = ("Sergei Chernyshev", "Sergei Tšernyšev", "Sergej Tsjernysjev")
    assert len(set(locals_of(*(read(each, PERSON, each[:9]) for each in spelled)))) == 1


def test_resolution_prefers_the_label_in_most_documents_then_the_longest() -> None:
    readings = [read("Acme Inc", ORGANIZATION, "a"), read("Acme", ORGANIZATION, "b"), read("Acme", None, "c")]
    assert locals_of(*readings) == ["Acme", "Acme", "Acme"]
    assert locals_of(*readings[:2]) == ["Acme_Inc", "Acme_Inc"]


def test_resolution_leaves_out_a_full_stop_that_the_name_has_not_everywhere() -> None:
    assert locals_of(read("1X.", ORGANIZATION), read("1X", ORGANIZATION)) == ["1X", "1X"]
    assert locals_of(read("Acme Inc.", ORGANIZATION), read("Acme", ORGANIZATION)) == ["Acme_Inc.", "Acme_Inc."]


def test_resolution_tells_a_person_from_a_place() -> None:
    assert locals_of(read("Jordan", PERSON, "a"), read("Jordan", PLACE, "b")) == ["Jordan", "Jordan.Place"]


def test_resolution_takes_a_rare_class_for_a_mistake() -> None:
    readings = [read("Acme", ORGANIZATION, "a"), read("Acme", PLACE, "b"), read("Acme", PERSON, "c")]
    assert locals_of(*readings) == ["Acme"] * 3
    assert {entity.entity_class for entity in resolve(readings).values()} == {ORGANIZATION}


def test_resolution_gives_a_surname_to_the_only_person_who_bears_it() -> None:
    readings = [read("Ek", PERSON, "a"), read("Anna Ek", PERSON, "b")]
    assert locals_of(*readings) == ["Anna_Ek", "Anna_Ek"]


def test_resolution_leaves_a_surname_that_may_be_another() -> None:
    assert locals_of(read("Ek", PERSON, "a"), read("Anna Ek", PERSON, "b"), read("Per Ek", PERSON, "c"))[0] == "Ek"


def test_resolution_tells_a_surname_from_a_company() -> None:
    readings = [read("Ek", PERSON, "a"), read("Anna Ek", PERSON, "b"), read("Ek", ORGANIZATION, "c")]
    found = locals_of(*readings)
    assert found[0] == found[1] == "Anna_Ek"
    assert found[2] != "Anna_Ek"


def test_resolution_takes_the_surname_of_whom_the_document_can_mean() -> None:
    readings = [
        *works("Anna Ek", "Acme", "a"),
        *works("Per Ek", "Birch", "b"),
        read("Ek", PERSON, "c"),
        read("Birch", ORGANIZATION, "c"),
    ]
    assert locals_of(*readings)[-2] == "Per_Ek"


def test_resolution_gives_initials_to_the_only_person_they_fit() -> None:
    assert locals_of(read("A. Ek", PERSON, "a"), read("Anna Ek", PERSON, "b")) == ["Anna_Ek", "Anna_Ek"]


def test_namesakes_in_different_companies_are_two() -> None:
    readings = [*works("Anna Ek", "Acme", "a"), *works("Anna Ek", "Birch", "b"), *works("Anna Ek", "Birch", "c")]
    assert locals_of(*readings)[::3] == ["Anna_Ek.Acme", "Anna_Ek", "Anna_Ek"]


def test_namesakes_are_one_where_a_document_ties_their_companies() -> None:
    readings = [*works("Anna Ek", "Acme", "a"), *works("Anna Ek", "Birch", "b")]
    tie = [*works("Anna Ek", "Acme", "c"), *works("Anna Ek", "Birch", "c")]
    assert {entity.local for reading, entity in resolve([*readings, *tie]).items() if reading.label == "Anna Ek"} == {
        "Anna_Ek"
    }


def test_a_namesake_of_whom_nothing_is_known_stays_apart() -> None:
    readings = [*works("Anna Ek", "Acme", "a"), *works("Anna Ek", "Birch", "b"), read("Anna Ek", PERSON, "c")]
    assert locals_of(*readings)[-1] == "Anna_Ek.Person"


def test_resolution_joins_an_acronym_that_one_document_explains() -> None:
    readings = [read("GM", ORGANIZATION, "a"), read("General Motors", ORGANIZATION, "b", "GM")]
    assert locals_of(*readings) == ["General_Motors", "General_Motors"]


def test_resolution_does_not_join_a_short_form_that_is_no_acronym() -> None:
    readings = [read("Nordlys", ORGANIZATION, "a"), read("Nordlys Energi", ORGANIZATION, "b", "Nordlys")]
    assert locals_of(*readings) == ["Nordlys", "Nordlys_Energi"]


def test_resolution_keeps_names_and_concepts_apart() -> None:
    readings = [
        read("AI", ORGANIZATION, "a"),
        read("AI", CONCEPT, "a"),
        read("GPU", None, "a"),
        read("GPU", CONCEPT, "b"),
    ]
    assert locals_of(*readings) == ["AI.Organization", "GPU"]


@pytest.mark.parametrize(("label", "local"), [("xkcd", "xkcd.Work"), ("Uutiset.fi", "Uutiset.fi.Name")])
def test_names_that_look_like_concepts_get_a_suffix(label: str, local: str) -> None:
    assert locals_of(read(label, EntityClass.WORK)) == [local]


@pytest.mark.parametrize(
    ("form", "label", "expected"),
    [
        ("GM", "General Motors", True),
        ("UoH", "University of Helsinki", True),
        ("UH", "University of Helsinki", True),
        ("Ek", "Anna Ek", False),
        ("A", "Acme", False),
    ],
)
def test_acronyms_are_initials(form: str, label: str, expected: bool) -> None:
    assert is_acronym(form, label) is expected


_LABELS = st.sampled_from(
    ["Ek", "Anna Ek", "A. Ek", "Per Ek", "AE", "Acme", "acme", "Acme Oy", "Jordan", "AI", "Artificial Ideas", "Acmessa"]
)
_READINGS = st.builds(
    Reading,
    st.sampled_from("abcde"),
    _LABELS,
    st.sampled_from([None, PERSON, ORGANIZATION, PLACE, PRODUCT, CONCEPT]),
    st.none() | _LABELS,
    st.none() | st.sampled_from(["Acme", "AI", "Artificial Ideas", "Birch"]),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_READINGS, max_size=12), st.randoms(use_true_random=False))
def test_resolution_does_not_depend_on_order(readings: list[Reading], random: object) -> None:
    mixed = list(readings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert resolve(mixed) == resolve(readings)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(_READINGS, max_size=10), st.lists(_READINGS, max_size=4))
def test_replacing_tells_just_what_other_documents_read_otherwise(before: list[Reading], new: list[Reading]) -> None:
    own = [Reading("new", each.label, each.entity_class, each.form, each.affiliation) for each in new]
    table = NameTable(before)
    old = dict(table.items())
    changed = table.replace("new", own)
    assert dict(table.items()) == resolve([*before, *own])
    now = {reading: entity for reading, entity in table.items() if reading.document != "new"}
    assert changed == {reading: entity for reading, entity in now.items() if entity != old[reading]}

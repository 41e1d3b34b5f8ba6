"""Which names call the same thing, over hand-annotated documents."""

from __future__ import annotations

import pytest

from kg.extraction import chains_in
from kg.extraction.names import untangle
from kg.model import EntityClass
from tests.annotated import tree_of

PERSON, ORG = EntityClass.PERSON, EntityClass.ORGANIZATION


def chained(names: list[str], entity_class: EntityClass) -> list[set[str]]:
    """The chains of sentences in which one name each does something."""
    trees, start = [], 0
    for name in names:
        words = name.split()
        rows = [
            f"{w} {w} PROPN {len(words) + 1 if i == 0 else 1} {'nsubj' if i == 0 else 'flat'}"
            for i, w in enumerate(words)
        ]
        trees.append(tree_of("\n".join([*rows, "grew grow VERB 0 root"]), start=start, names={name: entity_class}))
        start += len(trees[-1].text) + 1
    for tree in trees:
        untangle(tree)
    return [{n.label for n in cluster} for cluster in chains_in(trees).clusters()]


@pytest.mark.parametrize(
    ("names", "entity_class"),
    [
        pytest.param(["Ann Lee", "Lee"], PERSON, id="the last name"),
        pytest.param(["Ann Lee", "Ann"], PERSON, id="the first name"),
        pytest.param(["Lee", "Ann Lee"], PERSON, id="the full name after the last"),
        pytest.param(["Ann Mary Lee", "Ann Lee"], PERSON, id="a middle name"),
        pytest.param(["Massachusetts Institute Technology", "MIT"], ORG, id="an acronym"),
        pytest.param(["MIT", "Massachusetts Institute Technology"], ORG, id="its long form"),
        pytest.param(["Kingdom Home Office", "Home Office"], ORG, id="the end of a longer name"),
        pytest.param(["ANN LEE", "Ann Lee"], PERSON, id="capitals"),
    ],
)
def test_names_that_call_one_thing_are_one_chain(names: list[str], entity_class: EntityClass) -> None:
    assert chained(names, entity_class) == [set(names)]


@pytest.mark.parametrize(
    ("names", "entity_class"),
    [
        pytest.param(["Ann Lee", "Bob Lee"], PERSON, id="two people of one last name"),
        pytest.param(["Home Office", "Home Bank"], ORG, id="a common first word"),
        pytest.param(["City Bank", "Bank"], ORG, id="one common word"),
    ],
)
def test_names_that_call_two_things_are_apart(names: list[str], entity_class: EntityClass) -> None:
    assert chained(names, entity_class) == []


def test_names_that_fit_two_people_stand_for_neither() -> None:
    assert chained(["Ann Lee", "Bob Lee", "Lee"], PERSON) == []

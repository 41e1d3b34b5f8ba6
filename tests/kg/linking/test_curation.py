from __future__ import annotations

import pytest

from kg.errors import CurationError
from kg.linking.curation import parse_curation
from kg.linking.resolution import resolve
from kg.model import EntityClass, Reading

ORGANIZATION = EntityClass.ORGANIZATION


def entities(text: str, *labels: str) -> list[tuple[str, str]]:
    """Local name and class of each label, each in a document of its own."""
    readings = [Reading(f"{number}", label, ORGANIZATION) for number, label in enumerate(labels)]
    found = resolve(readings, curation=parse_curation(text))
    return [(found[each].local, found[each].entity_class.value) for each in readings]


def test_curation_joins_what_is_the_same() -> None:
    found = entities("same Acme Motors = Birch", "Acme Motors", "Birch")
    assert found[0] == found[1]


def test_curation_parts_what_is_different() -> None:
    assert len(set(entities("different Data Forge = Dataforge", "Data Forge", "Dataforge"))) == 2


def test_curation_names_and_classes() -> None:
    assert entities("rename Acme = Acme Works\nclass Birch = Product", "Acme", "Birch") == [
        ("Acme_Works", "Organization"),
        ("Birch", "Product"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("join A = B", "names:1: 'join A = B' does not begin with"),
        ("same A", "names:1: 'same A' is not of the form `same ONE = OTHER`"),
        ("class A = Thing", "is no class; classes are Person"),
        ("different Acme = ACME", "spelled alike"),
    ],
)
def test_curation_says_what_is_wrong_with_a_line(line: str, message: str) -> None:
    with pytest.raises(CurationError) as caught:
        parse_curation(line, source="names")
    assert message in str(caught.value)

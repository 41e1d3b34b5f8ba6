from __future__ import annotations

import pytest

from kg.model import Iri, Triple
from kg.rdf import vocabulary as v
from kg.rdf.inference import Premises, infer
from kg.rdf.ontology import ontology_files
from kg.store import parse

A, B, C = (Iri(f"https://kg.example/entity/{name}") for name in "ABC")


@pytest.fixture(scope="module")
def ontology() -> list[Triple]:
    return list(parse(ontology_files().core))


@pytest.mark.parametrize(
    ("facts", "expected", "rule"),
    [
        ([(A, v.KG("competesWith"), B)], (B, v.KG("competesWith"), A), "prp-symp"),
        ([(A, v.KG("resignedFrom"), B)], (A, v.KG("left"), B), "prp-spo1"),
        ([(A, v.KG("parentOf"), B)], (B, v.KG("childOf"), A), "prp-inv"),
        ([(A, v.KG("partOf"), B), (B, v.KG("partOf"), C)], (A, v.KG("partOf"), C), "prp-trp"),
    ],
)
def test_inference_gives_what_follows_with_its_rule(
    ontology: list[Triple], facts: list[Triple], expected: Triple, rule: str
) -> None:
    found = infer(ontology, facts)
    assert expected in found
    told = Premises(ontology, found | set(facts)).explain(expected)
    assert (told.rule, set(told.premises[:-1]) <= found | set(facts)) == (rule, True)


def test_inference_takes_two_birthplaces_for_no_one_place(ontology: list[Triple]) -> None:
    assert infer(ontology, [(A, v.KG("bornIn"), B), (A, v.KG("bornIn"), C), (B, v.KG("borders"), A)]) == {
        (A, v.KG("borders"), B)
    }

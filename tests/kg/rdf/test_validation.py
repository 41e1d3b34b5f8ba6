from __future__ import annotations

from kg.model import BlankNode, Iri, Literal, Triple
from kg.rdf import vocabulary as v
from kg.rdf.validation import Finding, Report, validate

SHAPE, NAMED = Iri("https://s.example/shape"), BlankNode("named")
SHAPES: list[Triple] = [
    (SHAPE, v.TYPE, v.SH("NodeShape")),
    (SHAPE, v.SH("targetClass"), v.KG("Person")),
    (SHAPE, v.SH("property"), NAMED),
    (NAMED, v.SH("path"), v.LABEL),
    (NAMED, v.SH("minCount"), Literal("1", datatype=v.INTEGER)),
    (NAMED, v.SH("message"), Literal("a person has a label")),
]
ANNA = Iri("https://kg.example/entity/Anna")


def test_validation_of_what_conforms_finds_nothing() -> None:
    data: list[Triple] = [(ANNA, v.TYPE, v.KG("Person")), (ANNA, v.LABEL, Literal("Anna"))]
    assert validate(data, SHAPES) == Report(True, ())


def test_validation_names_focus_node_and_path() -> None:
    report = validate([(ANNA, v.TYPE, v.KG("Person"))], SHAPES)
    assert report == Report(False, (Finding(ANNA, v.LABEL, None, "a person has a label"),))

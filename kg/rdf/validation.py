"""Triples and SHACL shapes to what does not conform (https://www.w3.org/TR/shacl/), by pySHACL.

Findings are sorted, and terms are ours again.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.model import BlankNode, Iri, Literal, Term, Triple
from kg.rdf import vocabulary as v

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a validation: a focus node that a shape does not hold for."""

    focus_node: Term
    path: Term | None
    value: Term | None
    message: str
    severity: str = "Violation"


@dataclass(frozen=True, slots=True)
class Report:
    """Whether the data conform, and all findings, sorted by focus node, path, value and message."""

    conforms: bool
    findings: tuple[Finding, ...]


def validate(triples: Iterable[Triple], shapes: Iterable[Triple]) -> Report:
    """What of the triples does not conform to the shapes. Classes are taken as the triples tell, subclasses included.

    Raises `OntologyError` for shapes that pySHACL cannot read.
    """
    import pyshacl
    from pyparsing import ParseException
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError

    logging.getLogger("pyshacl-validate").disabled = True  # it writes its errors to standard error
    try:
        conforms, report, _ = pyshacl.validate(_graph(triples), shacl_graph=_graph(shapes), inference="none")
    except (ShapeLoadError, ReportableRuntimeError, ParseException, re.error) as error:  # of sh:sparql, sh:pattern
        reason = str(error).strip().splitlines()
        raise OntologyError(f"the shapes can't be used: {reason[0] if reason else type(error).__name__}") from error
    return Report(bool(conforms), tuple(sorted(_findings(report), key=_order)))


def _findings(report: Graph) -> Iterable[Finding]:
    from rdflib import URIRef

    for result in report.objects(None, URIRef(v.SH("result"))):
        severity = report.value(result, URIRef(v.SH("resultSeverity")))
        focus = report.value(result, URIRef(v.SH("focusNode")))
        path = report.value(result, URIRef(v.SH("resultPath")))
        value = report.value(result, URIRef(v.SH("value")))
        messages = sorted(str(each) for each in report.objects(result, URIRef(v.SH("resultMessage"))))
        if focus is not None:
            yield Finding(
                focus_node=_from_rdflib(focus),
                path=None if path is None else _from_rdflib(path),
                value=None if value is None else _from_rdflib(value),
                message="; ".join(messages),
                severity=str(severity or "").removeprefix(v.SH) or "Violation",
            )


def _order(finding: Finding) -> tuple[str, str, str, str]:
    return str(finding.focus_node), str(finding.path), str(finding.value), finding.message


def _graph(triples: Iterable[Triple]) -> Graph:
    from rdflib import Graph

    graph = Graph()
    for subject, predicate, value in triples:
        graph.add((_to_rdflib(subject), _to_rdflib(predicate), _to_rdflib(value)))
    return graph


def _to_rdflib(term: Term) -> Node:
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if isinstance(term, Literal):
        datatype = None if term.datatype is None else URIRef(term.datatype)
        return RdflibLiteral(term.text, lang=term.lang, datatype=datatype, normalize=False)
    return BNode(term) if isinstance(term, BlankNode) else URIRef(term)


def _from_rdflib(node: Node) -> Term:
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if isinstance(node, RdflibLiteral):
        return Literal(str(node), node.language, None if node.datatype is None else Iri(node.datatype))
    if isinstance(node, BNode):
        return BlankNode(node)
    if isinstance(node, URIRef):
        return Iri(node)
    raise OntologyError(f"{node!r} is no IRI, blank node or literal")

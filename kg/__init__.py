"""kgshell: articles to a knowledge graph with the sentence behind every fact.

`open` gives a graph to build, query and explore; `extract` reads propositions off a text without a store. Names are
imported when they are first used, so that `import kg` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.addresses import is_address, without_password
    from kg.answers import Change, Description, DocumentInfo, Found, Progress, Schema, SchemaTerm, Stats
    from kg.documents import read
    from kg.errors import (
        CurationError,
        DocumentError,
        ExportError,
        ExtractorError,
        GazetteerError,
        InvalidName,
        KgError,
        OntologyError,
        PipelineError,
        QueryError,
        StoreError,
        StoreLocked,
        StoreTimeout,
        UnknownEntity,
        UnknownLanguage,
        UnknownProperty,
    )
    from kg.evaluation import evaluate_coreference, evaluate_extraction, evaluate_pipelines
    from kg.graph import Graph
    from kg.languages.catalogue import PipelineInfo, list_pipelines
    from kg.meaning import (
        Conflict,
        check_lexicon,
        contradictions,
        decide,
        forget_inferred,
        infer_facts,
        look_up,
        sources,
        why_same,
        withdraw,
    )
    from kg.model import BlankNode, Choices, EntityClass, Frame, Iri, Literal, Term
    from kg.names import PREFIXED_NAME, read_name, readable_end, readable_name, write_name
    from kg.opening import open  # noqa: A004  the field's name for it, as in gzip and dbm
    from kg.paths import Edge, Evidence, FoundPath, Hop, Near, Path, Paths
    from kg.propositions import build, draw_trees, extract, extract_records
    from kg.rdf.validation import Report
    from kg.reasons import disagreement, evidence_records, evidence_turtle, stated_in
    from kg.store import Row, Rows, Triples
    from kg.upkeep import Difference, Flaw, back_up, compare, export_schema_org, restore, verify

_HOMES = {
    "kg.addresses": ("is_address", "without_password"),
    "kg.answers": ("Change", "Description", "DocumentInfo", "Found", "Progress", "Schema", "SchemaTerm", "Stats"),
    "kg.documents": ("read",),
    "kg.errors": (
        "CurationError",
        "DocumentError",
        "ExportError",
        "ExtractorError",
        "GazetteerError",
        "InvalidName",
        "KgError",
        "OntologyError",
        "PipelineError",
        "QueryError",
        "StoreError",
        "StoreLocked",
        "StoreTimeout",
        "UnknownEntity",
        "UnknownLanguage",
        "UnknownProperty",
    ),
    "kg.evaluation": ("evaluate_coreference", "evaluate_extraction", "evaluate_pipelines"),
    "kg.graph": ("Graph",),
    "kg.languages.catalogue": ("PipelineInfo", "list_pipelines"),
    "kg.meaning": (
        "Conflict",
        "check_lexicon",
        "contradictions",
        "decide",
        "forget_inferred",
        "infer_facts",
        "look_up",
        "sources",
        "why_same",
        "withdraw",
    ),
    "kg.model": ("BlankNode", "Choices", "EntityClass", "Frame", "Iri", "Literal", "Term"),
    "kg.names": ("PREFIXED_NAME", "read_name", "readable_end", "readable_name", "write_name"),
    "kg.opening": ("open",),
    "kg.paths": ("Edge", "Evidence", "FoundPath", "Hop", "Near", "Path", "Paths"),
    "kg.propositions": ("build", "draw_trees", "extract", "extract_records"),
    "kg.reasons": ("disagreement", "evidence_records", "evidence_turtle", "stated_in"),
    "kg.rdf.validation": ("Report",),
    "kg.store": ("Row", "Rows", "Triples"),
    "kg.upkeep": ("Difference", "Flaw", "back_up", "compare", "export_schema_org", "restore", "verify"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "PREFIXED_NAME",
    "BlankNode",
    "Change",
    "Choices",
    "Conflict",
    "CurationError",
    "Description",
    "Difference",
    "DocumentError",
    "DocumentInfo",
    "Edge",
    "EntityClass",
    "Evidence",
    "ExportError",
    "ExtractorError",
    "Flaw",
    "Found",
    "FoundPath",
    "Frame",
    "GazetteerError",
    "Graph",
    "Hop",
    "InvalidName",
    "Iri",
    "KgError",
    "Literal",
    "Near",
    "OntologyError",
    "Path",
    "Paths",
    "PipelineError",
    "PipelineInfo",
    "Progress",
    "QueryError",
    "Report",
    "Row",
    "Rows",
    "Schema",
    "SchemaTerm",
    "Stats",
    "StoreError",
    "StoreLocked",
    "StoreTimeout",
    "Term",
    "Triples",
    "UnknownEntity",
    "UnknownLanguage",
    "UnknownProperty",
    "back_up",
    "build",
    "check_lexicon",
    "compare",
    "contradictions",
    "decide",
    "disagreement",
    "draw_trees",
    "evaluate_coreference",
    "evaluate_extraction",
    "evaluate_pipelines",
    "evidence_records",
    "evidence_turtle",
    "export_schema_org",
    "extract",
    "extract_records",
    "forget_inferred",
    "infer_facts",
    "is_address",
    "list_pipelines",
    "look_up",
    "open",
    "read",
    "read_name",
    "readable_end",
    "readable_name",
    "restore",
    "sources",
    "stated_in",
    "verify",
    "why_same",
    "withdraw",
    "without_password",
    "write_name",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'kg' has no name {name!r}")
    return getattr(import_module(_HOME[name]), name)

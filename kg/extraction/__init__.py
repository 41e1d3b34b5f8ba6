"""Annotated document to propositions: who did what to whom, with what keeps it from being a fact.

Read `tree` (the parse as plain words), `repair` and `names` (parses made alike),
`phrases` (head to slot), `clauses` (predicates and their subjects), `status`,
`relations` (clause to propositions), `implicit` (facts without a verb), `times`, `mentions`, `coreference`, `extract`.
Public: `Lexis`, `extract`.
"""

from kg.extraction.extract import Lexis, extract

__all__ = ["Lexis", "extract"]

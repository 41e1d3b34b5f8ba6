"""What the mentions of a document stand for.

Read `nominals` (what trees speak of, and what agrees), `syntax` (what structure forbids), `salience` (what suits best),
`chains` (all steps in order), `resolution` (mentions with their antecedents). Public: `Candidate`,
`Chains`, `chains_in`, `chains_of`, `resolve`.
"""

from __future__ import annotations

from kg.extraction.coreference.chains import Candidate, Chains, chains_of
from kg.extraction.coreference.resolution import chains_in, resolve

__all__ = ["Candidate", "Chains", "chains_in", "chains_of", "resolve"]

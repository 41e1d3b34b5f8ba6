"""What the mentions of a document stand for.

Read `nominals` (what trees speak of, and what agrees), `syntax` (what structure forbids), `chains` (what speaks of one
thing), `names`, `descriptions` and `pronouns` with `salience` (what suits best), `sieves` (all steps in order),
`resolution` (mentions with their antecedents). Public: `Asked`, `Candidate`, `Chains`, `chains_in`, `chains_of`,
`resolve`.
"""

from __future__ import annotations

from kg.extraction.coreference.chains import Chains
from kg.extraction.coreference.pronouns import Candidate
from kg.extraction.coreference.resolution import chains_in, resolve
from kg.extraction.coreference.salience import Asked
from kg.extraction.coreference.sieves import chains_of

__all__ = ["Asked", "Candidate", "Chains", "chains_in", "chains_of", "resolve"]

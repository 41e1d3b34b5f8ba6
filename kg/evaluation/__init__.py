"""What `kg eval` measures, against gold files given by path: pipelines against treebanks, extraction against facts.

Read `conllu` (treebank files), `pipelines` (tagging, parsing, lemmas, entities), `extraction` (facts), `gold` (running
extraction over gold files), `coreference` and `chains`. Public: `evaluate_coreference`, `evaluate_extraction`,
`evaluate_pipelines`.
"""

from __future__ import annotations

from kg.evaluation.coreference import CoreferenceScore, evaluate_coreference
from kg.evaluation.gold import ExtractionScore, evaluate_extraction
from kg.evaluation.pipelines import PipelineScore
from kg.evaluation.pipelines import report as evaluate_pipelines

__all__ = [
    "CoreferenceScore",
    "ExtractionScore",
    "PipelineScore",
    "evaluate_coreference",
    "evaluate_extraction",
    "evaluate_pipelines",
]

"""Annotated document to propositions: who did what to whom, with what keeps it from being a fact.

Read `tree` (the parse as plain words), `repair`, `rehang`, `joining`, `beside`, `participles`, `hyphens` and `names`
(parses made alike), `phrases` (head to slot), `questions` (what states nothing), `predicates` (which words head
clauses), `control` (who does what infinitives tell), `antecedents`, `owners`, `clauses` (predicates with their
subjects), `polarity`, `sources`, `status`, `verbs` (the verb group), `arguments`, `relations` (clause to propositions),
`implicit` (facts without a verb), `times`, `mentions`, `classes` (of names), `coreference`, `confidence`, `profile`
(what propositions hold, by what they are for), `extract`.
`gazetteer` (a user's names) and `extractors` (who else may extract) stand beside.
Public: `PROFILES`, `Lexis`, `chains_in`, `extract`, `find_extractor`, `forest_of`, `index`, `read_gazetteers`.
"""

from kg.extraction.coreference import chains_in
from kg.extraction.extract import Lexis, extract, forest_of
from kg.extraction.extractors import find_extractor
from kg.extraction.gazetteer import index, read_gazetteers
from kg.extraction.profile import PROFILES

__all__ = ["PROFILES", "Lexis", "chains_in", "extract", "find_extractor", "forest_of", "index", "read_gazetteers"]

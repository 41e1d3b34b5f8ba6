"""What propositions hold in each profile, and which extractor gives it."""

from __future__ import annotations

from kg.extraction import PROFILES, find_extractor
from kg.extraction.tree import Tree
from kg.model import EntityClass
from tests.annotated import extraction_of, shown, tree_of

REPORT = """
Ann Ann PROPN 3 nsubj
rarely rarely ADV 3 advmod
says say VERB 0 root VerbForm=Fin
that that SCONJ 7 mark
the the DET 6 det
firm firm NOUN 7 nsubj
makes make VERB 3 ccomp VerbForm=Fin
a a DET 9 det
ship ship NOUN 7 obj
, , PUNCT 12 punct
a a DET 12 det
tanker tanker NOUN 9 appos
"""


def _tree(profile: str) -> Tree:
    tree = tree_of(REPORT, names={"Ann": EntityClass.PERSON})
    tree.profile = PROFILES[profile]
    return tree


def test_graph_profile_gives_short_slots_and_no_reports() -> None:
    assert shown(extraction_of(_tree("graph"))) == ["firm | makes | ship [says Ann]", "ship | is | tanker"]


def test_carb_profile_gives_whole_phrases_adverbs_and_reports() -> None:
    assert shown(extraction_of(_tree("carb"))) == [
        "Ann | rarely says | that the firm makes a ship, a tanker",
        "the firm | makes | a ship [says Ann]",
        "a ship | is | a tanker",
    ]


def test_benchie_profile_gives_nothing_implicit() -> None:
    assert shown(extraction_of(_tree("benchie"))) == ["firm | makes | ship [says Ann]"]


def test_find_extractor_knows_the_profiles() -> None:
    assert find_extractor("carb") is not find_extractor("benchie") is not find_extractor()

"""Constructions that articles are full of, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

#: What states nothing by itself: what a sentence shows, to its row and its propositions.
HOLLOW = {
    "that there is something": (
        "There/there/PRON/2/expl are/be/VERB/0/root ways/way/NOUN/2/nsubj that/that/PRON/5/nsubj/PronType=Rel"
        " lead/lead/VERB/3/acl:relcl to/to/ADP/7/case Acme/Acme/PROPN/5/obl",
        ["ways | lead | to Acme"],
    ),
    "which ones are meant": (
        "The/the/DET/2/det costs/cost/NOUN/4/nsubj involved/involve/VERB/2/acl/VerbForm=Part|Tense=Past"
        " sank/sink/VERB/0/root Acme/Acme/PROPN/4/obj",
        ["costs | sank | Acme"],
    ),
    "that somebody speaks": (
        "I/I/PRON/2/nsubj mean/mean/VERB/5/parataxis ,/,/PUNCT/2/punct Ann/Ann/PROPN/5/nsubj"
        " left/leave/VERB/0/root Acme/Acme/PROPN/5/obj",
        ["Ann | left | Acme"],
    ),
    "what more is than": (
        "Ann/Ann/PROPN/2/nsubj bought/buy/VERB/0/root more/more/ADJ/4/amod ships/ship/NOUN/2/obj"
        " than/than/SCONJ/7/mark they/they/PRON/7/nsubj sell/sell/VERB/3/advcl",
        ["Ann | bought | more ships"],
    ),
    "whose attempt it is": (
        "Acme/Acme/PROPN/3/nmod:poss +'s/'s/PART/1/case acquisition/acquisition/NOUN/4/nsubj"
        " surprised/surprise/VERB/0/root Ann/Ann/PROPN/4/obj",
        ["Acme's acquisition | surprised | Ann"],
    ),
    "how to do it": (
        "Ann/Ann/PROPN/2/nsubj told/tell/VERB/0/root Bob/Bob/PROPN/2/iobj how/how/ADV/6/advmod/PronType=Int"
        " to/to/PART/6/mark leave/leave/VERB/2/ccomp/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        ["Ann | told | how to leave Acme | Bob"],
    ),
}

#: What belongs to a slot, and what to none.
SLOTS = {
    "a question that states nothing completes its noun": (
        "It/it/PRON/2/nsubj shows/show/VERB/0/root aspects/aspect/NOUN/2/obj of/of/ADP/5/case"
        " how/how/ADV/3/nmod/PronType=Int people/people/NOUN/7/nsubj act/act/VERB/5/advcl:relcl",
        ["It | shows | aspects of how people act"],
    ),
    "a question that states a fact leaves its noun": (
        "It/it/PRON/2/nsubj tells/tell/VERB/0/root stories/story/NOUN/2/obj of/of/ADP/5/case"
        " how/how/ADV/3/nmod/PronType=Int Ann/Ann/PROPN/7/nsubj left/leave/VERB/5/advcl:relcl Acme/Acme/PROPN/7/obj",
        ["It | tells | stories", "Ann | left | Acme"],
    ),
    "who somebody is": (
        "Ann/Ann/PROPN/2/nsubj has/have/VERB/0/root doubts/doubt/NOUN/2/obj of/of/ADP/5/case"
        " who/who/PRON/3/nmod/PronType=Int she/she/PRON/7/nsubj is/be/AUX/5/acl:relcl",
        ["Ann | has | doubts of who she is"],
    ),
}


@pytest.mark.parametrize(("row", "expected"), HOLLOW.values(), ids=HOLLOW)
def test_extraction_leaves_out_what_states_nothing(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected


@pytest.mark.parametrize(("row", "expected"), SLOTS.values(), ids=SLOTS)
def test_extraction_fills_slots_of_articles(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected

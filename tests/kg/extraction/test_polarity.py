"""Clauses that hold as much as the one above does, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

#: What a sentence shows, to its row and its propositions.
ENGLISH = {
    "an English belief": (
        "Ann/Ann/PROPN/4/nsubj does/do/AUX/4/aux/Mood=Ind|Number=Sing|VerbForm=Fin not/not/PART/4/advmod"
        " think/think/VERB/0/root/VerbForm=Inf that/that/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj"
        " owns/own/VERB/4/ccomp/Mood=Ind|Number=Sing|VerbForm=Fin Beta/Beta/PROPN/7/obj",
        [
            "Acme | owns | Beta [not, says Ann]",
        ],
    ),
    "an English noun that there is none of": (
        "There/there/PRON/2/expl is/be/VERB/0/root/Mood=Ind|Number=Sing|VerbForm=Fin no/no/DET/4/det"
        " firm/firm/NOUN/2/nsubj/Number=Sing that/that/PRON/6/nsubj/PronType=Rel"
        " sells/sell/VERB/4/acl:relcl/Mood=Ind|Number=Sing|VerbForm=Fin ships/ship/NOUN/6/obj/Number=Plur",
        [
            "no firm | sells | ships [not]",
        ],
    ),
    "English figures": (
        "This/this/PRON/2/nsubj/Number=Sing|PronType=Dem"
        " shows/show/VERB/0/root/Mood=Ind|Number=Sing|VerbForm=Fin that/that/SCONJ/5/mark"
        " Acme/Acme/PROPN/5/nsubj owns/own/VERB/2/ccomp/Mood=Ind|Number=Sing|VerbForm=Fin"
        " Beta/Beta/PROPN/5/obj",
        [
            "Acme | owns | Beta",
        ],
    ),
    "an English consequence": (
        "This/this/PRON/3/nsubj/Number=Sing|PronType=Dem may/may/AUX/3/aux/VerbForm=Fin"
        " mean/mean/VERB/0/root/VerbForm=Inf that/that/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj"
        " owns/own/VERB/3/ccomp/Mood=Ind|Number=Sing|VerbForm=Fin Beta/Beta/PROPN/6/obj",
        [
            "Acme | owns | Beta [Possible]",
        ],
    ),
    "a fact that is asked for": (
        "Which/which/DET/2/det/PronType=Int firms/firm/NOUN/4/nsubj have/have/AUX/4/aux left/leave/VERB/0/root"
        " Acme/Acme/PROPN/4/obj ?/?/PUNCT/4/punct",
        [],
    ),
    "an English note": (
        "It/it/PRON/4/nsubj:pass/Case=Nom|Number=Sing|PronType=Prs should/should/AUX/4/aux/VerbForm=Fin"
        " be/be/AUX/4/aux:pass/VerbForm=Inf noted/note/VERB/0/root/Tense=Past|VerbForm=Part|Voice=Pass"
        " that/that/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj"
        " owns/own/VERB/4/ccomp/Mood=Ind|Number=Sing|VerbForm=Fin Beta/Beta/PROPN/7/obj",
        [
            "Acme | owns | Beta",
        ],
    ),
}

FINNISH = {
    "a Finnish belief": (
        "Liisa/Liisa/PROPN/3/nsubj ei/ei/AUX/3/aux/Number=Sing|VerbForm=Fin|Voice=Act"
        " usko/uskoa/VERB/0/root/Mood=Ind|VerbForm=Fin ,/,/PUNCT/7/punct että/että/SCONJ/7/mark"
        " Acme/Acme/PROPN/7/nsubj omistaa/omistaa/VERB/3/ccomp/Mood=Ind|Number=Sing|VerbForm=Fin|Voice=Act"
        " Betan/Beta/PROPN/7/obj",
        [
            "Acme | omistaa | Betan [not, says Liisa]",
        ],
    ),
    "a Finnish consequence": (
        "Lakko/lakko/NOUN/3/nsubj/Case=Nom|Number=Sing"
        " voi/voida/AUX/3/aux/Mood=Ind|Number=Sing|VerbForm=Fin|Voice=Act"
        " johtaa/johtaa/VERB/0/root/Number=Sing|VerbForm=Inf|Voice=Act"
        " siihen/se/PRON/3/obl/Case=Ill|Number=Sing|PronType=Dem ,/,/PUNCT/8/punct että/että/SCONJ/8/mark"
        " Acme/Acme/PROPN/8/nsubj omistaa/omistaa/VERB/4/ccomp/Mood=Ind|Number=Sing|VerbForm=Fin|Voice=Act"
        " Betan/Beta/PROPN/8/obj",
        [
            "Acme | omistaa | Betan [Possible]",
        ],
    ),
}


@pytest.mark.parametrize("case", ENGLISH)
def test_english_clause_holds_as_the_one_above(case: str) -> None:
    row, expected = ENGLISH[case]
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected


@pytest.mark.parametrize("case", FINNISH)
def test_finnish_clause_holds_as_the_one_above(case: str) -> None:
    row, expected = FINNISH[case]
    assert shown(extraction_of(row_tree(row, lang="fi"))) == expected

"""Constructions that articles are full of, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

#: A relative clause that the parser closes too late.
OPEN_RELATIVE = (
    "Ann/Ann/PROPN/7/nsubj ,/,/PUNCT/1/punct who/who/PRON/4/nsubj/PronType=Rel works/work/VERB/1/acl:relcl"
    " for/for/ADP/6/case Acme/Acme/PROPN/4/obl joined/join/VERB/0/root Beta/Beta/PROPN/4/obl in/in/ADP/10/case"
    " Oslo/Oslo/PROPN/4/obl"
)
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
    "what something means": (
        "It/it/PRON/2/nsubj shows/show/VERB/0/root what/what/PRON/2/obj/PronType=Rel it/it/PRON/5/expl"
        " means/mean/VERB/3/acl:relcl to/to/PART/8/mark be/be/AUX/8/cop free/free/ADJ/5/csubj",
        ["It | shows | what it means to be free"],
    ),
    "words that stand apart keep their signs": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root a/a/DET/4/det firm/firm/NOUN/2/obj ,/,/PUNCT/6/punct"
        " based/base/VERB/4/acl/VerbForm=Part of/of/ADP/8/case Acme/Acme/PROPN/4/nmod +'s/'s/PART/8/case",
        ["Ann | left | firm of Acme's"],
    ),
    "who somebody is": (
        "Ann/Ann/PROPN/2/nsubj has/have/VERB/0/root doubts/doubt/NOUN/2/obj of/of/ADP/5/case"
        " who/who/PRON/3/nmod/PronType=Int she/she/PRON/7/nsubj is/be/AUX/5/acl:relcl",
        ["Ann | has | doubts of who she is"],
    ),
}


#: What hangs on a part of a name or beside it, and what a noun stands beside.
NAMED = {
    "the adposition of a name's part": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root a/a/DET/4/det unit/unit/NOUN/2/obj of/of/ADP/6/case"
        " Beta/Beta/PROPN/7/compound Airlines/Airlines/PROPN/4/nmod",
        ["Ann | left | unit of Beta Airlines"],
    ),
    "the subject of a name's part": (
        "The/the/DET/2/det port/port/NOUN/4/nsubj is/be/AUX/5/cop Oslo/Oslo/PROPN/5/compound"
        " Harbour/Harbour/PROPN/0/root",
        ["port | is | Oslo Harbour"],
    ),
    "a name in two pieces": (
        "Ann/Ann/PROPN/2/nsubj served/serve/VERB/0/root in/in/ADP/4/case Attack/Attack/PROPN/2/obl"
        " Squadron/Squadron/PROPN/2/obl",
        ["Ann | served | in Attack Squadron"],
    ),
    "a name with an article holds what it is of": (
        "Ann/Ann/PROPN/2/nsubj won/win/VERB/0/root the/the/DET/4/det Acme/Acme/PROPN/2/obj of/of/ADP/6/case"
        " Norway/Norway/PROPN/4/nmod",
        ["Ann | won | Acme of Norway"],
    ),
    "the same noun again": (
        "Ann/Ann/PROPN/2/nsubj made/make/VERB/0/root a/a/DET/4/det deal/deal/NOUN/2/obj ,/,/PUNCT/7/punct"
        " good/good/ADJ/7/amod deal/deal/NOUN/4/appos",
        ["Ann | made | deal"],
    ),
    "an adjective that needs its verb": (
        "Ann/Ann/PROPN/6/nsubj ,/,/PUNCT/3/punct unable/unable/ADJ/1/amod to/to/PART/5/mark"
        " pay/pay/VERB/3/xcomp/VerbForm=Inf left/leave/VERB/0/root Acme/Acme/PROPN/6/obj",
        ["Ann | left | Acme", "Ann | to pay [not]"],
    ),
    "the members of a list": (
        "Ann/Ann/PROPN/2/nsubj met/meet/VERB/0/root two/two/NUM/4/nummod groups/group/NOUN/2/obj/Number=Plur"
        " ,/,/PUNCT/6/punct nurses/nurse/NOUN/4/appos and/and/CCONJ/8/cc cooks/cook/NOUN/6/conj",
        ["Ann | met | two groups", "nurses | is | two groups", "cooks | is | two groups"],
    ),
    "the office of a name": (
        "Ann/Ann/PROPN/9/nsubj ,/,/PUNCT/4/punct the/the/DET/4/det Secretary/Secretary/PROPN/1/appos of/of/ADP/6/case"
        " State/State/PROPN/4/nmod ,/,/PUNCT/4/punct has/have/AUX/9/aux left/leave/VERB/0/root Acme/Acme/PROPN/9/obj",
        ["Ann | has left | Acme", "Ann | is | Secretary of State"],
    ),
    "the year of a work": (
        "Ann/Ann/PROPN/2/nsubj made/make/VERB/0/root Acme/Acme/PROPN/2/obj (/(/PUNCT/5/punct 1984/1984/NUM/3/appos"
        " )/)/PUNCT/5/punct",
        ["Ann | made | Acme"],
    ),
    "how a name is spoken": (
        "Ann/Ann/PROPN/5/nsubj (/(/PUNCT/3/punct ˈæn/ˈæn/X/1/appos )/)/PUNCT/3/punct left/leave/VERB/0/root"
        " Acme/Acme/PROPN/5/obj",
        ["Ann | left | Acme"],
    ),
    "the first part of a verb": (
        "Acme/Acme/PROPN/5/nsubj:pass is/be/AUX/5/aux:pass co/co/X/5/obl:unmarked +-/-/PUNCT/3/punct"
        " +owned/own/VERB/0/root by/by/ADP/7/case Ann/Ann/PROPN/5/obl:agent",
        ["Acme | is co-owned | by Ann"],
    ),
    "what is between two": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root between/between/ADP/4/case May/May/PROPN/2/obl and/and/CCONJ/6/cc"
        " June/June/PROPN/4/conj",
        ["Ann | left | between May and June"],
    ),
    "the end of a list": (
        "Ann/Ann/PROPN/2/nsubj sells/sell/VERB/0/root ships/ship/NOUN/2/obj ,/,/PUNCT/5/punct etc./etc./NOUN/3/conj",
        ["Ann | sells | ships"],
    ),
}

#: Who does it, and whether it is a fact.
STATUS = {
    "what is a way to do something does nothing": (
        "It/it/PRON/4/nsubj is/be/AUX/4/cop a/a/DET/4/det way/way/NOUN/0/root to/to/PART/6/mark"
        " leave/leave/VERB/4/acl/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        ["It | is | way"],
    ),
    "who appears somewhere does what is told beside": (
        "Ann/Ann/PROPN/2/nsubj appeared/appear/VERB/0/root in/in/ADP/4/case Oslo/Oslo/PROPN/2/obl"
        " selling/sell/VERB/2/advcl/VerbForm=Ger ships/ship/NOUN/5/obj",
        ["Ann | appeared | in Oslo", "Ann | selling | ships"],
    ),
    "what this means is no plan": (
        "This/this/PRON/2/nsubj means/mean/VERB/0/root that/that/SCONJ/5/mark Ann/Ann/PROPN/5/nsubj"
        " owns/own/VERB/2/ccomp Acme/Acme/PROPN/5/obj",
        ["Ann | owns | Acme"],
    ),
    "who claims one thing does not claim the next": (
        "Ann/Ann/PROPN/2/nsubj claims/claim/VERB/0/root to/to/PART/5/mark have/have/AUX/5/aux"
        " left/leave/VERB/2/xcomp/VerbForm=Part Acme/Acme/PROPN/5/obj but/but/CCONJ/9/cc Bob/Bob/PROPN/9/nsubj"
        " owns/own/VERB/2/conj Beta/Beta/PROPN/9/obj",
        ["Ann | claims to have left | Acme [says Ann]", "Bob | owns | Beta"],
    ),
    "who is asked to remember does not": (
        "There/there/PRON/2/expl are/be/VERB/0/root ships/ship/NOUN/2/nsubj in/in/ADP/5/case Oslo/Oslo/PROPN/2/obl"
        " but/but/CCONJ/7/cc ask/ask/VERB/2/conj/Mood=Imp Ann/Ann/PROPN/7/obj",
        ["ships | are | in Oslo"],
    ),
    "what may be done beside": (
        "Acme/Acme/PROPN/3/nsubj may/may/AUX/3/aux shrink/shrink/VERB/0/root/VerbForm=Inf in/in/ADP/5/case"
        " Oslo/Oslo/PROPN/3/obl or/or/CCONJ/8/cc be/be/AUX/8/aux:pass/VerbForm=Inf"
        " sold/sell/VERB/3/conj/VerbForm=Part to/to/ADP/10/case Bob/Bob/PROPN/8/obl",
        ["Acme | may shrink | in Oslo [Possible]", "Acme | may be sold | to Bob [Possible]"],
    ),
    "what a relative pronoun is said to be": (
        "Acme/Acme/PROPN/8/nsubj which/which/PRON/4/obj/PronType=Rel Ann/Ann/PROPN/4/nsubj think/think/VERB/1/acl:relcl"
        " to/to/PART/7/mark be/be/AUX/7/cop strong/strong/ADJ/4/xcomp fell/fall/VERB/0/root",
        ["Acme | fell", "Acme | to be | strong [Planned]", "Ann | think | Acme"],
    ),
    "parts of what a pronoun stands for": (
        "Acme/Acme/PROPN/6/nsubj of/of/ADP/3/case which/which/PRON/4/nmod/PronType=Rel parts/part/NOUN/5/nsubj"
        " left/leave/VERB/1/acl:relcl fell/fall/VERB/0/root in/in/ADP/8/case Oslo/Oslo/PROPN/6/obl",
        ["Acme | fell | in Oslo", "parts | left"],
    ),
    "what follows something comes after it": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/2/obj following/follow/VERB/2/advcl/VerbForm=Ger"
        " the/the/DET/6/det war/war/NOUN/4/obj",
        ["Ann | left | Acme | following war"],
    ),
    "what is done using something": (
        "Acme/Acme/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass built/build/VERB/0/root/VerbForm=Part"
        " using/use/VERB/3/xcomp/VerbForm=Ger steel/steel/NOUN/4/obj",
        ["Acme | was built | using steel"],
    ),
    "part of a place": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root downtown/downtown/NOUN/4/compound Oslo/Oslo/PROPN/2/obj",
        ["Ann | left | downtown Oslo"],
    ),
    "examples behind a relative clause": (
        "Ann/Ann/PROPN/2/nsubj met/meet/VERB/0/root artists/artist/NOUN/2/obj/Number=Plur"
        " who/who/PRON/5/nsubj/PronType=Rel used/use/VERB/3/acl:relcl clay/clay/NOUN/5/obj/Number=Sing"
        " ,/,/PUNCT/10/punct such/such/ADJ/10/case as/as/ADP/8/fixed"
        " Bob/Bob/PROPN/3/nmod and/and/CCONJ/12/cc Kari/Kari/PROPN/10/conj",
        ["Ann | met | artists", "artists | used | clay", "Bob | is | artists", "Kari | is | artists"],
    ),
    "what somebody is to do": (
        "Ann/Ann/PROPN/4/nsubj is/be/AUX/4/cop to/to/PART/4/mark leave/leave/VERB/0/root/VerbForm=Inf"
        " Acme/Acme/PROPN/4/obj",
        ["Ann | is to leave | Acme [Planned]"],
    ),
    "whether or not something is so": (
        "Whether/whether/SCONJ/3/mark Ann/Ann/PROPN/3/nsubj leaves/leave/VERB/5/advcl Bob/Bob/PROPN/5/nsubj"
        " owns/own/VERB/0/root Acme/Acme/PROPN/5/obj",
        ["Ann | leaves [Conditional]", "Bob | owns | Acme"],
    ),
    "a verb with a time of its own shares none": (
        "In/in/ADP/2/case 1661/1661/NUM/4/obl Ann/Ann/PROPN/4/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/4/obj"
        " and/and/CCONJ/7/cc joined/join/VERB/4/conj Beta/Beta/PROPN/7/obj in/in/ADP/10/case 1665/1665/NUM/7/obl",
        ["Ann | left | Acme | in 1661", "Ann | joined | Beta | in 1665"],
    ),
    "what needs to be done": (
        "Ann/Ann/PROPN/2/nsubj knows/know/VERB/0/root steps/step/NOUN/2/obj that/that/PRON/8/nsubj:pass/PronType=Rel"
        " need/need/VERB/3/acl:relcl/VerbForm=Fin to/to/PART/8/mark be/be/AUX/8/aux:pass/VerbForm=Inf"
        " taken/take/VERB/5/xcomp/VerbForm=Part by/by/ADP/10/case Bob/Bob/PROPN/8/obl:agent",
        ["Ann | knows | steps", "steps | need to be taken | by Bob [Required]"],
    ),
    "what there is": (
        "There/there/PRON/4/expl is/be/AUX/4/cop no/no/DET/4/det service/service/NOUN/0/root to/to/ADP/6/case"
        " Oslo/Oslo/PROPN/4/nmod",
        [],
    ),
    "per day is no source": (
        "Ann/Ann/PROPN/2/nsubj sells/sell/VERB/0/root ships/ship/NOUN/2/obj per/per/ADP/5/case year/year/NOUN/2/obl",
        ["Ann | sells | ships | per year"],
    ),
}


@pytest.mark.parametrize(("row", "expected"), HOLLOW.values(), ids=HOLLOW)
def test_extraction_leaves_out_what_states_nothing(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected


@pytest.mark.parametrize(("row", "expected"), SLOTS.values(), ids=SLOTS)
def test_extraction_fills_slots_of_articles(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected


@pytest.mark.parametrize(("row", "expected"), NAMED.values(), ids=NAMED)
def test_extraction_ties_names_of_articles(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected


@pytest.mark.parametrize(("row", "expected"), STATUS.values(), ids=STATUS)
def test_extraction_says_who_does_it_and_whether(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected


def test_relative_clause_holds_nothing_behind_the_verb_after_it():
    found = shown(extraction_of(row_tree(OPEN_RELATIVE, lang="en")))
    assert found == ["Ann | joined | Beta | in Oslo", "Ann | works | for Acme"]

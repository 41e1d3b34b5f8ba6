"""Constructions of Norwegian clauses, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

#: What a sentence shows, to its row and its propositions.
CASES = {
    "whom a cleft without a pronoun is about, is the object": (
        "Det/det/PRON/3/expl/Number=Sing|PronType=Prs er/vere/AUX/3/cop/Mood=Ind|VerbForm=Fin Kari/Kari/PROPN/0/root"
        " dei/dei/PRON/5/nsubj/Case=Nom|Number=Plur|PronType=Prs"
        " kjenner/kjenne/VERB/3/acl:cleft/Mood=Ind|VerbForm=Fin",
        [
            "dei | kjenner | Kari",
        ],
    ),
    "what a pronoun means with its relative clause stays whole, and is no fact": (
        "Ola/Ola/PROPN/2/nsubj fortalde/fortelje/VERB/0/root/Mood=Ind|VerbForm=Fin om/om/ADP/4/case"
        " det/det/PRON/2/obl/Number=Sing|PronType=Prs som/som/PRON/7/nsubj/PronType=Rel"
        " hadde/ha/AUX/7/aux/Mood=Ind|VerbForm=Fin skjedd/skje/VERB/4/acl:relcl/VerbForm=Part i/i/ADP/9/case"
        " Oslo/Oslo/PROPN/7/obl",
        [
            "Ola | fortalde | om det som hadde skjedd i Oslo",
        ],
    ),
    "an adjective takes the infinitive behind its adposition": (
        "Kari/Kari/PROPN/4/nsubj er/vere/AUX/4/cop/Mood=Ind|VerbForm=Fin ikkje/ikkje/PART/4/advmod/Polarity=Neg"
        " interessert/interessere/ADJ/0/root/Definite=Ind|Number=Sing|VerbForm=Part i/i/SCONJ/7/mark å/å/PART/7/mark"
        " kjøpe/kjøpe/VERB/4/advcl/VerbForm=Inf Acme/Acme/PROPN/7/obj",
        [
            "Kari | er ikkje interessert i å kjøpe | Acme [not, Planned]",
        ],
    ),
    "who is willing to do something has not done so yet": (
        "Ola/Ola/PROPN/3/nsubj er/vere/AUX/3/cop/Mood=Ind|VerbForm=Fin"
        " villig/villig/ADJ/0/root/Definite=Ind|Degree=Pos|Number=Sing til/til/SCONJ/6/mark å/å/PART/6/mark"
        " selje/selje/VERB/3/advcl/VerbForm=Inf garden/gard/NOUN/6/obj/Definite=Def|Number=Sing",
        [
            "Ola | er villig til å selje | garden [Planned]",
        ],
    ),
    "who is too much to do something does not do it": (
        "Ola/Ola/PROPN/4/nsubj er/vere/AUX/4/cop/Mood=Ind|VerbForm=Fin for/for/ADV/4/advmod"
        " gammal/gammal/ADJ/0/root/Definite=Ind|Degree=Pos|Number=Sing til/til/SCONJ/7/mark å/å/PART/7/mark"
        " køyre/køyre/VERB/4/advcl/VerbForm=Inf buss/buss/NOUN/7/obj/Definite=Ind|Number=Sing",
        [
            "Ola | er | gammal",
            "Ola | å køyre | buss [Planned]",
        ],
    ),
    "what nobody in particular does about something is told of it": (
        "Det/det/PRON/3/expl/Number=Sing|PronType=Prs vart/verte/VERB/3/aux:pass/Mood=Ind|VerbForm=Fin"
        " arbeidd/arbeide/ADJ/0/root/Definite=Ind|Number=Sing|VerbForm=Part med/med/ADP/7/case"
        " ein/ein/DET/7/det/Number=Sing|PronType=Art ny/ny/ADJ/7/amod/Definite=Ind|Degree=Pos|Number=Sing"
        " plan/plan/NOUN/3/obl/Definite=Ind|Number=Sing",
        [
            "Det | vart arbeidd | med ny plan",
        ],
    ),
    "a clause behind its verb is what an empty subject stands for": (
        "Det/det/PRON/2/nsubj/Number=Sing|PronType=Prs betyr/bety/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " mykje/mykje/ADJ/2/obj/Definite=Ind|Degree=Pos|Number=Sing for/for/ADP/5/case Kari/Kari/PROPN/3/nmod"
        " å/å/PART/7/mark leie/leie/VERB/2/csubj/VerbForm=Inf laget/lag/NOUN/7/obj/Definite=Def|Number=Sing",
        [
            "leie laget | betyr | mykje | for Kari",
        ],
    ),
    "a clause that says what is spoken of is an adposition": (
        "Kommunen/kommune/NOUN/3/nsubj/Definite=Def|Number=Sing har/ha/AUX/3/aux/Mood=Ind|VerbForm=Fin"
        " brukt/bruke/VERB/0/root/VerbForm=Part lite/lite/ADJ/5/amod/Degree=Pos|Number=Plur"
        " pengar/penge/NOUN/3/obj/Definite=Ind|Number=Plur når/når/SCONJ/8/mark"
        " det/det/PRON/8/expl/Number=Sing|PronType=Prs gjeld/gjelde/VERB/3/advcl/Mood=Ind|VerbForm=Fin"
        " vegar/veg/NOUN/8/obj/Definite=Ind|Number=Plur",
        [
            "Kommunen | har brukt | lite pengar | når det gjeld vegar",
        ],
    ),
    "who somebody thinks does something does it": (
        "Ola/Ola/PROPN/4/nsubj er/vere/AUX/4/cop/Mood=Ind|VerbForm=Fin ein/ein/DET/4/det/Number=Sing|PronType=Art"
        " mann/mann/NOUN/0/root/Definite=Ind|Number=Sing som/som/PRON/7/iobj/PronType=Rel"
        " mange/mange/ADJ/7/nsubj/Degree=Pos|Number=Plur meiner/meine/VERB/4/acl:relcl/Mood=Ind|VerbForm=Fin"
        " har/ha/AUX/9/aux/Mood=Ind|VerbForm=Fin øydelagt/øydelegge/VERB/7/ccomp/VerbForm=Part"
        " byen/by/NOUN/9/obj/Definite=Def|Number=Sing",
        [
            "Ola | er | mann",
            "mann | har øydelagt | byen [says mange]",
        ],
    ),
    "what somebody knows of a noun is no second clause at it": (
        "Dei/dei/PRON/2/nsubj/Case=Nom|Number=Plur|PronType=Prs har/ha/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " tiltak/tiltak/NOUN/2/obj/Definite=Ind|Number=Plur som/som/PRON/6/iobj/PronType=Rel"
        " dei/dei/PRON/6/nsubj/Case=Nom|Number=Plur|PronType=Prs veit/vite/VERB/3/acl:relcl/Mood=Ind|VerbForm=Fin"
        " kostar/koste/VERB/3/acl:relcl/Mood=Ind|VerbForm=Fin pengar/penge/NOUN/7/obj/Definite=Ind|Number=Plur",
        [
            "Dei | har | tiltak",
            "tiltak | kostar | pengar [says dei]",
        ],
    ),
    "what is meant too stands beside what comes first": (
        "Kari/Kari/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " hus/hus/NOUN/2/obj/Definite=Ind|Number=Sing ,/$,/PUNCT/2/punct ikkje/ikkje/PART/6/advmod/Polarity=Neg"
        " berre/berre/ADV/7/advmod vegar/veg/NOUN/2/conj/Definite=Ind|Number=Plur",
        [
            "Kari | kjøpte | hus",
            "Kari | kjøpte | vegar",
        ],
    ),
    "what is not meant is no other name for what is": (
        "Kari/Kari/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " hus/hus/NOUN/2/obj/Definite=Ind|Number=Sing ,/$,/PUNCT/2/punct ikkje/ikkje/PART/6/nmod/Polarity=Neg"
        " båt/båt/NOUN/3/appos/Definite=Ind|Number=Sing",
        [
            "Kari | kjøpte | hus",
            "Kari | kjøpte ikkje | båt [not]",
        ],
    ),
    "an adposition that only clauses have is none of a noun": (
        "Kari/Kari/PROPN/2/nsubj stelte/stelle/VERB/0/root/Mood=Ind|VerbForm=Fin i/i/ADP/4/case"
        " stand/stand/NOUN/2/obl/Definite=Ind|Number=Sing ein/ein/DET/6/det/Number=Sing|PronType=Art"
        " fest/fest/NOUN/2/obj/Definite=Ind|Number=Sing til/til/ADP/8/case"
        " ære/ære/NOUN/6/nmod/Definite=Ind|Number=Sing for/for/ADP/10/case Ola/Ola/PROPN/8/nmod",
        [
            "Kari | stelte i stand | fest | til ære for Ola",
        ],
    ),
    "whom somebody does it together with is none of the object": (
        "Kari/Kari/PROPN/3/nsubj har/ha/AUX/3/aux/Mood=Ind|VerbForm=Fin skrive/skrive/VERB/0/root/VerbForm=Part"
        " teksten/tekst/NOUN/3/obj/Definite=Def|Number=Sing til/til/ADP/6/case"
        " boka/bok/NOUN/4/nmod/Definite=Def|Number=Sing saman/saman/ADV/9/advmod med/med/ADP/9/case"
        " Ola/Ola/PROPN/6/nmod",
        [
            "Kari | har skrive | teksten til boka | saman med Ola",
        ],
    ),
    "where somebody goes is no particle": (
        "Kari/Kari/PROPN/2/nsubj drog/dra/VERB/0/root/Mood=Ind|VerbForm=Fin heim/heim/ADP/2/compound:prt",
        [
            "Kari | drog | heim",
        ],
    ),
    "who is sure of something says so": (
        "Kari/Kari/PROPN/3/nsubj er/være/AUX/3/cop/Mood=Ind|VerbForm=Fin"
        " viss/viss/ADJ/0/root/Definite=Ind|Degree=Pos|Number=Sing på/på/SCONJ/7/mark at/at/SCONJ/7/mark"
        " Acme/Acme/PROPN/7/nsubj vinn/vinne/VERB/3/advcl/Mood=Ind|VerbForm=Fin"
        " cupen/cup/NOUN/7/obj/Definite=Def|Number=Sing",
        [
            "Acme | vinn | cupen [says Kari]",
        ],
    ),
    "who is in on something does it too": (
        "Kari/Kari/PROPN/3/nsubj er/vere/AUX/3/cop/Mood=Ind|VerbForm=Fin med/med/ADP/0/root på/på/SCONJ/6/mark"
        " å/å/PART/6/mark byggje/byggje/VERB/3/advcl/VerbForm=Inf skulen/skule/NOUN/6/obj/Definite=Def|Number=Sing",
        [
            "Kari | er med på å byggje | skulen",
        ],
    ),
    "what a clause behind an adposition asks, is an argument": (
        "Prisen/pris/NOUN/2/nsubj/Definite=Def|Number=Sing avheng/avhenge/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " av/av/SCONJ/6/mark kva/kva/PRON/6/obj/PronType=Int staten/stat/NOUN/6/nsubj/Definite=Def|Number=Sing"
        " gjer/gjere/VERB/2/advcl/Mood=Ind|VerbForm=Fin",
        [
            "Prisen | avheng | av kva staten gjer",
        ],
    ),
    "how much something is, is asked": (
        "Ola/Ola/PROPN/3/nsubj er/vere/AUX/3/cop/Mood=Ind|VerbForm=Fin"
        " klar/klar/ADJ/0/root/Definite=Ind|Degree=Pos|Number=Sing over/over/SCONJ/8/mark kor/kor/ADV/6/advmod"
        " mykje/mykje/ADJ/8/advmod/Definite=Ind|Degree=Pos|Number=Sing"
        " båten/båt/NOUN/8/nsubj/Definite=Def|Number=Sing kostar/koste/VERB/3/advcl/Mood=Ind|VerbForm=Fin",
        [
            "Ola | er | klar | over kor mykje båten kostar",
        ],
    ),
    "where somebody goes is no adposition": (
        "Kari/Kari/PROPN/3/nsubj vil/ville/AUX/3/aux/Mood=Ind|VerbForm=Fin reise/reise/VERB/0/root/VerbForm=Inf"
        " utanlands/utanlands/ADP/3/advmod",
        [
            "Kari | vil reise | utanlands [Possible]",
        ],
    ),
    "what stands behind a verb that has no object is its subject": (
        "I/i/ADP/3/case fleire/mange/ADJ/3/amod/Degree=Cmp byar/by/NOUN/4/obl/Definite=Ind|Number=Plur"
        " arbeider/arbeide/VERB/0/root/Mood=Ind|VerbForm=Fin 60/60/NUM/6/nummod/Number=Plur"
        " tusen/tusen/NOUN/7/nmod/Definite=Ind|Number=Plur menneske/menneske/NOUN/4/obj/Definite=Ind|Number=Plur",
        [
            "60 tusen menneske | arbeider | i fleire byar",
        ],
    ),
    "what happens, is told of behind an empty subject": (
        "Det/det/PRON/3/nsubj/Number=Sing|PronType=Prs har/ha/AUX/3/aux/Mood=Ind|VerbForm=Fin"
        " hendt/hende/VERB/0/root/VerbForm=Part noko/noko/PRON/3/obj/Number=Sing i/i/ADP/6/case"
        " Oslo/Oslo/PROPN/3/obl",
        [
            "noko | har hendt | i Oslo",
        ],
    ),
    "what somebody forgets is no object": (
        "Ola/Ola/PROPN/2/nsubj gløymer/gløyme/VERB/0/root/Mood=Ind|VerbForm=Fin at/at/SCONJ/6/mark"
        " det/det/PRON/6/expl/Number=Sing|PronType=Prs er/være/AUX/6/cop/Mood=Ind|VerbForm=Fin"
        " varme/varme/NOUN/2/ccomp/Definite=Ind|Number=Sing",
        [
            "det | er | varme [says Ola]",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_norwegian_clause_gives_its_propositions(case: str) -> None:
    row, expected = CASES[case]
    assert shown(extraction_of(row_tree(row, lang="nn"))) == expected

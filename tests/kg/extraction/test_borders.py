"""Where slots end and what hangs on the verb, by language: rows as in `test_table`."""

from __future__ import annotations

import pytest

from kg.extraction.extract import is_statement
from tests.annotated import extraction_of, row_tree, shown

TABLE = [
    (
        "extraposed clause that is no subject of itself",
        "en",
        "It/it/PRON/3/expl is/be/AUX/3/cop easy/easy/ADJ/0/root to/to/PART/5/mark sell/sell/VERB/3/csubj/VerbForm=Inf "
        "ships/ship/NOUN/5/obj",
        ["sell ships | is | easy"],
    ),
    (
        "clause beside a predicate",
        "nn",
        "Kari/Kari/PROPN/3/nsubj er/vere/AUX/3/cop sur/sur/ADJ/0/root men/men/CCONJ/5/cc eig/eige/VERB/3/conj "
        "Acme/Acme/PROPN/5/obj",
        ["Kari | eig | Acme", "Kari | er | sur"],
    ),
    (
        "adjunct of a predicate adjective",
        "en",
        "Acme/Acme/PROPN/4/nsubj will/will/AUX/4/aux be/be/AUX/4/cop large/large/ADJ/0/root one/one/NUM/6/nummod "
        "day/day/NOUN/4/obl",
        ["Acme | will be | large | one day"],
    ),
    (
        "place behind a noun that is no name of it",
        "fi",
        "aitaus/aitaus/NOUN/3/nsubj/Case=Nom Oulussa/Oulu/PROPN/1/nmod/Case=Ine romahti/romahtaa/VERB/0/root",
        ["aitaus Oulussa | romahti"],
    ),
    (
        "noun in another case that is no title",
        "fi",
        "Liisa/Liisa/PROPN/3/nsubj nimeltä/nimi/NOUN/1/nmod/Case=Abl osti/ostaa/VERB/0/root Betan/Beta/PROPN/3/obj",
        ["Liisa | osti | Betan"],
    ),
    (
        "example that is a clause",
        "fi",
        "Acme/Acme/PROPN/2/nsubj osti/ostaa/VERB/0/root Betan/Beta/PROPN/2/obj kuten/kuten/SCONJ/6/mark "
        "Liisa/Liisa/PROPN/6/nsubj arveli/arvella/VERB/3/acl",
        ["Acme | osti | Betan", "Liisa | arveli"],
    ),
    (
        "person of a coordinated verb",
        "fi",
        "Acme/Acme/PROPN/2/nsubj osti/ostaa/VERB/0/root/Person=3 Betan/Beta/PROPN/2/obj ja/ja/CCONJ/5/cc "
        "siirrymme/siirtyä/VERB/2/conj/Person=1 asiaan/asia/NOUN/5/obl/Case=Ill",
        ["Acme | osti | Betan"],
    ),
    (
        "how often",
        "en",
        "Ann/Ann/PROPN/2/nsubj rides/ride/VERB/0/root horses/horse/NOUN/2/obj once/once/ADV/2/advmod a/a/DET/6/det "
        "week/week/NOUN/4/obl",
        ["Ann | rides | horses"],
    ),
    (
        "stranded adposition",
        "nn",
        "Acme/Acme/PROPN/3/nsubj:pass vert/verte/AUX/3/aux:pass sett/sjå/VERB/0/root/VerbForm=Part på/på/ADP/3/obl "
        "som/som/ADP/6/case sjanse/sjanse/NOUN/3/obl",
        ["Acme | vert sett på | som sjanse"],
    ),
    (
        "content of a noun",
        "en",
        "Ann/Ann/PROPN/2/nsubj took/take/VERB/0/root the/the/DET/4/det advice/advice/NOUN/2/obj that/that/SCONJ/7/mark "
        "Acme/Acme/PROPN/7/nsubj sell/sell/VERB/4/acl Beta/Beta/PROPN/7/obj",
        ["Acme | sell | Beta", "Ann | took | advice"],
    ),
    (
        "reason",
        "en",
        "It/it/PRON/4/nsubj is/be/AUX/4/cop the/the/DET/4/det reason/reason/NOUN/0/root Ann/Ann/PROPN/6/nsubj "
        "left/leave/VERB/4/acl:relcl in/in/ADP/8/case May/May/PROPN/6/obl",
        ["Ann | left | in May", "It | is | reason"],
    ),
    (
        "so that",
        "fi",
        "Liisa/Liisa/PROPN/3/nsubj oli/olla/AUX/3/cop poissa/poissa/ADV/0/root joten/joten/ADV/6/advmod "
        "Matti/Matti/PROPN/6/nsubj osti/ostaa/VERB/3/acl:relcl Betan/Beta/PROPN/6/obj",
        ["Liisa | oli | poissa", "Matti | osti | Betan"],
    ),
    (
        "indirect question with a determiner",
        "nn",
        "Kari/Kari/PROPN/2/nsubj veit/vite/VERB/0/root kva/kva/DET/4/det firma/firma/NOUN/5/nsubj "
        "eig/eige/VERB/2/ccomp "
        "Acme/Acme/PROPN/5/obj",
        ["Kari | veit | kva firma eig Acme"],
    ),
    (
        "reflexive",
        "nn",
        "Acme/Acme/PROPN/3/nsubj må/måtte/AUX/3/aux omstilla/omstille/VERB/0/root seg/seg/PRON/3/obj "
        "til/til/ADP/6/case "
        "krisa/krise/NOUN/3/obl",
        ["Acme | må omstilla seg | til krisa [Required]"],
    ),
    (
        "participle behind its noun",
        "nn",
        "Brevet/brev/NOUN/5/nsubj skrive/skrive/ADJ/1/amod/VerbForm=Part av/av/ADP/4/case Kari/Kari/PROPN/2/obl "
        "ligg/ligge/VERB/0/root i/i/ADP/7/case Oslo/Oslo/PROPN/5/obl",
        ["Brevet | ligg | i Oslo", "Brevet | skrive | av Kari"],
    ),
    (
        "adposition of three words",
        "nn",
        "Acme/Acme/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root Beta/Beta/PROPN/2/obj i/i/ADP/5/case staden/stad/NOUN/2/obl "
        "for/for/ADP/7/case Gamma/Gamma/PROPN/5/nmod",
        ["Acme | kjøpte | Beta | i staden for Gamma"],
    ),
    (
        "date on the last noun",
        "en",
        "Ann/Ann/PROPN/2/nsubj met/meet/VERB/0/root Bob/Bob/PROPN/2/obj at/at/ADP/6/case a/a/DET/6/det "
        "fair/fair/NOUN/2/obl "
        "in/in/ADP/8/case 1995/1995/NUM/6/nmod",
        ["Ann | met | Bob | at fair | in 1995"],
    ),
    (
        "as somebody said",
        "nn",
        "Som/som/SCONJ/3/obj Kari/Kari/PROPN/3/nsubj sa/seie/VERB/7/advcl i/i/ADP/5/case Oslo/Oslo/PROPN/3/obl "
        ",/,/PUNCT/3/punct eig/eige/VERB/0/root Acme/Acme/PROPN/7/nsubj Beta/Beta/PROPN/7/obj",
        ["Acme | eig | Beta [says Kari]", "Kari | sa | i Oslo"],
    ),
    (
        "whose",
        "en",
        "Ann/Ann/PROPN/2/nsubj met/meet/VERB/0/root kings/king/NOUN/2/obj whose/whose/PRON/5/nmod:poss/PronType=Rel "
        "sons/son/NOUN/6/nsubj own/own/VERB/3/acl:relcl ships/ship/NOUN/6/obj",
        ["Ann | met | kings", "whose sons | own | ships"],
    ),
    (
        "infinitive as predicate",
        "en",
        "Aim/aim/NOUN/4/nsubj is/be/AUX/4/cop to/to/PART/4/mark sell/sell/VERB/0/root/VerbForm=Inf "
        "old/old/ADJ/6/amod ships/ship/NOUN/4/obj",
        ["Aim | is | sell old ships"],
    ),
    (
        "clause beside an object",
        "en",
        "We/we/PRON/2/nsubj held/hold/VERB/0/root talks/talk/NOUN/2/obj ,/,/PUNCT/5/punct met/meet/VERB/3/conj "
        "Bob/Bob/PROPN/5/obj",
        ["We | held | talks", "We | met | Bob"],
    ),
    (
        "participle that is an adposition",
        "en",
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/2/obj given/give/VERB/2/advcl/VerbForm=Part "
        "its/its/PRON/6/nmod:poss debts/debt/NOUN/4/obj",
        ["Ann | left | Acme"],
    ),
    (
        "what makes no difference",
        "en",
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/2/obj despite/despite/ADP/6/case "
        "its/its/PRON/6/nmod:poss profit/profit/NOUN/2/obl",
        ["Ann | left | Acme"],
    ),
    (
        "abbreviation of a noun",
        "en",
        "Ann/Ann/PROPN/2/nsubj builds/build/VERB/0/root large/large/ADJ/5/amod language/language/NOUN/5/compound "
        "models/model/NOUN/2/obj (/(/PUNCT/7/punct LLMs/LLM/NOUN/5/appos )/)/PUNCT/7/punct",
        ["Ann | builds | large language models", "large language models | is | LLMs"],
    ),
    (
        "quotation inside a slot",
        "nn",
        "Kari/Kari/PROPN/2/nsubj opna/opne/VERB/0/root eit/ein/DET/4/det firma/firma/NOUN/2/obj med/med/ADP/6/case "
        "namnet/namn/NOUN/4/nmod «/$«/PUNCT/8/punct Lys/lys/NOUN/6/flat »/$»/PUNCT/8/punct",
        ["Kari | opna | firma med namnet « Lys »"],
    ),
    (
        "passive of an auxiliary",
        "fi",
        "Betan/Beta/PROPN/3/obj voidaan/voida/AUX/3/aux/Voice=Pass ostaa/ostaa/VERB/0/root/VerbForm=Inf "
        "Oulussa/Oulu/PROPN/3/obl/Case=Ine",
        ["Betan | voidaan ostaa | Oulussa [Possible]"],
    ),
    (
        "complement with a subject of its own",
        "nn",
        "Kari/Kari/PROPN/2/nsubj seier/seie/VERB/0/root Acme/Acme/PROPN/4/nsubj eig/eige/VERB/2/xcomp/VerbForm=Fin "
        "Beta/Beta/PROPN/4/obj",
        ["Acme | eig | Beta [says Kari]"],
    ),
    (
        "predicate below its copula",
        "nn",
        "Ola/Ola/PROPN/2/nsubj såg/sjå/VERB/0/root rådet/råd/NOUN/2/obj som/som/PRON/7/nsubj er/vere/AUX/3/acl:relcl "
        "under/under/ADP/7/case oppbygging/oppbygging/NOUN/5/obl",
        ["Ola | såg | rådet", "rådet | er | under oppbygging"],
    ),
    (
        "it, of which something is said",
        "nn",
        "Det/det/PRON/4/expl er/vere/AUX/4/cop ein/ein/DET/4/det siger/siger/NOUN/0/root",
        ["Det | er | siger"],
    ),
    (
        "clause that says which thing is meant",
        "en",
        "Ann/Ann/PROPN/2/nsubj admits/admit/VERB/0/root what/what/PRON/7/nsubj Bob/Bob/PROPN/5/nsubj "
        "did/do/VERB/3/acl:relcl was/be/AUX/7/cop wrong/wrong/ADJ/2/ccomp",
        ["what Bob did | was | wrong [says Ann]"],
    ),
    (
        "years of life of an unknown name",
        "nn",
        "Epiktet/Epiktet/NOUN/5/nsubj (/(/PUNCT/3/punct 50/50/NUM/1/appos )/)/PUNCT/3/punct skreiv/skrive/VERB/0/root "
        "Acme/Acme/PROPN/5/obj",
        ["Epiktet | er | 50", "Epiktet | skreiv | Acme"],
    ),
    (
        "relative pronoun that is the undergoer",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj osti/ostaa/VERB/0/root version/versio/NOUN/2/obj joka/joka/PRON/5/obj/PronType=Rel "
        "julkaistiin/julkaista/VERB/3/acl:relcl/Voice=Pass 1990/1990/NUM/5/obl",
        ["Liisa | osti | version", "version | julkaistiin | 1990"],
    ),
    (
        "place in a place",
        "nn",
        "Kari/Kari/PROPN/2/nsubj gjekk/gå/VERB/0/root i/i/ADP/4/case turisttrafikk/turisttrafikk/NOUN/2/obl "
        "i/i/ADP/6/case Oslo/Oslo/PROPN/4/nmod",
        ["Kari | gjekk | i turisttrafikk | i Oslo"],
    ),
    (
        "place of a known thing",
        "nn",
        "Kari/Kari/PROPN/2/nsubj sat/sitje/VERB/0/root i/i/ADP/4/case leiren/leir/NOUN/2/obl/Definite=Def "
        "i/i/ADP/6/case Oslo/Oslo/PROPN/4/nmod",
        ["Kari | sat | i leiren", "leiren | er | i Oslo"],
    ),
]


@pytest.mark.parametrize(
    ("name", "lang", "row", "expected"), TABLE, ids=[f"{name}, {lang}" for name, lang, *_ in TABLE]
)
def test_slots_hold_what_the_table_tells(name, lang, row, expected):
    assert sorted(shown(extraction_of(row_tree(row, lang=lang)))) == sorted(expected)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Meta/Meta/PROPN/2/nsubj cuts/cut/VERB/0/root jobs/job/NOUN/2/obj", True),
        ("Meta/Meta/PROPN/0/root to/to/PART/3/mark cut/cut/VERB/1/acl/VerbForm=Inf jobs/job/NOUN/3/obj", True),
        ("Meta/Meta/PROPN/3/compound job/job/NOUN/3/compound cuts/cut/NOUN/0/root", False),
        ("Who/who/PRON/2/nsubj/PronType=Int cuts/cut/VERB/0/root jobs/job/NOUN/2/obj", False),
        ("Cut/cut/VERB/0/root jobs/job/NOUN/1/obj", False),
        ("Meta/Meta/PROPN/2/nsubj cuts/cut/VERB/0/root jobs/job/NOUN/2/obj ?/?/PUNCT/2/punct", False),
    ],
)
def test_headings_state_what_clauses_do(row, expected):
    assert is_statement(row_tree(row, lang="en")) is expected

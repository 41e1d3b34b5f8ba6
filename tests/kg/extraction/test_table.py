"""A table of examples: constructions by language, each a hand-annotated sentence with what it says.

A row holds `form/lemma/tag/head/relation`, with features behind a further stroke.
"""

from __future__ import annotations

import pytest

from kg.extraction import Lexis
from tests.annotated import extraction_of, row_tree, shown

TABLE = [
    (
        "ditransitive",
        "en",
        "Ann/Ann/PROPN/2/nsubj gave/give/VERB/0/root Bob/Bob/PROPN/2/iobj the/the/DET/5/det book/book/NOUN/2/obj",
        ["Ann | gave | book | Bob"],
    ),
    (
        "ditransitive",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj antoi/antaa/VERB/0/root Matille/Matti/PROPN/2/obl/Case=All "
        "kirjan/kirja/NOUN/2/obj/Case=Gen",
        ["Liisa | antoi | kirjan | Matille"],
    ),
    (
        "ditransitive",
        "nn",
        "Kari/Kari/PROPN/2/nsubj gav/gje/VERB/0/root Ola/Ola/PROPN/2/iobj boka/bok/NOUN/2/obj",
        ["Kari | gav | boka | Ola"],
    ),
    (
        "particle verb",
        "en",
        "Ann/Ann/PROPN/2/nsubj turned/turn/VERB/0/root the/the/DET/4/det offer/offer/NOUN/2/obj "
        "down/down/ADP/2/compound:prt",
        ["Ann | turned down | offer"],
    ),
    (
        "particle verb",
        "nn",
        "Kari/Kari/PROPN/2/nsubj tok/ta/VERB/0/root over/over/ADP/2/compound:prt Acme/Acme/PROPN/2/obj",
        ["Kari | tok over | Acme"],
    ),
    (
        "nominalisation with its undergoer",
        "en",
        "Acme/Acme/PROPN/3/nmod:poss +'s/'s/PART/1/case acquisition/acquisition/NOUN/6/nsubj of/of/ADP/5/case "
        "Beta/Beta/PROPN/3/nmod failed/fail/VERB/0/root",
        ["Acme's acquisition of Beta | failed", "Acme | acquisition | of Beta"],
    ),
    (
        "nominalisation with its agent",
        "en",
        "acquisition/acquisition/NOUN/6/nsubj of/of/ADP/3/case Beta/Beta/PROPN/1/nmod by/by/ADP/5/case "
        "Acme/Acme/PROPN/1/nmod failed/fail/VERB/0/root",
        ["acquisition of Beta by Acme | failed", "Acme | acquisition | of Beta"],
    ),
    (
        "nominalisation with no doer",
        "en",
        "acquisition/acquisition/NOUN/4/nsubj of/of/ADP/3/case Beta/Beta/PROPN/1/nmod failed/fail/VERB/0/root",
        ["acquisition of Beta | failed"],
    ),
    (
        "nominalisation of one who does",
        "en",
        "rise/rise/NOUN/4/nsubj of/of/ADP/3/case Beta/Beta/PROPN/1/nmod ended/end/VERB/0/root",
        ["rise of Beta | ended", "Beta | rise"],
    ),
    (
        "nominalisation with its undergoer",
        "nn",
        "Acmes/Acme/PROPN/2/nmod/Case=Gen kjøp/kjøp/NOUN/5/nsubj av/av/ADP/4/case Beta/Beta/PROPN/2/nmod "
        "feila/feile/VERB/0/root",
        ["Acmes kjøp av Beta | feila", "Acme | kjøp | av Beta"],
    ),
    (
        "nominalisation",
        "fi",
        "Acmen/Acme/PROPN/2/nmod:gsubj/Case=Gen irtisanominen/irtisanominen/NOUN/3/nsubj "
        "epäonnistui/epäonnistua/VERB/0/root",
        ["Acmen irtisanominen | epäonnistui", "Acmen | irtisanominen"],
    ),
    (
        "headline with an infinitive",
        "en",
        "Meta/Meta/PROPN/0/root to/to/PART/3/mark cut/cut/VERB/1/acl/VerbForm=Inf jobs/job/NOUN/3/obj",
        ["Meta | to cut | jobs [Planned]"],
    ),
    (
        "no headline, but a noun",
        "en",
        "plan/plan/NOUN/0/root to/to/PART/3/mark cut/cut/VERB/1/acl/VerbForm=Inf jobs/job/NOUN/3/obj",
        [],
    ),
    (
        "headline with a participle",
        "en",
        "Meta/Meta/PROPN/0/root weighing/weigh/VERB/1/acl/VerbForm=Ger layoffs/layoff/NOUN/2/obj",
        ["Meta | weighing | layoffs"],
    ),
    (
        "headline whose verb is taken for a noun",
        "en",
        "Meta/Meta/NOUN/0/root weighing/weighing/NOUN/1/compound layoffs/layoff/NOUN/2/obj",
        ["Meta | weighing | layoffs"],
    ),
    (
        "gapping",
        "en",
        "Ann/Ann/PROPN/2/nsubj bought/buy/VERB/0/root Acme/Acme/PROPN/2/obj and/and/CCONJ/5/cc Bob/Bob/PROPN/2/conj "
        "Beta/Beta/PROPN/5/orphan",
        ["Ann | bought | Acme", "Bob | bought | Beta"],
    ),
    (
        "gapping",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj osti/ostaa/VERB/0/root Acmen/Acme/PROPN/2/obj ja/ja/CCONJ/5/cc "
        "Matti/Matti/PROPN/2/conj Betan/Beta/PROPN/5/orphan",
        ["Liisa | osti | Acmen", "Matti | osti | Betan"],
    ),
    (
        "gapping with an adposition",
        "nn",
        "Kari/Kari/PROPN/2/nsubj kom/kome/VERB/0/root frå/frå/ADP/4/case Acme/Acme/PROPN/2/obl og/og/CCONJ/6/cc "
        "Ola/Ola/PROPN/2/conj frå/frå/ADP/8/case Beta/Beta/PROPN/6/orphan",
        ["Kari | kom | frå Acme", "Ola | kom | frå Beta"],
    ),
    (
        "quotation with its speaker",
        "en",
        "We/we/PRON/2/nsubj bought/buy/VERB/0/root Beta/Beta/PROPN/2/obj ,/,/PUNCT/2/punct said/say/VERB/2/parataxis "
        "Ann/Ann/PROPN/5/nsubj",
        ["We | bought | Beta [says Ann]"],
    ),
    (
        "quotation with its speaker",
        "fi",
        "Acme/Acme/PROPN/2/nsubj osti/ostaa/VERB/0/root Betan/Beta/PROPN/2/obj ,/,/PUNCT/2/punct "
        "sanoi/sanoa/VERB/2/parataxis Liisa/Liisa/PROPN/5/nsubj",
        ["Acme | osti | Betan [says Liisa]"],
    ),
    (
        "quotation with its speaker",
        "nn",
        "Vi/vi/PRON/2/nsubj kjøpte/kjøpe/VERB/0/root Beta/Beta/PROPN/2/obj ,/,/PUNCT/2/punct sa/seie/VERB/2/parataxis "
        "Kari/Kari/PROPN/5/nsubj",
        ["Vi | kjøpte | Beta [says Kari]"],
    ),
    (
        "quotation in a quotation",
        "en",
        "Ann/Ann/PROPN/2/nsubj said/say/VERB/0/root Bob/Bob/PROPN/4/nsubj claims/claim/VERB/2/ccomp "
        "that/that/SCONJ/7/mark "
        "Acme/Acme/PROPN/7/nsubj sold/sell/VERB/4/ccomp Beta/Beta/PROPN/7/obj",
        ["Acme | sold | Beta [says Bob]"],
    ),
    (
        "negation of the first verb",
        "en",
        "Acme/Acme/PROPN/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod buy/buy/VERB/0/root Beta/Beta/PROPN/4/obj "
        "but/but/CCONJ/7/cc sold/sell/VERB/4/conj Gamma/Gamma/PROPN/7/obj",
        ["Acme | did not buy | Beta [not]", "Acme | sold | Gamma"],
    ),
    (
        "negation of the first verb",
        "fi",
        "Acme/Acme/PROPN/3/nsubj ei/ei/AUX/3/aux ostanut/ostaa/VERB/0/root Betaa/Beta/PROPN/3/obj vaan/vaan/CCONJ/6/cc "
        "myi/myydä/VERB/3/conj Gamman/Gamma/PROPN/6/obj",
        ["Acme | ei ostanut | Betaa [not]", "Acme | myi | Gamman"],
    ),
    (
        "negation of the first verb",
        "nn",
        "Acme/Acme/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root ikkje/ikkje/PART/2/advmod Beta/Beta/PROPN/2/obj "
        "men/men/CCONJ/6/cc selde/selje/VERB/2/conj Gamma/Gamma/PROPN/6/obj",
        ["Acme | kjøpte ikkje | Beta [not]", "Acme | selde | Gamma"],
    ),
    (
        "office of a possessor",
        "en",
        "Acme/Acme/PROPN/3/nmod:poss +'s/'s/PART/1/case chairman/chairman/NOUN/4/nmod:desc Ann/Ann/PROPN/5/nsubj "
        "left/leave/VERB/0/root",
        ["Ann | left", "Ann | is | Acme's chairman"],
    ),
    (
        "office of a possessor",
        "fi",
        "Acmen/Acme/PROPN/2/nmod:poss/Case=Gen johtaja/johtaja/NOUN/3/nmod:desc Liisa/Liisa/PROPN/4/nsubj "
        "lähti/lähteä/VERB/0/root",
        ["Liisa | lähti", "Liisa | on | Acmen johtaja"],
    ),
    (
        "office of a possessor",
        "nn",
        "Acme/Acme/PROPN/3/nmod:poss sin/sin/PRON/1/case direktør/direktør/NOUN/4/nmod:desc Kari/Kari/PROPN/5/nsubj "
        "slutta/slutte/VERB/0/root",
        ["Kari | slutta", "Kari | er | Acme sin direktør"],
    ),
]


@pytest.mark.parametrize(
    ("name", "lang", "row", "expected"), TABLE, ids=[f"{name}, {lang}" for name, lang, *_ in TABLE]
)
def test_constructions_say_what_the_table_tells(name, lang, row, expected):
    lexis = Lexis(events=frozenset({"rise"}))
    assert sorted(shown(extraction_of(row_tree(row, lang=lang), lexis=lexis))) == sorted(expected)

"""What keeps a clause from being a fact, by language: rows as in `test_table`."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

TABLE = [
    (
        "no longer",
        "en",
        "Acme/Acme/PROPN/4/nsubj no/no/ADV/3/advmod longer/longer/ADV/4/advmod owns/own/VERB/0/root "
        "Beta/Beta/PROPN/4/obj",
        ["Acme | no longer owns | Beta [not]"],
    ),
    (
        "nobody",
        "en",
        "Nobody/nobody/PRON/2/nsubj bought/buy/VERB/0/root Beta/Beta/PROPN/2/obj",
        ["Nobody | bought | Beta [not]"],
    ),
    (
        "an article that is no negation",
        "nn",
        "Acme/Acme/PROPN/5/nsubj er/vere/AUX/5/cop ei/ein/DET/5/det stor/stor/ADJ/5/amod bedrift/bedrift/NOUN/0/root",
        ["Acme | er | stor bedrift"],
    ),
    (
        "neither of two",
        "nn",
        "Verken/verken/CCONJ/2/cc Kari/Kari/PROPN/5/nsubj eller/eller/CCONJ/4/cc Ola/Ola/PROPN/2/conj "
        "kjøpte/kjøpe/VERB/0/root Acme/Acme/PROPN/5/obj",
        ["Kari | kjøpte | Acme [not]", "Ola | kjøpte | Acme [not]"],
    ),
    (
        "although",
        "nn",
        "Sjølv/sjølv/ADV/2/advmod om/om/SCONJ/4/mark Kari/Kari/PROPN/4/nsubj kjøpte/kjøpe/VERB/7/advcl "
        "Beta/Beta/PROPN/4/obj ,/,/PUNCT/4/punct selde/selje/VERB/0/root Ola/Ola/PROPN/7/nsubj Acme/Acme/PROPN/7/obj",
        ["Kari | kjøpte | Beta", "Ola | selde | Acme"],
    ),
    (
        "said in the passive, by nobody",
        "en",
        "Acme/Acme/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass said/say/VERB/0/root/VerbForm=Part to/to/PART/6/mark "
        "have/have/AUX/6/aux bought/buy/VERB/3/xcomp/VerbForm=Part Beta/Beta/PROPN/6/obj",
        ["Acme | is said to have bought | Beta [Possible]"],
    ),
    (
        "said by nobody, in a clause",
        "en",
        "It/it/PRON/3/expl is/be/AUX/3/aux:pass claimed/claim/VERB/0/root/VerbForm=Part that/that/SCONJ/6/mark "
        "Acme/Acme/PROPN/6/nsubj bought/buy/VERB/3/csubj Beta/Beta/PROPN/6/obj",
        ["Acme | bought | Beta [Possible]"],
    ),
    (
        "claim of a holder",
        "en",
        "Acme/Acme/PROPN/3/nmod:poss +'s/'s/PART/1/case claim/claim/NOUN/8/nsubj that/that/SCONJ/6/mark "
        "Bob/Bob/PROPN/6/nsubj bought/buy/VERB/3/acl Beta/Beta/PROPN/6/obj failed/fail/VERB/0/root",
        ["Acme's claim | failed", "Bob | bought | Beta [says Acme]"],
    ),
    (
        "claim of nobody",
        "nn",
        "Påstanden/påstand/NOUN/7/nsubj om/om/ADP/5/mark at/at/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj "
        "kjøpte/kjøpe/VERB/1/acl Beta/Beta/PROPN/5/obj feila/feile/VERB/0/root",
        ["Acme | kjøpte | Beta [Possible]", "Påstanden | feila"],
    ),
    (
        "said of oneself",
        "en",
        "Acme/Acme/PROPN/2/nsubj claims/claim/VERB/0/root to/to/PART/5/mark have/have/AUX/5/aux "
        "sold/sell/VERB/2/xcomp/VerbForm=Part Beta/Beta/PROPN/5/obj",
        ["Acme | claims to have sold | Beta [says Acme]"],
    ),
    (
        "said of oneself",
        "fi",
        "Acme/Acme/PROPN/2/nsubj väittää/väittää/VERB/0/root/VerbForm=Fin "
        "ostaneensa/ostaa/VERB/2/xcomp/VerbForm=Part Betan/Beta/PROPN/3/obj/Case=Gen",
        ["Acme | väittää ostaneensa | Betan [says Acme]"],
    ),
    (
        "accused",
        "en",
        "Bob/Bob/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass accused/accuse/VERB/0/root/VerbForm=Part of/of/SCONJ/5/mark "
        "selling/sell/VERB/3/advcl/VerbForm=Ger Beta/Beta/PROPN/5/obj",
        ["Bob | selling | Beta [Possible]", "Bob | was accused"],
    ),
    (
        "asked whether",
        "en",
        "Bob/Bob/PROPN/2/nsubj knows/know/VERB/0/root if/if/SCONJ/5/mark Ann/Ann/PROPN/5/nsubj sold/sell/VERB/2/ccomp "
        "Beta/Beta/PROPN/5/obj",
        ["Ann | sold | Beta [Conditional]"],
    ),
    (
        "reporting verb with its particle",
        "nn",
        "Kari/Kari/PROPN/2/nsubj slår/slå/VERB/0/root fast/fast/ADJ/2/advmod at/at/SCONJ/6/mark "
        "Acme/Acme/PROPN/6/nsubj "
        "kjøpte/kjøpe/VERB/2/ccomp Beta/Beta/PROPN/6/obj",
        ["Acme | kjøpte | Beta [says Kari]"],
    ),
    (
        "a verb that reports with its particle alone",
        "nn",
        "Kari/Kari/PROPN/2/nsubj la/legge/VERB/0/root Beta/Beta/PROPN/2/obj ,/,/PUNCT/6/punct som/som/PRON/6/nsubj "
        "eig/eige/VERB/3/acl:relcl Acme/Acme/PROPN/6/obj",
        ["Beta | eig | Acme", "Kari | la | Beta"],
    ),
    (
        "opinion",
        "fi",
        "Liisan/Liisa/PROPN/2/nmod:poss/Case=Gen mielestä/mieli/NOUN/4/obl/Case=Ela Acme/Acme/PROPN/4/nsubj "
        "osti/ostaa/VERB/0/root Betan/Beta/PROPN/4/obj/Case=Gen",
        ["Acme | osti | Betan [says Liisan]"],
    ),
    (
        "modal of the first verb alone",
        "en",
        "Ann/Ann/PROPN/3/nsubj may/may/AUX/3/aux leave/leave/VERB/0/root/VerbForm=Inf Acme/Acme/PROPN/3/obj "
        "and/and/CCONJ/6/cc owns/own/VERB/3/conj/VerbForm=Fin Beta/Beta/PROPN/6/obj",
        ["Ann | may leave | Acme [Possible]", "Ann | owns | Beta"],
    ),
    (
        "reported on a day",
        "en",
        "Ann/Ann/PROPN/2/nsubj said/say/VERB/0/root on/on/ADP/4/case Monday/Monday/PROPN/2/obl Bob/Bob/PROPN/6/nsubj "
        "left/leave/VERB/2/ccomp Acme/Acme/PROPN/6/obj",
        ["Bob | left | Acme [says Ann]"],
    ),
    (
        "here, not there",
        "en",
        "Ann/Ann/PROPN/2/nsubj works/work/VERB/0/root in/in/ADP/4/case Oslo/Oslo/PROPN/2/obl ,/,/PUNCT/8/punct "
        "not/not/PART/8/advmod in/in/ADP/8/case Bergen/Bergen/PROPN/4/conj",
        ["Ann | works not | in Bergen [not]", "Ann | works | in Oslo"],
    ),
    (
        "not this but that",
        "nn",
        "Acme/Acme/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root ikkje/ikkje/PART/2/advmod Beta/Beta/PROPN/2/obj "
        "men/men/CCONJ/6/cc Gamma/Gamma/PROPN/4/conj",
        ["Acme | kjøpte ikkje | Beta [not]", "Acme | kjøpte | Gamma"],
    ),
    (
        "this and possibly that",
        "en",
        "Ann/Ann/PROPN/4/nsubj is/be/AUX/4/cop a/a/DET/4/det poet/poet/NOUN/0/root and/and/CCONJ/8/cc "
        "possibly/possibly/ADV/8/advmod a/a/DET/8/det painter/painter/NOUN/4/conj",
        ["Ann | is | painter [Possible]", "Ann | is | poet"],
    ),
    (
        "not only",
        "en",
        "Acme/Acme/PROPN/2/nsubj owns/own/VERB/0/root not/not/PART/5/advmod only/only/ADV/5/advmod "
        "Beta/Beta/PROPN/2/obj but/but/CCONJ/7/cc Gamma/Gamma/PROPN/5/conj",
        ["Acme | owns | Beta", "Acme | owns | Gamma"],
    ),
    (
        "called after somebody",
        "fi",
        "Acme/Acme/PROPN/2/nsubj sai/saada/VERB/0/root nimensä/nimi/NOUN/2/obj Liisan/Liisa/PROPN/2/obl/Case=Gen "
        "mukaan/mukaan/ADP/4/case",
        ["Acme | sai | nimensä | Liisan mukaan"],
    ),
    (
        "to do, which is no condition",
        "nn",
        "Kari/Kari/PROPN/2/nsubj bad/be/VERB/0/root dei/dei/PRON/2/obj om/om/SCONJ/6/mark å/å/PART/6/mark "
        "selje/selje/VERB/2/advcl/VerbForm=Inf Beta/Beta/PROPN/6/obj",
        ["Kari | bad | dei", "dei | å selje | Beta [Planned]"],
    ),
]


@pytest.mark.parametrize(
    ("name", "lang", "row", "expected"), TABLE, ids=[f"{name}, {lang}" for name, lang, *_ in TABLE]
)
def test_status_says_what_the_table_tells(name, lang, row, expected):
    assert sorted(shown(extraction_of(row_tree(row, lang=lang)))) == sorted(expected)

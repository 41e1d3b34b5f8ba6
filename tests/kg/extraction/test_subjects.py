"""Who does what a clause tells, where its own words do not say it, and whether it holds."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

TABLE = [
    (
        "a second relative clause",
        "nn",
        "Kari/Kari/PROPN/2/nsubj leier/leie/VERB/0/root firmaet/firma/NOUN/2/obj som/som/PRON/5/nsubj/PronType=Rel "
        "sel/selje/VERB/3/acl:relcl laks/laks/NOUN/5/obj og/og/CCONJ/9/cc som/som/PRON/9/nsubj/PronType=Rel "
        "eig/eige/VERB/5/conj skip/skip/NOUN/9/obj",
        ["Kari | leier | firmaet", "firmaet | sel | laks", "firmaet | eig | skip"],
    ),
    (
        "a second relative clause",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj johtaa/johtaa/VERB/0/root yhtiötä/yhtiö/NOUN/2/obj "
        "jonka/joka/PRON/6/obj/PronType=Rel Acme/Acme/PROPN/6/nsubj osti/ostaa/VERB/3/acl:relcl ja/ja/CCONJ/9/cc "
        "joka/joka/PRON/9/nsubj/PronType=Rel myy/myydä/VERB/6/conj laivoja/laiva/NOUN/9/obj",
        ["Liisa | johtaa | yhtiötä", "Acme | osti | yhtiötä", "yhtiötä | myy | laivoja"],
    ),
    (
        "a clause as predicate",
        "nn",
        "Planen/plan/NOUN/6/nsubj er/vere/AUX/6/cop at/at/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj skal/skulle/AUX/6/aux "
        "selje/selje/VERB/0/root skip/skip/NOUN/6/obj",
        ["Acme | skal selje | skip [Required]"],
    ),
    (
        "a clause as predicate",
        "en",
        "problem/problem/NOUN/5/nsubj is/be/AUX/5/cop that/that/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj "
        "sells/sell/VERB/0/root ships/ship/NOUN/5/obj",
        ["Acme | sells | ships"],
    ),
    (
        "another person's verb",
        "fi",
        "hinta/hinta/NOUN/3/nsubj:cop on/olla/AUX/3/cop/Person=3 hyvä/hyvä/ADJ/0/root ja/ja/CCONJ/5/cc "
        "toivon/toivoa/VERB/3/conj/Person=1 rauhaa/rauha/NOUN/5/obj",
        ["hinta | on | hyvä"],
    ),
    (
        "an infinitive behind a reflexive pronoun",
        "nn",
        "problema/problem/NOUN/2/nsubj let/late/VERB/0/root seg/seg/PRON/2/obj/Reflex=Yes løyse/løyse/VERB/2/xcomp "
        "i/i/ADP/6/case Oslo/Oslo/PROPN/4/obl",
        ["problema | let seg løyse | i Oslo"],
    ),
    (
        "a pronoun of the subject's person",
        "nn",
        "Vi/vi/PRON/3/nsubj kan/kunne/AUX/3/aux skunde/skunde/VERB/0/root oss/vi/PRON/3/obj til/til/ADP/6/case "
        "Oslo/Oslo/PROPN/3/obl",
        ["Vi | kan skunde oss | til Oslo [Possible]"],
    ),
    (
        "the object of who accuses",
        "nn",
        "Kari/Kari/PROPN/2/nsubj skulda/skulde/VERB/0/root Ola/Ola/PROPN/2/obj for/for/SCONJ/7/mark å/å/PART/7/mark "
        "ha/ha/AUX/7/aux/VerbForm=Inf selt/selje/VERB/2/advcl/VerbForm=Part Acme/Acme/PROPN/7/obj",
        ["Kari | skulda | Ola", "Ola | å ha selt | Acme [Possible]"],
    ),
    (
        "an impersonal passive",
        "nn",
        "Det/det/PRON/3/expl vart/verte/AUX/3/aux:pass selt/selje/VERB/0/root/VerbForm=Part skip/skip/NOUN/3/obj "
        "til/til/ADP/6/case Acme/Acme/PROPN/3/obl",
        ["skip | vart selt | til Acme"],
    ),
    (
        "an agent participle",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj johtaa/johtaa/VERB/0/root Acmen/Acme/PROPN/4/nsubj/Case=Gen "
        "ostamaa/ostaa/VERB/5/acl/PartForm=Agt|VerbForm=Part firmaa/firma/NOUN/2/obj",
        ["Liisa | johtaa | firmaa", "Acmen | ostamaa | firmaa"],
    ),
    (
        "an agent participle of the subject",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj johtaa/johtaa/VERB/0/root "
        "perustamaansa/perustaa/VERB/4/acl/PartForm=Agt|Person[psor]=3|VerbForm=Part firmaa/firma/NOUN/2/obj",
        ["Liisa | johtaa | firmaa", "Liisa | perustamaansa | firmaa"],
    ),
    (
        "an institution that owns",
        "fi",
        "Yliopistolla/yliopisto/NOUN/0/root/Case=Ade on/olla/AUX/1/cop kolme/kolme/NUM/4/nummod "
        "kampusta/kampus/NOUN/1/nsubj:cop/Case=Par Oulussa/Oulu/PROPN/1/obl/Case=Ine",
        ["Yliopistolla | on | kolme kampusta | Oulussa"],
    ),
    (
        "a place that owns nothing",
        "fi",
        "Pöydällä/pöytä/NOUN/0/root/Case=Ade on/olla/AUX/1/cop kirja/kirja/NOUN/1/nsubj:cop/Case=Nom",
        ["kirja | on | Pöydällä"],
    ),
    (
        "examples in apposition",
        "fi",
        "Acme/Acme/PROPN/2/nsubj myy/myydä/VERB/0/root laitteita/laite/NOUN/2/obj/Case=Par kuten/kuten/SCONJ/5/mark "
        "pumppuja/pumppu/NOUN/3/appos/Case=Par",
        ["Acme | myy | laitteita", "pumppuja | on | laitteita"],
    ),
    (
        "places with one adposition",
        "nn",
        "gruppa/gruppe/NOUN/6/nsubj/Definite=Def frå/frå/ADP/3/case Oslo/Oslo/PROPN/1/nmod og/og/CCONJ/5/cc "
        "Bergen/Bergen/PROPN/3/conj vann/vinne/VERB/0/root prisen/pris/NOUN/6/obj",
        ["gruppa | vann | prisen", "gruppa | er | frå Oslo", "gruppa | er | frå Bergen"],
    ),
    (
        "a quantifier of the subjects",
        "nn",
        "Kari/Kari/PROPN/4/nsubj og/og/CCONJ/3/cc Ola/Ola/PROPN/1/conj kom/komme/VERB/0/root begge/begge/PRON/4/obj "
        "til/til/ADP/7/case Oslo/Oslo/PROPN/4/obl",
        ["Kari | kom | til Oslo", "Ola | kom | til Oslo"],
    ),
    (
        "all as an object",
        "nn",
        "Kari/Kari/PROPN/2/nsubj kjende/kjenne/VERB/0/root alle/all/PRON/2/obj",
        ["Kari | kjende | alle"],
    ),
    (
        "a postposition of two nouns",
        "fi",
        "laiva/laiva/NOUN/2/nsubj kulki/kulkea/VERB/0/root Acmen/Acme/PROPN/2/obl/Case=Gen ja/ja/CCONJ/5/cc "
        "Betan/Beta/PROPN/3/conj/Case=Gen kautta/kautta/ADP/3/case",
        ["laiva | kulki | Acmen kautta | Betan kautta"],
    ),
    (
        "where somebody does something",
        "nn",
        "Kari/Kari/PROPN/2/nsubj leidde/leie/VERB/0/root nemnda/nemnd/NOUN/2/obj der/der/SCONJ/6/mark "
        "Ola/Ola/PROPN/6/nsubj sat/sitje/VERB/3/acl",
        ["Kari | leidde | nemnda", "Ola | sat | nemnda"],
    ),
    (
        "an adposition that is tagged as a conjunction",
        "nb",
        "Kari/Kari/PROPN/2/nsubj har/ha/VERB/0/root folk/folk/NOUN/2/obj i/i/SCONJ/5/mark ryggen/rygg/NOUN/2/obl",
        ["Kari | har | folk | i ryggen"],
    ),
    (
        "a possessor that is made an object",
        "nn",
        "Kari/Kari/PROPN/2/nsubj ringde/ringje/VERB/0/root sjefen/sjef/NOUN/2/obj sitt/sin/PRON/3/nmod "
        "kontor/kontor/NOUN/2/obj",
        ["Kari | ringde | sjefen sitt kontor"],
    ),
    (
        "a name beside a noun with its case",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj esiintyi/esiintyä/VERB/0/root elokuvassa/elokuva/NOUN/2/obl/Case=Ine "
        "Gamma/Gamma/PROPN/3/appos/Case=Nom",
        ["Gamma | on | elokuvassa", "Liisa | esiintyi | elokuvassa Gamma"],
    ),
    (
        "a name under which something is known",
        "fi",
        "Acme/Acme/PROPN/2/nsubj toimii/toimia/VERB/0/root nimellä/nimi/NOUN/2/obl/Case=Ade "
        "Beta/Beta/PROPN/3/appos/Case=Nom",
        ["Acme | toimii | nimellä Beta"],
    ),
    (
        "a part of a named place",
        "fi",
        "Acme/Acme/PROPN/2/nsubj toimii/toimia/VERB/0/root osassa/osa/NOUN/2/obl/Case=Ine "
        "Lappia/Lappi/PROPN/3/nmod/Case=Par",
        ["Acme | toimii | osassa Lappia"],
    ),
    (
        "an infinitive that an adposition ties to its verb",
        "nn",
        "Acme/Acme/PROPN/2/nsubj bidreg/bidra/VERB/0/root til/til/SCONJ/5/mark å/å/PART/5/mark "
        "løyse/løyse/VERB/2/advcl/VerbForm=Inf krisa/krise/NOUN/5/obj",
        ["Acme | bidreg til å løyse | krisa"],
    ),
    (
        "what somebody has to do",
        "fi",
        "Acmen/Acme/PROPN/3/nsubj/Case=Gen tulisi/tulla/VERB/0/root/Mood=Cnd "
        "myydä/myydä/VERB/2/xcomp:ds/InfForm=1|VerbForm=Inf Beta/Beta/PROPN/3/obj",
        ["Acmen | tulisi myydä | Beta [Required]"],
    ),
    (
        "what somebody gets done",
        "fi",
        "Acme/Acme/PROPN/2/nsubj sai/saada/VERB/0/root/Voice=Act "
        "myytyä/myydä/VERB/2/xcomp/VerbForm=Part|Voice=Pass laivan/laiva/NOUN/3/obj/Case=Gen",
        ["Acme | sai myytyä | laivan"],
    ),
    (
        "two things that can be done",
        "fi",
        "laivoja/laiva/NOUN/3/obj/Case=Par voidaan/voida/AUX/3/aux/Voice=Pass myydä/myydä/VERB/0/root/VerbForm=Inf "
        "ja/ja/CCONJ/5/cc ostaa/ostaa/VERB/3/conj/VerbForm=Inf taloja/talo/NOUN/5/obj/Case=Par "
        "Oulussa/Oulu/PROPN/5/obl/Case=Ine",
        ["laivoja | voidaan myydä [Possible]", "taloja | voidaan ostaa | Oulussa [Possible]"],
    ),
    (
        "no subject in the partitive",
        "fi",
        "laivoja/laiva/NOUN/2/obj/Case=Par myydään/myydä/VERB/0/root/Voice=Pass ja/ja/CCONJ/4/cc "
        "tarvitsee/tarvita/VERB/2/conj/Person=3|Voice=Act rahaa/raha/NOUN/4/obj/Case=Par",
        ["laivoja | myydään"],
    ),
    (
        "an object that the parser takes for an adjunct",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj sai/saada/VERB/0/root Oulussa/Oulu/PROPN/2/obl/Case=Ine "
        "kirjeen/kirje/NOUN/2/obl/Case=Gen",
        ["Liisa | sai | kirjeen | Oulussa"],
    ),
    (
        "a pronoun that announces a clause",
        "fi",
        "Acme/Acme/PROPN/2/nsubj muisti/muistaa/VERB/0/root sen/se/PRON/2/obj/Case=Gen ,/,/PUNCT/7/punct "
        "että/että/SCONJ/7/mark Beta/Beta/PROPN/7/nsubj osti/ostaa/VERB/3/ccomp laivan/laiva/NOUN/7/obj",
        ["Beta | osti | laivan"],
    ),
    (
        "the work of a possessor",
        "nn",
        "Kari/Kari/PROPN/2/nsubj deltok/delta/VERB/0/root i/i/ADP/4/case regjeringa/regjering/NOUN/5/obl "
        "sitt/sin/PRON/6/nmod arbeid/arbeid/NOUN/2/obl",
        ["Kari | deltok | i regjeringa sitt arbeid"],
    ),
    (
        "a relative pronoun inside a complement",
        "nn",
        "Kari/Kari/PROPN/2/nsubj leier/leie/VERB/0/root firmaet/firma/NOUN/2/obj vi/vi/PRON/5/nsubj "
        "trur/tru/VERB/3/acl:relcl som/som/PRON/7/nsubj/PronType=Rel sel/selje/VERB/5/ccomp laks/laks/NOUN/7/obj",
        ["Kari | leier | firmaet", "firmaet | sel | laks [says vi]"],
    ),
    (
        "a list that is tied as appositions",
        "fi",
        "Acme/Acme/PROPN/2/nsubj myy/myydä/VERB/0/root laivoja/laiva/NOUN/2/obj/Case=Par ,/,/PUNCT/5/punct "
        "taloja/talo/NOUN/3/appos/Case=Par ,/,/PUNCT/7/punct autoja/auto/NOUN/3/appos/Case=Par",
        ["Acme | myy | laivoja", "Acme | myy | taloja", "Acme | myy | autoja"],
    ),
    (
        "what nobody in the sentence has to do",
        "fi",
        "Acme/Acme/PROPN/2/nsubj lähti/lähteä/VERB/0/root koska/koska/SCONJ/5/mark "
        "tarvitsee/tarvita/AUX/5/aux/Person=3|VerbForm=Fin|Voice=Act ostaa/ostaa/VERB/2/advcl/VerbForm=Inf "
        "Beta/Beta/PROPN/5/obj",
        ["Acme | lähti"],
    ),
    (
        "an adposition left behind",
        "nn",
        "måla/mål/NOUN/3/nsubj:pass skal/skulle/AUX/3/aux takast/take/VERB/0/root/Voice=Pass omsyn/omsyn/NOUN/3/xcomp "
        "til/til/ADP/1/case i/i/ADP/7/case Oslo/Oslo/PROPN/3/obl",
        ["måla | skal takast | omsyn | i Oslo [Required]"],
    ),
    (
        "an apposition before a postposition",
        "fi",
        "kaupunki/kaupunki/NOUN/2/nsubj toimii/toimia/VERB/0/root johtajan/johtaja/NOUN/2/obl/Case=Gen "
        ",/,/PUNCT/5/punct Liisan/Liisa/PROPN/3/appos/Case=Gen avulla/avulla/ADP/3/case",
        ["kaupunki | toimii | johtajan avulla", "Liisan | on | johtajan"],
    ),
]

STATUS = [
    (
        "or with one negation",
        "nn",
        "Kari/Kari/PROPN/4/nsubj skal/skulle/AUX/4/aux ikkje/ikkje/PART/4/advmod selje/selje/VERB/0/root/VerbForm=Inf "
        "eller/eller/CCONJ/6/cc kjøpe/kjøpe/VERB/4/conj/VerbForm=Inf Beta/Beta/PROPN/6/obj",
        ["Kari | skal ikkje selje | Beta [not, Required]", "Kari | skal ikkje kjøpe | Beta [not, Required]"],
    ),
    (
        "what it looks like",
        "nn",
        "det/det/PRON/2/expl ser/sjå/VERB/0/root ut/ut/ADP/2/compound:prt til/til/SCONJ/8/mark at/at/SCONJ/8/mark "
        "Acme/Acme/PROPN/8/nsubj:pass blir/bli/AUX/8/aux:pass seld/selje/ADJ/2/advmod/VerbForm=Part "
        "til/til/ADP/10/case Beta/Beta/PROPN/8/obl",
        ["Acme | blir seld | til Beta [Possible]"],
    ),
    (
        "what somebody is praised for",
        "nn",
        "Kari/Kari/PROPN/2/nsubj rosa/rose/VERB/0/root Ola/Ola/PROPN/2/obj for/for/SCONJ/6/mark å/å/PART/6/mark "
        "selje/selje/VERB/2/advcl/VerbForm=Inf Beta/Beta/PROPN/6/obj",
        ["Kari | rosa | Ola", "Ola | å selje | Beta"],
    ),
    (
        "a tag with any verb",
        "nn",
        "Acme/Acme/PROPN/2/nsubj sel/selje/VERB/0/root Beta/Beta/PROPN/2/obj ,/,/PUNCT/5/punct "
        "ler/le/VERB/2/parataxis Kari/Kari/PROPN/5/nsubj",
        ["Acme | sel | Beta [says Kari]"],
    ),
    (
        "without doing",
        "nb",
        "Acme/Acme/PROPN/2/nsubj solgte/selge/VERB/0/root skip/skip/NOUN/2/obj uten/uten/SCONJ/6/mark å/å/PART/6/mark "
        "spørre/spørre/VERB/2/advcl/VerbForm=Inf Beta/Beta/PROPN/6/obj",
        ["Acme | solgte | skip", "Acme | uten å spørre | Beta [not]"],
    ),
    (
        "without doing",
        "fi",
        "Acme/Acme/PROPN/2/nsubj lähti/lähteä/VERB/0/root "
        "maksamatta/maksaa/VERB/2/advcl/Case=Abe|InfForm=3|VerbForm=Inf veroja/vero/NOUN/3/obj",
        ["Acme | lähti", "Acme | maksamatta | veroja [not]"],
    ),
    (
        "whether",
        "fi",
        "on/olla/AUX/2/cop epäselvää/epäselvä/ADJ/0/root ,/,/PUNCT/6/punct onko/olla/AUX/6/aux/Clitic=Ko "
        "Acme/Acme/PROPN/6/nsubj ostanut/ostaa/VERB/2/csubj Betan/Beta/PROPN/6/obj",
        ["onko Acme ostanut Betan | on | epäselvää", "Acme | onko ostanut | Betan [Possible]"],
    ),
    (
        "when somebody says so",
        "nn",
        "Etter/etter/ADP/4/case at/at/SCONJ/4/mark Acme/Acme/PROPN/4/nsubj selde/selje/VERB/6/advcl "
        "skip/skip/NOUN/4/obj sa/seie/VERB/0/root Kari/Kari/PROPN/6/nsubj at/at/SCONJ/10/mark Beta/Beta/PROPN/10/nsubj "
        "kjøpte/kjøpe/VERB/6/ccomp Gamma/Gamma/PROPN/10/obj",
        ["Acme | selde | skip", "Beta | kjøpte | Gamma [says Kari]"],
    ),
    (
        "what tells of the source",
        "fi",
        "Acmesta/Acme/PROPN/2/obl/Case=Ela kirjoittaneen/kirjoittaa/VERB/3/acl/VerbForm=Part "
        "Betan/Beta/PROPN/5/obl/Case=Gen mukaan/mukaan/ADP/3/case myi/myydä/VERB/0/root Gamma/Gamma/PROPN/5/nsubj "
        "laivan/laiva/NOUN/5/obj",
        ["Betan | kirjoittaneen | Acmesta", "Gamma | myi | laivan [says Betan]"],
    ),
    (
        "what is asked for",
        "nn",
        "Kari/Kari/PROPN/2/nsubj fekk/få/VERB/0/root ønske/ønske/NOUN/2/obj om/om/ADP/6/mark å/å/PART/6/mark "
        "selje/selje/VERB/3/acl/VerbForm=Inf Beta/Beta/PROPN/6/obj",
        ["Kari | fekk | ønske", "Kari | å selje | Beta [Planned]"],
    ),
]


@pytest.mark.parametrize(
    ("name", "lang", "row", "expected"), TABLE, ids=[f"{name}, {lang}" for name, lang, *_ in TABLE]
)
def test_clauses_have_the_subjects_that_the_table_tells(name, lang, row, expected):
    assert sorted(shown(extraction_of(row_tree(row, lang=lang)))) == sorted(expected)


@pytest.mark.parametrize(
    ("name", "lang", "row", "expected"), STATUS, ids=[f"{name}, {lang}" for name, lang, *_ in STATUS]
)
def test_such_clauses_hold_as_the_table_tells(name, lang, row, expected):
    assert sorted(shown(extraction_of(row_tree(row, lang=lang)))) == sorted(expected)

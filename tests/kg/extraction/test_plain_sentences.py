"""Plain sentences of the kind that people type first, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from kg.model import EntityClass, MentionKind
from tests.annotated import extraction_of, row_tree, shown, tree_of

#: What a sentence shows, to its language, its row and its propositions.
CASES = {
    "a sign ties the names of a firm": (
        "en",
        "Lind/Lind/PROPN/4/nsubj &/&/CCONJ/3/cc Sons/Son/PROPN/1/conj sell/sell/VERB/0/root ships/ship/NOUN/4/obj",
        ["Lind & Sons | sell | ships"],
    ),
    "a sign ties two people": (
        "en",
        "Ann/Ann/PROPN/4/nsubj &/&/CCONJ/3/cc Bob/Bob/PROPN/1/conj sell/sell/VERB/0/root ships/ship/NOUN/4/obj",
        ["Ann | sell | ships", "Bob | sell | ships"],
    ),
    "the first part of a verb belongs to no name": (
        "en",
        "Ann/Ann/PROPN/5/nsubj Lee/Lee/PROPN/1/flat co/co/X/1/flat +-/-/PUNCT/3/punct +founded/found/VERB/0/root"
        " Acme/Acme/PROPN/5/obj",
        ["Ann Lee | co-founded | Acme"],
    ),
    "no title stands behind its name": (
        "en",
        "Bob/Bob/PROPN/2/nsubj met/meet/VERB/0/root President/President/PROPN/1/nmod:desc Ann/Ann/PROPN/2/obj",
        ["Bob | met | Ann", "Ann | is | President"],
    ),
    "a firm before a title belongs to it": (
        "en",
        "Acme/Acme/PROPN/4/compound Chief/chief/ADJ/3/amod President/President/PROPN/4/nmod:desc Ann/Ann/PROPN/5/nsubj"
        " left/leave/VERB/0/root",
        ["Ann | left", "Ann | is | Acme Chief President"],
    ),
    "an amount does nothing": (
        "en",
        "Acme/Acme/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass fined/fine/VERB/0/root $/$/SYM/3/obj +2/2/NUM/4/nummod"
        " for/for/SCONJ/7/mark polluting/pollute/VERB/3/advcl/VerbForm=Part rivers/river/NOUN/7/obj",
        ["Acme | was fined | $2", "Acme | polluting | rivers"],
    ),
    "of two brothers, neither is two": (
        "en",
        "Kari/Kari/PROPN/2/nsubj met/meet/VERB/0/root two/two/NUM/4/nummod brothers/brother/NOUN/2/obj/Number=Plur"
        " ,/,/PUNCT/6/punct Bob/Bob/PROPN/4/appos and/and/CCONJ/8/cc Ola/Ola/PROPN/6/conj",
        ["Kari | met | two brothers"],
    ),
    "who does something is no attribute of its year": (
        "nb",
        "Acme/Acme/PROPN/3/nsubj:pass ble/bli/AUX/3/aux:pass grunnlagt/grunnlegge/VERB/0/root/VerbForm=Part"
        " i/i/ADP/5/case 1998/1998/NUM/3/obl av/av/ADP/7/case Kari/Kari/PROPN/5/nmod",
        ["Acme | ble grunnlagt | av Kari | i 1998"],
    ),
    "what a change comes to is no part of the change": (
        "nb",
        "Prisen/pris/NOUN/2/nsubj økte/øke/VERB/0/root med/med/ADP/5/case 12/12/NUM/5/nummod prosent/prosent/NOUN/2/obl"
        " til/til/ADP/8/case 4/4/NUM/8/nummod kroner/krone/NOUN/5/nmod",
        ["Prisen | økte | med 12 prosent | til 4 kroner"],
    ),
    "a price is the deal's": (
        "nn",
        "Acme/Acme/PROPN/2/nsubj selde/selje/VERB/0/root skip/skip/NOUN/2/obj for/for/ADP/7/case 4/4/NUM/6/nummod"
        " millionar/million/NOUN/7/nmod kroner/krone/NOUN/3/nmod",
        ["Acme | selde | skip | for 4 millionar kroner"],
    ),
    "a score is no name": (
        "nb",
        "Acme/Acme/PROPN/2/nsubj slo/slå/VERB/0/root Beta/Beta/PROPN/2/obj 2–1/2–1/NUM/3/flat:name",
        ["Acme | slo | Beta | 2–1"],
    ),
    "as what somebody works": (
        "nn",
        "Kari/Kari/PROPN/2/nsubj jobbar/jobbe/VERB/0/root som/som/SCONJ/4/mark lærar/lærar/NOUN/1/acl",
        ["Kari | jobbar | som lærar"],
    ),
    "an office with its years": (
        "nb",
        "Kari/Kari/PROPN/3/nsubj var/være/AUX/3/cop statsminister/statsminister/NOUN/0/root fra/fra/ADP/5/case"
        " 2013/2013/NUM/3/nmod til/til/ADP/7/case 2021/2021/NUM/5/obl",
        ["Kari | var | statsminister | fra 2013 | til 2021"],
    ),
    "a noun as an auxiliary": (
        "nb",
        "Kari/Kari/PROPN/4/nsubj er/være/AUX/4/cop i/i/ADP/4/case ferd/ferd/NOUN/0/root med/med/SCONJ/7/mark"
        " å/å/PART/7/mark bygge/bygge/VERB/4/acl/VerbForm=Inf hus/hus/NOUN/7/obj",
        ["Kari | er i ferd med å bygge | hus"],
    ),
    "a noun as an auxiliary of what can be": (
        "nn",
        "Acme/Acme/PROPN/4/nsubj er/vere/AUX/4/cop i/i/ADP/4/case stand/stand/NOUN/0/root til/til/SCONJ/7/mark"
        " å/å/PART/7/mark levere/levere/VERB/4/acl/VerbForm=Inf skip/skip/NOUN/7/obj",
        ["Acme | er i stand til å levere | skip [Possible]"],
    ),
    "a past tense that looks like a participle": (
        "nb",
        "Acme/Acme/PROPN/2/nmod ansatte/ansatt/ADJ/3/amod Kari/Kari/PROPN/0/root"
        " som/som/SCONJ/5/mark sjef/sjef/NOUN/3/acl",
        ["Acme | ansatte | Kari | som sjef"],
    ),
    "a participle that is one": (
        "nb",
        "De/den/DET/3/det ansatte/ansatt/ADJ/3/amod folkene/folk/NOUN/4/nsubj gikk/gå/VERB/0/root",
        ["ansatte folkene | gikk"],
    ),
    "a reporting verb with another particle": (
        "nb",
        "Kari/Kari/PROPN/2/nsubj sa/si/VERB/0/root opp/opp/ADP/2/compound:prt",
        ["Kari | sa opp"],
    ),
    "a predicate with its place": (
        "nn",
        "Oslo/Oslo/PROPN/3/nsubj er/vere/AUX/3/cop hovudstaden/hovudstad/NOUN/0/root/Definite=Def i/i/ADP/5/case"
        " Noreg/Noreg/PROPN/3/nmod",
        ["Oslo | er | hovudstaden i Noreg"],
    ),
    "what somebody denies": (
        "nb",
        "Kari/Kari/PROPN/2/nsubj nektet/nekte/VERB/0/root for/for/SCONJ/6/mark at/at/SCONJ/6/mark Ola/Ola/PROPN/6/nsubj"
        " forlot/forlate/VERB/2/advcl Acme/Acme/PROPN/6/obj",
        ["Ola | forlot | Acme [not, says Kari]"],
    ),
    "an office before its place": (
        "fi",
        "Liisa/Liisa/PROPN/4/nsubj:cop on/olla/AUX/4/cop johtaja/johtaja/NOUN/4/compound:nn/Case=Nom"
        " Betalla/Beta/PROPN/0/root/Case=Ade",
        ["Liisa | on | johtaja | Betalla"],
    ),
    "a score behind a noun": (
        "en",
        "Acme/Acme/PROPN/2/nsubj won/win/VERB/0/root it/it/PRON/2/obj 3–2/3–2/NUM/3/nmod",
        ["Acme | won | it | 3–2"],
    ),
    "a score in three pieces": (
        "en",
        "Acme/Acme/PROPN/2/nsubj beat/beat/VERB/0/root Beta/Beta/PROPN/2/obj 3/3/NUM/3/nmod:unmarked +-/-/SYM/6/case"
        " +0/0/NUM/4/nmod",
        ["Acme | beat | Beta | 3-0"],
    ),
    "where somebody moves to": (
        "nn",
        "Kari/Kari/PROPN/2/nsubj flytta/flytte/VERB/0/root frå/frå/ADP/4/case Oslo/Oslo/PROPN/2/obl til/til/ADP/6/case"
        " Bergen/Bergen/PROPN/4/obl",
        ["Kari | flytta | frå Oslo | til Bergen"],
    ),
    "a participle with its agent is a passive": (
        "nn",
        "Boka/bok/NOUN/3/nsubj er/vere/AUX/3/aux skriven/skrive/ADJ/0/root/VerbForm=Part"
        " av/av/ADP/5/case Kari/Kari/PROPN/3/obl",
        ["Boka | er skriven | av Kari"],
    ),
    "an adverb behind a reflexive pronoun is a particle": (
        "nb",
        "Acme/Acme/PROPN/2/nsubj slår/slå/VERB/0/root seg/seg/PRON/2/obj sammen/sammen/ADV/2/advmod",
        ["Acme | slår seg sammen"],
    ),
    "a place of what stands beside a name": (
        "nb",
        "Oslo/Oslo/PROPN/7/nsubj ,/,/PUNCT/3/punct hovedstaden/hovedstad/NOUN/1/appos/Definite=Def i/i/ADP/5/case"
        " Norge/Norge/PROPN/3/nmod ,/,/PUNCT/1/punct vokser/vokse/VERB/0/root",
        ["Oslo | vokser", "Oslo | er | hovedstaden i Norge"],
    ),
    "a name with an age before its verb": (
        "fi",
        "Liisa/Liisa/PROPN/0/root ,/,/PUNCT/3/punct 52/52/NUM/1/appos ,/,/PUNCT/5/punct"
        " johtaa/johtaa/VERB/1/conj/Person=3|Number=Sing Betaa/Beta/PROPN/5/obj",
        ["Liisa | johtaa | Betaa"],
    ),
    "what something is compared with": (
        "fi",
        "Liisa/Liisa/PROPN/3/nsubj:cop on/olla/AUX/3/cop pitempi/pitkä/ADJ/0/root/Degree=Cmp kuin/kuin/SCONJ/5/mark"
        " Matti/Matti/PROPN/3/advcl",
        ["Liisa | on pitempi | kuin Matti"],
    ),
    "who becomes something has a last name": (
        "fi",
        "Liisa/Liisa/PROPN/3/obl Laineesta/Laine/PROPN/1/flat:name/Case=Ela tuli/tulla/VERB/0/root"
        " johtaja/johtaja/NOUN/3/nsubj",
        ["Liisa Laineesta | tuli | johtaja"],
    ),
    "when something is paid": (
        "fi",
        "Acme/Acme/PROPN/2/nsubj osti/ostaa/VERB/0/root Betan/Beta/PROPN/2/obj/Case=Gen"
        " vuonna/vuosi/NOUN/6/obl/Case=Ess 2012/2012/NUM/4/nummod eurolla/euro/NOUN/2/obl/Case=Ade",
        ["Acme | osti | Betan | vuonna 2012 | eurolla"],
    ),
    "where somebody goes as something": (
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj siirtyy/siirtyä/VERB/0/root Betaan/Beta/PROPN/4/nmod:poss/Case=Ill"
        " johtajaksi/johtaja/NOUN/2/xcomp/Case=Tra",
        ["Liisa | siirtyy | johtajaksi | Betaan"],
    ),
    "what somebody reports of themselves, and when": (
        "fi",
        "Matti/Matti/PROPN/2/nsubj kertoi/kertoa/VERB/0/root maanantaina/maanantai/NOUN/4/obl/Case=Ess"
        " palkanneensa/palkata/VERB/2/advcl/VerbForm=Part|Case=Gen|Person[psor]=3"
        " Liisan/Liisa/PROPN/6/nmod:poss/Case=Gen johtajakseen/johtaja/NOUN/2/obl/Case=Tra",
        ["Matti | kertoi palkanneensa | Liisan | maanantaina | johtajakseen [says Matti]"],
    ),
    "a Finnish object before an office": (
        "fi",
        "Acme/Acme/PROPN/2/nsubj nimitti/nimittää/VERB/0/root Liisan/Liisa/PROPN/4/nmod:poss/Case=Gen"
        " johtajaksi/johtaja/NOUN/2/xcomp:ds/Case=Tra",
        ["Acme | nimitti | Liisan | johtajaksi"],
    ),
    "a Finnish object before an office that hangs on it": (
        "fi",
        "Acme/Acme/PROPN/2/nsubj valitsi/valita/VERB/0/root Liisan/Liisa/PROPN/2/obj/Case=Gen"
        " johtajaksi/johtaja/NOUN/3/xcomp:ds/Case=Tra",
        ["Acme | valitsi | Liisan | johtajaksi"],
    ),
    "a Finnish office and its owner": (
        "fi",
        "Matti/Matti/PROPN/2/nsubj tuli/tulla/VERB/0/root Liisan/Liisa/PROPN/4/nmod:poss/Case=Gen"
        " johtajaksi/johtaja/NOUN/2/obl/Case=Tra",
        ["Matti | tuli | Liisan johtajaksi"],
    ),
    "a Finnish object before a price": (
        "fi",
        "Acme/Acme/PROPN/2/nsubj osti/ostaa/VERB/0/root Betan/Beta/PROPN/5/nmod:poss/Case=Gen"
        " kahdella/kaksi/NUM/5/nummod/Case=Ade eurolla/euro/NOUN/2/obl/Case=Ade",
        ["Acme | osti | Betan | kahdella eurolla"],
    ),
    "a Finnish object before a named place": (
        "fi",
        "Matti/Matti/PROPN/2/nsubj näki/nähdä/VERB/0/root miehen/mies/NOUN/4/nmod:poss/Case=Gen"
        " Oulussa/Oulu/PROPN/2/obl/Case=Ine",
        ["Matti | näki | miehen | Oulussa"],
    ),
    "a Finnish adverb as a particle": (
        "fi",
        "Acme/Acme/PROPN/2/nsubj sanoi/sanoa/VERB/0/root irti/irti/ADV/2/advmod Liisan/Liisa/PROPN/2/obj/Case=Gen",
        ["Acme | sanoi irti | Liisan"],
    ),
    "a noun with a capital in its base form is a name": (
        "fi",
        "Annasta/Anna/NOUN/2/obl/Case=Ela tuli/tulla/VERB/0/root johtaja/johtaja/NOUN/2/nsubj",
        ["Annasta | tuli | johtaja"],
    ),
}


@pytest.mark.parametrize(("lang", "row", "expected"), CASES.values(), ids=CASES.keys())
def test_plain_sentences(lang: str, row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang=lang))) == expected


@pytest.mark.parametrize(("sign", "expected"), [(",", ["Ann", "Ann"]), ("-", ["head", "Ann"])])
def test_a_noun_with_a_name_behind_a_comma_speaks_of_that_person(sign: str, expected: list[str]) -> None:
    row = f"head/head/NOUN/4/nsubj {sign}/{sign}/PUNCT/3/punct Ann/Ann/PROPN/1/appos left/leave/VERB/0/root"
    found = extraction_of(row_tree(row, lang="en"))
    assert shown(found) == ["head | left", "Ann | is | head"]
    assert [found.mentions[p.subject.mention].label for p in found.propositions] == expected
    assert [found.mentions[p.object.phrase.mention].label for p in found.propositions if p.object] == ["head"]


def test_a_noun_with_a_capital_in_its_base_form_is_a_name_of_its_own() -> None:
    row = "Annasta/Anna/NOUN/2/obl/Case=Ela tuli/tulla/VERB/0/root johtaja/johtaja/NOUN/2/nsubj"
    first = extraction_of(row_tree(row, lang="fi")).mentions[0]
    assert (first.kind, first.label) == (MentionKind.NAME, "Anna")


@pytest.mark.parametrize(("number", "amount"), [("million", "3000000"), ("haug", None)])
def test_norwegian_amounts_have_numbers_that_are_nouns(number: str, amount: str | None) -> None:
    amounts = f"tre/tre/NUM/4/nummod {number}/{number}/NOUN/5/nmod kroner/krone/NOUN/2/obj"
    row = f"Kari/Kari/PROPN/2/nsubj har/ha/VERB/0/root {amounts}"
    last = extraction_of(row_tree(row, lang="nb")).mentions[-1]
    assert (last.amount and last.amount.number) == amount


def test_a_number_behind_a_name_with_a_title_is_of_the_name() -> None:
    rows = "Queen Queen PROPN 2 nmod:desc\nAnn Ann PROPN 4 nsubj\nII II NUM 1 flat\nleft leave VERB 0 root"
    found = extraction_of(tree_of(rows, names={"Queen Ann II": EntityClass.PERSON}))
    assert shown(found) == ["Ann II | left", "Ann II | is | Queen"]


@pytest.mark.parametrize(("article", "expected"), [("and", ["Ann", "Ann"]), ("the", ["founder", "head"])])
def test_two_offices_of_one_person(article: str, expected: list[str]) -> None:
    tie = "cc" if article == "and" else "det"
    row = (
        f"founder/founder/NOUN/6/nsubj {article}/{article}/DET/3/{tie} head/head/NOUN/1/conj ,/,/PUNCT/5/punct"
        " Ann/Ann/PROPN/1/appos left/leave/VERB/0/root"
    )
    found = extraction_of(row_tree(row, lang="en"))
    left = [p.subject.mention for p in found.propositions if p.relation.text == "left"]
    assert [found.mentions[i].label for i in left] == expected


@pytest.mark.parametrize(("kind", "expected"), [(EntityClass.WORK, 1), (EntityClass.PERSON, 2)])
def test_what_is_recognised_as_one_name_is_one(kind: EntityClass, expected: int) -> None:
    rows = "Pride Pride PROPN 4 nsubj\nand and CCONJ 3 cc\nJoy Joy PROPN 1 conj\nsells sell VERB 0 root"
    assert len(extraction_of(tree_of(rows, names={"Pride and Joy": kind})).propositions) == expected

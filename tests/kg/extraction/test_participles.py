"""Finnish forms of verbs that stand for clauses, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown
from tests.finnish import ACTIVE, PASSIVE

PRESENT = "Case=Gen|PartForm=Pres|VerbForm=Part|Voice=Act"
PAST = "Case=Gen|PartForm=Past|VerbForm=Part|Voice=Act"
OWN = "Case=Gen|PartForm=Pres|Person[psor]=3|VerbForm=Part|Voice=Act"
AFTER = "Case=Par|PartForm=Past|VerbForm=Part|Voice=Pass"
ILLATIVE = "Case=Ill|InfForm=3|VerbForm=Inf|Voice=Act"

#: What a sentence shows, to its row and its propositions.
CASES = {
    "what somebody says by a participle with a subject is a clause": (
        f"Ann/Ann/PROPN/2/nsubj/Case=Nom sanoi/sanoa/VERB/0/root/{ACTIVE} Acmen/Acme/PROPN/4/nsubj/Case=Gen"
        f" ostavan/ostaa/VERB/2/xcomp:ds/{PRESENT} laivan/laiva/NOUN/4/obj/Case=Gen",
        ["Acmen | ostavan | laivan [says Ann]"],
    ),
    "so where the parser makes the participle an attribute": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom väittää/väittää/VERB/0/root/{ACTIVE} Acmen/Acme/PROPN/4/nsubj/Case=Gen"
        f" tienneen/tietää/VERB/5/acl/{PAST} asiasta/asia/NOUN/2/obl/Case=Ela",
        ["Acmen | tienneen | asiasta [says Liisa]"],
    ),
    "so where it has not its noun's case": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom väittää/väittää/VERB/0/root/{ACTIVE} Oulussa/Oulu/PROPN/4/obl/Case=Ine"
        " tehdyn/tehdä/VERB/5/acl/Case=Gen|PartForm=Past|VerbForm=Part|Voice=Pass virheitä/virhe/NOUN/2/obj/Case=Par",
        ["virheitä | tehdyn | Oulussa [says Liisa]"],
    ),
    "so where its copula is the participle": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom kertoo/kertoa/VERB/0/root/{ACTIVE} Acmen/Acme/PROPN/5/nsubj:cop/Case=Gen"
        f" olevan/olla/AUX/5/cop/{PRESENT} vaikeuksissa/vaikeus/NOUN/2/obl/Case=Ine",
        ["Acmen | olevan | vaikeuksissa [says Liisa]"],
    ),
    "who says of itself what it is": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom ilmoitti/ilmoittaa/VERB/0/root/{ACTIVE}"
        f" olevansa/olla/AUX/4/cop/{OWN} lääkäri/lääkäri/NOUN/2/ccomp/Case=Nom",
        ["Liisa | ilmoitti olevansa | lääkäri [says Liisa]"],
    ),
    "who says of itself what it does, to somebody": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom kertoi/kertoa/VERB/0/root/{ACTIVE} Matille/Matti/PROPN/2/obl/Case=All"
        f" myyvänsä/myydä/VERB/2/xcomp/{OWN} laivan/laiva/NOUN/4/obj/Case=Gen",
        ["Liisa | kertoi myyvänsä | laivan | Matille [says Liisa]"],
    ),
    "whom a passive verb says something of": (
        f"Acmen/Acme/PROPN/3/nsubj/Case=Gen odotetaan/odottaa/VERB/0/root/{PASSIVE}"
        f" myyvän/myydä/VERB/2/xcomp:ds/{PRESENT} laivan/laiva/NOUN/3/obj/Case=Gen",
        ["Acmen | odotetaan myyvän | laivan [Expected]"],
    ),
    "so where the parser does not know who it is": (
        f"Acmen/Acme/PROPN/2/dep/Case=Gen kerrotaan/kertoa/VERB/0/root/{PASSIVE}"
        f" olevan/olla/AUX/4/cop/{PRESENT} vaikeuksissa/vaikeus/NOUN/2/ccomp/Case=Ine",
        ["Acmen | kerrotaan olevan | vaikeuksissa [Possible]"],
    ),
    "whom one asks to do something is asked": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom pyysi/pyytää/VERB/0/root/{ACTIVE} Betaa/Beta/PROPN/4/nsubj/Case=Par"
        f" myymään/myydä/VERB/2/xcomp:ds/{ILLATIVE} laivan/laiva/NOUN/4/obj/Case=Gen",
        ["Liisa | pyysi | Betaa", "Betaa | myymään | laivan [Planned]"],
    ),
    "whom one helps to do something does it": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom auttoi/auttaa/VERB/0/root/{ACTIVE} Betaa/Beta/PROPN/4/nsubj/Case=Par"
        f" myymään/myydä/VERB/2/xcomp:ds/{ILLATIVE} laivan/laiva/NOUN/4/obj/Case=Gen",
        ["Liisa | auttoi | Betaa", "Betaa | myymään | laivan"],
    ),
    "after what somebody has done": (
        f"Acmen/Acme/PROPN/2/obj/Case=Gen myytyä/myydä/VERB/4/acl/{AFTER}"
        " tehtaansa/tehdas/NOUN/4/nmod:poss/Case=Gen|Person[psor]=3 työntekijät/työntekijä/NOUN/5/nsubj/Case=Nom"
        f" lähtivät/lähteä/VERB/0/root/{ACTIVE} Ouluun/Oulu/PROPN/5/obl/Case=Ill",
        ["Acmen | myytyä | tehtaansa", "työntekijät | lähtivät | Ouluun"],
    ),
    "after what happened is no object": (
        f"Acmen/Acme/PROPN/2/nmod:poss/Case=Gen kaaduttua/kaatua/VERB/3/obj/{AFTER}"
        f" myytiin/myydä/VERB/0/root/{PASSIVE} laiva/laiva/NOUN/3/obj/Case=Nom Betalle/Beta/PROPN/3/obl/Case=All",
        ["Acmen | kaaduttua", "laiva | myytiin | Betalle"],
    ),
    "an attribute in the partitive stays one": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom käyttää/käyttää/VERB/0/root/{ACTIVE} Oulussa/Oulu/PROPN/4/obl/Case=Ine"
        f" tehtyä/tehdä/VERB/5/acl/{AFTER} laivaa/laiva/NOUN/2/obj/Case=Par",
        ["Acme | käyttää | laivaa", "laivaa | tehtyä | Oulussa"],
    ),
}


@pytest.mark.parametrize(("row", "expected"), CASES.values(), ids=CASES)
def test_participles_stand_for_clauses(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="fi"))) == expected


#: What keeps a clause from being a fact, to its row and its propositions.
STATUSES = {
    "what one means to do": (
        f"Acme/Acme/PROPN/3/nsubj/Case=Nom aikoo/aikoa/AUX/3/aux/{ACTIVE}"
        " myydä/myydä/VERB/0/root/InfForm=1|VerbForm=Inf laivan/laiva/NOUN/3/obj/Case=Gen",
        ["Acme | aikoo myydä | laivan [Planned]"],
    ),
    "what one was made to do has happened": (
        f"Acme/Acme/PROPN/3/nsubj/Case=Nom joutui/joutua/AUX/3/aux/{ACTIVE}"
        f" myymään/myydä/VERB/0/root/{ILLATIVE} laivan/laiva/NOUN/3/obj/Case=Gen",
        ["Acme | joutui myymään | laivan"],
    ),
    "somebody's claim, by a pronoun": (
        "Hänen/hän/PRON/4/obl/Case=Gen mukaansa/mukaan/ADP/1/case/Person[psor]=3 Acme/Acme/PROPN/4/nsubj/Case=Nom"
        f" osti/ostaa/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/4/obj/Case=Gen",
        ["Acme | osti | laivan [says Hänen]"],
    ),
    "an adverb that ends as a negative form does": (
        "Acme/Acme/PROPN/3/nsubj/Case=Nom on/olla/AUX/3/cop suurin/suuri/ADJ/0/root"
        " kiistatta/kiistata/VERB/3/advcl/Case=Abe|InfForm=3|VerbForm=Inf",
        ["Acme | on | suurin", "Acme | kiistatta"],
    ),
}


@pytest.mark.parametrize(("row", "expected"), STATUSES.values(), ids=STATUSES)
def test_status_is_told_by_words_and_forms(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="fi"))) == expected

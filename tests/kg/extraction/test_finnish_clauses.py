"""Finnish clauses: passives above infinitives, what is shared, compared and aimed at, two subjects, list numbers."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown
from tests.finnish import ACTIVE, INFINITIVE, MANNER, PASSIVE

ILLATIVE = "Case=Ill|InfForm=3|VerbForm=Inf|Voice=Act"
BIGGER = "suurempi/suuri/ADJ/0/root/Case=Nom|Degree=Cmp"
COPULA = "on/olla/AUX/{}/cop/" + ACTIVE

#: What a sentence shows, to its row and its propositions.
CASES = {
    "what was decided to be done": (
        f"Silta/silta/NOUN/3/obj/Case=Nom päätettiin/päättää/VERB/0/root/{PASSIVE}"
        f" rakentaa/rakentaa/VERB/2/xcomp/{INFINITIVE} Ouluun/Oulu/PROPN/3/obl/Case=Ill",
        ["Silta | päätettiin rakentaa | Ouluun"],
    ),
    "what was begun, without more": (
        f"Keväällä/kevät/NOUN/2/obl/Case=Ade ryhdyttiin/ryhtyä/VERB/0/root/{PASSIVE}"
        f" rakentamaan/rakentaa/VERB/2/xcomp/{ILLATIVE} siltaa/silta/NOUN/3/obj/Case=Par",
        ["siltaa | ryhdyttiin rakentamaan | Keväällä"],
    ),
    "whom somebody is asked to sell is no subject beside who is asked": (
        f"Annaa/Anna/PROPN/2/obj/Case=Par pyydettiin/pyytää/VERB/0/root/{PASSIVE}"
        f" rakentamaan/rakentaa/VERB/2/xcomp:ds/{ILLATIVE} silta/silta/NOUN/3/obj/Case=Nom",
        ["Annaa | pyydettiin", "Annaa | rakentamaan | silta [Planned]"],
    ),
    "the undergoer is no word of the relation": (
        f"Yhteistyötä/yhteistyö/NOUN/2/obj/Case=Par tehtiin/tehdä/VERB/0/root/{PASSIVE}"
        " Oulussa/Oulu/PROPN/2/obl/Case=Ine",
        ["Yhteistyötä | tehtiin | Oulussa"],
    ),
    "what two passive verbs are said of": (
        f"Oulussa/Oulu/PROPN/2/obl/Case=Ine ostetaan/ostaa/VERB/0/root/{PASSIVE} ja/ja/CCONJ/4/cc"
        f" korjataan/korjata/VERB/2/conj/{PASSIVE} laivoja/laiva/NOUN/4/obj/Case=Par",
        ["laivoja | ostetaan | Oulussa", "laivoja | korjataan | Oulussa"],
    ),
    "what is bigger than something": (
        f"Acme/Acme/PROPN/3/nsubj:cop/Case=Nom {COPULA.format(3)} {BIGGER} kuin/kuin/SCONJ/5/mark"
        " Beta/Beta/PROPN/3/advcl/Case=Nom",
        ["Acme | on suurempi | kuin Beta"],
    ),
    "what is bigger, compared in the partitive": (
        f"Acme/Acme/PROPN/4/nsubj:cop/Case=Nom {COPULA.format(4)} Betaa/Beta/PROPN/4/advcl/Case=Par {BIGGER}",
        ["Acme | on suurempi | Betaa"],
    ),
    "who is left out takes no part": (
        "Muut/muu/PRON/2/det/Case=Nom|Number=Plur yhtiöt/yhtiö/NOUN/5/nsubj/Case=Nom|Number=Plur"
        " kuin/kuin/SCONJ/4/mark Acme/Acme/PROPN/2/conj/Case=Nom"
        f" hyväksyivät/hyväksyä/VERB/0/root/{ACTIVE} lain/laki/NOUN/5/obj/Case=Gen",
        ["Muut yhtiöt kuin Acme | hyväksyivät | lain"],
    ),
    "what something is made": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom maalasi/maalata/VERB/0/root/{ACTIVE}"
        " laivan/laiva/NOUN/4/nmod:poss/Case=Gen punaiseksi/punainen/ADJ/2/xcomp/Case=Tra",
        ["Acme | maalasi | laivan | punaiseksi"],
    ),
    "what an adjective compares with is not made": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kasvoi/kasvaa/VERB/0/root/{ACTIVE}"
        " Betan/Beta/PROPN/4/nmod:poss/Case=Gen kokoiseksi/kokoinen/ADJ/2/xcomp/Case=Tra",
        ["Acme | kasvoi | Betan kokoiseksi"],
    ),
    "as what something is mentioned": (
        f"Anna/Anna/PROPN/2/nsubj/Case=Nom mainitsi/mainita/VERB/0/root/{ACTIVE} kasvun/kasvu/NOUN/2/obj/Case=Gen"
        " tavoitteena/tavoite/NOUN/3/nmod/Case=Ess",
        ["Anna | mainitsi | kasvun | tavoitteena"],
    ),
    "what is aimed at is no fact": (
        f"Tavoitteena/tavoite/NOUN/0/root/Case=Ess {COPULA.format(1)} ,/,/PUNCT/6/punct että/että/SCONJ/6/mark"
        f" Acme/Acme/PROPN/6/nsubj/Case=Nom rakentaa/rakentaa/VERB/1/csubj:cop/{ACTIVE}"
        " laivan/laiva/NOUN/6/obj/Case=Gen",
        ["Acme | rakentaa | laivan [Planned]"],
    ),
    "what is a problem is a fact": (
        f"Ongelmana/ongelma/NOUN/0/root/Case=Ess {COPULA.format(1)} ,/,/PUNCT/6/punct että/että/SCONJ/6/mark"
        f" Acme/Acme/PROPN/6/nsubj/Case=Nom rakentaa/rakentaa/VERB/1/csubj:cop/{ACTIVE}"
        " laivan/laiva/NOUN/6/obj/Case=Gen",
        ["Acme | rakentaa | laivan"],
    ),
    "an aim stands before what is to be done": (
        f"Acmen/Acme/PROPN/2/nmod:poss/Case=Gen tavoitteena/tavoite/NOUN/0/root/Case=Ess {COPULA.format(2)}"
        f" rakentaa/rakentaa/VERB/2/csubj:cop/{INFINITIVE} laivoja/laiva/NOUN/4/obj/Case=Par",
        ["Acmen tavoitteena | on | rakentaa laivoja"],
    ),
    "a subject with a conjunction is coordinated with the one before": (
        "Acme/Acme/PROPN/5/nsubj:cop/Case=Nom ja/ja/CCONJ/3/cc Beta/Beta/PROPN/5/nsubj:cop/Case=Nom"
        f" {COPULA.format(5)} yhtiöitä/yhtiö/NOUN/0/root/Case=Par",
        ["Acme | on | yhtiöitä", "Beta | on | yhtiöitä"],
    ),
    "a second subject in the partitive is the object": (
        f"Malli/malli/NOUN/2/nsubj/Case=Nom edustaa/edustaa/VERB/0/root/{ACTIVE}"
        " kehitystä/kehitys/NOUN/2/nsubj/Case=Par",
        ["Malli | edustaa | kehitystä"],
    ),
    "the number of a point in a list is no argument": (
        "2./2./ADJ/3/obl/_ Acme/Acme/PROPN/3/nsubj/Case=Nom"
        f" osti/ostaa/VERB/0/root/{ACTIVE} Betan/Beta/PROPN/3/obj/Case=Gen",
        ["Acme | osti | Betan"],
    ),
    "an adverb in the form of a noun is no argument": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myy/myydä/VERB/0/root/{ACTIVE}"
        " jatkossakin/jatko/NOUN/2/obl/Case=Ine laivoja/laiva/NOUN/2/obj/Case=Par",
        ["Acme | myy | laivoja"],
    ),
    "where somebody ends up is an argument": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom muutti/muuttaa/VERB/0/root/{ACTIVE} sinne/sinne/ADV/2/advmod"
        " maanantaina/maanantai/NOUN/2/obl/Case=Ess",
        ["Acme | muutti | sinne | maanantaina"],
    ),
    "how much of an idiom's noun there is makes it an object": (
        f"Koulut/koulu/NOUN/2/nsubj/Case=Nom tekevät/tehdä/VERB/0/root/{ACTIVE} paljon/paljon/ADV/4/advmod"
        " yhteistyötä/yhteistyö/NOUN/2/obj/Case=Par",
        ["Koulut | tekevät | yhteistyötä"],
    ),
    "both of a pair": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myy/myydä/VERB/0/root/{ACTIVE} niin/niin/ADV/4/cc:preconj"
        " laivoja/laiva/NOUN/2/obj/Case=Par kuin/kuin/SCONJ/6/mark autoja/auto/NOUN/4/dep/Case=Par",
        ["Acme | myy | laivoja", "Acme | myy | autoja"],
    ),
    "both inside a slot keeps its first word": (
        "Sekä/sekä/CCONJ/2/cc:preconj kunnan/kunta/NOUN/5/nmod:poss/Case=Gen että/että/CCONJ/4/cc"
        " valtion/valtio/NOUN/2/conj/Case=Gen edustajat/edustaja/NOUN/6/nsubj/Case=Nom"
        f" myivät/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/6/obj/Case=Gen",
        ["Sekä kunnan että valtion edustajat | myivät | laivan"],
    ),
    "who is said to do something, before the owner of what it is done to": (
        f"Anna/Anna/PROPN/2/nsubj/Case=Nom sanoi/sanoa/VERB/0/root/{ACTIVE} Acmen/Acme/PROPN/4/nsubj/Case=Gen"
        " myyvän/myydä/VERB/5/acl/Case=Gen|PartForm=Pres|VerbForm=Part|Voice=Act"
        " Betan/Beta/PROPN/6/nmod:poss/Case=Gen laivan/laiva/NOUN/2/obj/Case=Gen"
        " Ouluun/Oulu/PROPN/2/obl/Case=Ill ././PUNCT/2/punct",
        ["Acmen | myyvän | Betan laivan | Ouluun [says Anna]"],
    ),
    "a participle that is tagged as an adjective": (
        f"Anna/Anna/PROPN/2/nsubj/Case=Nom uskoo/uskoa/VERB/0/root/{ACTIVE} Acmen/Acme/PROPN/4/nsubj/Case=Gen"
        " ostavan/ostava/ADJ/5/amod/Case=Gen Betan/Beta/PROPN/2/obj/Case=Gen",
        ["Acmen | ostavan | Betan [says Anna]"],
    ),
    "who is no owner of what is shown does nothing": (
        f"Anna/Anna/PROPN/2/nsubj/Case=Nom esitteli/esitellä/VERB/0/root/{ACTIVE} Acmen/Acme/PROPN/4/nsubj/Case=Gen"
        " kasvavan/kasvava/ADJ/5/amod/Case=Gen"
        " yhtiön/yhtiö/NOUN/6/nmod:poss/Case=Gen tuloksen/tulos/NOUN/2/obj/Case=Gen",
        ["Anna | esitteli | Acmen kasvavan yhtiön tuloksen"],
    ),
    "what is awaited has an owner and nobody who does it": (
        "Acmen/Acme/PROPN/2/nsubj/Case=Gen"
        " odotettu/odottaa/VERB/3/acl/Case=Nom|PartForm=Past|VerbForm=Part|Voice=Pass"
        f" laiva/laiva/NOUN/4/nsubj/Case=Nom saapui/saapua/VERB/0/root/{ACTIVE} Ouluun/Oulu/PROPN/4/obl/Case=Ill",
        ["Acmen laiva | saapui | Ouluun"],
    ),
    "how somebody does something, without more, is no fact": (
        f"Anna/Anna/PROPN/2/nsubj/Case=Nom oppii/oppia/VERB/0/root/{ACTIVE} ruotsia/ruotsi/NOUN/2/obj/Case=Par"
        f" kuuntelemalla/kuunnella/VERB/2/advcl/{MANNER}",
        ["Anna | oppii | ruotsia"],
    ),
}


@pytest.mark.parametrize(("row", "found"), CASES.values(), ids=CASES)
def test_finnish_clauses_say_so(row: str, found: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="fi"))) == found

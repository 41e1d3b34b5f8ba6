"""Running Finnish text: what states nothing, what is added, who says so, and what has to be or is left undone."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown
from tests.finnish import ACTIVE, INFINITIVE, IT, PASSIVE, TO_BE_DONE, WHICH

#: What a sentence shows, to its row and its propositions.
CASES = {
    "what else a verb is done to": (
        f"Häiriö/häiriö/NOUN/2/nsubj/Case=Nom koski/koskea/VERB/0/root/{ACTIVE} Acmen/Acme/PROPN/2/obl/Case=Gen"
        " lisäksi/lisäksi/ADP/3/case Betaa/Beta/PROPN/2/obj/Case=Par",
        ["Häiriö | koski | Acmen", "Häiriö | koski | Betaa"],
    ),
    "what only adds a sentence takes no part": (
        "Sen/se/PRON/3/obl/Case=Gen|Number=Sing|PronType=Dem lisäksi/lisäksi/ADP/1/case"
        f" myi/myydä/VERB/0/root/{ACTIVE} Acme/Acme/PROPN/3/nsubj/Case=Nom laivan/laiva/NOUN/3/obj/Case=Gen",
        ["Acme | myi | laivan"],
    ),
    "an attribute that only an adverb describes is no fact": (
        "Nopeasti/nopeasti/ADV/2/advmod kasvava/kasvaa/VERB/3/acl/Case=Nom|PartForm=Pres|VerbForm=Part|Voice=Act"
        f" Acme/Acme/PROPN/4/nsubj/Case=Nom osti/ostaa/VERB/0/root/{ACTIVE} Betan/Beta/PROPN/4/obj/Case=Gen",
        ["Acme | osti | Betan"],
    ),
    "a pronoun that announces a clause does nothing": (
        f"Kasvua/kasvu/NOUN/2/obj/Case=Par hidasti/hidastaa/VERB/0/root/{ACTIVE}"
        " se/se/PRON/2/nsubj/Case=Nom|PronType=Dem ,/,/PUNCT/7/punct että/että/SCONJ/7/mark"
        f" Acme/Acme/PROPN/7/nsubj/Case=Nom myi/myydä/VERB/3/ccomp/{ACTIVE} laivan/laiva/NOUN/7/obj/Case=Gen",
        ["Acme | myi | laivan"],
    ),
    "a pronoun that announces a question stands in no slot": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom sopi/sopia/VERB/0/root/{ACTIVE} siitä/se/PRON/2/obl/{IT} ,/,/PUNCT/7/punct"
        f" miten/miten/ADV/7/advmod Beta/Beta/PROPN/7/nsubj/Case=Nom myy/myydä/VERB/3/ccomp/{ACTIVE}"
        " laivan/laiva/NOUN/7/obj/Case=Gen",
        ["Beta | myy | laivan"],
    ),
    "a relative pronoun whose noun is unknown stands in no slot": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kasvoi/kasvaa/VERB/0/root/{ACTIVE} Oulussa/Oulu/PROPN/2/obl/Case=Ine"
        f" ,/,/PUNCT/7/punct jolle/joka/PRON/7/obl/Case=All|{WHICH} Beta/Beta/PROPN/7/nsubj/Case=Nom"
        f" myy/myydä/VERB/2/conj/{ACTIVE} viljaa/vilja/NOUN/7/obj/Case=Par",
        ["Acme | kasvoi | Oulussa", "Beta | myy | viljaa"],
    ),
    "where stands for the place before it": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom osti/ostaa/VERB/0/root/{ACTIVE} sataman/satama/NOUN/2/obj/Case=Gen"
        f" ,/,/PUNCT/7/punct missä/mikä/PRON/7/obl/Case=Ine|{WHICH} Beta/Beta/PROPN/7/nsubj/Case=Nom"
        f" rakensi/rakentaa/VERB/3/acl:relcl/{ACTIVE} laivan/laiva/NOUN/7/obj/Case=Gen",
        ["Acme | osti | sataman", "Beta | rakensi | laivan | sataman"],
    ),
    "what stands for a clause is no argument": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom osti/ostaa/VERB/0/root/{ACTIVE} sataman/satama/NOUN/2/obj/Case=Gen"
        f" ,/,/PUNCT/6/punct mistä/mikä/PRON/6/obl/Case=Ela|{WHICH} hyötyi/hyötyä/VERB/3/acl:relcl/{ACTIVE}"
        " Beta/Beta/PROPN/6/nsubj/Case=Nom Oulussa/Oulu/PROPN/6/obl/Case=Ine",
        ["Acme | osti | sataman", "Beta | hyötyi | Oulussa"],
    ),
    "who asks for a thing states nothing": (
        "Mikä/mikä/DET/2/det/PronType=Int yhtiö/yhtiö/NOUN/3/nsubj/Case=Nom"
        f" osti/ostaa/VERB/0/root/{ACTIVE} Betan/Beta/PROPN/3/obj/Case=Gen ?/?/PUNCT/3/punct",
        [],
    ),
    "who says so, without a conjunction": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/2/obj/Case=Gen"
        f" ,/,/PUNCT/6/punct Liisa/Liisa/PROPN/6/nsubj/Case=Nom uutisoi/uutisoida/VERB/2/conj/{ACTIVE}",
        ["Acme | myi | laivan [says Liisa]"],
    ),
    "that something turns out is no fact of its own": (
        f"Nyt/nyt/ADV/2/advmod selvisi/selvitä/VERB/0/root/{ACTIVE} ,/,/PUNCT/6/punct että/että/SCONJ/6/mark"
        f" Acme/Acme/PROPN/6/nsubj/Case=Nom myi/myydä/VERB/2/csubj/{ACTIVE} laivan/laiva/NOUN/6/obj/Case=Gen",
        ["Acme | myi | laivan"],
    ),
    "the adposition of a noun is not its attribute's": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kasvoi/kasvaa/VERB/0/root/{ACTIVE}"
        " Liisan/Liisa/PROPN/4/nsubj/Case=Gen ostaman/ostaa/VERB/5/acl/Case=Gen|PartForm=Agt|VerbForm=Part"
        " sataman/satama/NOUN/2/obl/Case=Gen avulla/avulla/ADP/5/case",
        ["Acme | kasvoi | sataman avulla", "Liisan | ostaman | sataman"],
    ),
    "two between whom something is are one phrase": (
        f"Ottelu/ottelu/NOUN/2/obj/Case=Nom käytiin/käydä/VERB/0/root/{PASSIVE} Acmen/Acme/PROPN/2/obl/Case=Gen"
        " ja/ja/CCONJ/5/cc Betan/Beta/PROPN/3/conj/Case=Gen välillä/välillä/ADP/3/case",
        ["Ottelu | käytiin | Acmen ja Betan välillä"],
    ),
    "what somebody has to be": (
        f"Laivan/laiva/NOUN/4/nsubj:cop/Case=Gen on/olla/AUX/4/aux/{ACTIVE} oltava/olla/AUX/4/cop/{TO_BE_DONE}"
        " turvallinen/turvallinen/ADJ/0/root/Case=Nom",
        ["Laivan | on oltava | turvallinen [Required]"],
    ),
    "what ties sentences together is shared by no verb": (
        "Sen/se/PRON/3/obl/Case=Gen|Number=Sing|PronType=Dem sijaan/sijaan/ADP/1/case"
        f" myi/myydä/VERB/0/root/{ACTIVE} Acme/Acme/PROPN/3/nsubj/Case=Nom laivan/laiva/NOUN/3/obj/Case=Gen"
        f" ja/ja/CCONJ/7/cc osti/ostaa/VERB/3/conj/{ACTIVE} sataman/satama/NOUN/7/obj/Case=Gen",
        ["Acme | myi | laivan", "Acme | osti | sataman"],
    ),
    "what a firm calls back": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kutsui/kutsua/VERB/0/root/{ACTIVE} heti/heti/ADV/2/advmod"
        " takaisin/takaisin/ADV/2/advmod autoja/auto/NOUN/2/obj/Case=Par",
        ["Acme | kutsui takaisin | autoja"],
    ),
    "several do not what one does": (
        f"Jäsenet/jäsen/NOUN/2/nsubj/Case=Nom|Number=Plur sanoivat/sanoa/VERB/0/root/{ACTIVE}|Number=Plur"
        f" ,/,/PUNCT/5/punct että/että/SCONJ/5/mark kestää/kestää/VERB/2/ccomp/{ACTIVE}|Number=Sing"
        " viikon/viikko/NOUN/5/obj/Case=Gen",
        [],
    ),
    "what somebody struggles for is no part of the verb": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kamppaili/kamppailla/VERB/0/root/{ACTIVE}"
        " säilyttääkseen/säilyttää/VERB/2/xcomp/Case=Tra|InfForm=1|Person[psor]=3|VerbForm=Inf|Voice=Act"
        " tiiminsä/tiimi/NOUN/3/obj/Case=Gen",
        ["Acme | kamppaili", "Acme | säilyttääkseen | tiiminsä [Planned]"],
    ),
    "a clause that would be leaves its verb as it is": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/2/obj/Case=Gen"
        " ,/,/PUNCT/7/punct jotta/jotta/SCONJ/7/mark Beta/Beta/PROPN/7/nsubj/Case=Nom"
        f" ostaisi/ostaa/VERB/2/advcl/Mood=Cnd|{ACTIVE} sataman/satama/NOUN/7/obj/Case=Gen",
        ["Acme | myi | laivan", "Beta | ostaisi | sataman [Possible]"],
    ),
    "who has to be able to do something": (
        f"Acmen/Acme/PROPN/3/nsubj/Case=Gen on/olla/AUX/3/aux/{ACTIVE} kyettävä/kyetä/VERB/0/root/{TO_BE_DONE}"
        " myymään/myydä/VERB/3/xcomp/Case=Ill|InfForm=3|VerbForm=Inf|Voice=Act laiva/laiva/NOUN/4/obj/Case=Nom",
        ["Acmen | on kyettävä myymään | laiva [Required]"],
    ),
    "just not is not": (
        "Acme/Acme/PROPN/4/nsubj/Case=Nom ei/ei/AUX/4/aux/Polarity=Neg vain/vain/ADV/4/advmod"
        " myy/myydä/VERB/0/root/Connegative=Yes|VerbForm=Fin viljaa/vilja/NOUN/4/obj/Case=Par",
        ["Acme | ei myy | viljaa [not]"],
    ),
    "not only one thing is that thing": (
        "Acme/Acme/PROPN/5/nsubj:cop/Case=Nom ei/ei/AUX/5/aux/Polarity=Neg ole/olla/AUX/5/cop/Connegative=Yes"
        " vain/vain/ADV/5/advmod laiva/laiva/NOUN/0/root/Case=Nom",
        ["Acme | ei ole | laiva"],
    ),
    "not only is so": (
        "Acme/Acme/PROPN/4/nsubj/Case=Nom ei/ei/AUX/4/aux/Polarity=Neg vain/vain/ADV/4/advmod"
        " myy/myydä/VERB/0/root/Connegative=Yes|VerbForm=Fin viljaa/vilja/NOUN/4/obj/Case=Par ,/,/PUNCT/8/punct"
        f" vaan/vaan/CCONJ/8/cc ostaa/ostaa/VERB/4/conj/{ACTIVE} laivan/laiva/NOUN/8/obj/Case=Gen",
        ["Acme | ei myy | viljaa", "Acme | ostaa | laivan"],
    ),
    "when something was is no argument by its adverb": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kasvoi/kasvaa/VERB/0/root/{ACTIVE} Oulussa/Oulu/PROPN/2/obl/Case=Ine"
        f" ,/,/PUNCT/7/punct jolloin/jolloin/ADV/7/advmod/{WHICH} Beta/Beta/PROPN/7/nsubj/Case=Nom"
        f" myi/myydä/VERB/2/acl:relcl/{ACTIVE} laivan/laiva/NOUN/7/obj/Case=Gen",
        ["Acme | kasvoi | Oulussa", "Beta | myi | laivan"],
    ),
    "what is left undone": (
        f"Laivat/laiva/NOUN/2/nsubj/Case=Nom jäivät/jäädä/VERB/0/root/{ACTIVE}"
        " myymättä/myydä/VERB/2/xcomp:ds/Case=Abe|InfForm=3|VerbForm=Inf|Voice=Act Betalle/Beta/PROPN/3/obl/Case=All",
        ["Laivat | jäivät myymättä | Betalle [not]"],
    ),
    "who is of an opinion": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom on/olla/VERB/0/root/{ACTIVE} sitä/se/PRON/4/det/Case=Par|PronType=Dem"
        " mieltä/mieli/NOUN/2/obl/Case=Par ,/,/PUNCT/8/punct että/että/SCONJ/8/mark Acme/Acme/PROPN/8/nsubj/Case=Nom"
        f" myy/myydä/VERB/4/ccomp/{ACTIVE} laivan/laiva/NOUN/8/obj/Case=Gen",
        ["Acme | myy | laivan [says Liisa]"],
    ),
    "who tells of what a clause says": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom kertoi/kertoa/VERB/0/root/{ACTIVE} siitä/se/PRON/2/obl/{IT}"
        " ,/,/PUNCT/7/punct että/että/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj/Case=Nom"
        f" myy/myydä/VERB/3/ccomp/{ACTIVE} laivan/laiva/NOUN/7/obj/Case=Gen",
        ["Acme | myy | laivan [says Liisa]"],
    ),
    "a country has things, and they are in it": (
        "Suomella/Suomi/PROPN/0/root/Case=Ade on/olla/AUX/1/cop laivoja/laiva/NOUN/1/nsubj:cop/Case=Par",
        ["Suomella | on | laivoja"],
    ),
    "what is worth doing is not what its neighbour does": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kasvoi/kasvaa/VERB/0/root/{ACTIVE} ja/ja/CCONJ/4/cc"
        f" kannattaa/kannattaa/VERB/2/conj/{ACTIVE} ostaa/ostaa/VERB/4/xcomp:ds/{INFINITIVE}"
        " Beta/Beta/PROPN/5/obj/Case=Nom",
        ["Acme | kasvoi"],
    ),
    "what is not so, behind a dash": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom vaikenee/vaieta/VERB/0/root/{ACTIVE} kaupasta/kauppa/NOUN/2/obl/Case=Ela"
        " -/-/PUNCT/6/punct ei/ei/AUX/6/aux/Polarity=Neg laivasta/laiva/NOUN/3/conj/Case=Ela",
        ["Acme | vaikenee | kaupasta", "Acme | vaikenee ei | laivasta [not]"],
    ),
    "whose an adjective is stands beside it": (
        f"Laki/laki/NOUN/4/nsubj:cop/Case=Nom on/olla/AUX/4/cop/{ACTIVE} sopimuksen/sopimus/NOUN/4/nmod:poss/Case=Gen"
        " mukainen/mukainen/ADJ/0/root/Case=Nom",
        ["Laki | on | sopimuksen mukainen"],
    ),
    "the best of those above": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivoja/laiva/NOUN/2/obj/Case=Par"
        f" ,/,/PUNCT/6/punct joista/joka/PRON/6/nmod/Case=Ela|{WHICH} suurin/suuri/ADJ/3/acl:relcl/Case=Nom|Degree=Sup"
        f" on/olla/AUX/6/cop/{ACTIVE} Beta/Beta/PROPN/6/nsubj:cop/Case=Nom",
        ["Acme | myi | laivoja", "Beta | on | suurin | laivoja"],
    ),
    "no more than that it is not so": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myy/myydä/VERB/0/root/{ACTIVE} laivoja/laiva/NOUN/2/obj/Case=Par"
        " ,/,/PUNCT/6/punct Beta/Beta/PROPN/6/nsubj/Case=Nom ei/ei/VERB/2/conj/Polarity=Neg",
        ["Acme | myy | laivoja"],
    ),
    "a noun that is pointed at is no part of the verb": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom piti/pitää/VERB/0/root/{ACTIVE} tässä/tämä/DET/4/det/Case=Ine"
        " huolessa/huoli/NOUN/2/obl/Case=Ine kaupasta/kauppa/NOUN/2/obl/Case=Ela",
        ["Liisa | piti | tässä huolessa | kaupasta"],
    ),
    "what is planned for somebody": (
        f"Kapselin/kapseli/NOUN/3/nsubj/Case=Gen on/olla/AUX/3/cop/{ACTIVE} määrä/määrä/NOUN/0/root/Case=Nom"
        f" saapua/saapua/VERB/3/acl/{INFINITIVE} Ouluun/Oulu/PROPN/4/obl/Case=Ill",
        ["Kapselin | on määrä saapua | Ouluun [Planned]"],
    ),
    "what may be done": (
        f"Estoa/esto/NOUN/4/obj/Case=Par olisi/olla/AUX/3/cop/Mood=Cnd|{ACTIVE}"
        " mahdollista/mahdollinen/ADJ/0/root/Case=Par"
        f" kiertää/kiertää/VERB/3/xcomp:ds/{INFINITIVE} viesteillä/viesti/NOUN/4/obl/Case=Ade",
        ["Estoa | olisi mahdollista kiertää | viesteillä [Possible]"],
    ),
    "how many more": (
        f"Puolue/puolue/NOUN/2/nsubj/Case=Nom sai/saada/VERB/0/root/{ACTIVE} 60/60/NUM/4/nummod"
        " paikkaa/paikka/NOUN/5/nmod/Case=Par vähemmän/vähemmän/ADV/2/advmod",
        ["Puolue | sai | 60 paikkaa vähemmän"],
    ),
    "whose it is, where that is not known": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kasvoi/kasvaa/VERB/0/root/{ACTIVE} Oulussa/Oulu/PROPN/2/obl/Case=Ine"
        f" ,/,/PUNCT/8/punct jonka/joka/PRON/6/nmod:poss/Case=Gen|{WHICH} johtaja/johtaja/NOUN/8/nsubj/Case=Nom"
        f" Betan/Beta/PROPN/8/obj/Case=Gen osti/ostaa/VERB/2/conj/{ACTIVE}",
        ["Acme | kasvoi | Oulussa"],
    ),
    "a title holds no name": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom asuu/asua/VERB/0/root/{ACTIVE} kaupungissa/kaupunki/NOUN/2/obl/Case=Ine"
        " Oulussa/Oulu/PROPN/3/nmod/Case=Ine",
        ["Liisa | asuu | Oulussa", "Oulussa | on | kaupungissa"],
    ),
    "what is held for true is not what has to be": (
        f"Outona/outo/ADJ/2/xcomp/Case=Ess pidetään/pitää/VERB/0/root/{PASSIVE} ,/,/PUNCT/6/punct"
        f" että/että/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj/Case=Nom myy/myydä/VERB/2/ccomp/{ACTIVE}"
        " laivan/laiva/NOUN/6/obj/Case=Gen",
        ["Acme | myy | laivan"],
    ),
    "a part of what stands above": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivoja/laiva/NOUN/2/obj/Case=Par"
        f" ,/,/PUNCT/7/punct joista/joka/PRON/6/nmod/Case=Ela|{WHICH} kaksi/kaksi/NUM/7/nsubj/Case=Nom"
        f" upposi/upota/VERB/3/acl:relcl/{ACTIVE} Oulussa/Oulu/PROPN/7/obl/Case=Ine",
        ["Acme | myi | laivoja", "kaksi | upposi | Oulussa"],
    ),
    "what somebody holds for likely is that person's view": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom pitää/pitää/VERB/0/root/{ACTIVE} selvänä/selvä/ADJ/2/xcomp/Case=Ess"
        f" ,/,/PUNCT/7/punct että/että/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj/Case=Nom myy/myydä/VERB/2/ccomp/{ACTIVE}"
        " laivan/laiva/NOUN/7/obj/Case=Gen",
        ["Acme | myy | laivan [says Liisa]"],
    ),
    "what is asked is no fact": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom selvitti/selvittää/VERB/0/root/{ACTIVE} ,/,/PUNCT/6/punct"
        f" mitä/mikä/PRON/6/nsubj/Case=Par|{WHICH} Acmelle/Acme/PROPN/6/obl/Case=All"
        f" tapahtui/tapahtua/VERB/2/ccomp/{ACTIVE}",
        ["Liisa | selvitti | mitä Acmelle tapahtui"],
    ),
    "the verb behind a relative clause is the name's": (
        f"Liisa/Liisa/PROPN/0/root/Case=Nom ,/,/PUNCT/4/punct joka/joka/PRON/4/nsubj/Case=Nom|{WHICH}"
        f" johti/johtaa/VERB/1/acl:relcl/{ACTIVE} Acmea/Acme/PROPN/4/obj/Case=Par ,/,/PUNCT/8/punct"
        f" joka/joka/PRON/8/nsubj/Case=Nom|{WHICH} kasvoi/kasvaa/VERB/5/acl:relcl/{ACTIVE}"
        f" Oulussa/Oulu/PROPN/8/obl/Case=Ine ,/,/PUNCT/11/punct osti/ostaa/VERB/8/conj/{ACTIVE}"
        " Betan/Beta/PROPN/11/obj/Case=Gen",
        ["Liisa | johti | Acmea", "Acmea | kasvoi | Oulussa", "Liisa | osti | Betan"],
    ),
    "a share keeps its sign": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom menetti/menettää/VERB/0/root/{ACTIVE} 30/30/NUM/4/nummod %/%/PUNCT/2/obj",
        ["Acme | menetti | 30 %"],
    ),
    "what there is is no fact": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom osti/ostaa/VERB/0/root/{ACTIVE}"
        " olemassa/olla/VERB/4/xcomp/Case=Ine|InfForm=3|VerbForm=Inf"
        " olevan/olla/VERB/5/acl/Case=Gen|PartForm=Pres|VerbForm=Part|Voice=Act tehtaan/tehdas/NOUN/2/obj/Case=Gen",
        ["Acme | osti | tehtaan"],
    ),
    "what a clause is, without a predicate": (
        f"Syy/syy/NOUN/2/nsubj/Case=Nom on/olla/VERB/0/root/{ACTIVE} ,/,/PUNCT/6/punct että/että/SCONJ/6/mark"
        f" Acme/Acme/PROPN/6/nsubj/Case=Nom myy/myydä/VERB/2/csubj/{ACTIVE} laivan/laiva/NOUN/6/obj/Case=Gen",
        ["Acme | myy | laivan"],
    ),
    "brackets say once what a name stands for": (
        f"Yhtiössä/yhtiö/NOUN/5/obl/Case=Ine Acme/Acme/PROPN/1/appos/Case=Nom (/(/PUNCT/2/punct )/)/PUNCT/2/punct"
        f" kasvaa/kasvaa/VERB/0/root/{ACTIVE} vilja/vilja/NOUN/5/nsubj/Case=Nom",
        ["Acme | on | Yhtiössä", "vilja | kasvaa | Yhtiössä"],
    ),
}


@pytest.mark.parametrize(("row", "expected"), CASES.values(), ids=CASES)
def test_running_finnish_says_so(row: str, expected: list[str]) -> None:
    assert sorted(shown(extraction_of(row_tree(row, lang="fi")))) == sorted(expected)

"""Constructions of running Finnish text, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown
from tests.finnish import ACTIVE, INFINITIVE, IT, MANNER, PASSIVE, TO_BE_DONE, WHICH

#: What a sentence shows, to its row and its propositions.
CASES = {
    "what has to be done": (
        f"Laki/laki/NOUN/3/obj/Case=Nom on/olla/AUX/3/aux/{ACTIVE} muutettava/muuttaa/VERB/0/root/{TO_BE_DONE}"
        " Oulussa/Oulu/PROPN/3/obl/Case=Ine",
        ["Laki | on muutettava | Oulussa [Required]"],
    ),
    "who has to do it": (
        f"Acmen/Acme/PROPN/3/nsubj/Case=Gen on/olla/AUX/3/aux/{ACTIVE} myytävä/myydä/VERB/0/root/{TO_BE_DONE}"
        " laiva/laiva/NOUN/3/obj/Case=Nom",
        ["Acmen | on myytävä | laiva [Required]"],
    ),
    "what has to be done by nobody in particular": (
        f"laiva/laiva/NOUN/3/obj/Case=Nom pitäisi/pitää/AUX/3/aux/{ACTIVE} myydä/myydä/VERB/0/root/{INFINITIVE}"
        " Betalle/Beta/PROPN/3/obl/Case=All",
        ["laiva | pitäisi myydä | Betalle [Required]"],
    ),
    "a relative pronoun as predicate": (
        f"Kylä/kylä/NOUN/7/nsubj/Case=Nom ,/,/PUNCT/3/punct jossa/joka/PRON/1/acl:relcl/Case=Ine|{WHICH}"
        f" on/olla/AUX/3/cop/{ACTIVE} satama/satama/NOUN/3/nsubj:cop/Case=Nom ,/,/PUNCT/3/punct"
        f" kasvattaa/kasvattaa/VERB/0/root/{ACTIVE} viljaa/vilja/NOUN/7/obj/Case=Par",
        ["Kylä | kasvattaa | viljaa", "satama | on | Kylä"],
    ),
    "who owns things, by a relative pronoun": (
        f"Acme/Acme/PROPN/7/nsubj/Case=Nom ,/,/PUNCT/3/punct jolla/joka/PRON/1/acl:relcl/Case=Ade|{WHICH}"
        f" on/olla/AUX/3/cop/{ACTIVE} laivoja/laiva/NOUN/3/nsubj:cop/Case=Par ,/,/PUNCT/3/punct"
        f" myy/myydä/VERB/0/root/{ACTIVE} viljaa/vilja/NOUN/7/obj/Case=Par",
        ["Acme | myy | viljaa", "Acme | on | laivoja"],
    ),
    "whose, in a slot": (
        f"Acme/Acme/PROPN/8/nsubj/Case=Nom ,/,/PUNCT/5/punct jonka/joka/PRON/4/nmod:poss/Case=Gen|{WHICH}"
        f" johtajana/johtaja/NOUN/5/obl/Case=Ess toimii/toimia/VERB/1/acl:relcl/{ACTIVE}"
        f" Liisa/Liisa/PROPN/5/nsubj/Case=Nom ,/,/PUNCT/5/punct myy/myydä/VERB/0/root/{ACTIVE}"
        " viljaa/vilja/NOUN/8/obj/Case=Par",
        ["Acme | myy | viljaa", "Liisa | toimii | Acme johtajana"],
    ),
    "the title of a source": (
        "johtaja/johtaja/NOUN/2/compound:nn/Case=Nom Liisan/Liisa/PROPN/5/obl/Case=Gen mukaan/mukaan/ADP/2/case"
        f" Acme/Acme/PROPN/5/nsubj/Case=Nom myy/myydä/VERB/0/root/{ACTIVE} viljaa/vilja/NOUN/5/obj/Case=Par",
        ["Liisan | on | johtaja", "Acme | myy | viljaa [says Liisan]"],
    ),
    "a pronoun that announces a clause stands in no slot": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom näki/nähdä/VERB/0/root/{ACTIVE} merkkejä/merkki/NOUN/2/obj/Case=Par"
        f" siitä/se/PRON/3/nmod/{IT} ,/,/PUNCT/8/punct että/että/SCONJ/8/mark Acme/Acme/PROPN/8/nsubj/Case=Nom"
        f" myy/myydä/VERB/4/ccomp/{ACTIVE} laivan/laiva/NOUN/8/obj/Case=Gen",
        ["Liisa | näki | merkkejä", "Acme | myy | laivan"],
    ),
    "a verb's form behind its noun as adposition": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom säästi/säästää/VERB/0/root/{ACTIVE} rahaa/raha/NOUN/2/obj/Case=Par"
        " vuoden/vuosi/NOUN/5/nsubj/Case=Gen kuluessa/kulua/VERB/2/advcl/Case=Ine|InfForm=2|VerbForm=Inf",
        ["Acme | säästi | rahaa | vuoden kuluessa"],
    ),
    "a verb's form before its noun as adposition": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/2/obj/Case=Gen"
        " johtuen/johtua/VERB/2/advcl/Case=Ins|InfForm=2|VerbForm=Inf velasta/velka/NOUN/4/obl/Case=Ela",
        ["Acme | myi | laivan | johtuen velasta"],
    ),
    "how something is done, by whom is not said": (
        f"Acme/Acme/PROPN/3/obj/Case=Nom voidaan/voida/AUX/3/aux/{PASSIVE} pelastaa/pelastaa/VERB/0/root/{INFINITIVE}"
        f" Oulussa/Oulu/PROPN/3/obl/Case=Ine myymällä/myydä/VERB/3/advcl/{MANNER} talo/talo/NOUN/5/obj/Case=Nom",
        ["Acme | voidaan pelastaa | Oulussa [Possible]"],
    ),
    "who is given leave to do something does it": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom antoi/antaa/VERB/0/root/{ACTIVE} Matille/Matti/PROPN/2/obl/Case=All"
        f" luvan/lupa/NOUN/2/obj/Case=Gen myydä/myydä/VERB/4/acl/{INFINITIVE} laivan/laiva/NOUN/5/obj/Case=Gen",
        ["Liisa | antoi | luvan | Matille", "Matille | myydä | laivan [Planned]"],
    ),
    "who gives leave to do something does not do it": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom antoi/antaa/VERB/0/root/{ACTIVE}"
        f" luvan/lupa/NOUN/2/obj/Case=Gen myydä/myydä/VERB/3/acl/{INFINITIVE} laivan/laiva/NOUN/4/obj/Case=Gen",
        ["Liisa | antoi | luvan"],
    ),
    "what it is about is no predicate": (
        f"Kyseessä/kyse/NOUN/0/root/Case=Ine on/olla/AUX/1/cop/{ACTIVE} satama/satama/NOUN/1/nsubj:cop/Case=Nom",
        [],
    ),
    "from whom one gets something": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom sai/saada/VERB/0/root/{ACTIVE} rahaa/raha/NOUN/2/obj/Case=Par"
        " Betalta/Beta/PROPN/3/nmod/Case=Abl",
        ["Acme | sai | rahaa | Betalta"],
    ),
    "when, behind an object": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/2/obj/Case=Gen"
        " maaliskuussa/maaliskuu/NOUN/3/nmod/Case=Ine",
        ["Acme | myi | laivan | maaliskuussa"],
    ),
    "a negation and a source that hang on the place before them": (
        "Oulussa/Oulu/PROPN/5/obl/Case=Ine ei/ei/AUX/1/aux/Polarity=Neg Betan/Beta/PROPN/1/obl/Case=Gen"
        " mukaan/mukaan/ADP/3/case ole/olla/VERB/0/root/Connegative=Yes|VerbForm=Fin"
        " rahaa/raha/NOUN/5/nsubj/Case=Par",
        ["rahaa | ei ole | Oulussa [not, says Betan]"],
    ),
    "an adverb without which the verb would mislead": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom sai/saada/VERB/0/root/{ACTIVE} varkaan/varas/NOUN/2/obj/Case=Gen"
        " kiinni/kiinni/ADV/2/advmod",
        ["Liisa | sai kiinni | varkaan"],
    ),
    "after what something is done is no source": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom rakensi/rakentaa/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/2/obj/Case=Gen"
        " Liisan/Liisa/PROPN/5/nmod:poss/Case=Gen piirustusten/piirustus/NOUN/2/obl/Case=Gen mukaan/mukaan/ADP/5/case",
        ["Acme | rakensi | laivan | Liisan piirustusten mukaan"],
    ),
    "a copula that hangs on the subject": (
        f"Oulussa/Oulu/PROPN/0/root/Case=Ine ,/,/PUNCT/5/punct jossa/joka/PRON/5/obl/Case=Ine|{WHICH}"
        f" Liisa/Liisa/PROPN/5/nsubj/Case=Nom asuu/asua/VERB/1/acl:relcl/{ACTIVE} ,/,/PUNCT/5/punct"
        f" on/olla/AUX/8/cop/{ACTIVE} satama/satama/NOUN/1/nsubj:cop/Case=Nom",
        ["Liisa | asuu | Oulussa", "satama | on | Oulussa"],
    ),
    "whose something is, by an agent participle": (
        f"Acme/Acme/PROPN/4/nsubj:cop/Case=Nom on/olla/AUX/4/cop/{ACTIVE} valtion/valtio/NOUN/4/nsubj/Case=Gen"
        " omistama/omistaa/VERB/0/root/Case=Nom|PartForm=Agt|VerbForm=Part|Voice=Act",
        ["Acme | on | valtion omistama"],
    ),
    "a genitive before an active verb is its object": (
        f"Laivan/laiva/NOUN/3/nsubj/Case=Gen on/olla/AUX/3/aux/{ACTIVE}"
        " rakentanut/rakentaa/VERB/0/root/Case=Nom|PartForm=Past|VerbForm=Part|Voice=Act"
        " Acme/Acme/PROPN/3/nsubj/Case=Nom",
        ["Acme | on rakentanut | Laivan"],
    ),
    "who else takes part, where it hangs on the subject": (
        "Betan/Beta/PROPN/3/nmod/Case=Gen lisäksi/lisäksi/ADP/1/case Acme/Acme/PROPN/4/nsubj/Case=Nom"
        f" myy/myydä/VERB/0/root/{ACTIVE} viljaa/vilja/NOUN/4/obj/Case=Par",
        ["Betan | myy | viljaa", "Acme | myy | viljaa"],
    ),
    "what one does oneself, as an attribute of an object": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom esitteli/esitellä/VERB/0/root/{ACTIVE}"
        " vetämäänsä/vetää/VERB/2/xcomp/Case=Par|PartForm=Agt|Person[psor]=3|VerbForm=Part|Voice=Act"
        " hanketta/hanke/NOUN/3/obj/Case=Par",
        ["Liisa | esitteli | hanketta", "Liisa | vetämäänsä | hanketta"],
    ),
    "what only announces a clause is no predicate": (
        f"Tulos/tulos/NOUN/3/nsubj:cop/Case=Nom on/olla/AUX/3/cop/{ACTIVE} siinä/se/PRON/0/root/Case=Ine"
        " ,/,/PUNCT/7/punct että/että/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj/Case=Nom"
        f" myy/myydä/VERB/3/ccomp/{ACTIVE} laivan/laiva/NOUN/7/obj/Case=Gen",
        ["Acme | myy | laivan"],
    ),
    "a phrase with a postposition before the subject is the verb's": (
        "Sodan/sota/NOUN/3/nmod/Case=Gen jälkeen/jälkeen/ADP/1/case Acme/Acme/PROPN/4/nsubj/Case=Nom"
        f" myi/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/4/obj/Case=Gen",
        ["Acme | myi | laivan | Sodan jälkeen"],
    ),
    "where, behind when": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/2/obj/Case=Gen"
        " aamulla/aamu/NOUN/2/obl/Case=Ade Oulussa/Oulu/PROPN/4/nmod/Case=Ine",
        ["Acme | myi | laivan | aamulla | Oulussa"],
    ),
    "a place is no subject": (
        "Oulussa/Oulu/PROPN/3/nsubj/Case=Ine on/olla/AUX/3/aux"
        f" varattava/varata/VERB/0/root/{TO_BE_DONE} rahat/raha/NOUN/3/obj/Case=Nom",
        ["rahat | on varattava | Oulussa [Required]"],
    ),
    "a name that ends as a genitive does is a subject": (
        f"Amazon/Amazon/PROPN/2/obl/Case=Gen avaa/avata/VERB/0/root/{ACTIVE}"
        " kaupan/kauppa/NOUN/2/obj/Case=Gen Ouluun/Oulu/PROPN/2/obl/Case=Ill",
        ["Amazon | avaa | kaupan | Ouluun"],
    ),
    "a relative pronoun that means the clause": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/2/obj/Case=Gen"
        f" ,/,/PUNCT/6/punct mikä/mikä/PRON/6/nsubj/Case=Nom|{WHICH} yllätti/yllättää/VERB/3/acl:relcl/{ACTIVE}"
        " Liisan/Liisa/PROPN/6/obj/Case=Gen",
        ["Acme | myi | laivan", "mikä | yllätti | Liisan"],
    ),
    "a relative pronoun that only gives a reason": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom myi/myydä/VERB/0/root/{ACTIVE} laivan/laiva/NOUN/2/obj/Case=Gen"
        f" ,/,/PUNCT/8/punct minkä/mikä/PRON/8/obl/Case=Gen|{WHICH} vuoksi/vuoksi/ADP/5/case"
        f" Liisa/Liisa/PROPN/8/nsubj/Case=Nom jätti/jättää/VERB/3/acl:relcl/{ACTIVE}"
        " Oulun/Oulu/PROPN/8/obj/Case=Gen",
        ["Acme | myi | laivan", "Liisa | jätti | Oulun"],
    ),
    "what nobody in particular does beside": (
        f"Acme/Acme/PROPN/2/nsubj/Case=Nom kasvoi/kasvaa/VERB/0/root/{ACTIVE} ja/ja/CCONJ/4/cc"
        f" siirryttiin/siirtyä/VERB/2/conj/{PASSIVE} Ouluun/Oulu/PROPN/4/obl/Case=Ill",
        ["Acme | kasvoi"],
    ),
    "that-clauses with a negation in their mark": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom sai/saada/VERB/0/root/{ACTIVE} merkin/merkki/NOUN/2/obj/Case=Gen"
        " siitä/se/PRON/3/nmod/Case=Ela ,/,/PUNCT/9/punct ett/että/SCONJ/9/mark +ei/ei/AUX/9/aux/Polarity=Neg"
        " Acme/Acme/PROPN/9/nsubj/Case=Nom myy/myydä/VERB/4/ccomp/Connegative=Yes|VerbForm=Fin"
        " laivaa/laiva/NOUN/9/obj/Case=Par",
        ["Liisa | sai | merkin", "Acme | ei myy | laivaa [not]"],
    ),
    "of when something is the first or last": (
        f"Acme/Acme/PROPN/4/nsubj:cop/Case=Nom oli/olla/AUX/4/cop/{ACTIVE} kauden/kausi/NOUN/4/nmod:poss/Case=Gen"
        " viimeinen/viimeinen/ADJ/0/root/Case=Nom",
        ["Acme | oli | kauden viimeinen"],
    ),
    "what one is not allowed to do": (
        "Laivoja/laiva/NOUN/4/obj/Case=Par ei/ei/AUX/3/aux/Person=3|Polarity=Neg"
        " saa/saada/VERB/0/root/Connegative=Yes|VerbForm=Fin"
        f" myydä/myydä/VERB/3/xcomp/{INFINITIVE} Oulussa/Oulu/PROPN/4/obl/Case=Ine",
        ["Laivoja | ei saa myydä | Oulussa [not]"],
    ),
    "what one is allowed to do": (
        "Laivoja/laiva/NOUN/3/obj/Case=Par saa/saada/VERB/0/root/Person=0|VerbForm=Fin|Voice=Act"
        f" myydä/myydä/VERB/2/xcomp/{INFINITIVE} Oulussa/Oulu/PROPN/3/obl/Case=Ine",
        ["Laivoja | saa myydä | Oulussa"],
    ),
    "a copula that hangs on an infinitive": (
        f"Tarkoitus/tarkoitus/NOUN/0/root/Case=Nom on/olla/AUX/3/cop/{ACTIVE}"
        f" myydä/myydä/VERB/1/csubj:cop/{INFINITIVE} laiva/laiva/NOUN/3/obj/Case=Nom",
        ["myydä laiva | on | Tarkoitus"],
    ),
    "where somebody comes from is not what becomes something": (
        "Acmesta/Acme/PROPN/4/obl/Case=Ela Liisa/Liisa/PROPN/4/nsubj/Case=Nom ei/ei/AUX/4/aux/Polarity=Neg"
        " tule/tulla/VERB/0/root/Connegative=Yes|VerbForm=Fin Ouluun/Oulu/PROPN/4/obl/Case=Ill",
        ["Liisa | ei tule | Ouluun | Acmesta [not]"],
    ),
    "what only lets a clause be is no fact": (
        f"Tieto/tieto/NOUN/2/nsubj/Case=Nom mahdollistaa/mahdollistaa/VERB/0/root/{ACTIVE} sen/se/PRON/2/obj/Case=Gen"
        " ,/,/PUNCT/7/punct että/että/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj/Case=Nom"
        f" myy/myydä/VERB/3/acl/{ACTIVE} laivan/laiva/NOUN/7/obj/Case=Gen",
        ["Acme | myy | laivan"],
    ),
    "only whom the adposition governs takes part beside": (
        f"Toimistoja/toimisto/NOUN/2/nsubj/Case=Par on/olla/VERB/0/root/{ACTIVE} Acmen/Acme/PROPN/2/obl/Case=Gen"
        " ohella/ohella/ADP/3/case Betalla/Beta/PROPN/3/conj/Case=Ade",
        ["Toimistoja | on"],
    ),
    "what somebody puts forward is a claim": (
        f"Liisa/Liisa/PROPN/2/nsubj/Case=Nom esitti/esittää/VERB/0/root/{ACTIVE} ,/,/PUNCT/6/punct"
        f" että/että/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj/Case=Nom myy/myydä/VERB/2/ccomp/{ACTIVE}"
        " laivan/laiva/NOUN/6/obj/Case=Gen",
        ["Acme | myy | laivan [says Liisa]"],
    ),
    "a quotation inside a slot is closed": (
        f"Liisa/Liisa/PROPN/6/nsubj:cop/Case=Nom on/olla/AUX/6/cop/{ACTIVE} uusi/uusi/ADJ/6/amod ”/”/PUNCT/6/punct"
        " +vapaa/vapaa/ADJ/6/amod pelaaja/pelaaja/NOUN/0/root/Case=Nom +”/”/PUNCT/6/punct",
        ["Liisa | on | uusi ”vapaa pelaaja”"],
    ),
}


@pytest.mark.parametrize(("row", "expected"), CASES.values(), ids=CASES)
def test_finnish_says_so(row: str, expected: list[str]) -> None:
    assert sorted(shown(extraction_of(row_tree(row, lang="fi")))) == sorted(expected)

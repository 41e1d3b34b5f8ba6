"""What completes verbs, adjectives and nouns: who does it, whether it is so, and what of it is no fact at all."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

_PRESENT = "Tense=Pres|VerbForm=Part"
_PAST = "Tense=Past|VerbForm=Part"

#: Gerunds behind adpositions.
GERUNDS = {
    "of an adjective": (
        "Acme/Acme/PROPN/3/nsubj is/be/AUX/3/cop responsible/responsible/ADJ/0/root for/for/SCONJ/5/mark"
        f" cleaning/clean/VERB/3/advcl/{_PRESENT} Oslo/Oslo/PROPN/5/obj",
        ["Acme | is responsible for cleaning | Oslo"],
    ),
    "of a verb": (
        "Ann/Ann/PROPN/2/nsubj succeeded/succeed/VERB/0/root in/in/SCONJ/4/mark"
        f" selling/sell/VERB/2/advcl/{_PRESENT} ships/ship/NOUN/4/obj",
        ["Ann | succeeded in selling | ships"],
    ),
    "of an adjective that a verb says of its subject": (
        "Acme/Acme/PROPN/2/nsubj seems/seem/VERB/0/root hesitant/hesitant/ADJ/2/xcomp about/about/SCONJ/5/mark"
        f" selling/sell/VERB/3/advcl/{_PRESENT} Beta/Beta/PROPN/5/obj",
        ["Acme | seems hesitant about selling | Beta [Possible]"],
    ),
    "and infinitives of such an adjective": (
        "Ann/Ann/PROPN/2/nsubj proved/prove/VERB/0/root unable/unable/ADJ/2/xcomp to/to/PART/5/mark"
        " sell/sell/VERB/3/xcomp/VerbForm=Inf Beta/Beta/PROPN/5/obj",
        ["Ann | proved unable to sell | Beta"],
    ),
    "as predicate": (
        "Life/life/NOUN/4/nsubj:outer is/be/AUX/4/cop about/about/SCONJ/4/mark"
        f" selling/sell/VERB/0/root/{_PRESENT} ships/ship/NOUN/4/obj",
        ["Life | is | about selling ships"],
    ),
    "as subject, with another": (
        "Owning/own/VERB/4/csubj/VerbForm=Ger and/and/CCONJ/3/cc selling/sell/VERB/1/conj/VerbForm=Ger"
        " costs/cost/VERB/0/root money/money/NOUN/4/obj",
        ["Owning and selling | costs | money"],
    ),
    "of what is vital says what is so": (
        "Ships/ship/NOUN/3/nsubj are/be/AUX/3/cop vital/vital/ADJ/0/root to/to/SCONJ/5/mark"
        f" selling/sell/VERB/3/advcl/{_PRESENT} trains/train/NOUN/5/obj",
        ["Ships | are vital to selling | trains"],
    ),
    "of thinking is no claim": (
        "Ann/Ann/PROPN/2/nsubj thinks/think/VERB/0/root about/about/SCONJ/4/mark"
        f" selling/sell/VERB/2/advcl/{_PRESENT} ships/ship/NOUN/4/obj",
        ["Ann | thinks about selling | ships"],
    ),
    "of means is a clause of its own": (
        "Acme/Acme/PROPN/2/nsubj grew/grow/VERB/0/root by/by/SCONJ/4/mark"
        f" selling/sell/VERB/2/advcl/{_PRESENT} ships/ship/NOUN/4/obj",
        ["Acme | grew", "Acme | selling | ships"],
    ),
    "of a noun stands in its slot": (
        "Ann/Ann/PROPN/2/nsubj knows/know/VERB/0/root ways/way/NOUN/2/obj of/of/SCONJ/5/mark"
        f" cleaning/clean/VERB/3/acl/{_PRESENT} ships/ship/NOUN/5/obj",
        ["Ann | knows | ways of cleaning ships", "Ann | cleaning | ships [Possible]"],
    ),
    "of a noun is not what that does": (
        "Ann/Ann/PROPN/2/nsubj sold/sell/VERB/0/root machines/machine/NOUN/2/obj for/for/SCONJ/5/mark"
        f" cleaning/clean/VERB/3/acl/{_PRESENT} ships/ship/NOUN/5/obj",
        ["Ann | sold | machines", "Ann | cleaning | ships [Possible]"],
    ),
    "of an adjective behind its noun is no fact": (
        "Acme/Acme/PROPN/2/nsubj hired/hire/VERB/0/root people/people/NOUN/2/obj interested/interested/ADJ/3/amod"
        f" in/in/SCONJ/6/mark selling/sell/VERB/4/advcl/{_PRESENT} ships/ship/NOUN/6/obj",
        ["Acme | hired | people"],
    ),
}

#: Infinitives: who shall do what they tell.
INFINITIVES = {
    "an adjective behind its noun tells of that": (
        "Ann/Ann/PROPN/2/nsubj has/have/VERB/0/root ships/ship/NOUN/2/obj big/big/ADJ/3/amod enough/enough/ADV/4/advmod"
        " to/to/PART/7/mark carry/carry/VERB/4/advcl/VerbForm=Inf trains/train/NOUN/7/obj",
        ["Ann | has | ships", "ships | to carry | trains [Planned]"],
    ),
    "for introduces who is to do it": (
        "Ann/Ann/PROPN/2/nsubj waited/wait/VERB/0/root for/for/SCONJ/6/mark Bob/Bob/PROPN/6/nsubj to/to/PART/6/mark"
        " leave/leave/VERB/2/advcl/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        ["Ann | waited", "Bob | to leave | Acme [Planned]"],
    ),
    "an object that hangs above does it": (
        "Ann/Ann/PROPN/2/nsubj empowered/empower/VERB/0/root teams/team/NOUN/2/obj/Number=Plur to/to/PART/5/mark"
        " leave/leave/VERB/3/acl/VerbForm=Inf Oslo/Oslo/PROPN/5/obj",
        ["Ann | empowered | teams", "teams | to leave | Oslo [Planned]"],
    ),
    "who is given a right may do it": (
        "Ann/Ann/PROPN/2/nsubj gave/give/VERB/0/root Bob/Bob/PROPN/2/iobj a/a/DET/5/det right/right/NOUN/2/obj"
        " to/to/PART/7/mark leave/leave/VERB/5/acl/VerbForm=Inf Oslo/Oslo/PROPN/7/obj",
        ["Ann | gave | right | Bob", "Bob | to leave | Oslo [Planned]"],
    ),
    "for whom a noun is, who may do it": (
        "Ann/Ann/PROPN/2/nsubj sees/see/VERB/0/root ways/way/NOUN/2/obj for/for/ADP/5/case Bob/Bob/PROPN/3/nmod"
        " to/to/PART/7/mark leave/leave/VERB/3/acl/VerbForm=Inf Oslo/Oslo/PROPN/7/obj",
        ["Ann | sees | ways for Bob", "Bob | to leave | Oslo [Planned]"],
    ),
    "a place does nothing": (
        "Oslo/Oslo/PROPN/4/nsubj is/be/AUX/4/cop a/a/DET/4/det place/place/NOUN/0/root to/to/PART/6/mark"
        " buy/buy/VERB/4/acl/VerbForm=Inf ships/ship/NOUN/6/obj",
        ["Oslo | is | place"],
    ),
    "what is made impossible has no doer": (
        "Ann/Ann/PROPN/2/nsubj made/make/VERB/0/root ships/ship/NOUN/2/obj impossible/impossible/ADJ/2/xcomp"
        " to/to/PART/6/mark sell/sell/VERB/4/xcomp/VerbForm=Inf in/in/ADP/8/case Oslo/Oslo/PROPN/6/obl",
        ["Ann | made | ships | impossible"],
    ),
    "who is told of a decision does not decide": (
        "Ann/Ann/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass told/tell/VERB/0/root of/of/ADP/5/case"
        " plans/plan/NOUN/3/obl to/to/PART/7/mark leave/leave/VERB/5/acl/VerbForm=Inf Oslo/Oslo/PROPN/7/obj",
        ["Ann | was told | of plans"],
    ),
    "a cause needs its effect": (
        "Ann/Ann/PROPN/2/nsubj made/make/VERB/0/root Bob/Bob/PROPN/2/obj"
        " leave/leave/VERB/2/xcomp/VerbForm=Inf Acme/Acme/PROPN/4/obj",
        ["Bob | leave | Acme"],
    ),
}

#: Clauses with "that", by what governs them.
CONTENT = {
    "what is likely is possible": (
        "It/it/PRON/3/expl is/be/AUX/3/cop likely/likely/ADJ/0/root that/that/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj"
        " sold/sell/VERB/3/ccomp Beta/Beta/PROPN/6/obj",
        ["Acme | sold | Beta [Possible]"],
    ),
    "who is likely to do something may do it": (
        "Acme/Acme/PROPN/3/nsubj is/be/AUX/3/cop likely/likely/ADJ/0/root to/to/PART/5/mark"
        " sell/sell/VERB/3/xcomp/VerbForm=Inf Beta/Beta/PROPN/5/obj",
        ["Acme | is likely to sell | Beta [Possible]"],
    ),
    "what is made likely is possible": (
        "Ann/Ann/PROPN/2/nsubj made/make/VERB/0/root it/it/PRON/2/expl likely/likely/ADJ/2/xcomp that/that/SCONJ/7/mark"
        " Acme/Acme/PROPN/7/nsubj sold/sell/VERB/4/ccomp Beta/Beta/PROPN/7/obj",
        ["Acme | sold | Beta [Possible]"],
    ),
    "what is known is so": (
        "It/it/PRON/3/expl is/be/AUX/3/aux:pass known/know/VERB/0/root that/that/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj"
        " sold/sell/VERB/3/csubj:pass Beta/Beta/PROPN/6/obj",
        ["Acme | sold | Beta"],
    ),
    "what one is known to do one does": (
        f"Acme/Acme/PROPN/3/nsubj:pass is/be/AUX/3/aux:pass known/know/VERB/0/root/{_PAST} to/to/PART/5/mark"
        " sell/sell/VERB/3/xcomp/VerbForm=Inf ships/ship/NOUN/5/obj",
        ["Acme | is known to sell | ships"],
    ),
    "who is sure of something says so": (
        "Ann/Ann/PROPN/3/nsubj is/be/AUX/3/cop sure/sure/ADJ/0/root that/that/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj"
        " sold/sell/VERB/3/ccomp Beta/Beta/PROPN/6/obj",
        ["Acme | sold | Beta [says Ann]"],
    ),
}

#: Verbs that are not so, not yet, or only as much as one beside them.
STATUS = {
    "what is considered is no plan": (
        "Ann/Ann/PROPN/2/nsubj considered/consider/VERB/0/root that/that/SCONJ/5/mark Bob/Bob/PROPN/5/nsubj"
        " sold/sell/VERB/2/ccomp Acme/Acme/PROPN/5/obj",
        ["Bob | sold | Acme [says Ann]"],
    ),
    "is to be": (
        "Ann/Ann/PROPN/6/nsubj is/be/AUX/6/cop to/to/PART/6/mark be/be/AUX/6/cop a/a/DET/6/det"
        " leader/leader/NOUN/0/root",
        ["Ann | is to be | leader [Planned]"],
    ),
    "a noun for somebody to do": (
        "Ann/Ann/PROPN/2/nsubj sees/see/VERB/0/root chances/chance/NOUN/2/obj for/for/SCONJ/7/mark"
        " Bob/Bob/PROPN/7/nsubj to/to/PART/7/mark leave/leave/VERB/3/acl/VerbForm=Inf Oslo/Oslo/PROPN/7/obj",
        ["Ann | sees | chances", "Bob | to leave | Oslo [Planned]"],
    ),
    "has yet to": (
        "Ann/Ann/PROPN/2/nsubj has/have/VERB/0/root yet/yet/ADV/2/advmod to/to/PART/5/mark"
        " leave/leave/VERB/2/xcomp/VerbForm=Inf Acme/Acme/PROPN/5/obj",
        ["Ann | has yet to leave | Acme [not]"],
    ),
    "a base form shares the auxiliary": (
        "They/they/PRON/3/nsubj would/would/AUX/3/aux hire/hire/VERB/0/root/VerbForm=Inf Ann/Ann/PROPN/3/obj"
        " and/and/CCONJ/6/cc sell/sell/VERB/3/conj/VerbForm=Fin ships/ship/NOUN/6/obj",
        ["They | would hire | Ann [Possible]", "They | would sell | ships [Possible]"],
    ),
    "a finite copula shares no plan": (
        "Ann/Ann/PROPN/2/nsubj planned/plan/VERB/0/root to/to/PART/4/mark sell/sell/VERB/2/xcomp/VerbForm=Inf"
        " ships/ship/NOUN/4/obj but/but/CCONJ/8/cc was/be/AUX/8/cop/VerbForm=Fin vague/vague/ADJ/2/conj",
        ["Ann | planned to sell | ships [Planned]", "Ann | was | vague"],
    ),
    "a verb for another says nothing": (
        "Ann/Ann/PROPN/2/nsubj sold/sell/VERB/0/root ships/ship/NOUN/2/obj as/as/SCONJ/6/mark Bob/Bob/PROPN/6/nsubj"
        " did/do/VERB/2/advcl",
        ["Ann | sold | ships"],
    ),
}

#: Words beside a clause or a name that add no fact to it.
BESIDE = {
    "as with a participle": (
        f"As/as/SCONJ/2/mark shown/show/VERB/6/advcl/{_PAST} in/in/ADP/4/case Oslo/Oslo/PROPN/2/obl"
        " Acme/Acme/PROPN/6/nsubj sold/sell/VERB/0/root ships/ship/NOUN/6/obj",
        ["Acme | sold | ships"],
    ),
    "a comparison by a participle": (
        f"Acme/Acme/PROPN/2/nsubj sold/sell/VERB/0/root ships/ship/NOUN/2/obj compared/compare/VERB/2/advcl/{_PAST}"
        " with/with/ADP/6/case Beta/Beta/PROPN/4/obl",
        ["Acme | sold | ships"],
    ),
    "a reference in brackets": (
        "Acme/Acme/PROPN/7/nsubj (/(/PUNCT/3/punct Lee/Lee/PROPN/1/appos ,/,/PUNCT/5/punct 1980/1980/NUM/3/nmod"
        " )/)/PUNCT/3/punct sold/sell/VERB/0/root ships/ship/NOUN/7/obj",
        ["Acme | sold | ships"],
    ),
    "a figure in brackets": (
        "Acme/Acme/PROPN/5/nsubj (/(/PUNCT/3/punct Figure/figure/PROPN/1/appos )/)/PUNCT/3/punct"
        " sold/sell/VERB/0/root ships/ship/NOUN/5/obj",
        ["Acme | sold | ships"],
    ),
    "a way that the clause behind it tells": (
        "Ships/ship/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass built/build/VERB/0/root in/in/ADP/6/case the/the/DET/6/det"
        " way/way/NOUN/3/obl that/that/PRON/10/obj/PronType=Rel trains/train/NOUN/10/nsubj:pass"
        " were/be/AUX/10/aux:pass sold/sell/VERB/6/acl:relcl in/in/ADP/12/case Oslo/Oslo/PROPN/10/obl",
        ["Ships | were built", "trains | were sold | in Oslo"],
    ),
    "what is left out below what is said": (
        "Bob/Bob/PROPN/2/nsubj owns/own/VERB/0/root ships/ship/NOUN/2/obj Ann/Ann/PROPN/5/nsubj"
        " told/tell/VERB/3/acl:relcl Oslo/Oslo/PROPN/5/iobj they/they/PRON/8/nsubj sold/sell/VERB/5/ccomp",
        ["Bob | owns | ships", "Ann | told | they sold | Oslo", "they | sold [says Ann]"],
    ),
    "others are of no kind": (
        "Ann/Ann/PROPN/2/nsubj backs/back/VERB/0/root others/other/PRON/2/obj including/include/VERB/5/case"
        " Acme/Acme/PROPN/3/nmod",
        ["Ann | backs | others"],
    ),
    "what an amount is paid for": (
        "Acme/Acme/PROPN/2/nsubj paid/pay/VERB/0/root 20/20/NUM/4/nummod dollars/dollar/NOUN/2/obj a/a/DET/6/det"
        " share/share/NOUN/4/appos",
        ["Acme | paid | 20 dollars a share"],
    ),
    "what stands in front tells what the name is": (
        "A/a/DET/2/det lawyer/lawyer/NOUN/5/nsubj ,/,/PUNCT/4/punct Ann/Ann/PROPN/2/appos leads/lead/VERB/0/root"
        " Acme/Acme/PROPN/5/obj",
        ["Ann | leads | Acme", "Ann | is | lawyer"],
    ),
    "what stands in front tells what it is": (
        "A/a/DET/2/det town/town/NOUN/5/obl ,/,/PUNCT/2/punct it/it/PRON/5/nsubj grew/grow/VERB/0/root"
        " in/in/ADP/7/case Oslo/Oslo/PROPN/5/obl",
        ["it | grew | in Oslo", "it | is | town"],
    ),
    "a prefix of an adjective": (
        "Ann/Ann/PROPN/5/nsubj is/be/AUX/5/cop non/non/ADV/5/advmod +-/-/PUNCT/3/punct +toxic/toxic/ADJ/0/root",
        ["Ann | is | non-toxic"],
    ),
    "which of several a relative clause tells of": (
        "Ann/Ann/PROPN/2/nsubj sold/sell/VERB/0/root ships/ship/NOUN/2/obj all/all/DET/7/nsubj of/of/ADP/6/case"
        " which/which/PRON/4/nmod/PronType=Rel left/leave/VERB/3/acl:relcl Oslo/Oslo/PROPN/7/obj",
        ["Ann | sold | ships", "all of ships | left | Oslo"],
    ),
    "all cases are no aside": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root in/in/ADP/5/case all/all/DET/5/det cases/case/NOUN/2/obl",
        ["Ann | left | in all cases"],
    ),
    "a phrase is no subject beside one": (
        "Peace/peace/NOUN/8/nsubj in/in/ADP/3/case Oslo/Oslo/PROPN/1/nmod and/and/CCONJ/6/cc in/in/ADP/6/case"
        " Bergen/Bergen/PROPN/1/conj is/be/AUX/8/cop good/good/ADJ/0/root",
        ["Peace in Oslo | is | good"],
    ),
    "a name that its adposition stands before": (
        "Ann/Ann/PROPN/2/nsubj stopped/stop/VERB/0/root at/at/ADP/5/case Vinje/Vinje/PROPN/2/obl Bay/Bay/PROPN/2/obl",
        ["Ann | stopped | at Vinje Bay"],
    ),
    "what a part of one is": (
        "Ann/Ann/PROPN/2/nsubj sold/sell/VERB/0/root the/the/DET/4/det firm/firm/NOUN/2/obj/Number=Sing"
        " including/include/VERB/6/case ships/ship/NOUN/4/nmod",
        ["Ann | sold | firm"],
    ),
    "what an amount includes": (
        "Acme/Acme/PROPN/2/nsubj paid/pay/VERB/0/root 50/50/NUM/4/nummod dollars/dollar/NOUN/2/obj"
        " including/include/VERB/6/case taxes/tax/NOUN/4/nmod",
        ["Acme | paid | 50 dollars"],
    ),
}
CASES = GERUNDS | INFINITIVES | CONTENT | STATUS | BESIDE


@pytest.mark.parametrize(("row", "expected"), CASES.values(), ids=CASES)
def test_extraction_reads_complements(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected

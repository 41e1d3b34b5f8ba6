"""Constructions of running English text, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

#: What a sentence shows, to its row and its propositions.
CASES = {
    "a demonstrative is no relative pronoun": (
        "Acme/Acme/PROPN/2/nsubj backs/back/VERB/0/root a/a/DET/4/det firm/firm/NOUN/2/obj"
        " using/use/VERB/4/acl/VerbForm=Ger that/that/DET/7/det/PronType=Dem engine/engine/NOUN/5/obj",
        ["Acme | backs | firm", "firm | using | that engine"],
    ),
    "coordinated phrases have adpositions of their own": (
        "They/they/PRON/2/nsubj nest/nest/VERB/0/root in/in/ADP/4/case trees/tree/NOUN/2/obl"
        " or/or/CCONJ/7/cc under/under/ADP/7/case rocks/rock/NOUN/4/conj",
        ["They | nest | in trees | under rocks"],
    ),
    "coordinated predicates share their adposition": (
        "It/it/PRON/4/nsubj is/be/AUX/4/cop like/like/ADP/4/case Oslo/Oslo/PROPN/0/root"
        " and/and/CCONJ/6/cc Bergen/Bergen/PROPN/4/conj",
        ["It | is | like Oslo", "It | is | like Bergen"],
    ),
    "a clause beside that has what it finds is no source": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/2/obj ;/;/PUNCT/6/punct"
        " she/she/PRON/6/nsubj found/find/VERB/2/parataxis work/work/NOUN/6/obj",
        ["Ann | left | Acme", "she | found | work"],
    ),
    "a clause beside that tells somebody is a source": (
        "Acme/Acme/PROPN/2/nsubj left/leave/VERB/0/root Oslo/Oslo/PROPN/2/obj ,/,/PUNCT/6/punct"
        " Ann/Ann/PROPN/6/nsubj told/tell/VERB/2/parataxis reporters/reporter/NOUN/6/obj",
        ["Acme | left | Oslo [says Ann]", "Ann | told | reporters"],
    ),
    "what a reason shows is no claim": (
        "Acme/Acme/PROPN/2/nsubj left/leave/VERB/0/root Oslo/Oslo/PROPN/2/obj as/as/SCONJ/6/mark"
        " Beta/Beta/PROPN/6/nsubj showed/show/VERB/2/advcl growth/growth/NOUN/6/obj",
        ["Acme | left | Oslo", "Beta | showed | growth"],
    ),
    "without turns its clause around": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/2/obj without/without/SCONJ/5/mark"
        " leaving/leave/VERB/2/advcl/VerbForm=Ger traces/trace/NOUN/5/obj",
        ["Ann | left | Acme", "Ann | without leaving | traces [not]"],
    ),
    "a phrase beside is negative for itself": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/2/obj with/with/ADP/6/case"
        " no/no/DET/6/det money/money/NOUN/2/obl",
        ["Ann | left | Acme | with no money"],
    ),
    "a negative time negates the clause": (
        "At/at/ADP/3/case no/no/DET/3/det time/time/NOUN/6/obl did/do/AUX/6/aux Ann/Ann/PROPN/6/nsubj"
        " leave/leave/VERB/0/root Acme/Acme/PROPN/6/obj",
        ["Ann | did leave | Acme | at no time [not]"],
    ),
    "an auxiliary in front is a condition": (
        "Had/have/AUX/3/aux Ann/Ann/PROPN/3/nsubj left/leave/VERB/7/advcl Acme/Acme/PROPN/3/obj"
        " Bob/Bob/PROPN/7/nsubj had/have/AUX/7/aux followed/follow/VERB/0/root her/she/PRON/7/obj",
        ["Ann | Had left | Acme [Conditional]", "Bob | had followed | her [Conditional]"],
    ),
    "what seems is no fact": (
        "It/it/PRON/2/expl seems/seem/VERB/0/root like/like/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj"
        " owns/own/VERB/2/advcl Beta/Beta/PROPN/5/obj",
        ["Acme | owns | Beta [Possible]"],
    ),
    "a clause as predicate states its own fact": (
        "The/the/DET/2/det problem/problem/NOUN/6/nsubj:outer is/be/AUX/6/cop that/that/SCONJ/6/mark"
        " Ann/Ann/PROPN/6/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/6/obj",
        ["Ann | left | Acme"],
    ),
    "a theory that is a clause is no fact": (
        "The/the/DET/2/det theory/theory/NOUN/6/nsubj:outer is/be/AUX/6/cop that/that/SCONJ/6/mark"
        " Ann/Ann/PROPN/6/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/6/obj",
        ["Ann | left | Acme [Possible]"],
    ),
    "a question as predicate states nothing": (
        "The/the/DET/2/det problem/problem/NOUN/5/nsubj:outer is/be/AUX/5/cop"
        " who/who/PRON/5/nsubj/PronType=Int owns/own/VERB/0/root Acme/Acme/PROPN/5/obj",
        [],
    ),
    "the first to do something has done it": (
        "She/she/PRON/5/nsubj was/be/AUX/5/cop the/the/DET/5/det first/first/ADJ/5/amod/NumType=Ord"
        " woman/woman/NOUN/0/root to/to/PART/7/mark lead/lead/VERB/5/acl/VerbForm=Inf Acme/Acme/PROPN/7/obj",
        ["She | was | first woman", "first woman | to lead | Acme"],
    ),
    "a right to do something is none that has been done": (
        "Ann/Ann/PROPN/2/nsubj has/have/VERB/0/root the/the/DET/4/det right/right/NOUN/2/obj"
        " to/to/PART/6/mark leave/leave/VERB/4/acl/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        ["Ann | has | right", "Ann | to leave | Acme [Planned]"],
    ),
    "who is called on is who shall do it": (
        "Ann/Ann/PROPN/2/nsubj called/call/VERB/0/root on/on/ADP/4/case Bob/Bob/PROPN/2/obl"
        " to/to/PART/6/mark leave/leave/VERB/2/xcomp/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        ["Ann | called | on Bob", "Bob | to leave | Acme [Planned]"],
    ),
    "who is stopped from something does not do it": (
        "Ann/Ann/PROPN/2/nsubj stopped/stop/VERB/0/root Bob/Bob/PROPN/2/obj"
        " from/from/SCONJ/5/mark leaving/leave/VERB/2/advcl/VerbForm=Ger Acme/Acme/PROPN/5/obj",
        ["Ann | stopped | Bob", "Bob | leaving | Acme [not]"],
    ),
    "who is blamed for something is who did it": (
        "Ann/Ann/PROPN/2/nsubj blamed/blame/VERB/0/root Bob/Bob/PROPN/2/obj"
        " for/for/SCONJ/5/mark leaving/leave/VERB/2/advcl/VerbForm=Ger Acme/Acme/PROPN/5/obj",
        ["Ann | blamed | Bob", "Bob | leaving | Acme"],
    ),
    "a verb with nothing but a clause states nothing": (
        "It/it/PRON/2/nsubj emerged/emerge/VERB/0/root that/that/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj"
        " owns/own/VERB/2/ccomp Beta/Beta/PROPN/5/obj",
        ["Acme | owns | Beta"],
    ),
    "an auxiliary alone states nothing": (
        "Acme/Acme/PROPN/2/nsubj left/leave/VERB/0/root Oslo/Oslo/PROPN/2/obj but/but/CCONJ/6/cc"
        " Beta/Beta/PROPN/6/nsubj ca/can/AUX/2/conj n't/not/PART/6/advmod",
        ["Acme | left | Oslo"],
    ),
    "a phrase in front is none of the noun's": (
        "In/in/ADP/3/case your/you/PRON/3/nmod:poss trade/trade/NOUN/6/nmod ,/,/PUNCT/3/punct"
        " the/the/DET/6/det needs/need/NOUN/7/nsubj changed/change/VERB/0/root Acme/Acme/PROPN/7/obj",
        ["needs | changed | Acme"],
    ),
    "a name with a title leaves its genitive": (
        "President/president/PROPN/2/nmod:desc Ann/Ann/PROPN/4/nmod:poss 's/'s/PART/2/case plan/plan/NOUN/5/nsubj"
        " failed/fail/VERB/0/root",
        ["President Ann 's plan | failed", "Ann | is | President"],
    ),
    "examples share no adposition of their noun's": (
        "Ann/Ann/PROPN/2/nsubj fled/flee/VERB/0/root from/from/ADP/4/case firms/firm/NOUN/2/obl -/-/PUNCT/6/punct"
        " Acme/Acme/PROPN/4/appos and/and/CCONJ/8/cc Beta/Beta/PROPN/6/conj",
        ["Ann | fled | from firms", "Acme | is | firms", "Beta | is | firms"],
    ),
    "coordinated participles share the copula": (
        "Oslo/Oslo/PROPN/3/nsubj is/be/AUX/3/cop old/old/ADJ/0/root and/and/CCONJ/5/cc"
        " known/know/VERB/3/conj/VerbForm=Part for/for/ADP/7/case ships/ship/NOUN/5/obl",
        ["Oslo | is | old", "Oslo | is known | for ships"],
    ),
    "a predicate clause holds no relative clause": (
        "The/the/DET/2/det aim/aim/NOUN/5/nsubj is/be/AUX/5/cop to/to/PART/5/mark"
        " buy/buy/VERB/0/root/VerbForm=Inf firms/firm/NOUN/5/obj that/that/PRON/8/nsubj/PronType=Rel"
        " build/build/VERB/6/acl:relcl ships/ship/NOUN/8/obj",
        ["aim | is | buy firms", "firms | build | ships"],
    ),
    "an idiom stands as it is said": (
        "Ann/Ann/PROPN/2/nsubj took/take/VERB/0/root an/a/DET/5/det active/active/ADJ/5/amod part/part/NOUN/2/obj"
        " in/in/ADP/7/case trade/trade/NOUN/2/obl",
        ["Ann | took an active part | in trade"],
    ),
    "an idiom's noun is an object where nothing follows": (
        "Ann/Ann/PROPN/2/nsubj took/take/VERB/0/root an/a/DET/5/det active/active/ADJ/5/amod part/part/NOUN/2/obj",
        ["Ann | took | active part"],
    ),
    "a particle is of its verb": (
        "Ann/Ann/PROPN/2/nsubj came/come/VERB/0/root back/back/ADV/2/advmod from/from/ADP/5/case Oslo/Oslo/PROPN/2/obl",
        ["Ann | came back | from Oslo"],
    ),
    "an adverb that is no particle is left out": (
        "Ann/Ann/PROPN/2/nsubj came/come/VERB/0/root late/late/ADV/2/advmod from/from/ADP/5/case Oslo/Oslo/PROPN/2/obl",
        ["Ann | came | from Oslo"],
    ),
    "what is easy to use does not use": (
        "Acme/Acme/PROPN/3/nsubj is/be/AUX/3/cop easy/easy/ADJ/0/root to/to/PART/5/mark"
        " use/use/VERB/3/advcl/VerbForm=Inf in/in/ADP/7/case Oslo/Oslo/PROPN/5/obl",
        ["Acme | is | easy"],
    ),
    "an adposition of four words": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root as/as/ADP/5/case a/a/DET/5/det result/result/NOUN/2/obl"
        " of/of/ADP/7/case debts/debt/NOUN/5/nmod",
        ["Ann | left | as a result of debts"],
    ),
    "the year of a month stays with it": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root in/in/ADP/4/case November/November/PROPN/2/obl"
        " 1780/1780/NUM/4/nmod:unmarked",
        ["Ann | left | in November 1780"],
    ),
    "a name that nobody recognised keeps its attribute": (
        "Ann/Ann/PROPN/2/nsubj became/become/VERB/0/root Professor/Professor/PROPN/2/xcomp of/of/ADP/5/case"
        " Law/Law/PROPN/3/nmod",
        ["Ann | became | Professor of Law"],
    ),
    "a name inside a slot tells which one is meant": (
        "Ann/Ann/PROPN/2/nsubj had/have/VERB/0/root a/a/DET/4/det role/role/NOUN/2/obj in/in/ADP/7/case"
        " the/the/DET/7/det film/film/NOUN/4/nmod Dune/Dune/PROPN/7/appos",
        ["Ann | had | role in the film Dune", "Dune | is | film"],
    ),
    "examples deep in a slot are left out": (
        "They/they/PRON/2/nsubj saw/see/VERB/0/root parts/part/NOUN/2/obj of/of/ADP/5/case firms/firm/NOUN/3/nmod"
        " such/such/ADJ/8/case as/as/ADP/6/fixed Acme/Acme/PROPN/5/nmod",
        ["They | saw | parts of firms", "Acme | is | firms"],
    ),
    "an adposition without its noun is left out": (
        "Ann/Ann/PROPN/2/nsubj broke/break/VERB/0/root the/the/DET/4/det image/image/NOUN/2/obj of/of/ADP/4/nmod",
        ["Ann | broke | image"],
    ),
    "who has a plan is who shall do it": (
        "Bob/Bob/PROPN/2/nsubj saw/see/VERB/0/root Acme/Acme/PROPN/5/nmod:poss 's/'s/PART/3/case plan/plan/NOUN/2/obj"
        " to/to/PART/7/mark leave/leave/VERB/5/acl/VerbForm=Inf Oslo/Oslo/PROPN/7/obj",
        ["Bob | saw | Acme 's plan", "Acme | to leave | Oslo [Planned]"],
    ),
    "what is to be signed does not sign": (
        "Ann/Ann/PROPN/2/nsubj wrote/write/VERB/0/root a/a/DET/4/det letter/letter/NOUN/2/obj to/to/PART/7/mark"
        " be/be/AUX/7/aux:pass signed/sign/VERB/4/acl/VerbForm=Part by/by/ADP/9/case Bob/Bob/PROPN/7/obl:agent",
        ["Ann | wrote | letter", "letter | to be signed | by Bob [Planned]"],
    ),
    "an agreement to be bought is none that is bought": (
        "Acme/Acme/PROPN/2/nsubj signed/sign/VERB/0/root a/a/DET/4/det deal/deal/NOUN/2/obj to/to/PART/7/mark"
        " be/be/AUX/7/aux:pass bought/buy/VERB/4/acl/VerbForm=Part by/by/ADP/9/case Bob/Bob/PROPN/7/obl:agent",
        ["Acme | signed | deal", "Acme | to be bought | by Bob [Planned]"],
    ),
    "a risk does nothing by itself": (
        "Ann/Ann/PROPN/2/nsubj took/take/VERB/0/root the/the/DET/4/det risk/risk/NOUN/2/obj of/of/SCONJ/6/mark"
        " losing/lose/VERB/4/acl/VerbForm=Ger Acme/Acme/PROPN/6/obj",
        ["Ann | took | risk of losing Acme", "Ann | losing | Acme [Possible]"],
    ),
    "what a thing may be about is nobody's deed": (
        "Costs/cost/NOUN/2/nsubj raise/raise/VERB/0/root the/the/DET/4/det risk/risk/NOUN/2/obj of/of/SCONJ/6/mark"
        " losing/lose/VERB/4/acl/VerbForm=Ger Acme/Acme/PROPN/6/obj",
        ["Costs | raise | risk of losing Acme"],
    ),
    "who is forced to do something does it, and all who are": (
        "Acme/Acme/PROPN/2/nsubj forced/force/VERB/0/root Ann/Ann/PROPN/2/obj and/and/CCONJ/5/cc Bob/Bob/PROPN/3/conj"
        " to/to/PART/7/mark leave/leave/VERB/2/xcomp/VerbForm=Inf Oslo/Oslo/PROPN/7/obj",
        ["Acme | forced | Ann", "Acme | forced | Bob", "Ann | to leave | Oslo", "Bob | to leave | Oslo"],
    ),
    "who is told something does not say it": (
        "Ann/Ann/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass told/tell/VERB/0/root/VerbForm=Part|Voice=Pass"
        " that/that/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj owns/own/VERB/3/ccomp Beta/Beta/PROPN/6/obj",
        ["Acme | owns | Beta [Possible]"],
    ),
    "who hopes claims nothing": (
        "Ann/Ann/PROPN/2/nsubj hoped/hope/VERB/0/root to/to/PART/4/mark leave/leave/VERB/2/xcomp/VerbForm=Inf"
        " Acme/Acme/PROPN/4/obj",
        ["Ann | hoped to leave | Acme [Planned]"],
    ),
    "should in front is a condition": (
        "Should/should/AUX/3/aux Ann/Ann/PROPN/3/nsubj leave/leave/VERB/6/advcl Acme/Acme/PROPN/3/obj"
        " Bob/Bob/PROPN/6/nsubj follows/follow/VERB/0/root her/she/PRON/6/obj",
        ["Ann | Should leave | Acme [Conditional]", "Bob | follows | her [Conditional]"],
    ),
    "a finite verb beside an infinitive is a fact": (
        "Ann/Ann/PROPN/2/nsubj planned/plan/VERB/0/root to/to/PART/4/mark"
        " leave/leave/VERB/2/xcomp/VerbForm=Inf Acme/Acme/PROPN/4/obj but/but/CCONJ/7/cc"
        " joined/join/VERB/4/conj/VerbForm=Fin Beta/Beta/PROPN/7/obj",
        ["Ann | planned to leave | Acme [Planned]", "Ann | joined | Beta"],
    ),
    "what is left out before an infinitive is no object": (
        "Ann/Ann/PROPN/2/nsubj hired/hire/VERB/0/root Bob/Bob/PROPN/2/obj and/and/CCONJ/5/cc Carl/Carl/PROPN/2/conj"
        " to/to/PART/7/mark write/write/VERB/5/orphan/VerbForm=Inf",
        ["Ann | hired | Bob"],
    ),
    "why introduces a fact": (
        "That/that/PRON/3/nsubj is/be/AUX/3/cop why/why/ADV/0/root/PronType=Rel Ann/Ann/PROPN/5/nsubj"
        " left/leave/VERB/3/advcl:relcl Acme/Acme/PROPN/5/obj",
        ["Ann | left | Acme"],
    ),
    "what is left out between two phrases is the verb": (
        "Ann/Ann/PROPN/2/nsubj bought/buy/VERB/0/root apples/apple/NOUN/2/obj and/and/CCONJ/5/cc Bob/Bob/PROPN/3/conj"
        " pears/pear/NOUN/3/conj",
        ["Ann | bought | apples", "Bob | bought | pears"],
    ),
    "a number behind a name is what is left of a clause": (
        "Acme/Acme/PROPN/2/nsubj won/win/VERB/0/root three/three/NUM/4/nummod prizes/prize/NOUN/2/obj"
        " and/and/CCONJ/7/cc Beta/Beta/PROPN/7/compound two/two/NUM/4/conj",
        ["Acme | won | three prizes", "Beta | won | two"],
    ),
    "what there is in a place is there": (
        "There/there/PRON/2/expl is/be/VERB/0/root a/a/DET/4/det port/port/NOUN/2/nsubj in/in/ADP/6/case"
        " Oslo/Oslo/PROPN/4/nmod",
        ["port | is | in Oslo"],
    ),
    "what comes first in a cleft is the clause's": (
        "It/it/PRON/4/expl was/be/AUX/4/cop in/in/ADP/4/case Oslo/Oslo/PROPN/0/root that/that/PRON/7/obl"
        " Ann/Ann/PROPN/7/nsubj met/meet/VERB/4/advcl:relcl Bob/Bob/PROPN/7/obj",
        ["Ann | met | Bob | in Oslo"],
    ),
    "a time has the adverb that it measures": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/2/obj two/two/NUM/5/nummod"
        " days/day/NOUN/6/obl later/later/ADV/2/advmod",
        ["Ann | left | Acme | two days later"],
    ),
    "who is named not to have done it": (
        "Acme/Acme/PROPN/5/nsubj ,/,/PUNCT/4/punct not/not/PART/4/advmod Beta/Beta/PROPN/1/conj"
        " bought/buy/VERB/0/root Gamma/Gamma/PROPN/5/obj",
        ["Acme | bought | Gamma", "Beta | bought | Gamma [not]"],
    ),
    "not all do it": (
        "Not/not/PART/3/advmod all/all/DET/3/det members/member/NOUN/4/nsubj left/leave/VERB/0/root"
        " Acme/Acme/PROPN/4/obj",
        ["all members | left | Acme [not]"],
    ),
    "who is believed to be somewhere": (
        "Ann/Ann/PROPN/2/nsubj believes/believe/VERB/0/root Bob/Bob/PROPN/2/iobj to/to/PART/7/mark be/be/AUX/7/cop"
        " in/in/ADP/7/case Oslo/Oslo/PROPN/2/ccomp",
        ["Ann | believes | Bob", "Bob | to be | in Oslo [says Ann]"],
    ),
    "a noun between conjunction and verb is its subject": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root and/and/CCONJ/5/cc Bob/Bob/PROPN/2/conj"
        " joined/join/VERB/2/conj Acme/Acme/PROPN/5/obl in/in/ADP/8/case Oslo/Oslo/PROPN/5/obl",
        ["Ann | left", "Bob | joined | Acme | in Oslo"],
    ),
    "a measure stays with its adjective": (
        "Acme/Acme/PROPN/5/nsubj is/be/AUX/5/cop 300/300/NUM/4/nummod years/year/NOUN/5/obl old/old/ADJ/0/root",
        ["Acme | is | 300 years old"],
    ),
    "a measure stays with an adjective that needs more": (
        "Acme/Acme/PROPN/5/nsubj is/be/AUX/5/cop 5/5/NUM/4/nummod %/%/SYM/5/obl cheaper/cheap/ADJ/0/root"
        " than/than/ADP/7/case Beta/Beta/PROPN/5/obl",
        ["Acme | is 5 % cheaper | than Beta"],
    ),
    "who is somebody, and no clause": (
        "We/we/PRON/2/nsubj own/own/VERB/5/ccomp Beta/Beta/PROPN/2/obj ,/,/PUNCT/2/punct said/say/VERB/0/root"
        " Ann/Ann/PROPN/5/nsubj ,/,/PUNCT/9/punct who/who/PRON/9/nsubj/PronType=Rel"
        " leads/lead/VERB/2/advcl:relcl Acme/Acme/PROPN/9/obj",
        ["We | own | Beta [says Ann]", "Ann | leads | Acme"],
    ),
    "a direction says from where": (
        "Acme/Acme/PROPN/2/nsubj lies/lie/VERB/0/root north/north/ADV/2/advmod of/of/ADP/5/case Oslo/Oslo/PROPN/3/obl",
        ["Acme | lies | north of Oslo"],
    ),
    "a name beside a year is no time": (
        "Ann/Ann/PROPN/2/nsubj won/win/VERB/0/root Acme/Acme/PROPN/2/obj in/in/ADP/5/case 1903/1903/NUM/2/obl"
        " and/and/CCONJ/7/cc Beta/Beta/PROPN/5/conj",
        ["Ann | won | Acme | in 1903 | Beta"],
    ),
    "what is denied is not so, says who denies it": (
        "Acme/Acme/PROPN/2/nsubj denied/deny/VERB/0/root that/that/SCONJ/5/mark Ann/Ann/PROPN/5/nsubj"
        " owns/own/VERB/2/ccomp Beta/Beta/PROPN/5/obj",
        ["Ann | owns | Beta [not, says Acme]"],
    ),
    "what one is unable to do one does not": (
        "Unable/unable/ADJ/6/advcl to/to/PART/3/mark buy/buy/VERB/1/xcomp/VerbForm=Inf Beta/Beta/PROPN/3/obj"
        " Acme/Acme/PROPN/6/nsubj left/leave/VERB/0/root Oslo/Oslo/PROPN/6/obj",
        ["Acme | left | Oslo", "Acme | to buy | Beta [not]"],
    ),
    "a day and its month are one date": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root Acme/Acme/PROPN/2/obj on/on/ADP/5/case 1/1/NUM/2/obl"
        " January/January/PROPN/2/obl",
        ["Ann | left | Acme | on 1 January"],
    ),
    "an age is no part of a name": (
        "Ann/Ann/PROPN/5/nsubj ,/,/PUNCT/3/punct 45/45/NUM/1/nummod ,/,/PUNCT/1/punct left/leave/VERB/0/root"
        " Acme/Acme/PROPN/5/obj",
        ["Ann | left | Acme"],
    ),
    "an attribute behind a comma is told of its noun": (
        "The/the/DET/2/det region/region/NOUN/8/nsubj ,/,/PUNCT/4/punct rich/rich/ADJ/2/amod in/in/ADP/6/case"
        " ore/ore/NOUN/4/obl ,/,/PUNCT/2/punct drew/draw/VERB/0/root Acme/Acme/PROPN/8/obj",
        ["region | drew | Acme", "region | is | rich in ore"],
    ),
    "two subjects beside a copula are those of two clauses": (
        "The/the/DET/2/det reason/reason/NOUN/7/nsubj is/be/AUX/7/cop because/because/SCONJ/7/mark"
        " Acme/Acme/PROPN/7/nsubj has/have/AUX/7/aux left/leave/VERB/0/root Oslo/Oslo/PROPN/7/obj",
        ["Acme | has left | Oslo"],
    ),
    "the reason that something is so is no part of it": (
        "Ann/Ann/PROPN/2/nsubj knows/know/VERB/0/root the/the/DET/4/det reason/reason/NOUN/2/obj that/that/PRON/7/obl"
        " Bob/Bob/PROPN/7/nsubj left/leave/VERB/4/acl:relcl Acme/Acme/PROPN/7/obj",
        ["Ann | knows | reason", "Bob | left | Acme"],
    ),
    "who is told to note something is told a fact": (
        "Note/note/VERB/0/root/Mood=Imp that/that/SCONJ/4/mark Acme/Acme/PROPN/4/nsubj owns/own/VERB/1/ccomp"
        " Beta/Beta/PROPN/4/obj",
        ["Acme | owns | Beta"],
    ),
    "a role to play is no deed": (
        "Acme/Acme/PROPN/2/nsubj has/have/VERB/0/root a/a/DET/4/det role/role/NOUN/2/obj to/to/PART/6/mark"
        " play/play/VERB/4/acl/VerbForm=Inf",
        ["Acme | has | role"],
    ),
    "coordinated attributes behind a comma": (
        "Acme/Acme/PROPN/2/nsubj built/build/VERB/0/root houses/house/NOUN/2/obj ,/,/PUNCT/5/punct"
        " small/small/ADJ/3/amod and/and/CCONJ/7/cc private/private/ADJ/5/conj",
        ["Acme | built | houses", "houses | is | small", "houses | is | private"],
    ),
    "it is thought to be something": (
        "It/it/PRON/3/expl is/be/AUX/3/aux:pass thought/think/VERB/0/root/VerbForm=Part|Voice=Pass to/to/PART/7/mark"
        " be/be/AUX/7/cop a/a/DET/7/det church/church/NOUN/3/xcomp",
        ["It | is thought to be | church [Possible]"],
    ),
    "an attribute with a copula is a clause": (
        "The/the/DET/2/det tower/tower/NOUN/8/nsubj whose/whose/PRON/4/nmod:poss/PronType=Rel"
        " height/height/NOUN/7/nsubj is/be/AUX/7/cop"
        " 80/80/NUM/7/nummod metres/metre/NOUN/2/nmod fell/fall/VERB/0/root"
        " in/in/ADP/10/case Oslo/Oslo/PROPN/8/obl",
        ["tower | fell | in Oslo", "whose height | is | 80 metres"],
    ),
    "instead of something else": (
        "Acme/Acme/PROPN/2/nsubj left/leave/VERB/0/root Oslo/Oslo/PROPN/2/obj instead/instead/ADV/6/mark"
        " of/of/SCONJ/4/fixed buying/buy/VERB/2/advcl/VerbForm=Ger Beta/Beta/PROPN/6/obj",
        ["Acme | left | Oslo", "Acme | instead of buying | Beta [not]"],
    ),
    "one rather than another": (
        "Ann/Ann/PROPN/2/nsubj joined/join/VERB/0/root Acme/Acme/PROPN/2/obj rather/rather/ADV/6/cc"
        " than/than/ADP/4/fixed Beta/Beta/PROPN/3/conj",
        ["Ann | joined | Acme", "Ann | joined rather than | Beta [not]"],
    ),
    "a phrase is coordinated with one like it": (
        "Ann/Ann/PROPN/2/nsubj worked/work/VERB/0/root as/as/ADP/4/case nurse/nurse/NOUN/2/obl and/and/CCONJ/7/cc"
        " as/as/ADP/7/case cook/cook/NOUN/2/conj",
        ["Ann | worked | as nurse | as cook"],
    ),
    "what stands before an adposition is none of its noun's": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root two/two/NUM/4/nummod months/month/NOUN/7/nmod"
        " after/after/ADP/7/case the/the/DET/7/det war/war/NOUN/2/obl",
        ["Ann | left | after war"],
    ),
    "in whose view something is so": (
        "In/in/ADP/4/case Ann/Ann/PROPN/4/nmod:poss 's/'s/PART/2/case view/view/NOUN/6/obl Acme/Acme/PROPN/6/nsubj"
        " owns/own/VERB/0/root Beta/Beta/PROPN/6/obj",
        ["Acme | owns | Beta [says Ann]"],
    ),
    "who is something somewhere is there": (
        "Ann/Ann/PROPN/2/nsubj worked/work/VERB/0/root as/as/ADP/4/case cook/cook/NOUN/2/obl at/at/ADP/6/case"
        " Acme/Acme/PROPN/4/nmod",
        ["Ann | worked | as cook | at Acme"],
    ),
    "who is hired is who shall do it": (
        "Acme/Acme/PROPN/2/nsubj hired/hire/VERB/0/root Ann/Ann/PROPN/2/obj to/to/PART/5/mark"
        " draw/draw/VERB/2/advcl/VerbForm=Inf ships/ship/NOUN/5/obj",
        ["Acme | hired | Ann", "Ann | to draw | ships [Planned]"],
    ),
    "what a comma parts from a noun is none of its slot": (
        "Ann/Ann/PROPN/2/nsubj saw/see/VERB/0/root firms/firm/NOUN/2/obj ,/,/PUNCT/6/punct among/among/ADP/6/case"
        " them/they/PRON/3/nmod Acme/Acme/PROPN/3/appos",
        ["Ann | saw | firms", "Acme | is | firms"],
    ),
    "one of many in apposition": (
        "Oslo/Oslo/PROPN/7/nsubj ,/,/PUNCT/3/punct one/one/NUM/1/appos of/of/ADP/5/case ports/port/NOUN/3/nmod"
        " ,/,/PUNCT/1/punct grew/grow/VERB/0/root in/in/ADP/9/case 1900/1900/NUM/7/obl",
        ["Oslo | grew | in 1900", "Oslo | is | one of ports"],
    ),
    "a comparison stays with its adjective": (
        "Acme/Acme/PROPN/4/nsubj is/be/AUX/4/cop more/more/ADV/4/advmod powerful/powerful/ADJ/0/root",
        ["Acme | is | more powerful"],
    ),
    "a comparison with another": (
        "Acme/Acme/PROPN/5/nsubj is/be/AUX/5/cop very/very/ADV/4/advmod more/more/ADV/5/advmod"
        " powerful/powerful/ADJ/0/root than/than/ADP/7/case Beta/Beta/PROPN/5/obl",
        ["Acme | is more powerful | than Beta"],
    ),
    "how introduces a fact": (
        "It/it/PRON/2/nsubj tells/tell/VERB/0/root how/how/ADV/2/obj/PronType=Rel Ann/Ann/PROPN/5/nsubj"
        " left/leave/VERB/3/advcl:relcl Acme/Acme/PROPN/5/obj",
        ["Ann | left | Acme"],
    ),
}


@pytest.mark.parametrize(("row", "expected"), CASES.values(), ids=CASES)
def test_extraction_reads_running_text(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected

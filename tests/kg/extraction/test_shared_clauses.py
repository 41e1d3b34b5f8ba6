"""Who English clauses tell of, and how sure they are, where that stands elsewhere: a row a sentence, what it says."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

#: What a sentence shows, to its row and its propositions.
CASES = {
    "a relative clause behind two nouns has both as subjects": (
        "men/man/NOUN/7/nsubj/Number=Plur and/and/CCONJ/3/cc women/woman/NOUN/1/conj/Number=Plur"
        " who/who/PRON/5/nsubj/PronType=Rel built/build/VERB/1/acl:relcl Acme/Acme/PROPN/5/obj"
        " left/leave/VERB/0/root Oslo/Oslo/PROPN/7/obj",
        ["men | left | Oslo", "men | built | Acme", "women | left | Oslo", "women | built | Acme"],
    ),
    "a relative clause in the singular tells of one noun alone": (
        "men/man/NOUN/7/nsubj/Number=Plur and/and/CCONJ/3/cc firm/firm/NOUN/1/conj/Number=Sing"
        " which/which/PRON/5/nsubj/PronType=Rel builds/build/VERB/1/acl:relcl/Number=Sing Acme/Acme/PROPN/5/obj"
        " left/leave/VERB/0/root Oslo/Oslo/PROPN/7/obj",
        ["men | left | Oslo", "men | builds | Acme", "firm | left | Oslo"],
    ),
    "a relative clause behind two nouns has both as objects": (
        "Acme/Acme/PROPN/2/nsubj sells/sell/VERB/0/root ships/ship/NOUN/2/obj/Number=Plur and/and/CCONJ/5/cc"
        " trains/train/NOUN/3/conj/Number=Plur which/which/PRON/8/obj/PronType=Rel Bob/Bob/PROPN/8/nsubj"
        " bought/buy/VERB/3/acl:relcl/Number=Sing",
        ["Acme | sells | ships", "Acme | sells | trains", "Bob | bought | ships", "Bob | bought | trains"],
    ),
    "a clause without a pronoun leaves out both nouns": (
        "Acme/Acme/PROPN/2/nsubj sells/sell/VERB/0/root ships/ship/NOUN/2/obj/Number=Plur and/and/CCONJ/5/cc"
        " trains/train/NOUN/3/conj/Number=Plur Bob/Bob/PROPN/7/nsubj bought/buy/VERB/3/acl:relcl/Number=Sing",
        ["Acme | sells | ships", "Acme | sells | trains", "Bob | bought | ships", "Bob | bought | trains"],
    ),
    "a relative 'that' tagged as a conjunction is an object all the same": (
        "plan/plan/NOUN/6/nsubj that/that/SCONJ/4/obj Ann/Ann/PROPN/4/nsubj read/read/VERB/1/acl:relcl"
        " is/be/AUX/6/cop good/good/ADJ/0/root",
        ["plan | is | good", "Ann | read | plan"],
    ),
    "'that' beside an object leaves nothing out": (
        "It/it/PRON/3/nsubj was/be/AUX/3/cop surprise/surprise/NOUN/0/root that/that/PRON/6/obl:unmarked"
        " Ann/Ann/PROPN/6/nsubj left/leave/VERB/3/acl:relcl Acme/Acme/PROPN/6/obj",
        ["It | was | surprise", "Ann | left | Acme"],
    ),
    "a particle may stand between a verb and its gerund": (
        "Acme/Acme/PROPN/2/nsubj gave/give/VERB/0/root up/up/ADP/2/compound:prt on/on/SCONJ/5/mark"
        " selling/sell/VERB/2/advcl/Tense=Pres|VerbForm=Part ships/ship/NOUN/5/obj",
        ["Acme | gave up on selling | ships"],
    ),
    "'a bit' is no argument": (
        "Oslo/Oslo/PROPN/6/nsubj can/can/AUX/6/aux be/be/AUX/6/cop a/a/DET/5/det bit/bit/NOUN/6/obl:unmarked"
        " noisy/noisy/ADJ/0/root",
        ["Oslo | can be | noisy [Possible]"],
    ),
    "'starting' ties a time as an adposition does": (
        "Starting/start/VERB/6/advcl/VerbForm=Part in/in/ADP/3/case May/May/PROPN/1/obl ,/,/PUNCT/1/punct"
        " Acme/Acme/PROPN/6/nsubj sells/sell/VERB/0/root ships/ship/NOUN/6/obj",
        ["Acme | sells | ships | starting in May"],
    ),
    "'starting' ties nothing but times": (
        "Ann/Ann/PROPN/2/nsubj left/leave/VERB/0/root starting/start/VERB/2/advcl/VerbForm=Part Acme/Acme/PROPN/3/obj",
        ["Ann | left", "Ann | starting | Acme"],
    ),
    "what somebody recommends is their view": (
        "Ann/Ann/PROPN/2/nsubj recommends/recommend/VERB/0/root that/that/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj"
        " sell/sell/VERB/2/ccomp ships/ship/NOUN/5/obj",
        ["Acme | sell | ships [Required, says Ann]"],
    ),
    "a condition reaches what its clause tells": (
        "If/if/SCONJ/3/mark Ann/Ann/PROPN/3/nsubj leaves/leave/VERB/6/advcl I/I/PRON/6/nsubj will/will/AUX/6/aux"
        " think/think/VERB/0/root that/that/SCONJ/9/mark Bob/Bob/PROPN/9/nsubj sells/sell/VERB/6/ccomp"
        " Acme/Acme/PROPN/9/obj",
        ["Ann | leaves [Conditional]", "Bob | sells | Acme [Conditional, says I]"],
    ),
    "a noun and its infinitive may be one idiom": (
        "Acme/Acme/PROPN/2/nsubj has/have/VERB/0/root nothing/nothing/PRON/2/obj to/to/PART/5/mark"
        " do/do/VERB/3/acl/VerbForm=Inf with/with/ADP/7/case Beta/Beta/PROPN/5/obl",
        ["Acme | has nothing to do | with Beta [not]"],
    ),
    "who has trouble doing something may do it": (
        "Acme/Acme/PROPN/2/nsubj had/have/VERB/0/root trouble/trouble/NOUN/2/obj"
        " selling/sell/VERB/3/acl/VerbForm=Ger ships/ship/NOUN/4/obj",
        ["Acme | had | trouble", "Acme | selling | ships [Possible]"],
    ),
    "'it' stands for the question behind a predicate noun": (
        "It/it/PRON/2/nsubj remains/remain/VERB/0/root question/question/NOUN/2/xcomp whether/whether/SCONJ/6/mark"
        " Ann/Ann/PROPN/6/nsubj left/leave/VERB/3/acl Acme/Acme/PROPN/6/obj",
        ["Ann left Acme | remains | question", "Ann | left | Acme [Conditional]"],
    ),
    "'it' is no subject beside a clause": (
        "It/it/PRON/3/nsubj is/be/AUX/3/cop question/question/NOUN/0/root whether/whether/SCONJ/6/mark"
        " Ann/Ann/PROPN/6/nsubj left/leave/VERB/3/csubj Acme/Acme/PROPN/6/obj",
        ["Ann left Acme | is | question", "Ann | left | Acme [Conditional]"],
    ),
    "'it' stands for the clause behind a name": (
        "It/it/PRON/4/nsubj is/be/AUX/4/cop not/not/PART/4/advmod Ann/Ann/PROPN/0/root who/who/PRON/6/nsubj"
        " leads/lead/VERB/4/advcl:relcl Acme/Acme/PROPN/6/obj",
        ["Ann | leads | Acme [not]"],
    ),
    "a comma parts a name that 'it' is from what is said of it": (
        "It/it/PRON/3/nsubj is/be/AUX/3/cop Acme/Acme/PROPN/0/root ,/,/PUNCT/6/punct which/which/PRON/6/nsubj"
        " sells/sell/VERB/3/acl:relcl ships/ship/NOUN/6/obj",
        ["It | is | Acme", "Acme | sells | ships"],
    ),
    "a relative 'that' stands for no clause": (
        "Bob/Bob/PROPN/2/nsubj won/win/VERB/0/root games/game/NOUN/2/obj that/that/PRON/5/nsubj"
        " pleased/please/VERB/2/advcl:relcl Ann/Ann/PROPN/5/obj",
        ["Bob | won | games", "games | pleased | Ann"],
    ),
    "a phrase before the subject is no attribute of the predicate": (
        "To/to/ADP/2/case many/many/ADJ/6/nmod this/this/PRON/6/nsubj is/be/AUX/6/cop sad/sad/ADJ/6/amod"
        " day/day/NOUN/0/root",
        ["this | is | sad day | to many"],
    ),
    "a predicate that somebody says is no phrase of theirs": (
        "deal/deal/NOUN/4/nsubj is/be/AUX/4/cop with/with/ADP/4/case Acme/Acme/PROPN/6/obl Ann/Ann/PROPN/6/nsubj"
        " said/say/VERB/0/root",
        ["deal | is | with Acme [says Ann]"],
    ),
    "a claim may have no conjunction": (
        "Bob/Bob/PROPN/2/nsubj rejected/reject/VERB/0/root claims/claim/NOUN/2/obj he/he/PRON/6/nsubj"
        " had/have/AUX/6/aux sold/sell/VERB/3/acl:relcl Acme/Acme/PROPN/6/obj",
        ["Bob | rejected | claims", "he | had sold | Acme [Possible]"],
    ),
    "a claim that somebody made leaves nothing to doubt": (
        "Bob/Bob/PROPN/2/nsubj rejected/reject/VERB/0/root claims/claim/NOUN/2/obj Ann/Ann/PROPN/5/nsubj"
        " made/make/VERB/3/acl:relcl",
        ["Bob | rejected | claims", "Ann | made | claims"],
    ),
}


@pytest.mark.parametrize(("row", "expected"), CASES.values(), ids=CASES.keys())
def test_shared_clauses(row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang="en"))) == expected

"""One construction a case: a hand-annotated sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from kg.model import EntityClass
from tests.annotated import extraction_of, shown, tree_of

PERSON, ORG, PLACE = EntityClass.PERSON, EntityClass.ORGANIZATION, EntityClass.PLACE

CASES = {
    "active": (
        "en",
        """
        Maria Maria PROPN 2 nsubj
        left leave VERB 0 root VerbForm=Fin
        Acme Acme PROPN 2 obj
        in in ADP 5 case
        2021 2021 NUM 2 obl
        . . PUNCT 2 punct
        """,
        {"Maria": PERSON, "Acme": ORG},
        ["Maria | left | Acme | in 2021"],
    ),
    "passive with its agent": (
        "en",
        """
        The the DET 2 det
        plant plant NOUN 4 nsubj:pass
        was be AUX 4 aux:pass
        closed close VERB 0 root VerbForm=Part|Tense=Past|Voice=Pass
        by by ADP 7 case
        the the DET 7 det
        board board NOUN 4 obl:agent
        . . PUNCT 4 punct
        """,
        {},
        ["plant | was closed | by board"],
    ),
    "copula": (
        "en",
        """
        Acme Acme PROPN 5 nsubj
        is be AUX 5 cop
        a a DET 5 det
        small small ADJ 5 amod
        company company NOUN 0 root
        . . PUNCT 5 punct
        """,
        {"Acme": ORG},
        ["Acme | is | small company"],
    ),
    "coordination of subjects and objects": (
        "en",
        """
        Ann Ann PROPN 4 nsubj
        and and CCONJ 3 cc
        Bob Bob PROPN 1 conj
        met meet VERB 0 root
        Carl Carl PROPN 4 obj
        and and CCONJ 7 cc
        Dora Dora PROPN 5 conj
        . . PUNCT 4 punct
        """,
        dict.fromkeys(("Ann", "Bob", "Carl", "Dora"), PERSON),
        ["Ann | met | Carl", "Ann | met | Dora", "Bob | met | Carl", "Bob | met | Dora"],
    ),
    "relative clause": (
        "en",
        """
        Ann Ann PROPN 6 nsubj
        , , PUNCT 4 punct
        who who PRON 4 nsubj PronType=Rel
        founded found VERB 1 acl:relcl
        Acme Acme PROPN 4 obj
        retired retire VERB 0 root
        . . PUNCT 6 punct
        """,
        {"Ann": PERSON, "Acme": ORG},
        ["Ann | retired", "Ann | founded | Acme"],
    ),
    "control": (
        "en",
        """
        Ann Ann PROPN 3 nsubj
        has have AUX 3 aux
        chosen choose VERB 0 root VerbForm=Part|Tense=Past
        to to PART 5 mark
        leave leave VERB 3 xcomp VerbForm=Inf
        Acme Acme PROPN 5 obj
        . . PUNCT 3 punct
        """,
        {"Ann": PERSON, "Acme": ORG},
        ["Ann | has chosen to leave | Acme"],
    ),
    "plan": (
        "en",
        """
        Acme Acme PROPN 2 nsubj
        plans plan VERB 0 root
        to to PART 4 mark
        buy buy VERB 2 xcomp VerbForm=Inf
        Beta Beta PROPN 4 obj
        . . PUNCT 2 punct
        """,
        {"Acme": ORG, "Beta": ORG},
        ["Acme | plans to buy | Beta [Planned]"],
    ),
    "negation": (
        "en",
        """
        Acme Acme PROPN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod Polarity=Neg
        buy buy VERB 0 root
        Beta Beta PROPN 4 obj
        . . PUNCT 4 punct
        """,
        {"Acme": ORG, "Beta": ORG},
        ["Acme | did not buy | Beta [not]"],
    ),
    "not only is no negation": (
        "en",
        """
        It it PRON 4 nsubj
        not not PART 4 advmod
        only only ADV 4 advmod
        raises raise VERB 0 root
        costs cost NOUN 4 obj
        . . PUNCT 4 punct
        """,
        {},
        ["It | raises | costs"],
    ),
    "modal and source": (
        "en",
        """
        According accord ADP 3 case
        to to ADP 1 fixed
        Reuters Reuters PROPN 7 obl
        , , PUNCT 3 punct
        Acme Acme PROPN 7 nsubj
        may may AUX 7 aux
        buy buy VERB 0 root
        Beta Beta PROPN 7 obj
        . . PUNCT 7 punct
        """,
        {"Reuters": ORG, "Acme": ORG, "Beta": ORG},
        ["Acme | may buy | Beta [Possible, says Reuters]"],
    ),
    "reported speech": (
        "en",
        """
        Ann Ann PROPN 2 nsubj
        says say VERB 0 root
        Acme Acme PROPN 4 nsubj
        bought buy VERB 2 ccomp
        Beta Beta PROPN 4 obj
        . . PUNCT 2 punct
        """,
        {"Ann": PERSON, "Acme": ORG, "Beta": ORG},
        ["Acme | bought | Beta [says Ann]"],
    ),
    "examples": (
        "en",
        """
        Firms firm NOUN 7 nsubj
        such such ADJ 4 case
        as as ADP 2 fixed
        Acme Acme PROPN 1 nmod
        and and CCONJ 6 cc
        Beta Beta PROPN 4 conj
        grew grow VERB 0 root
        . . PUNCT 7 punct
        """,
        {"Acme": ORG, "Beta": ORG},
        ["Firms | grew", "Acme | grew", "Acme | is | Firms", "Beta | grew", "Beta | is | Firms"],
    ),
    "an auxiliary taken for the verb": (
        "nn",
        """
        Kari Kari PROPN 2 nsubj
        har ha AUX 0 root VerbForm=Fin
        alle all DET 1 det
        forlate forlate VERB 5 amod VerbForm=Inf
        Acme Acme PROPN 2 obj
        . . PUNCT 2 punct
        """,
        {"Kari": PERSON, "Acme": ORG},
        ["Kari | har forlate | Acme"],
    ),
    "a source taken for an attribute": (
        "en",
        """
        According accord ADP 3 case
        to to ADP 1 fixed
        Reuters Reuters PROPN 5 nmod
        , , PUNCT 3 punct
        Acme Acme PROPN 6 nsubj
        bought buy VERB 0 root
        Beta Beta PROPN 6 obj
        . . PUNCT 6 punct
        """,
        {"Reuters": ORG, "Acme": ORG, "Beta": ORG},
        ["Acme | bought | Beta [says Reuters]"],
    ),
    "a title taken for the verb": (
        "nn",
        """
        Kari Kari PROPN 3 nsubj
        , , PUNCT 1 punct
        byggvitar byggvitar VERB 0 root VerbForm=Fin
        Ola Ola PROPN 3 nsubj
        og og CCONJ 6 cc
        Per Per PROPN 4 conj
        har ha AUX 9 aux
        alle all DET 9 nsubj
        forlate forlate VERB 3 ccomp VerbForm=Part
        Acme Acme PROPN 9 obj
        . . PUNCT 3 punct
        """,
        {"Kari": PERSON, "Ola": PERSON, "Per": PERSON, "Acme": ORG},
        ["Kari | har forlate | Acme", "Ola | har forlate | Acme", "Ola | er | byggvitar", "Per | har forlate | Acme"],
    ),
    "a time taken for a subject": (
        "nn",
        """
        Vekene veke NOUN 4 nsubj Number=Plur
        har ha AUX 4 aux VerbForm=Fin
        Acme Acme PROPN 4 nsubj
        sett sjå VERB 0 root VerbForm=Part
        tap tap NOUN 4 obj
        . . PUNCT 4 punct
        """,
        {"Acme": ORG},
        ["Acme | har sett | tap | Vekene"],
    ),
    "an example taken for a subject": (
        "en",
        """
        Firms firm NOUN 7 nsubj
        such such ADJ 4 case
        as as ADP 2 fixed
        Acme Acme PROPN 7 nsubj
        and and CCONJ 6 cc
        Azure azure ADJ 4 conj
        grew grow VERB 0 root
        . . PUNCT 7 punct
        """,
        {"Acme": ORG},
        ["Firms | grew", "Acme | grew", "Acme | is | Firms", "Azure | grew", "Azure | is | Firms"],
    ),
    "flat title": (
        "en",
        """
        Acme Acme PROPN 5 nsubj
        CEO CEO PROPN 1 flat
        Ann Ann PROPN 1 flat
        Lee Lee PROPN 1 flat
        resigned resign VERB 0 root
        . . PUNCT 5 punct
        """,
        {"Acme": ORG, "Ann Lee": PERSON},
        ["Ann Lee | resigned", "Ann Lee | is | Acme CEO"],
    ),
    "Finnish impersonal passive": (
        "fi",
        """
        Tiimi tiimi NOUN 2 obj Case=Nom|Number=Sing
        irtisanottiin irtisanoa VERB 0 root VerbForm=Fin|Voice=Pass
        vuonna vuosi NOUN 2 obl Case=Ess|Number=Sing
        2022 2022 NUM 3 nummod
        . . PUNCT 2 punct
        """,
        {},
        ["Tiimi | irtisanottiin | vuonna 2022"],
    ),
    "Finnish possession": (
        "fi",
        """
        Kanavalla kanava NOUN 0 root Case=Ade|Number=Sing
        on olla AUX 1 cop:own VerbForm=Fin
        katsojia katsoja NOUN 1 nsubj Case=Par|Number=Plur
        . . PUNCT 1 punct
        """,
        {},
        ["Kanavalla | on | katsojia"],
    ),
    "Norwegian reflexive verb": (
        "nn",
        """
        Kari Kari PROPN 2 nsubj
        slutta slutte VERB 0 root VerbForm=Fin
        seg seg PRON 2 obj Reflex=Yes
        til til ADP 5 case
        Acme Acme PROPN 2 obl
        . . PUNCT 2 punct
        """,
        {"Kari": PERSON, "Acme": ORG},
        ["Kari | slutta seg | til Acme"],
    ),
    "Norwegian question": (
        "nn",
        """
        Kvifor kvifor ADV 2 advmod
        forlet forlate VERB 0 root VerbForm=Fin
        Kari Kari PROPN 2 nsubj
        Acme Acme PROPN 2 obj
        ? ? PUNCT 2 punct
        """,
        {"Kari": PERSON, "Acme": ORG},
        ["Kari | forlet | Acme [Possible]"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_constructions_give_their_propositions(name: str) -> None:
    lang, rows, names, expected = CASES[name]
    assert shown(extraction_of(tree_of(rows, lang=lang, names=names))) == expected

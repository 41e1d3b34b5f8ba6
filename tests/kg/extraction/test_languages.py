"""Constructions in each language: a hand-annotated sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from kg.model import EntityClass
from tests.annotated import extraction_of, shown, tree_of

PERSON, ORG, PLACE = EntityClass.PERSON, EntityClass.ORGANIZATION, EntityClass.PLACE

ENGLISH = {
    "title inside the name": (
        """
        President President PROPN 2 compound
        Lee Lee PROPN 3 nsubj
        resigned resign VERB 0 root VerbForm=Fin
        """,
        {"President Lee": PERSON},
        ["Lee | resigned", "Lee | is | President"],
    ),
    "a courtesy says nothing": (
        """
        Mr. Mr. PROPN 2 compound
        Lee Lee PROPN 3 nsubj
        resigned resign VERB 0 root VerbForm=Fin
        """,
        {"Mr. Lee": PERSON},
        ["Lee | resigned"],
    ),
    "a saint's place": (
        """
        Ann Ann PROPN 2 nsubj
        visited visit VERB 0 root VerbForm=Fin
        St. St. PROPN 4 nmod:desc
        Louis Louis PROPN 2 obj
        """,
        {"Ann": PERSON, "St. Louis": PLACE},
        ["Ann | visited | St. Louis"],
    ),
    "a name that the parser ties in two places": (
        """
        firms firm NOUN 9 nsubj
        like like ADP 3 case
        Acme Acme PROPN 1 nmod
        , , PUNCT 5 punct
        Birch Birch PROPN 3 conj
        Cloud Cloud PROPN 3 conj
        and and CCONJ 8 cc
        Dell Dell PROPN 3 conj
        grew grow VERB 0 root VerbForm=Fin
        """,
        {"Acme": ORG, "Birch Cloud": ORG, "Dell": ORG},
        [
            "firms | grew",
            "Acme | grew",
            "Acme | is | firms",
            "Birch Cloud | grew",
            "Birch Cloud | is | firms",
            "Dell | grew",
            "Dell | is | firms",
        ],
    ),
    "place of a name": (
        """
        Ann Ann PROPN 2 nsubj
        visited visit VERB 0 root VerbForm=Fin
        Bergen Bergen PROPN 2 obj
        in in ADP 5 case
        Norway Norway PROPN 3 nmod
        """,
        {"Ann": PERSON, "Bergen": PLACE, "Norway": PLACE},
        ["Ann | visited | Bergen", "Bergen | is | in Norway"],
    ),
    "of ties no place to a place": (
        """
        Ann Ann PROPN 2 nsubj
        left leave VERB 0 root VerbForm=Fin
        Bank Bank PROPN 2 obj
        of of ADP 5 case
        Norway Norway PROPN 3 nmod
        """,
        {"Ann": PERSON, "Bank": ORG, "Norway": PLACE},
        ["Ann | left | Bank"],
    ),
    "gerund behind an adposition": (
        """
        Acme Acme PROPN 2 nsubj
        grew grow VERB 0 root VerbForm=Fin
        by by SCONJ 4 mark
        selling sell VERB 2 advcl VerbForm=Ger
        ships ship NOUN 4 obj
        """,
        {"Acme": ORG},
        ["Acme | grew", "Acme | selling | ships"],
    ),
    "free relative": (
        """
        Ann Ann PROPN 2 nsubj
        described describe VERB 0 root VerbForm=Fin
        what what PRON 2 obj PronType=Rel
        Acme Acme PROPN 5 nsubj
        sold sell VERB 3 acl:relcl VerbForm=Fin
        """,
        {"Ann": PERSON, "Acme": ORG},
        ["Ann | described | what Acme sold"],
    ),
    "indirect question": (
        """
        Ann Ann PROPN 2 nsubj
        asked ask VERB 0 root VerbForm=Fin
        what what PRON 4 nsubj PronType=Int
        happened happen VERB 2 ccomp VerbForm=Fin
        """,
        {"Ann": PERSON},
        ["Ann | asked | what happened"],
    ),
    "a clause that states nothing else": (
        """
        People people NOUN 2 nsubj
        believe believe VERB 0 root VerbForm=Fin
        Santa Santa PROPN 4 nsubj
        exists exist VERB 2 ccomp VerbForm=Fin
        """,
        {},
        ["People | believe | Santa exists", "Santa | exists [says People]"],
    ),
    "coordinated verbs share their object": (
        """
        Acme Acme PROPN 2 nsubj
        designs design VERB 0 root VerbForm=Fin
        and and CCONJ 4 cc
        builds build VERB 2 conj VerbForm=Fin
        ships ship NOUN 2 obj
        """,
        {"Acme": ORG},
        ["Acme | designs | ships", "Acme | builds | ships"],
    ),
    "an object behind the last verb is that verb's": (
        """
        Ann Ann PROPN 2 nsubj
        resigned resign VERB 0 root VerbForm=Fin
        and and CCONJ 4 cc
        joined join VERB 2 conj VerbForm=Fin
        soon soon ADV 4 advmod
        Acme Acme PROPN 4 obj
        """,
        {"Ann": PERSON, "Acme": ORG},
        ["Ann | resigned", "Ann | joined | Acme"],
    ),
    "coordinated verbs share the date before them": (
        """
        In in ADP 2 case
        1880 1880 NUM 5 obl
        , , PUNCT 2 punct
        Ann Ann PROPN 5 nsubj
        left leave VERB 0 root VerbForm=Fin
        Acme Acme PROPN 5 obj
        and and CCONJ 8 cc
        joined join VERB 5 conj VerbForm=Fin
        Beta Beta PROPN 8 obj
        """,
        {"Ann": PERSON, "Acme": ORG, "Beta": ORG},
        ["Ann | left | Acme | in 1880", "Ann | joined | Beta | in 1880"],
    ),
    "destination adverb": (
        """
        Ann Ann PROPN 2 nsubj
        moved move VERB 0 root VerbForm=Fin
        abroad abroad ADV 2 advmod
        quickly quickly ADV 2 advmod
        """,
        {"Ann": PERSON},
        ["Ann | moved | abroad"],
    ),
    "a phrase that ties sentences is no argument": (
        """
        For for ADP 2 case
        example example NOUN 4 obl
        Ann Ann PROPN 4 nsubj
        left leave VERB 0 root VerbForm=Fin
        Acme Acme PROPN 4 obj
        """,
        {"Ann": PERSON, "Acme": ORG},
        ["Ann | left | Acme"],
    ),
    "light verb": (
        """
        Ann Ann PROPN 2 nsubj
        fell fall VERB 0 root VerbForm=Fin
        in in ADP 4 case
        love love NOUN 2 obl
        with with ADP 6 case
        Bob Bob PROPN 2 obl
        """,
        {"Ann": PERSON, "Bob": PERSON},
        ["Ann | fell in love | with Bob"],
    ),
    "source in an as-clause": (
        """
        As as SCONJ 3 mark
        Ann Ann PROPN 3 nsubj
        noted note VERB 6 advcl VerbForm=Fin
        , , PUNCT 3 punct
        Acme Acme PROPN 6 nsubj
        makes make VERB 0 root VerbForm=Fin
        ships ship NOUN 6 obj
        """,
        {"Ann": PERSON, "Acme": ORG},
        ["Acme | makes | ships [says Ann]"],
    ),
    "age in brackets": (
        """
        Ann Ann PROPN 6 nsubj
        Lee Lee PROPN 1 flat
        ( ( PUNCT 4 punct
        62 62 NUM 1 appos
        ) ) PUNCT 4 punct
        resigned resign VERB 0 root VerbForm=Fin
        """,
        {"Ann Lee": PERSON},
        ["Ann Lee | resigned", "Ann Lee | is | 62"],
    ),
}

FINNISH = {
    "becoming": (
        """
        Annasta Anna PROPN 2 obl Case=Ela|Number=Sing
        tuli tulla VERB 0 root VerbForm=Fin
        johtaja johtaja NOUN 2 nsubj Case=Nom|Number=Sing
        """,
        {"Annasta": PERSON},
        ["Annasta | tuli | johtaja"],
    ),
    "a relative clause of having": (
        """
        Firma firma NOUN 7 nsubj Case=Nom|Number=Sing
        , , PUNCT 4 punct
        jolla joka PRON 4 obl Case=Ade|PronType=Rel
        on olla VERB 1 acl:relcl VerbForm=Fin
        katsojia katsoja NOUN 4 nsubj Case=Par|Number=Plur
        , , PUNCT 4 punct
        kasvaa kasvaa VERB 0 root VerbForm=Fin
        """,
        {},
        ["Firma | kasvaa", "Firma | on | katsojia"],
    ),
    "participle that is like an adposition": (
        """
        Anna Anna PROPN 2 nsubj Case=Nom
        teki tehdä VERB 0 root VerbForm=Fin
        laivoja laiva NOUN 4 obj Case=Par|Number=Plur
        koskevan koskea VERB 5 acl Case=Gen|VerbForm=Part|Voice=Act
        päätöksen päätös NOUN 2 obj Case=Gen
        """,
        {"Anna": PERSON},
        ["Anna | teki | laivoja koskevan päätöksen"],
    ),
    "participial attribute": (
        """
        Tiimiä tiimi NOUN 2 obj Case=Par
        johtanut johtaa VERB 3 acl Case=Nom|VerbForm=Part|PartForm=Past|Voice=Act
        Meijer Meijer PROPN 4 nsubj Case=Nom
        lähti lähteä VERB 0 root VerbForm=Fin
        """,
        {"Meijer": PERSON},
        ["Meijer | lähti", "Meijer | johtanut | Tiimiä"],
    ),
    "joined subject": (
        """
        Annan Anna PROPN 3 obl Case=Gen
        ohella ohella ADP 1 case
        voitti voittaa VERB 0 root VerbForm=Fin
        Liisa Liisa PROPN 3 nsubj Case=Nom
        palkinnon palkinto NOUN 3 obj Case=Gen
        """,
        {"Annan": PERSON, "Liisa": PERSON},
        ["Annan | voitti | palkinnon", "Liisa | voitti | palkinnon"],
    ),
    "place behind a predicate": (
        """
        Oulu Oulu PROPN 3 nsubj Case=Nom
        on olla AUX 3 cop VerbForm=Fin
        kaupunki kaupunki NOUN 0 root Case=Nom
        Pohjanmaalla Pohjanmaa PROPN 3 nmod Case=Ade
        """,
        {"Oulu": PLACE, "Pohjanmaalla": PLACE},
        ["Oulu | on | kaupunki | Pohjanmaalla"],
    ),
    "light verb": (
        """
        Anna Anna PROPN 2 nsubj Case=Nom
        otti ottaa VERB 0 root VerbForm=Fin
        kantaa kanta NOUN 2 obj Case=Par
        asiaan asia NOUN 2 obl Case=Ill
        """,
        {"Anna": PERSON},
        ["Anna | otti kantaa | asiaan"],
    ),
    "source": (
        """
        Annan Anna PROPN 4 obl Case=Gen
        mukaan mukaan ADP 1 case
        Acme Acme PROPN 4 nsubj Case=Nom
        osti ostaa VERB 0 root VerbForm=Fin
        Betan Beta PROPN 4 obj Case=Gen
        """,
        {"Annan": PERSON, "Acme": ORG, "Betan": ORG},
        ["Acme | osti | Betan [says Annan]"],
    ),
    "a clause as antecedent": (
        """
        Anna Anna PROPN 2 nsubj Case=Nom
        erosi erota VERB 0 root VerbForm=Fin
        , , PUNCT 6 punct
        mikä mikä PRON 6 nsubj:cop Case=Nom|PronType=Rel
        oli olla AUX 6 cop VerbForm=Fin
        yllätys yllätys NOUN 2 acl:relcl Case=Nom
        """,
        {"Anna": PERSON},
        ["Anna | erosi", "mikä | oli | yllätys"],
    ),
}

NYNORSK = {
    "participle tagged as adjective": (
        """
        Kari Kari PROPN 3 nsubj:pass
        vart verte AUX 3 aux:pass VerbForm=Fin
        truga truge ADJ 0 root VerbForm=Part
        av av ADP 5 case
        Ola Ola PROPN 3 obl
        """,
        {"Kari": PERSON, "Ola": PERSON},
        ["Kari | vart truga | av Ola"],
    ),
    "infinitive of what has happened": (
        """
        Etter etter SCONJ 4 mark
        å å PART 4 mark
        ha ha AUX 4 aux VerbForm=Inf
        forlate forlate VERB 7 advcl VerbForm=Part
        Acme Acme PROPN 4 obj
        , , PUNCT 4 punct
        kvilte kvile VERB 0 root VerbForm=Fin
        Kari Kari PROPN 7 nsubj
        """,
        {"Acme": ORG, "Kari": PERSON},
        ["Kari | kvilte", "Kari | å ha forlate | Acme"],
    ),
    "infinitive of purpose": (
        """
        Kari Kari PROPN 2 nsubj
        reiste reise VERB 0 root VerbForm=Fin
        for for SCONJ 5 mark
        å å PART 5 mark
        kjøpe kjøpe VERB 2 advcl VerbForm=Inf
        Acme Acme PROPN 5 obj
        """,
        {"Acme": ORG, "Kari": PERSON},
        ["Kari | reiste", "Kari | å kjøpe | Acme [Planned]"],
    ),
    "place behind a definite noun": (
        """
        Fyllinga fylling NOUN 4 nsubj Definite=Def
        på på ADP 3 case
        Voss Voss PROPN 1 nmod
        brenn brenne VERB 0 root VerbForm=Fin
        """,
        {"Voss": PLACE},
        ["Fyllinga | brenn", "Fyllinga | er | på Voss"],
    ),
    "place behind an indefinite noun": (
        """
        Ei ein DET 2 det
        fylling fylling NOUN 5 nsubj Definite=Ind
        på på ADP 4 case
        Voss Voss PROPN 2 nmod
        brenn brenne VERB 0 root VerbForm=Fin
        """,
        {"Voss": PLACE},
        ["fylling på Voss | brenn"],
    ),
    "party in brackets": (
        """
        Kari Kari PROPN 5 nsubj
        ( ( PUNCT 3 punct
        Sp Sp PROPN 1 nmod
        ) ) PUNCT 3 punct
        sa seie VERB 0 root VerbForm=Fin
        ja ja INTJ 5 obj
        """,
        {"Kari": PERSON, "Sp": ORG},
        ["Kari | sa | ja", "Kari | er | Sp"],
    ),
    "modal without a verb": (
        """
        Kari Kari PROPN 2 nsubj
        skal skulle VERB 0 root VerbForm=Fin
        på på ADP 4 case
        kurs kurs NOUN 2 obl
        """,
        {"Kari": PERSON},
        ["Kari | skal | på kurs [Required]"],
    ),
    "om at is no condition": (
        """
        Kari Kari PROPN 2 nsubj
        minna minne VERB 0 root VerbForm=Fin
        om om SCONJ 6 mark
        at at SCONJ 6 mark
        Ola Ola PROPN 6 nsubj
        forlet forlate VERB 2 advcl VerbForm=Fin
        Acme Acme PROPN 6 obj
        """,
        {"Kari": PERSON, "Ola": PERSON, "Acme": ORG},
        ["Ola | forlet | Acme [says Kari]"],
    ),
    "who speaks is claimed by nobody": (
        """
        Acme Acme PROPN 2 nsubj
        veks vekse VERB 0 root VerbForm=Fin
        , , PUNCT 4 punct
        seier seie VERB 2 parataxis VerbForm=Fin
        Kari Kari PROPN 4 nsubj
        til til ADP 7 case
        Avisa Avisa PROPN 4 obl
        """,
        {"Acme": ORG, "Kari": PERSON, "Avisa": ORG},
        ["Acme | veks [says Kari]", "Kari | seier | til Avisa"],
    ),
    "predicate with som": (
        """
        Hus hus NOUN 0 root
        som som PRON 3 nsubj PronType=Rel
        står stå VERB 1 acl:relcl VerbForm=Fin
        som som SCONJ 5 mark
        ruinar ruin NOUN 3 xcomp
        """,
        {},
        ["Hus | står | som ruinar"],
    ),
}

CASES = [
    pytest.param(lang, *case, id=f"{lang}: {name}")
    for lang, table in (("en", ENGLISH), ("fi", FINNISH), ("nn", NYNORSK))
    for name, case in table.items()
]


@pytest.mark.parametrize(("lang", "rows", "names", "expected"), CASES)
def test_languages_give_their_propositions(
    lang: str, rows: str, names: dict[str, EntityClass], expected: list[str]
) -> None:
    assert shown(extraction_of(tree_of(rows, lang=lang, names=names))) == expected

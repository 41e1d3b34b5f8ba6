"""What pronouns, short names and descriptions stand for, over hand-annotated documents."""

from __future__ import annotations

from kg.extraction import Lexis
from kg.model import EntityClass, Extraction, MentionKind
from tests.annotated import extraction_of, tree_of

PERSON, ORG = EntityClass.PERSON, EntityClass.ORGANIZATION
COMPANY = Lexis(
    noun_classes={"company": ORG, "engineer": PERSON, "startup": ORG, "government": ORG}, stand_ins={"company": ORG}
)

FIRST = """
Ann Ann PROPN 3 nsubj
Lee Lee PROPN 1 flat
joined join VERB 0 root
Acme Acme PROPN 3 obj
. . PUNCT 3 punct
"""
NAMES = {"Ann Lee": PERSON, "Acme": ORG}


def stands_for(extraction: Extraction, text: str) -> str | None:
    """The label of what the mention with this text stands for."""
    mention = next(m for m in extraction.mentions if m.text == text)
    return None if mention.antecedent is None else extraction.mentions[mention.antecedent].label


def second(rows: str, **names: EntityClass) -> Extraction:
    """What the first sentence and one more say."""
    one = tree_of(FIRST, names=NAMES)
    return extraction_of(one, tree_of(rows, start=len(one.text) + 1, names=names), lexis=COMPANY)


def test_coreference_joins_a_last_name_with_its_full_name() -> None:
    found = second("Lee Lee PROPN 2 nsubj\nresigned resign VERB 0 root\n. . PUNCT 2 punct", Lee=PERSON)
    assert stands_for(found, "Lee") == "Ann Lee"


def test_coreference_resolves_a_personal_pronoun_to_the_subject_before() -> None:
    found = second("She she PRON 2 nsubj Number=Sing\nresigned resign VERB 0 root\n. . PUNCT 2 punct")
    assert stands_for(found, "She") == "Ann Lee"


def test_coreference_takes_no_single_person_for_several() -> None:
    one = tree_of("Ann Ann PROPN 2 nsubj\nleft leave VERB 0 root\n. . PUNCT 2 punct", names={"Ann": PERSON})
    rows = "They they PRON 2 nsubj Number=Plur\nresigned resign VERB 0 root\n. . PUNCT 2 punct"
    assert stands_for(extraction_of(one, tree_of(rows, start=len(one.text) + 1)), "They") is None


def test_coreference_resolves_a_description_by_its_class() -> None:
    found = second(
        """
        The the DET 2 det
        company company NOUN 3 nsubj Number=Sing
        grew grow VERB 0 root
        . . PUNCT 3 punct
        """
    )
    assert stands_for(found, "company") == "Acme"


def test_coreference_takes_no_university_for_a_company() -> None:
    one = tree_of(FIRST, names=NAMES)
    rows = (
        "She she PRON 2 nsubj\nleft leave VERB 0 root\nBirch Birch PROPN 4 compound\nUniversity University PROPN 2 obj"
    )
    two = tree_of(rows, start=len(one.text) + 1, names={"Birch University": ORG})
    rows = "The the DET 2 det\ncompany company NOUN 3 nsubj Number=Sing\ngrew grow VERB 0 root"
    three = tree_of(rows, start=two.start + len(two.text) + 1)
    assert stands_for(extraction_of(one, two, three, lexis=COMPANY), "company") == "Acme"


def test_coreference_takes_no_year_for_people() -> None:
    rows = "I i ADP 2 case\n1999 1999 NUM 3 obl Number=Plur\ngikk gå VERB 0 root\nhun hun PRON 3 nsubj"
    one = tree_of(rows, lang="nb")
    two = tree_of("De de PRON 2 nsubj Number=Plur\nflyttet flytte VERB 0 root", lang="nb", start=len(one.text) + 1)
    assert stands_for(extraction_of(one, two), "De") is None


def test_coreference_leaves_a_qualified_description_alone() -> None:
    found = second(
        """
        The the DET 3 det
        biggest big ADJ 3 amod
        company company NOUN 4 nsubj Number=Sing
        grew grow VERB 0 root
        . . PUNCT 4 punct
        """
    )
    assert stands_for(found, "biggest company") is None


def test_coreference_keeps_two_arguments_of_a_verb_apart() -> None:
    found = second(
        """
        Beta Beta PROPN 2 nsubj
        bought buy VERB 0 root
        the the DET 4 det
        company company NOUN 2 obj Number=Sing
        . . PUNCT 2 punct
        """,
        Beta=ORG,
    )
    assert stands_for(found, "company") == "Acme"


def test_coreference_believes_the_text_over_the_recogniser() -> None:
    tree = tree_of(
        """
        Startups startup NOUN 4 nsubj Number=Plur
        like like ADP 3 case
        Beta Beta PROPN 1 nmod
        grew grow VERB 0 root
        . . PUNCT 4 punct
        """,
        names={"Beta": PERSON},
    )
    found = extraction_of(tree, lexis=COMPANY)
    assert next(m for m in found.mentions if m.text == "Beta").entity_class is ORG


def test_coreference_takes_no_institution_for_a_company() -> None:
    found = second(
        """
        The the DET 2 det
        government government NOUN 3 nsubj Number=Sing
        acted act VERB 0 root
        . . PUNCT 3 punct
        """
    )
    assert stands_for(found, "government") is None


def test_coreference_gives_a_name_the_class_of_those_it_is_listed_with() -> None:
    tree = tree_of(
        """
        Ann Ann PROPN 6 nsubj
        , , PUNCT 3 punct
        Das Das PROPN 1 conj
        and and CCONJ 5 cc
        Bob Bob PROPN 1 conj
        left leave VERB 0 root
        . . PUNCT 6 punct
        """,
        names={"Ann": PERSON, "Das": ORG, "Bob": PERSON},
    )
    found = extraction_of(tree)
    assert next(m for m in found.mentions if m.text == "Das").entity_class is PERSON


def test_coreference_takes_a_bare_finnish_company_for_one_thing() -> None:
    tree = tree_of(
        "Yhtiö yhtiö NOUN 2 nsubj Case=Nom|Number=Sing\nkasvoi kasvaa VERB 0 root\n. . PUNCT 2 punct", lang="fi"
    )
    found = extraction_of(tree, lexis=Lexis(stand_ins={"yhtiö": ORG}))
    assert [(m.kind, m.generic) for m in found.mentions] == [(MentionKind.DEFINITE, False)]

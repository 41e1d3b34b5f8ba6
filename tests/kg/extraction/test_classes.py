"""One class a name throughout a document, by its best evidence."""

from __future__ import annotations

import pytest

from kg.extraction import Lexis, index
from kg.extraction.classes import could_be_person, is_institution, shape_of
from kg.extraction.gazetteer import KnownName
from kg.languages import rules_for
from kg.model import EntityClass
from tests.annotated import extraction_of, tree_of

PERSON, ORG, PLACE, EVENT = EntityClass.PERSON, EntityClass.ORGANIZATION, EntityClass.PLACE, EntityClass.EVENT
GREW = "{0} {0} PROPN 2 nsubj\ngrew grow VERB 0 root\n. . PUNCT 2 punct"
LAUNCHED = "{0} {0} PROPN 2 nsubj\nlaunched launch VERB 0 root\n. . PUNCT 2 punct"
CEO = "{0} {0} PROPN 3 nmod:poss\n's 's PART 1 case\nCEO ceo NOUN 4 nsubj\nleft leave VERB 0 root\n. . PUNCT 4 punct"


def classes_of(name, *sentences, lexis=None):
    """The classes of a name's mentions; sentences are (rows, the recogniser's class or None)."""
    trees, start = [], 0
    for rows, guess in sentences:
        tree = tree_of(rows.format(name), start=start, names={name: guess} if guess else {})
        start += len(tree.text) + 1
        trees.append(tree)
    return [m.entity_class for m in extraction_of(*trees, lexis=lexis).mentions if m.text == name]


def test_classes_agree_by_most_guesses():
    assert classes_of("Birch", (GREW, ORG), (GREW, PLACE), (GREW, ORG), (GREW, None)) == [ORG] * 4


def test_classes_come_from_what_a_name_does_where_nobody_guessed():
    assert classes_of("Birch", (GREW, None), (LAUNCHED, None)) == [ORG] * 2


def test_classes_come_from_what_a_name_owns():
    assert classes_of("Birch", (CEO, None), (GREW, None)) == [ORG] * 2


OFFICE = "{0} {0} PROPN 2 compound\nadviser adviser NOUN 3 nmod:desc\nAnn Ann PROPN 4 nsubj\nleft leave VERB 0 root"


@pytest.mark.parametrize(("guess", "expected"), [(PLACE, PLACE), (PERSON, PERSON), (EVENT, ORG), (None, ORG)])
def test_classes_come_from_who_has_an_office_there_unless_it_is_a_person_or_place(guess, expected):
    tree = tree_of(OFFICE.format("Birch"), names={"Ann": PERSON} | ({"Birch": guess} if guess else {}))
    assert [m.entity_class for m in extraction_of(tree).mentions if m.text == "Birch"] == [expected]


@pytest.mark.parametrize(("figure", "expected"), [("44", PERSON), ("2019", ORG)])
def test_classes_come_from_an_age(figure, expected):
    rows = f"Birch Birch PROPN 4 nsubj\n, , PUNCT 3 punct\n{figure} {figure} NUM 1 appos\ngrew grow VERB 0 root"
    tree = tree_of(rows, names={"Birch": ORG})
    assert [m.entity_class for m in extraction_of(tree).mentions if m.text == "Birch"] == [expected]


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        ("en", "University of Oslo", True),
        ("en", "Acme Inc.", False),
        ("fi", "Oulun yliopisto", True),
        ("nb", "Finansdepartementet", True),
        ("nn", "Acme AS", False),
    ],
)
def test_institutions_are_no_firms(lang, name, expected):
    assert is_institution(name, rules_for(lang)) is expected


LIST = "{0} {0} PROPN 4 nsubj\nDell Dell PROPN 1 conj\nElm Elm PROPN 1 conj\ngrew grow VERB 0 root\n. . PUNCT 4 punct"


@pytest.mark.parametrize(("elsewhere", "expected"), [(0, ORG), (1, PLACE)])
def test_classes_come_from_a_names_company_unless_it_is_guessed_otherwise_again(elsewhere, expected):
    trees = [tree_of(LIST.format("Birch"), names={"Birch": PLACE, "Dell": ORG, "Elm": ORG})]
    for _ in range(elsewhere):
        start = trees[-1].start + len(trees[-1].text) + 1
        trees.append(tree_of(GREW.format("Birch"), start=start, names={"Birch": PLACE}))
    assert {m.entity_class for m in extraction_of(*trees).mentions if m.text == "Birch"} == {expected}


def test_classes_need_some_evidence():
    assert classes_of("Birch", (GREW, None)) == [None]


@pytest.mark.parametrize(("name", "expected"), [("Ann", PERSON), ("Ann Birch", PERSON), ("Birch", ORG)])
def test_classes_weigh_guesses_more_than_one_context_but_for_one_word_that_is_no_first_name(name, expected):
    first, *rest = name.split()
    rows = [f"{first} {first} PROPN {len(rest) + 2} nsubj", *(f"{each} {each} PROPN 1 flat" for each in rest)]
    tree = tree_of("\n".join([*rows, "launched launch VERB 0 root", ". . PUNCT 1 punct"]), names={name: PERSON})
    assert [m.entity_class for m in extraction_of(tree).mentions] == [expected]


def test_classes_of_last_names_are_those_of_the_whole_names():
    whole = tree_of(
        "Ann Ann PROPN 3 nsubj\nBirch Birch PROPN 1 flat\ngrew grow VERB 0 root", names={"Ann Birch": PERSON}
    )
    short = tree_of(LAUNCHED.format("Birch"), start=len(whole.text) + 1, names={"Birch": PERSON})
    assert [m.entity_class for m in extraction_of(whole, short).mentions] == [PERSON, PERSON]


CUT = (
    "Birch Birch PROPN 2 nsubj\ncut cut VERB 0 root\n{0} {0} PRON 4 nmod:poss\ncosts cost NOUN 2 obj\n. . PUNCT 2 punct"
)
FINED = "Birch Birch PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\nfined fine VERB 0 root\n. . PUNCT 3 punct"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(CUT.format("its"), ORG), (CUT.format("her"), PERSON), (FINED, ORG)],
    ids=["its", "her", "fined"],
)
def test_classes_come_from_what_a_name_has_as_a_thing_and_what_is_done_to_it(rows, expected):
    tree = tree_of(rows, names={"Birch": PERSON})
    assert [m.entity_class for m in extraction_of(tree).mentions if m.text == "Birch"] == [expected]


def test_classes_doubt_that_people_have_capitals_inside():
    assert classes_of("BirchZone", (GREW, PERSON)) == [ORG]


def test_classes_believe_the_users_list_against_all():
    lexis = Lexis(names=index([KnownName("Birch", PERSON, None, ("Birch",))], "en"))
    assert classes_of("Birch", (GREW, ORG), (LAUNCHED, ORG), (CEO, ORG), lexis=lexis) == [PERSON] * 3


@pytest.mark.parametrize(
    "name", ["Ann Lee", "McCartney", "O'Hara", "DiCaprio", "J. R. Smith", "ALITO", "Anne-Marie", "Å"]
)
def test_could_be_person_accepts(name):
    assert could_be_person(name)


@pytest.mark.parametrize("name", ["PromptZone", "OpenAI", "GPT-4", "IBM", "iPhone", "3M"])
def test_could_be_person_doubts(name):
    assert not could_be_person(name)


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        ("en", "Birch Inc.", ORG),
        ("en", "University of Ulm", ORG),
        ("en", "Elm Street", PLACE),
        ("en", "Elm Cup", EVENT),
        ("en", "Street", None),
        ("en", "Ann Lee", None),
        ("fi", "Birch Oy", ORG),
        ("fi", "Ulmin yliopisto", ORG),
        ("fi", "Liitto", None),
        ("fi", "Kansallispankki", ORG),
        ("nn", "Forskingsdepartementet", ORG),
        ("nb", "Birch ASA", ORG),
        ("nn", "Lovunda", None),
        ("en", "", None),
    ],
)  # fmt: skip
def test_shape_of_a_name(lang, name, expected):
    assert shape_of(name, rules_for(lang)) is expected


@pytest.mark.parametrize(("case", "expected"), [("Nom", ORG), ("Ela", PERSON)])
def test_classes_come_from_what_a_name_is_and_not_from_where(case, expected):
    rows = f"Liisa Liisa PROPN 3 nsubj:cop\non olla AUX 3 cop\nyhtiö yhtiö NOUN 0 root Case={case}"
    tree = tree_of(rows, lang="fi", names={"Liisa": PERSON})
    mentions = extraction_of(tree, lexis=Lexis(noun_classes={"yhtiö": ORG})).mentions
    assert [m.entity_class for m in mentions if m.text == "Liisa"] == [expected]

"""A user's list of names: its files, and the names that it finds in trees."""

from __future__ import annotations

import pytest

from kg.errors import GazetteerError
from kg.extraction import Lexis, index, read_gazetteers
from kg.extraction.gazetteer import KnownName, read_gazetteer
from kg.model import EntityClass, MentionKind
from tests.annotated import extraction_of, tree_of

ORG, PERSON, PRODUCT = EntityClass.ORGANIZATION, EntityClass.PERSON, EntityClass.PRODUCT


def write(tmp_path, text, name="names.tsv"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "name\tclass\tlanguage\taliases\nMeta\tOrganization\t\tFacebook|Meta Inc\nQ\tPerson\tfi\n"),
        ("a.csv", "Meta,organization,,Facebook|Meta Inc\n# of Finland\n\nQ,kg:Person,fi\n"),
        ("a.toml", '[[name]]\nname="Meta"\nclass="Organization"\naliases=["Facebook","Meta Inc"]\n'
                   '[[name]]\nname="Q"\nclass="Person"\nlang="fi"\n'),
    ],
)  # fmt: skip
def test_gazetteer_reads_tables_and_toml(tmp_path, name, text):
    assert list(read_gazetteer(write(tmp_path, text, name))) == [
        KnownName("Meta", ORG, None, ("Meta", "Facebook", "Meta Inc")),
        KnownName("Q", PERSON, "fi", ("Q",)),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.tsv", "Meta\tOrganization\nMeta", "line 2: 1 columns"),
        ("a.tsv", "Meta\tFirm", "line 1: 'Meta' has class 'Firm'; classes are Person, Organization"),
        ("a.tsv", "Meta\tQuantity", "classes are"),
        ("a.tsv", "\tOrganization", "there is no name"),
        ("a.tsv", "Meta\tOrganization\tsv", "has language 'sv'"),
        ("a.csv", 'a,Person\n"b\x00', "line 2"),
        ("a.toml", "[[name]\n", "no TOML"),
        ("a.toml", "x = 1\n", r"has no \[\[name\]\] tables"),
        ("a.toml", '[[name]]\nname = 1\nclass = "Person"\n', "name = 1 is no text"),
        ("a.toml", '[[name]]\nname = "A"\nclass = "Person"\naliases = "B"\n', "is no list of texts"),
    ],
)
def test_gazetteer_says_in_one_line_what_is_wrong(tmp_path, name, text, message):
    with pytest.raises(GazetteerError, match=message) as caught:
        read_gazetteers([str(write(tmp_path, text, name))])
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_gazetteer_names_a_file_that_is_not_there(tmp_path):
    with pytest.raises(GazetteerError, match=r"nowhere\.tsv: can't be read"):
        read_gazetteers([str(tmp_path / "nowhere.tsv")])


def test_gazetteer_names_a_file_that_is_not_text(tmp_path):
    (tmp_path / "a.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(GazetteerError, match="not UTF-8 at byte 0"):
        read_gazetteers([str(tmp_path / "a.tsv")])


def names_in(rows, *known, lang="en", names=None):
    """(text, label, class) of the names that are found in a sentence with the list's help."""
    code = {"nb": "no", "nn": "no"}.get(lang, lang)
    lexis = Lexis(names=index(known, code))
    found = extraction_of(tree_of(rows, lang=lang, names=names), lexis=lexis)
    return [(m.text, m.label, m.entity_class) for m in found.mentions if m.kind is MentionKind.NAME]


LEFT = """
Ann Ann PROPN 2 nsubj
left leave VERB 0 root VerbForm=Fin
Acme Acme PROPN 2 obj
Group Group PROPN 3 flat
"""


def test_gazetteer_gives_a_name_its_class_against_the_recogniser():
    known = KnownName("Acme Group", ORG, None, ("Acme Group",))
    assert names_in(LEFT, known, names={"Acme Group": PERSON})[1:] == [("Acme Group", "Acme Group", ORG)]


def test_gazetteer_prefers_the_longest_name():
    known = [KnownName("Acme", PERSON, None, ("Acme",)), KnownName("Acme Group", ORG, None, ("Acme Group",))]
    assert names_in(LEFT, *known)[1:] == [("Acme Group", "Acme Group", ORG)]


def test_gazetteer_calls_an_alias_by_its_name():
    assert names_in(LEFT, KnownName("Birch", ORG, None, ("Birch", "Acme Group")))[1:] == [("Acme Group", "Birch", ORG)]


def test_gazetteer_finds_a_name_that_is_tagged_and_tied_otherwise():
    rows = "Quick quick ADJ 2 amod\nShips ship NOUN 3 nsubj\ngrew grow VERB 0 root"
    known = KnownName("Quick Ships", PRODUCT, None, ("Quick Ships",))
    assert names_in(rows, known) == [("Quick Ships", "Quick Ships", PRODUCT)]


def test_gazetteer_leaves_a_longer_word_alone():
    assert names_in(
        "Acmeville Acmeville PROPN 2 nsubj\ngrew grow VERB 0 root", KnownName("Acme", ORG, None, ("Acme",))
    ) == [("Acmeville", "Acmeville", None)]


def test_gazetteer_keeps_to_a_names_language():
    assert names_in(LEFT, KnownName("Ann", PRODUCT, "fi", ("Ann",)))[0] == ("Ann", "Ann", PERSON)


@pytest.mark.parametrize(
    ("lang", "form", "name"),
    [
        ("fi", "Birchilta", "Birch"),
        ("fi", "Metasta", "Meta"),
        ("fi", "OpenAI:lle", "OpenAI"),
        ("fi", "Helsingissä", "Helsinki"),
        ("nn", "Birchs", "Birch"),
        ("nb", "Birch's", "Birch"),
    ],
)
def test_gazetteer_finds_inflected_names(lang, form, name):
    rows = f"{form} {form} PROPN 2 obl\nlähti lähteä VERB 0 root"
    assert names_in(rows, KnownName(name, ORG, None, (name,)), lang=lang) == [(form, name, ORG)]


@pytest.mark.parametrize(
    ("lang", "form", "name"), [("fi", "Metalli", "Meta"), ("fi", "Oslo", "Os"), ("nn", "Birchen", "Birch")]
)
def test_gazetteer_takes_no_other_word_for_a_form(lang, form, name):
    rows = f"{form} {form} PROPN 2 nsubj\nlähti lähteä VERB 0 root"
    assert names_in(rows, KnownName(name, ORG, None, (name,)), lang=lang) == [(form, form, None)]

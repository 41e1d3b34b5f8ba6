from __future__ import annotations

from dataclasses import replace

import pytest

from kg.linking import Lexicon, NameTable, Thesaurus, draft, link
from kg.linking.predicates import unknown
from kg.model import Concept, Entity, EntityClass, Frame, Literal, MentionKind, Modality, Moment, Relation, Statement
from tests.kg.told import ORGANIZATION, PERSON, PLACE, Thing, Told, name, noun, tell, words

ANNA, ACME, BIRCH = name("Anna Ek", PERSON), name("Acme", ORGANIZATION), name("Birch", ORGANIZATION)
IS = Relation("is", "is", "copula")
LEXICON = Lexicon(
    [
        Frame("en", "move", "verb", "kg:left", role="from"),
        Frame("en", "move", "verb", "kg:joined", role="to"),
        Frame("en", "acquire", "verb", "kg:acquired"),
        Frame("en", "own", "verb", "kg:memberOf", inverse=True),
        Frame("en", "base", "verb", "kg:basedIn", role="in", undergoer=True, object_class=PLACE),
        Frame("en", "bear", "verb", "kg:bornIn", role="in", undergoer=True, object_class=PLACE),
        Frame("en", "bear", "verb", "kg:bornOn", role="in", undergoer=True),
        Frame("en", "take", "verb", "kg:attended", words=("part",), role="in"),
        Frame("en", "lay", "verb", "kg:laidOff", particle="off"),
        Frame("en", "rise", "verb", "kg:rise", intransitive=True),
        Frame("en", "departure", "noun", "kg:left", role="from", event=True),
        Frame("en", "CEO", "noun", "kg:chiefExecutiveOf"),
        Frame("en", "founder", "noun", "kg:founded"),
        Frame("en", "sister", "noun", "kg:siblingOf"),
        Frame("en", "friend", "noun", "kg:knows"),
        Frame("fi", "jättää", "verb", "kg:left"),
        Frame("fi", "lähteä", "verb", "kg:left", role="ela"),
        Frame("nb", "forlate", "verb", "kg:left"),
        Frame("en", "call", "verb", "kg:knownAs", undergoer=True),
        Frame("en", "become", "verb", "kg:isA"),
    ]
)
THESAURUS = Thesaurus(
    [
        Concept("company", (("en", "company"), ("en", "firm"), ("fi", "yritys"), ("nb", "selskap"))),
        Concept("director", (("en", "director"),), entity_class=PERSON),
        Concept("AI", (("en", "AI"), ("fi", "tekoäly"))),
    ]
)


def linked(*told: Told, lang: str = "en") -> list[Statement]:
    document, extraction = tell("a.txt", *told, lang=lang)
    return list(link(document, extraction, frames=LEXICON, thesaurus=THESAURUS, names=NameTable()).statements)


def triples(*told: Told, lang: str = "en") -> list[tuple[str, str, str]]:
    return [(each.subject.local, each.predicate, value(each)) for each in linked(*told, lang=lang)]


def value(statement: Statement) -> str:
    item = statement.object
    if isinstance(item, Entity):
        return item.local
    if isinstance(item, Moment):
        return item.value or ""
    return item.text if isinstance(item, Literal) else item


@pytest.mark.parametrize(
    ("relation", "item", "expected"),
    [
        (Relation("acquired", "acquire"), ACME, ("Anna_Ek", "kg:acquired", "Acme")),
        (Relation("owns", "own"), ACME, ("Acme", "kg:memberOf", "Anna_Ek")),
        (Relation("took part", "take", words=("part",)), name("Acme", role="in"), ("Anna_Ek", "kg:attended", "Acme")),
        (Relation("laid off", "lay", particle="off"), ACME, ("Anna_Ek", "kg:laidOff", "Acme")),
        (Relation("laid", "lay"), ACME, ("Anna_Ek", "rel:lay", "Acme")),
        (Relation("opted", "opt"), name("Acme", role="for"), ("Anna_Ek", "rel:opt_for", "Acme")),
        (Relation("said", "say"), words("it rains"), ("Anna_Ek", "rel:say", "it rains")),
        (Relation("rose", "rise"), None, ("Anna_Ek", "kg:does", "kg:rise")),
        (Relation("soared", "soar"), None, ("Anna_Ek", "kg:does", "rel:soar")),
        (Relation("departure", "departure", "noun"), name("Acme", role="from"), ("Anna_Ek", "kg:left", "Acme")),
        (Relation("was born", "bear", passive=True), name("Oslo", PLACE, role="in"), ("Anna_Ek", "kg:bornIn", "Oslo")),
        (Relation("was hired", "hire", passive=True), None, ("Anna_Ek", "kg:does", "rel:hire_passive")),
    ],
)
def test_link_finds_the_property(relation: Relation, item: Thing | None, expected: tuple[str, str, str]) -> None:
    assert triples(Told(ANNA, relation, item)) == [expected]


def test_link_makes_a_triple_of_each_argument_with_a_property_of_its_own() -> None:
    told = Told(ANNA, Relation("moved", "move"), name("Acme", role="from"), (name("Birch", role="to"),))
    assert triples(told) == [("Anna_Ek", "kg:left", "Acme"), ("Anna_Ek", "kg:joined", "Birch")]


def test_link_takes_a_bare_date_beside_the_object() -> None:
    frames = Lexicon(
        [Frame("fi", "syntyä", "verb", "kg:bornOn"), Frame("fi", "syntyä", "verb", "kg:bornIn", role="ine")]
    )
    date = words("3.5.1970", moment=Moment("1970-05-03", "xsd:date"))
    told = Told(ANNA, Relation("syntyi", "syntyä"), name("Oulu", PLACE, case="ine"), (date,))
    document, extraction = tell("a.txt", told, lang="fi")
    found = link(document, extraction, frames=frames, thesaurus=THESAURUS, names=NameTable()).statements
    assert [(each.predicate, value(each)) for each in found] == [("kg:bornIn", "Oulu"), ("kg:bornOn", "1970-05-03")]


@pytest.mark.parametrize(("lemma", "predicate"), [("acquire", "kg:acquired"), ("seize", "rel:seize")])
def test_link_turns_passives_round(lemma: str, predicate: str) -> None:
    told = Told(ACME, Relation("was …", lemma, passive=True), name("Birch", ORGANIZATION, role="by"))
    assert triples(told) == [("Birch", predicate, "Acme")]
    assert linked(told)[0].inverse


def test_link_tells_of_all_who_do_what_a_passive_says() -> None:
    by = (name("Birch", ORGANIZATION, role="by"), name("Dell", ORGANIZATION, role="by"))
    told = Told(ACME, Relation("was acquired", "acquire", passive=True), by[0], by[1:])
    assert triples(told) == [("Birch", "kg:acquired", "Acme"), ("Dell", "kg:acquired", "Acme")]


@pytest.mark.parametrize(
    ("lang", "item", "predicate"),
    [
        ("fi", name("Acme", case=None), "kg:left"),
        ("fi", name("Acme", case="ela"), "rel:jättää_ela.fi"),
        ("nn", name("Acme"), "rel:jättää.nn"),
    ],
)
def test_link_tells_cases_and_languages_apart(lang: str, item: Thing, predicate: str) -> None:
    assert linked(Told(ANNA, Relation("jätti", "jättää"), item), lang=lang)[0].predicate == predicate


def test_nynorsk_and_bokmal_share_their_words() -> None:
    told = Told(noun("selskapet", "selskap"), Relation("forlèt", "forlate"), ACME)
    assert triples(told, lang="nn") == [("company", "kg:left", "Acme")]


def test_link_sees_the_inner_verb_only_of_what_is_no_fact() -> None:
    planned = Told(ACME, Relation("plans to acquire", "plan", words=("acquire",)), BIRCH, modality=Modality.PLANNED)
    failed = Told(ACME, Relation("failed to acquire", "fail", words=("acquire",)), BIRCH)
    assert [each.predicate for each in linked(planned, failed)] == ["kg:acquired", "rel:fail_acquire"]


def test_link_sees_the_inner_verb_of_what_somebody_reports_of_themselves() -> None:
    claims = Relation("claims to have acquired", "claim", words=("acquire",))
    document, extraction = tell("a.txt", Told(ACME, claims, BIRCH))
    own = [each._replace(attributed_to=each.subject) for each in extraction.propositions]
    extraction = replace(extraction, propositions=tuple(own))
    found = link(document, extraction, frames=LEXICON, thesaurus=THESAURUS, names=NameTable()).statements
    assert [each.predicate for each in found] == ["kg:acquired"]


@pytest.mark.parametrize(
    ("subject", "item", "expected"),
    [
        (ACME, noun("a firm", "firm"), [("Acme", "kg:isA", "company")]),
        (ANNA, noun("director", role=None), [("Anna_Ek", "kg:jobTitle", "director")]),
        (ANNA, noun("a genius", "genius"), [("Anna_Ek", "kg:isA", "genius")]),
        (ANNA, noun("CEO", modifiers=()), [("Anna_Ek", "kg:jobTitle", "CEO")]),
        (ANNA, noun("a sister", "sister"), [("Anna_Ek", "kg:isA", "sister")]),
        (ANNA, noun("a friend", "friend"), [("Anna_Ek", "kg:isA", "friend")]),
        (ACME, name("Birch", ORGANIZATION), [("Acme", "kg:knownAs", "Birch")]),
        (ACME, words("large"), [("Acme", "rel:be", "large")]),
    ],
)
def test_copulas_say_what_something_is(subject: Thing, item: Thing, expected: list[tuple[str, str, str]]) -> None:
    assert triples(Told(subject, IS, item)) == expected


def test_offices_name_their_organisation() -> None:
    title = noun("founder of Acme", "founder", modifiers=(("of", ACME),))
    assert triples(Told(ANNA, IS, title, implicit=True)) == [
        ("Anna_Ek", "kg:jobTitle", "founder"),
        ("Anna_Ek", "kg:founded", "Acme"),
    ]


def test_becoming_something_is_being_it() -> None:
    became = Relation("became", "become")
    office = noun("CEO of Acme", "CEO", modifiers=(("of", ACME),))
    assert triples(Told(ANNA, became, office)) == [
        ("Anna_Ek", "kg:jobTitle", "CEO"),
        ("Anna_Ek", "kg:chiefExecutiveOf", "Acme"),
    ]
    assert triples(Told(ACME, became, noun("a giant", "giant"))) == [("Acme", "kg:isA", "giant")]


def test_verbs_of_several_meanings_leave_names_the_class_that_they_were_recognised_as() -> None:
    frames = Lexicon(
        [
            Frame("en", "run", "verb", "kg:organized", object_class=EntityClass.EVENT),
            Frame("en", "run", "verb", "kg:leads"),
        ]
    )
    expected = {"kg:organized": (frozenset({PERSON}), frozenset({EntityClass.EVENT}))}
    document, extraction = tell("a.txt", Told(ANNA, Relation("runs", "run"), ACME))
    found = draft(document, extraction, frames=frames, thesaurus=THESAURUS, expected=expected)
    assert [mention.entity_class for mention in found.extraction.mentions] == [PERSON, ORGANIZATION]


@pytest.mark.parametrize(("lemma", "expected"), [("have", PLACE), ("win", ORGANIZATION)])
def test_places_have_things_and_do_nothing_else(lemma: str, expected: EntityClass) -> None:
    document, extraction = tell("a.txt", Told(name("Oslo", PLACE), Relation(lemma, lemma), noun("a port", "port")))
    found = draft(document, extraction, frames=LEXICON, thesaurus=THESAURUS)
    assert found.extraction.mentions[0].entity_class is expected


def test_copulas_turn_round_where_a_name_is_the_predicate() -> None:
    subject = name("the firm", kind=MentionKind.DEFINITE, label="firm")
    assert triples(Told(subject, IS, ACME)) == [("Acme", "kg:isA", "company")]


@pytest.mark.parametrize(
    ("thing", "lang", "local", "of_document"),
    [
        (noun("firms", "firm"), "en", "company", False),
        (noun("yritykset", "yritys"), "fi", "company", False),
        (noun("AI professionals", "AI professional"), "en", "AI professional", False),
        (noun("turhautuminen"), "fi", "turhautuminen.fi", False),
        (name("the team", kind=MentionKind.DEFINITE, label="team"), "en", "e1", True),
        (name("it", kind=MentionKind.PRONOUN), "en", "e1", True),
        (name("AI", None), "fi", "AI", False),
        (name("Acme", None), "fi", "Acme", False),
    ],
)
def test_mentions_become_entities(thing: Thing, lang: str, local: str, of_document: bool) -> None:
    subject = linked(Told(thing, Relation("soars", "soar")), lang=lang)[0].subject
    assert (subject.local, subject.of_document) == (local.replace(" ", "_"), of_document)


def test_anaphors_are_what_they_stand_for() -> None:
    she = name("she", kind=MentionKind.PRONOUN, antecedent=0)
    found = triples(Told(ANNA, Relation("rose", "rise")), Told(she, Relation("rose", "rise")))
    assert [each[0] for each in found] == ["Anna_Ek", "Anna_Ek"]


def test_things_of_the_document_are_numbered_in_text_order() -> None:
    team = name("the team", kind=MentionKind.DEFINITE, label="team")
    board = name("the board", kind=MentionKind.DEFINITE, label="board")
    found = triples(
        Told(board, Relation("hired", "hire"), team), Told(words("that it rains"), Relation("rose", "rise"))
    )
    assert [(each[0], each[2]) for each in found] == [("e1", "e2"), ("e3", "kg:rise")]


def test_a_clause_is_a_thing_where_a_property_holds_between_things() -> None:
    found = linked(Told(ACME, Relation("acquired", "acquire"), words("what it could")))[0].object
    assert found == Entity("e1", "what it could", EntityClass.CONCEPT, "en", of_document=True)


def test_relations_of_our_own_naming_are_written_as_names() -> None:
    assert unknown(Relation("puts on/off", "put on/off", "verb"), "fi") == "rel:put_on%2Foff.fi"

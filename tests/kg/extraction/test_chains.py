"""What pronouns and descriptions lead back to, by construction and language, over hand-annotated documents."""

from __future__ import annotations

import pytest

from kg.extraction import chains_in
from kg.extraction.clauses import clauses
from kg.extraction.coreference.nominals import Nominal
from kg.extraction.names import untangle
from kg.extraction.tree import Tree
from kg.model import BlockKind, EntityClass
from tests.annotated import tree_of

PERSON, ORG = EntityClass.PERSON, EntityClass.ORGANIZATION


def document(*texts: str, lang: str = "en", **names: EntityClass) -> list[Tree]:
    """Trees from rows apart by slashes: `word lemma POS head relation [features]`."""
    trees: list[Tree] = []
    for text in texts:
        rows = "\n".join(row.strip() for row in text.split("/"))
        start = trees[-1].start + len(trees[-1].text) + 1 if trees else 0
        trees.append(tree_of(rows, lang=lang, start=start, names=names))
    for tree in trees:
        untangle(tree)
    return trees


def antecedent(trees: list[Tree], text: str) -> str | None:
    """The head of what the last pronoun or phrase with this head word stands for, all of a coordination."""
    chains = chains_in(trees)
    same: list[Nominal] = [n for n in chains.nominals if n.head.text == text]
    number = chains.antecedents.get(same[-1].number) if same else None
    if number is None:
        return None
    found = chains.nominals[number]
    return " ".join(w.text for w in found.head.conjuncts()) if found.coordinated else found.head.text


ANN_MET_BOB = "Ann Ann PROPN 2 nsubj/met meet VERB 0 root/Bob Bob PROPN 2 obj/. . PUNCT 2 punct"


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [
        ("He he PRON 2 nsubj Number=Sing/left leave VERB 0 root/. . PUNCT 2 punct", "Bob"),
        ("She she PRON 2 nsubj Number=Sing/left leave VERB 0 root/. . PUNCT 2 punct", "Ann"),
    ],
)
def test_chains_tell_men_from_women_by_their_first_names(pronoun: str, expected: str) -> None:
    trees = document(ANN_MET_BOB, pronoun, Ann=PERSON, Bob=PERSON)
    assert antecedent(trees, trees[1].words[0].text) == expected


def test_chains_give_a_coordination_to_they() -> None:
    first = "Ann Ann PROPN 4 nsubj/and and CCONJ 3 cc/Bob Bob PROPN 1 conj/left leave VERB 0 root/. . PUNCT 4 punct"
    trees = document(first, "They they PRON 2 nsubj/won win VERB 0 root", Ann=PERSON, Bob=PERSON)
    assert antecedent(trees, "They") == "Ann Bob"


def test_chains_keep_a_pronoun_from_the_subject_of_its_own_verb() -> None:
    second = "Carl Carl PROPN 2 nsubj/saw see VERB 0 root/him he PRON 2 obj/. . PUNCT 2 punct"
    assert antecedent(document(ANN_MET_BOB, second, Ann=PERSON, Bob=PERSON, Carl=PERSON), "him") == "Bob"


def test_chains_give_a_reflexive_to_the_subject_of_its_own_verb() -> None:
    second = "Carl Carl PROPN 2 nsubj/saw see VERB 0 root/himself himself PRON 2 obj/. . PUNCT 2 punct"
    assert antecedent(document(ANN_MET_BOB, second, Ann=PERSON, Bob=PERSON, Carl=PERSON), "himself") == "Carl"


def test_chains_give_a_possessive_to_its_own_subject() -> None:
    second = "Carl Carl PROPN 2 nsubj/sold sell VERB 0 root/his his PRON 4 nmod:poss Poss=Yes/car car NOUN 2 obj"
    assert antecedent(document(ANN_MET_BOB, second, Ann=PERSON, Bob=PERSON, Carl=PERSON), "his") == "Carl"


def test_chains_give_no_phrase_to_a_pronoun_inside_it() -> None:
    text = "Its its PRON 2 nmod:poss Poss=Yes/engine engine NOUN 3 nsubj Number=Sing/broke break VERB 0 root"
    assert antecedent(document(text), "Its") is None


@pytest.mark.parametrize(
    "text",
    [
        "It it PRON 2 nsubj/rains rain VERB 0 root",
        "It it PRON 3 nsubj/is be AUX 3 cop/clear clear ADJ 0 root/that that SCONJ 6 mark/Bob Bob PROPN 6 nsubj/"
        "left leave VERB 3 csubj",
        "It it PRON 2 expl/seems seem VERB 0 root",
    ],
)
def test_chains_know_that_it_may_stand_for_nothing(text: str) -> None:
    first = "The the DET 2 det/car car NOUN 3 nsubj Number=Sing/stopped stop VERB 0 root"
    assert antecedent(document(first, text), "It") is None


def test_chains_give_it_to_a_thing_and_not_to_a_person() -> None:
    first = "Ann Ann PROPN 2 nsubj/sold sell VERB 0 root/the the DET 4 det/car car NOUN 2 obj Number=Sing"
    assert antecedent(document(first, "It it PRON 2 nsubj/broke break VERB 0 root", Ann=PERSON), "It") == "car"


def test_chains_look_ahead_from_a_clause_before_its_main_clause() -> None:
    text = (
        "When when SCONJ 3 mark/she she PRON 3 nsubj/left leave VERB 6 advcl/, , PUNCT 3 punct/Ann Ann PROPN 6 nsubj/"
    )
    assert antecedent(document(text + "smiled smile VERB 0 root", Ann=PERSON), "she") == "Ann"


def test_chains_give_i_to_the_speaker_of_its_quotation() -> None:
    text = (
        '" " PUNCT 3 punct/I I PRON 3 nsubj/left leave VERB 7 ccomp/" " PUNCT 3 punct/, , PUNCT 3 punct/'
        "Ann Ann PROPN 7 nsubj/said say VERB 0 root"
    )
    assert antecedent(document(text, Ann=PERSON), "I") == "Ann"


def test_chains_do_not_cross_into_another_text() -> None:
    trees = document(
        "Ann Ann PROPN 2 nsubj/left leave VERB 0 root",
        "Birch Birch PROPN 2 nsubj/grows grow VERB 0 root",
        "She she PRON 2 nsubj/won win VERB 0 root",
        Ann=PERSON,
        Birch=ORG,
    )
    assert antecedent(trees, "She") == "Ann"
    trees[1].kind = BlockKind.HEADING
    assert antecedent(trees, "She") is None


def test_chains_join_a_description_with_the_same_noun_before() -> None:
    trees = document(
        "A a DET 2 det/law law NOUN 3 nsubj Number=Sing/passed pass VERB 0 root",
        "The the DET 2 det/law law NOUN 3 nsubj Number=Sing/failed fail VERB 0 root",
    )
    assert antecedent(trees, "law") == "law"


def test_chains_keep_a_description_that_says_more_apart() -> None:
    trees = document(
        "A a DET 2 det/law law NOUN 3 nsubj Number=Sing/passed pass VERB 0 root",
        "The the DET 3 det/new new ADJ 3 amod/law law NOUN 4 nsubj Number=Sing/failed fail VERB 0 root",
    )
    assert antecedent(trees, "law") is None


def test_chains_let_a_demonstrative_point_at_what_says_something_else() -> None:
    trees = document(
        "A a DET 2 det/law law NOUN 3 nsubj Number=Sing/passed pass VERB 0 root",
        "This this DET 3 det PronType=Dem/new new ADJ 3 amod/law law NOUN 4 nsubj Number=Sing/failed fail VERB 0 root",
    )
    assert antecedent(trees, "law") == "law"


def test_chains_take_two_predicates_of_one_person_for_one() -> None:
    first = (
        "Ann Ann PROPN 4 nsubj/is be AUX 4 cop/a a DET 4 det/lawyer lawyer NOUN 0 root Number=Sing/"
        "and and CCONJ 6 cc/writer writer NOUN 4 conj Number=Sing/. . PUNCT 4 punct"
    )
    trees = document(first, "She she PRON 2 nsubj Number=Sing/left leave VERB 0 root", Ann=PERSON)
    chains = chains_in(trees)
    assert [[n.head.text for n in cluster] for cluster in chains.clusters()] == [["Ann", "lawyer", "She"]]


def test_chains_give_no_relative_pronoun_to_a_pronoun() -> None:
    text = (
        "The the DET 2 det/wing wing NOUN 0 root Number=Sing/that that PRON 4 nsubj PronType=Rel/carries carry VERB 2 "
        "acl:relcl/its its PRON 6 nmod:poss Poss=Yes/weight weight NOUN 4 obj Number=Sing"
    )
    assert antecedent(document(text), "its") == "wing"


@pytest.mark.parametrize("size", [100, 400])
def test_chains_bound_what_a_pronoun_looks_at(size: int) -> None:
    rows = [f"it it PRON {size + 1} obl Number=Sing" for _ in range(size)]
    (tree,) = document("/".join([*rows, "was be VERB 0 root"]))
    assert len(chains_in([tree]).nominals) == size


def test_chains_join_an_apposition_with_its_name() -> None:
    text = "Ann Ann PROPN 6 nsubj/, , PUNCT 4 punct/a a DET 4 det/lawyer lawyer NOUN 1 appos Number=Sing/"
    assert antecedent(document(text + ", , PUNCT 4 punct/left leave VERB 0 root", Ann=PERSON), "lawyer") == "Ann"


@pytest.mark.parametrize(
    ("lang", "first", "second", "pronoun", "expected"),
    [
        pytest.param(
            "fi",
            "Meijer Meijer PROPN 2 nsubj/perusti perustaa VERB 0 root/yhtiön yhtiö NOUN 2 obj Case=Gen|Number=Sing",
            "Hän hän PRON 2 nsubj/lähti lähteä VERB 0 root",
            "Hän",
            "Meijer",
            id="fi: hän is a person",
        ),
        pytest.param(
            "fi",
            "Meijer Meijer PROPN 2 nsubj/perusti perustaa VERB 0 root/yhtiön yhtiö NOUN 2 obj Case=Gen|Number=Sing",
            "Se se PRON 2 nsubj/kasvoi kasvaa VERB 0 root",
            "Se",
            "yhtiön",
            id="fi: se is a thing",
        ),
        pytest.param(
            "fi",
            "Tutkijat tutkija NOUN 2 nsubj Number=Plur/tapasivat tavata VERB 0 root/Meijerin Meijer PROPN 2 obj",
            "He he PRON 2 nsubj/lähtivät lähteä VERB 0 root",
            "He",
            "Tutkijat",
            id="fi: he are several",
        ),
        pytest.param(
            "fi",
            "Tutkijat tutkija NOUN 2 nsubj Number=Plur/tapasivat tavata VERB 0 root/Meijerin Meijer PROPN 2 obj",
            "Meta Meta PROPN 2 nsubj/palkkasi palkata VERB 0 root/heidät hän PRON 2 obj Number=Plur",
            "heidät",
            "Tutkijat",
            id="fi: he are several in all cases",
        ),
        pytest.param(
            "fi",
            "Se se PRON 2 expl/sataa sataa VERB 0 root",
            "Meijer Meijer PROPN 2 nsubj/myi myydä VERB 0 root/talonsa talo NOUN 2 obj Number=Sing|Person[psor]=3",
            "talonsa",
            "Meijer",
            id="fi: a possessive ending is the subject's",
        ),
        pytest.param(
            "nb",
            "Bilen bil NOUN 2 nsubj Definite=Def|Gender=Masc|Number=Sing/traff treffe VERB 0 root/"
            "huset hus NOUN 2 obj Definite=Def|Gender=Neut|Number=Sing",
            "Det det PRON 2 nsubj/brant brenne VERB 0 root",
            "Det",
            "huset",
            id="nb: det is neuter",
        ),
        pytest.param(
            "nb",
            "Huset hus NOUN 2 nsubj Definite=Def|Gender=Neut|Number=Sing/skjulte skjule VERB 0 root/"
            "bilen bil NOUN 2 obj Definite=Def|Gender=Masc|Number=Sing",
            "Den den PRON 2 nsubj/brant brenne VERB 0 root",
            "Den",
            "bilen",
            id="nb: den is masculine or feminine",
        ),
        pytest.param(
            "nn",
            "Huset hus NOUN 2 nsubj Definite=Def|Gender=Neut|Number=Sing/skjulte skjule VERB 0 root/"
            "boka bok NOUN 2 obj Definite=Def|Gender=Fem|Number=Sing",
            "Ho ho PRON 2 nsubj/brann brenne VERB 0 root",
            "Ho",
            "boka",
            id="nn: ho is a feminine thing too",
        ),
        pytest.param(
            "nb",
            "Solveig Solveig PROPN 2 nsubj/kom komme VERB 0 root",
            "Meijer Meijer PROPN 2 nsubj/solgte selge VERB 0 root/bilen bil NOUN 2 obj/"
            "sin sin PRON 3 nmod:poss Poss=Yes",
            "sin",
            "Meijer",
            id="nb: sin is the subject's",
        ),
        pytest.param(
            "nb",
            "Ola Ola PROPN 2 nsubj/møtte møte VERB 0 root/Solveig Solveig PROPN 2 obj",
            "Hun hun PRON 2 nsubj/smilte smile VERB 0 root",
            "Hun",
            "Solveig",
            id="nb: hun is a woman",
        ),
        pytest.param(
            "nn",
            "Forskarane forskar NOUN 2 nsubj Gender=Masc|Number=Plur/møtte møte VERB 0 root/Meijer Meijer PROPN 2 obj",
            "Dei dei PRON 2 nsubj/smilte smile VERB 0 root",
            "Dei",
            "Forskarane",
            id="nn: dei are several",
        ),
    ],
)
def test_chains_follow_the_pronouns_of_each_language(
    lang: str, first: str, second: str, pronoun: str, expected: str
) -> None:
    assert (
        antecedent(document(first, second, lang=lang, Meijer=PERSON, Ola=PERSON, Solveig=PERSON), pronoun) == expected
    )


def test_chains_leave_norwegian_expletives_alone() -> None:
    first = "Huset hus NOUN 2 nsubj Definite=Def|Gender=Neut|Number=Sing/brant brenne VERB 0 root"
    second = "Det det PRON 3 expl/er være AUX 3 cop/viktig viktig ADJ 0 root/å å PART 5 mark/lese lese VERB 3 csubj"
    assert antecedent(document(first, second, lang="nb"), "Det") is None


@pytest.mark.parametrize(
    ("rows", "subjects"),
    [
        pytest.param(
            "Meijer Meijer PROPN 2 nsubj/kertoi kertoa VERB 0 root/, , PUNCT 5 punct/että että SCONJ 5 mark/"
            "perustaa perustaa VERB 2 ccomp Person=3|VerbForm=Fin|Voice=Act/yhtiön yhtiö NOUN 5 obj Case=Gen",
            {"perustaa": "Meijer"},
            id="what somebody says",
        ),
        pytest.param(
            "Meijer Meijer PROPN 2 nsubj/maksaa maksaa VERB 0 root/, , PUNCT 5 punct/jos jos SCONJ 5 mark/"
            "ostaa ostaa VERB 2 advcl Person=3|VerbForm=Fin|Voice=Act/talon talo NOUN 5 obj Case=Gen",
            {},
            id="anybody, in a condition",
        ),
        pytest.param(
            "Meijer Meijer PROPN 2 nsubj/kertoi kertoa VERB 0 root/, , PUNCT 5 punct/että että SCONJ 5 mark/"
            "pitää pitää VERB 2 ccomp Person=3|VerbForm=Fin|Voice=Act/tauko tauko NOUN 5 obj Case=Nom",
            {},
            id="a verb that needs no subject",
        ),
    ],
)
def test_finnish_clauses_share_the_subject_that_they_leave_out(rows: str, subjects: dict[str, str]) -> None:
    (tree,) = document(rows, lang="fi", Meijer=PERSON)
    below = {c.head.text: s.text for c in clauses(tree) if c.parent is not None for s in c.subjects}
    assert below == subjects

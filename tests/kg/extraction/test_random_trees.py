"""What holds of extraction whatever tree a parser gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction import Lexis
from kg.languages import rules_for
from kg.model import EntityClass, Extraction, Phrase
from tests.annotated import extraction_of, tree_of

LABELS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "csubj", "ccomp", "xcomp", "xcomp:ds", "advcl",
    "advcl:relcl", "acl", "acl:relcl", "advmod", "aux", "aux:pass", "cop", "cop:own", "mark", "case", "det", "amod",
    "nmod", "nmod:poss", "nmod:desc", "nummod", "compound", "compound:prt", "flat", "fixed", "appos", "conj", "cc",
    "punct", "parataxis", "vocative", "expl", "list", "dislocated", "discourse", "goeswith", "orphan", "reparandum",
    "dep", "obl:unmarked", "neg",
)  # fmt: skip
TAGS = (
    "NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "PRON", "DET", "NUM", "PART", "SCONJ", "CCONJ", "PUNCT",
    "SYM", "X", "INTJ",
)  # fmt: skip
FEATURES = (
    "_", "Case=Ela", "Case=Gen", "Number=Plur", "PronType=Rel", "VerbForm=Inf", "VerbForm=Part|Tense=Past",
    "Voice=Pass", "Mood=Cnd", "Poss=Yes", "Reflex=Yes", "VerbForm=Inf|InfForm=3|Case=Ill",
)  # fmt: skip
WORDS = (
    "Ann", "Acme", "is", "be", "said", "not", "no", "who", "which", "that", "to", "such", "as", "including", "2021",
    "March", "$", "30", "million", "more", "than", "%", ",", "(", ")", '"', "it", "she", "the", "company", "and",
    "or", "if", "would", "on", "olla", "ei", "joka", "kuten", "mukaan", "som", "sin", "har", "alle", "ikkje",
    "kaikki", "hän", "😀", "-",
)  # fmt: skip


@st.composite
def trees(draw, *, lang="en", start=0):
    """A tree of random words with random heads, labels and tags; not always with one root."""
    size = draw(st.integers(1, 14))
    order = draw(st.permutations(range(size)))
    heads = dict.fromkeys(order, 0)
    for position, i in enumerate(order[1:], 1):
        above = draw(st.integers(-1 if draw(st.booleans()) else 0, position - 1))
        heads[i] = 0 if above < 0 else order[above] + 1
    rows = []
    for i in range(size):
        word, lemma = draw(st.sampled_from(WORDS)), draw(st.sampled_from(WORDS))
        tag, features = draw(st.sampled_from(TAGS)), draw(st.sampled_from(FEATURES))
        label = "root" if heads[i] == 0 else draw(st.sampled_from(LABELS))
        rows.append(f"{word} {lemma} {tag} {heads[i]} {label} {features}")
    names = draw(st.sampled_from([{}, {"Ann": EntityClass.PERSON}, {"Acme": EntityClass.ORGANIZATION, "the": None}]))
    return "\n".join(rows), names, lang, start


def read(made: tuple[str, dict[str, EntityClass], str, int]) -> tuple[str, Extraction]:
    rows, names, lang, start = made
    tree = tree_of(rows, names=names, lang=lang, start=start)
    company = {"company": EntityClass.ORGANIZATION}
    lexis = Lexis(company, company, {"be": frozenset({("Acme",)})}, frozenset({"company"}), frozenset({"Acme"}))
    return tree.text, extraction_of(tree, lexis=lexis)


def phrases(found: Extraction) -> Iterator[Phrase]:
    for each in found.propositions:
        yield each.subject
        yield from (argument.phrase for argument in (each.object, *each.arguments) if argument is not None)
        if each.attributed_to is not None:
            yield each.attributed_to


@pytest.mark.parametrize("lang", ["en", "fi", "nn"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_extraction_of_any_tree_holds_together(lang, data):
    made = data.draw(trees(lang=lang, start=data.draw(st.sampled_from([0, 7]))))
    text, found = read(made)
    start = made[3]
    for phrase in phrases(found):
        assert phrase.text
        assert (phrase.start is None) == (phrase.end is None)
        if phrase.start is not None:
            assert 0 <= phrase.start - start < phrase.end - start <= len(text)
            assert text[phrase.start - start : phrase.end - start] == phrase.text
        assert phrase.mention is None or phrase.mention < len(found.mentions)
    for mention in found.mentions:
        assert text[mention.start - start : mention.end - start] == mention.text
        assert mention.antecedent is None or found.mentions[mention.antecedent].antecedent is None
    for proposition in found.propositions:
        assert proposition.relation.text
        assert proposition.rule
        assert all(start <= token.start < token.end <= start + len(text) for token in proposition.tokens)
        assert list(proposition.tokens) == sorted(proposition.tokens)
        assert proposition.tokens or proposition.implicit
    assert read(made) == (text, found)


def test_rules_of_every_language_are_tried():
    assert {rules_for(lang).code for lang in ("en", "fi", "nn")} == {"en", "fi", "no"}

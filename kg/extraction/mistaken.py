"""Verbs, auxiliaries and predicates that the parser takes for participles, nouns and places, read as what they are.

All work in place; `repair` and `rehang` say when.
"""

from __future__ import annotations

from kg.extraction.phrases import NOMINAL, is_proper
from kg.extraction.tree import Tree, Word, hang, replace_by
from kg.languages import Rules

#: Finnish cases of where something is.
_WHERE = frozenset({"Ine", "Ade"})
#: What belongs to a verb that was taken for an attribute of its object.
_OF_VERBS = frozenset({"nmod", "advmod", "obl", "advcl", "punct", "nsubj"})


def join_auxiliary(infinitive: Word, rules: Rules) -> None:
    """ "Er i ferd med å selje": a noun that only says that somebody does something is an auxiliary, with its words."""
    noun = infinitive.head
    copula, first = (None, None) if noun is None else (noun.child("cop"), noun.child("case"))
    if noun is None or copula is None or first is None:
        return
    marks = infinitive.all("mark", "case")
    if not marks or f"{first.lower} {noun.lower} {marks[0].lower}" not in rules.phrasal_auxiliaries:
        return
    replace_by(noun, infinitive)
    for child in list(noun.children):
        hang(child, infinitive, "aux" if child in (copula, first) else child.dep)
    hang(noun, infinitive, "aux")
    for mark in marks:
        mark.dep = mark.rel = "aux"


def read_past(tree: Tree, word: Word) -> None:
    """ "Acme ansatte Ann Lee": a past tense that looks like a participle is a verb between two noun phrases."""
    word_of = tree.rules.past_forms.get(word.lower)
    if word_of is None:
        return
    thing = word.head
    if word.rel != "amod" or thing is None:
        if word.pos == "VERB" or word.child("nsubj") is not None:
            word.pos, word.lemma = "VERB", word_of
        return
    subject = next((c for c in word.children if c.i < word.i and c.pos in ("PROPN", "NOUN", "PRON")), None)
    subject = subject or next((c for c in thing.all("nmod", "nsubj", "compound") if c.i < word.i), None)
    own = any(c.i < word.i and c.rel in ("det", "case", "cop") for c in thing.children)
    if subject is None or own or thing.i < word.i or subject.text.endswith("s") or subject.child("case") is not None:
        return
    word.pos, word.lemma = "VERB", word_of
    replace_by(thing, word)
    hang(subject, word, "nsubj")
    for child in [c for c in thing.children if c.rel in _OF_VERBS and (c.i > thing.i or c.i < word.i)]:
        hang(child, word, "obl" if child.rel == "nmod" else child.dep)
    hang(thing, word, "obj")


def read_passive(participle: Word, rules: Rules) -> None:
    """ "Er skriven av Kari": with a name behind the adposition of agents, a copula makes a passive."""
    if participle.feats.get("VerbForm") != "Part" or participle.child("obj") is not None:
        return
    agent = next((c for c in participle.all("obl") if c.i > participle.i and is_proper(c)), None)
    marker = None if agent is None else agent.child("case")
    copula = next((c for c in participle.all("aux", "cop") if c.lemma.lower() in rules.resultative_auxiliaries), None)
    if marker is None or copula is None or marker.lower not in rules.belonging_adpositions:
        return
    copula.dep, copula.rel = "aux:pass", "aux"
    participle.pos = "VERB"
    for subject in participle.all("nsubj"):
        subject.dep = "nsubj:pass"


def read_office(place: Word) -> None:
    """ "On johtaja Betalla": a noun between the copula and a name in a case of its own is the predicate."""
    copula = place.child("cop")
    if copula is None or not is_proper(place) or place.feats.get("Case") not in _WHERE:
        return
    office = next((c for c in place.all("compound", "nmod") if c.pos == "NOUN" and copula.i < c.i < place.i), None)
    if office is None or office.feats.get("Case") != "Nom" or place.child("nsubj") is None:
        return
    replace_by(place, office)
    for child in list(place.children):
        if child.i < office.i or child.rel == "punct":
            hang(child, office, child.dep)
    hang(place, office, "obl")


def compare(thing: Word, rules: Rules) -> None:
    """ "On pitempi kuin Liisa", "muut kuin Liisa": what something is compared with is no clause where it has no verb.

    Nor is it coordinated with the noun before it.
    """
    mark, above = thing.child("mark"), thing.head
    if mark is None or above is None or mark.lower not in rules.comparing_marks or above.i > mark.i:
        return
    if thing.child("nsubj", "cop", "aux", "obj") is not None:
        return
    cases = rules.having_case is not None
    if above.feats.get("Degree") == "Cmp" or (cases and above.pos == "ADJ"):
        if above.child("cop") is None:
            return
        thing.dep = thing.rel = "obl"
    elif cases and above.pos in NOMINAL and above.child("cop") is None:
        if rules.pairing_marks and _is_pair(above, thing, rules):
            mark.dep = mark.rel = "cc"
            thing.dep = thing.rel = "conj"
            return
        thing.dep = thing.rel = "nmod"
    else:
        return
    mark.dep = mark.rel = "case"


def _is_pair(first: Word, second: Word, rules: Rules) -> bool:
    """Whether "niin" before the first makes both of the two: "niin laivoja kuin autojakin"."""
    before = [c for w in (first, *first.all("amod")) for c in w.all("cc", "advmod") if c.i < first.i]
    return any(c.lower in rules.pairing_marks for c in before) and second.rel != "nmod"

"""Phrases of a clause freed from what can't hold them: dates, places, prices, offices, scores, who does something.

Also verbs and auxiliaries that the parser takes for nouns and adjectives. All work in place; `repair` says when.
"""

from __future__ import annotations

import re

from kg.extraction.phrases import is_proper
from kg.extraction.times import is_quantity, is_time
from kg.extraction.tree import Tree, Word, hang, replace_by
from kg.languages import Rules

#: The goals of both sides.
_SCORE = re.compile(r"^\d{1,3}[–-]\d{1,3}$")
#: Adpositions of what something costs, in all languages that have them.
_PRICE = frozenset({"for"})
#: Finnish cases of where something happens.
_WHERE = frozenset({"Ine", "Ade"})
#: What belongs to a verb that was taken for an attribute of its object.
_OF_VERBS = frozenset({"nmod", "advmod", "obl", "advcl", "punct", "nsubj"})


def free_score(score: Word) -> None:
    """ "Beat Beta 2–1": a score is no part of the name before it."""
    name = score.head
    verb = name.head if name is not None and name.rel in ("obj", "obl", "nsubj") else None
    if verb is not None and _SCORE.match(score.text):
        hang(score, verb, "obl")


def free_behind(phrase: Word, rules: Rules) -> None:
    """ "Founded in 1998 by Ann", "grew by 5 % to $2", "sold ships for $2": what stands behind dates and amounts.

    A year has no attribute with "by"; an amount of change none that tells what it comes to; a price is the deal's.
    """
    noun, marker = phrase.head, phrase.child("case")
    verb = noun.head if noun is not None and noun.rel in ("obl", "obj") else None
    if verb is None or noun is None or marker is None or not verb.i < noun.i < marker.i < phrase.i:
        return
    if verb.pos not in ("VERB", "ADJ"):
        return
    of = marker.lower in rules.belonging_adpositions
    dated = of and (noun.pos == "NUM" or noun.lemma.lower() in rules.months) and is_time(noun, rules)
    if (dated and not is_time(phrase, rules)) or (not of and _is_amount(phrase, noun, marker, rules)):
        hang(phrase, verb, "obl")


def _is_amount(phrase: Word, noun: Word, marker: Word, rules: Rules) -> bool:
    """Whether a phrase is a price, or the end of a change that the noun measures."""
    if phrase.lemma.lower() not in rules.currencies and phrase.lemma.lower() not in rules.percent:
        return False
    if noun.rel == "obj" and marker.lower in _PRICE:
        return is_quantity(phrase, rules)
    return marker.lower in rules.until | rules.since and is_quantity(noun, rules)


def free_object(verb: Word, rules: Rules) -> None:
    """ "Nimitti Ann Leen johtajaksi", "osti Betan 2 eurolla": a genitive behind a verb without object is its object.

    An amount has no owner, and no place has one that is not named; offices have, but not behind verbs that give them.
    """
    for adverb in verb.all("advmod"):
        if f"{verb.lemma.lower()} {adverb.lower}" in rules.other_particles:
            adverb.dep, adverb.rel = "compound:prt", "compound"  # "sanoi irti"
    thing = verb.child("obj", "ccomp")
    if thing is not None:
        if verb.lemma.lower() in rules.appointing_verbs:
            for part in [c for c in thing.all("xcomp", "nmod") if c.feats.get("Case") == "Tra"]:
                hang(part, verb, "obl")
        return
    for phrase in verb.children:
        owner = phrase.child("nmod:poss") if phrase.i > verb.i and phrase.rel in ("obl", "xcomp") else None
        if owner is None or owner.i < verb.i:
            continue
        case = phrase.feats.get("Case")
        paid = case == "Ade" and phrase.lemma.lower() in rules.currencies
        office = case == "Tra" and owner.entity >= 0 and verb.lemma.lower() in rules.appointing_verbs
        where = case in _WHERE and is_proper(phrase) and not is_proper(owner) and owner.pos == "NOUN"
        if paid or office or where:
            hang(owner, verb, "obj")
            phrase.dep = phrase.rel = "obl"
            return


def free_term(date: Word, rules: Rules) -> None:
    """ "Was a minister from 2013 to 2021": dates behind a predicate tell when it holds."""
    noun, marker = date.head, date.child("case")
    if noun is None or marker is None or date.i < noun.i or noun.child("cop") is None or noun.pos != "NOUN":
        return
    if marker.lower not in rules.since | rules.until | rules.date_adpositions or not is_time(date, rules):
        return
    hang(date, noun, "obl")
    for other in [c for c in (*date.all("obl", "nmod"), *noun.all("nmod")) if c.i > date.i and is_time(c, rules)]:
        hang(other, noun, "obl")


def free_office(office: Word, rules: Rules) -> None:
    """ "Ann jobber som lærer": as what somebody does something is said of the verb, not of the name before it."""
    mark, name = office.child("mark"), office.head
    if (
        mark is None
        or name is None
        or mark.lower not in rules.as_marks
        or office.child("nsubj", "cop", "obj") is not None
    ):
        return
    verb = name.head if name.rel in ("nsubj", "obj") else None
    if verb is None or verb.pos != "VERB" or not mark.i < office.i:
        return
    if (name.rel == "nsubj" and verb.i < mark.i) or (is_proper(name) and name.i < mark.i):
        mark.dep = mark.rel = "case"
        hang(office, verb, "obl")


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


def free_date(date: Word, rules: Rules) -> None:
    """A date behind the last noun of a clause tells when the clause holds: "met them at a fair in 1805"."""
    marker, noun = date.child("case"), date.head
    if marker is None or marker.lower not in rules.date_adpositions or not is_time(date, rules):
        return
    while noun is not None and noun.rel == "nmod":
        noun = noun.head
    verb = noun.head if noun is not None and noun.rel in ("obj", "obl") else None
    if verb is None or verb.pos not in ("VERB", "ADJ") or noun is None or noun.i < verb.i:
        return
    if not any(is_time(c, rules) for c in verb.all("obl")):
        hang(date, verb, "obl")


def free_named_place(place: Word, rules: Rules) -> None:
    """Who is somewhere in a named place is in that place: "spoke at a fair in Oslo" tells of Oslo too."""
    marker, noun = place.child("case"), place.head
    if marker is None or noun is None or noun.rel != "obl" or noun.pos != "NOUN" or not is_proper(place):
        return
    outer, verb = noun.child("case"), noun.head
    if outer is None or verb is None or verb.pos not in ("VERB", "ADJ") or noun.i < verb.i or is_proper(noun):
        return
    if rules.parts_places(noun):
        return  # a known thing, of which the place says where it is
    places = rules.place_adpositions - rules.belonging_adpositions - rules.since
    if marker.lower in places and (outer.lower in places or outer.lower in rules.as_marks):
        hang(place, verb, "obl")

"""Phrases of a clause freed from what can't hold them: dates, places, prices, offices, scores, who does something.

All work in place; `repair` and `rehang` say when.
"""

from __future__ import annotations

import re
from collections.abc import Set

from kg.extraction.phrases import is_proper, role_of
from kg.extraction.questions import is_condition
from kg.extraction.status import reports
from kg.extraction.times import is_quantity, is_time
from kg.extraction.tree import Tree, Word, hang
from kg.languages import Rules

#: The goals of both sides.
_SCORE = re.compile(r"^\d{1,3}[–-]\d{1,3}$")
#: What numbers the points of a list, and how a parser may hang it on its sentence's verb.
_LIST_NUMBER = re.compile(r"^\d{1,3}[.)]$")
_LOOSE = frozenset({"obl", "obj", "nsubj", "advmod", "dep", "nmod"})
#: Finnish cases of where something happens.
_WHERE = frozenset({"Ine", "Ade"})
#: Predicates that may hold for a time.
_PREDICATES = frozenset({"NOUN", "SYM", "NUM"})


def free_list_number(first: Word) -> None:
    """ "2. Komissio hyväksyi …": a number that opens a sentence of a list is no argument of its verb."""
    if first.text[:1].isdigit() and not first.children and first.rel in _LOOSE and _LIST_NUMBER.match(first.text):
        first.dep = first.rel = "discourse"


def read_inverted(verb: Word, rules: Rules) -> None:
    """ "I Oslo arbeider 60 tusen menneske", "det har hendt noko": a verb of no object has a subject there."""
    lemma, thing = verb.lemma.lower(), verb.child("obj")
    if lemma not in rules.intransitive_verbs or lemma in rules.implicative_verbs or verb.rel == "conj":
        return
    if thing is None or thing.i < verb.i or verb.feats.get("Mood") == "Imp":
        return
    subject = verb.child("nsubj", "csubj")
    empty = next((e for e in verb.all("expl", "nsubj") if e.lower in rules.thing_pronouns and not e.children), None)
    if subject is not None and subject is not empty:
        return
    if empty is None:
        first = next((c for c in verb.children if c.i < verb.i and c.rel != "punct"), None)
        if first is None or first.rel not in ("obl", "advmod") or verb.feats.get("VerbForm") != "Fin":
            return
    else:
        empty.dep = empty.rel = "expl"
    if thing.pos in ("NOUN", "PROPN") or empty is not None:
        thing.dep = thing.rel = "nsubj"


def free_direction(particle: Word, rules: Rules) -> None:
    """ "Kari reiste heim": where somebody goes is no particle, where the verb governs nothing else."""
    verb = particle.head
    if verb is None or particle.lower not in rules.directions:
        return
    if particle.rel == "advmod" or verb.child("obj", "obl", "xcomp", "ccomp") is None:
        particle.dep, particle.rel, particle.pos = "advmod", "advmod", "ADV"


def free_existing(verb: Word, rules: Rules) -> None:
    """What there is in a named place is there: "there is a library in Oslo" tells where."""
    if verb.pos not in ("VERB", "AUX") or verb.child("expl") is None or verb.child("obl", "obj", "xcomp") is not None:
        return
    said = verb.child("nsubj")
    last = next(reversed(said.all("nmod")), None) if said is not None else None
    marker = last.child("case") if last is not None else None
    if last is None or marker is None or marker.lower not in rules.place_adpositions - rules.belonging_adpositions:
        return
    if is_proper(last) or any(is_proper(c) for c in last.all("nmod")):
        hang(last, verb, "obl")


def free_party(word: Word, rules: Rules) -> None:
    """To whom something is given, or from whom it comes, is no attribute of it: "sende brev til Acme"."""
    noun, marker = word.head, word.child("case")
    verb = noun.head if noun is not None and noun.rel == "obj" else None
    if noun is None or verb is None or marker is None or not verb.i < noun.i < word.i or is_proper(noun):
        return
    if verb.lemma.lower() in rules.transfers.get(marker.lower, ()) and marker.i < word.i:
        hang(word, verb, "obl")


def free_attribute(word: Word, below: Set[str], rules: Rules) -> None:
    """Free a score, and what stands behind a date, amount or predicate; `below` are the relations to the word."""
    if word.pos == "NUM":
        free_score(word)
    if "case" in below:
        free_behind(word, rules)
        free_topic(word, rules)
        free_term(word, rules)


def free_score(score: Word) -> None:
    """ "Beat Beta 2–1": a score, in one piece or three, is no part of the name before it."""
    name = score.head
    verb = name.head if name is not None and name.rel in ("obj", "obl", "nsubj") else None
    if verb is None or name is None or score.i < name.i:
        return
    other = score.child("nmod")
    sign = other.child("case") if other is not None and other.text.isdigit() else None
    in_pieces = sign is not None and sign.text in "-–" and score.text.isdigit() and is_proper(name)
    if in_pieces or _SCORE.match(score.text):
        hang(score, verb, "obl")


def free_other_end(phrase: Word) -> None:
    """ "Flytta frå Oslo til Bergen": no phrase of a verb hangs on another one, where both have adpositions."""
    first = phrase.head
    verb = first.head if first is not None and first.rel == "obl" and first.pos in ("PROPN", "NUM") else None
    if verb is None or first is None or verb.pos != "VERB" or not verb.i < first.i < phrase.i:
        return
    if first.child("case") is not None and phrase.child("case") is not None:
        hang(phrase, verb, "obl")


def free_topic(phrase: Word, rules: Rules) -> None:
    """ "Veit mykje om Kina", "betyr mykje for Kari": what stands behind "much" is the verb's, but for what it is of."""
    much, marker = phrase.head, phrase.child("case")
    verb = much.head if much is not None and much.rel == "obj" and much.pos == "ADJ" else None
    if verb is None or much is None or marker is None or not verb.i < much.i < marker.i < phrase.i:
        return
    if verb.pos == "VERB" and marker.lower not in rules.belonging_adpositions | rules.comparing_marks:
        hang(phrase, verb, "obl")


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
    if noun.rel == "obj" and marker.lower in rules.price_adpositions:
        return is_quantity(phrase, rules)
    return marker.lower in rules.until | rules.since and is_quantity(noun, rules)


def free_object(verb: Word, rules: Rules) -> None:
    """ "Nimitti Ann Leen johtajaksi", "osti Betan 2 eurolla": a genitive behind a verb without object is its object.

    An amount has no owner, and no place has one that is not named; offices have, but not behind verbs that give them.
    """
    for adverb in verb.all("advmod"):
        if f"{verb.lemma.lower()} {adverb.lower}" in rules.other_particles:
            adverb.dep, adverb.rel = "compound:prt", "compound"  # "sanoi irti"
    price = next((c for c in verb.all("obl") if c.lemma.lower() in rules.currencies), None)
    for time in [] if price is None else [c for c in price.all("obl") if is_time(c, rules)]:
        hang(time, verb, "obl")  # "osti Betan vuonna 2012 kahdella eurolla"
    thing = verb.child("obj", "ccomp")
    if thing is not None:
        if verb.lemma.lower() in rules.appointing_verbs:
            for part in [c for c in thing.all("xcomp", "nmod") if c.feats.get("Case") == "Tra"]:
                hang(part, verb, "obl")
        return
    for phrase in verb.children:
        if phrase.i < verb.i or phrase.rel not in ("obl", "xcomp"):
            continue
        owner = phrase.child("nmod:poss", "nmod:gobj")
        if owner is None or owner.i < verb.i:
            continue
        if role_of(owner, rules)[1] is not None:
            hang(owner, verb, "obl")  # "siirtyy Betaan johtajaksi": no owner stands in such a case
            return
        case = phrase.feats.get("Case")
        paid = case == "Ade" and phrase.lemma.lower() in rules.currencies
        office = case == "Tra" and owner.entity >= 0 and verb.lemma.lower() in rules.appointing_verbs
        where = case in _WHERE and is_proper(phrase) and not is_proper(owner) and owner.pos == "NOUN"
        made = case == "Tra" and phrase.pos == "ADJ" and phrase.rel == "xcomp"
        made = made and not phrase.lemma.endswith(rules.genitive_adjectives)
        if paid or office or where or made:
            hang(owner, verb, "obj")
            phrase.dep = phrase.rel = "obl"
            return


def join_particle(tree: Tree, adverb: Word) -> None:
    """ "Slår seg saman": an adverb right behind a reflexive pronoun is a particle of the verb."""
    if adverb.lower not in tree.rules.particles or adverb.i < 2 or adverb.head is None:
        return
    before = tree.words[adverb.i - 1]
    if before.lower in tree.rules.reflexives and before.head is adverb.head:
        adverb.dep, adverb.rel = "compound:prt", "compound"


def part_mark(clause: Word, rules: Rules) -> None:
    """ "Nektar for at Kari gjekk": an adposition that its verb asks for is of that verb, and no "for that"."""
    if clause.rel != "advcl" or not rules.adverb_marks:
        return
    verb, marks = clause.head, clause.all("mark", "case")
    if verb is None or len(marks) < 2 or marks[1].lower not in rules.that:
        return
    if f"{verb.lemma.lower()} {marks[0].lower}" in rules.reporting_verbs and marks[0].lower in rules.adverb_marks:
        hang(marks[0], verb, "compound:prt")
        clause.dep = clause.rel = "ccomp"


def free_term(date: Word, rules: Rules) -> None:
    """ "Was a minister from 2013 to 2021": dates behind a predicate tell when it holds."""
    noun, marker = date.head, date.child("case")
    if noun is None or marker is None or date.i < noun.i or noun.child("cop") is None or noun.pos not in _PREDICATES:
        return
    if marker.lower not in rules.since | rules.until | rules.date_adpositions or not is_time(date, rules):
        return
    hang(date, noun, "obl")
    for other in [c for c in (*date.all("obl", "nmod"), *noun.all("nmod")) if c.i > date.i and is_time(c, rules)]:
        hang(other, noun, "obl")


def free_office(office: Word, rules: Rules) -> None:
    """ "Ann jobber som lærer": as what somebody does something is said of the verb, not of the name before it."""
    mark, name = office.child("mark") if office.pos == "NOUN" else None, office.head
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


def free_predicate(predicate: Word, rules: Rules) -> None:
    """The repairs of a predicate behind a copula that has a subject."""
    subject = predicate.child("nsubj")
    if subject is not None:
        _free_said(predicate, rules)
        _free_fronted(predicate, subject)
        _free_clause(predicate, subject, rules)


def _free_said(predicate: Word, rules: Rules) -> None:
    """No verb of saying governs a predicate with a subject as it does a phrase: "it is with Acme", she said."""
    verb = predicate.head if predicate.rel in ("obl", "obj", "nsubj") else None
    if verb is not None and predicate.i < verb.i and reports(verb, rules):
        predicate.dep = predicate.rel = "ccomp"


def _free_fronted(predicate: Word, subject: Word) -> None:
    """ "To a few of us this is a sad day": before the subject stands no attribute of the predicate noun."""
    for phrase in predicate.all("nmod") if predicate.pos == "NOUN" else ():
        marker = phrase.child("case")
        if marker is not None and marker.i < phrase.i < subject.i:
            phrase.dep = phrase.rel = "obl"


def _free_clause(predicate: Word, subject: Word, rules: Rules) -> None:
    """ "It is a question whether she left", "it is Ann who left": beside such a clause "it" stands for that alone."""
    if subject.lower not in rules.thing_pronouns or subject.children:
        return
    clause = predicate.child("acl:relcl" if is_proper(predicate) else "csubj")
    if clause is not None and subject.i < clause.i and clause.children[0].text != ",":
        subject.dep = subject.rel = "expl"


def raise_question(clause: Word, rules: Rules) -> None:
    """ "It remains a question whether she left": what "it" stands for is no attribute of the predicate noun."""
    noun = clause.head
    if noun is None or not is_condition(clause, rules):
        return
    verb = noun.head if noun.rel == "xcomp" and noun.pos == "NOUN" else noun
    if verb is None or (verb is noun and noun.child("cop") is None):
        return
    empty = verb.child("nsubj", "expl")
    if empty is not None and empty.lower in rules.thing_pronouns and not empty.children and empty.i < noun.i:
        hang(clause, verb, "csubj")
        empty.dep = empty.rel = "expl"

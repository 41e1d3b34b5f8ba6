"""Words and clauses hung where they belong, where the parser ties them to what they can't belong to.

Subjects beside a copula, subjects and objects of verbs that are left out, clefts, relative clauses, and what commas
part from their noun. All work in place; `repair` says in which order.
"""

from __future__ import annotations

from kg.extraction.control import hang_on_controller, somebodies
from kg.extraction.freeing import (
    free_direction,
    free_list_number,
    free_office,
    free_score,
    join_particle,
    part_mark,
    raise_question,
)
from kg.extraction.joining import (
    join_adverb,
    join_amount,
    join_concerning,
    join_contrast,
    join_dealing,
    join_marks,
    join_month,
    join_phrase,
    part_aside,
)
from kg.extraction.mistaken import join_auxiliary
from kg.extraction.phrases import is_proper
from kg.extraction.predicates import OUTER, agrees_in_number, is_passive
from kg.extraction.status import reports
from kg.extraction.times import is_time
from kg.extraction.tree import Tree, Word, by_place, hang, replace_by
from kg.languages import Rules

#: What stands before "that" of the sentence whose predicate the clause behind it is.
_BEFORE_THAT = frozenset({"cop", "nsubj", "csubj", "expl", "advmod", "obl", "aux"})

#: What whole names have before them and behind them, and none of their parts.
_BEFORE_NAMES = frozenset({"case", "det", "nsubj", "cop", "mark"})
_BEHIND_NAMES = frozenset({"acl", "appos"})


def part_outer(tree: Tree, predicate: Word) -> None:
    """ "The problem is that she left": where a clause is the predicate, the fact is in it alone."""
    copula = predicate.child("cop")
    if copula is None:
        return
    subjects = predicate.all("nsubj", "csubj")
    marks = [m for m in predicate.all("mark") if copula.i < m.i < predicate.i]
    that = next((m for m in marks if m.lower in tree.rules.that), None)
    if that is not None and not tree.profile.whole:
        before = [c for c in predicate.children if c.i < that.i and c.rel in _BEFORE_THAT]
    elif len(subjects) > 1:
        twice = predicate.child("mark") is not None or any(c.i > subjects[1].i for c in predicate.all("cop", "aux"))
        apart = subjects[0].i < copula.i < subjects[1].i and twice
        outer = predicate.child("nsubj:outer", "csubj:outer") or (subjects[0] if apart else None)
        before = [] if outer is None else [outer, copula]
    else:
        return
    for child in before:
        hang(child, predicate, OUTER if child.rel in ("nsubj", "csubj") else "discourse")


def rehang(tree: Tree, word: Word) -> None:
    """The repairs of words that hang wrong themselves, by how they hang."""
    if word.rel == "conj":
        _give_subject(word)
        join_phrase(word)
        join_contrast(tree, word)
        _part_report(word, tree.rules)
    elif word.rel in ("amod", "nummod"):
        _part_attribute(word)
    elif word.rel == "appos":
        join_contrast(tree, word)
    elif word.dep == "advcl:relcl":
        _hang_on_person(tree, word)
    elif word.rel in ("compound", "flat"):
        _hand_up(word)
    elif word.rel in ("advcl", "xcomp") and word.pos == "VERB":
        _free_object(word, tree.rules)
        if word.lemma.lower() in tree.rules.concerning_verbs:
            join_concerning(tree, word)
        part_mark(word, tree.rules)
    elif word.dep == "acl:relcl":
        _close_relative(word, tree.rules)
        _hang_on_report(word, tree.rules)
        _relabel_question(tree, word)
    elif word.rel == "ccomp":
        _hand_clause(word, tree.rules)
        _hand_pronoun(word, tree.rules)
    elif word.dep == "acl":
        join_marks(tree, word)
        hang_on_controller(word, tree.rules)
        if tree.rules.phrasal_auxiliaries:
            join_auxiliary(word, tree.rules)
        free_office(word, tree.rules)
        join_dealing(word, tree.rules)
        raise_question(word, tree.rules)
    elif word.head is None:
        _join_cleft(word, tree.rules)
        _promote_main(word)


def rehang_alone(tree: Tree, word: Word) -> None:
    """The repairs of words on which nothing hangs."""
    if not word.i:
        free_list_number(word)
    if word.pos == "DET" and word.i and tree.words[word.i - 1].rel == "case":
        part_aside(tree, word)
    if word.rel == "obl":
        join_month(tree, word)
    elif word.rel == "nmod":
        free_adjunct(word, tree.rules)
        if word.pos == "NUM":
            free_score(word)
    elif word.rel == "advmod":
        join_adverb(tree, word)
        join_particle(tree, word)
        if word.pos == "ADP":
            free_direction(word, tree.rules)
    elif word.dep == "compound:prt":
        free_direction(word, tree.rules)
    elif word.pos == "NUM" and word.rel == "flat":
        free_score(word)
    elif word.rel == "case" and word.lower in tree.rules.comparing_marks:
        join_amount(tree, word)
    elif word.pos == "AUX" and tree.rules.is_negative(word):
        free_negation(tree, word)


def _relabel_question(tree: Tree, clause: Word) -> None:
    """ "Tvil om korleis Acme veks": what an adposition introduces before a word of asking is no relative clause."""
    marker = next(iter(clause.children), None)
    if marker is None or marker.rel not in ("case", "mark") or marker.i > clause.i:
        return
    if tree.words[marker.i + 1].lower in tree.rules.asking_words:
        marker.dep = marker.rel = "mark"
        clause.dep = "acl"


def _promote_main(name: Word) -> None:
    """A name in front of a relative clause has a verb behind it, which no conjunction ties to that clause's own.

    "Ann, joka johti Acmea, jatkoi työtään": the parser may take "jatkoi" for one more of the relative clause's verbs.
    """
    relative = name.child("acl:relcl") or (name.child("appos") and name)  # "Ann, 52, johtaa Acmea"
    if relative is None or name.pos not in ("NOUN", "PROPN") or name.child("cop", "nsubj", "case") is not None:
        return
    verbs = [w for w in relative.subtree() if w.rel == "conj" and w.pos == "VERB" and w.feats.get("Person") == "3"]
    verb = max(verbs, key=by_place, default=None)
    if verb is None or verb.child("nsubj", "cc", "mark") is not None or not agrees_in_number(verb, [name]):
        return
    if any(c.text == "," and c.i < verb.i for c in verb.all("punct")):
        replace_by(name, verb)
        hang(name, verb, "nsubj")


def _join_cleft(place: Word, rules: Rules) -> None:
    """ "It was in Vienna that they met": the clause behind is the sentence, and the phrase in front one of its own."""
    copula, empty = place.child("cop"), place.child("expl")
    if copula is None or empty is None or place.child("case") is None:
        return
    known = is_proper(place) or is_time(place, rules)
    clause = next(
        (c for c in place.all("acl", "advcl", "csubj") if c.i > place.i and (known or c.rel != "csubj")), None
    )
    if clause is None or (clause.pos != "VERB" and clause.child("nsubj") is None):
        return
    link = next((c for c in clause.children if c.lower in rules.that and c.i < clause.i), None)
    if link is None and clause.dep != "acl:cleft":
        return
    replace_by(place, clause)
    for child in (copula, empty, link):
        if child is not None:
            hang(child, clause, "discourse")
    hang(place, clause, "obl")


def part_subjects(verb: Word, rules: Rules) -> None:
    """A verb has one subject: another is a time, the name of the first, or, where cases tell nothing, its object."""
    subjects = [c for c in verb.children if c.rel == "nsubj"]
    if len(subjects) < 2:
        return
    times = [subject for subject in subjects if is_time(subject, rules)]
    if times:
        for time in times if len(times) < len(subjects) else ():
            hang(time, verb, "obl")  # "dei siste vekene har Acme sett …"
        return
    first, second = subjects[:2]
    if second.child("cc") is not None and first.i < second.i < verb.i and second.pos == first.pos:
        hang(second, first, "conj")  # "Acme ja Beta ovat …"
        return
    if rules.having_case is not None:
        _make_object(first, second, verb, rules)
        return
    if second.lower in rules.floating or second.pos == "ADJ":
        return
    beside = second.child("punct", "cc", "case") is None and _begins(second) == max(w.i for w in first.subtree()) + 1
    if beside and first.pos == "NOUN" and is_proper(second) and first.child("det") is None:
        hang(second, first, "appos")  # "regjeringa Solberg"
    elif verb.pos == "VERB" and verb.child("obj", "cop", "expl") is None and not is_passive(verb, rules):
        if verb.lemma.lower() in rules.intransitive_verbs:
            return
        if first.lower in rules.relative_pronouns:
            hang(first, verb, "obj")  # "skipet som Kari selde"
        elif beside and first.i > verb.i:
            hang(second, verb, "obj")  # "i fjor kjøpte Acme Beta"


def _make_object(first: Word, second: Word, verb: Word, rules: Rules) -> None:
    """ "Malli edustaa kehitystä": beside a nominative subject, what a verb has in the partitive is its object."""
    if verb.pos != "VERB" or is_passive(verb, rules) or verb.child("obj", "cop", "ccomp", "xcomp") is not None:
        return
    if first.i < verb.i < second.i and second.feats.get("Case") == "Par" and first.feats.get("Case", "Nom") == "Nom":
        hang(second, verb, "obj")


def _begins(phrase: Word) -> int:
    """The place of the first word of a phrase."""
    return min(w.i for w in phrase.subtree())


def _close_relative(clause: Word, rules: Rules) -> None:
    """Nothing behind a verb belongs into a relative clause before it: "Ann, who works for Acme, joined Beta"."""
    verb = clause.head.head if clause.head is not None else None
    if verb is None or verb.pos != "VERB" or verb.i < clause.i:
        return
    for word in [c for c in clause.all("obj", "obl") if c.i > verb.i]:
        bare = word.child("case") is None and verb.child("obj") is None
        hang(word, verb, "obj" if bare and rules.having_case is None else word.dep)


def _hang_on_person(tree: Tree, clause: Word) -> None:
    """ "Who" and "that" mean no clause: "we won, said Ann, who leads Acme", "it is the loss that hurts"."""
    links = tree.rules.person_relatives | tree.rules.that
    pronoun = next((c for c in clause.all("nsubj", "obj") if c.pos == "PRON" and c.lower in links), None)
    if pronoun is None or clause.head is None or pronoun.i == 0:
        return
    if clause.head.pos in ("NOUN", "PROPN") and clause.head.i < pronoun.i:
        hang(clause, clause.head, "acl:relcl")
    if clause.head.pos not in ("VERB", "AUX"):
        return
    before = tree.words[pronoun.i - 1]
    if before.pos == "PUNCT" and before.i:
        before = tree.words[before.i - 1]
    while before.rel in ("flat", "compound") and before.head is not None:
        before = before.head
    if before.pos in ("NOUN", "PROPN") and before.i < pronoun.i:
        hang(clause, before, "acl:relcl")


def read_future(verb: Word, rules: Rules) -> None:
    """ "Ann is to sell Acme": what ties somebody to an infinitive is no copula, but an auxiliary with its mark."""
    mark, subject = verb.child("mark"), verb.child("nsubj")
    if mark is None or subject is None or mark.pos != "PART" or mark.lower not in rules.infinitive_marks:
        return
    tie = next((c for c in reversed(verb.all("aux", "cop")) if subject.i < c.i < mark.i), None)
    if tie is None or (tie.rel == "cop" and not somebodies([subject], rules)):
        return
    for word in (tie, mark):
        word.dep = word.rel = "aux"


def _free_object(participle: Word, rules: Rules) -> None:
    """ "Fell following the war", "was made using steel", "starting in May": participles that tie as adpositions do."""
    verb, noun = participle.head, participle.child("obj", "obl")
    if verb is None or noun is None or len(participle.children) - len(participle.all("punct")) != 1:
        return
    means = noun.rel == "obj" and participle.lower in rules.instrument_participles and is_passive(verb, rules)
    begins = participle.lower in rules.since and is_time(noun, rules)
    if means or begins or (noun.rel == "obj" and participle.lower in rules.time_participles):
        hang(noun, verb, "obl")
        hang(participle, noun, "case")


def _hand_up(part: Word) -> None:
    """No part of a name has an adposition, a subject or an apposition: the whole name does ("of Beta Airlines")."""
    name = part.head
    if name is None or not (is_proper(part) and is_proper(name)):
        return
    first, last = sorted((part.i, name.i))
    for child in list(part.children):
        if child.rel in _BEFORE_NAMES if child.i < first else child.rel in _BEHIND_NAMES and child.i > last:
            hang(child, name, child.dep)


def _give_subject(verb: Word) -> None:
    """No noun stands between a verb and its conjunction but its own: "some were killed and thousands injured"."""
    first, conjunction = verb.head, verb.child("cc")
    if verb.pos != "VERB" or first is None or conjunction is None or verb.child("nsubj", "obj") is not None:
        return
    between = [c for c in first.all("conj") if conjunction.i < c.i < verb.i and c.pos in ("NOUN", "PROPN", "PRON")]
    if len(between) == 1 and between[0].child("cc", "case") is None:
        hang(between[0], verb, "nsubj")


def _hand_clause(clause: Word, rules: Rules) -> None:
    """ "Kertoi siitä, että", "on sitä mieltä, että": what somebody says, not the word between, is what the verb has."""
    above = clause.head
    verb = above.head if above is not None and above.rel in ("obj", "obl") else None
    if above is None or verb is None or clause.child("mark") is None or not reports(verb, rules):
        return
    pronoun = above.pos == "PRON" and above.lemma.lower() in rules.thing_pronouns
    if pronoun or f"{verb.lemma.lower()} {above.lower}" in rules.reporting_verbs:
        hang(clause, verb, "ccomp")
        above.dep = above.rel = "discourse" if pronoun else above.rel


def _hang_on_report(clause: Word, rules: Rules) -> None:
    """ "Tiltak som dei veit kostar pengar": what somebody says or knows of a noun is no second clause at it."""
    noun = clause.head
    if noun is None or clause.child("nsubj", "cc", "mark", "punct") is not None:
        return
    first = min(w.i for w in clause.subtree())
    report = next((c for c in noun.all("acl:relcl") if c.i == first - 1 and c is not clause), None)
    if report is not None and report.child("nsubj") is not None and reports(report, rules):
        hang(clause, report, "ccomp")
        _hand_pronoun(clause, rules)


def _hand_pronoun(clause: Word, rules: Rules) -> None:
    """ "Ein mann som mange meiner løyner noko": the relative pronoun is who does so, and nothing that is thought."""
    report = clause.head
    if report is None or report.dep != "acl:relcl" or rules.having_case is not None or not reports(report, rules):
        return
    pronoun = report.child("obj", "iobj")
    if pronoun is None or pronoun.lower not in rules.relative_pronouns or pronoun.i > report.i:
        return
    if clause.child("nsubj", "mark", "expl") is None:
        hang(pronoun, clause, "nsubj")


def _part_report(verb: Word, rules: Rules) -> None:
    """Who says so, behind a comma and without a conjunction, stands beside what is said: "Acme kasvoi, Ann kertoi"."""
    subject = verb.child("nsubj") if verb.pos == "VERB" and reports(verb, rules) else None
    if subject is None or verb.child("cc", "obj", "ccomp", "xcomp", "mark") is not None:
        return
    told = any(c.rel == "obl" and c.i < verb.i for c in verb.children)  # "…, siitä kertoi Ann" tells of it anew
    if not told and any(c.text == "," and c.i < min(subject.i, verb.i) for c in verb.all("punct")):
        verb.dep = verb.rel = "parataxis"


def _part_attribute(word: Word) -> None:
    """What a comma parts from the noun before it stands in apposition: "Ann Lee, 45,", "the region, rich in ore,"."""
    noun = word.head
    comma = next((c for c in word.all("punct") if c.text == "," and c.i < word.i), None)
    if noun is not None and comma is not None and noun.i < comma.i and word.child("cc") is None:
        hang(word, noun, "appos")


def part_gap(verb: Word) -> None:
    """Two conjuncts side by side, with nothing between, leave a verb out: "Ann bought apples and Bob pears"."""
    thing = verb.child("obj") if verb.pos == "VERB" and verb.child("nsubj") is not None else None
    if thing is None:
        return
    for other in thing.all("conj"):
        name = next((c for c in other.all("compound") if other.pos == "NUM" and c.i == other.i - 1), None)
        if name is None and other.child("cc", "punct", "det", "case") is None:
            beside = (c for c in thing.all("conj") if c.i == other.i - 1)
            name = next((c for c in beside if c.child("cc") is not None), None)
        if name is not None and is_proper(name):
            hang(name, verb, "conj")
            hang(other, name, "orphan")


def free_adjunct(word: Word, rules: Rules) -> None:
    """Where a case marks it, who gets what a verb tells of, or from whom, or when, is no attribute of its object."""
    noun, role = word.head, rules.case_role(word)
    verb = noun.head if noun is not None and noun.rel in ("obj", "obl") else None
    if noun is None or verb is None or role is None or noun.i > word.i or word.child("case") is not None:
        return
    if noun.rel == "obl":
        if is_time(noun, rules) and not is_time(word, rules):
            hang(word, verb, "obl")  # "viime viikolla Oulussa"
    elif verb.pos == "VERB" and verb.i < noun.i and (role in rules.partner_cases or is_time(word, rules)):
        hang(word, verb, "obl")


def free_negation(tree: Tree, negation: Word) -> None:
    """A negative auxiliary belongs to the verb behind it that has the form for it: "ei X:n mukaan ole rahaa"."""
    behind = tree.words[negation.i + 1 : negation.i + 9]
    verb = next((w for w in behind if w.feats.get("Connegative") == "Yes"), None)
    if verb is not None and verb.rel in ("aux", "cop") and verb.head is not None:
        verb = verb.head
    if verb is None or verb is negation.head or negation.head is None or negation.head.child("cop") is not None:
        return
    if negation.head.pos in ("NOUN", "PROPN", "PRON", "ADV") and not verb.is_below(negation):
        hang(negation, verb, "aux")

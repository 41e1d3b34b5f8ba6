"""A tree to its clauses: each predicate with its verb group, its subjects, and what it governs.

Clause types follow Quirk et al. and ClausIE (Del Corro & Gemulla 2013, https://doi.org/10.1145/2488388.2488420), read
off UD. A clause without a subject of its own gets the understood one: that of a coordinated verb, the controller of an
infinitive, the noun that a participle or relative clause modifies. Infinitives that share their verb's subject are one
clause with it ("has chosen to leave").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.antecedents import (
    first_of_relatives,
    is_relative_clause,
    means_clause,
    modified,
    relative_pronoun,
)
from kg.extraction.control import (
    complement_doers,
    described_by,
    doer_for,
    is_complement,
    is_controller,
    is_given,
    is_manner,
    is_nobodys,
    is_ranked,
    is_tough,
    oblique_controller,
    owner_of,
    recipient_of,
    somebodies,
    treated,
)
from kg.extraction.owners import is_topic, owns
from kg.extraction.phrases import is_proper
from kg.extraction.predicates import (
    SUBJECTS,
    agrees_in_number,
    chained,
    is_infinitive,
    is_nonfinite,
    is_passive,
    is_predicate,
    is_reflexive,
    may_share_subject,
    needs_no_subject,
    nobody,
    undergoers_behind,
    without_floating,
)
from kg.extraction.questions import is_free_relative, is_indirect_question
from kg.extraction.tree import Tree, Word
from kg.languages import Rules


@dataclass(slots=True, eq=False, init=False)
class Clause:
    """One predicate. `verbs` is the chain of verbs, the governing one first ("chosen", "leave").

    `head` is the predicate itself (the last verb, or the noun or adjective of a copular clause). `rule` names the
    construction. `antecedent` replaces the relative pronoun `pronoun` of a relative clause. `swapped` says that an
    oblique is what the clause is about, and its grammatical subject what is said of it ("Annasta tuli johtaja").
    `is_owned` says that it tells in the Finnish way that something has something: "Kanavalla on katsojia". `copular`
    says that a copula ties the predicate to the subject. `words` are the verbs and the predicate, each once; `top` is
    the word through which the clause hangs in the tree.
    """

    head: Word
    verbs: list[Word]
    rule: str
    subjects: list[Word]
    passive: bool
    parent: Clause | None
    antecedent: Word | None
    pronoun: Word | None
    infinitive: bool
    swapped: bool
    is_owned: bool
    copular: bool
    words: tuple[Word, ...]
    top: Word

    def __init__(self, head: Word, verbs: list[Word], *, copular: bool) -> None:
        """A clause of which no more is known than its predicate."""
        self.head, self.verbs, self.copular = head, verbs, copular
        self.rule = "copula" if copular else "active"
        self.words = tuple(verbs) if head in verbs else (*verbs, head)
        self.top = self.words[0]
        self.subjects = []
        self.parent = self.antecedent = self.pronoun = None
        self.passive = self.infinitive = self.swapped = self.is_owned = False

    @property
    def parent_predicate(self) -> Word | None:
        """The predicate of the copular clause that this one hangs in."""
        return self.parent.head if self.parent is not None and self.parent.copular else None


def clauses(tree: Tree) -> list[Clause]:
    """All clauses of a tree, governing ones before governed ones, else in text order."""
    found: dict[int, Clause] = {}
    for word in _from_the_top(tree):
        if is_predicate(word) and word.i not in found:
            clause = _clause(word, tree.rules)
            clause.parent = _parent(word, found)
            for verb in clause.words:
                found[verb.i] = clause
            _find_subjects(clause, tree.rules)
            _swap(clause, tree)
    return list(dict.fromkeys(found.values()))


def is_nominal(clause: Clause, rules: Rules) -> bool:
    """Whether the clause only says which thing is meant: "what he did", "asks what it is", "asiaa koskeva päätös"."""
    compares = clause.infinitive and any(m.lower in rules.comparing_marks for m in clause.top.all("mark"))
    if compares or is_indirect_question(clause.top, rules):
        return True  # "enn å selje"
    above = clause.top.head
    if above is not None and is_free_relative(above, clause.top, rules):
        return True
    if clause.rule == "relative" and clause.antecedent is not None:
        return is_free_relative(clause.antecedent, clause.top, rules)
    if clause.rule == "adverbial" and clause.head.lower in rules.participle_adpositions:
        return clause.head.child("nsubj") is None  # "given its size"
    if clause.rule == "adverbial" and clause.passive:
        first = next((c for c in clause.head.children if c.rel != "punct"), clause.head)
        return first.i < clause.head.i and first.lower in rules.as_marks  # "as shown in the table"
    return clause.rule == "participle" and rules.is_like_adposition(clause.head)


def _from_the_top(tree: Tree) -> Iterator[Word]:
    level = tree.roots
    while level:
        yield from level
        level = [c for w in level for c in w.children]


def _parent(word: Word, found: dict[int, Clause]) -> Clause | None:
    """The clause that the word hangs in."""
    above = word.head
    while above is not None:
        if above.i in found:
            return found[above.i]
        above = above.head
    return None


def _clause(word: Word, rules: Rules) -> Clause:
    """The clause of a predicate, with the infinitives that belong to it."""
    verbs = [word]
    while (inner := chained(verbs[-1], rules)) is not None and oblique_controller(verbs[-1], inner, rules) is None:
        verbs.append(inner)
    head = verbs[-1]
    copular = head.child("cop") is not None
    if copular:
        verbs = verbs[:-1]
    clause = Clause(head, verbs, copular=copular)
    clause.is_owned = copular and head.child("cop:own") is not None
    clause.passive = not copular and is_passive(head, rules) and not _has_done(clause, rules)
    clause.infinitive = word.head is not None and is_infinitive(word, rules)
    _name_rule(clause, word, rules)
    return clause


def _has_done(clause: Clause, rules: Rules) -> bool:
    """Whether a passive participle only says what the subject gets done: "saivat kasattua rahaa"."""
    done = rules.getting_verbs and clause.head.feats.get("VerbForm") != "Inf"
    above = (*clause.verbs[:-1], *clause.head.all("aux")) if done else ()
    return any(w.lemma.lower() in rules.getting_verbs and w.feats.get("Voice") == "Act" for w in above)


def _name_rule(clause: Clause, word: Word, rules: Rules) -> None:
    """Name the construction, and for a relative clause find its pronoun and antecedent."""
    if is_relative_clause(word) or (word.rel == "acl" and relative_pronoun(word, rules) is not None):
        clause.rule, clause.antecedent = "relative", word.head
        clause.pronoun = relative_pronoun(word, rules)
        if clause.pronoun is not None and word.head is not None and means_clause(clause.pronoun, word.head, rules):
            clause.antecedent = None  # "…, which surprised her": all of the clause, for which the pronoun stands
    elif word.rel == "conj" and (first := first_of_relatives(word)) is not None:
        pronoun = relative_pronoun(word, rules)
        if pronoun is not None and (first.dep == "acl:relcl" or relative_pronoun(first, rules) is not None):
            clause.rule, clause.antecedent, clause.pronoun = "relative", first.head, pronoun
        elif clause.passive:
            clause.rule = "passive"
    elif word.rel == "acl":
        clause.rule = "participle" if not clause.infinitive else "infinitive"
    elif word.rel == "advcl" and word.child(*SUBJECTS) is None:
        clause.rule = "infinitive" if clause.infinitive else "adverbial"
    elif clause.passive:
        clause.rule = "passive"


def _find_subjects(clause: Clause, rules: Rules) -> None:
    """Set the subjects: the clause's own, else the understood one."""
    own = _own_subject(clause, rules)
    if own is not None:
        relative = own is clause.pronoun and clause.antecedent is not None
        clause.subjects = modified(clause.antecedent, clause.top) if relative and clause.antecedent else _each(own)
        if own.feats.get("PronType") == "Rel" and clause.pronoun is None:
            _reach_antecedent(clause, own)
        return
    clause.subjects = list(_understood(clause, rules))


def _each(subject: Word) -> list[Word]:
    """A subject and those coordinated with it; of clauses the first one, whose phrase holds them all.

    What has an adposition is coordinated with another that has: "peace in Oslo (and in Bergen) is …".
    """
    if subject.rel == "csubj":
        return [subject]
    each, marked = subject.conjuncts(), [c for c in subject.children if c.rel == "case"]
    return [w for w in each if w is subject or marked or not any(c.rel == "case" and c.i < w.i for c in w.children)]


def _reach_antecedent(clause: Clause, pronoun: Word) -> None:
    """Let a relative pronoun inside a complement stand for the noun above: "a firm that we think sells ships"."""
    above = clause.parent
    if above is not None and above.rule == "relative" and above.antecedent is not None and above.pronoun is None:
        clause.subjects, above.pronoun = [above.antecedent], pronoun


def _own_subject(clause: Clause, rules: Rules) -> Word | None:
    for word in reversed(clause.words):
        candidates = word.all(*SUBJECTS)
        if clause.passive and (rules.undergoer_is_object() or word.child("expl") is not None):
            candidates = candidates or word.all("obj") or undergoers_behind(word, rules)  # "det vart kjøpt skip"
        if candidates:
            return without_floating(candidates, word, rules)
    return _identified(clause, rules) or (nobody(clause.head, rules) if clause.passive else None)


def _identified(clause: Clause, rules: Rules) -> Word | None:
    """The "it" that a predicate noun is said of; none where a clause stands behind it: "it is a pity that …".

    "There is a way" says nothing of "there".
    """
    head = clause.head
    if clause.rule != "copula" or head.pos != "NOUN" or head.child("acl", "csubj", "ccomp", "advcl") is not None:
        return None
    return next(
        (e for w in (*clause.words, *head.all("cop")) for e in w.all("expl") if e.lower in rules.thing_pronouns), None
    )


def _understood(clause: Clause, rules: Rules) -> list[Word]:
    """The subject that the sentence structure supplies."""
    top = clause.top
    above = clause.parent.subjects if clause.parent is not None else []
    if top.rel == "csubj":
        return []  # nothing is its own subject: "it is easy to sell ships"
    if top.rel == "conj" and top.head is not None and clause.parent is not None:
        if clause.rule != "relative" and _has_empty_subject(clause, rules):
            return []
        return _shared(clause, clause.parent, rules) if may_share_subject(top, top.head, rules) else []
    if clause.rule == "relative":
        free = clause.pronoun is None and rules.leaves_out_relatives() and not _gap_is_object(clause)
        return modified(clause.antecedent, clause.top) if free and clause.antecedent else []
    if clause.rule in ("participle", "infinitive") and top.head is not None:
        found = _beside_noun(clause, top.head, above, rules)
        if found is not None:
            return found
    described = described_by(top)
    if described is not None:
        return described.conjuncts() if clause.infinitive and not is_tough(top, rules) else []
    if clause.parent is None:
        return [top.head] if _is_headline(clause) and top.head is not None else []
    told = top.rel == "ccomp" and clause.infinitive
    if (top.rel == "xcomp" or told) and top.head is not None:
        return _controllers(top, top.head, clause.parent, rules)
    if clause.rule in ("infinitive", "adverbial") and (top.child("mark") is None or is_nonfinite(top)):
        if is_tough(top, rules) or (clause.parent.passive and is_manner(top, rules)):
            return []
        other = treated(top, rules)
        return [w for w in above if w.rel != "csubj"] if other is None else other.conjuncts()
    return above if clause.infinitive or _leaves_out_subject(clause, rules) else []


def _controllers(top: Word, verb: Word, parent: Clause, rules: Rules) -> list[Word]:
    """Who does what an open complement of a verb tells: whom the verb is about, else its subjects."""
    if verb.rel == "xcomp" and is_tough(top, rules):
        return []  # "made the house impossible to sell"
    controller = verb.child("iobj") or verb.child("obj") or oblique_controller(verb, top, rules)
    if controller is not None and controller is parent.pronoun and parent.antecedent is not None:
        return [parent.antecedent]  # "the gospel which they considered to be true"
    return controller.conjuncts() if controller is not None else parent.subjects


def _has_empty_subject(clause: Clause, rules: Rules) -> bool:
    """Whether "it" or "there" stands where its subject would: "Acme grew, but it takes time".

    Behind a verb with nothing before it stands no subject: "som er dyrt og gjer det vanskeleg".
    """
    empty = next((e for w in clause.words for e in w.all("expl") if not is_reflexive(e, (), rules)), None)
    if empty is None:
        return False
    first = min((c.i for c in clause.head.all("aux", "cop")), default=clause.top.i)
    return any(w.i < first and w.rel not in ("cc", "punct") for w in clause.top.subtree())


def _beside_noun(clause: Clause, noun: Word, above: list[Word], rules: Rules) -> list[Word] | None:
    """Who does what a participle, gerund or infinitive says of a noun; None where only the clause above tells."""
    top = clause.top
    if clause.rule == "participle":
        if rules.is_agent_participle(top) and top.feats.get("Person[psor]") == "3" and clause.parent is not None:
            return above
        return complement_doers(top, above, rules) if is_complement(top, rules) else [noun]
    if top.rel != "acl":
        return None
    undergoes = clause.passive and noun.lemma.lower() not in rules.content_nouns
    if undergoes or is_ranked(top, rules) or is_controller(noun, top, rules):
        return [noun]
    owner = owner_of(noun, rules) or recipient_of(noun, rules) or doer_for(noun, top, rules)
    if owner is not None:
        return owner.conjuncts()
    if noun is clause.parent_predicate:  # "it is a way to enjoy the town", "Oslo is a place to live"
        return [] if noun.lemma.lower() in rules.content_nouns else somebodies(above, rules)
    parent = clause.parent  # which may stand inside the phrase of whom it tells: "people who have the right to sell"
    outer = [w for w in above if parent is None or not parent.head.is_below(w)]
    told = parent is not None and parent.passive and noun.rel == "obl"  # "they were told of the plan to leave"
    inside = told or noun in above or any(noun.is_below(w) for w in outer)
    return [] if inside or is_given(noun, rules) or is_nobodys(noun, above, rules) else None


def _shared(clause: Clause, above: Clause, rules: Rules) -> list[Word]:
    """The subjects that a coordinated clause has from the one above."""
    if above.copular and above.head.feats.get("VerbForm") == "Inf":
        return []  # "the aim is to sell ships and buy trains"
    if clause.passive and not above.passive and clause.head.rel == "conj" and rules.undergoer_is_object():
        return []  # "nousi lavalle, ja maksettiin veroja"
    if any(needs_no_subject(w, rules) for w in (clause.top, *clause.head.all("aux"))):
        return [w for w in above.subjects if w.feats.get("Case") == "Gen"]  # "Acme kasvoi, ja kannattaa ostaa Beta"
    if clause.passive or not above.passive:
        return above.subjects
    return [w for w in above.subjects if w.feats.get("Case") != "Par"]  # what is done to something is no subject


def _leaves_out_subject(clause: Clause, rules: Rules) -> bool:
    """Whether a finite clause leaves out the subject that it has in common with the one above; none in conditions."""
    mark = clause.top.child("mark")
    if clause.top.rel not in ("ccomp", "advcl") or clause.passive or clause.head.child("csubj", "ccomp") is not None:
        return False
    condition = mark is not None and mark.lemma.lower() in rules.conditional_marks
    if any(w.lemma.lower() in rules.necessive_verbs for w in (clause.top, *clause.head.all("aux"))):
        return False  # "että pitää odottaa": nobody is told of
    if mark is None or condition:
        return False
    told = (w for w in (clause.head, *clause.head.all("aux")) if rules.leaves_out_subject(w))
    return clause.parent is not None and any(agrees_in_number(word, clause.parent.subjects) for word in told)


def _is_headline(clause: Clause) -> bool:
    """Whether an infinitive says what the name before it will do: "Meta to cut jobs", not "Plan to cut jobs"."""
    name = clause.top.head
    if name is None or name.head is not None or clause.rule != "infinitive" or clause.top.rel != "acl":
        return False
    return is_proper(name) or name.text.isupper()


def _swap(clause: Clause, tree: Tree) -> None:
    """Where Finnish turns a clause around, the oblique is what it is about.

    "Annasta tuli johtaja" makes Anna the director; "firma, jolla on katsojia" and "Annalla on talo" say who has what.
    """
    said = clause.head.child("nsubj")
    if said is None or clause.is_owned:
        return
    pronoun = clause.pronoun if clause.antecedent is not None else None
    if clause.copular and owns(clause.head, clause.antecedent if clause.head is pronoun else None, said, tree):
        clause.is_owned = True
        return
    verb = clause.head.lemma.lower()
    if verb not in tree.rules.becoming_verbs and verb not in tree.rules.having_verbs:
        return
    obliques = clause.head.all("obl")
    topic = next((c for c in obliques if is_topic(c, clause.head, tree, relative=c is clause.pronoun)), None)
    if topic is not None:
        clause.swapped = True
        clause.subjects = [clause.antecedent] if topic is pronoun and clause.antecedent else topic.conjuncts()


def _gap_is_object(clause: Clause) -> bool:
    """Whether what a relative clause without a pronoun leaves out is its object ("the car I bought")."""
    return any(v.child(*SUBJECTS) is not None for v in clause.words)

"""A clause to its relation: the verb group as it stands, with what belongs to it, and its base form.

The group holds auxiliaries, copulas, particles, negation, marks of the infinitive, and the nouns and reflexive pronouns
that make an idiom with the verb ("took part in", "ottaa kantaa").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.clauses import Clause
from kg.extraction.hyphens import PREFIX
from kg.extraction.phrases import is_measure, says_degree
from kg.extraction.polarity import is_only, is_outstanding, shared_negation
from kg.extraction.predicates import is_finite, is_reflexive
from kg.extraction.tree import Tree, Word, by_place, joined
from kg.languages import Rules
from kg.model import Argument, Relation

#: Relations to the verb of an idiom's words, and of a reflexive pronoun that belongs to the verb.
_PARTS = frozenset({"obj", "obl", "xcomp", "advmod"})
_REFLEXIVE = frozenset({"obj", "iobj", "expl"})
_MODIFIERS = ("det", "amod", "compound")
#: Verb lemma to the sets of words that make an idiom with it ("take" to ("part",)).
Idioms = Mapping[str, frozenset[tuple[str, ...]]]


def idiom(clause: Clause, idioms: Idioms, rules: Rules) -> list[Word]:
    """The words that the verb takes into its idiom: "part" of "took part", reflexive pronouns."""
    verb = clause.head
    children = [c for w in clause.words for c in w.children if c.rel in _REFLEXIVE or _goes_along(c, w, rules)]
    reflexive = [c for c in children if is_reflexive(c, clause.subjects, rules)]
    lemma = verb.lemma.lower()
    known = (*idioms.get(lemma, ()), *rules.idioms.get(lemma, ()))
    parts = [c for c in verb.children if c.rel in _PARTS and _can_be_part(c, rules)] if known else []
    if clause.passive and rules.undergoer_is_object():
        parts = [c for c in parts if c not in clause.subjects]  # "lupa päätettiin antaa Betalle"
    if not parts:
        return reflexive
    said = {form for c in parts for form in (c.lower, c.lemma.lower())}
    whole = {
        words: chosen
        for words in known
        if not said.isdisjoint(words)
        and len(chosen := [c for c in parts if c.lower in words or c.lemma.lower() in words]) == len(words)
    }
    if not whole:
        return reflexive
    longest = min(whole, key=lambda words: (-len(words), words))
    return sorted({*whole[longest], *reflexive}, key=by_place)


def _goes_along(child: Word, verb: Word, rules: Rules) -> bool:
    """Whether a reflexive pronoun with its adposition says what the verb means: "ser for seg", "har med seg"."""
    if child.rel != "obl" or child.lower not in rules.reflexives or child.i < verb.i:
        return False
    return len(child.children) == 1 and child.child("case") is not None


def _can_be_part(child: Word, rules: Rules) -> bool:
    """Whether a dependent can be one of an idiom's words; a noun with a determiner or attribute is one of its own."""
    if rules.case_role(child) is not None and child.child("det") is not None:
        return False  # "tässä yhteydessä"
    return child.pos != "PROPN" and child.child("nummod", "conj", "nmod:poss", "acl") is None


def relation(tree: Tree, clause: Clause, absorbed: Sequence[Word], objects: Sequence[Argument]) -> Relation:
    """The verb group as it stands, and its base form."""
    adverbs = tree.profile.adverbs
    group = {w.i: w for w in (*_group(clause, tree.rules, adverbs=adverbs), *_idiom_words(absorbed))}
    adjective = clause.copular and bool(objects) and not clause.is_owned
    if adjective:
        # "is responsible for X", "is 5% cheaper than X", "is more powerful than X"
        group |= {w.i: w for w in (clause.head, *_compared(clause.head, tree.rules))}
    text = joined([group[i] for i in sorted(group)]) or tree.rules.copula
    if adjective:
        return Relation(text, clause.head.lemma.lower(), "adjective")
    if clause.copular:
        return Relation(text, "have" if clause.is_owned else tree.rules.copula, "copula")
    verbs = [v for v in clause.verbs if v.lemma.lower() not in tree.rules.transparent_verbs] or [clause.head]
    if clause.head not in verbs:
        verbs.append(clause.head)
    particles = [c.lower for c in clause.head.children if c.dep == "compound:prt"]
    lemma, *words = [w.lemma.lower() for w in (*verbs, *absorbed)]
    return Relation(text, lemma, "verb", tuple(words), particles[0] if particles else None, clause.passive)


def _compared(adjective: Word, rules: Rules) -> Iterator[Word]:
    """The words that say how much, or how much more, an adjective holds."""
    for child in adjective.children:
        if is_measure(child, adjective):
            yield from child.subtree()
        elif says_degree(child, adjective, rules):
            yield child


def _idiom_words(absorbed: Sequence[Word]) -> Iterator[Word]:
    """The idiom's words with what stands before them: "fell in love", "played a key role"."""
    for word in absorbed:
        yield word
        yield from (c for c in word.children if c.rel == "case" and c.i < word.i)
        for child in word.all(*_MODIFIERS):
            yield from (w for w in child.subtree() if w.i < word.i)


def stands_alone(word: Word) -> bool:
    """Whether an idiom's noun is an object of its own where nothing follows: "key role", "paljon yhteistyötä"."""
    return word.rel == "obj" and word.child(*_MODIFIERS, "advmod") is not None


def _group(clause: Clause, rules: Rules, *, adverbs: bool) -> Iterator[Word]:
    """The verbs of the chain with what belongs to each."""
    copular = clause.copular
    for position, verb in enumerate(clause.words):
        if verb is not clause.head or not copular:
            yield verb
        for child in verb.children:
            if child.rel in ("aux", "cop") or child.dep == "compound:prt" or is_stranded(child, verb):
                yield child
            elif child.rel == PREFIX:
                yield from (child, *child.all("punct"))
            elif child.rel in ("mark", "case", "cc") and child.saying() in rules.negating_marks:
                if verb.child("nsubj") is None:
                    yield from child.expression()  # "without leaving"
            elif child.rel == "mark":
                tying = (rules.complement_marks, rules.gerund_marks, rules.purpose_marks, rules.quality_marks)
                tied = any(child.lower in marks for marks in tying)
                inner = position > 0 and (child.pos == "PART" or tied)
                if inner or (child.pos == "PART" and clause.infinitive) or rules.is_negative(child):
                    yield child
            elif child.rel in ("advmod", "neg"):
                yield from _adverb(child, verb, rules, adverbs=adverbs)
    if clause.top.rel == "conj":
        yield from _shared_auxiliaries(clause, rules)
        negation = shared_negation(clause, rules)
        if negation is not None:
            yield negation


def _adverb(child: Word, verb: Word, rules: Rules, *, adverbs: bool) -> Iterator[Word]:
    """The words of an adverb that belong to the group: negations, but for "not only", particles, inner adverbs."""
    if rules.negates(child) or (child.lower in rules.outstanding and is_outstanding(verb, rules)):
        if not is_only(child, verb, rules):
            yield child
            yield from (c for c in child.children if c.lower in rules.negative_determiners)  # "no longer"
    elif _is_particle(child, verb, rules) or (adverbs and _is_inner_adverb(child, verb)):
        yield child


def _is_particle(child: Word, verb: Word, rules: Rules) -> bool:
    """Whether an adverb right behind its verb says where to, as a particle does: "came back", "moved away from"."""
    return child.lower in rules.particles and child.i == verb.i + 1 and verb.pos == "VERB"


def is_stranded(child: Word, verb: Word) -> bool:
    """Whether an adposition stands alone behind its verb: "is looked on as", "should be complied with"."""
    return child.pos == "ADP" and child.rel in ("obl", "obj", "advmod") and child.i > verb.i and not child.children


def _is_inner_adverb(child: Word, verb: Word) -> bool:
    """Whether an adverb stands between subject or auxiliary and verb: "will eagerly seize on"."""
    if child.rel != "advmod" or child.pos != "ADV" or child.children or child.i > verb.i:
        return False
    return any(c.i < child.i and c.rel in ("aux", "cop", "nsubj", "mark") for c in verb.children)


def _shared_auxiliaries(clause: Clause, rules: Rules) -> Iterator[Word]:
    """The auxiliaries that a coordinated verb shares: "should be imprisoned or expelled"."""
    top = clause.top
    if top.head is None or top.child("nsubj", "cop") is not None:
        return
    if (own := top.child("aux")) is not None:
        if own.feats.get("VerbForm") == "Inf" == top.head.feats.get("VerbForm"):
            yield from top.head.all("aux")  # "may go or be sold"
        return
    participle = top.pos == "VERB" and top.feats.get("VerbForm") == "Part" and top.child("obj") is None
    if participle and top.head.pos in ("ADJ", "NOUN"):
        yield from top.head.all("cop")  # "is old or widely known"
    form, other = top.feats.get("VerbForm"), top.head.feats.get("VerbForm")
    if form in ("Part", "Inf") and other == form:
        yield from (c for c in top.head.children if c.rel == "aux")
    elif top.pos == "VERB" and form == "Fin" and other == "Inf" and not is_finite(top):
        yield from (c for c in top.head.all("aux") if c.lemma.lower() in rules.modals)  # "may go and sell"

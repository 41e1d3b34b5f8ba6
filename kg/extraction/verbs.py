"""A clause to its relation: the verb group as it stands, with what belongs to it, and its base form.

The group holds auxiliaries, copulas, particles, negation, marks of the infinitive, and the nouns and reflexive pronouns
that make an idiom with the verb ("took part in", "ottaa kantaa").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.clauses import Clause
from kg.extraction.predicates import is_reflexive
from kg.extraction.status import shared_negation
from kg.extraction.tree import Tree, Word, by_place
from kg.languages import Rules
from kg.model import Argument, Relation

#: Relations to the verb of an idiom's words, and of a reflexive pronoun that belongs to the verb.
_PARTS = frozenset({"obj", "obl", "xcomp", "advmod"})
_REFLEXIVE = frozenset({"obj", "iobj", "expl"})
#: Verb lemma to the sets of words that make an idiom with it ("take" to ("part",)).
Idioms = Mapping[str, frozenset[tuple[str, ...]]]


def idiom(clause: Clause, idioms: Idioms, rules: Rules) -> list[Word]:
    """The words that the verb takes into its idiom: "part" of "took part", reflexive pronouns."""
    verb = clause.head
    children = [c for w in clause.words for c in w.children if c.rel in _REFLEXIVE]
    reflexive = [c for c in children if is_reflexive(c, clause.subjects, rules)]
    parts = [c for c in verb.children if c.rel in _PARTS and _can_be_part(c)]
    if not parts:
        return reflexive
    lemma = verb.lemma.lower()
    said = {form for c in parts for form in (c.lower, c.lemma.lower())}
    whole = {
        words: chosen
        for words in (*idioms.get(lemma, ()), *rules.idioms.get(lemma, ()))
        if not said.isdisjoint(words)
        and len(chosen := [c for c in parts if c.lower in words or c.lemma.lower() in words]) == len(words)
    }
    if not whole:
        return reflexive
    longest = min(whole, key=lambda words: (-len(words), words))
    return sorted({*whole[longest], *reflexive}, key=by_place)


def _can_be_part(child: Word) -> bool:
    """Whether a dependent can be one of an idiom's words; a noun with a determiner or attribute is one of its own."""
    return child.pos != "PROPN" and child.child("nummod", "conj", "nmod:poss", "acl") is None


def relation(tree: Tree, clause: Clause, absorbed: Sequence[Word], objects: Sequence[Argument]) -> Relation:
    """The verb group as it stands, and its base form."""
    adverbs = tree.profile.adverbs
    group = {w.i: w for w in (*_group(clause, tree.rules, adverbs=adverbs), *_idiom_words(absorbed))}
    adjective = clause.copular and bool(objects) and not clause.is_owned
    if adjective:
        group[clause.head.i] = clause.head  # "is responsible for X"
    text = _text([group[i] for i in sorted(group)]) or tree.rules.copula
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


def _idiom_words(absorbed: Sequence[Word]) -> Iterator[Word]:
    """The idiom's words with the adpositions before them: "fell in love"."""
    for word in absorbed:
        yield word
        yield from (c for c in word.children if c.rel == "case" and c.i < word.i)


def _group(clause: Clause, rules: Rules, *, adverbs: bool) -> Iterator[Word]:
    """The verbs of the chain with what belongs to each."""
    copular = clause.copular
    for position, verb in enumerate(clause.words):
        if verb is not clause.head or not copular:
            yield verb
        for child in verb.children:
            if child.rel in ("aux", "cop") or child.dep == "compound:prt" or is_stranded(child, verb):
                yield child
            elif child.rel == "mark":
                inner = position > 0 and (child.pos == "PART" or child.lower in rules.complement_marks)
                if inner or (child.pos == "PART" and clause.infinitive) or rules.is_negative(child):
                    yield child
            elif child.rel in ("advmod", "neg"):
                if rules.negates(child):
                    yield child
                    yield from (c for c in child.children if c.lower in rules.negative_determiners)  # "no longer"
                elif adverbs and _is_inner_adverb(child, verb):
                    yield child
    if clause.top.rel == "conj":
        yield from _shared_auxiliaries(clause)
        negation = shared_negation(clause, rules)
        if negation is not None:
            yield negation


def is_stranded(child: Word, verb: Word) -> bool:
    """Whether an adposition stands alone behind its verb: "is looked on as", "should be complied with"."""
    return child.pos == "ADP" and child.rel in ("obl", "obj", "advmod") and child.i > verb.i and not child.children


def _is_inner_adverb(child: Word, verb: Word) -> bool:
    """Whether an adverb stands between subject or auxiliary and verb: "will eagerly seize on"."""
    if child.rel != "advmod" or child.pos != "ADV" or child.children or child.i > verb.i:
        return False
    return any(c.i < child.i and c.rel in ("aux", "cop", "nsubj", "mark") for c in verb.children)


def _shared_auxiliaries(clause: Clause) -> Iterator[Word]:
    """The auxiliaries that a coordinated verb shares: "should be imprisoned or expelled"."""
    top = clause.top
    if top.head is None or top.child("aux", "nsubj", "cop") is not None:
        return
    if top.feats.get("VerbForm") in ("Part", "Inf") and top.head.feats.get("VerbForm") == top.feats.get("VerbForm"):
        yield from (c for c in top.head.children if c.rel == "aux")


def _text(words: Sequence[Word]) -> str:
    """The words as they stand, a space between those that do not touch."""
    text, end = "", words[0].start if words else 0
    for word in words:
        text += word.text if word.start == end else f" {word.text}"
        end = word.end
    return text

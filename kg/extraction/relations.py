"""A clause to propositions: its verb group, its object, its other arguments, for each of its subjects.

One proposition for every pair of subject and object; where a clause has no object its first oblique argument is the
object, with its adposition. The other arguments stand with the first object only, since they belong to the clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.clauses import Clause
from kg.extraction.mentions import Mentions
from kg.extraction.phrases import NOMINAL, close_name, examples, is_proper, role_of
from kg.extraction.status import Status
from kg.extraction.times import is_time
from kg.extraction.tree import Tree, Word
from kg.languages import Rules
from kg.model import Argument, ArgumentKind, EntityClass, Phrase, Proposition, Relation

#: Verb lemma to the sets of words that make an idiom with it ("take" to ("part",)).
Idioms = Mapping[str, frozenset[tuple[str, ...]]]


def propositions(
    tree: Tree, clause: Clause, status: Status, mentions: Mentions, *, sentence: int, idioms: Idioms
) -> Iterator[Proposition]:
    """The propositions of one clause, subjects and objects in text order."""
    subjects = list(_subjects(clause, tree.rules))
    if not subjects or _only_reports(clause, tree.rules):
        return
    absorbed = _idiom(clause, idioms)
    arguments = _arguments(tree, clause, status, mentions, absorbed)
    objects, others = _split(clause, arguments)
    relation = _relation(tree, clause, absorbed, objects)
    if _is_copular(clause) and not objects:
        objects = predicates(tree, clause, mentions)
    source = mentions.phrase(tree, _named(status.source)) if status.source is not None else None
    for subject in subjects:
        phrase = _subject_phrase(tree, subject, mentions)
        for position, chosen in enumerate(objects or [None]):
            yield Proposition(
                sentence=sentence,
                subject=phrase,
                relation=relation,
                object=chosen,
                arguments=tuple(others) if position == 0 else (),
                negated=status.negated,
                modality=status.modality,
                attributed_to=source,
                rule=clause.rule,
            )


def _only_reports(clause: Clause, rules: Rules) -> bool:
    """Whether the clause says no more than that somebody says what another clause holds."""
    says = clause.head.lemma.lower() in rules.reporting_verbs and clause.head.child("ccomp") is not None
    return says and clause.head.child("obj", "iobj") is None


def _named(word: Word) -> Word:
    return close_name(word) or word


def _subjects(clause: Clause, rules: Rules) -> Iterator[Word]:
    """The subjects, with the names that "X like A and B" means by its examples."""
    if _is_owned(clause):
        yield clause.head
        return
    for subject in clause.subjects:
        yield subject
        for example, restrictive in examples(subject, rules):
            if restrictive and is_proper(example):
                yield example


def _subject_phrase(tree: Tree, subject: Word, mentions: Mentions) -> Phrase:
    if subject.rel == "csubj" or (subject.pos == "VERB" and subject.rel not in ("nsubj", "obj", "obl", "nmod")):
        return _clause_phrase(tree, subject)
    return mentions.phrase(tree, _named(subject))


def _clause_phrase(tree: Tree, head: Word) -> Phrase:
    """A clause as a slot: its words without the mark in front."""
    words = sorted(head.subtree(without=lambda w: w.rel in ("mark", "punct", "parataxis")), key=lambda w: w.i)
    return Phrase(*tree.render(words))


def _is_owned(clause: Clause) -> bool:
    """Whether the clause says in the Finnish way that something has something: "Kanavalla on katsojia"."""
    return clause.rule == "copula" and any(c.dep == "cop:own" for c in clause.head.children)


def _idiom(clause: Clause, idioms: Idioms) -> list[Word]:
    """The words that the verb takes into its idiom: "part" of "took part", reflexive pronouns."""
    reflexive = [c for c in clause.head.children if c.feats.get("Reflex") == "Yes" and c.rel in ("obj", "iobj", "expl")]
    for words in sorted(idioms.get(clause.head.lemma.lower(), ()), key=lambda each: (-len(each), each)):
        chosen = [
            c for c in clause.head.children if c.lemma.lower() in words and c.rel in ("obj", "obl", "xcomp", "advmod")
        ]
        if len(chosen) == len(words):
            return sorted({*chosen, *reflexive}, key=lambda w: w.i)
    return reflexive


def _arguments(
    tree: Tree, clause: Clause, status: Status, mentions: Mentions, absorbed: Sequence[Word]
) -> list[tuple[Word, Argument]]:
    """What the clause governs, each with its word, in text order; relative pronouns give way to their antecedent."""
    found = []
    for word in _governed(clause, absorbed, tree.rules):
        if word is status.source or (word in clause.subjects and not _is_owned(clause)):
            continue
        stands_for = clause.antecedent if word is clause.pronoun and clause.antecedent is not None else word
        role, case = role_of(word, tree.rules)
        if word.rel in ("obj", "iobj", "xcomp") and role is None:
            case = None if word.rel == "obj" else case
        for part in stands_for.conjuncts() if stands_for is word else [stands_for]:
            phrase = mentions.phrase(tree, _named(part))
            found.append((word, Argument(phrase, role, case, _kind(part, phrase, mentions, tree.rules))))
    if clause.rule == "relative" and clause.antecedent is not None and _has_gap(clause, found):
        phrase = mentions.phrase(tree, _named(clause.antecedent))
        found.insert(0, (clause.antecedent, Argument(phrase)))
    return found


def _governed(clause: Clause, absorbed: Sequence[Word], rules: Rules) -> list[Word]:
    """The clause's objects, obliques and nominal complements, in text order, those of an idiom's noun first."""
    words: dict[int, Word] = {}
    for verb in (*clause.verbs, clause.head):
        for child in verb.children:
            fits = child.rel in ("obj", "iobj", "obl") or (child.rel == "xcomp" and _is_nominal_complement(child))
            fits = fits or (child.rel == "nsubj" and _is_owned(clause) and verb is clause.head)
            fits = fits or (child.rel == "nmod" and verb is clause.head and verb.pos == "ADJ")
            fits = fits or (child is clause.pronoun and child.rel == "advmod")
            if fits and child not in absorbed:
                words[child.i] = child
            elif child.rel == "advmod":  # "away from Meta"
                words |= {c.i: c for c in child.children if c.rel in ("obl", "nmod") and c.pos in NOMINAL}
    own = [
        child  # "took contact with X": X hangs on the idiom's noun
        for word in absorbed
        for child in word.children
        if child.rel in ("nmod", "obl") and (child.child("case") is not None or rules.case_role(child))
    ]
    return [*own, *(words[i] for i in sorted(words))]


def _is_nominal_complement(word: Word) -> bool:
    """Whether an xcomp is no clause of its own: "called him a liar", "are coloured blue"."""
    return word.pos not in ("VERB", "AUX") and word.child("cop", "nsubj") is None


def _has_gap(clause: Clause, found: Sequence[tuple[Word, Argument]]) -> bool:
    """Whether the antecedent is the object that the relative clause leaves out."""
    if clause.antecedent in clause.subjects:
        return False
    if any(argument.phrase for word, argument in found if word is clause.pronoun):
        return False
    return not any(word.rel == "obj" for word, _ in found) and clause.rule == "relative" and clause.head.pos == "VERB"


def _kind(word: Word, phrase: Phrase, mentions: Mentions, rules: Rules) -> ArgumentKind | None:
    if phrase.mention is None:
        return ArgumentKind.TIME if is_time(word, rules) else None
    kind = mentions.found[phrase.mention].entity_class
    if kind is EntityClass.QUANTITY:
        return ArgumentKind.QUANTITY
    return ArgumentKind.PLACE if kind is EntityClass.PLACE else None


def _split(clause: Clause, arguments: list[tuple[Word, Argument]]) -> tuple[list[Argument], list[Argument]]:
    """(objects, other arguments): the direct objects or the predicate, else the first oblique that is no time."""
    if clause.rule in ("copula", "relative", "adverbial", "infinitive", "participle") and _is_copular(clause):
        return _split_copula(clause, arguments)
    objects = [a for w, a in arguments if w.rel == "obj" or w is clause.antecedent]
    objects = objects or [a for w, a in arguments if w.rel == "xcomp"] or [a for w, a in arguments if w.rel == "iobj"]
    others = [a for _, a in arguments if a not in objects]
    if not objects and others:
        agents = [a for w, a in arguments if w.dep == "obl:agent"]
        objects = [next(iter(agents), None) or _nearest(clause, arguments)]
        first = objects[0]
        others.remove(first)
    return objects, others


def _nearest(clause: Clause, arguments: Sequence[tuple[Word, Argument]]) -> Argument:
    """The first argument that says no time, of those behind the verb where there are any."""
    placed = [(w, a) for w, a in arguments if a.kind is not ArgumentKind.TIME] or list(arguments)
    return next((a for w, a in placed if w.i > clause.head.i), placed[0][1])


def _is_copular(clause: Clause) -> bool:
    return clause.head.child("cop") is not None


def _split_copula(clause: Clause, arguments: list[tuple[Word, Argument]]) -> tuple[list[Argument], list[Argument]]:
    if _is_owned(clause):
        owned = [a for w, a in arguments if w.rel == "nsubj"]
        return owned, [a for a in (a for _, a in arguments) if a not in owned]
    plain = [a for _, a in arguments]
    if clause.head.pos == "ADJ" and (complement := next((a for a in plain if a.kind is not ArgumentKind.TIME), None)):
        return [complement], [a for a in plain if a is not complement]
    return [], plain


def predicates(tree: Tree, clause: Clause, mentions: Mentions) -> list[Argument]:
    """What a copular clause says that its subject is: each coordinated predicate, with its adposition if any."""
    found = []
    for part in clause.head.conjuncts():
        if part is clause.head or part.child("cop", "nsubj") is None:
            role, case = role_of(part, tree.rules)
            phrase = mentions.phrase(tree, _named(part))
            found.append(Argument(phrase, role, case, _kind(part, phrase, mentions, tree.rules)))
    return found


def _relation(tree: Tree, clause: Clause, absorbed: Sequence[Word], objects: Sequence[Argument]) -> Relation:
    """The verb group as it stands, and its base form."""
    group = {w.i: w for w in _group_words(clause, tree.rules)} | {w.i: w for w in absorbed}
    copular = _is_copular(clause)
    if copular and objects and not _is_owned(clause):
        group[clause.head.i] = clause.head  # "is responsible for X"
    text = _text([group[i] for i in sorted(group)]) or tree.rules.copula
    if copular:
        adjective = bool(objects) and not _is_owned(clause)
        lemma = clause.head.lemma.lower() if adjective else "have" if _is_owned(clause) else tree.rules.copula
        return Relation(text, lemma, "adjective" if adjective else "copula")
    verbs = [v for v in clause.verbs if v.lemma.lower() not in tree.rules.transparent_verbs] or [clause.head]
    if clause.head not in verbs:
        verbs.append(clause.head)
    particle = next((c.lower for c in clause.head.children if c.dep == "compound:prt"), None)
    words = tuple(v.lemma.lower() for v in verbs[1:]) + tuple(w.lemma.lower() for w in absorbed)
    return Relation(text, verbs[0].lemma.lower(), "verb", words, particle, clause.passive)


def _group_words(clause: Clause, rules: Rules) -> Iterator[Word]:
    """Auxiliaries, copulas, particles, negation and infinitive marks of the chain, and its verbs."""
    for position, verb in enumerate((*clause.verbs, *([clause.head] if _is_copular(clause) else []))):
        if verb is not clause.head or not _is_copular(clause):
            yield verb
        for child in verb.children:
            marks = child.rel == "mark" and child.pos == "PART" and (position > 0 or clause.infinitive)
            negates = child.rel in ("advmod", "neg") and rules.is_negative(child)
            if child.rel in ("aux", "cop") or child.dep == "compound:prt" or marks or negates:
                yield child
    yield from _shared_auxiliaries(clause)


def _shared_auxiliaries(clause: Clause) -> Iterator[Word]:
    """The auxiliaries that a coordinated verb shares: "should be imprisoned or expelled"."""
    top = clause.top
    if top.rel != "conj" or top.head is None or top.child("aux", "nsubj", "cop") is not None:
        return
    if top.feats.get("VerbForm") in ("Part", "Inf") and top.head.feats.get("VerbForm") == top.feats.get("VerbForm"):
        yield from (c for c in top.head.children if c.rel == "aux")


def _text(words: Sequence[Word]) -> str:
    """The words as they stand, a space between those that do not touch."""
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        text += word.text if before is None or before.end == word.start else f" {word.text}"
    return text

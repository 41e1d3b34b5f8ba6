"""A clause to propositions: its verb group, its object, its other arguments, for each of its subjects.

One proposition for every pair of subject and object; where a clause has no object its first oblique argument is the
object, with its adposition. The other arguments stand with the first object only, since they belong to the clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.arguments import (
    arguments,
    beside,
    governed,
    is_verbal_predicate,
    named,
    phrase_in,
    predicates,
    split,
)
from kg.extraction.clauses import Clause
from kg.extraction.contrast import contrasted, stance_of, without_negation
from kg.extraction.control import is_manner
from kg.extraction.mentions import Mentions
from kg.extraction.phrases import (
    NOMINAL,
    examples,
    is_proper,
    role_of,
    slot_words,
    whole_words,
    without_edges,
)
from kg.extraction.predicates import is_nonfinite, is_that_clause
from kg.extraction.questions import (
    announces,
    asks_for_thing,
    is_bare,
    is_indirect_question,
    opens_clause,
    stands_for_nothing,
)
from kg.extraction.status import Status, is_content, reports
from kg.extraction.times import is_time
from kg.extraction.tree import Tree, Word, by_place
from kg.extraction.verbs import Idioms, idiom, relation, stands_alone
from kg.languages import Rules
from kg.model import Argument, Phrase, Proposition


def propositions(
    tree: Tree, clause: Clause, status: Status, mentions: Mentions, *, sentence: int, idioms: Idioms
) -> Iterator[Proposition]:
    """The propositions of one clause, subjects and objects in text order, then those that leave its verb out."""
    subjects = list(_subjects(clause, tree.rules))
    if not subjects or (tree.is_question and not tree.profile.clauses and asks_for_thing(clause.words, tree.rules)):
        return
    absorbed = idiom(clause, idioms, tree.rules)
    held = governed(clause, absorbed, tree.rules)
    found = _of_clause(tree, clause, subjects, status, mentions, absorbed, held, sentence=sentence)
    yield from found
    if found:
        yield from _gapped(tree, clause, found[0], mentions)
        yield from _contrasted(tree, clause, found[0], mentions, held)


def _contrasted(
    tree: Tree, clause: Clause, full: Proposition, mentions: Mentions, held: Sequence[Word]
) -> Iterator[Proposition]:
    """What holds otherwise than its clause: "works in Oslo, not in Bergen", "is no poet but a painter"."""
    phrases = [(word, word.conjuncts()) for word in held]
    if clause.copular:
        phrases.append((clause.head, beside(clause.head)))
    for first, part, stance in contrasted(clause, phrases, tree.rules):
        role, case = role_of(part, tree.rules)
        if role is None:
            role = role_of(first, tree.rules)[0]
        text = full.relation.text
        if stance.negated and stance.word is not None:
            text = f"{text} {stance.word.saying()}"
        elif full.negated and not stance.negated:
            text = without_negation(text, tree.rules)
        yield full._replace(
            relation=full.relation._replace(text=text),
            object=Argument(mentions.phrase(tree, named(part)), role, case),
            arguments=(),
            negated=stance.negated,
            modality=stance.modality or full.modality,
        )


def _gapped(tree: Tree, clause: Clause, full: Proposition, mentions: Mentions) -> Iterator[Proposition]:
    """What coordinated phrases say by the verb of the clause: "Ann bought Acme, and Bob Beta".

    Where a verb is left out its subject stands for it, and the other phrases hang on that as `orphan`
    (https://universaldependencies.org/u/dep/orphan.html).
    """
    if clause.rule == "copula":
        return
    for subject in clause.top.all("conj"):
        orphans = [part for word in subject.all("orphan") for part in word.conjuncts()]
        if not orphans or not _is_remnant_subject(subject, orphans):
            continue
        filled = [Argument(mentions.phrase(tree, named(w)), *role_of(w, tree.rules)) for w in orphans]
        yield full._replace(
            subject=mentions.phrase(tree, named(subject)),
            object=filled[0],
            arguments=tuple(filled[1:]),
            rule="gapping",
        )


def _is_remnant_subject(word: Word, orphans: list[Word]) -> bool:
    """Whether a phrase without its verb can be the subject: first of them all, with no adposition and no other case."""
    bare = word.child("case") is None and word.feats.get("Case", "Nom") == "Nom"
    fits = all(word.i < orphan.i and orphan.pos != "VERB" for orphan in orphans)
    return bare and word.pos in NOMINAL and fits


def _of_clause(
    tree: Tree,
    clause: Clause,
    subjects: Sequence[Word],
    status: Status,
    mentions: Mentions,
    absorbed: list[Word],
    held: Sequence[Word],
    *,
    sentence: int,
) -> list[Proposition]:
    """The propositions of a clause by its own verb; `absorbed` is its idiom, `held` what it governs beside."""
    objects, others, absorbed = _slots(tree, clause, status, mentions, absorbed, held)
    if not tree.profile.clauses and _states_nothing(clause, [*objects, *others], tree.rules):
        return []
    holds = relation(tree, clause, absorbed, objects)
    if clause.copular and not objects:
        objects = predicates(tree, clause, mentions)
    source = _speaker(tree, status.source, mentions) if status.source is not None else None
    predicate = tuple([word.token() for word in sorted(clause.words, key=by_place)])
    found: list[Proposition] = []
    for subject in subjects:
        if not objects and not clause.passive and _is_told(subject, tree.rules):
            continue  # "käy ilmi, että …"
        phrase = _subject_phrase(tree, clause, subject, mentions)
        stance = stance_of(subject, clause, tree.rules) if _is_own(subject, clause) else None
        for position, chosen in enumerate(objects or [None]):
            found.append(
                Proposition(
                    sentence=sentence,
                    subject=phrase,
                    relation=holds,
                    object=chosen,
                    arguments=tuple(others) if position == 0 else (),
                    negated=status.negated or (stance is not None and stance.negated),
                    modality=(stance.modality if stance is not None else None) or status.modality,
                    attributed_to=source,
                    rule=clause.rule,
                    tokens=predicate,
                )
            )
    return found


def _slots(
    tree: Tree, clause: Clause, status: Status, mentions: Mentions, absorbed: list[Word], held: Sequence[Word]
) -> tuple[list[Argument], list[Argument], list[Word]]:
    """(objects, other arguments, the words of the idiom): an idiom's noun is the object where nothing else is one."""
    if is_verbal_predicate(clause):
        absorbed, held = [], ()
    objects, others = split(clause, arguments(tree, clause, status.source, mentions, held))
    if not objects and any(stands_alone(word) for word in absorbed):
        absorbed = []
        held = governed(clause, absorbed, tree.rules)
        objects, others = split(clause, arguments(tree, clause, status.source, mentions, held))
    return objects, others, absorbed


def _states_nothing(clause: Clause, found: Sequence[Argument], rules: Rules) -> bool:
    """Whether a clause only serves another one, which states what there is to say."""
    return _only_reports(clause, rules) or _only_causes(clause, rules) or _only_points(clause, found, rules)


def _is_told(subject: Word, rules: Rules) -> bool:
    """Whether a subject is a clause that states its own fact."""
    return subject.rel == "csubj" and is_that_clause(subject, rules)


def _is_own(subject: Word, clause: Clause) -> bool:
    """Whether a subject stands in the clause itself, so that what it says of itself holds there: "not all members"."""
    return subject.rel in ("nsubj", "conj") and clause.rule not in ("relative", "participle", "infinitive")


def _only_points(clause: Clause, found: Sequence[Argument], rules: Rules) -> bool:
    """Whether nothing is left of a clause but one below it ("it emerged that …"), an auxiliary, or "a role to play"."""
    if opens_clause(clause.head, rules) or announces(clause.head, rules):
        return True  # "tulos on se, että …"
    if clause.copular and not found and clause.head.lower in rules.hollow_predicates:
        return True  # "kyseessä on satama"
    if is_verbal_predicate(clause) and all(w.lower in rules.thing_pronouns and not w.children for w in clause.subjects):
        return True  # "det er berre å ringje"
    if found or clause.copular:
        return False
    if clause.rule == "infinitive" and clause.top.rel == "acl":
        return not clause.passive and clause.top is clause.head
    introduced = any(_holds_all(c, rules) or _is_told(c, rules) for c in clause.head.children)
    return introduced or (clause.head.pos == "AUX" and clause.head is clause.top) or _is_hollow(clause, rules)


def _is_hollow(clause: Clause, rules: Rules) -> bool:
    """Whether a verb without arguments only says which one is meant, that there is one, or that somebody speaks.

    "There is a way"; "I mean"; "more than they sell".
    """
    top, head = clause.top, clause.head
    attribute = clause.rule == "participle" or (top.rel == "conj" and top.first().dep == "acl" and is_nonfinite(top))
    if attribute and (top is head or not head.children) and top.rel in ("acl", "conj"):
        told = top.child("nsubj", "aux") or any(c.children for c in top.all("xcomp"))
        return not told  # "the costs involved", "nopeasti kasvava yhtiö", "olemassa oleva yhtiö"
    if top is head and head.feats.get("Case") == "Ade" and is_manner(top, rules) and head.child("nsubj") is None:
        return True  # "oppii kuuntelemalla"
    if rules.is_negative(head) or (reports(head, rules) and top is head and not clause.passive):
        return True  # "…, Ann writes": nothing of what she writes
    if not clause.passive and head.child("expl") is not None:
        return True
    if head.lemma.lower() in rules.hollow_verbs and top is head and not clause.passive:
        return head.child("compound:prt") is None  # "sa opp" tells that somebody resigned
    return top.rel == "advcl" and any(m.lower in rules.comparing_marks for m in top.all("mark"))


def _holds_all(child: Word, rules: Rules) -> bool:
    """Whether a clause is what the verb above tells of, also behind an adposition: "viser til at …"."""
    if child.rel == "ccomp" or opens_clause(child, rules) or announces(child, rules):
        return True
    return child.rel == "advcl" and (is_content(child, rules) or is_indirect_question(child, rules))


def _only_reports(clause: Clause, rules: Rules) -> bool:
    """Whether the clause says no more than that somebody says what another clause holds."""
    if not reports(clause.head, rules):
        return False
    others = [c for c in clause.head.all("obj", "iobj", "obl") if not (c.rel == "obl" and is_time(c, rules))]
    lemma = clause.head.lemma.lower()
    more = any(f"{lemma} {c.lower}" not in rules.reporting_verbs for c in others)  # "on sitä mieltä, että …"
    said = clause.head.child("ccomp") or (clause.head.child("csubj") if clause.passive else None)
    if said is None and clause.copular:  # "er sikker på at …"
        said = next((c for c in clause.head.all("advcl") if is_content(c, rules)), None)
    if said is None:  # "…, said Ann": beside what she said
        return clause.top.rel == "parataxis" and not more and clause.head.child("xcomp") is None
    return not more and not is_bare(said) and not is_indirect_question(said, rules)


def _only_causes(clause: Clause, rules: Rules) -> bool:
    """Whether a verb needs what is caused to say anything: "made Ann leave", "makes it likely that Ann leaves"."""
    verb, done = clause.head, clause.head.child("xcomp")
    if done is None or clause.passive:
        return False
    if any(c.i > verb.i and c.lower in rules.thing_pronouns for c in verb.all("expl")):
        return done.child("ccomp", "csubj", "xcomp", "advcl") is not None
    return verb.lemma.lower() in rules.causatives and done.pos == "VERB" and verb.child("obj") is not None


def _subjects(clause: Clause, rules: Rules) -> Iterator[Word]:
    """The subjects, with the names that "X like A and B" means by its examples."""
    if clause.is_owned:
        relative = clause.head is clause.pronoun and clause.antecedent is not None
        yield clause.antecedent if relative and clause.antecedent is not None else clause.head
        return
    for subject in clause.subjects:
        if subject.pos in ("PRON", "SCONJ") and (subject.lower in rules.as_marks or stands_for_nothing(subject, rules)):
            continue  # "so fast as it is possible"
        owner = subject.child("nmod:poss") if clause.antecedent is None else None
        if owner is not None and owner.feats.get("PronType") == "Rel" and stands_for_nothing(owner, rules):
            continue  # "jonka paikkamäärä", of which nobody knows whose
        yield subject
        for example, restrictive in examples(subject, rules):
            if restrictive and is_proper(example):
                yield example


def _subject_phrase(tree: Tree, clause: Clause, subject: Word, mentions: Mentions) -> Phrase:
    if subject.rel == "csubj" or (subject.pos == "VERB" and subject.rel not in ("nsubj", "obj", "obl", "nmod")):
        return _clause_phrase(tree, subject)
    if _is_possessor(subject, tree.rules):
        return _owner_phrase(tree, subject, mentions)
    return phrase_in(tree, clause, subject, mentions)


def _is_possessor(word: Word, rules: Rules) -> bool:
    """Whether a word stands in a form that only possessors have: "Acme's plan to leave", "Acmes plan"."""
    return word.dep == "nmod:poss" or (word.dep == "nmod" and rules.possessor_form(word) != word.text)


def _owner_phrase(tree: Tree, owner: Word, mentions: Mentions) -> Phrase:
    """A possessor without the mark of its genitive."""
    phrase, marks = mentions.phrase(tree, owner), tree.rules.genitive_markers
    words = whole_words(owner, tree.rules) if tree.profile.whole else slot_words(owner, tree.rules)
    kept = [w for w in words if w.head is not owner or w.lower not in marks]
    text, start, end = tree.render(kept)
    cut = len(kept[-1].text) - len(tree.rules.possessor_form(kept[-1]))
    text, end = text[: len(text) - cut], None if end is None else end - cut
    return Phrase(text, start, end, mention=phrase.mention, moment=phrase.moment)


def _speaker(tree: Tree, source: Word, mentions: Mentions) -> Phrase:
    """Who says so, without the adposition that makes a source of them: "Reutersin mukaan"."""
    if source.lower in tree.rules.source_adpositions:
        source = source.child("nmod") or source
    if _is_possessor(source, tree.rules):
        return _owner_phrase(tree, source, mentions)
    phrase = mentions.phrase(tree, named(source))
    if not any(c.i > source.i and c.lower in tree.rules.source_adpositions for c in source.all("case")):
        return phrase
    return Phrase(*tree.render(slot_words(source, tree.rules)), mention=phrase.mention, moment=phrase.moment)


def _clause_phrase(tree: Tree, head: Word) -> Phrase:
    """A clause as a slot: its words without the mark in front."""
    words = sorted(head.subtree(without=lambda w: w.rel in ("punct", "parataxis") or _opens(w, head)), key=by_place)
    return Phrase(*tree.render(without_edges(words, head)))


def _opens(word: Word, head: Word) -> bool:
    """Whether the word introduces the clause of that head."""
    return word.rel == "mark" and word.head is head

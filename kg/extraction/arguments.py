"""A clause to what it governs: its object or predicate, and every other argument, each with its role.

The object is the direct object or the predicate; without one it is the first oblique that says no time. Relative
pronouns give way to what they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.antecedents import is_slight, is_vacuous, modified, says_when
from kg.extraction.clauses import Clause
from kg.extraction.contrast import stance_of
from kg.extraction.mentions import Mentions
from kg.extraction.phrases import (
    NOMINAL,
    close_name,
    is_measure,
    is_proper,
    role_of,
    slot_words,
    stands_beside,
    with_postposition,
    without_edges,
)
from kg.extraction.predicates import is_gerund, is_reflexive
from kg.extraction.questions import announces, is_bare, is_indirect_question, opens_clause, stands_for_nothing
from kg.extraction.sharing import objects_behind, shared_adjuncts, shared_gap, shared_objects
from kg.extraction.status import reports
from kg.extraction.times import how_much, is_time
from kg.extraction.tree import Tree, Word, by_place, has_words
from kg.extraction.verbs import is_stranded
from kg.languages import Rules
from kg.model import Argument, ArgumentKind, EntityClass, Phrase

#: Relations to the verb of what can be its argument, or hold one.
_GOVERNED = frozenset({"obj", "iobj", "obl", "xcomp", "nsubj", "nmod", "advmod", "mark"})
#: What an argument says of its clause where its mention is of such a class.
_KINDS = {EntityClass.QUANTITY: ArgumentKind.QUANTITY, EntityClass.PLACE: ArgumentKind.PLACE}
#: A word with the argument that it heads.
Governed = tuple[Word, Argument]


def arguments(
    tree: Tree, clause: Clause, source: Word | None, mentions: Mentions, held: Sequence[Word]
) -> list[Governed]:
    """What the clause governs, in text order, but for its subjects and who says so.

    `held` are the words that it governs, as `governed` gives them.
    """
    found: list[Governed] = []
    if is_verbal_predicate(clause):
        return found
    for word in held:
        if not tree.profile.whole and (_sets_aside(word, tree.rules) or is_vacuous(word, tree.rules)):
            continue
        if word.rel == "obl" and is_reflexive(word, clause.subjects, tree.rules):
            continue  # "ha med seg"
        if (
            word is source
            or (source is not None and source.head is word and source.dep == "nmod:poss")
            or (word in clause.subjects and not clause.is_owned)
        ):
            continue
        subject = clause.swapped or (clause.passive and word.rel == "obj" and clause.antecedent in clause.subjects)
        if subject and word is clause.pronoun:
            continue
        found.extend(_of_word(tree, clause, word, mentions))
    found.extend(_clausal(tree, clause) if tree.profile.clauses else _bare_clauses(tree, clause))
    gap = shared_gap(clause)
    if gap is not None:
        found.insert(0, (gap, Argument(mentions.phrase(tree, named(gap)))))
    noun = clause.top.head if clause.rule == "participle" and tree.rules.is_agent_participle(clause.top) else None
    if noun is not None and noun not in clause.subjects:
        found.insert(0, (noun, Argument(phrase_in(tree, clause, noun, mentions))))  # "Acmen ostama laiva"
    if clause.rule == "relative" and clause.antecedent is not None and _has_gap(clause, found, tree.rules):
        each = modified(clause.antecedent, clause.top)
        found[:0] = [(clause.antecedent, Argument(phrase_in(tree, clause, w, mentions))) for w in each]
    return found


def _sets_aside(word: Word, rules: Rules) -> bool:
    """Whether an adposition says that something makes no difference, or what it is like: no fact of the clause."""
    markers = [word, *word.all("case")] if word.child("nmod") is not None else word.all("case")
    return any(" ".join(w.lower for w in m.expression()) in rules.unfit_adpositions for m in markers)


def governed(clause: Clause, absorbed: Sequence[Word], rules: Rules) -> list[Word]:
    """The heads of what the clause governs, its own in text order, then what it shares."""
    found = _governed(clause, absorbed, rules)
    if "conj" in (clause.top.rel, clause.head.rel):
        shared = (w for w in shared_adjuncts(clause, rules) if not _is_discourse(w, rules))
        found += [*shared_objects(clause), *shared]
    if clause.head.rel == "conj" or clause.head.child("conj") is not None:
        found += objects_behind(clause, rules)
    return found


def named(word: Word) -> Word:
    """The name that stands for a common noun beside it, or the word, where it takes the case of both."""
    name = close_name(word)
    return word if name is None or stands_beside(word, name) else name


def phrase_in(tree: Tree, clause: Clause, word: Word, mentions: Mentions) -> Phrase:
    """The slot around a word, in which a relative pronoun gives way: "yhtiö, jonka johtaja", "firms, all of which"."""
    above = (clause.antecedent, clause.top.head)  # whose adposition says nothing of this clause
    alone = word in above and word.child("case") is not None
    phrase, pronoun = mentions.phrase(tree, named(word), alone=alone), clause.pronoun
    if pronoun is None or clause.antecedent is None or pronoun.head is not word or pronoun.rel != "nmod":
        return phrase
    if pronoun.dep != "nmod:poss":
        if pronoun.child("case") is None or not phrase.text.endswith(f" {pronoun.text}"):
            return phrase
        whole = mentions.phrase(tree, named(clause.antecedent)).text
        return Phrase(phrase.text.removesuffix(pronoun.text) + whole, None, None, phrase.mention)
    owner, owned = f"{mentions.phrase(tree, named(clause.antecedent)).text} ", f"{pronoun.text} "
    if not phrase.text.startswith(owned) or pronoun.feats.get("Case") != "Gen":
        return phrase
    return Phrase(owner + phrase.text.removeprefix(owned), None, None, phrase.mention)


def _of_word(tree: Tree, clause: Clause, word: Word, mentions: Mentions) -> Iterator[Governed]:
    """The arguments that a governed word gives: itself and what is coordinated with it."""
    role, case = role_of(word, tree.rules)
    if word.rel == "obj" and role is None:
        case = None
    if word.rel == "xcomp" and role is None and (mark := word.child("mark")) is not None:
        role = mark.lower  # "appear as recipients"
    if (role or case) in tree.rules.joint_adpositions and word.child("conj") is not None:
        yield (
            word,
            Argument(_joint_phrase(tree, word), role, case, ArgumentKind.TIME if is_time(word, tree.rules) else None),
        )
        return
    parts = [part for part in word.conjuncts() if _holds_alike(part, word, clause, tree.rules)]
    if word is clause.pronoun and clause.antecedent is not None:
        if says_when(word, clause.antecedent, tree.rules):
            return
        parts = modified(clause.antecedent, clause.top)
    elif word is clause.pronoun and (word.child("case") or word.rel == "advmod" or tree.rules.case_role(word)):
        return  # "…, minkä vuoksi hän lähti", "…, mistä hän suuttui", "…, jolloin hän lähti"
    for part in parts:
        if opens_clause(part, tree.rules) or part.lower in tree.rules.and_so_on or stands_for_nothing(part, tree.rules):
            continue
        phrase = phrase_in(tree, clause, part, mentions)
        if not has_words(phrase.text):
            continue  # a sign alone
        own = _own_role(part, word, tree.rules)
        if own is None and not (is_proper(part) and is_time(word, tree.rules) and not is_time(part, tree.rules)):
            own = role  # "in 1903 and the Nobel Prize" are two
        yield word, Argument(phrase, own, case, kind_of(part, phrase, mentions, tree.rules))


def _joint_phrase(tree: Tree, first: Word) -> Phrase:
    """The phrases of one coordination as one slot: "between May and June"."""
    parts = first.conjuncts()
    joints = [w for part in parts for w in part.children if w.rel in ("cc", "punct") and first.i < w.i < part.i]
    words = {w.i: w for w in (*joints, *(w for part in parts for w in slot_words(part, tree.rules)))}
    return Phrase(*tree.render(with_postposition(first, [words[i] for i in sorted(words)], tree.rules)))


def _own_role(part: Word, first: Word, rules: Rules) -> str | None:
    """The adposition that a coordinated phrase has for itself: "lives in trees or under rocks"."""
    return role_of(part, rules)[0] if part.rel == "conj" and part is not first else None


def _holds_alike(part: Word, first: Word, clause: Clause, rules: Rules) -> bool:
    """Whether a coordinated phrase is an argument as the first is, and no verb, and holds as the clause does."""
    verb = part.pos == "VERB" and first.pos in NOMINAL and part.child("obj", "nsubj", "aux") is not None
    return not verb and stance_of(part, clause, rules) is None


def _governed(clause: Clause, absorbed: Sequence[Word], rules: Rules) -> list[Word]:
    """The clause's objects, obliques and nominal complements, in text order, those of an idiom's noun first."""
    words: dict[int, Word] = {}
    for verb in clause.words:
        for child in verb.children:
            if child.rel not in _GOVERNED or child in absorbed:
                continue
            if _is_discourse(child, rules) or announces(child, rules):
                continue
            if _is_argument(clause, verb, child, rules):
                words[child.i] = child
            elif child.rel == "advmod" and child.children and child.pos != "ADJ":  # "away from Meta"
                words |= {c.i: c for c in child.children if _is_of_adverb(c, rules) or how_much(c, rules)}
    found = [words[i] for i in sorted(words)] if len(words) > 1 else list(words.values())
    if not absorbed:
        return found
    own = [
        child  # "took contact with X": X hangs on the idiom's noun
        for word in absorbed
        for child in word.children
        if child.rel in ("nmod", "obl") and (child.child("case") is not None or rules.case_role(child))
    ]
    return [*own, *found]


def _is_of_adverb(child: Word, rules: Rules) -> bool:
    """Whether a phrase at an adverb says where or when ("three years ago"), and not how often: "once a week"."""
    marked = child.child("case") is not None or rules.case_role(child) is not None
    dated = child.head is not None and is_time(child.head, rules)
    return (marked or dated) and child.rel in ("obl", "nmod") and child.pos in NOMINAL


def _is_argument(clause: Clause, verb: Word, child: Word, rules: Rules) -> bool:
    if is_measure(child, verb) or is_slight(child, rules):
        return False
    if child.rel in ("obj", "iobj", "obl"):
        if _floats(child, clause, rules):
            return False
        return not (is_stranded(child, verb) or _introduces(child, clause, rules))
    if child.rel == "xcomp":
        return is_nominal_complement(child) and child not in clause.verbs
    if child.rel == "nsubj":
        return verb is clause.head and (clause.is_owned or clause.swapped)
    if child.rel == "nmod":
        owner = child.dep == "nmod:poss" and (rules.having_case is not None or is_time(child, rules))
        return verb is clause.head and verb.pos == "ADJ" and not owner
    if child.rel == "mark":
        return child is clause.pronoun  # "nemnda der ho sat"
    return child.rel == "advmod" and (child is clause.pronoun or child.lower in rules.directions)


def _floats(child: Word, clause: Clause, rules: Rules) -> bool:
    """Whether a quantifier counts the subjects, though the parser makes it an object: "A og B kom begge"."""
    if child.lower not in rules.floating or child.children:
        return False
    return child.feats.get("Case") == "Nom" or len(clause.subjects) > 1


def _introduces(child: Word, clause: Clause, rules: Rules) -> bool:
    """Whether a word only introduces its clause, though the parser makes it an object: "som statsråden sa"."""
    return child.lower in rules.as_marks and clause.antecedent is None and not child.children


def _is_discourse(child: Word, rules: Rules) -> bool:
    """Whether a phrase ties sentences together and says nothing of the clause: "for example", "in fact"."""
    if child.rel not in ("obl", "advmod", "nmod") or child.lower not in rules.discourse_words:
        return False
    if not child.children:
        return child.lower in rules.discourse_phrases and child.pos != "PUNCT"
    words = [w for w in child.subtree() if w.pos != "PUNCT"]
    if len(words) > 4:
        return False
    return " ".join([w.lower for w in sorted(words, key=by_place)]) in rules.discourse_phrases


def _clausal(tree: Tree, clause: Clause) -> Iterator[Governed]:
    """The clauses that the clause governs: what is said, what somebody is made to do, and adverbial clauses."""
    for verb in clause.words:
        for child in verb.children:
            inner = child.rel == "xcomp" and child not in clause.verbs and child is not clause.head
            if child.rel in ("ccomp", "advcl") or (inner and not is_nominal_complement(child)):
                yield child, _clause_argument(tree, child)
    top = clause.top
    if top.rel == "parataxis" and top.head is not None and reports(clause.head, tree.rules):
        said = sorted(top.head.subtree(without=lambda w: w is top), key=by_place)
        yield top.head, Argument(Phrase(*tree.render(without_edges(said, top.head))))


def _bare_clauses(tree: Tree, clause: Clause) -> Iterator[Governed]:
    """The clauses that the clause governs and that state nothing by themselves: "means that God exists"."""
    for child in clause.head.all("ccomp", "advcl"):
        asked = is_indirect_question(child, tree.rules)
        if child.rel == "advcl":
            if asked:
                yield child, _clause_argument(tree, child)  # "avheng av kva staten gjer"
        elif asked or (is_bare(child) and (tree.rules.says_clauses() or not reports(clause.head, tree.rules))):
            yield child, Argument(_clause_argument(tree, child).phrase)


def _clause_argument(tree: Tree, head: Word) -> Argument:
    """A clause as an argument; its role is the mark that introduces it."""
    asking = next((c.i for c in head.children if c.rel == "advmod" and c.feats.get("PronType") == "Int"), head.i)
    marks = [w for w in head.all("mark") if w.i < asking and w.i < head.i]  # "how to leave" keeps what follows "how"
    words = sorted(head.subtree(without=lambda w: w in marks or w.rel == "parataxis"), key=by_place)
    role = " ".join(w.lower for mark in marks for w in mark.expression()) or None
    return Argument(Phrase(*tree.render(without_edges(words, head))), role)


def is_nominal_complement(word: Word) -> bool:
    """Whether an xcomp is no clause of its own: "called him a liar", "are coloured blue"."""
    return word.pos not in ("VERB", "AUX") and word.child("cop", "nsubj") is None


def _has_gap(clause: Clause, found: Sequence[Governed], rules: Rules) -> bool:
    """Whether the antecedent is the object that the relative clause leaves out."""
    if clause.antecedent in clause.subjects or clause.antecedent is None:
        return False
    if says_when(clause.pronoun, clause.antecedent, rules) or clause.head.child("ccomp") is not None:
        return False  # "a firm that Ann says sells ships" leaves it out below
    if any(argument.phrase for word, argument in found if word is clause.pronoun):
        return False
    if clause.pronoun is not None and clause.pronoun.head not in clause.words:
        return False  # "whose power is limited": it says whose
    return not any(word.rel == "obj" for word, _ in found) and clause.head.pos == "VERB"


def kind_of(word: Word, phrase: Phrase, mentions: Mentions, rules: Rules) -> ArgumentKind | None:
    """What an argument says of its clause: time, place, quantity, or nothing that is known."""
    if phrase.mention is None:
        return ArgumentKind.TIME if is_time(word, rules) else None
    kind = mentions.found[phrase.mention].entity_class
    return None if kind is None else _KINDS.get(kind)


def split(clause: Clause, found: list[Governed]) -> tuple[list[Argument], list[Argument]]:
    """(objects, other arguments)."""
    if clause.is_owned or clause.swapped:
        objects = [a for w, a in found if w.rel == "nsubj"]
    elif clause.copular:
        objects = _complement(clause, found)
    else:
        objects = _objects(clause, found)
    if len(objects) == len(found):
        return objects, []
    return objects, [a for _, a in found if a not in objects]


def _objects(clause: Clause, found: list[Governed]) -> list[Argument]:
    """Direct objects, else what is said, else complements, else recipients, else the first oblique."""
    if not found:
        return []
    gap = shared_gap(clause)
    return (
        [a for w, a in found if w.rel == "obj" or w in (clause.antecedent, gap)]
        or [a for w, a in found if w.rel == "ccomp" or w is clause.top.head]
        or [a for w, a in found if w.rel == "xcomp"]
        or [a for w, a in found if w.rel == "iobj"]
        or [a for w, a in found if w.dep == "obl:agent"][:1]
        or [_nearest(clause, found)]
    )


def _nearest(clause: Clause, found: Sequence[Governed]) -> Argument:
    """The first argument that says no time, of those behind the verb where there are any."""
    placed = [(w, a) for w, a in found if a.kind is not ArgumentKind.TIME and w.rel != "advcl"] or list(found)
    return next((a for w, a in placed if w.i > clause.head.i), placed[0][1])


def _complement(clause: Clause, found: list[Governed]) -> list[Argument]:
    """What a predicate adjective needs: "is responsible for X"; nothing where the predicate itself is the object."""
    if clause.head.pos != "ADJ":
        return []
    best = clause.head.feats.get("Degree") == "Sup"  # "joista suurin on Acme": of those above
    kept = (w_a for w_a in found if not (best and w_a[0] is clause.pronoun and w_a[1].role is None))
    return [a for w, a in kept if a.kind is not ArgumentKind.TIME and w.rel not in ("advcl", "ccomp")][:1]


def is_verbal_predicate(clause: Clause) -> bool:
    """Whether a copula ties its subject to what somebody does: "the aim is to sell ships", "is about selling ships"."""
    verb = clause.head
    if not clause.copular or verb.pos != "VERB":
        return False
    return verb.feats.get("VerbForm") == "Inf" or (is_gerund(verb) and verb.child("mark", "case", "obj") is not None)


def _predicate_clause(tree: Tree, clause: Clause) -> Argument:
    """An infinitive or gerund with what it governs, as what the subject is."""
    outside = {"cop", "mark", "punct", "nsubj", "csubj", "advcl", "cc", "expl", "parataxis"}
    words = [clause.head]
    for child in clause.head.children:
        near = child.rel == "advcl" and any(m.i == clause.head.i + 1 for m in child.all("mark"))  # "er å sørgje for at"
        if (child.rel not in outside or near) and child.i > clause.head.i:
            words.extend(child.subtree(without=lambda w: w.dep == "acl:relcl" or w.rel in ("advcl", "parataxis")))
    marks = clause.head.all("mark", "case") if is_gerund(clause.head) else []
    role = next((m.lower for m in marks if m.i < clause.head.i and m.lower not in tree.rules.that), None)
    return Argument(Phrase(*tree.render(without_edges(sorted(words, key=by_place), clause.head))), role)


def _has_own_clause(part: Word, predicate: Word) -> bool:
    """Whether what is coordinated with a predicate is none, but a clause with a verb: "is old and needs repair"."""
    verb = part.pos in ("VERB", "AUX") and predicate.pos not in ("VERB", "AUX")
    return verb or part.child("cop", "nsubj", "aux") is not None


def beside(predicate: Word) -> list[Word]:
    """A predicate and those coordinated with it, in text order; none that is a clause, nor any beside that."""
    found = [predicate]
    for word in found:
        found.extend(c for c in word.all("conj") if not _has_own_clause(c, predicate))
    return sorted(found, key=by_place)


def predicates(tree: Tree, clause: Clause, mentions: Mentions) -> list[Argument]:
    """What a copular clause says that its subject is: each coordinated predicate, with its adposition if any."""
    found = []
    if is_verbal_predicate(clause):
        return [_predicate_clause(tree, clause)]
    for part in beside(clause.head):
        if stance_of(part, clause, tree.rules) is None and not announces(part, tree.rules):
            role, case = role_of(part, tree.rules)
            if role is None and case is None and part.rel == "conj" and part.pos == clause.head.pos:
                role = role_of(clause.head, tree.rules)[0]  # "is like Achilles and the turtle"
            meant = clause.antecedent if part is clause.pronoun and clause.antecedent else part  # "jossa on satama"
            phrase = phrase_in(tree, clause, meant, mentions)
            found.append(Argument(phrase, role, case, kind_of(meant, phrase, mentions, tree.rules)))
    return found

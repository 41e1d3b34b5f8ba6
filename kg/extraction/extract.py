"""A parsed document to everything that it says: sentences, mentions, propositions, in text order.

Runs the rules sentence by sentence, then coreference over the whole document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extraction.classes import LISTED, Told
from kg.extraction.clauses import clauses, is_nominal
from kg.extraction.confidence import confidence_of
from kg.extraction.coreference import resolve
from kg.extraction.gazetteer import Gazetteer, mark_names
from kg.extraction.implicit import implicit
from kg.extraction.mentions import Mentions
from kg.extraction.names import untangle
from kg.extraction.phrases import is_proper
from kg.extraction.profile import GRAPH, Profile
from kg.extraction.relations import propositions
from kg.extraction.repair import recognise, repair
from kg.extraction.status import STATED, Status, status_of
from kg.extraction.tree import Tree, Word, has_words, trees
from kg.extraction.verbs import Idioms
from kg.languages import rules_for
from kg.model import (
    Argument,
    Block,
    BlockKind,
    EntityClass,
    Extraction,
    Phrase,
    Proposition,
    Sentence,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc


#: Finnish cases in which a predicate says what somebody is or becomes.
_KINDS = frozenset({None, "ess", "tra"})


@dataclass(frozen=True, slots=True)
class Lexis:
    """What extraction takes from the lexicon of one language, as plain values.

    `noun_classes`: what things called so are; `stand_ins`: those of them that speak of a thing named before ("the
    company"), where others are things of their own ("the government"); `idioms`: verb lemma to the further words of its
    idioms; `events`: lemmas of nouns that name an event; `kinds`: words that name kinds of things, as they are written;
    `names`: what the user's lists of names hold for the language.
    """

    noun_classes: Mapping[str, EntityClass] = field(default_factory=dict)
    stand_ins: Mapping[str, EntityClass] = field(default_factory=dict)
    idioms: Idioms = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    names: Gazetteer = field(default_factory=dict)


def extract(blocks: Iterable[tuple[Block, Doc]], *, lang: str, lexis: Lexis, profile: Profile = GRAPH) -> Extraction:
    """What the parsed blocks of one document say. Each `Doc` is the parse of its block's text."""
    mentions = Mentions(lexis.kinds)
    sentences: list[Sentence] = []
    found: list[Proposition] = []
    for tree in forest_of(blocks, lang=lang, lexis=lexis, profile=profile):
        mentions.add_names(tree)
        if tree.kind is not BlockKind.HEADING or is_statement(tree):  # others name their text's theme
            found.extend(read_tree(tree, mentions, lexis, sentence=len(sentences)))
        sentences.append(Sentence(tree.words[0].start, tree.words[-1].end))
    return finish(sentences, mentions, found, lexis, profile=profile)


def forest_of(blocks: Iterable[tuple[Block, Doc]], *, lang: str, lexis: Lexis, profile: Profile = GRAPH) -> list[Tree]:
    """The trees of one document as the rules want them: names marked and tied alike, contradictions repaired."""
    rules = rules_for(lang)
    forest = [
        tree
        for block, doc in blocks
        for tree in trees(doc, offset=block.start, lang=lang, rules=rules, kind=block.kind, profile=profile)
    ]
    for tree in forest:
        mark_names(tree, lexis.names)
    recognise(forest)
    for tree in forest:
        repair(tree)
        untangle(tree)
    return forest


def is_statement(tree: Tree) -> bool:
    """Whether a heading states something: "Meta cuts jobs", "Meta to cut jobs"; not "Job cuts" or "Who cuts jobs?"."""
    if tree.is_question or any(w.feats.get("PronType") == "Int" for w in tree.words):
        return False
    return len(tree.roots) == 1 and _states(tree.roots[0])


def _states(root: Word) -> bool:
    """Whether a main word heads a clause with a subject and something that is said of it."""
    if root.pos == "VERB" and root.child("mark") is None:
        return root.child("nsubj") is not None and root.child("obj", "obl", "xcomp", "ccomp") is not None
    infinitive = (c for c in root.all("acl") if c.feats.get("VerbForm") == "Inf" and c.child("mark") is not None)
    return is_proper(root) and any(c.child("obj", "obl") is not None for c in infinitive)


def read_tree(tree: Tree, mentions: Mentions, lexis: Lexis, *, sentence: int) -> Iterator[Proposition]:
    """The propositions of one tree: those of its clauses, then the implicit ones."""
    statuses: dict[int, Status] = {}
    for clause in clauses(tree):
        above = statuses.get(id(clause.parent), STATED)  # a clause that only says which thing is meant has none
        statuses[id(clause)] = status = status_of(clause, tree, above)
        if is_nominal(clause, tree.rules):
            continue
        yield from _valid(propositions(tree, clause, status, mentions, sentence=sentence, idioms=lexis.idioms))
    if tree.profile.implicit:
        yield from _valid(implicit(tree, mentions, sentence=sentence, events=lexis.events))


def _valid(found: Iterable[Proposition]) -> Iterator[Proposition]:
    """Those whose subject and object are two things."""
    for proposition in found:
        object_text = proposition.object.phrase.text if proposition.object is not None else None
        if proposition.subject.text == object_text or not proposition.relation.text:
            continue
        if has_words(proposition.subject.text) and (object_text is None or has_words(object_text)):
            yield proposition


def finish(
    sentences: list[Sentence],
    mentions: Mentions,
    found: list[Proposition],
    lexis: Lexis,
    *,
    profile: Profile = GRAPH,
) -> Extraction:
    """Resolve mentions, put both mentions and propositions in text order, and say how sure each proposition is."""
    resolve(
        mentions,
        stand_ins=lexis.stand_ins,
        told=_of_lists(mentions) | _told(found, mentions, lexis),
        begins=[sentence.start for sentence in sentences],
    )
    order = mentions.in_text_order()
    place = {old: new for new, old in enumerate(order)}
    moved = [
        _moved(p, place, mentions.heads, confidence_of(p, mentions.found, sentences[p.sentence], profile=profile.name))
        for p in found
    ]
    moved.sort(key=lambda p: (p.sentence, p.subject.start or 0))
    return Extraction(tuple(sentences), tuple([mentions.found[i].final(place) for i in order]), tuple(moved))


def _of_lists(mentions: Mentions) -> dict[int, Told]:
    """Classes that names have by their company: of three coordinated names with two people, the third is one."""
    index = {head: i for i, (_, head) in enumerate(mentions.heads)}
    told: dict[int, Told] = {}
    for i, (_, head) in enumerate(mentions.heads):
        if not mentions.found[i].is_name or head.rel == "conj" or head.child("conj") is None:
            continue
        members = [index[word] for word in head.conjuncts() if word in index]
        names = [j for j in members if mentions.found[j].is_name]
        counts = Counter(kind for j in names if (kind := mentions.found[j].entity_class) is not None)
        common, count = min(counts.items(), key=lambda item: (-item[1], item[0]), default=(None, 0))
        if common is not None and count > 1 and 2 * count > len(names):
            told |= dict.fromkeys(names, Told(common, LISTED))
    return told


def _told(found: Iterable[Proposition], mentions: Mentions, lexis: Lexis) -> dict[int, Told]:
    """Classes that the text tells of its names: "startups such as Cohere", "OpenAI is a company"."""
    told: dict[int, Told] = {}
    for proposition in found:
        subject, item = proposition.subject.mention, proposition.object
        if proposition.relation.pos != "copula" or proposition.negated or subject is None or item is None:
            continue
        kind = item.phrase.mention
        if kind is None or not mentions.found[subject].is_name or not _is_predicate(item):
            continue
        entity_class = lexis.noun_classes.get(mentions.found[kind].head.lower())
        if entity_class is not None:
            told[subject] = Told(entity_class)
        if mentions.found[subject].entity_class is EntityClass.PERSON and proposition.rule == "title":
            # Who somebody is the director of, is an organisation ("Acme CEO Ann Lee"), where it is nothing better.
            others = [other for _, other in mentions.found[kind].modifiers]
            placed = (EntityClass.PERSON, EntityClass.PLACE)
            told |= {i: Told(EntityClass.ORGANIZATION) for i in others if mentions.found[i].entity_class not in placed}
    return told


def _is_predicate(item: Argument) -> bool:
    """Whether what a copula ties to its subject tells what that is, and not where: "on Oulun yliopistosta"."""
    return item.role is None and item.case in _KINDS


def _moved(
    proposition: Proposition, place: Mapping[int, int], heads: Sequence[tuple[Tree, Word]], confidence: float
) -> Proposition:
    """The proposition with its mentions' new numbers, its confidence, and the heads of its mentions as tokens."""
    tokens = set(proposition.tokens)

    def moved(phrase: Phrase) -> Phrase:
        if phrase.mention is None:
            return phrase
        tokens.add(heads[phrase.mention][1].token())
        return Phrase(phrase.text, phrase.start, phrase.end, place[phrase.mention], phrase.moment)

    def with_moved(argument: Argument) -> Argument:
        if argument.phrase.mention is None:
            return argument
        return Argument(moved(argument.phrase), argument.role, argument.case, argument.kind)

    item, source = proposition.object, proposition.attributed_to
    return Proposition(
        proposition.sentence,
        moved(proposition.subject),
        proposition.relation,
        None if item is None else with_moved(item),
        tuple([with_moved(argument) for argument in proposition.arguments]),
        proposition.negated,
        proposition.modality,
        None if source is None else moved(source),
        proposition.implicit,
        confidence,
        proposition.rule,
        tuple(sorted(tokens)),
    )

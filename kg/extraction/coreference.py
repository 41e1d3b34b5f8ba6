"""Mentions to what they stand for: short names, pronouns, and definite descriptions by class.

Simple salience rules over the whole document, after Lee et al. 2013 (https://doi.org/10.1162/COLI_a_00152): the sure
steps first (one name is one thing and of one class throughout a document), then pronouns and descriptions, which take
the nearest fitting name before them. What fits nothing stays unresolved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extraction.classes import one_class_a_name
from kg.extraction.tree import Tree, Word
from kg.model import EntityClass, Mention, MentionKind

#: How far back a pronoun or description looks, in sentences.
REACH = 4

_THINGS = frozenset(
    {EntityClass.ORGANIZATION, EntityClass.PRODUCT, EntityClass.PLACE, EntityClass.WORK, EntityClass.EVENT}
)


def resolve(
    mentions: Sequence[Mention],
    heads: Sequence[tuple[Tree, Word]],
    *,
    stand_ins: Mapping[str, EntityClass],
    told: Mapping[int, EntityClass],
    sentence_of: Sequence[int],
) -> list[Mention]:
    """The same mentions with antecedents and classes set.

    `told` is what the text itself says a name is ("startups such as Cohere"), by mention; see `classes` for its weight.
    `sentence_of` gives each mention's sentence. Antecedents never chain: they point at a name's fullest mention.
    """
    resolved = one_class_a_name(mentions, heads, told)
    resolved = one_class_a_name(mentions, heads, {**_theme(resolved, heads, stand_ins), **told})
    fullest = _fullest_names(resolved)
    for i, target in fullest.items():
        resolved[i] = replace(resolved[i], antecedent=target, entity_class=resolved[target].entity_class)
    order = sorted(range(len(resolved)), key=lambda i: (resolved[i].start, resolved[i].end))
    history: list[int] = []
    for i in order:
        mention = resolved[i]
        if mention.kind is MentionKind.NAME:
            history.append(i)
            continue
        nearest = _antecedent(i, resolved, heads, history, stand_ins, sentence_of)
        if nearest is not None:
            chained = resolved[nearest].antecedent
            anchor = nearest if chained is None else chained
            resolved[i] = replace(mention, antecedent=anchor, entity_class=resolved[anchor].entity_class)
            history.append(i)
        elif mention.kind is MentionKind.NOUN and _wanted(mention, *heads[i], stand_ins):
            # It speaks of one thing that the document does not name ("yhtiö"), and not of the kind.
            resolved[i] = replace(mention, kind=MentionKind.DEFINITE, generic=False)
    return resolved


def _theme(
    mentions: Sequence[Mention], heads: Sequence[tuple[Tree, Word]], stand_ins: Mapping[str, EntityClass]
) -> dict[int, EntityClass]:
    """Classes for the name that a document is about, where it speaks of "the company" before it names any.

    The name is the most frequent one that is no person's; the recogniser then took it for something else.
    """
    told: dict[int, EntityClass] = {}
    names = [i for i, mention in enumerate(mentions) if mention.kind is MentionKind.NAME]
    counts = Counter(mentions[i].label for i in names if mentions[i].entity_class is not EntityClass.PERSON)
    label, count = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    for mention, (tree, head) in zip(mentions, heads, strict=True):
        wanted = _wanted(mention, tree, head, stand_ins) if mention.kind is MentionKind.DEFINITE else frozenset()
        before = (i for i in names if mentions[i].entity_class in wanted and mentions[i].start < mention.start)
        if count > 1 and wanted and next(before, None) is None:
            told |= {i: min(wanted) for i in names if mentions[i].label == label}
    return told


def _fullest_names(mentions: Sequence[Mention]) -> dict[int, int]:
    """Name mentions to the first mention of their fullest form: "Meijer" to "Erik Meijer", where only one fits."""
    first: dict[str, int] = {}
    for i in sorted(range(len(mentions)), key=lambda i: mentions[i].start):
        if mentions[i].kind is MentionKind.NAME:
            first.setdefault(mentions[i].label, i)
    found: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        if mention.kind is not MentionKind.NAME:
            continue
        longer = {label for label in first if _is_part(mention, mentions[first[label]])}
        target = first[next(iter(longer))] if len(longer) == 1 else first[mention.label]
        if target != i:
            found[i] = target
    return {i: found.get(target, target) for i, target in found.items()}


def _is_part(short: Mention, full: Mention) -> bool:
    """Whether a name is the first or last word of a person's fuller one. Other names in part are other things."""
    few, many = short.label.split(), full.label.split()
    if full.entity_class is not EntityClass.PERSON or len(few) != 1 or len(many) < 2:
        return False
    return few[0] in (many[-1], many[0]) and short.entity_class in _MISTAKEN_FOR_PEOPLE


#: Classes that a recogniser may give a person's last name.
_MISTAKEN_FOR_PEOPLE = frozenset({None, EntityClass.PERSON, EntityClass.PLACE, EntityClass.ORGANIZATION})


def _antecedent(
    i: int,
    mentions: Sequence[Mention],
    heads: Sequence[tuple[Tree, Word]],
    history: Sequence[int],
    stand_ins: Mapping[str, EntityClass],
    sentence_of: Sequence[int],
) -> int | None:
    """The nearest fitting name before a pronoun or a description; subjects of earlier sentences come first."""
    mention, (tree, head) = mentions[i], heads[i]
    wanted = _wanted(mention, tree, head, stand_ins)
    if not wanted:
        return None
    reach = REACH if mention.kind is MentionKind.PRONOUN else len(sentence_of)
    near = [
        j
        for j in history
        if 0 <= sentence_of[i] - sentence_of[j] <= reach
        and not (heads[j][0] is tree and _shares_clause(heads[j][1], head))
    ]
    fitting = [j for j in near if mentions[j].entity_class in wanted]
    if mention.kind is MentionKind.DEFINITE and not fitting:
        fitting = [j for j in near if mentions[j].entity_class is None]
    if not fitting:
        return None
    if mention.kind is MentionKind.PRONOUN:
        nearest = sentence_of[fitting[-1]]
        same = [j for j in fitting if sentence_of[j] == nearest]
        return next((j for j in same if heads[j][1].rel == "nsubj"), same[-1])
    return fitting[-1]


def _wanted(mention: Mention, tree: Tree, head: Word, stand_ins: Mapping[str, EntityClass]) -> frozenset[EntityClass]:
    """The classes that the pronoun or description can stand for; none where it should stay unresolved."""
    rules = tree.rules
    if head.feats.get("Number") == "Plur":
        return frozenset()
    if mention.kind is MentionKind.PRONOUN:
        if mention.head in rules.person_pronouns:
            return frozenset({EntityClass.PERSON})
        return _THINGS if mention.head in rules.thing_pronouns and head.rel in ("nsubj", "obj") else frozenset()
    kind = stand_ins.get(mention.head)
    owned = any(c.feats.get("Poss") == "Yes" for c in head.children)  # "their own company" is another one
    if kind is None or mention.entity_class is not None or owned:
        return frozenset()
    plain = not any(c.rel in ("amod", "nmod", "compound", "acl", "nummod") and c.pos != "PRON" for c in head.children)
    # Without articles a bare singular can speak of the one at hand ("yritys"); with them it must be definite.
    if plain and (mention.kind is MentionKind.DEFINITE or not rules.articles):
        return frozenset({kind})
    return frozenset()


def _shares_clause(one: Word, other: Word) -> bool:
    """Whether two words hang from the same predicate, so that one of them would have to be reflexive."""
    return _governor(one) is not None and _governor(one) is _governor(other)


def _governor(word: Word) -> Word | None:
    """The head of the coordination that the word is in."""
    while word.rel in ("conj", "appos", "flat") and word.head is not None:
        word = word.head
    return word.head

"""Mentions to what they stand for: short names, pronouns, and definite descriptions by class.

One name is one thing and of one class throughout a document; descriptions by class ("the company") take the nearest
fitting name before them; pronouns, and descriptions by their noun, follow their chains. What fits nothing stays
unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import islice

from kg.extraction.classes import Told, is_institution, one_class_a_name
from kg.extraction.coreference.chains import Chains
from kg.extraction.coreference.descriptions import MEMORY
from kg.extraction.coreference.nominals import Nominal
from kg.extraction.coreference.pronouns import Choose, best
from kg.extraction.coreference.sieves import chains_of
from kg.extraction.coreference.syntax import governor
from kg.extraction.mentions import Draft, Mentions
from kg.extraction.times import is_quantity, is_time
from kg.extraction.tree import Tree, Word
from kg.model import EntityClass, MentionKind

#: Asked for every mention; a member costs as much as a call where it is asked of its class.
_NOUN, _DEFINITE, _PERSON = MentionKind.NOUN, MentionKind.DEFINITE, EntityClass.PERSON
#: Kinds of what may stand for something else.
_POINTING = (MentionKind.PRONOUN, MentionKind.DEFINITE)


def resolve(
    mentions: Mentions,
    *,
    stand_ins: Mapping[str, EntityClass],
    told: Mapping[int, Told],
    begins: Sequence[int],
) -> None:
    """Set the mentions' antecedents and classes; what others stand for is added to them where it was missing.

    `told` is what the text itself says a name is ("startups such as Cohere"), by mention; see `classes` for its weight.
    `begins` is where sentences begin. Antecedents never chain: they point at a name's fullest mention.
    """
    _class_names(mentions, stand_ins, told)
    anchors = _anchors(mentions)
    found, heads = mentions.found, mentions.heads
    sentence_of = [bisect_right(begins, mention.start) - 1 for mention in found]
    history: list[int] = []
    for i in mentions.in_text_order():
        mention = found[i]
        if mention.is_name:
            history.append(i)
            continue
        nearest = _description(i, found, heads, history, stand_ins, sentence_of)
        nearest = anchors.get(i) if nearest is None else nearest
        if nearest is not None:
            chained = found[nearest].antecedent
            mention.antecedent = nearest if chained is None else chained
            mention.entity_class = found[mention.antecedent].entity_class
            history.append(i)
        elif mention.kind is _NOUN and _wanted(mention, *heads[i], stand_ins):
            # It speaks of one thing that the document does not name ("yhtiö"), and not of the kind.
            mention.kind, mention.generic = MentionKind.DEFINITE, False


def chains_in(forest: Sequence[Tree], *, kinds: Container[str] = (), choose: Choose = best) -> Chains:
    """The chains of a document's prepared trees; `kinds` are words that are no names."""
    mentions = Mentions(kinds)
    for tree in forest:
        mentions.add_names(tree)
    for mention, kind in zip(mentions.found, one_class_a_name(mentions.found, mentions.heads, {}), strict=True):
        mention.entity_class = kind
    return chains_of(forest, _classes(mentions), choose=choose)


def _class_names(mentions: Mentions, stand_ins: Mapping[str, EntityClass], told: Mapping[int, Told]) -> None:
    """Give names one class each, and tie them to their fullest form."""
    found, heads = mentions.found, mentions.heads
    classes = one_class_a_name(found, heads, told)
    theme = _theme(found, classes, heads, stand_ins)
    if theme:
        classes = one_class_a_name(found, heads, {i: Told(kind) for i, kind in theme.items()} | dict(told))
    for mention, kind in zip(found, classes, strict=True):
        mention.entity_class = kind
    for i, target in _fullest_names(found).items():
        found[i].antecedent, found[i].entity_class = target, found[target].entity_class


def _classes(mentions: Mentions) -> dict[tuple[int, int], EntityClass | None]:
    """Classes of names, by the place of their heads."""
    return {
        (tree.start, head.i): mention.entity_class
        for mention, (tree, head) in zip(mentions.found, mentions.heads, strict=True)
        if mention.is_name
    }


def _anchors(mentions: Mentions) -> dict[int, int]:
    """Pronouns and descriptions to the mention that their chain leads to, which is added where it was missing."""
    chains = chains_of(mentions.trees, _classes(mentions))
    by_place = {(n.tree.start, n.head.i): n for n in chains.nominals if not n.coordinated}
    anchors: dict[int, int] = {}
    for i, (mention, (tree, head)) in enumerate(zip(list(mentions.found), list(mentions.heads), strict=True)):
        nominal = by_place.get((tree.start, head.i))
        if nominal is None or mention.kind not in _POINTING:
            continue
        target = _anchor(chains, nominal)
        if target is None or (mention.kind is MentionKind.DEFINITE and target.kind is MentionKind.NOUN):
            continue
        if is_quantity(target.head, target.tree.rules) or is_time(target.head, target.tree.rules):
            continue
        index = mentions.add(target.tree, target.head)
        if index is not None and index != i:
            anchors[i] = index
    return anchors


def _anchor(chains: Chains, nominal: Nominal) -> Nominal | None:
    """The name that the antecedents lead back to, else the first description, else the nearest noun."""
    seen: list[Nominal] = []
    number = chains.antecedents.get(nominal.number)
    while number is not None and chains.nominals[number] not in seen:
        seen.append(chains.nominals[number])
        number = chains.antecedents.get(number)
    nouns = [each for each in seen if each.pronoun is None]
    if nouns and nouns[-1].coordinated:
        return None
    nouns = [each for each in nouns if not each.coordinated]
    names = [each for each in nouns if each.is_name]
    definite = [each for each in nouns if each.kind is MentionKind.DEFINITE]
    return next(iter([*names[:1], *definite[-1:], *nouns[-1:]]), None)


def _theme(
    mentions: Sequence[Draft],
    classes: Sequence[EntityClass | None],
    heads: Sequence[tuple[Tree, Word]],
    stand_ins: Mapping[str, EntityClass],
) -> dict[int, EntityClass]:
    """Classes for the name that a document is about, where it speaks of "the company" before it names any.

    The name is the most frequent one that is no person's; the recogniser then took it for something else.
    """
    names = [i for i, mention in enumerate(mentions) if mention.is_name]
    counts = Counter(mentions[i].label for i in names if classes[i] is not _PERSON)
    label, count = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    if count < 2:
        return {}
    first: dict[EntityClass, int] = {}
    for i in names:
        kind, start = classes[i], mentions[i].start
        if kind is not None:
            first[kind] = min(first.get(kind, start), start)
    said: EntityClass | None = None
    for mention, (tree, head) in zip(mentions, heads, strict=True):
        wanted = _wanted(mention, tree, head, stand_ins) if mention.kind is _DEFINITE else None
        if wanted is not None and first.get(wanted, mention.start) >= mention.start:
            said = wanted
    return {} if said is None else {i: said for i in names if mentions[i].label == label}


def _fullest_names(mentions: Sequence[Draft]) -> dict[int, int]:
    """Name mentions to the first mention of their fullest form: "Meijer" to "Erik Meijer", where only one fits."""
    names = [i for i, mention in enumerate(mentions) if mention.is_name]
    first: dict[str, int] = {}
    for i in sorted(names, key=lambda i: mentions[i].start):
        first.setdefault(mentions[i].label, i)
    longer = _longer_names(mentions[i] for i in first.values())
    found: dict[int, int] = {}
    for i in names:
        label = mentions[i].label
        fuller = longer.get(label, ()) if mentions[i].entity_class in _MISTAKEN_FOR_PEOPLE else ()
        target = first[fuller[0]] if len(fuller) == 1 else first[label]
        if target != i:
            found[i] = target
    return {i: found.get(target, target) for i, target in found.items()}


def _longer_names(names: Iterable[Draft]) -> dict[str, list[str]]:
    """The first and last words of people's names to the names. Other names in part are other things."""
    longer: dict[str, list[str]] = {}
    for name in names:
        words = name.label.split() if name.entity_class is _PERSON else []
        if len(words) > 1:
            for word in {words[0], words[-1]}:
                longer.setdefault(word, []).append(name.label)
    return longer


#: What tells a description from others of its noun.
_QUALIFYING = frozenset({"amod", "nmod", "compound", "acl", "nummod"})
#: Classes that a recogniser may give a person's last name.
_MISTAKEN_FOR_PEOPLE = frozenset({None, EntityClass.PERSON, EntityClass.PLACE, EntityClass.ORGANIZATION})


def _description(
    i: int,
    mentions: Sequence[Draft],
    heads: Sequence[tuple[Tree, Word]],
    history: Sequence[int],
    stand_ins: Mapping[str, EntityClass],
    sentence_of: Sequence[int],
) -> int | None:
    """The nearest thing of its class before a description ("the company")."""
    mention, (tree, head) = mentions[i], heads[i]
    wanted = _wanted(mention, tree, head, stand_ins)
    if wanted is None:
        return None
    unknown: int | None = None
    for j in islice(reversed(history), MEMORY):
        kind = mentions[j].entity_class
        if kind is not wanted and (kind is not None or unknown is not None):
            continue
        if sentence_of[i] < sentence_of[j] or (heads[j][0] is tree and _shares_clause(heads[j][1], head)):
            continue
        if wanted is EntityClass.ORGANIZATION and is_institution(mentions[j].label, tree.rules):
            continue  # "the company" is no university
        if kind is wanted:
            return j
        unknown = j
    return unknown if mention.kind is MentionKind.DEFINITE else None


def _wanted(mention: Draft, tree: Tree, head: Word, stand_ins: Mapping[str, EntityClass]) -> EntityClass | None:
    """The class that the description can stand for; None where it should stay unresolved."""
    kind = stand_ins.get(mention.head)
    if kind is None or mention.entity_class is not None or mention.kind is MentionKind.PRONOUN:
        return None
    if head.feats.get("Number") == "Plur":
        return None
    owned = any(c.feats.get("Poss") == "Yes" for c in head.children)  # "their own company" is another one
    if owned or any(c.rel in _QUALIFYING and c.pos != "PRON" for c in head.children):
        return None
    # Without articles a bare singular can speak of the one at hand ("yritys"); with them it must be definite.
    return kind if mention.kind is MentionKind.DEFINITE or not tree.rules.articles else None


def _shares_clause(one: Word, other: Word) -> bool:
    """Whether two words hang from the same predicate, so that one of them would have to be reflexive."""
    return governor(one) is not None and governor(one) is governor(other)

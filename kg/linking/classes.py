"""A document's names to what each is throughout the document: its base form and its class.

A name is one thing in a document, of the class with the best evidence: what recognises names has a vote for each
mention, a legal form shows a company, and each relation in which the name stands votes for the classes that the
ontology expects there. A form that the document has without a case ending elsewhere is that name in this case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kg.linking.names import is_organisation, key
from kg.linking.predicates import role_of
from kg.linking.relations import Triple
from kg.model import ArgumentKind, EntityClass, Mention, MentionKind, Phrase, Proposition

#: What the subject and the object of each property are expected to be; nothing where anything may stand.
Expected: TypeAlias = Mapping[str, tuple[frozenset[EntityClass], frozenset[EntityClass]]]

#: Votes of a relation, shared among the classes that it expects, and of a legal form.
_RELATION, _LEGAL = 1.5, 4.0
#: What the first and each further mention recognised as of a class counts; mistakes are repeated.
_RECOGNISED, _AGAIN = 0.7, 0.2
#: What a relation takes from a class that it does not expect, and which classes are often mistaken for one another.
_EXCLUDED = 0.8
_MISTAKEN = frozenset({EntityClass.PERSON, EntityClass.PLACE, EntityClass.ORGANIZATION})
_DOERS = frozenset({EntityClass.PERSON, EntityClass.ORGANIZATION, EntityClass.PRODUCT})
#: Verbs whose subject may be a place: "Oslo has a port".
_HAVING = frozenset({"have", "ha"})
_PLACES = frozenset({EntityClass.PLACE})
#: Adpositions and cases of where something is.
_IN = frozenset({"in", "i", "ine", "near"})
#: Votes that a class needs which nothing but relations speak for.
_ENOUGH = 0.4
_NONE: frozenset[EntityClass] = frozenset()
#: Endings of cases that a name may keep by mistake, by language.
_CASES = {
    "fi": (
        *("n", "in", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "a", "ä", "ta", "tä"),
        *("issa", "ista", "illa", "ilta", "ille", "ia", "iin", "an", "en", "on"),
    ),
    "nn": ("s",),
    "nb": ("s",),
    "en": ("'s", "’s"),
}

_Votes: TypeAlias = dict[EntityClass, float]


def settled(
    mentions: Sequence[Mention],
    triples: Iterable[Triple],
    propositions: Iterable[Proposition],
    lang: str,
    expected: Expected,
) -> tuple[Mention, ...]:
    """The mentions, names with the base form and class that the whole document tells."""
    forms = _forms(mentions, lang)
    votes = _votes(mentions, forms, triples, propositions, expected)
    classes = {name: _best(name, own) for name, own in votes.items()}
    found = list(mentions)
    for index, mention in enumerate(mentions):
        base = index if mention.antecedent is None else mention.antecedent
        own = mentions[base]
        if own.kind is not MentionKind.NAME or own.entity_class in (EntityClass.CONCEPT, EntityClass.QUANTITY):
            continue
        name = forms.get(key(own.label), (key(own.label), own.label))
        label = name[1] if base == index else mention.label
        found[index] = mention._replace(label=label, entity_class=classes.get(name[0], own.entity_class))
    return tuple(found)


def _forms(mentions: Sequence[Mention], lang: str) -> dict[str, tuple[str, str]]:
    """Keys that are case forms of other names of the document, with the key and label of those."""
    labels: dict[str, str] = {}
    for each in mentions:
        if each.kind is MentionKind.NAME and each.antecedent is None:
            labels.setdefault(key(each.label), each.label)
    found = {}
    for name in labels:
        for ending in _CASES.get(lang, ()):
            base = name[: -len(ending)]
            if name.endswith(ending) and base in labels and len(base) > 3:
                found[name] = base, labels[base]
    return {name: each for name, each in found.items() if each[0] not in found}


def _votes(
    mentions: Sequence[Mention],
    forms: Mapping[str, tuple[str, str]],
    triples: Iterable[Triple],
    propositions: Iterable[Proposition],
    expected: Expected,
) -> dict[str, _Votes]:
    votes: dict[str, _Votes] = defaultdict(lambda: defaultdict(float))
    for index, mention in enumerate(mentions):
        name = _name(mentions, forms, index)
        if name is None or mention.kind is not MentionKind.NAME:
            continue
        if mention.entity_class is not None:
            again = mention.entity_class in votes[name]
            votes[name][mention.entity_class] += _AGAIN if again else _RECOGNISED
        if is_organisation(mention.label):
            votes[name][EntityClass.ORGANIZATION] += _LEGAL
    for phrase, classes in _expectations(triples, propositions, expected):
        name = None if phrase.mention is None else _name(mentions, forms, phrase.mention)
        if name is not None:
            for each in classes:
                votes[name][each] += _RELATION / len(classes)
            for each in _MISTAKEN - classes:
                votes[name][each] -= _EXCLUDED
    return votes


def _expectations(
    triples: Iterable[Triple], propositions: Iterable[Proposition], expected: Expected
) -> Iterator[tuple[Phrase, frozenset[EntityClass]]]:
    """What stands where names of some classes are expected: by relations, as who does something, or as where."""
    for triple in triples:
        first, second = expected.get(triple.predicate, (_NONE, _NONE))
        if first:
            yield triple.subject, first
        if second and isinstance(triple.object, Phrase):
            yield triple.object, second
    for each in propositions:
        if each.relation.pos == "verb" and not each.relation.passive and each.relation.lemma not in _HAVING:
            yield each.subject, _DOERS
        items = (*([] if each.object is None else [each.object]), *each.arguments)
        yield from (
            (item.phrase, _PLACES) for item in items if item.kind is ArgumentKind.PLACE and role_of(item) in _IN
        )


def _name(mentions: Sequence[Mention], forms: Mapping[str, tuple[str, str]], index: int) -> str | None:
    """The key of the name that a mention stands for."""
    mention = mentions[index]
    base = mention if mention.antecedent is None else mentions[mention.antecedent]
    if base.kind is not MentionKind.NAME:
        return None
    return forms.get(key(base.label), (key(base.label), ""))[0]


def _best(name: str, votes: _Votes) -> EntityClass | None:
    """The class with most votes; of equals, a person where a name has several words, else an organisation."""
    likely = EntityClass.PERSON if " " in name else EntityClass.ORGANIZATION
    best = min(votes, key=lambda each: (-votes[each], each is not likely, each.value), default=None)
    return best if best is not None and votes[best] >= _ENOUGH else None

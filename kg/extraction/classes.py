"""A document's mentions of names to one class a name, by the best evidence of them all.

What is known outweighs what the text says, which outweighs how a name is built and what it does, and that a
recogniser's guesses. Shape is Wacholder et al. 1997's internal evidence, context their external
(https://aclanthology.org/A97-1030). Names without any evidence stay without a class.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.mentions import Draft
from kg.extraction.tree import Tree, Word
from kg.languages import Rules
from kg.languages.people import people_of
from kg.model import EntityClass

#: What each kind of evidence weighs: a user's list decides alone.
KNOWN, TOLD, SHAPE, LISTED, CONTEXT, GUESS, UNSURE, DOUBTED = 1000.0, 4.0, 2.5, 1.5, 0.75, 1.0, 0.6, 0.25
_PERSON = EntityClass.PERSON
#: Letters that an acronym has at most; longer words in capitals are shouted.
ACRONYM = 4
#: Beginnings of people's names with a capital inside: "McCartney", "O'Hara", "DiCaprio".
_PREFIXES = ("Mc", "Mac", "O'", "O’", "De", "Di", "Du", "La", "Le", "Van", "D'", "D’", "Fitz")


class Told(NamedTuple):
    """What the text itself tells of a name, and what that weighs."""

    entity_class: EntityClass
    weight: float = TOLD


def one_class_a_name(
    mentions: Sequence[Draft], heads: Sequence[tuple[Tree, Word]], told: Mapping[int, Told]
) -> list[EntityClass | None]:
    """The class of each mention, one for all names with one label; `told` is what the text says of some, by index."""
    votes: dict[str, dict[EntityClass, float]] = defaultdict(lambda: defaultdict(float))
    of_people = _names_of_people(mentions)
    for i, (mention, (tree, head)) in enumerate(zip(mentions, heads, strict=True)):
        if not mention.is_name:
            continue
        count = votes[mention.label]
        if mention.entity_class is not None or head.entity < 0:
            known = head.entity in tree.known
            _add(count, *((mention.entity_class, KNOWN) if known else _guess(mention, of_people, tree.rules)))
        if (said := told.get(i)) is not None:
            _add(count, said.entity_class, said.weight)
        if has_age(head):
            _add(count, _PERSON, TOLD)
        _add(count, context_of(head, tree.rules), CONTEXT)
    for label, count in votes.items():
        _add(count, shape_of(label, heads[0][0].rules), SHAPE)
    best = {label: min(count, key=lambda c: (-count[c], c.value)) for label, count in votes.items() if count}
    return [best.get(m.label) if m.is_name else m.entity_class for m in mentions]


def _add(votes: dict[EntityClass, float], entity_class: EntityClass | None, weight: float) -> None:
    if entity_class is not None:
        votes[entity_class] += weight


def _names_of_people(mentions: Sequence[Draft]) -> frozenset[str]:
    """The words of people's names of several words."""
    named = (m.label for m in mentions if m.entity_class is _PERSON and m.is_name)
    return frozenset(word for label in named if " " in label for word in label.split())


def _guess(mention: Draft, of_people: Container[str], rules: Rules) -> tuple[EntityClass | None, float]:
    """The class that the recogniser gave a mention, or what it more likely is, with what that weighs.

    It takes most names of one word for people; those that are nobody's first or last name may as well be of firms.
    First names that it missed are of people.
    """
    label = mention.label
    if mention.entity_class is None:
        return (_PERSON, UNSURE) if _is_first_name(label, rules) else (None, UNSURE)
    if mention.entity_class is not _PERSON:
        return mention.entity_class, GUESS
    if not could_be_person(label):
        return EntityClass.ORGANIZATION, DOUBTED
    unsure = " " not in label and label not in of_people and not _is_first_name(label, rules)
    return _PERSON, UNSURE if unsure else GUESS


def _is_first_name(label: str, rules: Rules) -> bool:
    return label.lower() in people_of(rules.code).names


def has_age(head: Word) -> bool:
    """Whether a figure between commas or brackets behind a name tells how old somebody is: "Lee, 44,", "Lee (44)"."""
    return any(_is_age(c) for c in head.children if c.i > head.i and c.pos == "NUM")


def _is_age(number: Word) -> bool:
    sign = number.children[0] if number.children else None
    return len(number.text) == 2 and number.text.isdigit() and sign is not None and sign.text in ",("


@lru_cache(maxsize=4096)
def could_be_person(label: str) -> bool:
    """Whether people are called so: not with figures or capitals inside ("PromptZone"), nor by an acronym ("IBM")."""
    words = label.split()
    if any(char.isdigit() for char in label) or (len(words) == 1 and label.isupper() and 1 < len(label) <= ACRONYM):
        return False
    return not any(_has_capital_inside(part) for word in words for part in word.split("-"))


def _has_capital_inside(word: str) -> bool:
    stem = next((word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)), word)
    return stem.isalpha() and not stem.isupper() and any(char.isupper() for char in stem[1:])


def shape_of(label: str, rules: Rules) -> EntityClass | None:
    """The class that the first or last word of a name of several tells, or the end of its last word."""
    words = label.lower().split()
    if len(words) > 1:
        for word in (words[-1], words[0]):
            if word in rules.name_words:
                return rules.name_words[word]
    last = words[-1] if words else ""
    for end, kind in rules.name_endings.items():
        if last.endswith(end) and (len(words) > 1 or len(last) > len(end) + 2):
            return kind
    return None


def is_institution(label: str, rules: Rules) -> bool:
    """Whether a name is one of a university, ministry or the like, and of no firm."""
    words = label.lower().split()
    known = rules.institutions
    return any(word in known for word in words) or any(
        end[0] == "-" and word.endswith(end[1:]) for word in words[:1] + words[-1:] for end in known
    )


def context_of(head: Word, rules: Rules) -> EntityClass | None:
    """The class that a name's place in its sentence tells: what it owns, what it does, how it is addressed."""
    above = head.head
    if head.children and any(c.lower in rules.titles and c.i < head.i for c in head.children):
        return EntityClass.PERSON
    if above is None:
        return None
    if head.rel in ("nmod", "compound") and above.pos == "NOUN":
        return rules.owned_by.get(above.lemma.lower())
    if above.pos != "VERB" or head.rel != "nsubj":
        return None
    if head.dep == "nsubj":
        done = rules.done_by.get(above.lemma.lower())
        return EntityClass.ORGANIZATION if done is None and _owns_as_thing(head, above, rules) else done
    return rules.done_to.get(above.lemma.lower())


def _owns_as_thing(name: Word, verb: Word, rules: Rules) -> bool:
    """Whether a verb's object is called "its" by the name before the verb: "Acme cut its costs"."""
    held = verb.child("obj")
    owner = None if held is None else held.child("nmod:poss")
    return owner is not None and owner.lower in rules.thing_possessives and name.i < verb.i

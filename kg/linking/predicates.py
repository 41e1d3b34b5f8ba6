"""A word and its argument to a property: the lexicon's most specific frame, or a name of our own.

A relation that no frame fits is `rel:` + lemma, particle, further words, `passive` where nobody is named who does it,
and role, joined by `_`, with the language after a dot where it is not English: `rel:opt_for`, `rel:jakaa.fi`,
`rel:found_passive_in` ("was founded in"). The lemma makes the name, and not the participle, whose forms would part it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from kg.linking.words import Lexicon
from kg.model import Argument, EntityClass, Frame, Relation
from kg.names import local_name

#: The verb that joins subject and predicate, in base form.
COPULAS = {"en": "be", "fi": "olla", "nn": "vere", "nb": "være"}
#: Cases of a Finnish object or predicate; other cases say what an adposition would.
PLAIN_CASES = frozenset({None, "", "nom", "gen", "acc", "par", "ess"})
#: Properties whose object is a literal: a name or title as it is put.
LITERAL_PROPERTIES = frozenset({"kg:jobTitle", "kg:knownAs"})
#: Properties whose object is a date. No other property takes one.
DATE_PROPERTIES = frozenset({"kg:bornOn", "kg:diedOn", "kg:happenedOn", "kg:foundedOn"})

#: The classes of what stands first and second in a property.
Classes: TypeAlias = tuple[EntityClass | None, EntityClass | None]

_MADE = frozenset({EntityClass.ORGANIZATION, EntityClass.PRODUCT, EntityClass.WORK})


def role_of(argument: Argument) -> str | None:
    """The adposition of an argument, else its case where that is no object's; None for a bare phrase."""
    if argument.role:
        return argument.role.casefold()
    return None if argument.case in PLAIN_CASES else argument.case


def has_role(argument: Argument, role: str | None) -> bool:
    """Whether an argument stands in the role that a frame asks for; None is a bare phrase."""
    if role is None:
        return role_of(argument) is None
    return role.casefold() in {(argument.role or "").casefold(), argument.case}


def takes(frame: Frame, relation: Relation) -> bool:
    """Whether the frame's words are the relation's."""
    words = tuple(word.casefold() for word in frame.words)
    own = tuple(word.casefold() for word in relation.words)
    return sorted(words) == sorted(own) and (frame.particle or None) == (relation.particle or None)


def best(frames: Iterable[Frame], classes: Classes, guessed: Classes = (None, None)) -> Frame | None:
    """The frame that fits the classes of subject and object best; of equals, by those guessed, else the first."""
    ranked = [(score, frame) for frame in frames if (score := _score(frame, classes)) is not None]
    if len(ranked) < 2:
        return ranked[0][1] if ranked else None
    return max(ranked, key=lambda each: (each[0], _score(each[1], guessed) or (-1, -1)))[1]


def variants(relation: Relation, *, inner: bool) -> list[Relation]:
    """The relation, and with `inner` the verbs that it governs ("acquire" of "plans to acquire")."""
    words = relation.words if inner else ()
    return [relation] + [
        Relation(relation.text, word, relation.pos, relation.words[i + 1 :], relation.particle, relation.passive)
        for i, word in enumerate(words)
    ]


def frames(lexicon: Lexicon, lang: str, relation: Relation, *, inner: bool = False) -> list[Frame]:
    """The frames of the relation's words; `inner` as in `variants`."""
    pos = {"copula": "verb"}.get(relation.pos, relation.pos)
    for variant in variants(relation, inner=inner):
        found = [frame for frame in lexicon.frames(lang, variant.lemma, pos) if takes(frame, variant)]
        if found:
            return found
    return []


def unknown(relation: Relation, lang: str, argument: Argument | None = None, *, passive: bool = False) -> str:
    """The name of a relation that no frame fits."""
    lemma = COPULAS.get(lang, relation.lemma) if relation.pos == "copula" else relation.lemma
    role = None if argument is None else role_of(argument)
    parts = [lemma or relation.text, relation.particle, *relation.words, "passive" if passive else None, role]
    name = "_".join("_".join(part.casefold().replace("_", " ").split()) for part in parts if part)
    return f"rel:{local_name(name if lang == 'en' else f'{name}.{lang}')}"


def _score(frame: Frame, classes: Classes) -> tuple[int, int] | None:
    fits = [_fit(frame.subject_class, classes[0]), _fit(frame.object_class, classes[1])]
    scores = [fit for fit in fits if fit is not None]
    return (len(frame.words), sum(scores)) if len(scores) == len(fits) else None


def _fit(required: EntityClass | None, actual: EntityClass | None) -> int | None:
    """How well a class meets what a frame asks for; None: not at all.

    Amounts stand for what they count ("20 % of the staff"), so they are kept only from places.
    """
    if required is None:
        return 1
    if actual is required:
        return 3
    if actual is None or actual is EntityClass.CONCEPT:
        return 0 if required is EntityClass.QUANTITY and actual is not None else 1
    if actual is EntityClass.QUANTITY:
        return None if required is EntityClass.PLACE else 0
    return 0 if {actual, required} <= _MADE else None

"""Copulas, appositions and titles to what they say that something is: a kind, an office, another name.

Definition: `kg:isA`, `kg:jobTitle`, `kg:knownAs` in the data model.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.linking.predicates import COPULAS, best, frames, has_role, role_of, unknown
from kg.linking.referents import is_quantity
from kg.linking.relations import DOES, IS_A, Context, Triple, fitting, oriented
from kg.model import Argument, EntityClass, Frame, Literal, Mention, MentionKind, Phrase, Proposition

#: Concepts under which the thesaurus keeps offices and professions.
_OFFICES = frozenset({"role", "occupation", "profession", "job", "job_title", "position"})
#: Properties of relatives and friends, whom nobody is by profession.
_KIN = frozenset({"kg:marriedTo", "kg:parentOf", "kg:childOf", "kg:siblingOf", "kg:knows"})
#: Concepts that say no more than that somebody is a person.
_PERSONS = frozenset({"person", "human", "people", "human_being"})


def predicates(context: Context, proposition: Proposition) -> Iterator[int]:
    """The mentions of a proposition that say what something is, and so name a kind."""
    if proposition.relation.pos != "copula" or proposition.object is None or not _is_predicate(proposition.object):
        return
    turned = _turned(context, proposition)
    phrase = turned.object.phrase if turned is not None and turned.object is not None else proposition.object.phrase
    mention = context.mention(phrase)
    if mention is not None and mention.kind in (MentionKind.NOUN, MentionKind.DEFINITE) and not is_quantity(mention):
        yield phrase.mention if phrase.mention is not None else -1


def copular(context: Context, proposition: Proposition) -> Iterator[Triple]:
    """The triples of a copular clause, apposition, title or example, the proposition's own first."""
    item, relation = proposition.object, proposition.relation
    if item is None:
        yield Triple(proposition.subject, DOES, unknown(relation, context.lang))
    elif relation.lemma == "have":
        yield Triple(proposition.subject, "kg:has", item.phrase)
    elif not _is_predicate(item):
        known = frames(context.lexicon, context.lang, relation._replace(lemma=_base_copula(context)))
        frame = fitting(context, known, proposition.subject, item)
        if frame is not None:
            yield oriented(frame, proposition.subject, item.phrase, None)
        else:
            yield Triple(proposition.subject, unknown(relation, context.lang, item), item.phrase)
    else:
        yield from _being(context, proposition, item)


def becoming(context: Context, proposition: Proposition, triple: Triple) -> Iterator[Triple]:
    """What something comes to be, as what it is: "Ann became CEO of Acme" tells of her office."""
    phrase = triple.object
    mention = context.mention(phrase) if isinstance(phrase, Phrase) else None
    if (
        mention is None
        or not isinstance(phrase, Phrase)
        or mention.kind not in (MentionKind.NOUN, MentionKind.DEFINITE)
    ):
        yield triple
        return
    told = proposition._replace(subject=triple.subject)
    yield replace(_kind(context, told, phrase, mention), argument=triple.argument, inverse=triple.inverse)
    yield from _offices(context, told, mention)


def _being(context: Context, proposition: Proposition, item: Argument) -> Iterator[Triple]:
    turned = _turned(context, proposition)
    if turned is not None and turned.object is not None:
        yield from (replace(triple, inverse=True) for triple in _being(context, turned, turned.object))
        return
    subject, mention = proposition.subject, context.mention(item.phrase)
    if mention is None or is_quantity(mention) or mention.kind is MentionKind.PRONOUN:
        yield Triple(subject, unknown(proposition.relation, context.lang), item.phrase)
    elif mention.kind is MentionKind.NAME:
        if context.entity_class(subject) is EntityClass.PERSON and _office_frames(context, mention):
            yield Triple(subject, "kg:jobTitle", Literal(mention.head, mention.lang))
        elif _is_name(context, subject):
            yield Triple(subject, "kg:knownAs", Literal(mention.label))
        else:
            yield Triple(subject, unknown(proposition.relation, context.lang), item.phrase)
    else:
        yield _kind(context, proposition, item.phrase, mention)
        yield from _offices(context, proposition, mention)


def _is_predicate(item: Argument) -> bool:
    """Whether an argument is what the subject is, and not where or how."""
    return role_of(item) is None


def _is_name(context: Context, phrase: Phrase) -> bool:
    mention = context.mention(phrase)
    if mention is None:
        return False
    base = mention if mention.antecedent is None else context.mentions[mention.antecedent]
    return base.kind is MentionKind.NAME


def _turned(context: Context, proposition: Proposition) -> Proposition | None:
    """ "The leading provider is X" as "X is the leading provider"; None where it stands so already."""
    item, subject = proposition.object, context.mention(proposition.subject)
    if item is None or subject is None or proposition.implicit:
        return None
    predicate = context.mention(item.phrase)
    if predicate is None or predicate.kind is not MentionKind.NAME or subject.antecedent is not None:
        return None
    if subject.kind is not MentionKind.DEFINITE or is_quantity(subject):
        return None
    return proposition._replace(subject=item.phrase, object=Argument(proposition.subject))


def _kind(context: Context, proposition: Proposition, phrase: Phrase, mention: Mention) -> Triple:
    subject = proposition.subject
    if context.entity_class(subject) is EntityClass.PERSON and _is_office(context, mention, proposition.implicit):
        return Triple(subject, "kg:jobTitle", Literal(mention.label, mention.lang))
    return Triple(subject, IS_A, phrase)


def _is_office(context: Context, mention: Mention, implicit: bool) -> bool:
    """Whether a noun said of a person is what the person works as, and no relative or friend."""
    frames_of = _office_frames(context, mention)
    if any(frame.property in _KIN for frame in frames_of):
        return False
    known = context.thesaurus.find(mention.lang, mention.label) or context.thesaurus.find(mention.lang, mention.head)
    if known is not None and known.local not in _PERSONS:
        above = list(context.thesaurus.above(known))
        if not _OFFICES.isdisjoint(concept.local for concept in above):
            return True
        return known.entity_class is EntityClass.PERSON
    return implicit or bool(frames_of)


def _office_frames(context: Context, mention: Mention) -> list[Frame]:
    """The frames of a noun that names its subject: "founder", "chief executive officer"."""
    words = {word.casefold() for word in mention.label.replace("-", " ").split()}
    known = context.lexicon.frames(mention.lang, mention.head, "noun")
    fitting = [f for f in known if not f.event and not f.intransitive and words.issuperset(map(str.casefold, f.words))]
    longest = max((len(frame.words) for frame in fitting), default=0)
    return [frame for frame in fitting if len(frame.words) == longest]


def _offices(context: Context, proposition: Proposition, mention: Mention) -> Iterator[Triple]:
    """What an office says of its organisation: "CEO of X", "X:n toimitusjohtaja"."""
    known, subject = _office_frames(context, mention), proposition.subject
    for role, index in mention.modifiers:
        if index == subject.mention:
            continue
        other = context.mentions[index]
        phrase = Phrase(other.text, other.start, other.end, index)
        yield from _office(context, subject, Argument(phrase, role or None), known, None)
    for position, argument in enumerate(proposition.arguments):
        if argument.phrase.mention is not None:
            yield from _office(context, subject, argument, known, position)


def _office(
    context: Context, subject: Phrase, argument: Argument, known: list[Frame], position: int | None
) -> Iterator[Triple]:
    fits = [f for f in known if (position is None if f.role is None else has_role(argument, f.role))]
    classes = context.entity_class(subject), context.entity_class(argument.phrase)
    frame = best([f for f in fits if not f.inverse], classes) or best([f for f in fits if f.inverse], classes[::-1])
    if frame is not None:
        yield replace(
            oriented(frame, subject, argument.phrase, position), argument=-1 if position is None else position
        )


def _base_copula(context: Context) -> str:
    return COPULAS.get(context.lang, "be")

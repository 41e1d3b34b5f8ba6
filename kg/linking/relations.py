"""Propositions to the triples that they mean, their slots still phrases.

Which property a proposition expresses follows from its own document alone, so that it does not change when another
document comes. One triple stands for the whole proposition; each argument that itself expresses a property with the
same verb gives another ("moved from X to Y": left X, joined Y), and so does an office with its holder's organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.linking.predicates import DATE_PROPERTIES, Classes, best, frames, has_role, unknown
from kg.linking.words import Lexicon, Thesaurus
from kg.model import Argument, ArgumentKind, EntityClass, Frame, Literal, Mention, MentionKind, Phrase, Proposition

#: Adpositions of who does what a passive verb says.
AGENT_ROLES = frozenset({"by", "av", "toimesta", "taholta"})
DOES = "kg:does"
IS_A = "kg:isA"


@dataclass(frozen=True, slots=True)
class Triple:
    """A triple whose slots are phrases; a string is the name of an activity. Passives and inverse frames are turned."""

    subject: Phrase
    predicate: str
    object: Phrase | Literal | str
    argument: int | None = None
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a document's propositions needs.

    `guesses` are the mentions with the classes that the recogniser gave them, where `mentions` have none: they choose
    between frames that fit alike.
    """

    lang: str
    mentions: Sequence[Mention]
    lexicon: Lexicon
    thesaurus: Thesaurus
    guesses: Sequence[Mention] = ()

    def entity_class(self, phrase: Phrase) -> EntityClass | None:
        """The class that the document gives what a phrase speaks of."""
        return self._class_of(phrase, self.mentions)

    def guessed(self, first: Phrase, second: Phrase) -> Classes:
        """The classes that the recogniser gave two phrases; none where the document's own are known."""
        guesses = self.guesses
        return (self._class_of(first, guesses), self._class_of(second, guesses)) if guesses else (None, None)

    def _class_of(self, phrase: Phrase, mentions: Sequence[Mention]) -> EntityClass | None:
        if phrase.mention is None:
            return None
        mention = mentions[phrase.mention]
        base = mention if mention.antecedent is None else mentions[mention.antecedent]
        if base.entity_class is not None or base.kind is MentionKind.NAME:
            return base.entity_class
        known = self.thesaurus.entity_class(base.lang, base.label)
        return known or self.thesaurus.entity_class(base.lang, base.head)

    def mention(self, phrase: Phrase) -> Mention | None:
        """The mention of a phrase."""
        return None if phrase.mention is None else self.mentions[phrase.mention]


#: An argument with its place among the proposition's others; None is the object.
Slot = tuple[int | None, Argument]


def clause(context: Context, proposition: Proposition) -> Iterator[Triple]:
    """The triples of a verb, noun or adjective with its arguments, the proposition's own first."""
    slots: list[Slot] = [] if proposition.object is None else [(None, proposition.object)]
    slots += list(enumerate(proposition.arguments))
    relation = proposition.relation
    source = proposition.attributed_to
    own = source is not None and source.mention is not None and source.mention == proposition.subject.mention
    # What somebody reports of themselves is what they report: "claims to have sold Acme".
    known = frames(context.lexicon, context.lang, relation, inner=own or proposition.modality is not None)
    known = [frame for frame in known if relation.pos != "noun" or frame.event or frame.role is not None]
    if relation.passive:
        yield from _passive(context, proposition, slots, known)
    else:
        yield from _active(context, proposition, slots, known)


def oriented(frame: Frame, subject: Phrase, other: Phrase, argument: int | None, *, turned: bool = False) -> Triple:
    """The triple of a frame for who does it and the frame's other argument."""
    first, second = (other, subject) if frame.inverse else (subject, other)
    return Triple(first, frame.property, second, argument, inverse=frame.inverse != turned)


def fitting(context: Context, known: Sequence[Frame], subject: Phrase, argument: Argument) -> Frame | None:
    """The frame that takes this argument beside this subject."""
    candidates = [f for f in known if not f.intransitive and has_role(argument, f.role) and _takes(f, argument)]
    straight = _fitting(context, [f for f in candidates if not f.inverse], subject, argument.phrase)
    return straight or _fitting(context, [f for f in candidates if f.inverse], argument.phrase, subject)


def _fitting(context: Context, candidates: Sequence[Frame], first: Phrase, second: Phrase) -> Frame | None:
    """The frame that fits what stands first and second in its property best."""
    return best(candidates, _classes(context, first, second), context.guessed(first, second)) if candidates else None


def _takes(frame: Frame, argument: Argument) -> bool:
    """Dates go with properties of dates, and only with them; subjects and kinds need to be things."""
    dated = argument.phrase.moment is not None or argument.kind is ArgumentKind.TIME
    if (frame.inverse or frame.property == IS_A) and argument.phrase.mention is None:
        return False
    return dated == (frame.property in DATE_PROPERTIES)


def _classes(context: Context, first: Phrase, second: Phrase) -> Classes:
    return context.entity_class(first), context.entity_class(second)


def _active(context: Context, proposition: Proposition, slots: list[Slot], known: list[Frame]) -> Iterator[Triple]:
    subject = proposition.subject
    found = list(_of_frames(context, subject, slots, [f for f in known if not f.undergoer]))
    if slots and slots[0][0] is None:
        undergoer = [f for f in known if f.undergoer]
        if slots[0][1].phrase.mention is not None:
            found += _of_frames(context, slots[0][1].phrase, slots[1:], undergoer)
    yield from _with_main(_main(context, proposition, known), found)


def _passive(context: Context, proposition: Proposition, slots: list[Slot], known: list[Frame]) -> Iterator[Triple]:
    subject = proposition.subject
    agents = [slot for slot in slots if _is_agent(slot[1])]
    rest = [slot for slot in slots if slot not in agents]
    found = list(_of_frames(context, subject, rest, [f for f in known if f.undergoer]))
    if not agents:
        activity = next((f for f in known if f.intransitive and f.undergoer), None)
        yield from _with_main(_main(context, proposition, [activity] if activity else []), found)
        return
    plain = [f for f in known if not f.undergoer]
    done = []
    for number, (position, agent) in enumerate(agents):
        own = None if number == 0 else position  # the first of several gives the proposition's own triple
        done.append(_done_by(context, proposition, agent.phrase, plain, own))
        found += _of_frames(context, agent.phrase, rest, [f for f in plain if f.role is not None])
    yield from done
    yield from (triple for triple in found if triple not in done)


def _done_by(
    context: Context, proposition: Proposition, doer: Phrase, known: Sequence[Frame], argument: int | None
) -> Triple:
    """What somebody does to the subject of a passive verb."""
    subject = proposition.subject
    frame = fitting(context, known, doer, Argument(subject))
    if frame is not None:
        return oriented(frame, doer, subject, argument, turned=True)
    return Triple(doer, unknown(proposition.relation, context.lang), subject, argument, inverse=True)


def _is_agent(argument: Argument) -> bool:
    return (
        (argument.role or "").casefold() in AGENT_ROLES
        and argument.kind in (None, ArgumentKind.PLACE)
        and argument.phrase.mention is not None
    )


def _of_frames(context: Context, subject: Phrase, slots: Sequence[Slot], known: Sequence[Frame]) -> Iterator[Triple]:
    """A triple for each argument that a frame takes; a bare argument beside the object is none, but for dates."""
    for position, argument in slots:
        frame = fitting(context, known, subject, argument)
        if frame is None:
            continue
        if position is None or frame.role is not None or frame.undergoer or frame.property in DATE_PROPERTIES:
            yield oriented(frame, subject, argument.phrase, position)


def _main(context: Context, proposition: Proposition, known: Sequence[Frame]) -> Triple:
    """The proposition's triple where no frame takes its object: an activity, or a relation of our own naming."""
    subject, item, relation = proposition.subject, proposition.object, proposition.relation
    candidates = [replace(frame, object_class=None) for frame in known if frame.intransitive]
    activity = best(candidates, (context.entity_class(subject), None))
    if activity is not None and (item is None or not _is_plain(item)):
        return Triple(subject, DOES, activity.property)
    name = unknown(relation, context.lang, item, passive=relation.passive)
    return Triple(subject, DOES, name) if item is None else Triple(subject, name, item.phrase)


def _is_plain(argument: Argument) -> bool:
    """Whether an argument is an object, and no circumstance such as an amount of change."""
    return has_role(argument, None) and argument.kind is None


def _with_main(main: Triple, found: Sequence[Triple]) -> Iterator[Triple]:
    """The proposition's own triple first: that of its object, where a frame takes it, else `main`."""
    own = next((triple for triple in found if triple.argument is None), main)
    yield own
    yield from (triple for triple in found if triple is not own)

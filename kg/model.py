"""What flows through kgshell: RDF terms, documents, lexicon, mentions, propositions, entities.

Plain frozen values, free of any library. Offsets are characters of `Document.text`, half-open, and the text at
them is exactly the words wherever a slot is contiguous.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

# ---------------------------------------------------------------- RDF terms


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class BlankNode(str):
    """A blank node's label, without `_:`. Our own graph has none; imported files and queries may."""

    __slots__ = ()


class Literal(NamedTuple):
    """An RDF literal: its text, and a language tag or the IRI of a datatype (neither: `xsd:string`)."""

    text: str
    lang: str | None = None
    datatype: Iri | None = None


Term: TypeAlias = Iri | BlankNode | Literal
Triple: TypeAlias = tuple[Iri | BlankNode, Iri, Term]
#: A triple and its graph; None is the default graph.
Quad: TypeAlias = tuple[Iri | BlankNode, Iri, Term, Iri | None]

# ---------------------------------------------------------------- what users choose


@dataclass(frozen=True, slots=True)
class Choices:
    """How texts are to be read: language to the name of a spaCy pipeline, files of names, and who extracts."""

    pipelines: Mapping[str, str] = field(default_factory=dict)
    gazetteers: tuple[str, ...] = ()
    extractor: str | None = None


# ---------------------------------------------------------------- documents


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUESTION = "question"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of `Document.text` that stands by itself: no sentence reaches across its ends."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    `source` is the path relative to the folder given, or a URL; it names the document.
    `blocks` are what facts are read from, in text order, without overlap; page furniture is in none of them.
    `lang` is `en`, `fi`, `nn` or `nb`. `published` is an ISO date. `sha256` is of the bytes read.
    """

    source: str
    text: str
    title: str
    lang: str
    blocks: tuple[Block, ...]
    sha256: str
    published: str | None = None


# ---------------------------------------------------------------- classes of things


class EntityClass(StrEnum):
    """Classes of entities; the value is the local name in the ontology (`kg:Person`)."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    PRODUCT = "Product"
    EVENT = "Event"
    WORK = "Work"
    CONCEPT = "Concept"
    QUANTITY = "Quantity"


class MentionKind(StrEnum):
    """How a text speaks of a thing; the value is the local name in the ontology (`kg:Name`)."""

    NAME = "Name"
    DEFINITE = "Definite"
    PRONOUN = "Pronoun"
    NOUN = "Noun"


# ---------------------------------------------------------------- lexicon


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of a language to express a property: a verb, noun or adjective with what it governs.

    `lemma` is the verb's, noun's or adjective's base form; `words` are further lemmas that belong to it in an idiom
    ("part" of "take part"); `particle` a particle verb's ("out"). `role` is the adposition, or in Finnish the case
    (`ela`, `gen`, `par` …), of the argument that is the property's object; None is the direct object, or nothing.
    `property` is a name in the ontology (`kg:left`); for an intransitive it names an activity (`kg:rise`), the object
    of `kg:does`. `inverse` says that the clause's subject is the property's object. The classes, where given, are what
    the frame's subject and object must be; a class that is not known of an argument forbids nothing.
    `undergoer` says that the property's subject is the verb's direct object, a passive's subject ("X is based in Y").
    `event` marks a noun that names what happens: its subject is its possessor ("X's departure from Y"). Other nouns
    name their subject ("X is the founder of Y"), and None as their `role` is any modifier: possessor, compound, "of".
    """

    lang: str
    lemma: str
    pos: str
    property: str
    words: tuple[str, ...] = ()
    particle: str | None = None
    role: str | None = None
    inverse: bool = False
    intransitive: bool = False
    subject_class: EntityClass | None = None
    object_class: EntityClass | None = None
    undergoer: bool = False
    event: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of the thesaurus. `labels` are (language, label), the preferred one of each language first."""

    local: str
    labels: tuple[tuple[str, str], ...]
    broader: tuple[str, ...] = ()
    entity_class: EntityClass | None = None


# ---------------------------------------------------------------- what extraction finds


class Modality(StrEnum):
    """Why a statement is not stated as fact; the value is the local name in the ontology."""

    POSSIBLE = "Possible"
    PLANNED = "Planned"
    REQUIRED = "Required"
    CONDITIONAL = "Conditional"
    EXPECTED = "Expected"


class ArgumentKind(StrEnum):
    """What an argument says of its clause, where that is known."""

    TIME = "time"
    PLACE = "place"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity read from its words: number, unit or ISO 4217 currency, and the bound the text gives it."""

    number: str
    unit: str | None = None
    currency: str | None = None
    bound: str | None = None  # "atLeast", "atMost", or exact


class Mention(NamedTuple):
    """A phrase that speaks of a thing.

    `label` is its base form: lemmas where the language inflects, without articles ("Meta" for "Metasta", "AI startup"
    for "AI startups"). `head` is the head noun's lemma.
    `antecedent` is the index, in the same `Extraction.mentions`, of the mention that it stands for (chains lead to a
    name or a noun in one step); None where it stands for itself. `entity_class` is the best evidence of its document.
    `generic` says that it speaks of a kind ("AI startups") and not of one thing ("the team"). `modifiers` are the names
    that the phrase holds ("Meta CEO", "CEO of Meta"), as (adposition, Finnish case, or "" where bare; index of the
    mention).
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    label: str
    head: str
    lang: str
    entity_class: EntityClass | None = None
    antecedent: int | None = None
    generic: bool = True
    amount: Amount | None = None
    modifiers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time read from its words: an `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`, or a span of two such."""

    value: str | None = None
    datatype: str | None = None
    since: str | None = None
    until: str | None = None


class Phrase(NamedTuple):
    """A slot of a proposition: words of the sentence. `start` and `end` are None where they are not contiguous.

    `mention` is an index into `Extraction.mentions`; a phrase without one is a literal (a clause, a time, an
    adjective).
    """

    text: str
    start: int | None
    end: int | None
    mention: int | None = None
    moment: Moment | None = None


class Argument(NamedTuple):
    """A phrase with its role: the adposition that introduces it, and in Finnish its case (`ela`)."""

    phrase: Phrase
    role: str | None = None
    case: str | None = None
    kind: ArgumentKind | None = None


class Relation(NamedTuple):
    """What holds between subject and object.

    `text` is the whole verb group as it stands, with auxiliaries, particles and negation. `lemma` is the base form of
    its head, `words` further lemmas of an idiom, `particle` a particle's. `passive` says that the grammatical subject
    undergoes. `pos` is `verb`, `noun` (nominalisations), `adjective`, or `copula`.
    """

    text: str
    lemma: str
    pos: str = "verb"
    words: tuple[str, ...] = ()
    particle: str | None = None
    passive: bool = False


class Token(NamedTuple):
    """A word that a rule looked at: its offsets, part of speech, and relation to its head."""

    start: int
    end: int
    pos: str
    dep: str


class Proposition(NamedTuple):
    """Who did what to whom, once, in one sentence.

    `object` is the direct object or predicate; without one, the first oblique; None for an intransitive clause.
    `arguments` are all others, in text order. `rule` names the construction that it was read from, and
    `tokens` are the words that make it one: the predicate and the heads of what it holds, in text order.
    """

    sentence: int
    subject: Phrase
    relation: Relation
    object: Argument | None
    arguments: tuple[Argument, ...] = ()
    negated: bool = False
    modality: Modality | None = None
    attributed_to: Phrase | None = None
    implicit: bool = False
    confidence: float = 0.5
    rule: str = ""
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the document, by its offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in a document. Sentences, mentions and propositions are in text order."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    propositions: tuple[Proposition, ...]


# ---------------------------------------------------------------- what linking adds


@dataclass(frozen=True, slots=True)
class Reading:
    """How one document reads a name: its base form and class there. What resolution decides on.

    `document` is the document's source. `form` is another base form by which the document speaks of it ("GM" where it
    reads "General Motors"). A concept whose label may be taken for a name ("AI") is read too, under its local name.
    `affiliation` is the label of whom the document says that it works for, leads, left or else belongs to; a name with
    several is read once more for each.
    """

    document: str
    label: str
    entity_class: EntityClass | None = None
    form: str | None = None
    affiliation: str | None = None


#: Properties whose subject belongs, or belonged, to their object; and those whose object does to their subject.
_MEMBERS = frozenset(
    f"kg:{name}"
    for name in (
        *("worksFor", "leads", "chiefExecutiveOf", "memberOf", "left", "resignedFrom", "joined"),
        *("founded", "movedTo", "playsFor", "represents"),
    )
)
_TAKERS = frozenset({"kg:hired", "kg:laidOff", "kg:appointed", "kg:recruits"})


def affiliated(name: str) -> tuple[int, int] | None:
    """Which end of a property (0 subject, 1 object) is the member and which the group; None for other properties."""
    if name in _MEMBERS:
        return 0, 1
    return (1, 0) if name in _TAKERS else None


@dataclass(frozen=True, slots=True)
class Entity:
    """A node of the graph. `local` is its name under `ent:`, not yet percent-encoded, or under the document where
    `of_document`.

    `lang` is None for names, whose label is a plain literal.
    """

    local: str
    label: str
    entity_class: EntityClass
    lang: str | None = None
    of_document: bool = False
    amount: Amount | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition, or one argument of it, as the triple that it means.

    `subject` and `object` are entities, or for `object` a literal or an activity's name (`kg:rise`, `rel:soar`).
    `predicate` is a name with its prefix (`kg:left`, `rel:opt_for`).
    """

    proposition: int
    subject: Entity
    predicate: str
    object: Entity | Literal | str | Moment
    subject_mention: int | None = None
    object_mention: int | None = None
    argument: int | None = None
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Linking:
    """What the mentions and propositions of one document mean. `entities` runs beside `Extraction.mentions`."""

    entities: tuple[Entity | None, ...]
    statements: tuple[Statement, ...]

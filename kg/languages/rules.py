"""What extraction must know of a language: word lists, and the questions in which languages truly differ.

Word lists stand in `data/LANG.toml`, in base form, lower case. A question is a method whose docstring says exactly when
the answer is yes; the general answer stands here, a language's own in its module.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from kg.model import EntityClass, Modality

_DATA = Path(__file__).with_name("data")
#: Tables of names as `Rules` calls them, to those of `data/names.toml`.
_NAME_TABLES = {
    "name_words": "words",
    "institutions": "institutions",
    "owned_by": "owned",
    "done_by": "does",
    "done_to": "undergoes",
}


class WordLike(Protocol):
    """What the questions may ask of a word of a tree."""

    @property
    def text(self) -> str:
        """The word as it stands."""

    @property
    def lemma(self) -> str:
        """Its base form."""

    @property
    def pos(self) -> str:
        """Its universal part of speech."""

    @property
    def dep(self) -> str:
        """Its relation to its head, with subtype."""

    @property
    def feats(self) -> Mapping[str, str]:
        """Its UD features."""


class NegatedLike(WordLike, Protocol):
    """A word with those that hang on it."""

    @property
    def children(self) -> Sequence[WordLike]:
        """What hangs on the word."""


@dataclass(frozen=True)
class Rules:
    """Tables and answers of one language."""

    code: str
    copula: str
    have: str
    articles: frozenset[str]
    definite_determiners: frozenset[str]
    intensifiers: frozenset[str]
    degrees: frozenset[str]
    negations: frozenset[str]
    negative_determiners: frozenset[str]
    negating_marks: frozenset[str]
    accompanying_adpositions: frozenset[str]
    only: frozenset[str]
    floating: frozenset[str]
    modals: Mapping[str, Modality]
    hedges: Mapping[str, Modality]
    hedging_verbs: Mapping[str, Modality]
    transparent_verbs: frozenset[str]
    conditional_marks: frozenset[str]
    concessive: frozenset[str]
    contrasts: frozenset[str]
    disjunctions: frozenset[str]
    reporting_verbs: frozenset[str]
    telling_verbs: frozenset[str]
    claims: frozenset[str]
    source_adpositions: frozenset[str]
    views: frozenset[str]
    example_markers: frozenset[str]
    relative_pronouns: frozenset[str]
    relative_adverbs: frozenset[str]
    place_relatives: frozenset[str]
    genitive_markers: frozenset[str]
    person_pronouns: frozenset[str]
    person_relatives: frozenset[str]
    thing_pronouns: frozenset[str]
    titles: frozenset[str]
    courtesies: frozenset[str]
    months: Mapping[str, int]
    weekdays: frozenset[str]
    adjunct_nouns: frozenset[str]
    content_nouns: frozenset[str]
    ranks: frozenset[str]
    implicative_verbs: frozenset[str]
    unrealised_marks: frozenset[str]
    tough_adjectives: frozenset[str]
    particles: frozenset[str]
    denials: frozenset[str]
    preventing_verbs: frozenset[str]
    preventing_marks: frozenset[str]
    reflexives: frozenset[str]
    own_objects: Mapping[str, Sequence[str]]
    complex_adpositions: frozenset[str]
    unfit_adpositions: frozenset[str]
    naming_words: frozenset[str]
    date_adpositions: frozenset[str]
    time_nouns: frozenset[str]
    time_adverbs: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    at_least: frozenset[str]
    at_most: frozenset[str]
    numerals: Mapping[str, int]
    currencies: Mapping[str, str]
    percent: frozenset[str]
    main_modals: frozenset[str]
    that: frozenset[str]
    perfect_auxiliaries: frozenset[str]
    infinitive_marks: frozenset[str]
    purpose_marks: frozenset[str]
    free_relatives: frozenset[str]
    like_adpositions: frozenset[str]
    participle_adpositions: frozenset[str]
    becoming_verbs: frozenset[str]
    having_verbs: frozenset[str]
    owners: frozenset[str]
    complement_marks: frozenset[str]
    necessive_verbs: frozenset[str]
    getting_verbs: frozenset[str]
    adverb_marks: frozenset[str]
    place_adpositions: frozenset[str]
    directions: frozenset[str]
    belonging_adpositions: frozenset[str]
    owning_adpositions: frozenset[str]
    joining_adpositions: frozenset[str]
    as_marks: frozenset[str]
    discourse_phrases: frozenset[str]
    action_nouns: frozenset[str]
    idioms: Mapping[str, frozenset[tuple[str, ...]]]
    #: What says when in base form: units of time, months, weekdays.
    time_units: frozenset[str]
    #: What words of time may end in ("1990-åra"), from the nouns that the table gives with a hyphen in front.
    time_endings: tuple[str, ...]
    #: What amounts are said with in base form: numerals, currencies, per cent.
    amount_words: frozenset[str]
    #: Every word of the discourse phrases.
    discourse_words: frozenset[str]
    #: Verbs that tell that somebody says something with a particle behind them ("point out").
    particle_reporters: frozenset[str]
    #: What names of a class may end in, from the words of names that the table gives with a hyphen in front.
    name_endings: Mapping[str, EntityClass]
    hollow_verbs: frozenset[str] = frozenset()
    phrasal_auxiliaries: frozenset[str] = frozenset()
    past_forms: Mapping[str, str] = field(default_factory=dict)
    other_particles: frozenset[str] = frozenset()
    appointing_verbs: frozenset[str] = frozenset()
    price_adpositions: frozenset[str] = frozenset()
    #: What adjectives end in that have a genitive of their own.
    genitive_adjectives: tuple[str, ...] = ()
    #: What participles end in that tell what is said.
    said_participles: tuple[str, ...] = ()
    resultative_auxiliaries: frozenset[str] = frozenset()
    neg_raising_verbs: frozenset[str] = frozenset()
    consequence_verbs: frozenset[str] = frozenset()
    result_marks: frozenset[str] = frozenset()
    adverbial_adpositions: frozenset[str] = frozenset()
    concerning_verbs: frozenset[str] = frozenset()
    quality_marks: frozenset[str] = frozenset()
    free_antecedents: frozenset[str] = frozenset()
    plain_reflexives: frozenset[str] = frozenset()
    holding_verbs: frozenset[str] = frozenset()
    noting_verbs: frozenset[str] = frozenset()
    undertakings: frozenset[str] = frozenset()
    likeness: frozenset[str] = frozenset()
    asking_words: frozenset[str] = frozenset()
    witnesses: frozenset[str] = frozenset()
    manner_marks: frozenset[str] = frozenset()
    ensuring_verbs: frozenset[str] = frozenset()
    name_nouns: frozenset[str] = frozenset()
    transfers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    intransitive_verbs: frozenset[str] = frozenset()
    quantity_nouns: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    opinion_verbs: frozenset[str] = frozenset()
    comparing_marks: frozenset[str] = frozenset()
    pairing_marks: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()
    clause_relatives: frozenset[str] = frozenset()
    plans: frozenset[str] = frozenset()
    partner_cases: frozenset[str] = frozenset()
    verbal_adpositions: frozenset[str] = frozenset()
    hollow_predicates: frozenset[str] = frozenset()
    modal_predicates: frozenset[str] = frozenset()
    giving_verbs: frozenset[str] = frozenset()
    joint_adpositions: frozenset[str] = frozenset()
    and_so_on: frozenset[str] = frozenset()
    indifferent_marks: frozenset[str] = frozenset()
    gerund_marks: frozenset[str] = frozenset()
    factive_verbs: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    aside_phrases: frozenset[str] = frozenset()
    part_markers: frozenset[str] = frozenset()
    outstanding: frozenset[str] = frozenset()
    vacuous_nouns: frozenset[str] = frozenset()
    causatives: frozenset[str] = frozenset()
    doer_marks: frozenset[str] = frozenset()
    time_participles: frozenset[str] = frozenset()
    instrument_participles: frozenset[str] = frozenset()
    object_controllers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    oblique_controllers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    entity_labels: Mapping[str, EntityClass] = field(default_factory=dict)
    name_words: Mapping[str, EntityClass] = field(default_factory=dict)
    owned_by: Mapping[str, EntityClass] = field(default_factory=dict)
    done_by: Mapping[str, EntityClass] = field(default_factory=dict)
    done_to: Mapping[str, EntityClass] = field(default_factory=dict)
    thing_possessives: frozenset[str] = frozenset()
    institutions: Mapping[str, EntityClass] = field(default_factory=dict)

    def case_role(self, word: WordLike) -> str | None:
        """The case that marks a bare noun phrase's role in its clause (`ela`), or None where case marks nothing."""
        del word
        return None

    @property
    def becoming_case(self) -> str | None:
        """The case of what becomes something, with `becoming_verbs`; None where the subject does."""
        return None

    @property
    def having_case(self) -> str | None:
        """The case of who has something, with `having_verbs`; None where the subject has."""
        return None

    def is_like_adposition(self, participle: WordLike) -> bool:
        """Whether a participle only ties its noun to another, as an adposition does ("asiaa koskeva päätös")."""
        return participle.feats.get("VerbForm") == "Part" and participle.lemma.lower() in self.like_adpositions

    def parts_places(self, head: WordLike) -> bool:
        """Whether a place behind a noun that is no name says where it is, and not which one it is."""
        del head
        return False

    def says_clauses(self) -> bool:
        """Whether what somebody says or thinks is an object of the verb, where it states no fact by itself."""
        return True

    def shares_fronted(self, word: WordLike) -> bool:
        """Whether what stands before coordinated verbs holds for all of them, though it is no time."""
        del word
        return False

    def leaves_out_relatives(self) -> bool:
        """Whether a relative clause may stand without its pronoun ("the car I bought")."""
        return True

    def undergoer_is_object(self) -> bool:
        """Whether the undergoer of a passive verb stands as its object (Finnish) and not as its subject."""
        return False

    def leaves_out_subject(self, verb: WordLike) -> bool:
        """Whether a verb form without a subject has that of the clause above ("sanoi, että lähtee")."""
        del verb
        return False

    def tells_subject(self, verb: WordLike) -> bool:
        """Whether a verb form by itself says who does it, so that it needs no subject ("siirrymme")."""
        del verb
        return False

    def is_passive(self, verb: WordLike) -> bool:
        """Whether the verb form by itself is passive."""
        return verb.feats.get("Voice") == "Pass"

    def is_past_participle(self, verb: WordLike) -> bool:
        """Whether an attribute of this form says what was done to its noun ("the decree issued in June")."""
        return verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") == "Past"

    def is_agent_participle(self, verb: WordLike) -> bool:
        """Whether an attribute of this form says what its own subject does to its noun ("Acmen ostama laiva")."""
        del verb
        return False

    def is_purpose(self, verb: WordLike) -> bool:
        """Whether the verb form by itself says what is meant to happen: infinitives, but for those of manner."""
        return verb.feats.get("VerbForm") == "Inf"

    def is_negative(self, word: WordLike) -> bool:
        """Whether the word turns its clause into its opposite."""
        return word.lemma.lower() in self.negations or word.text.lower() in self.negations

    def is_necessive_form(self, verb: WordLike) -> bool:
        """Whether the verb form, with a copula, says what has to be done ("on myytävä")."""
        del verb
        return False

    def tells_time(self, verb: WordLike) -> bool:
        """Whether the verb form by itself says when its clause holds ("lähdettyä", "lähtiessä")."""
        del verb
        return False

    def is_negative_form(self, verb: WordLike) -> bool:
        """Whether the verb form by itself says that nothing of the kind was done ("kysymättä")."""
        del verb
        return False

    def asks(self, verb: WordLike) -> bool:
        """Whether the verb form by itself asks whether something is so ("onko")."""
        del verb
        return False

    def negates(self, word: NegatedLike) -> bool:
        """Whether the word, or an adverb with a negative determiner ("no longer"), turns its clause around."""
        if self.is_negative(word):
            return True
        return word.pos == "ADV" and any(c.text.lower() in self.negative_determiners for c in word.children)

    def is_definite(self, head: WordLike, determiners: frozenset[str]) -> bool:
        """Whether a noun phrase speaks of one known thing; `determiners` are its determiners' lemmas."""
        del head
        return not determiners.isdisjoint(self.definite_determiners)

    def base_form(self, word: WordLike, *, head: bool) -> str:
        """The word as it stands in a label: the head in its base form, modifiers as they are."""
        return word.lemma if head and not word.text.isupper() else word.text

    def is_form_of(self, text: str, name: str) -> bool:
        """Whether a word is an inflected form of a name of one word; the name as it stands is none."""
        del text, name
        return False

    def possessor_form(self, word: WordLike) -> str:
        """The word as it stands where no word behind it tells what it has: without an ending that only says so."""
        return word.text

    def name_form(self, word: WordLike, *, last: bool) -> str:
        """The word as it stands in a name's label; `last` is the name's last word."""
        del last
        return word.text


def read_tables(code: str) -> dict[str, Any]:
    """The word lists of `data/CODE.toml`, and the part of `data/names.toml` for the language, as `Rules` takes them."""
    raw = tomllib.loads((_DATA / f"{code}.toml").read_text(encoding="utf-8"))
    tables: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, list) else value for name, value in raw.items()
    }
    for name in ("modals", "hedges", "hedging_verbs"):
        tables[name] = {word: Modality(kind) for kind, words in raw[name].items() for word in words}
    tables["idioms"] = {verb: frozenset(tuple(each.split()) for each in raw["idioms"][verb]) for verb in raw["idioms"]}
    for name in ("object_controllers", "oblique_controllers", "transfers"):
        tables[name] = {verb: frozenset(adpositions) for verb, adpositions in raw.get(name, {}).items()}
    tables["entity_labels"] = {label: EntityClass(name) for label, name in raw["entity_labels"].items()}
    names = tomllib.loads((_DATA / "names.toml").read_text(encoding="utf-8"))[code]
    for name, kind in _NAME_TABLES.items():
        tables[name] = {word: EntityClass(each) for each, words in names.get(kind, {}).items() for word in words}
    return tables | _derived(tables)


def _derived(tables: Mapping[str, Any]) -> dict[str, Any]:
    """What is asked for most, from several tables together or parts of one."""
    return {
        "time_units": tables["time_nouns"].union(tables["months"], tables["weekdays"]),
        "time_endings": tuple(sorted(noun[1:] for noun in tables["time_nouns"] if noun.startswith("-"))),
        "genitive_adjectives": tuple(sorted(tables.get("genitive_adjectives", ()))),
        "said_participles": tuple(sorted(tables.get("said_participles", ()))),
        "amount_words": tables["percent"].union(tables["numerals"], tables["currencies"]),
        "discourse_words": frozenset(word for phrase in tables["discourse_phrases"] for word in phrase.split()),
        "particle_reporters": frozenset(verb.split()[0] for verb in tables["reporting_verbs"] if " " in verb),
        "name_endings": {word[1:]: kind for word, kind in tables["name_words"].items() if word.startswith("-")},
    }

"""Labels to keys: when two documents' names are one name.

A key is the label in NFC, casefolded, without the punctuation around its words and without a legal form at its end
("Acme Robotics, Inc." and "ACME Robotics"); accents are kept.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from kg.model import EntityClass

#: What the law calls a company by; in no language part of its name.
LEGAL_FORMS = frozenset(
    {
        "inc",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "limited",
        "llc",
        "llp",
        "plc",
        "gmbh",
        "ag",
        "sa",
        "spa",
        "bv",
    }
    | {"nv", "ab", "oy", "oyj", "ky", "ry", "as", "asa", "ans", "ba", "sf", "a/s"}
)
#: Words that the letters of an acronym may skip.
SMALL_WORDS = frozenset({"of", "and", "the", "for", "in", "on", "de", "la", "og", "i", "av", "til", "ja"})
#: Endings after a dot that tell local names apart; a name that ends so by itself gets one more.
SUFFIXES = frozenset({"en", "fi", "nn", "nb", "Name", *(each.value for each in EntityClass)})
#: What a class may be taken for without being another thing: people, places, and all that people make.
THING = "thing"
KINDS = {EntityClass.PERSON: "person", EntityClass.PLACE: "place"}
_EDGES = ".,;:!?\"'()[]«»“”‘’"


@lru_cache(maxsize=100_000)
def key(label: str) -> str:
    """The key of a label; never empty unless the label is."""
    words = unicodedata.normalize("NFC", unicodedata.normalize("NFC", label).casefold()).replace("_", " ").split()
    words = [word.strip(_EDGES) or word for word in words]
    while len(words) > 1 and words[-1].replace(".", "") in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=100_000)
def is_acronym(form: str, label: str) -> bool:
    """Whether the letters of `form` are the initials of the words of `label`, small words counted or not."""
    letters = key(form).replace(".", "")
    words = key(label).replace("-", " ").split()
    capitals = [word for word in words if word not in SMALL_WORDS]
    return len(letters) > 1 and letters in {"".join(w[0] for w in words), "".join(w[0] for w in capitals)}


def kind(entity_class: EntityClass | None) -> str | None:
    """What sort of thing a class is, as far as names go; None for an unknown class."""
    return None if entity_class is None else KINDS.get(entity_class, THING)


def is_common(label: str) -> bool:
    """Whether a label is written as nouns are, in small letters; names written so get a suffix, always."""
    return label == label.lower() and label != label.upper()


def local(label: str, suffix: str | None = None) -> str:
    """The local name of a label, not yet percent-encoded, with what tells it apart."""
    name = "_".join(unicodedata.normalize("NFC", label).replace("_", " ").split())
    return f"{name}.{suffix}" if suffix else name


def ends_like_suffix(label: str) -> bool:
    """Whether a label's own ending would be read as one of ours."""
    return "." in label and label.rpartition(".")[2] in SUFFIXES

"""Labels to keys: when two documents' names are one name.

A key is the label casefolded, without accents, without the punctuation around its words, without what Finnish hangs on
abbreviations ("Oy:n"), and without a legal form at its end ("Acme Robotics, Inc." and "ACME Robotics").
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from kg.model import EntityClass

#: Words that the letters of an acronym may skip.
SMALL_WORDS = frozenset({"of", "and", "the", "for", "in", "on", "de", "la", "og", "i", "av", "til", "ja"})
#: Endings after a dot that tell local names apart; a name that ends so by itself gets one more.
SUFFIXES = frozenset({"en", "fi", "nn", "nb", "Name", *(each.value for each in EntityClass)})
#: What a class may be taken for without being another thing: people, places, and all that people make.
THING = "thing"
KINDS = {EntityClass.PERSON: "person", EntityClass.PLACE: "place"}
_EDGES = ".,;:!?\"'()[]«»“”‘’"
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d", "š": "sh", "ž": "zh", "č": "ch"}
)
_HUNG_ON = re.compile(r"(?<=\w)[:’'](?:\w{1,4})$")


@lru_cache(maxsize=100_000)
def key(label: str) -> str:
    """The key of a label; never empty unless the label is."""
    words = words_of(label)
    while len(words) > 1 and words[-1].replace(".", "") in _legal_forms():
        words.pop()
    return " ".join(words)


def words_of(label: str) -> list[str]:
    """The words of a label as keys have them, legal forms included."""
    words = _plain(label).replace("_", " ").split()
    words = [word.strip(_EDGES) or word for word in words]
    return [*words[:-1], _HUNG_ON.sub("", words[-1])] if words else []


def is_organisation(label: str) -> bool:
    """Whether a name of several words ends as only those of organisations do."""
    words = words_of(label)
    return len(words) > 1 and (words[-1].replace(".", "") in _listed("legal") or words[-1] in _listed("organisations"))


def is_remnant(label: str) -> bool:
    """Whether a label is nothing but what stands at the end of organisations' names."""
    return all(word in _legal_forms() or word in _listed("organisations") for word in words_of(label))


@cache
def _legal_forms() -> frozenset[str]:
    return _listed("legal") | _listed("titles")


@cache
def _listed(name: str) -> frozenset[str]:
    """The words of a list in `data`."""
    lines = (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_plain(word) for line in lines if not line.startswith("#") for word in line.split())


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


def _plain(label: str) -> str:
    """The label casefolded and without accents."""
    parts = unicodedata.normalize("NFKD", label.casefold().translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))

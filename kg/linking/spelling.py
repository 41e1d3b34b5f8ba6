"""Keys to what else they may be spelled as: which keys of names are worth a comparison, and which are one name.

`signatures` are for blocking: two keys that share none are never compared. `variant` decides, from the spelling alone:
accents written out ("Joergensen"), Russian names as each language transliterates them, spaces and hyphens, Finnish case
forms, English plurals, and a slip of the pen in a long name (RapidFuzz's optimal string alignment).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.linking.names import key as name_key

#: Spellings of one Russian sound, in English, Finnish and Norwegian, longest first. Vowels and doubled letters follow.
_SOUNDS = (
    ("shtsh", "Q"), ("shch", "Q"), ("sjtsj", "Q"), ("sjtsh", "Q"), ("stsh", "Q"),
    ("tsh", "C"), ("tsj", "C"), ("tch", "C"), ("ch", "C"),
    ("zh", "Z"), ("zj", "Z"), ("sh", "S"), ("sj", "S"), ("kh", "h"), ("x", "ks"), ("w", "v"),
    ("yo", "o"), ("jo", "o"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_RUSSIAN = re.compile(r"(ov|ev|in|yn|sky|skij|skyy|ski|skii|skiy|enko|tsuk|chuk|tsjuk|tshuk|ich|itsj|its)(a|aya|aja)?$")
_WRITTEN_OUT = (("aa", "a"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("sh", "s"), ("zh", "z"), ("ch", "c"))
#: Finnish endings after a vowel, and after the `i` that follows a consonant.
_ENDINGS = ("ssa", "sta", "lla", "lta", "lle", "ksi", "tta")
_AFTER_I = (*_ENDINGS, "n", "a", "in")
#: The shortest key in which a slip is taken for one, and the shortest word.
LONG, LONG_WORD = 8, 6


@lru_cache(maxsize=100_000)
def signatures(key: str) -> frozenset[str]:
    """What two keys must share to be compared."""
    return frozenset(_signatures(key))


def _signatures(key: str) -> Iterator[str]:
    squashed = squash(key)
    yield f"k{key}"
    if len(squashed) > 4:
        yield f"s{squashed}"
    yield from (f"k{each}" for each in _plainer(key))
    yield from (f"k{stem}" for stem in stems(key))
    if is_russian(key):
        yield f"r{russian(key)}"
    if len(squashed) >= LONG:
        yield f"d{squashed}"
        yield from (f"d{squashed[:i]}{squashed[i + 1 :]}" for i in range(len(squashed)))


@lru_cache(maxsize=100_000)
def variant(one: str, other: str) -> str | None:
    """How two keys are one name, in words; None where they are not, or only by a slip (`slip`)."""
    if one == other:
        return "the same name"
    if squash(one) == squash(other) and len(squash(one)) > 4:
        return "the same but for spaces and hyphens"
    if one in stems(other) or other in stems(one):
        return "a case form or number of the other"
    if one in _plainer(other) or other in _plainer(one):
        return "accents written out"
    if is_russian(one) and is_russian(other) and russian(one) == russian(other):
        return "transliterations of one name"
    return None


def slip(one: str, other: str) -> bool:
    """Whether two long keys differ by one slip in a long word, and not in a number."""
    words, others = one.split(), other.split()
    if len(words) != len(others) or min(len(one), len(other)) < LONG or re.sub(r"\D", "", one + other):
        return one == other
    different = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(different) == 1 and all(
        min(len(a), len(b)) >= LONG_WORD and a[0] == b[0] and OSA.distance(a, b) == 1 for a, b in different
    )


def squash(key: str) -> str:
    """The key without spaces, hyphens and points."""
    return re.sub(r"[\s.\-–]", "", key)


@lru_cache(maxsize=100_000)
def stems(key: str) -> frozenset[str]:
    """Keys of which this may be a Finnish case form, or an English plural."""
    return frozenset(name_key(stem) for stem in _stems(key))


def _stems(key: str) -> Iterator[str]:
    word = key.rpartition(" ")[2].replace("ä", "a")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 and word[: -len(ending)][-1] in "aeiouy":
            yield key[: -len(ending)]
    for ending in _AFTER_I:
        stem = word[: -len(ending) - 1]
        if word.endswith(f"i{ending}") and len(stem) >= 4 and stem[-1] not in "aeiouy":
            yield key[: -len(ending) - 1]
    if " " in key and len(word) >= LONG_WORD and word.endswith("ies"):
        yield from (f"{key[:-3]}y", key[:-1])
    elif " " in key and len(word) >= LONG_WORD and word.endswith("s") and not word.endswith("ss"):
        yield key[:-1]


@lru_cache(maxsize=100_000)
def _plainer(key: str) -> frozenset[str]:
    """The key with accents that are written out taken back."""
    return frozenset(key.replace(two, one) for two, one in _WRITTEN_OUT if two in key)


def is_russian(key: str) -> bool:
    """Whether a name of several words ends as Russian ones do."""
    return " " in key and _RUSSIAN.search(key) is not None


@lru_cache(maxsize=100_000)
def russian(key: str) -> str:
    """The sounds of a Russian name, however a language spells them."""
    text = key
    for spelled, sound in _SOUNDS:
        text = text.replace(spelled, sound)
    text = re.sub(r"i(?=[aeou])", "", text)
    return re.sub(r"(.)\1+", r"\1", text)

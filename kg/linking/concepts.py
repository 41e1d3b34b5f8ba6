"""Concepts to broader ones: what the thesaurus puts above them, or else the head of a compound.

"AI professional" is a professional, "office in Seattle" an office; a Finnish or Norwegian compound goes by its last
part ("programvareselskap" is a "selskap") where that is itself a known concept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.linking.names import local
from kg.linking.words import Thesaurus

#: What stands between a head and what is said of it.
_ADPOSITIONS = {
    "en": frozenset({"of", "in", "for", "with", "at", "from", "on", "to", "by", "about", "among", "behind"}),
    "nn": frozenset({"av", "i", "for", "med", "på", "frå", "til", "om", "innan", "mot", "hos"}),
    "nb": frozenset({"av", "i", "for", "med", "på", "fra", "til", "om", "innen", "mot", "hos"}),
    "fi": frozenset(),
}
#: The shortest last part of a compound written as one word, and what must stand before it.
_LAST, _FIRST = 4, 3


def broader(
    label: str, lang: str, thesaurus: Thesaurus, is_known: Callable[[str], bool]
) -> tuple[str, tuple[str, ...]]:
    """The rule ("thesaurus", "compound" or "") and the local names of the nearest broader concepts of a noun.

    `is_known` says of a local name whether the graph has such a concept.
    """
    concept = thesaurus.find(lang, label)
    if concept is not None and concept.broader:
        return "thesaurus", concept.broader
    for part in _parts(label, lang):
        known = thesaurus.find(lang, part)
        name = known.local if known is not None else local(part, None if lang == "en" else lang)
        if (known is not None or is_known(name)) and (concept is None or name != concept.local):
            return "compound", (name,)
    return "", ()


def _parts(label: str, lang: str) -> Iterator[str]:
    """What a compound may be a kind of, the nearest first."""
    words = label.split()
    cut = next((i for i, word in enumerate(words) if i and word in _ADPOSITIONS.get(lang, ())), None)
    if cut is not None:
        yield " ".join(words[:cut])
        words = words[:cut]
    yield from (" ".join(words[start:]) for start in range(1, len(words)))
    last = words[-1] if words else ""
    if "-" in last:
        yield last.rpartition("-")[2]
    elif lang != "en":
        yield from (last[start:] for start in range(_FIRST, len(last) - _LAST + 1))

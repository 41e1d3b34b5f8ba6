"""The lexicon and the thesaurus, to be looked up by word.

Nynorsk and Bokmål share their entries: each is looked up first in its own, then in the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.model import Concept, EntityClass, Frame

#: Languages whose entries a language may use, its own first.
SHARED = {"nn": ("nn", "nb"), "nb": ("nb", "nn")}
#: Words up to this length that end in "s" are no plurals.
_PLURAL = 4


class Lexicon:
    """Frames by lemma and part of speech."""

    def __init__(self, frames: Iterable[Frame] = ()) -> None:
        self._frames: defaultdict[tuple[str, str, str], list[Frame]] = defaultdict(list)
        for frame in frames:
            self._frames[frame.lang, frame.lemma.casefold(), frame.pos].append(frame)

    def frames(self, lang: str, lemma: str, pos: str) -> tuple[Frame, ...]:
        """The frames of a word, those of its own language first."""
        found = (frame for code in _languages(lang) for frame in self._frames.get((code, lemma.casefold(), pos), ()))
        return tuple(dict.fromkeys(found))


class Thesaurus:
    """Concepts by label."""

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._concepts: dict[str, Concept] = {}
        self._labels: dict[tuple[str, str], Concept] = {}
        self._preferred: dict[tuple[str, str], str] = {}
        for concept in concepts:
            self._concepts[concept.local] = concept
            for lang, label in concept.labels:
                self._labels.setdefault((lang, label.casefold()), concept)
                self._preferred.setdefault((concept.local, lang), label)

    def find(self, lang: str, label: str) -> Concept | None:
        """The concept of this label, in whatever case; of its singular, where a pipeline left an English plural."""
        found = (self._labels.get((code, label.casefold())) for code in _languages(lang))
        known = next((concept for concept in found if concept is not None), None)
        if known is None and lang == "en" and len(label) > _PLURAL and label.endswith("s") and label[-2] != "s":
            return self._labels.get((lang, label[:-1].casefold()))
        return known

    def label(self, concept: Concept, lang: str) -> str | None:
        """The preferred label in exactly this language."""
        return self._preferred.get((concept.local, lang))

    def spells(self, concept: Concept, label: str) -> bool:
        """Whether the concept has this label in this case, in any language."""
        return any(label == each for _, each in concept.labels)

    def above(self, concept: Concept) -> Iterator[Concept]:
        """The concept and all broader ones, nearest first."""
        level, seen = [concept.local], {concept.local}
        while level:
            here = [self._concepts[local] for local in level if local in self._concepts]
            yield from here
            level = sorted({local for each in here for local in each.broader} - seen)
            seen.update(level)

    def entity_class(self, lang: str, label: str) -> EntityClass | None:
        """The class of the things that are called so, where the thesaurus says."""
        concept = self.find(lang, label)
        return None if concept is None else concept.entity_class


def _languages(lang: str) -> tuple[str, ...]:
    return SHARED.get(lang, (lang,))

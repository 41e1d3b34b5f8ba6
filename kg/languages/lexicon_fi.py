"""Which Finnish base forms are words, and how common they are: what decides between readings of a form.

The word list (`data/words_fi.txt`, from the dictionary that the suffix tables were learned from) leaves out compounds,
since a compound is a word if its last part is one; the frequencies are those of a pipeline's vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from spacy.vocab import Vocab

from kg.languages.inflection_fi import DATA

#: Log probability of a word that is never seen.
UNSEEN = -20.0
#: Fewest letters of a compound's last part, and of what stands before it.
LAST_PART, FIRST_PART = 3, 3


@cache
def simple_words() -> frozenset[str]:
    """Base forms that are no compounds."""
    return frozenset((DATA / "words_fi.txt").read_text(encoding="utf-8").split())


class Lexicon:
    """Words with their frequencies; `log_probabilities` maps a word to its own."""

    def __init__(self, log_probabilities: Mapping[str, float]) -> None:
        self._log_probabilities = log_probabilities

    def frequency(self, word: str) -> float:
        """Log probability of a word, `UNSEEN` if it is never seen."""
        return float(self._log_probabilities.get(word, UNSEEN))

    def knows(self, word: str) -> bool:
        """Whether this is a base form or, at least, seen in text."""
        return word in simple_words() or self.frequency(word) > UNSEEN

    def ends_in_word(self, word: str) -> bool:
        """Whether the word could be a compound, to judge by its last part."""
        return any(word[start:] in simple_words() for start in range(FIRST_PART, len(word) - LAST_PART + 1))

    def commonest(self, words: Iterable[str]) -> str | None:
        """The commonest of those that are known; of equally common ones the first."""
        return max((word for word in words if self.knows(word)), key=self.frequency, default=None)

    def compound(self, words: Iterable[str]) -> str | None:
        """The first that could be a compound."""
        return next((word for word in words if self.ends_in_word(word)), None)


def lexicon_of(vocab: Vocab) -> Lexicon:
    """The lexicon with a vocabulary's frequencies; without any, every word is unseen."""
    lookups = vocab.lookups
    return Lexicon(lookups.get_table("lexeme_prob") if lookups.has_table("lexeme_prob") else {})

"""Text -> the code of its language: by function words where they decide, else by lingua.

https://github.com/pemistahl/lingua-py. Function words (`data/words.*.txt`) decide almost every article at once; lingua
weighs titles, single sentences and languages without a list, with its small models where these are sure: the large ones
take seconds to load. Raises UnknownLanguage for a text in none of `LANGUAGES`, naming the language where it is known.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.errors import UnknownLanguage

if TYPE_CHECKING:
    from lingua import LanguageDetector

#: The languages that documents may be in.
LANGUAGES = ("en", "fi", "nb", "nn")
#: How much of a text is read, in characters.
SAMPLE = 6000
#: Fewest words, smallest share of function words, and smallest lead over the next language that decide.
_WORDS, _SHARE, _LEAD = 12, 0.12, 0.04
#: How much likelier a text is in one of `LANGUAGES` than in another; what each function word of a language adds to its
#: odds; and how many times the next language's the odds must be for lingua's quick models to decide.
_OWN_ODDS, _WORD_ODDS, _CLEAR = 4, 12, 300

_DETECTED = (
    *("BOKMAL", "DANISH", "DUTCH", "ENGLISH", "ESTONIAN", "FINNISH", "FRENCH", "GERMAN", "ITALIAN", "NYNORSK"),
    *("POLISH", "PORTUGUESE", "RUSSIAN", "SOMALI", "SPANISH", "SWEDISH"),
)
_NAMES = {
    "da": "Danish",
    "de": "German",
    "es": "Spanish",
    "et": "Estonian",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "so": "Somali",
    "sv": "Swedish",
}
_GIVE = "give --lang en, fi, nb, nn or no"


def resolve(text: str, source: str, *, lang: str | None = None, hint: str | None = None) -> str:
    """Return the language of a text: `lang` where given ("no" asks which Norwegian), else as `identify` finds it."""
    if lang is None:
        return identify(text, source, hint=hint)
    code = _base(lang)
    if code == "no":
        return _norwegian(text)
    if code not in LANGUAGES:
        raise UnknownLanguage(source, f"no pipeline reads the language {lang!r}; {_GIVE}")
    return code


def identify(text: str, source: str, *, hint: str | None = None) -> str:
    """Return the code of the text's language. `hint` is what the file itself says; it counts where words don't decide.

    Raises UnknownLanguage.
    """
    sample = text[:SAMPLE]
    code = _by_words(sample) or _hinted(sample, hint) or _by_letters(sample)
    if code is None:
        raise UnknownLanguage(source, f"its language is not recognised; {_GIVE}")
    if code not in LANGUAGES:
        raise UnknownLanguage(source, f"is in {_NAMES.get(code, code)}, which no pipeline reads; if it isn't, {_GIVE}")
    return code


def _by_words(text: str) -> str | None:
    """Return the language whose function words clearly lead, if any does."""
    hits, total = _hits(text)
    (best, most), (_, next_most) = hits.most_common(2)
    if total < _WORDS or most < _SHARE * total or most - next_most < max(2, _LEAD * total):
        return None
    return best


def _by_letters(text: str) -> str | None:
    """Return the language that lingua's odds and the function words speak for together; None for a text of no words."""
    if not re.search(r"[^\W\d_]{2}", text):
        return None
    hits, _ = _hits(text)
    for accurate in (False, True):
        odds = _odds(text, accurate=accurate)
        scores = {code: value * _WORD_ODDS ** hits[code] for code, value in odds.items()}
        best, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
        if best in LANGUAGES and scores[best] > _CLEAR * scores[second]:
            break
    return best if scores[best] > 0 else None


def _odds(text: str, *, accurate: bool) -> dict[str, float]:
    """Return lingua's confidence for every language, times the odds for our own."""
    values = _detector(accurate).compute_language_confidence_values(text)
    odds = {str(value.language.iso_code_639_1.name).lower(): value.value for value in values}
    return {code: value * (_OWN_ODDS if code in LANGUAGES else 1) for code, value in odds.items()}


def _hinted(text: str, hint: str | None) -> str | None:
    """Return the language a file claims, where it is one of ours and its words don't speak against it."""
    if hint is None:
        return None
    code = _base(hint)
    if code == "no":
        code = _norwegian(text)
    hits, _ = _hits(text)
    return code if code in LANGUAGES and hits[code] >= max(hits.values()) > 0 else None


def _norwegian(text: str) -> str:
    """Return nb or nn, whichever the text is more like."""
    sample = text[:SAMPLE]
    hits, _ = _hits(sample)
    if hits["nb"] != hits["nn"]:
        return "nn" if hits["nn"] > hits["nb"] else "nb"
    odds = _odds(sample, accurate=True)
    return "nn" if odds["nn"] > odds["nb"] else "nb"


def _hits(text: str) -> tuple[Counter[str], int]:
    """Return how many words of the text are function words of each language, and how many words it has."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    hits = Counter({lang: sum(word in known for word in words) for lang, known in function_words().items()})
    return hits, len(words)


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """Return the function words of every language that has a list, in lower case."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted(files("kg.documents").joinpath("data").iterdir(), key=lambda entry: entry.name):
        if file.name.startswith("words."):
            rows = file.read_text(encoding="utf-8").splitlines()
            found[file.name.split(".")[1]] = frozenset(
                word for row in rows if not row.startswith("#") for word in row.split()
            )
    return found


@lru_cache(maxsize=2)
def _detector(accurate: bool) -> LanguageDetector:
    """Return lingua with its quick models (three letters at a time, a tenth of a second) or with all (seconds)."""
    from lingua import Language, LanguageDetectorBuilder

    builder = LanguageDetectorBuilder.from_languages(*(getattr(Language, name) for name in _DETECTED))
    return (builder if accurate else builder.with_low_accuracy_mode()).build()


def _base(code: str) -> str:
    """Return the primary language of a tag: "nb-NO" is nb."""
    return re.split(r"[-_]", code.strip().lower())[0]

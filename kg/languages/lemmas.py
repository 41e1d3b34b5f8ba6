"""Base forms that no dictionary knows, replaced by those that one gives for the word: "forlét" read as "forlé".

The trained lemmatizers guess endings. Where their guess is no word, and simplemma's lists (MIT, from Wiktionary and
others) know the word as it stands, the lists' base form is taken. The component `kg_known_lemmas` stands behind a
lemmatizer; languages come from the document (`Doc.user_data["lang"]`), else from the pipeline.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

#: Document or pipeline language to the dictionaries that are asked, in order.
DICTIONARIES = {"en": ("en",), "nn": ("nn", "nb"), "nb": ("nb", "nn")}
INFLECTED = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
#: One syllable of English that ends in a single consonant.
_SHORT = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
_VOWELS = "aeiouyæøåéôo"


@Language.component("kg_known_lemmas", requires=["token.pos", "token.lemma"], assigns=["token.lemma"])
def know_lemmas(doc: Doc) -> Doc:
    """Replace lemmas that no dictionary of the language has."""
    langs = DICTIONARIES.get(doc.user_data.get("lang") or doc.lang_)
    if langs is not None:
        for token in doc:
            if token.pos_ in INFLECTED:
                token.lemma_ = known_lemma(token.lemma_, token.text, token.pos_, langs)
    return doc


@lru_cache(maxsize=65536)
def known_lemma(lemma: str, form: str, pos: str, langs: tuple[str, ...]) -> str:
    """The lemma, or the dictionaries' for the form where only the form is a word, or a verb that lost its -e.

    Nynorsk infinitives in -a become those in -e, as the treebank has them.
    """
    from simplemma import is_known, lemmatize

    word = form.lower()
    if pos == "VERB" and _lacks_e(lemma, word, langs[0]) and is_known(f"{lemma}e", langs):
        return f"{lemma}e"
    if is_known(lemma, langs) or not is_known(word, langs):
        return lemma
    found: str = lemmatize(word, langs)
    ends_in_a = langs[0] == "nn" and pos == "VERB" and len(found) > 3 and found.endswith("a")
    return f"{found[:-1]}e" if ends_in_a else found


def _lacks_e(verb: str, form: str, lang: str) -> bool:
    """Whether a verb is the noun that its forms look like: "fined" is of "fine", as "pinned" is of "pin".

    English doubles a single consonant behind a single vowel; Norwegian infinitives end in a vowel.
    """
    if lang == "en":
        return _SHORT.match(verb) is not None and form in (f"{verb}ed", f"{verb}ing")
    return verb[-1:] not in _VOWELS and form.startswith(verb)

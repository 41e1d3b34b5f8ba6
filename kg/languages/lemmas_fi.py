"""Base forms of Finnish words from their form, part of speech and morphology."""

from __future__ import annotations

import simplemma
from spacy.language import Language
from spacy.tokens import Doc, Token


@Language.component("kg_lemmas_fi", assigns=["token.lemma"], requires=["token.pos", "token.morph"])
def lemmatize(doc: Doc) -> Doc:
    """Set every token's lemma."""
    for token in doc:
        token.lemma_ = find_lemma(token)
    return doc


def find_lemma(token: Token) -> str:
    """The base form of one token."""
    text = token.text
    if token.pos_ in ("PUNCT", "SPACE", "SYM", "NUM") and not text.isalpha():
        return str(text)
    if ":" in text[1:] and token.pos_ in ("NOUN", "PROPN", "NUM"):
        return str(text.partition(":")[0])
    first, _, last = text.rpartition("-")
    if first and last:
        return f"{first}-{simplemma.lemmatize(last, lang='fi')}"
    if token.pos_ == "PROPN":
        lemma = simplemma.lemmatize(text, lang="fi")
        return str(lemma[:1].upper() + lemma[1:])
    return str(simplemma.lemmatize(text.lower(), lang="fi"))

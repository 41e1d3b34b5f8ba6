"""The spaCy component `kg_sentences`: where sentences start in a document that does not say so yet.

Stands before an annotator that reads sentences one by one; `sentences.split_sentences` decides.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.sentences import split_sentences


@Language.component("kg_sentences", assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Set `is_sent_start` of every token, unless sentences are marked already."""
    if len(doc) > 1 and not doc.has_annotation("SENT_START"):
        starts = {start for start, _ in split_sentences(doc.text)}
        for token in doc[1:]:
            token.is_sent_start = token.idx in starts
    return doc

"""A loaded spaCy pipeline to one that extraction can read: Universal Dependencies, as they are or converted.

What extraction needs: labels of UD (or ClearNLP's, which `clearnlp` converts), parts of speech, and base forms.
Raises PipelineError that names what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language

#: Relations that a parser of a scheme knows and one of another scheme does not.
SCHEMES = {
    "Universal Dependencies": frozenset({"nsubj", "obj", "obl"}),
    "ClearNLP": frozenset({"nsubj", "dobj", "pobj"}),
}
UNIVERSAL, CLEARNLP = SCHEMES
#: Codes under which spaCy pipelines of a language may go.
SAME_LANGUAGE = {"en": ("en",), "fi": ("fi",), "nb": ("nb", "nn", "no")}
#: Components that assign parts of speech, or base forms, though they do not all declare it.
TAGGERS = frozenset({"morphologizer", "attribute_ruler"})
LEMMATIZERS = frozenset({"lemmatizer", "trainable_lemmatizer", "attribute_ruler"})


def scheme_of(nlp: Language, where: str, code: str) -> str:
    """The scheme of the pipeline's labels; `where` names it in errors, `code` is the language that it should read."""
    if nlp.lang not in SAME_LANGUAGE[code]:
        raise PipelineError(f"the pipeline {where} reads {nlp.lang!r}, not {code!r}; name another")
    scheme = _scheme(nlp, where)
    if scheme == CLEARNLP and code != "en":
        raise PipelineError(f"the pipeline {where} has ClearNLP's labels, which are converted for English alone")
    return scheme


def complete(nlp: Language, where: str, scheme: str) -> None:
    """Let the pipeline end in a conversion where its labels need one."""
    missing = _missing(nlp, scheme)
    if missing:
        raise PipelineError(f"the pipeline {where} lacks {' and '.join(missing)}, which extraction needs; name another")
    if scheme == CLEARNLP:
        from kg.languages import clearnlp  # noqa: F401  it registers the component

        nlp.add_pipe("kg_clearnlp")


def scheme_among(labels: Iterable[str]) -> str | None:
    """The scheme whose labels these are; None for any other."""
    there = frozenset(labels)
    return next((scheme for scheme, known in SCHEMES.items() if known <= there), None)


def _scheme(nlp: Language, where: str) -> str:
    labels = nlp.pipe_labels.get("parser", [])
    scheme = scheme_among(labels)
    if scheme is not None:
        return scheme
    problem = "has a parser of another scheme" if labels else "has no parser"
    raise PipelineError(
        f"the pipeline {where} {problem}; extraction needs Universal Dependencies, or ClearNLP's labels"
    )


def _missing(nlp: Language, scheme: str) -> list[str]:
    """What no component gives, in words."""
    factories = {nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
    assigned = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    found = {
        "parts of speech (a morphologizer, or a tagger with an attribute_ruler)": factories & TAGGERS
        or "token.pos" in assigned,
        "base forms (a lemmatizer)": factories & LEMMATIZERS or "token.lemma" in assigned,
        "treebank tags (a tagger)": scheme != CLEARNLP or "token.tag" in assigned,
    }
    return [what for what, there in found.items() if not there]

"""Names that people type and read: IRIs under prefixes, terms as text, folding, and what comes nearest.

Pure. `shorten` gives a name only where SPARQL reads it back as the same IRI; `expand` is its inverse.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from kg import BlankNode, Iri, Literal
from shell.tokens import LOCAL

_LOCAL = re.compile(LOCAL)
_NAME = re.compile(rf"([^\W\d_][\w.-]*)?:({LOCAL})")
_ABSOLUTE = re.compile(r"<?([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]+)>?")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^(\S+))?')
#: Letters that fold to plain ones without being composed of them.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ß": "ss", "ı": "i"})
XSD = "http://www.w3.org/2001/XMLSchema#"
#: Datatypes whose text speaks for itself.
_PLAIN_TYPES = {
    XSD + name for name in ("string", "integer", "decimal", "double", "boolean", "date", "gYear", "gYearMonth")
}


def shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """The IRI as a prefixed name, under the longest namespace that fits, else in angle brackets."""
    fitting = [(len(space), prefix) for prefix, space in prefixes.items() if iri.startswith(space) and space]
    for length, prefix in sorted(fitting, reverse=True):
        if _LOCAL.fullmatch(iri, length):
            return f"{prefix}:{iri[length:]}"
    return f"<{iri}>"


def expand(text: str, prefixes: Mapping[str, str]) -> Iri | None:
    """The IRI that `text` names: in angle brackets, under a known prefix, or absolute as it stands; else None."""
    name = _NAME.fullmatch(text)
    if name and (name[1] or "") in prefixes:
        return Iri(prefixes[name[1] or ""] + re.sub(r"\\(.)", r"\1", name[2]))
    absolute = _ABSOLUTE.fullmatch(text)
    if absolute and (text.startswith("<") or "//" in text):
        return Iri(absolute[1])
    return None


def literal(text: str, prefixes: Mapping[str, str]) -> Literal | None:
    """The literal that `"text"`, `"text"@lang` or `"text"^^datatype` is; None where it is none of these."""
    match = _LITERAL.fullmatch(text)
    if match is None:
        return None
    datatype = expand(match[3], prefixes) if match[3] else None
    return Literal(re.sub(r"\\(.)", r"\1", match[1]), match[2], datatype)


def show(term: object, prefixes: Mapping[str, str]) -> str:
    """A term as people read it: a short name, or a literal's text with its language; nothing for an unbound value."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        if term.lang:
            return f"{term.text}@{term.lang}"
        typed = term.datatype and str(term.datatype) not in _PLAIN_TYPES
        return f"{term.text}^^{shorten(str(term.datatype), prefixes)}" if typed else term.text
    if isinstance(term, BlankNode):
        return f"_:{term}"
    return shorten(term, prefixes) if isinstance(term, Iri) else str(term)


def fold(text: str) -> str:
    """The text without case and accents, for comparing what is typed with labels."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.casefold().translate(_PLAIN))
    return "".join(character for character in plain if not unicodedata.combining(character))


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known name most like `name`, or None where none comes near."""
    folded = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    close = difflib.get_close_matches(fold(name), folded, 1, cutoff)
    return folded[close[0]] if close else None

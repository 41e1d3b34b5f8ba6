"""Names that people type and read: of things, by prefix or label, terms as text, folding, and what comes nearest.

Pure. Names with a prefix follow SPARQL's grammar; the library reads and writes them.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from kg import BlankNode, InvalidName, Iri, Literal, read_name, readable_name, write_name

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^(\S+))?')
#: Letters that fold to plain ones without being composed of them.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ß": "ss", "ı": "i"})
XSD = "http://www.w3.org/2001/XMLSchema#"
#: Datatypes whose text speaks for itself.
_PLAIN_TYPES = {
    XSD + name for name in ("string", "integer", "decimal", "double", "boolean", "date", "gYear", "gYearMonth")
}


def expand(text: str, prefixes: Mapping[str, str]) -> Iri | None:
    """The IRI that `text` names; None where it is no name, but perhaps a label."""
    try:
        return read_name(text, prefixes)
    except InvalidName:
        return None


def is_meant_as_name(text: str, prefixes: Mapping[str, str]) -> bool:
    """Whether text that is no name was to be one: it opens like an IRI or a known prefix, or is a word with a colon."""
    prefix, colon, local = text.partition(":")
    return text.startswith("<") or bool(colon and local.strip() and (prefix in prefixes or not re.search(r"\s", text)))


def local_words(name: str) -> str:
    """What the local part of a prefixed name says; nothing for an IRI in angle brackets."""
    return "" if name.startswith("<") else readable_name(name.partition(":")[2].replace("\\", ""))


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
        return f"{term.text}^^{write_name(str(term.datatype), prefixes)}" if typed else term.text
    if isinstance(term, BlankNode):
        return f"_:{term}"
    return write_name(term, prefixes) if isinstance(term, Iri) else str(term)


def fold(text: str) -> str:
    """The text without case and accents, for comparing what is typed with labels."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.casefold().translate(_PLAIN))
    return "".join(character for character in plain if not unicodedata.combining(character))


def hint(name: str, known: Iterable[str], otherwise: str, *, lead: str = "") -> str:
    """Which known name was perhaps meant, written after `lead`; `otherwise` where none comes near."""
    near = nearest(name, known)
    return f"did you mean {lead}{near}?" if near else otherwise


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known name most like `name`, or None where none comes near."""
    folded = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    close = difflib.get_close_matches(fold(name), folded, 1, cutoff)
    return folded[close[0]] if close else None

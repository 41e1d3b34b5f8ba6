"""Names to IRIs: documents, entities, relations, and the nodes of a document's evidence.

Definition: "Local names" in the data model; PN_LOCAL of Turtle 1.1 (https://www.w3.org/TR/turtle/#sec-grammar) and
ucschar of RFC 3987: what both take stays as it is, all else is percent-encoded (UTF-8). So every name can be written
with its prefix, and different names never meet. Fragments of documents follow RFC 5147 (`#char=812,934`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import unquote

from kg.errors import KgError
from kg.model import Entity, Iri
from kg.rdf.vocabulary import DEFAULT_BASE, FIXED_PREFIXES

_LETTERS = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF\U00010000-\U0001FFFD\U00020000-\U0002FFFD\U00030000-\U0003FFFD"
)
_FIRST = re.compile(rf"[{_LETTERS}_0-9]")
_MIDDLE = re.compile(rf"[{_LETTERS}_0-9.\-\u00B7\u0300-\u036F\u203F\u2040]")
_PLACES = re.compile(r"#char=(\d+,\d+(?:;(?:\d+,\d+(?:\+\d+,\d+)*)?)*)(?:\.\d+)?\Z")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`]+\Z")


#: A place in a text: its first character, and the one after its last.
Span: TypeAlias = tuple[int, int]
#: The places of words that need not stand together, in text order.
Places: TypeAlias = tuple[Span, ...]


@lru_cache(maxsize=65536)
def local_name(name: str) -> str:
    """The name as the local part of an IRI: NFC, runs of space as `_`, percent-encoded where it must be."""
    return _encode("_".join(unicodedata.normalize("NFC", name).split())) or "_"


def readable_name(local: str) -> str:
    """The name that a local part stands for, with spaces for `_`."""
    return unquote(local).replace("_", " ")


def local_part(iri: Iri) -> str:
    """What follows the namespace of an entity, relation or document."""
    return iri.rpartition("/")[2]


def phrase(document: Iri, start: int, end: int) -> Iri:
    """The IRI of the characters from `start` to `end` of a document: a sentence, a mention or an argument."""
    return Iri(f"{document}#char={start},{end}")


def statement(sentence_node: Iri, slots: Sequence[Places], number: int = 1) -> Iri:
    """The IRI of a statement: its sentence, and the places of its subject, relation and object.

    A slot whose words stand nowhere has no places. `number` tells statements of the same places apart.
    """
    places = ";".join("+".join(f"{start},{end}" for start, end in slot) for slot in slots)
    return Iri(f"{sentence_node};{places}{f'.{number}' if number > 1 else ''}")


def places(iri: str) -> tuple[Places, ...]:
    """What an IRI of ours tells of places: a sentence's or phrase's own; a statement's four. () for other IRIs."""
    fragment = _PLACES.search(iri)
    if fragment is None:
        return ()
    return tuple(tuple(map(_span, slot.split("+"))) if slot else () for slot in fragment[1].split(";"))


def document_of(iri: str) -> Iri:
    """The document that a node of its evidence belongs to."""
    return Iri(iri.partition("#")[0])


def _span(place: str) -> Span:
    start, _, end = place.partition(",")
    return int(start), int(end)


def argument(of: Iri, number: int) -> Iri:
    """The IRI of a statement's argument whose words are not contiguous, from 1."""
    return Iri(f"{of}.a{number}")


@dataclass(frozen=True, slots=True)
class Base:
    """The user's part of every IRI; ends with `/` or `#`. Raises `KgError` for one that is no absolute IRI."""

    iri: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _ABSOLUTE.match(self.iri):
            raise KgError(f"base {self.iri!r} is not an absolute IRI; write one such as {DEFAULT_BASE}")
        if not self.iri.endswith(("/", "#")):
            object.__setattr__(self, "iri", f"{self.iri}/")

    @property
    def user_graph(self) -> Iri:
        """The graph of what users insert."""
        return Iri(f"{self.iri}graph/user")

    @property
    def inferred_graph(self) -> Iri:
        """The graph of what inference adds."""
        return Iri(f"{self.iri}graph/inferred")

    def document(self, source: str) -> Iri:
        """The IRI of a document or imported file by its source."""
        return Iri(f"{self.iri}document/{_encode(source) or '_'}")

    def source(self, document: Iri) -> str:
        """The source that a document's IRI was made from."""
        return unquote(document.removeprefix(f"{self.iri}document/"))

    def entity(self, local: str) -> Iri:
        """The IRI of a shared entity by its name, not yet encoded."""
        return Iri(f"{self.iri}entity/{local_name(local)}")

    def relation(self, local: str) -> Iri:
        """The IRI of a relation that the ontology does not know, by its name, not yet encoded."""
        return Iri(f"{self.iri}relation/{local_name(local)}")

    def node(self, entity: Entity, document: Iri) -> Iri:
        """The IRI of an entity, shared or of the document."""
        return Iri(f"{document}#{local_name(entity.local)}") if entity.of_document else self.entity(entity.local)

    def expand(self, name: str) -> Iri:
        """The IRI of a prefixed name (`kg:left`, `rel:opt_for`), or the absolute one that it is itself.

        Raises `KgError` for a prefix that is not ours.
        """
        prefix, _, local = name.partition(":")
        if prefix == "rel":
            return self.relation(local)
        if prefix == "ent":
            return self.entity(local)
        if local.startswith("//") or prefix == "urn":  # a property that the user's ontology defines
            return Iri(name)
        if prefix not in FIXED_PREFIXES:
            raise KgError(f"{name!r} has an unknown prefix; known are ent, rel, {', '.join(FIXED_PREFIXES)}")
        return FIXED_PREFIXES[prefix](local)


def _encode(name: str) -> str:
    return "".join(_character(char, first=i == 0, last=i == len(name) - 1) for i, char in enumerate(name))


def _character(char: str, *, first: bool, last: bool) -> str:
    fits = _FIRST.match(char) if first else _MIDDLE.match(char)
    if fits and not (last and char == "."):
        return char
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))

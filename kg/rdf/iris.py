"""Names to IRIs: documents, entities, relations, and the nodes of a document's evidence.

Definition: the data model; `kg.names` encodes local names, and different names never meet. Fragments of documents
follow RFC 5147 (`#char=812,934`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import unquote

from kg.errors import KgError
from kg.model import Entity, Iri
from kg.names import encode, is_iri, local_name, read_name
from kg.rdf.vocabulary import DEFAULT_BASE, prefixes

_PLACES = re.compile(r"#char=(\d+,\d+(?:;(?:\d+,\d+(?:\+\d+,\d+)*)?)*)(?:\.\d+)?\Z")


#: A place in a text: its first character, and the one after its last.
Span: TypeAlias = tuple[int, int]
#: The places of words that need not stand together, in text order.
Places: TypeAlias = tuple[Span, ...]


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
        if not is_iri(self.iri):
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
        return Iri(f"{self.iri}document/{encode(source) or '_'}")

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
        """The IRI of a name (`kg:left`, `rel:opt_for`, `https://…`). Raises `InvalidName`."""
        return _expanded(self.iri, name)


@lru_cache(maxsize=65536)
def _expanded(base: str, name: str) -> Iri:
    return read_name(name, prefixes(base))

"""What an open graph answers: plain frozen values for the shell and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.model import Iri, Quad


class Progress(NamedTuple):
    """A document that a build is done with: the `done`-th of `total` (None where not known yet).

    `action` is `added`, `changed`, `unchanged` or `failed`; `facts` and `words` count what was read of it.
    """

    done: int
    total: int | None
    source: str
    action: str
    facts: int = 0
    words: int = 0


class Change(NamedTuple):
    """Quads that an update takes out of the store and puts in; those that stay are in neither.

    `size` counts the triples that go and come as the update says it, without what is recorded of it besides.
    """

    removed: frozenset[Quad]
    added: frozenset[Quad]
    size: tuple[int, int] = (0, 0)

    def undone(self) -> Change:
        """The change that takes this one back."""
        return Change(self.added, self.removed, (self.size[1], self.size[0]))


class Found(NamedTuple):
    """An entity that a search found, with how often texts mention it."""

    iri: Iri
    label: str
    entity_class: Iri | None
    mentions: int


@dataclass(frozen=True, slots=True)
class Description:
    """What the graph says of an entity.

    `facts` and `incoming` are (property's label, other end's label, other end), the latter for facts that end here.
    """

    iri: Iri
    label: str
    classes: tuple[Iri, ...]
    facts: tuple[tuple[str, str, Iri | None], ...]
    incoming: tuple[tuple[str, str, Iri | None], ...]


class DocumentInfo(NamedTuple):
    """A document of the graph, with how many statements it makes, how many of them are facts, and its words."""

    source: str
    title: str
    lang: str
    facts: int
    statements: int
    words: int


@dataclass(frozen=True, slots=True)
class SchemaTerm:
    """A class or property, with how many entities or facts have it."""

    iri: Iri
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Schema:
    """The classes and properties that the graph knows, sorted by IRI."""

    classes: tuple[SchemaTerm, ...]
    predicates: tuple[SchemaTerm, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures of a graph. `facts` are triples between entities, or of an entity and a literal, that documents support.

    `triples_per_fact` counts everything that documents add, evidence and text included.
    """

    documents: int
    words: int
    sentences: int
    statements: int
    facts: int
    entities: int
    triples: int
    triples_per_fact: float

"""What a PATHS query asks for, as plain values; `grammar` reads them off a text.

Selectors and modes are those of GQL (ISO/IEC 39075): a selector applies to each pair of end points by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Which of the paths between two ends are wanted."""

    ANY = "ANY"
    ALL = "ALL"
    ALL_SHORTEST = "ALL SHORTEST"
    SHORTEST = "SHORTEST"
    GROUPS = "GROUPS"
    CHEAPEST = "CHEAPEST"


class Mode(StrEnum):
    """What a path may not repeat: nothing, an edge, a node but the first as the last, or any node."""

    WALK = "WALK"
    TRAIL = "TRAIL"
    SIMPLE = "SIMPLE"
    ACYCLIC = "ACYCLIC"


@dataclass(frozen=True, slots=True)
class Selector:
    """A kind and, for SHORTEST, GROUPS and CHEAPEST, how many."""

    kind: Kind = Kind.ALL_SHORTEST
    count: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the query, as they stand at `start` in its text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A variable with the term it equals, or the group pattern that binds it; with neither it may be anything."""

    variable: str
    term: Piece | None = None
    pattern: Piece | None = None


@dataclass(frozen=True, slots=True)
class Via:
    """What an edge is: exactly one of a variable for any predicate, a property path, and a group pattern."""

    variable: str | None = None
    path: Piece | None = None
    pattern: Piece | None = None


@dataclass(frozen=True, slots=True)
class SortKey:
    """What to order by (`LENGTH`, `COST`, or the name of the start or end variable), and in which direction."""

    name: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class PathQuery:
    """A PATHS query. `prologue` and `dataset` are SPARQL text that goes before every query of its parts."""

    text: str
    prologue: str
    dataset: str
    start: Endpoint
    end: Endpoint
    via: Via
    selector: Selector = Selector()
    mode: Mode = Mode.SIMPLE
    cyclic: bool = False
    cost: Piece | None = None
    min_length: int = 1
    max_length: int | None = None
    undirected: bool = False
    order: tuple[SortKey, ...] = ()
    limit: int | None = None
    offset: int = 0

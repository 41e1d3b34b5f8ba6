"""What a query gives: its solutions, which formats they have, and how large an answer is, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import kg
from shell.problems import UsageError
from shell.render import count

if TYPE_CHECKING:
    from kg import Graph, Rows, Triples

#: Formats of SELECT and ASK, and of CONSTRUCT and DESCRIBE; `table` and `markdown` are ours, the others standards.
ROW_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown")
TRIPLE_FORMATS = ("ttl", "nt", "jsonld", "rdfxml")
#: Formats of PATHS: its rows, or the facts that its paths go over.
PATH_FORMATS = (*ROW_FORMATS, "ttl", "nt")


class Size(NamedTuple):
    """How large an answer was, in words; `empty` where nothing fits the query."""

    summary: str
    empty: bool = False


def solutions(graph: Graph, query: str) -> Iterator[tuple[Any, ...]]:
    """The solutions of a SELECT, for tasks (see `running`): a term for each variable, None where it is unbound."""
    answer = graph.query(query)
    if not isinstance(answer, kg.Rows):
        raise TypeError(f"no SELECT: {query}")
    yield from map(tuple, answer)


def formats(result: Rows | Triples | bool) -> tuple[str, ...]:
    """The formats that a result has."""
    if isinstance(result, kg.Triples):
        return TRIPLE_FORMATS
    return PATH_FORMATS if isinstance(result, kg.Paths) else ROW_FORMATS


def check(result: Rows | Triples | bool, form: str) -> str:
    """The format, or the readable one for `table`; raises `UsageError` for one that such a result does not have."""
    known = formats(result)
    if form not in {*known, "table"}:
        kind = "CONSTRUCT or DESCRIBE" if isinstance(result, kg.Triples) else "SELECT or ASK"
        raise UsageError(f"a {kind} has no format {form}; take one of {', '.join(known)}")
    return fitting(result, form)


def fitting(result: Rows | Triples | bool, form: str) -> str:
    """The format itself where it fits the result, else the readable one that does."""
    known = formats(result)
    return form if form in known else known[0]


def size(result: Rows, rows: int) -> str:
    """How large a result is, in words; of paths also how many they are, and what cut the answer short."""
    if not isinstance(result, kg.Paths):
        return count(rows, "row")
    said = f"{count(len(result.paths), 'path')}, {count(rows, 'row')}"
    return f"{said}; cut short by the {result.truncated}, there may be more" if result.truncated else said

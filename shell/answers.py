"""The answer of a query as text, piece by piece: what the worker does of a query.

`answer` is a task (see `running`): it yields pieces of text and, last, a `Size`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import kg
from kg import Iri, Literal
from shell import names, results
from shell.render import boolean, count, record_lines, table_lines

if TYPE_CHECKING:
    from kg import Graph, Rows, Triples

#: Prefixes whose names people read as labels.
LABELLED = ("kg", "ent", "rel")
#: What the IRI of a document's own entity ends with.
OF_DOCUMENT = re.compile(r"/document/[^#]*#(e\d+|[^#/]+\.[0-9a-f]{4,})$")
_PIECE = 1 << 16
_WIDTH = 80


class Wish(NamedTuple):
    """How an answer is wanted. `most` rows of a table at most; None is all of them."""

    form: str = "table"
    labels: bool = True
    width: int | None = None
    most: int | None = None
    records: bool = False


class Size(NamedTuple):
    """How large an answer was, in words; `empty` where nothing fits the query."""

    summary: str
    empty: bool = False


def answer(graph: Graph, text: str, wish: Wish) -> Iterator[str | Size]:
    """The answer of a query in the form wished for, or in the readable one where that does not fit."""
    result = graph.query(text)
    form = results.fitting(result, wish.form)
    if isinstance(result, bool):
        yield boolean(result, form)
        yield Size("")
        return
    try:
        if isinstance(result, kg.Rows) and form == "table":
            yield from _table(graph, result, wish)
        else:
            yield from _whole(graph, result, form, wish)
    finally:
        result.release()


def namer(graph: Graph, *, labels: bool) -> Callable[[object], str]:
    """A function that names terms for people: by labels where they have any, or by prefixed names."""
    prefixes = graph.prefixes
    label = cache(graph.label)

    def short(term: object) -> str:
        return names.show(term, prefixes)

    def name(term: object) -> str:
        if isinstance(term, Iri):
            known = any(term.startswith(prefixes.get(prefix, "\0")) for prefix in LABELLED)
            return label(term) if known or OF_DOCUMENT.search(term) else short(term)
        return term.text if isinstance(term, Literal) else short(term)

    return name if labels else short


def _table(graph: Graph, result: Rows, wish: Wish) -> Iterator[str | Size]:
    name = namer(graph, labels=wish.labels)
    taken = 0

    def rows() -> Iterator[list[str]]:
        nonlocal taken
        for row in islice(result, wish.most):
            taken += 1
            yield [name(term) for term in row]

    if wish.records:
        lines = record_lines(result.variables, rows(), width=wish.width or _WIDTH)
    else:
        lines = table_lines(result.variables, rows(), width=wish.width)
    yield from _pieces(lines)
    more = taken == wish.most and next(islice(result, taken, taken + 1), None) is not None
    shown = (
        f"the first {count(taken, 'row')}; `.set rows all` shows the others" if more else results.size(result, taken)
    )
    yield Size(shown, taken == 0)


def _whole(graph: Graph, result: Rows | Triples, form: str, wish: Wish) -> Iterator[str | Size]:
    shown = results.show(result, form, namer(graph, labels=wish.labels), width=wish.width)
    for at in range(0, len(shown.text), _PIECE):
        yield shown.text[at : at + _PIECE]
    yield Size(shown.summary, shown.summary.startswith("0 "))


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    """The lines, the first screenful by itself and the others gathered to larger pieces."""
    waiting = iter(lines)
    most = 50
    while held := list(islice(waiting, most)):
        yield "".join(held)
        most = 500

"""The answer of a query as text, piece by piece, so that one of any size takes little memory.

`answer` is a task (see `running`): it yields pieces of text and, last, a `Size`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import kg
from kg import Iri, Literal
from shell import names
from shell.render import boolean, count, markdown_lines, record_lines, table_lines
from shell.results import Size, fitting, size

if TYPE_CHECKING:
    from kg import Graph, Row, Rows, Triples

#: Prefixes whose names people read as labels.
_LABELLED = ("kg", "ent", "rel")
#: What the IRI of a document's own entity ends with.
_OF_DOCUMENT = re.compile(r"/document/[^#]*#(e\d+|[^#/]+\.[0-9a-f]{4,})$")
_PIECE = 1 << 16
_WIDTH, _SCREENFUL = 80, 50
#: What marks a fact that a path follows against its direction: beside labels, and as SPARQL's paths have it.
_BACKWARD = {True: "← ", False: "^"}


class Wish(NamedTuple):
    """How an answer is wanted. `most` rows of a table at most; None is all of them."""

    form: str = "table"
    labels: bool = True
    width: int | None = None
    most: int | None = None
    records: bool = False


def answer(graph: Graph, text: str, wish: Wish) -> Iterator[str | Size]:
    """The answer of a query in the form wished for, or in the readable one where that does not fit."""
    result = graph.query(text)
    yield from shown(graph, result, wish._replace(form=fitting(result, wish.form)))


def shown(graph: Graph, result: Rows | Triples | bool, wish: Wish) -> Iterator[str | Size]:
    """A result of a query in a format that it has, in pieces of bounded size.

    Lets go of the store afterwards, in the thread that asked, as the store needs it.
    """
    if isinstance(result, bool):
        yield boolean(result, wish.form)
        yield Size("")
        return
    try:
        if isinstance(result, kg.Triples):
            yield from _triples(result, wish)
        elif wish.form in {"table", "markdown"}:
            yield from _table(graph, result, wish)
        else:
            yield from _serialized(result, wish.form)
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
            return label(term) if has_label(term, prefixes) else short(term)
        return term.text if isinstance(term, Literal) else short(term)

    return name if labels else short


def has_label(term: Iri, prefixes: Mapping[str, str]) -> bool:
    """Whether people read a term by its label."""
    known = any(term.startswith(prefixes.get(prefix, "\0")) for prefix in _LABELLED)
    return known or _OF_DOCUMENT.search(term) is not None


def _table(graph: Graph, result: Rows, wish: Wish) -> Iterator[str | Size]:
    name = namer(graph, labels=wish.labels)
    taken, more = 0, False

    def rows() -> Iterator[list[str]]:
        nonlocal taken, more
        for row in _named(graph, result, name, labels=wish.labels):
            if taken == wish.most:
                more = True
                return
            taken += 1
            yield row

    yield from _pieces(_lines(result.variables, rows(), wish))
    if more:
        yield Size(f"the first {count(taken, 'row')}; `.set rows all` shows the others, `QUERY > FILE` keeps them")
    else:
        yield Size(size(result, taken), taken == 0)


def _lines(columns: Sequence[str], rows: Iterable[Sequence[str]], wish: Wish) -> Iterator[str]:
    if wish.form == "markdown":
        return markdown_lines(columns, rows)
    if wish.records:
        return record_lines(columns, rows, width=wish.width or _WIDTH)
    return table_lines(columns, rows, width=wish.width)


def _named(graph: Graph, result: Rows, name: Callable[[object], str], *, labels: bool) -> Iterator[list[str]]:
    """The rows for people; in paths, a fact that is followed against its direction is marked."""
    if not isinstance(result, kg.Paths):
        rows = _foreseen(graph, result.passing()) if labels and graph.served else result.passing()
        yield from ([name(term) for term in row] for row in rows)
        return
    against = _BACKWARD[labels]
    hops = (hop for path in result.paths for hop in path.hops)
    for row, hop in zip(result, hops, strict=True):
        back = None if hop.forward else hop.predicate
        yield [f"{against}{name(term)}" if term == back and term is not None else name(term) for term in row]


def _foreseen(graph: Graph, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a graph behind an address, which is asked for the labels of a screenful at once."""
    prefixes = graph.prefixes
    while some := list(islice(rows, _SCREENFUL)):
        graph.foresee([term for row in some for term in row if isinstance(term, Iri) and has_label(term, prefixes)])
        yield from some


def _triples(result: Triples, wish: Wish) -> Iterator[str | Size]:
    part = result if wish.most is None else result.first(wish.most)
    more = wish.most is not None and next(islice(result, wish.most, None), None) is not None
    yield from _ended(_cut(part.serialize(wish.form).decode()))
    if more:
        yield Size(f"the first {count(len(part), 'triple')}; `.set rows all` shows the others")
    else:
        yield Size(count(len(part), "triple") if wish.form == "ttl" else "", len(part) == 0)


def _serialized(result: Rows, form: str) -> Iterator[str | Size]:
    """In a standard's format, for programs: without a size in words."""
    if isinstance(result, kg.Paths):
        yield from _ended(_cut(result.serialize(form).decode()))
    else:
        yield from _ended(codecs.iterdecode(result.serialized(form), "utf-8"))
    yield Size("")


def _cut(text: str) -> Iterator[str]:
    return (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))


def _ended(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, with a line feed at their end where there is none."""
    last = "\n"
    for piece in pieces:
        yield piece
        last = piece or last
    if not last.endswith("\n"):
        yield "\n"


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    """The lines, the first screenful by itself and the others gathered to larger pieces."""
    waiting = iter(lines)
    most = _SCREENFUL
    while held := list(islice(waiting, most)):
        yield "".join(held)
        most = 500

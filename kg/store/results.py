"""What queries give: rows (SELECT) or triples (CONSTRUCT, DESCRIBE); an ASK gives a plain bool.

Rows and triples are read from the store as they are asked for, and kept, so that they can be iterated again.
`serialize` writes the W3C formats, https://www.w3.org/TR/sparql11-results-json/ and its kin, without keeping them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, overload

import pyoxigraph as ox

from kg.errors import KgError, QueryError, StoreError
from kg.model import Iri, Literal, Term, Triple
from kg.names import readable_end
from kg.store.cursor import Cursor
from kg.store.files import canonical, serialize
from kg.store.ntriples import write_term
from kg.store.streaming import pieces
from kg.store.terms import from_ox, triple_from_ox

if TYPE_CHECKING:
    import rdflib

T = TypeVar("T")

#: Formats of `Rows.serialize` and `serialize_answer`.
ROW_FORMATS: dict[str, ox.QueryResultsFormat] = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
#: How many items are read ahead at most, once as many were asked for.
_AT_ONCE = 256
#: Rows that a notebook shows.
_SHOWN = 50
_XSD = "http://www.w3.org/2001/XMLSchema#"


class Row(Sequence[Term | None]):
    """One solution: a term per variable, None where it is unbound. By position, name or attribute."""

    __slots__ = ("_names", "_values")

    def __init__(self, names: tuple[str, ...], values: tuple[Term | None, ...]) -> None:
        self._names = names
        self._values = values

    @overload
    def __getitem__(self, key: int | str) -> Term | None: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Term | None, ...]: ...
    def __getitem__(self, key: int | str | slice) -> Term | tuple[Term | None, ...] | None:
        if not isinstance(key, str):
            return self._values[key]
        name = key.lstrip("?$")
        if name not in self._names:
            raise KeyError(f"no variable ?{name}; there are {', '.join(f'?{known}' for known in self._names)}")
        return self._values[self._names.index(name)]

    def __getattr__(self, name: str) -> Term | None:
        try:
            return self._values[self._names.index(name)]
        except ValueError:
            raise AttributeError(f"no variable ?{name}") from None

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Term | None]:
        return iter(self._values)  # many times faster than Sequence's own, which counts up to an IndexError

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Row | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._values)

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={value!r}' for name, value in self.as_dict().items())})"

    def as_dict(self) -> dict[str, Term | None]:
        """Terms by variable."""
        return dict(zip(self._names, self._values, strict=True))


class _Kept(Generic[T]):
    """Items of a cursor, kept as they are read."""

    def __init__(self, cursor: Cursor[T]) -> None:
        self._cursor: Cursor[T] | None = cursor
        self._read: list[T] = []

    def __iter__(self) -> Iterator[T]:
        position = 0
        while position < len(self._read) or self._advance(min(max(position, 1), _AT_ONCE)):
            yield self._read[position]
            position += 1

    def _advance(self, count: int = 1) -> bool:
        """Read up to so many more; whether there was one."""
        if self._cursor is None:
            return False
        before = len(self._read)
        if not self._cursor.read_into(self._read, count):
            self._cursor = None
        return len(self._read) > before

    def passing(self) -> Iterator[T]:
        """The items, read once and not kept: for answers of any size. Afterwards they can't be iterated again."""
        yield from self._read
        while self._cursor is not None:
            batch: list[T] = []
            if not self._cursor.read_into(batch, _AT_ONCE):
                self._cursor = None
            yield from batch

    def __len__(self) -> int:
        """How many there are; reads them all."""
        while self._advance(_AT_ONCE):
            pass
        return len(self._read)

    def __bool__(self) -> bool:
        return bool(self._read) or self._advance()

    def release(self) -> None:
        """Let go of the store; what was not read yet raises `StoreError`."""
        if self._cursor is not None:
            self._cursor.release()


class Rows(_Kept[Row]):
    """The solutions of a SELECT, in the query's order. `variables` are their names, without `?`."""

    def __init__(
        self,
        solutions: ox.QuerySolutions,
        again: Callable[[], ox.QuerySolutions],
        failure: Callable[[Exception], KgError],
    ) -> None:
        self._again: Callable[[], ox.QuerySolutions] | None = again
        self._failure = failure
        self.variables = tuple(variable.value for variable in solutions.variables)
        # Not a method of ours: the rows would be in a cycle, and be freed by whatever thread collects it.
        super().__init__(Cursor(iter(solutions), partial(_row, self.variables), failure))

    def release(self) -> None:
        """Let go of the store."""
        self._again = None
        super().release()

    def serialize(self, file_format: str) -> bytes:
        """The solutions in one of `ROW_FORMATS`; runs the query anew."""
        return b"".join(self.serialized(file_format))

    def serialized(self, file_format: str) -> Iterator[bytes]:
        """The same in pieces, as they come: for answers of any size. Without an iteration nothing is run."""
        chosen, again = _row_format(file_format), self._again
        if again is None:
            raise StoreError("the store was closed; open it again and repeat the query")
        try:
            yield from pieces(lambda stream: again().serialize(stream, format=chosen))
        except (OSError, RuntimeError, ValueError) as error:
            raise self._failure(error) from error

    def _repr_html_(self) -> str:
        """The first rows as a table, for notebooks."""
        found = list(islice(self, _SHOWN + 1))
        rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in found[:_SHOWN])
        more = "<p>…</p>" if len(found) > _SHOWN else ""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.variables)
        return f"<table><tr>{head}</tr>{rows}</table>{more}"

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame` with a column per variable.

        Numbers and booleans become Python's, other terms text, unbound variables None.
        """
        try:
            frame = import_module("pandas").DataFrame
        except ImportError as error:
            raise StoreError("a data frame needs pandas: pip install pandas") from error
        records = [[_native(value) for value in row] for row in self]
        return frame(records, columns=list(self.variables))

    def to_rdflib(self) -> rdflib.query.Result:
        """The solutions as an `rdflib.query.Result`."""
        from kg.store.rdflib_view import rows_to_rdflib  # rdflib takes longer to import than most queries to run

        return rows_to_rdflib(self)


def _cell(value: Term | None) -> str:
    """A term for people: a literal's text, an IRI's readable end."""
    if value is None or isinstance(value, Literal):
        return f"<td>{escape(value.text) if value else ''}</td>"
    return f'<td title="{escape(value)}">{escape(readable_end(value))}</td>'


def _row(variables: tuple[str, ...], solution: ox.QuerySolution) -> Row:
    terms = [
        Iri(value.value) if type(value) is ox.NamedNode else None if value is None else from_ox(value)
        for value in solution
    ]  # written out, as there may be millions
    return Row(variables, tuple(terms))


class Triples(_Kept[Triple]):
    """The triples of a CONSTRUCT or DESCRIBE, without duplicates, in no order."""

    def __init__(
        self, source: Iterable[ox.Triple], failure: Callable[[Exception], KgError], prefixes: Mapping[str, str]
    ) -> None:
        self._prefixes = dict(prefixes)
        self._failure = failure
        super().__init__(Cursor(iter(source), triple_from_ox, failure))

    def first(self, count: int) -> Triples:
        """The first so many, as an answer of their own."""
        part = Triples((), self._failure, self._prefixes)
        part._read = list(islice(self, count))
        return part

    def serialize(self, file_format: str) -> bytes:
        """The triples in an RDF format (`ttl`, `nt`, `jsonld`, `rdfxml` …), sorted, with the prefixes they use.

        Blank nodes are named by RDFC-1.0, so that equal graphs give equal bytes.
        """
        ordered = sorted(canonical((*triple, None) for triple in self), key=_sort_key)
        used = {name: iri for name, iri in self._prefixes.items() if any(_uses(quad[:3], iri) for quad in ordered)}
        return serialize(ordered, file_format, prefixes=used)

    def to_rdflib(self) -> rdflib.Graph:
        """The triples as an `rdflib.Graph` of their own."""
        from kg.store.rdflib_view import triples_to_rdflib

        return triples_to_rdflib(self)


Results: TypeAlias = Rows | Triples | bool


def serialize_answer(answer: bool, file_format: str) -> bytes:
    """The answer of an ASK as `json` or `xml`; in `csv` and `tsv`, which have no form for it, a bare word."""
    _row_format(file_format)
    word = "true" if answer else "false"
    if file_format == "json":
        return f'{{"head":{{}},"boolean":{word}}}'.encode()
    if file_format == "xml":
        namespace = "http://www.w3.org/2005/sparql-results#"
        return f'<?xml version="1.0"?><sparql xmlns="{namespace}"><head/><boolean>{word}</boolean></sparql>'.encode()
    return f"{word}\n".encode()


def _row_format(file_format: str) -> ox.QueryResultsFormat:
    if file_format not in ROW_FORMATS:
        raise QueryError(f"no format {file_format!r} for query results; there are {', '.join(ROW_FORMATS)}")
    return ROW_FORMATS[file_format]


def _sort_key(quad: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(write_term(term) for term in quad[:3])


def _uses(triple: tuple[Any, ...], namespace: str) -> bool:
    datatypes = (term.datatype or "" for term in triple if isinstance(term, Literal))
    return any(term.startswith(namespace) for term in (*(t for t in triple if isinstance(t, str)), *datatypes))


def _native(term: Term | None) -> object:
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    datatype = (term.datatype or "").removeprefix(_XSD)
    readers: dict[str, Callable[[str], object]] = {
        "integer": int,
        "decimal": float,
        "double": float,
        "float": float,
        "boolean": lambda text: text in {"true", "1"},
    }
    try:
        return readers.get(datatype, str)(term.text)
    except ValueError:  # an ill-typed literal, which RDF allows
        return term.text

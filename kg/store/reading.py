"""Files of query results → what a query gives: solutions, triples or a bool.

Reads the W3C's formats: JSON, XML, TSV and CSV for solutions, https://www.w3.org/TR/sparql11-results-csv-tsv/ and its
kin, and the RDF formats for triples. CSV says neither datatypes nor what is an IRI: its values are plain strings, and
empty ones unbound. Raises `StoreError` with the place of a fault.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError, StoreError
from kg.store.files import FORMATS, parse
from kg.store.results import ROW_FORMATS, Results, Rows, Triples
from kg.store.terms import triple_to_ox

#: What the endings of files say, beside the formats' own names.
_ENDINGS = {"srj": "json", "srx": "xml"}


def read_results(source: bytes | Path, file_format: str | None = None) -> Results:
    """The solutions (`Rows`), bool or `Triples` that a file, or its bytes, holds; a path's ending says the format.

    >>> read_results(b'{"head": {}, "boolean": true}', "json")
    """
    ending = (file_format or (source.suffix if isinstance(source, Path) else "")).lower().lstrip(".")
    name = _ENDINGS.get(ending, ending)
    where = str(source) if isinstance(source, Path) else "input"
    data = _bytes(source)
    if name in ROW_FORMATS:
        return _solutions(data, name, where)
    if name not in FORMATS:
        known = ", ".join([*ROW_FORMATS, *FORMATS])
        raise StoreError(f"{where}: no format {ending!r} for results; there are {known}")
    try:
        return Triples(map(triple_to_ox, parse(data, name)), _fault(where), {})
    except OntologyError as error:
        raise StoreError(f"{where}: {error}") from error


def _bytes(source: bytes | Path) -> bytes:
    if not isinstance(source, Path):
        return source
    try:
        return source.read_bytes()
    except OSError as error:
        raise StoreError(f"{source}: can't be read ({error.strerror}); check the path") from error


def _solutions(data: bytes, name: str, where: str) -> Rows | bool:
    def again() -> ox.QuerySolutions:
        result = _parsed(_typed(data) if name == "csv" else data, name, where)
        if not isinstance(result, ox.QuerySolutions):
            raise StoreError(f"{where}: holds an answer, and no solutions")
        return result

    first = _parsed(_typed(data) if name == "csv" else data, name, where)
    return bool(first) if isinstance(first, ox.QueryBoolean) else Rows(first, again, _fault(where))


def _parsed(data: bytes, name: str, where: str) -> ox.QuerySolutions | ox.QueryBoolean:
    chosen = ox.QueryResultsFormat.TSV if name == "csv" else ROW_FORMATS[name]
    try:
        return ox.parse_query_results(data, format=chosen)
    except (SyntaxError, ValueError) as error:
        raise _fault(where)(error) from error


def _typed(data: bytes) -> bytes:
    """The CSV as TSV, which has a reader: every value a plain string."""
    try:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise StoreError(f"input: is not CSV in UTF-8 ({error})") from error
    heads = ["\t".join(f"?{name}" for name in lines[0])] if lines else [""]
    rows = ["\t".join(str(ox.Literal(value)) if value else "" for value in line) for line in lines[1:]]
    return "\n".join([*heads, *rows, ""]).encode()


def _fault(where: str) -> Callable[[Exception], StoreError]:
    return lambda error: StoreError(f"{where}: {' '.join(str(getattr(error, 'msg', error)).split())}")

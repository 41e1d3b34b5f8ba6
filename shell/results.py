"""Answers of queries as text in the format asked for. Pure, but that a result reads its rows from the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import kg
from shell.problems import UsageError
from shell.render import boolean, count, markdown, table

if TYPE_CHECKING:
    from kg import Rows, Triples

#: Formats of SELECT and ASK, and of CONSTRUCT and DESCRIBE; `table` and `markdown` are ours, the others standards.
ROW_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown")
TRIPLE_FORMATS = ("ttl", "nt", "jsonld", "rdfxml")
#: Formats of PATHS: its rows, or the facts that its paths go over.
PATH_FORMATS = (*ROW_FORMATS, "ttl", "nt")


_NO_ROW_FORMAT = f"a SELECT or ASK has no format {{}}; take one of {', '.join(ROW_FORMATS)}"


class Shown(NamedTuple):
    """A result as text, and what it is, counted (`3 rows`); nothing where only a program will read it."""

    text: str
    summary: str


def show(result: Rows | Triples | bool, form: str, name: Callable[[object], str], *, width: int | None = None) -> Shown:
    """The result in a format. A format of the other kind of result raises `UsageError`; `table` fits every kind.

    Lets go of the store afterwards, in the thread that asked, as the store needs it.
    """
    if isinstance(result, bool):
        if form not in ROW_FORMATS:
            raise UsageError(_NO_ROW_FORMAT.format(form))
        return Shown(boolean(result, form), "")
    try:
        if isinstance(result, kg.Triples):
            return _triples(result, "ttl" if form == "table" else form)
        return _rows(result, form, name, width)
    finally:
        result.release()


def _rows(result: Rows, form: str, name: Callable[[object], str], width: int | None) -> Shown:
    paths = result if isinstance(result, kg.Paths) else None
    if form not in (PATH_FORMATS if paths else ROW_FORMATS):
        raise UsageError(_NO_ROW_FORMAT.format(form))
    if form not in {"table", "markdown"}:
        return Shown(_ended(result.serialize(form).decode()), "")
    rows = [[name(term) for term in row] for row in result]
    text = markdown(result.variables, rows) if form == "markdown" else table(result.variables, rows, width=width)
    return Shown(text, size(result, len(rows)))


def size(result: Rows, rows: int) -> str:
    """How large a result is, in words; of paths also how many they are, and what cut the answer short."""
    if not isinstance(result, kg.Paths):
        return count(rows, "row")
    said = f"{count(len(result.paths), 'path')}, {count(rows, 'row')}"
    return f"{said}; cut short by the {result.truncated}, there may be more" if result.truncated else said


def fitting(result: Rows | Triples | bool, form: str) -> str:
    """The format itself where it fits the result, else the readable one that does."""
    rows = PATH_FORMATS if isinstance(result, kg.Paths) else ROW_FORMATS
    formats = TRIPLE_FORMATS if isinstance(result, kg.Triples) else rows
    return form if form in formats else "table"


def _triples(result: Triples, form: str) -> Shown:
    if form not in TRIPLE_FORMATS:
        raise UsageError(f"a CONSTRUCT or DESCRIBE has no format {form}; take one of {', '.join(TRIPLE_FORMATS)}")
    return Shown(_ended(result.serialize(form).decode()), count(len(result), "triple") if form == "ttl" else "")


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"

"""Keyword options → the text of a PATHS query, so that there is one way in. Raises `QueryError` for unusable values."""

from __future__ import annotations

from collections.abc import Collection

from kg.errors import QueryError
from kg.model import Iri
from kg.names import is_iri
from kg.store import write_term

_Ends = str | Iri | None


def compose(
    *,
    start: _Ends = None,
    end: _Ends = None,
    via: str | Collection[Iri] | None = None,
    selector: str = "",
    mode: str = "",
    cyclic: bool = False,
    cost: str | None = None,
    min_length: int | None = None,
    max_length: int | None = None,
    undirected: bool = False,
    order: str = "",
    limit: int | None = None,
    offset: int | None = None,
) -> str:
    """A PATHS query with the variables ?start, ?via and ?end.

    `start` and `end` are an `Iri`, or a group pattern in `{…}` that binds the variable; None is anything. `via` is a
    property path, a group pattern that binds ?start and ?end, or several properties of which any may be followed;
    None is any property. `cost` names a variable of the pattern.
    """
    words = ["PATHS", selector, mode, "CYCLIC" if cyclic else ""]
    words += ["START ?start", _end(start), "END ?end", _end(end), "VIA", _via(via)]
    words += [f"COST ?{cost.lstrip('?')}"] if cost else []
    numbers = (("MIN LENGTH", min_length), ("MAX LENGTH", max_length))
    words += [f"{word} {value}" for word, value in numbers if value is not None]
    words += ["UNDIRECTED" if undirected else "", f"ORDER BY {order}" if order else ""]
    words += [f"{word} {value}" for word, value in (("LIMIT", limit), ("OFFSET", offset)) if value is not None]
    return " ".join(filter(None, words))


def _end(value: _Ends) -> str:
    if value is None:
        return ""
    if isinstance(value, Iri):
        return f"= {_iri(value)}"
    return value if value.lstrip().startswith("{") else f"= {value}"


def _via(value: str | Collection[Iri] | None) -> str:
    if value is None:
        return "?via"
    if isinstance(value, Iri):
        return _iri(value)
    if isinstance(value, str):
        return value
    if not value:
        raise QueryError("via names no property; leave it out for any")
    return "|".join(map(_iri, value))


def _iri(iri: Iri) -> str:
    if not is_iri(iri):
        raise QueryError(f"{iri!r} is no absolute IRI; kg.read_name reads one from a name such as ent:Meta")
    return write_term(iri)

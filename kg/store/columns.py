"""`SELECT *` with its columns in the order in which the query first names them; SPARQL leaves it open.

https://www.w3.org/TR/sparql11-query/#selectExpressions. Oxigraph sorts them by name, where people expect to find what
they wrote. The star is replaced by the variables in scope, which an empty store tells of the pattern alone.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from kg.store.patterns import Reader, UnreadPattern
from kg.store.sparql import escape_dots, tokens


def named(text: str, prefixes: Mapping[str, str]) -> str:
    """The query with its outermost star written out; as it is, where it has none or its pattern can't be read."""
    if "*" not in text:
        return text
    reader = Reader(list(tokens(text)))
    at = reader.form()
    star = at + 2 if reader.word(at + 1) in ("DISTINCT", "REDUCED") else at + 1
    words = {reader.word(place) for place in range(at, len(reader.tokens))}
    if reader.word(at) != "SELECT" or not reader.is_mark(star, "*") or "SERVICE" in words:
        return text  # asking another server tells nothing of the columns
    opening = next((place for place in range(star, len(reader.tokens)) if reader.is_mark(place, "{")), None)
    if opening is None:
        return text
    try:
        end = reader.closing(opening)
        pattern = text[: reader.tokens[end - 1].start + 1]
        found = ox.Store().query(escape_dots(pattern), prefixes=dict(prefixes))
    except (UnreadPattern, SyntaxError, ValueError, RuntimeError):
        return text  # running it says what is wrong
    if not isinstance(found, ox.QuerySolutions):
        return text
    last = len(reader.tokens)
    data = next((place for place in range(end, last) if reader.word(place) == "VALUES"), last)
    known = {*(variable.value for variable in found.variables), *reader.variables(data, last)}
    order = dict.fromkeys(token.text[1:] for token in reader.tokens[opening:] if token.kind == "variable")
    columns = " ".join(f"?{name}" for name in order if name in known)
    begin = reader.tokens[star].start
    return f"{text[:begin]}{columns} {text[begin + 1 :]}" if columns else text

"""The parts of a query's pattern, and how much each of them leaves: why an answer is empty, and what a query costs.

Cuts the outermost group into triples, filters and inner groups by tokens; what can't be cut stays whole. `leaves` and
`costs` are tasks (see `running`).
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg import KgError
from shell.results import solutions
from shell.tokens import Kind, Token, tokens

if TYPE_CHECKING:
    from kg import Graph

_MOST = 100_000
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
#: Words that begin a part of a group, and those that join it with what stands before.
_BEGINS = frozenset({"OPTIONAL", "FILTER", "MINUS", "BIND", "VALUES", "GRAPH", "SERVICE", "SELECT"})


class Pattern(NamedTuple):
    """A query's prologue and the parts of its outermost group, as text."""

    prologue: str
    parts: tuple[str, ...]


class Cost(NamedTuple):
    """A part with how many solutions it has by itself (None for a filter), those up to it, and seconds."""

    part: str
    alone: int | None
    together: int
    seconds: float


def pattern(text: str) -> Pattern | None:
    """The parts of a query's outermost group; None where it has none."""
    found = [token for token in tokens(text) if token.kind is not Kind.COMMENT]
    start = _where(found)
    if start is None:
        return None
    end = _closing(found, start)
    first = next((at for at, token in enumerate(found) if token.text.upper() in _FORMS), 0)
    inside = found[start + 1 : end]
    parts = tuple(part for words in _cut(inside) for part in _triples(words, text))
    return Pattern(text[: found[first].start], parts)


def leaves(graph: Graph, found: Pattern) -> str | None:
    """The first part with which nothing is left; None where all of them together leave something, or can't be run."""
    for number in range(1, len(found.parts) + 1):
        try:
            if graph.query(f"{found.prologue} ASK {{ {_joined(found.parts[:number])} }}") is False:
                return found.parts[number - 1]
        except KgError:
            return None
    return None


def costs(graph: Graph, found: Pattern) -> Iterator[Cost]:
    """What each part costs; no more than 100,000 solutions are counted."""
    for number, part in enumerate(found.parts, 1):
        alone = None if _is_filter(part) else _count(graph, found.prologue, part)
        began = time.perf_counter()
        together = _count(graph, found.prologue, _joined(found.parts[:number]))
        yield Cost(part, alone, together, time.perf_counter() - began)


def _count(graph: Graph, prologue: str, group: str) -> int:
    counted = f"{prologue} SELECT (COUNT(*) AS ?kgshell_n) {{ SELECT * {{ {group} }} LIMIT {_MOST} }}"
    ((number,),) = solutions(graph, counted)
    return int(number.text)


def _joined(parts: Sequence[str]) -> str:
    return " ".join(part if part.endswith(("}", ")")) else f"{part} ." for part in parts)


def _is_filter(part: str) -> bool:
    return next(tokens(part)).text.upper() in {"FILTER", "BIND", "OPTIONAL", "MINUS"}


def _where(found: Sequence[Token]) -> int | None:
    """Where the outermost group opens: after WHERE, or after what a SELECT names."""
    depth = 0
    templates = any(token.text.upper() == "CONSTRUCT" for token in found[:1])
    for at, token in enumerate(found):
        if token.text == "{" and depth == 0 and not (templates and found[at - 1].text.upper() == "CONSTRUCT"):
            return at
        depth += (token.text in _OPENING) - (token.text in _CLOSING) if token.kind is Kind.MARK else 0
    return None


def _closing(found: Sequence[Token], start: int) -> int:
    depth = 0
    for at in range(start, len(found)):
        if found[at].kind is Kind.MARK:
            depth += (found[at].text in _OPENING) - (found[at].text in _CLOSING)
        if depth == 0:
            return at
    return len(found)


def _cut(inside: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens of each part of a group."""
    held: list[Token] = []
    depth, special = 0, False
    for at, token in enumerate(inside):
        word = token.text.upper() if token.kind is Kind.WORD else token.text
        if depth == 0 and held and not special and (word in _BEGINS or word == "{"):
            yield held
            held = []
        if depth == 0 and not held:
            special = word in _BEGINS or word == "{"
        if depth == 0 and word == "." and token.kind is Kind.MARK:
            if held:
                yield held
            held = []
            continue
        held.append(token)
        if token.kind is Kind.MARK:
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
        after = inside[at + 1].text.upper() if at + 1 < len(inside) else ""
        if special and depth == 0 and token.text in "})" and after not in {"UNION", "{"}:
            yield held
            held = []
    if held:
        yield held


def _triples(words: Sequence[Token], text: str) -> Iterator[str]:
    """One triple for each object of a part; what is no plain list of triples stays whole."""
    whole = text[words[0].start : words[-1].end]
    if words[0].text.upper() in {*_BEGINS, "("} or any(token.text in {"{", "["} for token in words):
        yield whole
        return
    subject = words[0].text
    predicate: list[Token] = []
    held: list[Token] = []
    depth = 0
    for token in [*words[1:], Token(Kind.MARK, ";", words[-1].end, words[-1].end)]:
        depth += (token.text in "([") - (token.text in ")]") if token.kind is Kind.MARK else 0
        if depth == 0 and token.text in {";", ","} and token.kind is Kind.MARK:
            if not predicate:
                predicate, held = held[:-1], held[-1:]
            if predicate and held:
                yield f"{subject} {_text(predicate, text)} {_text(held, text)}"
            held = []
            predicate = [] if token.text == ";" else predicate
        else:
            held.append(token)


def _text(words: Sequence[Token], text: str) -> str:
    return text[words[0].start : words[-1].end]

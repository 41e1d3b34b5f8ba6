"""What may stand next in a PATHS text, outside its patterns: the clause that is being typed, and the words that fit.

Pure; follows the grammar of `docs/paths.md` clause by clause, and gives a useful answer for text that is half typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from shell.grammar import Slot
from shell.tokens import Kind, Token

_SELECTORS = ("SHORTEST", "ANY", "ALL", "CHEAPEST")
_MODES = ("WALK", "TRAIL", "SIMPLE", "ACYCLIC")
_START = ("FROM", "START")
_TAIL = ("UNDIRECTED", "MIN LENGTH", "MAX LENGTH", "COST", "ORDER BY", "LIMIT", "OFFSET")
#: The clauses that may come after each, by their first words.
_FOLLOWING: Mapping[str, frozenset[str]] = {
    "PATHS": frozenset(_START),
    "FROM": frozenset(_START),
    "START": frozenset({"END"}),
    "END": frozenset({"VIA"}),
}
_LAST = frozenset(word.partition(" ")[0] for word in _TAIL)


class Place(NamedTuple):
    """What the next term would be, and the keywords that may stand there."""

    slot: Slot
    keywords: tuple[str, ...] = ()


class _Clause(NamedTuple):
    """A clause: its first word, and the tokens after it with a bracketed group as its opening bracket."""

    word: str
    tokens: list[Token]

    def ends_with(self, *texts: str) -> bool:
        """Whether the last token is one of these."""
        return bool(self.tokens) and self.tokens[-1].text.upper() in texts


def place(found: Sequence[Token]) -> Place | None:
    """What may follow the tokens; None where they are no PATHS text, or end inside a pattern."""
    body = _outermost([token for token in found if token.kind is not Kind.COMMENT])
    if not body or body[0].text.upper() != "PATHS":
        return None
    clauses = _clauses(body)
    return _READERS.get(clauses[-1].word, _after_all)(clauses)


def _outermost(found: Sequence[Token]) -> list[Token] | None:
    """The tokens after the prologue that stand in no bracket; None where a bracket is open at the end."""
    at = 0
    while at < len(found) and found[at].text.upper() in {"PREFIX", "BASE"}:
        at += 3 if found[at].text.upper() == "PREFIX" else 2
    kept: list[Token] = []
    depth = 0
    for token in found[at:]:
        opens = token.text in {"{", "(", "["} and not (kept and kept[-1].text.upper() in {"ASC", "DESC"})
        if not depth and token.text not in {"}", ")", "]"}:
            kept.append(token)
        depth = max(depth + opens - (token.text in {"}", ")", "]"}), 0)
    return None if depth else kept


def _clauses(body: Sequence[Token]) -> list[_Clause]:
    found = [_Clause("PATHS", [])]
    for token in body[1:]:
        word = token.text.upper() if token.kind is Kind.WORD else ""
        if word in _FOLLOWING.get(found[-1].word, _LAST):
            found.append(_Clause(word, []))
        else:
            found[-1].tokens.append(token)
    return found


def _selector(clauses: list[_Clause]) -> Place:
    """After PATHS: what is left of selector, mode and CYCLIC."""
    words = [token.text.upper() for token in clauses[-1].tokens]
    if "CYCLIC" in words:
        return Place(Slot.WORD, _START)
    if set(_MODES) & set(words):
        return Place(Slot.WORD, ("CYCLIC", *_START))
    grouped = len(words) == 2 and words[0] == "SHORTEST" and words[1].isdecimal()
    own = ("SHORTEST",) if words in (["ANY"], ["ALL"]) else ("GROUPS",) if grouped else ()
    return Place(Slot.WORD, (*(own if words else _SELECTORS), *_MODES, "CYCLIC", *_START))


def _from(clauses: list[_Clause]) -> Place:
    if clauses[-1].ends_with("NAMED"):
        return Place(Slot.GRAPH)
    return Place(Slot.WORD, _START) if clauses[-1].tokens else Place(Slot.GRAPH, ("NAMED",))


def _end_point(clauses: list[_Clause]) -> Place:
    """After START and END: a new variable, and then what it is, or the next clause."""
    clause = clauses[-1]
    if clause.ends_with("="):
        return Place(Slot.TERM)
    return Place(Slot.WORD, tuple(_FOLLOWING[clause.word]) if clause.tokens else ())


def _via(clauses: list[_Clause]) -> Place:
    return _after_all(clauses) if _stands(clauses[-1]) else Place(Slot.PREDICATE)


def _stands(clause: _Clause) -> bool:
    """Whether the clause has what it needs."""
    return bool(clause.tokens) and not clause.ends_with("/", "|", "^", "!")


def _cost(clauses: list[_Clause]) -> Place:
    return _after_all(clauses) if clauses[-1].tokens else Place(Slot.VALUE)


def _length(clauses: list[_Clause]) -> Place:
    tokens = clauses[-1].tokens
    return _after_all(clauses) if len(tokens) > 1 else Place(Slot.WORD, () if tokens else ("LENGTH",))


def _number(clauses: list[_Clause]) -> Place:
    return _after_all(clauses) if clauses[-1].tokens else Place(Slot.WORD)


def _order(clauses: list[_Clause]) -> Place:
    """After ORDER: BY, then keys; the ends of the paths are variables that the text has."""
    clause = clauses[-1]
    if not clause.tokens:
        return Place(Slot.WORD, ("BY",))
    cost = ("COST",) if any(each.word == "COST" for each in clauses) else ()
    inside = clause.ends_with("(", "ASC", "DESC")
    keys = ("LENGTH", *cost) if inside else ("LENGTH", *cost, "ASC(", "DESC(")
    more = () if inside or clause.ends_with("BY") else _after_all(clauses).keywords
    return Place(Slot.VALUE, (*keys, *more))


def _after_all(clauses: list[_Clause]) -> Place:
    """The clauses after VIA, each once, in any order; COST needs a pattern that binds it."""
    used = {clause.word for clause in clauses}
    pattern = any(clause.word == "VIA" and clause.tokens[:1] and clause.tokens[0].text == "{" for clause in clauses)
    left = (word for word in _TAIL if word.partition(" ")[0] not in used and (pattern or word != "COST"))
    return Place(Slot.WORD, tuple(left))


_READERS: Mapping[str, Callable[[list[_Clause]], Place]] = {
    "PATHS": _selector, "FROM": _from, "START": _end_point, "END": _end_point, "VIA": _via, "COST": _cost,
    "MIN": _length, "MAX": _length, "LIMIT": _number, "OFFSET": _number, "ORDER": _order,
}  # fmt: skip

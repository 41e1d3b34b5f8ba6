"""Says what may stand at the end of a SPARQL or PATHS text: the slot that the next term fills.

Pure; a walk over tokens with a stack of brackets. It follows the shape of SPARQL 1.1's patterns, not its grammar: it
must give a useful answer for text that is half typed and partly wrong, and never raises.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from shell.tokens import Kind, Token


class Slot(StrEnum):
    """What the next term of a text would be; of PATHS also a keyword alone, an entity's name, or a variable."""

    FORM = "form"
    HEAD = "head"
    TAIL = "tail"
    SUBJECT = "subject"
    PREDICATE = "predicate"
    OBJECT = "object"
    CLASS = "class"
    END = "end"
    EXPRESSION = "expression"
    PREFIX = "prefix"
    GRAPH = "graph"
    ENTITY = "entity"
    PATHS = "paths"
    WORD = "word"
    TERM = "term"
    VALUE = "value"


@dataclass(slots=True)
class _Frame:
    """An open bracket and the slot inside it. `bracket` is `""` outside all brackets."""

    bracket: str
    slot: Slot
    typed: bool = False


_AFTER_TERM = {
    Slot.SUBJECT: Slot.PREDICATE,
    Slot.PREDICATE: Slot.OBJECT,
    Slot.OBJECT: Slot.END,
    Slot.CLASS: Slot.END,
    Slot.GRAPH: Slot.SUBJECT,
}
#: The slot that a keyword opens, wherever it stands.
_OPENED_BY = {
    "SELECT": Slot.HEAD, "CONSTRUCT": Slot.HEAD, "ASK": Slot.HEAD, "INSERT": Slot.HEAD, "DELETE": Slot.HEAD,
    "DESCRIBE": Slot.ENTITY, "PATHS": Slot.PATHS, "START": Slot.PATHS, "END": Slot.PATHS, "VIA": Slot.PREDICATE,
    "PREFIX": Slot.PREFIX, "FROM": Slot.GRAPH, "NAMED": Slot.GRAPH, "GRAPH": Slot.GRAPH, "WITH": Slot.GRAPH,
    "USING": Slot.GRAPH, "FILTER": Slot.EXPRESSION, "HAVING": Slot.EXPRESSION, "BY": Slot.EXPRESSION,
    "OPTIONAL": Slot.SUBJECT, "UNION": Slot.SUBJECT, "MINUS": Slot.SUBJECT, "WHERE": Slot.HEAD,
}  # fmt: skip
_TERMS = frozenset({Kind.IRI, Kind.STRING, Kind.VARIABLE, Kind.BLANK, Kind.NAME, Kind.NUMBER})
_PATTERN = frozenset({"{", "["})
_TYPE = frozenset({"a", "rdf:type", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"})


def slot_after(found: Iterable[Token]) -> Slot:
    """The slot that follows these tokens."""
    stack = [_Frame("", Slot.FORM)]
    previous = ""
    for token in found:
        if token.kind is Kind.COMMENT:
            continue
        if token.kind is Kind.MARK:
            _mark(stack, token.text, previous)
        elif token.kind is Kind.WORD:
            _word(stack[-1], token.text)
        elif token.kind in _TERMS:
            _term(stack[-1], token.text, previous)
        previous = token.text
    return stack[-1].slot


def _word(frame: _Frame, word: str) -> None:
    opened = _OPENED_BY.get(word.upper())
    if word == "a" and frame.slot is Slot.PREDICATE:
        frame.slot = Slot.CLASS
    elif opened is not None and not (word.upper() in {"START", "END", "VIA"} and frame.slot is not Slot.PATHS):
        frame.slot = opened
    elif word.lower() in {"true", "false"}:
        frame.slot = _AFTER_TERM.get(frame.slot, frame.slot)


def _term(frame: _Frame, text: str, previous: str) -> None:
    if previous.upper() in {"PREFIX", "BASE"} or (frame.slot is Slot.PREFIX and text.startswith("<")):
        frame.slot = Slot.PREFIX if text.endswith(":") else Slot.FORM
    elif frame.slot is Slot.PREDICATE and text in _TYPE:
        frame.slot = Slot.CLASS
    elif frame.bracket in _PATTERN:
        frame.slot = Slot.SUBJECT if frame.slot is Slot.EXPRESSION else _AFTER_TERM.get(frame.slot, frame.slot)
    elif frame.slot is Slot.GRAPH:
        frame.slot = Slot.HEAD
    elif frame.slot is Slot.PREDICATE:  # after VIA
        frame.slot = Slot.TAIL


def _mark(stack: list[_Frame], mark: str, previous: str) -> None:
    frame = stack[-1]
    if mark in {"{", "[", "("}:
        stack.append(_opened(frame, mark, previous))
    elif mark in {"}", "]", ")"}:
        _close(stack, mark)
    elif frame.bracket in _PATTERN and mark in {".", ";", ","}:
        frame.slot = {".": Slot.SUBJECT, ";": Slot.PREDICATE, ",": Slot.OBJECT}[mark]
    elif mark in {"/", "|", "^"} and frame.slot in {Slot.OBJECT, Slot.END, Slot.CLASS, Slot.TAIL}:
        frame.slot = Slot.PREDICATE
    elif mark == "=" and frame.slot is Slot.PATHS:
        frame.slot = Slot.PATHS


def _opened(frame: _Frame, mark: str, previous: str) -> _Frame:
    """The frame inside a bracket that opens in `frame`."""
    if mark == "[":
        return _Frame(mark, Slot.PREDICATE)
    if mark == "{":
        values = frame.slot is Slot.END or previous.startswith("?") or previous == ")"
        outside = frame.bracket not in _PATTERN and frame.slot is Slot.PATHS
        return _Frame(mark, Slot.OBJECT if values and not outside and frame.slot is Slot.PREDICATE else Slot.SUBJECT)
    if frame.slot is Slot.PREDICATE:
        return _Frame(mark, Slot.PREDICATE)
    collection = frame.bracket in _PATTERN and frame.slot in {Slot.SUBJECT, Slot.OBJECT} and not previous.isalpha()
    return _Frame(mark, Slot.OBJECT if collection else Slot.EXPRESSION)


def _close(stack: list[_Frame], mark: str) -> None:
    """Leaves the innermost bracket; one too many changes nothing."""
    if len(stack) == 1:
        return
    closed = stack.pop()
    frame = stack[-1]
    if mark == "}":
        frame.slot = Slot.TAIL if not frame.bracket and frame.slot is not Slot.PATHS else frame.slot
        if frame.bracket == "{":
            frame.slot = Slot.SUBJECT
    elif frame.slot is Slot.EXPRESSION and closed.bracket == "(":
        frame.slot = Slot.SUBJECT if frame.bracket == "{" else Slot.EXPRESSION
    elif frame.bracket in _PATTERN or frame.slot is Slot.PREDICATE:
        frame.slot = _AFTER_TERM.get(frame.slot, frame.slot)

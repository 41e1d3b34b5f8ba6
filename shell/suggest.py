"""Turns text and cursor into typed suggestions; knows no terminal.

`SOURCES` says which suggestions each slot of a query takes, `matching` how each kind is matched with what is typed.
Suggestions come best first and at most `limit` of each kind. An empty vocabulary gives keywords and variables still.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from shell.clauses import Place, place
from shell.grammar import Slot, slot_after
from shell.matching import MATCHERS, CommandShape, Request, Source, Suggestion, Vocabulary
from shell.tokens import Kind, Token, tokens

#: What stands between the things that a command names, the properties after `--via`, and where a query begins.
_BETWEEN = re.compile(r"->|→|\s=\s")
_VIA = re.compile(r"--via[ =](?:\S+,)?([^\s,]*)$")
_QUERY = re.compile(
    r"\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE|PATHS|INSERT|DELETE|PREFIX|BASE)\b.*", re.IGNORECASE | re.DOTALL
)

SOURCES: Mapping[Slot, tuple[Source, ...]] = {
    Slot.FORM: (Source.KEYWORD,),
    Slot.HEAD: (Source.VARIABLE, Source.KEYWORD, Source.PREFIX),
    Slot.TAIL: (Source.KEYWORD, Source.VARIABLE),
    Slot.SUBJECT: (Source.VARIABLE, Source.KEYWORD, Source.PREFIX, Source.ENTITY),
    Slot.PREDICATE: (Source.PROPERTY, Source.VARIABLE, Source.PREFIX),
    Slot.CLASS: (Source.CLASS, Source.VARIABLE, Source.PREFIX),
    Slot.OBJECT: (Source.VARIABLE, Source.PREFIX, Source.ENTITY),
    Slot.END: (Source.KEYWORD,),
    Slot.EXPRESSION: (Source.VARIABLE, Source.FUNCTION, Source.PREFIX, Source.ENTITY),
    Slot.PREFIX: (Source.PREFIX,),
    Slot.GRAPH: (Source.VARIABLE, Source.GRAPH, Source.PREFIX),
    Slot.ENTITY: (Source.VARIABLE, Source.PREFIX, Source.ENTITY),
    Slot.PATHS: (Source.KEYWORD, Source.VARIABLE, Source.PREFIX, Source.ENTITY),
    Slot.WORD: (Source.KEYWORD,),
    Slot.TERM: (Source.ENTITY, Source.PREFIX),
    Slot.VALUE: (Source.KEYWORD, Source.VARIABLE),
}

#: The keywords that may stand in a slot.
_KEYWORDS: Mapping[Slot, tuple[str, ...]] = {
    Slot.FORM: (
        "SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PATHS", "PREFIX", "BASE", "INSERT DATA", "INSERT", "DELETE DATA",
        "DELETE WHERE", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD",
    ),
    Slot.HEAD: ("WHERE", "DISTINCT", "REDUCED", "FROM", "FROM NAMED", "COUNT", "DATA", "AS"),
    Slot.TAIL: ("WHERE", "ORDER BY", "LIMIT", "OFFSET", "GROUP BY", "HAVING", "VALUES", "INSERT"),
    Slot.SUBJECT: (
        "OPTIONAL", "FILTER", "FILTER NOT EXISTS", "FILTER EXISTS", "BIND", "UNION", "MINUS", "VALUES", "GRAPH",
        "SERVICE", "SELECT",
    ),
    Slot.END: ("OPTIONAL", "FILTER", "FILTER NOT EXISTS", "BIND", "UNION", "MINUS", "VALUES", "GRAPH"),
}  # fmt: skip


def suggest(text: str, cursor: int, vocabulary: Vocabulary, *, limit: int = 50) -> list[Suggestion]:
    """What may be typed at the cursor, best first; nothing inside comments and after complete terms."""
    before = text[:cursor]
    if before.lstrip().startswith("."):
        return _for_command(before, vocabulary, limit)
    found = list(tokens(before))
    last = found[-1] if found and found[-1].end == cursor else None
    if last and last.kind is Kind.COMMENT:
        return []
    if last and last.kind is Kind.OPEN:
        return _labels(last.text.lstrip("'\""), cursor, vocabulary, limit)
    word = _word(last)
    known = found[:-1] if word else found
    at = place(known) or Place(slot_after(known))
    request = Request(word, cursor - len(word), text, at.slot, at.keywords or _KEYWORDS.get(at.slot, ()))
    return _matched(SOURCES[at.slot], request, vocabulary, limit)


def _word(last: Token | None) -> str:
    """The unfinished word before the cursor, empty where a new one begins."""
    if last is None or (last.kind in {Kind.MARK, Kind.IRI, Kind.STRING, Kind.NUMBER} and last.text not in {"?", "$"}):
        return ""
    return last.text


def _matched(sources: Iterable[Source], request: Request, vocabulary: Vocabulary, limit: int) -> list[Suggestion]:
    return list(chain.from_iterable(MATCHERS[source](request, vocabulary, source, limit) for source in sources))


def _labels(typed: str, cursor: int, vocabulary: Vocabulary, limit: int) -> list[Suggestion]:
    """Labels for a string that is being typed."""
    found = vocabulary.entities.search(typed, limit=limit) if typed else []
    start = cursor - len(typed)
    labels = dict.fromkeys((entry.label, entry.note) for entry in found)
    return [Suggestion(label.replace('"', '\\"'), start, Source.LABEL, label, note) for label, note in labels]


# ---------------------------------------------------------------- commands


def _for_command(before: str, vocabulary: Vocabulary, limit: int) -> list[Suggestion]:
    """Suggestions for a line that starts with a dot: the command's name, its options, or its argument."""
    dot = before.index(".")
    name, space, rest = before[dot + 1 :].partition(" ")
    if not space:
        return _matched([Source.COMMAND], Request(name, dot + 1, before), vocabulary, limit)
    shape = vocabulary.commands.get(name.lower())
    if shape is None:
        return []
    last = rest.rpartition(" ")[2]
    if last.startswith("--") and "=" not in last:
        options = [option for option in shape.options if option.startswith(last)]
        return [Suggestion(option, len(before) - len(last), Source.OPTION, option) for option in options]
    return list(_argument(shape, rest, before, vocabulary, limit))


def _argument(shape: CommandShape, rest: str, before: str, vocabulary: Vocabulary, limit: int) -> Iterator[Suggestion]:
    for source, typed in _typed(shape, rest):
        start = len(before) - len(typed)
        if source is Source.QUERY:
            inner = suggest(typed, len(typed), vocabulary, limit=limit)
            yield from (replace(found, start=found.start + start) for found in inner)
            continue
        for found in MATCHERS[source](Request(typed, start, before), vocabulary, source, limit):
            plain = source is Source.ENTITY and ":" not in typed
            yield replace(found, text=found.shown) if plain else found


def _typed(shape: CommandShape, rest: str) -> Iterator[tuple[Source, str]]:
    """What may be typed at the end of an argument, and how much of it is there already.

    Names of things, settings and queries hold spaces: things stand between arrows or signs of equality.
    """
    via = _VIA.search(rest)
    if via is not None and "--via" in shape.options:
        yield Source.PROPERTY, via[1]
        return
    parts = _BETWEEN.split(rest)
    for source in shape.takes:
        if source is Source.FACT:
            yield Source.PROPERTY if len(parts) == 2 else Source.ENTITY, parts[-1].lstrip()
        elif source is Source.ENTITY:
            yield source, parts[-1].lstrip()
        elif source is Source.QUERY:
            query = _QUERY.search(rest)
            yield from [(source, query[0])] if query else []
        else:
            yield source, rest.lstrip() if source is Source.SETTING else rest.rpartition(" ")[2]

"""Turns typed text into statements: SPARQL, PATHS, or a command that starts with a dot.

Completeness is judged by tokens: brackets balanced, strings closed, and the parts that the form needs present. What
can't become right by typing on (a bracket too many, an unknown word) counts as complete, so that its error is shown.
The grammar itself is the store's affair.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from shell.tokens import FUNCTIONS, KEYWORDS, Kind, Token, tokens

QUERY_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PATHS"})
UPDATE_FORMS = frozenset({"INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"})
#: Words that can't be the last of a statement.
_PENDING = KEYWORDS - {"A", "TRUE", "FALSE", "ALL", "DEFAULT", "NAMED", "UNDEF", "CYCLIC", "UNDIRECTED"}
#: Words that can't begin a statement but go on with the one before.
_CONTINUING = FUNCTIONS | {"ORDER", "ASC", "DESC", "LIMIT", "OFFSET", "GROUP", "HAVING", "VALUES", "WHERE", "FROM"}
_CONTINUING |= {"COST", "MIN", "MAX", "UNDIRECTED", "INTO"}
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
#: Commands whose argument may be of several lines: a text, or a statement with a target of its own.
_LONG = frozenset({"extract", "save", "watch", "explain"})
#: Commands whose argument is kept as it is.
_VERBATIM = _LONG | {"find"}
_TARGET = re.compile(r"\s(\||>>?)\s*([^\s|>].*)$")
#: Commands that may be typed without their dot.
_BARE = frozenset({"quit", "exit", "help"})


class Form(StrEnum):
    """What a statement asks for."""

    EMPTY = "empty"
    COMMAND = "command"
    QUERY = "query"
    UPDATE = "update"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Target:
    """Where one answer goes: `|` to a command, `>` to a new file, `>>` to the end of a file."""

    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement and the line of the input that it starts on. `name` and `argument` are a command's.

    `text` is without the target.
    """

    form: Form
    text: str
    line: int = 1
    name: str = ""
    argument: str = ""
    target: Target | None = None


def read(text: str, *, commands: Collection[str] = (), line: int = 1) -> Statement:
    """The statement that `text` is. A query loses the `;` at its end, which other shells want and SPARQL doesn't."""
    stripped = text.strip()
    word, _, argument = stripped.partition(" ")
    if stripped.startswith("."):
        word, *rest = stripped[1:].split(None, 1) or [""]
        return _command(stripped, line, word.lower(), rest[0].strip() if rest else "")
    if word.lower() in _BARE or (word in commands and word.upper() not in KEYWORDS):
        return _command(stripped, line, word.lower(), argument.strip())
    stripped, target = _redirected(stripped)
    found = _code(stripped)
    if not found:
        return Statement(Form.EMPTY, stripped, line)
    form = _form_of(_keyword(found))
    if form is Form.QUERY and found[-1].text == ";":
        stripped = stripped[: found[-1].start].rstrip()
    return Statement(form, stripped, line, target=target)


def _command(text: str, line: int, name: str, argument: str) -> Statement:
    """The command; whether its argument may name a target depends on whether it is free text."""
    match = None if name in _VERBATIM else _TARGET.search(f" {argument}")
    if match is None:
        return Statement(Form.COMMAND, text, line, name, argument)
    kept = argument[: max(match.start() - 1, 0)].rstrip()
    return Statement(Form.COMMAND, text, line, name, kept, Target(match[1], match[2].strip()))


def _redirected(text: str) -> tuple[str, Target | None]:
    """A query without its target, and the target.

    No SPARQL has `|` or `>` outside brackets after a group; in PATHS a `|` may join properties, so there it must be
    followed by a plain word.
    """
    found = _code(text)
    depth, closed = 0, False
    paths = bool(found) and _keyword(found) == "PATHS"
    for at, token in enumerate(found):
        if token.kind is not Kind.MARK:
            continue
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        closed = closed or token.text == "}"
        if depth or token.text not in {"|", ">"} or not (closed or paths):
            continue
        after = found[at + 1] if at + 1 < len(found) else None
        if token.text == "|" and paths and not (after and after.kind is Kind.WORD and after.text != "a"):
            continue
        twice = token.text == ">" and text[token.end : token.end + 1] == ">"
        mark = ">>" if twice else token.text
        return text[: token.start].rstrip(), Target(mark, text[token.start + len(mark) :].strip())
    return text, None


def is_complete(text: str, *, commands: Collection[str] = ()) -> bool:
    """Whether Enter should run `text` rather than continue it."""
    statement = read(text, commands=commands)
    if statement.form in {Form.EMPTY, Form.COMMAND} or statement.target is not None:
        return True
    found = _code(text)
    depth, long = _depth(found), ('"""', "'''")
    if depth < 0 or any(token.kind is Kind.OPEN and not token.text.startswith(long) for token in found):
        return True
    if depth or found[-1].kind is Kind.OPEN:
        return False
    if found[-1].text == ";":
        return True
    if found[-1].kind is Kind.WORD and found[-1].text.upper() in _PENDING:
        return False
    return _has_its_parts(found)


def split(lines: Iterable[str], *, commands: Collection[str] = (), typed: bool = False) -> Iterator[Statement]:
    """The statements of a script, in order, each as soon as it is known to end.

    A statement ends where it is complete and a blank line, a `;`, a command or the start of another one follows. A line
    that starts with a known command ends whatever stands before it, so one bracket too few spoils one statement only.
    In what is `typed` at once, blank lines end nothing, and a command that takes several lines goes on to the next.
    """
    held: list[str] = []
    start = 1
    for number, line in enumerate(lines, 1):
        if held and _ends("".join(held), line, commands, typed=typed):
            yield from _nonempty(read("".join(held), commands=commands, line=start))
            held = []
        if not held:
            start = number
        held.append(line if line.endswith("\n") else line + "\n")
        if line.lstrip().startswith(".") and len(held) == 1:
            command = read(line, commands=commands, line=start)
            if not (typed and command.name in _LONG):
                yield from _nonempty(command)
                held = []
    yield from _nonempty(read("".join(held), commands=commands, line=start))


def is_paths(text: str) -> bool:
    """Whether it is a PATHS query."""
    return _keyword(_code(text)) == "PATHS"


def names_in(text: str) -> list[Token]:
    """The prefixed names of a query, without those of its PREFIX lines."""
    found = _code(text)
    previous = [None, *found]
    return [
        token
        for before, token in zip(previous, found, strict=False)
        if token.kind is Kind.NAME and not (before and before.text.upper() == "PREFIX")
    ]


def _nonempty(statement: Statement) -> Iterator[Statement]:
    if statement.form is not Form.EMPTY:
        yield statement


def _ends(held: str, line: str, commands: Collection[str], *, typed: bool) -> bool:
    """Whether the statement held ends before `line`."""
    words = line.split(None, 1)
    if words and words[0].startswith(".") and words[0][1:].lower() in commands:
        return True
    if held.lstrip().startswith(".") or not is_complete(held, commands=commands):
        return False
    before, after = _code(held), _code(line)
    if not words:
        return not typed
    if not before or not after:  # a comment ends nothing, and nothing goes on with one
        return not before
    first = after[0].text.upper()
    if before[-1].text == ";":
        return _form_of(first) is not Form.UPDATE or _form_of(_keyword(before)) is not Form.UPDATE
    goes_on = after[0].kind is Kind.VARIABLE or (after[0].kind is Kind.MARK and first != ".")
    return not goes_on and first not in _CONTINUING


def _code(text: str) -> list[Token]:
    return [token for token in tokens(text) if token.kind is not Kind.COMMENT]


def _depth(found: Iterable[Token]) -> int:
    """Brackets left open; negative where one is closed that was never opened."""
    depth = 0
    for token in found:
        if token.kind is Kind.MARK:
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
            if depth < 0:
                return depth
    return depth


def _body(found: Sequence[Token]) -> Sequence[Token]:
    """The tokens after the prologue."""
    at = 0
    while at < len(found) and found[at].text.upper() in {"PREFIX", "BASE"}:
        at += 3 if found[at].text.upper() == "PREFIX" else 2
    return found[at:]


def _keyword(found: Sequence[Token]) -> str:
    body = _body(found)
    return body[0].text.upper() if body else "PREFIX"


def _form_of(keyword: str) -> Form:
    if keyword in QUERY_FORMS:
        return Form.QUERY
    return Form.UPDATE if keyword in UPDATE_FORMS else Form.UNKNOWN


def _groups(body: Sequence[Token]) -> list[str]:
    """For each outermost `{…}`, the word right before it in capitals."""
    depth, before = 0, []
    for previous, token in pairwise(body):
        if token.kind is Kind.MARK and token.text == "{":
            if depth == 0:
                before.append(previous.text.upper())
            depth += 1
        elif token.kind is Kind.MARK and token.text == "}":
            depth -= 1
    return before


def _has_its_parts(found: Sequence[Token]) -> bool:
    """Whether everything that the statement's form needs is there; brackets are known to balance."""
    body = _body(found)
    if not body:
        return False
    keyword, groups = body[0].text.upper(), _groups(body)
    words = [token.text.upper() for token in body]
    if keyword in {"SELECT", "ASK"}:
        return bool(groups)
    if keyword == "CONSTRUCT":
        return len(groups) > 1 or groups == ["WHERE"]
    if keyword in {"INSERT", "DELETE", "WITH"}:
        return bool(groups) and any(word in {"DATA", "WHERE"} for word in groups)
    if keyword in {"COPY", "MOVE", "ADD"}:
        return "TO" in words[:-1]
    if keyword == "PATHS":
        return all(part in words for part in ("START", "END", "VIA")) and words[-1] != "VIA"
    return keyword not in KEYWORDS or len(body) > 1

"""Queries rewritten so that Oxigraph answers them as SPARQL 1.1 defines, where by itself it would not.

- `GRAPH ?g { P }` is, per graph, P over that graph joined with ?g (section 18.6). Oxigraph lets ?g reach into P, and
  loses it where P is a sub-SELECT; so where that shows, P is asked of each graph by name.
- `?x path* term` holds for ?x = term also where no triple has the term (section 18.4); Oxigraph finds nothing then.
- GROUP_CONCAT gives a plain string (section 18.5.1.7); Oxigraph keeps the language that all strings share.
- `TRUE` and `False` are booleans, since keywords may be written in any case.
- `doc:page.en.txt` is a name (PN_LOCAL, section 19.8); Oxigraph reads unescaped dots in one place of it only.
- `?thing kg:search "words"` is what a full-text search finds; SPARQL leaves such properties to its implementations.

The text is the same where nothing of this shows, so an ordinary query costs a look at its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.store.patterns import Element, Group, Kind, Reader, UnreadPattern
from kg.store.sparql import Token, escape_dots, has_dotted_names, tokens
from kg.store.triples import Pattern, Span, may_be_empty, statements

#: What a text must have for a reading of its patterns to be worth it.
_SCOPED = re.compile(r"\bGRAPH\s*[?$]", re.IGNORECASE)
_EMPTY_PATH = re.compile(r"[\w>):][*?](?!\w)|\)\s+[*?]\s")
_WORDS = re.compile(r"GROUP_CONCAT|\b(?!(?-i:true|false)\b)(?:true|false)\b", re.IGNORECASE)
_SEARCH = re.compile(r"[:#]search")
_CONSTANTS = frozenset({"iri", "name", "string", "number"})


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of the text between two offsets."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a query is asked of.

    `names` gives its named graphs as they are written in SPARQL; `holds` whether a term, as written, is subject or
    object of a triple in a graph (None: the default graph). `hits` gives a search's VALUES clause, for the texts of its
    subject, property and object; None for any other property. In an update of several operations, each changes what
    the next is asked of, so that nothing is `known` of it beforehand.
    """

    names: Callable[[], Sequence[str]]
    holds: Callable[[str, str | None], bool]
    hits: Callable[[str, str, str], str | None]
    known: bool = True


def needs_mending(text: str) -> bool:
    """Whether the text has anything that `mend` could change. Quick, and right to say yes too often."""
    return has_dotted_names(text) or any(each.search(text) for each in (_SCOPED, _EMPTY_PATH, _WORDS, _SEARCH))


def mend(text: str, dataset: Dataset) -> str:
    """The query or update, rewritten where it has to be; itself where nothing has, or where it is not SPARQL."""
    try:
        text = escape_dots(text)
        text = apply(text, _word_edits(Reader(list(tokens(text)))))
        return apply(text, _Mender(text, dataset).edits())
    except UnreadPattern:
        return text


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; one inside another is dropped, since the outer one has the whole."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, -each.end)):
        if edit.start >= at:
            pieces += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join([*pieces, text[at:]])


def _word_edits(reader: Reader) -> Iterator[Edit]:
    """GROUP_CONCAT in a STR, and booleans in lower case."""
    for at, token in enumerate(reader.tokens):
        word = reader.word(at)
        if word in {"TRUE", "FALSE"} and token.text != word.lower():
            yield Edit(token.start, token.start + len(token.text), word.lower())
        elif word == "GROUP_CONCAT" and reader.is_mark(at + 1, "("):
            end = reader.tokens[reader.closing(at + 1) - 1].start
            yield Edit(token.start, token.start, "STR(")
            yield Edit(end, end, ")")


def _union(groups: Sequence[str]) -> str:
    """The groups as alternatives; halved again and again, since Oxigraph's parser nests as deep as a UNION is long."""
    if len(groups) == 1:
        return groups[0]
    middle = len(groups) // 2
    return f"{{ {_union(groups[:middle])} UNION {_union(groups[middle:])} }}"


class _Mender:
    """The edits of one text's patterns."""

    def __init__(self, text: str, dataset: Dataset) -> None:
        self._text, self._reader, self._dataset = text, Reader(list(tokens(text))), dataset

    def edits(self) -> Iterator[Edit]:
        """The replacements that the outermost patterns need, in order."""
        for group in self._reader.groups(0, len(self._reader.tokens)):
            yield from self._of_group(group, None)

    def _of_group(self, group: Group, graph: str | None) -> Iterator[Edit]:
        for element in group.elements:
            if element.kind is Kind.TRIPLES:
                yield from self._of_triples(element, graph)
            elif element.kind is Kind.GRAPH and element.name is not None:
                yield from self._of_graph(element, element.name)
            elif element.kind is not Kind.SERVICE:
                for inner in element.groups:
                    yield from self._of_group(inner, graph)

    # ------------------------------------------------------------ graphs

    def _of_graph(self, element: Element, name: Token) -> Iterator[Edit]:
        (inner,) = element.groups
        if name.kind != "variable":
            yield from self._of_group(inner, name.text)
        elif self._dataset.known and (not self._is_safe(inner, name.text[1:]) or self._has_fixed_end(inner)):
            yield Edit(self._start(element.first), self._end(element.last), self._for_each_graph(inner, name.text))
        else:
            yield from self._of_group(inner, name.text)

    def _for_each_graph(self, inner: Group, variable: str) -> str:
        """The pattern, asked of every named graph by its name."""
        one = "{{ GRAPH {0} {1} VALUES {2} {{ {0} }} }}"
        start, end = self._start(inner.first), self._end(inner.last)
        branches = [one.format(each, self._within(inner, start, end, each), variable) for each in self._dataset.names()]
        nothing = f"{{ GRAPH <urn:x-kgshell:none> {self._text[start:end]} VALUES {variable} {{ }} }}"
        return _union(branches) if branches else nothing

    def _within(self, inner: Group, start: int, end: int, graph: str) -> str:
        edits = [Edit(e.start - start, e.end - start, e.text) for e in self._of_group(inner, graph)]
        return apply(self._text[start:end], edits)

    def _is_safe(self, group: Group, variable: str, *, bound: bool = False) -> bool:
        """Whether it makes no difference that the graph's variable has its value inside the group already."""
        seen = bound
        before: set[str] = set()
        for element in group.elements:
            here = self._reader.variables(element.first, element.last)
            if element.kind is Kind.SELECT:
                return False
            if element.kind is Kind.MINUS and not before & here - {variable}:
                return False
            if element.kind is Kind.TRIPLES:
                seen |= variable in here
                before |= here
            elif variable in here and not (seen and element.kind in {Kind.FILTER, Kind.OPTIONAL, Kind.MINUS}):
                return False
            if not all(self._is_safe(inner, variable, bound=seen) for inner in element.groups):
                return False
        return True

    def _has_fixed_end(self, group: Group) -> bool:
        """Whether a path inside may be empty at a term, which then is there in every graph."""
        return any(
            self._variable_end(pattern) is not None
            for element in group.walk()
            if element.kind is Kind.TRIPLES
            for statement in statements(self._reader, element.first, element.last)
            for pattern in statement.patterns
        )

    # ------------------------------------------------------------ paths

    def _of_triples(self, element: Element, graph: str | None) -> Iterator[Edit]:
        for statement in statements(self._reader, element.first, element.last):
            replaced = [self._hits(pattern) or self._as_value(pattern, graph) for pattern in statement.patterns]
            if any(each is not None for each in replaced):
                both = zip(statement.patterns, replaced, strict=True)
                written = [self._triple(pattern) if each is None else each for pattern, each in both]
                last = statement.last + self._reader.is_mark(statement.last, ".")
                yield Edit(self._start(statement.first), self._end(last), " ".join(written))

    def _triple(self, pattern: Pattern) -> str:
        """The pattern by itself. The subject of a search may be a list, of which the first is what others speak of."""
        subject = pattern.subject
        if self._reader.is_mark(subject.first, "(") and subject.last - subject.first > 2:
            subject = Span(subject.first + 1, subject.first + 2)
        return f"{self._words(subject)} {self._words(pattern.path)} {self._words(pattern.object)} ."

    def _hits(self, pattern: Pattern) -> str | None:
        """What a search finds."""
        if pattern.path.last - pattern.path.first > 1:
            return None
        return self._dataset.hits(*map(self._words, (pattern.subject, pattern.path, pattern.object)))

    def _as_value(self, pattern: Pattern, graph: str | None) -> str | None:
        """What the pattern comes to where one end is a term that the graph does not hold: the other end is it."""
        ends = self._variable_end(pattern)
        if ends is None or not self._dataset.known or (graph or "").startswith(("?", "$")):
            return None
        variable, term = map(self._words, ends)
        return None if self._dataset.holds(term, graph) else f"VALUES {variable} {{ {term} }}"

    def _variable_end(self, pattern: Pattern) -> tuple[Span, Span] | None:
        """The variable and the term at the ends of a path that may be empty."""
        if pattern.path.last - pattern.path.first < 2:
            return None
        ends = (pattern.subject, pattern.object), (pattern.object, pattern.subject)
        for variable, term in ends:
            kinds = self._reader.tokens[variable.first].kind, self._reader.tokens[term.first].kind
            blank = self._words(term).startswith("_:")
            if kinds[0] == "variable" and kinds[1] in _CONSTANTS and not blank:
                return (variable, term) if may_be_empty(self._reader, pattern.path) else None
        return None

    # ------------------------------------------------------------ text

    def _start(self, at: int) -> int:
        return self._reader.tokens[at].start

    def _end(self, last: int) -> int:
        token = self._reader.tokens[last - 1]
        return token.start + len(token.text)

    def _words(self, span: Span) -> str:
        return self._text[self._start(span.first) : self._end(span.last)]

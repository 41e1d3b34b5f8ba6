"""Updates rewritten so that what they do to the default graph they do to another graph as well, in the same write.

Follows https://www.w3.org/TR/sparql11-update/#sparqlUpdateGrammar: templates and data get a GRAPH of the same triples,
and CLEAR, DROP, COPY, MOVE, ADD and LOAD of the default graph an operation more. So Oxigraph does the work, at the cost
of the change. An update that is not SPARQL comes back as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox

from kg.store.mending import Edit, apply
from kg.store.patterns import Group, Kind, Operation, Reader, UnreadPattern, operations
from kg.store.sparql import Token, escape_dots, tokens

_TRANSFERS = frozenset({"COPY", "MOVE", "ADD"})
#: Words of updates that may change named graphs.
_OF_GRAPHS = frozenset({"GRAPH", "WITH", "NAMED", "ALL", "INTO", "CLEAR", "DROP", *_TRANSFERS})
_STAND_IN = "urn:x-kgshell:variable:"


def recorded(text: str, record: str, prefixes: Mapping[str, str]) -> str:
    """The update, which does to the graph `record` too what it does to the default graph."""
    found = list(tokens(text))
    try:
        recorder = _Recorder(text, found, record, dict(prefixes))
        return apply(text, [edit for each in operations(Reader(found)) for edit in recorder.edits(each)])
    except (UnreadPattern, SyntaxError):
        return text


def touches_graphs(text: str) -> bool:
    """Whether an update may change a named graph."""
    return any(token.kind == "word" and token.text.upper() in _OF_GRAPHS for token in tokens(text))


class _Recorder:
    """The edits that record one update."""

    def __init__(self, text: str, found: Sequence[Token], record: str, prefixes: dict[str, str]) -> None:
        self._text, self._reader, self._prefixes = text, Reader(found), prefixes
        self._record = str(ox.NamedNode(record))

    def edits(self, operation: Operation) -> Iterator[Edit]:
        """What to insert into the operation, or after it."""
        reader, at = self._reader, operation.first
        word = reader.word(at)
        if word in {"INSERT", "DELETE"}:
            yield from self._of_templates(operation)
        elif word in {"CLEAR", "DROP"} and reader.word(operation.last - 1) == "DEFAULT":
            yield self._after(operation, f"CLEAR SILENT GRAPH {self._record}")
        elif word in _TRANSFERS:
            yield from self._of_transfer(operation, word)
        elif word == "LOAD" and reader.word(operation.last - 2) != "GRAPH":
            into = f" INTO GRAPH {self._record} ; ADD SILENT GRAPH {self._record} TO DEFAULT"
            end = self._end(operation.last)
            yield Edit(end, end, into)

    def _of_transfer(self, operation: Operation, word: str) -> Iterator[Edit]:
        reader = self._reader
        if reader.word(operation.last - 1) == "DEFAULT" and reader.word(operation.last - 2) == "TO":
            source = reader.text(operation.last - 3)
            if reader.word(operation.last - 3) != "DEFAULT":
                start = self._reader.tokens[operation.first].start
                verb = "ADD" if word == "ADD" else "COPY"
                yield Edit(start, start, f"{verb} SILENT GRAPH {source} TO GRAPH {self._record} ; ")
        elif word == "MOVE" and "DEFAULT" in {reader.word(operation.first + 1), reader.word(operation.first + 2)}:
            yield self._after(operation, f"CLEAR SILENT GRAPH {self._record}")

    def _of_templates(self, operation: Operation) -> Iterator[Edit]:
        reader, at = self._reader, operation.first
        shortcut = reader.word(at) == "DELETE" and reader.word(at + 1) == "WHERE"
        if shortcut:
            group = reader.group(at + 2)
            body = self._default_triples(group, operation)
            if body:
                whole = self._text[self._start(group.first) : self._end(group.last)]
                start = self._start(at + 1)
                yield Edit(start, start, f"{{ {whole[1:-1]} GRAPH {self._record} {{ {body} }} }} ")
            return
        while at < operation.last and reader.word(at) in {"INSERT", "DELETE", "DATA"}:
            if reader.word(at + 1) == "DATA":
                at += 1
            group = reader.group(at + 1)
            body = self._default_triples(group, operation)
            if body:
                end = self._end(group.last) - 1
                yield Edit(self._start(group.first) + 1, end, self._inside(group, body))
            at = group.last

    def _inside(self, group: Group, body: str) -> str:
        graphs = [self._text[self._start(e.first) : self._end(e.last)] for e in group.elements if e.kind is Kind.GRAPH]
        return f" {body} GRAPH {self._record} {{ {body} }} {' '.join(graphs)} "

    def _default_triples(self, group: Group, operation: Operation) -> str:
        """The triples of a template that are in no GRAPH; those with brackets are written out with labels."""
        blocks = [each for each in group.elements if each.kind is Kind.TRIPLES]
        if any(each.kind not in {Kind.TRIPLES, Kind.GRAPH} for each in group.elements):
            raise UnreadPattern
        spans = [range(each.first, each.last) for each in blocks]
        written = " . ".join(self._text[self._start(s.start) : self._end(s.stop)].rstrip().rstrip(".") for s in spans)
        bracketed = any(self._reader.is_mark(at, mark) for span in spans for at in span for mark in "([")
        return self._written_out(spans, operation) if bracketed else written

    def _written_out(self, spans: Sequence[range], operation: Operation) -> str:
        """The triples without brackets: Oxigraph reads them, with an IRI for each variable."""
        triples = " . ".join(self._without_variables(span).rstrip(".") for span in spans)
        prologue = " ".join(self._text[self._start(a) : self._end(b)] for a, b in operation.prologue)
        scratch = ox.Store()
        scratch.update(escape_dots(f"{prologue} INSERT DATA {{ {triples} }}"), prefixes=self._prefixes)
        return " ".join(f"{' '.join(map(_written, quad.triple))} ." for quad in scratch)

    def _without_variables(self, span: range) -> str:
        start, end = self._start(span.start), self._end(span.stop)
        named = (token for token in self._reader.tokens[span.start : span.stop] if token.kind == "variable")
        stand_ins = [(each, f"<{_STAND_IN}{each.text[1:]}>") for each in named]
        edits = [Edit(t.start - start, t.start - start + len(t.text), stand_in) for t, stand_in in stand_ins]
        return apply(self._text[start:end], edits)

    def _after(self, operation: Operation, text: str) -> Edit:
        end = self._end(operation.last)
        return Edit(end, end, f" ; {text}")

    def _start(self, at: int) -> int:
        return self._reader.tokens[at].start

    def _end(self, last: int) -> int:
        token = self._reader.tokens[last - 1]
        return token.start + len(token.text)


def _written(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.NamedNode) and term.value.startswith(_STAND_IN):
        return f"?{term.value.removeprefix(_STAND_IN)}"
    return str(term)

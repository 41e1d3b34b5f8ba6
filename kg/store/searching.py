"""Full-text search over a store's labels and sentences, with SQLite's FTS5, https://www.sqlite.org/fts5.html.

Every word wanted must begin a word of the text; words between double quotes must follow one another. Case and accents
make no difference. Hits are ordered by score, then IRI; a score is 3 and more for a label that is the words, 2 and
more for one that begins so, 1 and more for other labels, less for sentences; the fraction is BM25's, made less than 1.
The index is built by the first search and again by the first after a change; `benchmarks/search.py` measures both.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.folding import fold, words

_RDFS, _SKOS = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#"
_KG = "https://w3id.org/kgshell/ontology#"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABELS = (ox.NamedNode(_RDFS + "label"), ox.NamedNode(_SKOS + "prefLabel"), ox.NamedNode(_SKOS + "altLabel"))
_ANCHOR, _MENTION = ox.NamedNode(_NIF + "anchorOf"), ox.NamedNode(_KG + "Mention")
_PHRASE = re.compile(r'"([^"]*)"?|([^"]+)')
_TABLE = """CREATE VIRTUAL TABLE texts USING fts5(
    folded, text UNINDEXED, subject UNINDEXED, kind UNINDEXED,
    tokenize = "unicode61 remove_diacritics 0", prefix = '2 3')"""
_FIND = "SELECT subject, text, folded, kind, -bm25(texts) FROM texts WHERE texts MATCH ?"


class TextKind(StrEnum):
    """What is searched."""

    LABEL = "label"
    SENTENCE = "sentence"


class Hit(NamedTuple):
    """A thing or a sentence that fits, by its best text."""

    subject: str
    score: float
    text: str


class TextIndex:
    """The texts of one store. May be used from any thread."""

    def __init__(self, store: ox.Store) -> None:
        self._lock = threading.Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._base.execute(_TABLE)
        except sqlite3.OperationalError as error:
            raise StoreError(f"this Python's SQLite can't search text ({error}); use one that has FTS5") from error
        self._base.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", _rows(store))

    def search(self, wanted: str, *, kind: TextKind | None = None, limit: int | None = None) -> list[Hit]:
        """What fits, the best first; each subject once. Without a word to look for nothing does."""
        match = _match(wanted)
        if not match:
            return []
        query, values = (_FIND, (match,)) if kind is None else (f"{_FIND} AND kind = ?", (match, kind.value))
        with self._lock:
            rows = self._base.execute(query, values).fetchall()
        best: dict[str, Hit] = {}
        plain = " ".join(words(wanted))
        for subject, text, folded, found, rank in rows:
            score = _score(folded, plain, found == TextKind.LABEL, max(rank, 0.0))
            if subject not in best or score > best[subject].score:
                best[subject] = Hit(subject, score, text)
        return sorted(best.values(), key=lambda hit: (-hit.score, hit.subject))[:limit]


def _score(folded: str, plain: str, is_label: bool, rank: float) -> float:
    level = 0 if not is_label else 3 if folded == plain else 2 if folded.startswith(plain) else 1
    return round(level + rank / (rank + 1), 4)


def _rows(store: ox.Store) -> Iterable[tuple[str, str, str, str]]:
    for predicate in _LABELS:
        for quad in store.quads_for_pattern(None, predicate, None, ox.DefaultGraph()):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                yield _row(quad.subject.value, quad.object.value, TextKind.LABEL)
    for quad in store.quads_for_pattern(None, _ANCHOR, None, None):  # of our documents, only sentences have words
        is_mention = ox.Quad(quad.subject, _TYPE, _MENTION, quad.graph_name) in store
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal) and not is_mention:
            yield _row(quad.subject.value, quad.object.value, TextKind.SENTENCE)


def _row(subject: str, text: str, kind: TextKind) -> tuple[str, str, str, str]:
    return fold(text), text, subject, kind.value


def _match(wanted: str) -> str:
    """The words in FTS5's own syntax; all of them must be there, each as the beginning of a word."""
    parts: list[str] = []
    for phrase, plain in _PHRASE.findall(wanted):
        if phrase:
            parts.append(f'"{" ".join(words(phrase))}"')
        parts += [f'"{word}"*' for word in words(plain)]
    return " ".join(part for part in parts if part != '""')


# ---------------------------------------------------------------- in queries

#: Properties that search, and what they search; None is everything.
PROPERTIES = {
    f"{_KG}search": None,
    f"{_KG}searchLabels": TextKind.LABEL,
    f"{_KG}searchSentences": TextKind.SENTENCE,
}
_USAGE = 'a search is written ?thing kg:search "words", or (?thing ?score ?text) kg:search ("words" 10)'


def values_of(index: TextIndex, predicate: str, variables: list[str], wanted: str, limit: int | None) -> str:
    """The hits as a VALUES clause for up to three variables: thing, score, text. Raises `QueryError` for others."""
    if not 1 <= len(variables) <= 3:
        raise QueryError(_USAGE)
    rows = []
    for hit in index.search(wanted, kind=PROPERTIES[predicate], limit=limit):
        cells = (str(ox.NamedNode(hit.subject)), f"{hit.score:.4f}", str(ox.Literal(hit.text)))
        rows.append(f"({' '.join(cells[: len(variables)])})")
    return f"VALUES ({' '.join(variables)}) {{ {' '.join(rows)} }}"


def usage() -> QueryError:
    """The error of a search that is not written as one."""
    return QueryError(_USAGE)

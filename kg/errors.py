"""Everything that can go wrong in kgshell, as one tree.

KgError
├── DocumentError            a file or page that can't be read (missing, empty, binary, damaged, too large, refused)
│   └── UnknownLanguage      no pipeline for the text's language
├── PipelineError            a language pipeline that is missing, damaged, or lacks what extraction needs
├── OntologyError            an ontology, lexicon or thesaurus file that can't be used
├── CurationError            a line of a curation file that can't be used
├── GazetteerError           a user's file of names that can't be used
├── ExtractorError           an extractor that is not installed, or can't be loaded
├── StoreError               a store that can't be opened, read or written
│   ├── StoreLocked          … because another process holds it
│   └── StoreTimeout         … because the endpoint does not answer in time
├── QueryError               a malformed or failed query, with its place
├── InvalidName              a name that is written wrong, or whose prefix is not known
├── UnknownEntity            a name that fits nothing in the graph, or several things
│   └── UnknownProperty      … where a property was wanted
└── ExportError              a graph that can't be written in the format or place asked for

Every message is one line that says what is wrong, where, and what to do next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class KgError(Exception):
    """Any error of kgshell's own. Pickled, it arrives in another process as it was raised."""

    def __reduce__(self) -> tuple[Callable[..., KgError], tuple[Any, ...]]:
        return _as_raised, (type(self), self.args, self.__dict__)


def _as_raised(kind: type[KgError], arguments: tuple[Any, ...], known: dict[str, Any]) -> KgError:
    """The error, made without its constructor, which takes other arguments than those that the error keeps."""
    error = kind.__new__(kind)
    error.args = arguments
    error.__dict__.update(known)
    return error


class DocumentError(KgError):
    """A document that can't be read; `source` names it."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source


class UnknownLanguage(DocumentError):
    """A text in a language that no pipeline reads."""


class PipelineError(KgError):
    """A language pipeline that can't be used."""


class OntologyError(KgError):
    """An ontology, lexicon or thesaurus file that can't be used."""


class CurationError(KgError):
    """A line of a curation file that can't be used."""


class GazetteerError(KgError):
    """A user's file of names that can't be used."""


class ExtractorError(KgError):
    """An extractor that is not installed, or can't be loaded."""


class StoreError(KgError):
    """A store that can't be opened, read or written."""


class StoreLocked(StoreError):
    """A store that another process holds."""


class StoreTimeout(StoreError):
    """An endpoint that does not answer in time."""


class QueryError(KgError):
    """A query that can't be run. `line` and `column` count from 1 and are None where the place is not known."""

    def __init__(self, reason: str, *, line: int | None = None, column: int | None = None) -> None:
        place = f"line {line}, column {column}: " if line is not None else ""
        super().__init__(f"{place}{reason}")
        self.reason, self.line, self.column = reason, line, column


class InvalidName(KgError):
    """A name that is written wrong, or whose prefix is not known."""


class UnknownEntity(KgError):
    """A name that fits no entity, or several; `candidates` are labels that come near."""

    _kind, _find = "entity", "`.find TEXT` in the shell searches the labels"

    def __init__(self, name: str, candidates: tuple[str, ...] = ()) -> None:
        hint = f"did you mean {', '.join(candidates)}?" if candidates else self._find
        super().__init__(f"no single {self._kind} is called {name!r}; {hint}")
        self.name, self.candidates = name, candidates


class UnknownProperty(UnknownEntity):
    """A name that fits no property of the graph."""

    _kind, _find = "property", "`.schema` in the shell lists them"


class ExportError(KgError):
    """A graph that can't be written in the format or place asked for."""

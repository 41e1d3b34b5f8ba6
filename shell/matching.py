"""The words that completion offers, and how each kind of them is matched with what is typed. Pure.

`MATCHERS` is the table. Suggestions come best first and at most `limit` of each kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from shell.context import classes_of, predicate_before, subject_before
from shell.grammar import Slot
from shell.labels import Entry, Labels
from shell.names import fold, local_words
from shell.tokens import FUNCTIONS, Kind, tokens


class Source(StrEnum):
    """What a suggestion is."""

    COMMAND = "command"
    OPTION = "option"
    KEYWORD = "keyword"
    FUNCTION = "function"
    VARIABLE = "variable"
    PREFIX = "prefix"
    CLASS = "class"
    PROPERTY = "property"
    ENTITY = "entity"
    LABEL = "label"
    DOCUMENT = "document"
    GRAPH = "graph"
    MODE = "mode"
    SETTING = "setting"
    FILE = "file"
    FAVOURITE = "favourite"
    # What an argument of a command may be: its parts are suggested as what they are.
    FACT = "fact"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Text to put in place of what stands from `start` to the cursor, with how it is shown and what is said beside."""

    text: str
    start: int
    source: Source
    shown: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CommandShape:
    """What completion needs to know of a command: what its argument may be, its options, its help."""

    takes: tuple[Source, ...] = ()
    options: tuple[str, ...] = ()
    help: str = ""


#: Functions that queries know beside SPARQL's own.
OWN_FUNCTIONS = ("kg:days", "kg:evidence", "kg:fold", "kg:label", "kg:localName", "kg:matches", "kg:similarity")
#: How many times as many entries are ranked as are shown.
_LOOKED_AT = 10


def _no_files(_typed: str) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that suggestions are made of. Properties and classes come most frequent first.

    `of_class` says how often a class's members have a property, `to_class` how often a property leads to a class's
    members, `used` how often the person typed a name before; all by prefixed names. `trouble` is why some are missing.
    """

    prefixes: Mapping[str, str] = field(default_factory=dict)
    classes: Labels = field(default_factory=Labels)
    properties: Labels = field(default_factory=Labels)
    entities: Labels = field(default_factory=Labels)
    documents: Labels = field(default_factory=Labels)
    of_class: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    to_class: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)
    trouble: str = ""
    modes: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    commands: Mapping[str, CommandShape] = field(default_factory=dict)
    files: Callable[[str], list[str]] = _no_files
    favourites: Callable[[], Mapping[str, str]] = dict


@dataclass(frozen=True, slots=True)
class Request:
    """The word before the cursor, where it starts, and the whole text."""

    word: str
    start: int
    text: str
    slot: Slot | None = None
    keywords: tuple[str, ...] = ()


def _starting(words: Iterable[tuple[str, str]], request: Request, source: Source, limit: int) -> Iterator[Suggestion]:
    """The words that begin as typed, without regard to case; not the word itself."""
    typed = request.word.lower()
    hits = [(word, note) for word, note in words if word.lower().startswith(typed) and word.lower() != typed]
    return (Suggestion(word, request.start, source, word, note) for word, note in hits[:limit])


def _keywords(request: Request, _vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    return _starting(((word, "") for word in request.keywords), request, source, limit)


def _functions(request: Request, _vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    return (
        _starting(((word + "(", "") for word in (*sorted(FUNCTIONS), *OWN_FUNCTIONS)), request, source, limit)
        if request.word
        else iter(())
    )


def _variables(request: Request, _vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    end = request.start + len(request.word)
    found = {token.text for token in tokens(request.text) if token.kind is Kind.VARIABLE and token.end != end}
    return _starting(((variable, "") for variable in sorted(found)), request, source, limit)


def _prefixes(request: Request, vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    if ":" in request.word:
        return iter(())
    declaring = request.slot is Slot.PREFIX
    words = (
        (f"{name}: <{iri}>" if declaring else f"{name}:", iri) for name, iri in sorted(vocabulary.prefixes.items())
    )
    return _starting(words, request, source, limit)


def _commands(request: Request, vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    return _starting(((name, shape.help) for name, shape in vocabulary.commands.items()), request, source, limit)


def _documents(request: Request, vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    hits = vocabulary.documents.search(request.word, limit=limit)
    return (Suggestion(entry.label, request.start, source, entry.label) for entry in hits)


def _modes(request: Request, vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    return _starting(((mode, "") for mode in vocabulary.modes), request, source, limit)


def _settings(request: Request, vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    return _starting(((setting, "") for setting in vocabulary.settings), request, source, limit)


def _files(request: Request, vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    return (Suggestion(name, request.start, source, name) for name in vocabulary.files(request.word)[:limit])


def _favourites(request: Request, vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    return _starting(vocabulary.favourites().items(), request, source, limit)


def _named(request: Request, vocabulary: Vocabulary, source: Source, limit: int) -> Iterator[Suggestion]:
    """Classes, properties, entities or documents' graphs by name or label; a typed prefix holds."""
    if request.word[:1] in {"?", "$"} or (source is Source.ENTITY and not request.word):
        return iter(())
    labels = {
        Source.CLASS: vocabulary.classes,
        Source.PROPERTY: vocabulary.properties,
        Source.ENTITY: vocabulary.entities,
        Source.GRAPH: vocabulary.documents,
    }[source]
    prefix, colon, _ = request.word.partition(":")
    local = local_words(request.word) if colon else request.word
    # Ranking may lift what comes late: look at more than will be shown.
    found = labels.search(local, prefix=f"{prefix}:" if colon else "", limit=limit * _LOOKED_AT)
    ranked = _ranked(found, request, vocabulary, source)
    best: dict[str, Entry] = {}  # of several labels the one that fits best
    for entry in ranked:
        if entry.name != request.word:
            best.setdefault(entry.name, entry)
    return (_suggestion(entry, request, source) for entry in islice(best.values(), limit))


def _ranked(found: list[Entry], request: Request, vocabulary: Vocabulary, source: Source) -> list[Entry]:
    """What goes with the place first, then what the person uses, and else the order of the search.

    At a property that is what the subject's class has; at an object, what the property leads to.
    """
    fitting: Mapping[str, int] = {}
    if source is Source.PROPERTY:
        fitting = _of_classes(request, vocabulary)
        fits = [entry for entry in found if entry.name in fitting]
    elif source is Source.ENTITY and request.slot is Slot.OBJECT:
        fitting = vocabulary.to_class.get(_canonical(predicate_before(request.text[: request.start])), {})
        most = max(fitting.values(), default=0)
        fits = [entry for entry in found if fitting.get(entry.note, 0) * 10 > most]
    else:
        fits = []
    first = {id(entry) for entry in fits}
    counts = fitting if source is Source.PROPERTY else {}
    order = {id(entry): at for at, entry in enumerate(found)}
    prefix, colon, local = request.word.partition(":")
    bare_word = not (local if colon else prefix)

    def rank(entry: Entry) -> tuple[int, int, int, int]:
        place = order[id(entry)]
        # With letters typed, what the search found best stays near the top: compare by screenfuls.
        return (
            0 if id(entry) in first else 1,
            -vocabulary.used.get(entry.name, 0),
            -counts.get(entry.name, 0) if bare_word else place // 10,
            place,
        )

    return sorted(found, key=rank)


def _of_classes(request: Request, vocabulary: Vocabulary) -> Mapping[str, int]:
    """How often the properties occur with the classes that the query, or the graph, gives the subject."""
    subject = subject_before(request.text[: request.start])
    kinds = classes_of(subject, request.text)
    if not kinds and ":" in subject:
        kinds = [entry.note for entry in vocabulary.entities.named(subject)]
    counts: Counter[str] = Counter()
    for kind in kinds:
        counts.update(vocabulary.of_class.get(kind, {}))
    return counts


def _canonical(predicate: str) -> str:
    return "rdf:type" if predicate == "a" else predicate


def _suggestion(entry: Entry, request: Request, source: Source) -> Suggestion:
    said = local_words(entry.name)
    name = entry.name if said and (source is Source.ENTITY or fold(said) != fold(entry.label)) else ""
    note = " ".join(filter(None, (entry.note, name)))
    return Suggestion(entry.name, request.start, source, entry.label, note)


_Matcher = Callable[[Request, Vocabulary, Source, int], Iterable[Suggestion]]

MATCHERS: Mapping[Source, _Matcher] = {
    Source.COMMAND: _commands,
    Source.KEYWORD: _keywords,
    Source.FUNCTION: _functions,
    Source.VARIABLE: _variables,
    Source.PREFIX: _prefixes,
    Source.CLASS: _named,
    Source.PROPERTY: _named,
    Source.ENTITY: _named,
    Source.DOCUMENT: _documents,
    Source.GRAPH: _named,
    Source.MODE: _modes,
    Source.SETTING: _settings,
    Source.FILE: _files,
    Source.FAVOURITE: _favourites,
}

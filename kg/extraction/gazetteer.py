"""A user's list of names to the names that stand in a tree: files read, and words marked with their class.

A file is a table (`.csv` with commas, else tabs) of name, class, language, and aliases apart by `|`, the last two
optional; or TOML with `[[name]]` tables of `name`, `class`, `lang`, `aliases`. A name stands in a text as it is
written, or in a form that the language's rules know for one of it ("Birchiltä"). Longer names come first.
Raises GazetteerError that names the file and line.
"""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from kg.errors import GazetteerError
from kg.extraction.tree import Tree, Word, hang
from kg.languages import Rules, rules_for
from kg.model import EntityClass

#: Classes that names can have, by what a file may call them.
CLASSES = {each.value.lower(): each for each in EntityClass if each not in (EntityClass.CONCEPT, EntityClass.QUANTITY)}
LANGUAGES = ("en", "fi", "nb", "nn", "no")
#: How many letters a name and its forms share at least: what the index goes by.
SHARED = 2


class KnownName(NamedTuple):
    """A name of a user's list: how the graph should call it, its class, and everything it may stand as."""

    name: str
    entity_class: EntityClass
    lang: str | None
    forms: tuple[str, ...]


#: First letters of a form to forms that begin so, with their names; the longest form first.
Gazetteer: TypeAlias = Mapping[str, Sequence[tuple[str, KnownName]]]


def read_gazetteers(paths: Iterable[str]) -> tuple[KnownName, ...]:
    """The names of all files, in their order."""
    return tuple(known for path in paths for known in read_gazetteer(Path(path)))


def read_gazetteer(path: Path) -> Iterator[KnownName]:
    """The names of one file, in its order."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GazetteerError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    yield from _read_toml(path, text) if path.suffix.lower() == ".toml" else _read_table(path, text)


def _read_table(path: Path, text: str) -> Iterator[KnownName]:
    delimiter = "," if path.suffix.lower() == ".csv" else "\t"
    reader = csv.reader(text.splitlines(), delimiter=delimiter)
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            is_header = reader.line_num == 1 and cells[:2] == ["name", "class"]
            if not any(cells) or cells[0].startswith("#") or is_header:
                continue
            where = f"{path}, line {reader.line_num}"
            if not 2 <= len(cells) <= 4:
                raise GazetteerError(f"{where}: {len(cells)} columns; a line has name, class, language, aliases")
            name, kind, lang, aliases = (*cells, "", "")[:4]
            yield _known(where, name, kind, lang, aliases.split("|"))
    except csv.Error as error:
        raise GazetteerError(f"{path}, line {reader.line_num}: {error}") from error


def _read_toml(path: Path, text: str) -> Iterator[KnownName]:
    try:
        rows = tomllib.loads(text).get("name")
    except tomllib.TOMLDecodeError as error:
        raise GazetteerError(f"{path}: no TOML: {error}") from error
    if not isinstance(rows, list):
        raise GazetteerError(f"{path}: has no [[name]] tables")
    for number, row in enumerate(rows, 1):
        where = f"{path}, [[name]] {number}"
        values = row if isinstance(row, dict) else {}
        name, kind, lang = (_text(where, values, key) for key in ("name", "class", "lang"))
        yield _known(where, name, kind, lang, _aliases(where, values))


def _text(where: str, row: Mapping[str, Any], key: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise GazetteerError(f"{where}: {key} = {value!r} is no text; put it in quotes")
    return value


def _aliases(where: str, row: Mapping[str, Any]) -> list[str]:
    found = row.get("aliases", [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise GazetteerError(f"{where}: aliases = {found!r} is no list of texts")
    return found


def _known(where: str, name: str, kind: str, lang: str, aliases: Iterable[str]) -> KnownName:
    if not name.strip():
        raise GazetteerError(f"{where}: there is no name")
    entity_class = CLASSES.get(kind.removeprefix("kg:").lower())
    if entity_class is None:
        known = ", ".join(each.value for each in CLASSES.values())
        raise GazetteerError(f"{where}: {name!r} has class {kind!r}; classes are {known}")
    if lang and lang not in LANGUAGES:
        raise GazetteerError(f"{where}: {name!r} has language {lang!r}; languages are {', '.join(LANGUAGES)}")
    forms = [" ".join(form.split()) for form in (name, *aliases) if form.strip()]
    return KnownName(forms[0], entity_class, lang or None, tuple(dict.fromkeys(forms)))


def index(names: Iterable[KnownName], code: str) -> Gazetteer:
    """The names that count in a language, given by the code of its rules."""
    found: dict[str, list[tuple[str, KnownName]]] = defaultdict(list)
    for known in names:
        if known.lang is None or rules_for("nb" if known.lang == "no" else known.lang).code == code:
            for form in known.forms:
                found[form[:SHARED]].append((form, known))
    return {letters: sorted(each, key=lambda pair: -len(pair[0])) for letters, each in found.items()}


def mark_names(tree: Tree, gazetteer: Gazetteer) -> None:
    """Let the tree's words that are names of the list be entities of their class, whatever the recogniser said."""
    if not gazetteer:
        return
    starts = {word.start: word.i for word in tree.words}
    done = -1
    for word in tree.words:
        candidates = gazetteer.get(word.text[:SHARED], ()) if word.i > done else ()
        for form, known in candidates:
            last = _last_word(tree, word, form, starts)
            if last is not None:
                _mark(tree, tree.words[word.i : last + 1], known)
                done = last
                break


def _last_word(tree: Tree, word: Word, form: str, starts: Mapping[int, int]) -> int | None:
    """The number of the last word of a name that begins at `word`; None where the name does not stand there."""
    before, space, last = form.rpartition(" ")
    at = word.start + len(before) + len(space)
    if tree.text[word.start - tree.start : at - tree.start] != before + space or at not in starts:
        return None
    first, end = starts[at], at + len(last)
    for other in tree.words[first:]:
        if other.end >= end:
            exact = other.end == end and tree.text[at - tree.start : end - tree.start] == last
            return other.i if exact or _is_form(tree.words[first], last, tree.rules) else None
    return first if _is_form(tree.words[first], last, tree.rules) else None


def _is_form(word: Word, name: str, rules: Rules) -> bool:
    return rules.is_form_of(word.text, name)


def _mark(tree: Tree, words: Sequence[Word], known: KnownName) -> None:
    inside = set(words)
    tops = sorted((w for w in words if w.head is None or w.head not in inside), key=_depth)
    for other in tops[1:]:
        hang(other, tops[0], "flat")
    for word in words:
        word.entity = len(tree.entities)
        if word.pos != "PUNCT":
            word.pos = "PROPN"
    words[-1].lemma = known.name.rpartition(" ")[2]
    tree.known[len(tree.entities)] = known.name
    tree.entities.append(known.entity_class)


def _depth(word: Word) -> int:
    depth, above = 0, word.head
    while above is not None:
        depth, above = depth + 1, above.head
    return depth

"""The file of what people decided, beside the store: read, checked against the ontology, and added to.

Its lines are those of `kg.linking.curation`. A store in memory or behind an address has no such file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import CurationError
from kg.linking import NameTable
from kg.linking.curation import Curation, name_key, parse_curation, parse_decision
from kg.linking.names import local
from kg.model import Iri
from kg.rdf.curated import Marks
from kg.rdf.iris import Base

if TYPE_CHECKING:
    from kg.graph import Graph

_SUFFIXES = (None, "en", "fi", "nn", "nb")


def curation_file(store: Path | None) -> Path:
    """The file beside a store's folder that is called like it, with `.curation`. Raises `CurationError` without one."""
    if store is None:
        raise CurationError(
            "decisions are kept beside a store's folder, and this store has none; build into one with --store"
        )
    return store.with_name(f"{store.name}.curation")


def read_curation(store: Path | None) -> Curation:
    """What stands in a store's file; nothing without one. Raises `CurationError`."""
    path = None if store is None else curation_file(store)
    if path is None or not path.exists():
        return Curation()
    return parse_curation(path.read_text(encoding="utf-8"), source=str(path))


def check_relations(curation: Curation, known: Collection[str]) -> None:
    """Raise `CurationError` where a relation of the ontology is named that it does not have."""
    for name in (each for pair in curation.merged().items() for each in pair):
        if name.startswith("kg:") and name not in known:
            raise CurationError(f"curation: {name} is no property of the ontology; `kg lexicon WORD` finds them")


def marks_of(names: NameTable, base: Base) -> Marks:
    """What is decided of statements: relations to merge, and the things that are ignored, whatever they are called."""
    relations = {base.expand(one): base.expand(other) for one, other in names.curation.merged().items()}
    ignored = {entity for name in names.curation.ignored() for entity in _called(name, names, base)}
    return Marks(relations, frozenset(ignored))


def _called(name: str, names: NameTable, base: Base) -> Iterator[Iri]:
    if name.startswith("ent:"):
        yield base.expand(name)
        return
    yield from (base.entity(local(name, suffix)) for suffix in _SUFFIXES)
    yield from (base.entity(each.local) for each in names.known_as(name_key(name)))


def decide(graph: Graph, line: str) -> str:
    """Add a line to the store's file and apply it to all documents; the line as it stands there.

    Raises `CurationError`, with nothing changed, for a line that is wrong or stands there already.
    """
    decision = str(parse_decision(" ".join(line.split())))
    path = curation_file(graph._store.path)
    if decision in map(str, read_curation(graph._store.path).decisions):
        raise CurationError(f"{path} says `{decision}` already")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    lead = before if not before or before.endswith("\n") else f"{before}\n"
    _apply(graph, path, f"{lead}{decision}\n", before)
    return decision


def withdraw(graph: Graph, line: str) -> None:
    """Take a line out of the store's file, and apply the rest to all documents. Raises `CurationError`."""
    path = curation_file(graph._store.path)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    kept = [each for each in before.splitlines() if " ".join(each.split()) != line]
    if len(kept) == len(before.splitlines()):
        raise CurationError(f"{path} does not say `{line}` any more")
    _apply(graph, path, "".join(f"{each}\n" for each in kept), before)


def _apply(graph: Graph, path: Path, text: str, before: str) -> None:
    """Write the file and curate; where that fails, the file is as it was."""
    _write(path, text)
    try:
        graph._builder.curate()
    except BaseException:
        _write(path, before)
        raise


def _write(path: Path, text: str) -> None:
    if text:
        path.write_text(text, encoding="utf-8")
    else:
        path.unlink(missing_ok=True)

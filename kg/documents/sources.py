"""What a user names (files, folders, globs, "-", addresses) -> the inputs to read, each with the name of its document.

Inputs come in the order given, folders and globs sorted by path; a file that is named twice comes once. Names are paths
relative to the folder given, or to the fixed part of a glob; of a single file, its name; "/" separates on all systems.
Reports a DocumentError for what isn't there, for folders without files of a known kind, and for names taken twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.documents.fetching import is_address
from kg.errors import DocumentError

#: Files that a folder is searched for.
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx")
#: The name that stands for standard input, and its document's.
STDIN, STDIN_NAME = "-", "stdin"

_WILD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Source:
    """An input: the name of its document, and the path, address or "-" that holds it."""

    name: str
    location: str


def find(
    sources: Iterable[str], *, prefix: str = "", on_error: Callable[[DocumentError], None] | None = None
) -> Iterator[Source]:
    """Yield the inputs that the sources stand for. Errors go to `on_error`, or are raised where it is None."""
    locations: set[str] = set()
    taken: dict[str, str] = {}
    for source in sources:
        try:
            inputs = list(_expanded(source, prefix))
        except DocumentError as error:
            report(error, on_error)
            continue
        for found in inputs:
            if found.location in locations:
                continue
            locations.add(found.location)
            if found.name in taken:
                reason = f"a document of this name is read from {taken[found.name]} already; build one with --name"
                report(DocumentError(found.name, reason), on_error)
                continue
            taken[found.name] = source
            yield found


def report(error: DocumentError, on_error: Callable[[DocumentError], None] | None) -> None:
    """Hand the error over, or raise it where nobody takes it."""
    if on_error is None:
        raise error
    on_error(error)


def _expanded(source: str, prefix: str) -> Iterator[Source]:
    """Yield the inputs that one source stands for."""
    if not source.strip():  # as of an unset variable; a path of no letters would be the folder one is in
        raise DocumentError("''", "an empty name; give a file, folder, glob or URL")
    if source == STDIN:
        yield Source(prefix + STDIN_NAME, STDIN)
        return
    if is_address(source):
        yield Source(source, source)
        return
    path = Path(source)
    if path.is_dir():
        yield from _listed(path, path.rglob("*"), source, prefix)
    elif path.exists():
        yield Source(prefix + path.name, str(path.resolve()))
    elif _WILD.search(source):
        root, pattern = _split_glob(path)
        yield from _listed(root, root.glob(pattern), source, prefix)
    else:
        raise DocumentError(source, "no such file or folder; check the path")


def _listed(root: Path, paths: Iterable[Path], source: str, prefix: str) -> Iterator[Source]:
    """Yield files of a known kind, sorted by path; hidden ones are skipped."""
    names = {path.relative_to(root): path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file()}
    shown = [name for name in names if not any(part.startswith(".") for part in name.parts)]
    if not shown:
        raise DocumentError(source, f"no files to read here; known are {' '.join(SUFFIXES)}")
    for name in sorted(shown, key=lambda name: name.parts):
        yield Source(prefix + name.as_posix(), str(names[name].resolve()))


def _split_glob(path: Path) -> tuple[Path, str]:
    """Return the folder before the first wildcard, and the pattern under it."""
    parts = path.parts
    first = next(number for number, part in enumerate(parts) if _WILD.search(part))
    return Path(*parts[:first]), "/".join(parts[first:])

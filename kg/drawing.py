"""An open graph's pictures: which part is drawn, how it is called, and the file.

Kept apart from `graph`, so that opening a graph to ask it imports none of this. The parts are `visualisation`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export.files import reason
from kg.model import Iri
from kg.paths import Path as Trail
from kg.paths import label
from kg.rdf.source import QuadSource
from kg.store import Results
from kg.visualisation import REMEDY, GraphView, has_explorer, view, write_html, write_png, write_svg

#: Things that a still picture shows, one in a notebook, and that the explorer shows at first and holds in all.
STILL, NOTED, OPENING, HELD = 150, 40, 60, 60_000
_ENDINGS = (".html", ".svg", ".png")


@dataclass(frozen=True, slots=True)
class Wish:
    """Which part of a graph is drawn: around a centre, the entities of an answer or path, or the best connected."""

    center: Iri | None = None
    depth: int = 1
    among: Collection[Iri] | None = None
    path: tuple[Iri, Iri] | None = None
    limit: int | None = None


def write_picture(source: QuadSource, out: Path, wish: Wish, *, prefixes: Mapping[str, str]) -> str | None:
    """Write a picture in the format that the file's name ends with; a note where the explorer had to stay out."""
    suffix = out.suffix.lower()
    if suffix not in _ENDINGS:
        raise ExportError(f"{out}: no picture ends so; take .html, .svg or .png")
    title = _title(source, wish)
    if suffix == ".html":
        seen = _view(source, wish, OPENING if wish.among is None else STILL, HELD)
        data = write_html(seen, title, prefixes=prefixes, select=wish.center, path=wish.path).encode()
    else:
        seen = _view(source, wish, STILL, 0)
        data = write_png(seen, title) if suffix == ".png" else write_svg(seen, title).encode()
    write_file(out, data)
    return None if suffix != ".html" or has_explorer() else f"{out}: the explorer was not built; {REMEDY}"


def svg(source: QuadSource) -> str:
    """A small still picture of the best connected part, for notebooks."""
    return write_svg(_view(source, Wish(), NOTED, 0), _title(source, Wish()))


def write_file(out: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises `ExportError`."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = out.with_name(f".{out.name}.part")
        draft.write_bytes(data)
        draft.replace(out)
    except OSError as error:
        raise ExportError(f"{out}: {reason(error)}") from error


def entities(answer: Results) -> list[Iri]:
    """The IRIs in a query's answer, each once."""
    if isinstance(answer, bool):
        raise ExportError("an ASK has nothing to draw; give a SELECT, CONSTRUCT or DESCRIBE")
    rows: Iterator[Sequence[Any]] = iter(answer)
    return list(dict.fromkeys(term for row in rows for term in row if isinstance(term, Iri)))


def stops(trails: Sequence[Trail]) -> list[Iri]:
    """The entities on paths. Raises `ExportError` where there is no path."""
    if not trails:
        raise ExportError("no path joins the two, so there is nothing to draw")
    return list(dict.fromkeys(end for trail in trails for hop in trail.hops for end in (hop.start, hop.end)))


def _view(source: QuadSource, wish: Wish, limit: int, reach: int) -> GraphView:
    among = wish.among
    most = max(limit, len(among)) if among is not None and wish.limit is None else wish.limit or limit
    seen = view(source, center=wish.center, depth=wish.depth, limit=most, among=among, reach=reach)
    if wish.center is not None and not (
        seen.connections or any(node.names or node.entity_class for node in seen.nodes)
    ):
        raise ExportError(f"the graph says nothing of <{wish.center}>, so there is nothing to draw; name another thing")
    return seen


def _title(source: QuadSource, wish: Wish) -> str:
    if wish.path is not None:
        return " → ".join(label(source, end) for end in wish.path)
    return "Knowledge graph" if wish.center is None else f"Around {label(source, wish.center)}"

"""Evidence, paths, descriptions and overviews as text for people.

Pure. With `colour` the words that carry a fact are bold; without it they stand in square brackets. Whatever comes from
a document is shown harmlessly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from shell.names import show
from shell.render import cell, table, wrap

if TYPE_CHECKING:
    from kg import Description, Evidence, Found, Iri, Path

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def highlighted(sentence: str, spans: Iterable[tuple[int, int]], *, colour: bool = False) -> str:
    """The sentence with the spans (half-open, characters of the sentence) marked; overlapping ones are joined."""
    before, after = (_BOLD, _PLAIN) if colour else ("[", "]")
    shown, at = [], 0
    for start, end in _joined(spans, len(sentence)):
        shown += [cell(sentence[at:start]), before, cell(sentence[start:end]), after]
        at = end
    return "".join([*shown, cell(sentence[at:])])


def evidence(found: Sequence[Evidence], *, most: int | None = None, indent: str = "", colour: bool = False) -> str:
    """Each sentence with its words marked, and under it where it stands and how it is said; at most `most` of them."""
    lines = []
    for item in found[:most]:
        lines.append(f"{indent}{highlighted(item.sentence, item.highlights, colour=colour)}")
        lines.append(_dim(f"{indent}  {source(item)}", colour))
    if most is not None and len(found) > most:
        lines.append(f"{indent}  and {len(found) - most} more")
    return "".join(f"{line}\n" for line in lines)


def source(item: Evidence) -> str:
    """Where a sentence stands, and what keeps it from being a plain statement of fact."""
    place = f"{item.origin} {item.start}–{item.start + len(item.sentence)}"
    status = "" if item.status == "asserted" else f"{item.status} ({item.qualifier})" if item.qualifier else item.status
    sure = "" if item.confidence is None else f"{item.confidence:.2f}"
    return cell(", ".join(str(part) for part in (place, item.lang, status, sure) if part))


def path(found: Path, label: Callable[[Iri], str], *, number: int | None = None) -> str:
    """A path as one line of the graph."""
    line = cell(label(found.hops[0].start)) if found.hops else ""
    for hop in found.hops:
        relation = cell(label(hop.predicate))
        line += f" {f'─{relation}→' if hop.forward else f'←{relation}─'} {cell(label(hop.end))}"
    return f"{'' if number is None else f'{number}. '}{line}\n"


def description(entity: Description, prefixes: Mapping[str, str], *, width: int | None = None) -> str:
    """What the graph says of an entity: its name, classes, facts, and the facts that end in it."""
    kinds = ", ".join(show(kind, prefixes) for kind in entity.classes)
    head = f"{cell(entity.label)}  {show(entity.iri, prefixes)}{f'  ({kinds})' if kinds else ''}\n"
    lines = [(label, value) for label, value, _ in entity.facts]
    lines += [(f"← {label}", value) for label, value, _ in entity.incoming]
    return head + columns(lines, width=width)


def columns(pairs: Sequence[tuple[str, str]], *, width: int | None = None, indent: str = "  ") -> str:
    """Two columns without a header; the second wraps, and the first is left out where it repeats."""
    margin = min(max((len(cell(left)) for left, _ in pairs), default=0), 36)
    room = max((width or 10_000) - margin - len(indent) - 2, 20)
    lines, previous = [], None
    for left, right in pairs:
        for i, part in enumerate(wrap(cell(right), room)):
            shown = cell(left) if i == 0 and left != previous else ""
            lines.append(f"{indent}{shown:<{margin}}  {part}".rstrip())
        previous = left
    return "".join(f"{line}\n" for line in lines)


def entities(found: Sequence[Found], prefixes: Mapping[str, str], *, width: int | None = None) -> str:
    """Entities that a search found, as a table."""
    rows = [
        [item.label, show(item.iri, prefixes), show(item.entity_class, prefixes), str(item.mentions)] for item in found
    ]
    return table(["label", "entity", "class", "mentions"], rows, width=width)


def _dim(text: str, colour: bool) -> str:
    return f"{_DIM}{text}{_PLAIN}" if colour else text


def _joined(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The spans in order, cut to the sentence, those that touch or overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(start, 0), min(end, length)) for start, end in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined

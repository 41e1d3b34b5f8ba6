"""What a notebook shows of answers, paths and texts: HTML fragments, every text escaped, styles inline.

A text's words are marked as displaCy does: a box around a phrase, the kind of thing after it. Nested phrases nest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import NamedTuple, TypeAlias

from kg.model import EntityClass, Extraction, Proposition
from kg.visualisation import LOOKS, legible

_BOX = "padding:.1em .35em;margin:0 .1em;border-radius:.35em;line-height:1.9"
_RELATION = f"{_BOX};border-bottom:2px solid currentColor"
_KIND = "font-size:.72em;font-weight:600;margin-left:.4em;opacity:.8"


class Mark(NamedTuple):
    """A phrase of a text: half-open offsets, what it is, for a thing its class, the numbers of facts."""

    start: int
    end: int
    kind: str = ""
    entity_class: EntityClass | None = None
    relation: bool = False
    numbers: tuple[int, ...] = ()


#: What draws a mark around HTML.
Box: TypeAlias = Callable[[Mark, str], str]


def marked(text: str, marks: Iterable[Mark], *, box: Box | None = None) -> str:
    """The text with its marks, each drawn by `box`; of marks that cross, the one that begins later is left out."""
    wanted = deque(sorted(set(marks), key=lambda mark: (mark.start, -mark.end, mark.relation, mark.kind)))
    pieces, reached = _within(text, (0, len(text)), wanted, box or _box)
    return "".join(pieces) + plain(text[reached:])


def _within(text: str, span: tuple[int, int], marks: deque[Mark], box: Box) -> tuple[list[str], int]:
    """The pieces of a span up to its last mark, and where that ends; marks are taken off the list."""
    pieces: list[str] = []
    reached, end = span
    while marks and marks[0].start < end:
        mark = marks.popleft()
        if mark.start < reached or mark.end > end or mark.start >= mark.end:
            continue
        pieces.append(plain(text[reached : mark.start]))
        inner, inside = _within(text, (mark.start, mark.end), marks, box)
        pieces.append(box(mark, "".join(inner) + plain(text[inside : mark.end])))
        reached = mark.end
    return pieces, reached


def _box(mark: Mark, inner: str) -> str:
    if mark.relation:
        return f'<span style="{_RELATION}">{inner}</span>'
    colour = LOOKS[mark.entity_class].light
    kind = f'<span style="{_KIND}">{escape(mark.kind)}</span>' if mark.kind else ""
    return f'<mark style="{_BOX};color:inherit;background:{colour}33">{inner}{kind}</mark>'


def plain(text: str) -> str:
    """A text as HTML, made legible."""
    return escape(legible(text)).replace("\n", "<br>")


def propositions(text: str, found: Extraction) -> str:
    """A text with its mentions and relations, and below it what it says."""
    marks = [
        Mark(each.start, each.end, each.entity_class.value if each.entity_class else "", each.entity_class)
        for each in found.mentions
    ]
    rows = "".join(
        f"<tr>{''.join(f'<td>{plain(cell)}</td>' for cell in _row(each))}</tr>" for each in found.propositions
    )
    head = "".join(f"<th>{name}</th>" for name in ("subject", "relation", "object", "further", "status"))
    return f"<div>{marked(text, marks)}</div><table><tr>{head}</tr>{rows}</table>"


def _row(each: Proposition) -> Sequence[str]:
    """The cells that say a proposition."""
    value = each.object
    said = f"{value.role or ''} {value.phrase.text}".strip() if value is not None else ""
    further = "; ".join(f"{one.role or ''} {one.phrase.text}".strip() for one in each.arguments)
    status = [
        *(["negated"] if each.negated else []),
        *([each.modality.value.lower()] if each.modality else []),
        *([f"says {each.attributed_to.text}"] if each.attributed_to else []),
    ]
    return each.subject.text, each.relation.text, said, further, ", ".join(status)

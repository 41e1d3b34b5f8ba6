"""How things look: a colour and a shape for each class, and the room that a label takes.

Class is never told by colour alone. Widths are estimates for a sans-serif face, on the generous side, in pixels.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kg.model import EntityClass

FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
FONT_SIZE = 12
LINE_HEIGHT = 14
LINE_LENGTH = 20
LINES = 2
#: Characters of a label that can matter to its first lines.
_READ = 256


@dataclass(frozen=True, slots=True)
class Look:
    """A class's name for people, its colours on light and dark ground, and its outline: a path around 0,0, radius 1."""

    name: str
    light: str
    dark: str
    outline: str


_CIRCLE = "M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z"
_SQUARE = "M-.88,-.88H.88V.88H-.88Z"
_DIAMOND = "M0,-1.2L1.2,0L0,1.2L-1.2,0Z"
_TRIANGLE = "M0,-1.15L1.15,.9H-1.15Z"
_HEXAGON = "M-1.1,0L-.55,-.95H.55L1.1,0L.55,.95H-.55Z"
_PENTAGON = "M0,-1.1L1.05,-.34L.65,.9H-.65L-1.05,-.34Z"
_PAGE = "M-.75,-1H.35L.75,-.6V1H-.75Z"
_BAR = "M-1.15,-.6H1.15V.6H-1.15Z"

LOOKS: dict[EntityClass | None, Look] = {
    EntityClass.PERSON: Look("Person", "#2f66cc", "#7fa8ff", _CIRCLE),
    EntityClass.ORGANIZATION: Look("Organization", "#b8570b", "#f2a35a", _SQUARE),
    EntityClass.PLACE: Look("Place", "#27803f", "#6fcf8b", _DIAMOND),
    EntityClass.PRODUCT: Look("Product", "#8244b8", "#c59bf2", _HEXAGON),
    EntityClass.EVENT: Look("Event", "#bb3348", "#f5909b", _TRIANGLE),
    EntityClass.WORK: Look("Work", "#0f757d", "#5cc8d1", _PAGE),
    EntityClass.CONCEPT: Look("Concept", "#667180", "#a5afbb", _CIRCLE),
    EntityClass.QUANTITY: Look("Quantity", "#85700a", "#d8c252", _BAR),
    None: Look("Other", "#7a7a7a", "#9a9a9a", _PENTAGON),
}

_NARROW = frozenset("iljtfrI.,:;'’|!()[] ")
_BROAD = frozenset("mwMW@%—…")
#: Format and control characters that words need: breaks, tab, soft hyphen, joiners of scripts and of emoji.
_KEPT = frozenset("\n\t\r\u00ad\u200c\u200d")


def class_id(entity_class: EntityClass | None) -> str:
    """The name of a class in style sheets and data."""
    return entity_class.value if entity_class else "Other"


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """The width of one line of text."""
    return size * sum(_advance(character) for character in text)


def label_width(lines: tuple[str, ...]) -> float:
    """The width of a label of several lines."""
    return max((text_width(line) for line in lines), default=0.0)


def wrapped(text: str) -> tuple[str, ...]:
    """A label in at most two lines, cut at spaces and hyphens where it can be; what doesn't fit becomes "…"."""
    lines = [""]
    for word in text[:_READ].replace("-", "-\u200b").replace(" ", " \u200b").split("\u200b"):
        if lines[-1] and len(lines[-1]) + len(word.rstrip()) > LINE_LENGTH:
            lines.append("")
        lines[-1] += word
    kept = [_cut(line.strip()) for line in lines[:LINES]]
    if len(lines) > LINES:
        kept[-1] = kept[-1][: LINE_LENGTH - 1].rstrip(" …") + "…"
    return tuple(kept)


def legible(text: str) -> str:
    """A text without characters that reorder or hide others, each replaced by one, so that offsets hold."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if _hidden(character) else character for character in text)


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "Cc", "Cs"} and character not in _KEPT


def _cut(line: str) -> str:
    return line if len(line) <= LINE_LENGTH + 4 else line[: LINE_LENGTH + 3] + "…"


def _advance(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in _NARROW:
        return 0.36
    if character in _BROAD:
        return 0.92
    return 0.7 if character.isupper() else 0.6

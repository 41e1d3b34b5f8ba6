"""Extractors by name: ours, which is `rules` or one of its profiles, and those that installed packages offer.

A package offers one as an entry point of the group `kg.extractors`: a function that takes the parsed blocks of one
document, `lang` and `lexis`, and returns an `Extraction`, as `kg.extraction.extract` does.
Raises ExtractorError for a name that nobody offers, and for what can't be loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Protocol

from kg.errors import ExtractorError
from kg.extraction.extract import Lexis, extract
from kg.extraction.profile import PROFILES
from kg.model import Block, Extraction

if TYPE_CHECKING:
    from spacy.tokens import Doc

GROUP = "kg.extractors"


class Extractor(Protocol):
    """What says what a document says."""

    def __call__(self, blocks: Iterable[tuple[Block, Doc]], *, lang: str, lexis: Lexis) -> Extraction:
        """What the parsed blocks of one document say. Each `Doc` is the parse of its block's text."""


#: Our rules, for a graph and in the profiles of the benchmarks.
OURS: dict[str, Extractor] = {
    "rules": extract,
    "carb": partial(extract, profile=PROFILES["carb"]),
    "benchie": partial(extract, profile=PROFILES["benchie"]),
}


def find_extractor(name: str | None = None) -> Extractor:
    """The extractor of that name; without one, ours for a graph."""
    if name is None or name in OURS:
        return OURS[name or "rules"]
    offered = {each.name: each for each in entry_points(group=GROUP)}
    if name not in offered:
        known = ", ".join(sorted({*OURS, *offered}))
        raise ExtractorError(f"no extractor {name!r} is installed; there are {known}")
    try:
        found: Extractor = offered[name].load()
    except Exception as error:
        reason = str(error).partition("\n")[0]
        raise ExtractorError(f"the extractor {name!r} can't be loaded, install it again: {reason}") from error
    return found

"""Parsed sentences to a picture of their trees, an HTML page or an SVG (displaCy's, https://spacy.io/usage/visualizers)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SIZE = re.compile(r'\bwidth="([\d.]+)" height="([\d.]+)"')
_OPTIONS = {"compact": True, "distance": 110}


def draw_page(docs: Sequence[Doc]) -> str:
    """An HTML page with one tree below the other."""
    from spacy import displacy

    return str(displacy.render(docs, style="dep", page=True, jupyter=False, options=_OPTIONS))


def draw_svg(docs: Sequence[Doc]) -> str:
    """One SVG with one tree below the other."""
    from spacy import displacy

    drawn: list[str] = []
    width = height = 0
    for doc in docs:
        picture = str(displacy.render(doc, style="dep", page=False, jupyter=False, options=_OPTIONS))
        size = _SIZE.search(picture)
        if size is not None:
            drawn.append(picture.replace("<svg ", f'<svg y="{height}" ', 1))
            width, height = max(width, round(float(size[1]))), height + round(float(size[2]))
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">\n{"".join(drawn)}</svg>\n'

"""Store → picture: one HTML file to explore, or a still SVG or PNG.

Read in this order: `view` (what of the graph is shown), `style` (colours, shapes, text), `layout` (where), `picture`
(what is drawn) and `embedding` (what is embedded), then the writers `html` and `svg`. `explorer/` holds the explorer's
own code, which is bundled with its libraries when the package is built and inlined when a file is written.
"""

from __future__ import annotations

from kg.visualisation.html import REMEDY, has_explorer, write_html
from kg.visualisation.style import LOOKS, class_id, legible
from kg.visualisation.svg import dark_style, write_png, write_svg
from kg.visualisation.view import Connection, GraphView, Node, view

__all__ = [
    "LOOKS",
    "REMEDY",
    "Connection",
    "GraphView",
    "Node",
    "class_id",
    "dark_style",
    "has_explorer",
    "legible",
    "view",
    "write_html",
    "write_png",
    "write_svg",
]

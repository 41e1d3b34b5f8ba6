"""Store → picture: one HTML file to explore, or a still SVG or PNG.

Read in this order: `view` (what of the graph is shown), `style` (colours, shapes, text), `layout` (where), `picture`
(both as plain data), then the writers `html` and `svg`. `assets/` holds the explorer's own code, inlined when a file is
written: it needs no network and no other library.
"""

from __future__ import annotations

from kg.visualisation.html import write_html
from kg.visualisation.svg import write_png, write_svg
from kg.visualisation.view import Connection, GraphView, Node, view

__all__ = ["Connection", "GraphView", "Node", "view", "write_html", "write_png", "write_svg"]

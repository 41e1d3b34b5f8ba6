"""View → one HTML file that opens by a double click, without any network.

The explorer's code and style (`assets/`) are inlined, and a Content Security Policy lets nothing else run or load:
https://www.w3.org/TR/CSP3/#meta-element. Data is embedded as JSON with `<`, `>` and `&` escaped, and reaches the page
as text only. The same view gives the same bytes.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files

from kg.visualisation.picture import explorer_data, picture
from kg.visualisation.style import LOOKS, class_id, legible
from kg.visualisation.svg import still
from kg.visualisation.view import GraphView

#: In the order in which they build on each other; together they are one module.
_SCRIPTS = ("model.js", "canvas.js", "panel.js", "explorer.js")
_ESCAPES = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}


def write_html(view: GraphView, title: str, *, seed: int = 0) -> str:
    """A page to explore the view with; without scripting it shows the still picture."""
    drawn = picture(view, seed=seed)
    style = _asset("explorer.css") + _palette()
    script = "\n".join(_asset(name) for name in _SCRIPTS)
    return _filled(
        _asset("explorer.html"),
        {
            "policy": f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; "
            "base-uri 'none'; form-action 'none'",
            "title": escape(legible(title)),
            "style": style,
            "still": still(drawn, title),
            "data": _json(explorer_data(view, drawn, title)),
            "script": script,
        },
    )


def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text(encoding="utf-8")


def _filled(template: str, values: dict[str, str]) -> str:
    """The template with each `{{name}}` replaced, in one pass, so that no value is searched for names."""
    head, *rest = template.split("{{")
    pieces = [head]
    for each in rest:
        name, _, tail = each.partition("}}")
        pieces += [values[name], tail]
    return "".join(pieces)


def _hashed(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).translate(_ESCAPES)


def _palette() -> str:
    """The classes' colours as custom properties, for the system's choice of light or dark and for the reader's own."""
    light = "".join(f"--{class_id(each)}:{look.light};" for each, look in LOOKS.items())
    dark = "".join(f"--{class_id(each)}:{look.dark};" for each, look in LOOKS.items())
    use = "".join(f".{class_id(each)}{{--c:var(--{class_id(each)})}}\n" for each in LOOKS)
    return (
        f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n{use}"
    )

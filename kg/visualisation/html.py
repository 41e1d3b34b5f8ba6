"""View → one HTML file that opens by a double click, without any network.

The explorer's bundle and style are inlined, and a Content Security Policy lets nothing else run or load:
https://www.w3.org/TR/CSP3/#meta-element. Data is embedded as JSON with `<`, `>` and `&` escaped, packed where it is
large, and reaches the page as text only. The same view gives the same bytes. Without scripting, or where the package
was built without the bundle, the page is the still picture with its facts and sentences.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from urllib.parse import urlencode

from kg.model import Iri
from kg.visualisation.embedding import explorer_data, key
from kg.visualisation.picture import picture
from kg.visualisation.style import LOOKS, class_id, legible
from kg.visualisation.svg import dark_style, still
from kg.visualisation.view import Connection, GraphView

#: Characters from which on data is packed.
LARGE = 1_000_000
#: How much wider than high the opening picture is: as the room between legend and panel.
_SHAPE = 0.95
#: Runs before the body is there, so that the still picture is neither laid out nor painted where the explorer will be.
_EARLY = 'if("noModule" in document.createElement("script"))document.documentElement.classList.add("live")'
_ESCAPES = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}
_NO_PREFIXES: Mapping[str, str] = {}
_STILL = "<p class=notice>The explorer was not built into this kgshell, so this is the still picture. {}</p>"
#: What mends a package without the explorer.
REMEDY = "With network, install kgshell again, or run `python hatch_build.py` in its checkout."


def has_explorer() -> bool:
    """Whether the explorer's bundle was built into the package."""
    return (files(__package__) / "bundle" / "explorer.js").is_file()


def write_html(
    view: GraphView,
    title: str,
    *,
    seed: int = 0,
    prefixes: Mapping[str, str] = _NO_PREFIXES,
    select: Iri | None = None,
    path: tuple[Iri, Iri] | None = None,
) -> str:
    """A page to explore the view with; at first it shows what `select` or `path` name."""
    opening = view.opening()
    drawn = picture(opening, seed=seed, shape=_SHAPE)
    live = has_explorer()
    style = _asset("explorer/explorer.css") + _palette() + dark_style("#still")
    script = _asset("bundle/explorer.js") if live else ""
    allowed = f"{_hashed(script)} {_hashed(_EARLY)}"
    data = explorer_data(view, drawn, title, prefixes=prefixes, start=_start(view, select, path)) if live else {}
    packed, text = _packed(_json(data))
    return _filled(
        _asset("explorer/explorer.html"),
        {
            "policy": f"default-src 'none'; style-src {_hashed(style)}; script-src {allowed}; "
            "base-uri 'none'; form-action 'none'",
            "title": escape(legible(title)),
            "style": style,
            "early": f"<script>{_EARLY}</script>" if live else "",
            "still": ("" if live else _STILL.format(escape(REMEDY))) + still(drawn, title) + "".join(_listed(opening)),
            "packed": ' data-packed="gzip"' if packed else "",
            "data": text,
            "script": script,
        },
    )


def _start(view: GraphView, select: Iri | None, path: tuple[Iri, Iri] | None) -> str:
    """The fragment of the address that the page opens with."""
    if path is not None:
        return urlencode({"p": " ".join(key(end, view) for end in path)})
    return urlencode({"s": key(select, view)}) if select is not None else ""


def _listed(view: GraphView) -> Iterator[str]:
    """The facts with their sentences, for those who can't explore."""
    yield "<h2>Facts</h2>"
    for each in view.connections:
        words = " ".join((each.subject_label, f"({each.status.value})" * (each.status != "asserted"), each.label))
        yield f"<p><b>{escape(legible(f'{words} {each.object_label}'))}</b></p>{_quoted(each)}"


def _quoted(each: Connection) -> str:
    rows = (
        f"<blockquote>{escape(legible(proof.sentence))}<footer>{escape(legible(proof.title))}</footer></blockquote>"
        for proof in each.evidence
    )
    return "".join(rows)


def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


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


def _packed(data: str) -> tuple[bool, str]:
    """Large data as gzip in base64, and whether it is."""
    if len(data) < LARGE:
        return False, data
    return True, b64encode(gzip.compress(data.encode(), mtime=0)).decode()


def _palette() -> str:
    """The classes' colours as custom properties, for the system's choice of light or dark and for the reader's own."""
    light = "".join(f"--{class_id(each)}:{look.light};" for each, look in LOOKS.items())
    dark = "".join(f"--{class_id(each)}:{look.dark};" for each, look in LOOKS.items())
    use = "".join(f".{class_id(each)}{{--c:var(--{class_id(each)})}}\n" for each in LOOKS)
    return (
        f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n{use}"
    )

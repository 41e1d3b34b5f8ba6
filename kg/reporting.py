"""One document → an HTML page: its text with every mention and fact marked, side by side with its graph.

The page stands alone: no script, no network (a Content Security Policy forbids both), every text escaped. Facts are
numbered in text order; a number in the text leads to the fact, and the fact back to its words. What is read is the
graph, not the text anew, so that the page shows what is stored. Raises `KgError` for a document that is not there.
"""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from html import escape
from importlib.resources import files

from kg.errors import KgError
from kg.model import EntityClass, Iri, Literal, Term
from kg.notebook import Mark, marked, plain
from kg.paths import Evidence, Status, entity_class, is_entity, label, statements
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.store import Store
from kg.visualisation import LOOKS, GraphView, class_id, dark_style, view, write_svg

#: Things that the report's picture shows.
_THINGS = 60


def report(store: Store, source: str, *, base: str) -> str:
    """The page of the document with this source, as `documents` names it."""
    document = Base(base).document(source)
    if not store.contains((document, v.TYPE, v.DOCUMENT, document)):
        raise KgError(f"{source}: no such document in the graph; `kg documents` lists them")
    text = _one(store, document, v.IS_STRING)
    found = _statements(store, document)
    style = (files("kg.visualisation") / "report.css").read_text(encoding="utf-8") + _palette() + dark_style(".side")
    title = _one(store, document, v.TITLE) or source
    told = [_one(store, document, each) for each in (v.SOURCE, v.LANGUAGE, v.PUBLISHED)]
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{escape(told[1])}">\n<head>\n<meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            f"style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'; base-uri 'none'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{plain(title)}</title>\n<style>{style}</style>\n</head>\n<body>",
            f'<header><h1 dir="auto">{plain(title)}</h1>',
            f"<p>{' · '.join(plain(each) for each in told if each)} · {_counted(found)}</p></header>",
            f'<main>\n<section class="text" aria-label="Text">{_marked(store, text, found)}</section>',
            f'<section class="side" aria-label="Graph"><div>{write_svg(_view(store, document, found), title)}</div>',
            f'<h2>What it says</h2>\n<p class="legend">Dashed in the text: not stated as fact.</p>\n'
            f"<ol>{''.join(_items(store, found))}</ol></section>\n</main>\n</body>\n</html>\n",
        )
    )


def _one(store: Store, document: Iri, predicate: Iri) -> str:
    values = (quad[2] for quad in store.quads(document, predicate, None, document))
    return min((value.text for value in values if isinstance(value, Literal)), default="")


def _statements(store: Store, document: Iri) -> list[Evidence]:
    """What the document states, in text order."""
    subjects = {quad[2] for quad in store.quads(None, v.SUBJECT, None, document)}
    found = (each for iri in subjects if isinstance(iri, Iri) for each in statements(store, subject=iri))
    here = {each.statement: each for each in found if each.document == document}
    return sorted(here.values(), key=lambda each: (each.start, _first(each), each.statement))


def _first(each: Evidence) -> int:
    """Where the words of a statement begin in its sentence."""
    return min((start for slot in each.slots for start, _ in slot), default=0)


def _counted(found: list[Evidence]) -> str:
    facts = sum(each.status is Status.ASSERTED for each in found)
    return f"{facts} facts, {len(found) - facts} other statements"


def _marked(store: Store, text: str, found: list[Evidence]) -> str:
    """The text with the words of every statement, whose number stands at its relation, or else at its first words."""
    marks: dict[tuple[int, int], Mark] = {}
    numbers: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, each in enumerate(found, start=1):
        slots = [_joined(text, [(each.start + start, each.start + end) for start, end in slot]) for slot in each.slots]
        for slot, thing in zip(slots[::2], each.triple[::2], strict=True):
            for place in slot:
                marks[place] = _mention(store, place, thing)
        for place in slots[1]:
            marks.setdefault(place, Mark(*place, relation=True))
        for place in (slots[1] or slots[0] or slots[2])[:1]:
            numbers[place].append(number)
    told = (mark._replace(numbers=tuple(numbers.get(place, ()))) for place, mark in marks.items())
    return marked(text, told, box=partial(_box, [each.status for each in found]))


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with nothing but space between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _mention(store: Store, place: tuple[int, int], thing: Term) -> Mark:
    kind = entity_class(store, thing) if isinstance(thing, Iri) else None
    named = kind is not None and kind is not EntityClass.CONCEPT
    return Mark(*place, LOOKS[kind].name if named else "", kind)


def _box(statuses: list[Status], mark: Mark, inner: str) -> str:
    """A mention in its class's colour, or a relation; with the numbers of the statements that begin there."""
    links = "".join(f'<a id="w{number}" href="#f{number}">{number}</a>' for number in mark.numbers)
    numbers = f'<span class="numbers">{links}</span>' if links else ""
    if mark.relation:
        unsure = " unsure" * any(statuses[number - 1] is not Status.ASSERTED for number in mark.numbers)
        return f'<span class="relation{unsure}">{inner}{numbers}</span>'
    kind = f"<small>{escape(mark.kind)}</small>" if mark.kind else ""
    return f'<mark class="{class_id(mark.entity_class)}">{inner}{kind}{numbers}</mark>'


def _items(store: Store, found: list[Evidence]) -> Iterator[str]:
    """The statements as a list."""
    for number, each in enumerate(found, start=1):
        subject, predicate, value = each.triple
        said = value.text if isinstance(value, Literal) else label(store, Iri(value))
        status = "" if each.status is Status.ASSERTED else f" · {each.status.value} {each.qualifier}".rstrip()
        sure = "" if each.confidence is None else f"confidence {each.confidence:.0%}"
        notes = " · ".join(filter(None, (sure, plain(each.time)))) + plain(status)
        yield (
            f'<li id="f{number}">{plain(label(store, Iri(subject)))} <i>{plain(label(store, predicate))}</i> '
            f'{plain(said)} <a href="#w{number}" aria-label="its words">↑</a><footer>{notes}</footer></li>'
        )


def _view(store: Store, document: Iri, found: list[Evidence]) -> GraphView:
    """The facts of the document, and the things that they join."""
    facts = [each.triple for each in found if each.status is Status.ASSERTED and each.triple[1] != v.DOES]
    things = {end for triple in facts for end in triple[::2] if isinstance(end, Iri) and is_entity(end)}
    seen = view(store, among=things, limit=_THINGS)
    here = [each for each in seen.connections if any(proof.document == document for proof in each.evidence)]
    kept = replace(seen, connections=tuple(each for each in here if each.status is Status.ASSERTED))
    joined = {place for start, end, _ in kept.edges() for place in (start, end)}
    return replace(kept, nodes=tuple(node for place, node in enumerate(kept.nodes) if place in joined))


def _palette() -> str:
    """The classes' colours, for light and dark."""
    light = "".join(f".{class_id(each)} {{ --c: {look.light}; }}\n" for each, look in LOOKS.items())
    dark = "".join(f"  .{class_id(each)} {{ --c: {look.dark}; }}\n" for each, look in LOOKS.items())
    return f"{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n"

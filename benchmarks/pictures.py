"""`python -m benchmarks.pictures`: what a graph of 50,000 things and 150,000 relations costs as one HTML file.

A made graph is drawn: how long writing takes, from the store to the file; how large the file is; and, in headless
Chromium over file:// without network, how long it takes to open, to search, and to open a thing. Every relation
has a sentence of its own. `--keep FILE` leaves the page there.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kg.drawing import Wish, write_picture
from kg.model import (
    Argument,
    Document,
    Entity,
    EntityClass,
    Extraction,
    Iri,
    Linking,
    Literal,
    Mention,
    MentionKind,
    Phrase,
    Proposition,
    Quad,
    Relation,
    Sentence,
    Statement,
)
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.mapping import map_document
from kg.store import Store

_VERBS = ("left", "joined", "founded", "acquired", "hired", "owns", "uses", "supports", "contacted", "requires")
_SYLLABLES = ("ka", "lo", "mi", "ra", "ten", "vik", "sø", "nor", "hel", "ja", "ost", "eri", "pål", "uma", "tek", "dal")
_CLASSES = tuple(EntityClass)
#: Sentences of one document.
_LENGTH = 200
_SEARCHES = 20
_FLAGS = ("--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
_QUIET = ("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pictures", description=__doc__)
    parser.add_argument("--things", type=int, default=50_000)
    parser.add_argument("--relations", type=int, default=150_000)
    parser.add_argument("--store", metavar="DIR", help="draw this store instead of a made graph")
    parser.add_argument("--keep", metavar="FILE", help="where to leave the page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _store(options) as store:
        file = Path(options.keep or Path(folder) / "graph.html")
        began, worked = time.perf_counter(), time.process_time()
        write_picture(store, file, Wish(), prefixes=v.PREFIXES)
        taken, worked = time.perf_counter() - began, time.process_time() - worked
        print(f"written in                {taken:.1f} s, {worked:.1f} s of one processor")
        print(f"file                      {file.stat().st_size / 1e6:.1f} MB")
        measure(file.resolve())


def _store(options: argparse.Namespace) -> Store:
    """The graph that is drawn."""
    if options.store:
        return Store.open(options.store, create=False)
    store = Store.open()
    for quads in made(options.things, options.relations):
        store.apply(added=quads)
    print(f"graph                     {options.things:,} things, {options.relations:,} relations with a sentence each")
    return store


def made(things: int, relations: int) -> Iterator[set[Quad]]:
    """The quads of one document after the other, facts and evidence; few things have many relations, most have few."""
    source = random.Random(7)
    entities = [_entity(number, source) for number in range(things)]
    pairs = [(number, source.randrange(number)) for number in range(1, things)]
    while len(pairs) < relations:
        pairs.append((source.randrange(things), min(int(source.paretovariate(0.6)), things) - 1))
    pairs = [(one, other) for one, other in pairs if one != other]
    for first in range(0, relations, _LENGTH):
        chosen = pairs[first : first + _LENGTH]
        yield set(
            _document(f"made/{first}.txt", [(entities[a], source.choice(_VERBS), entities[b]) for a, b in chosen])
        )


def _entity(number: int, source: random.Random) -> Entity:
    name = " ".join("".join(source.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2))
    return Entity(f"{name} {number}", f"{name} {number}", _CLASSES[number % len(_CLASSES)])


def _document(source: str, facts: list[tuple[Entity, str, Entity]]) -> Iterator[Quad]:
    """A text with a sentence for each fact, as the chain maps it, and the triples that it makes true."""
    sentences, mentions, propositions, statements, entities = [], [], [], [], []
    text = ""
    for at, (one, verb, other) in enumerate(facts):
        words = f"{one.label} {verb} {other.label} some time ago, as the papers of the day reported."
        start = len(text)
        second = start + len(one.label) + len(verb) + 2
        sentences.append(Sentence(start, start + len(words)))
        mentions += [_mention(one.label, start), _mention(other.label, second)]
        entities += [one, other]
        subject = Phrase(one.label, start, start + len(one.label), 2 * at)
        value = Phrase(other.label, second, second + len(other.label), 2 * at + 1)
        propositions.append(Proposition(at, subject, Relation(verb, verb), Argument(value), confidence=0.8))
        statements.append(Statement(at, one, f"kg:{verb}", other, 2 * at, 2 * at + 1))
        text += f"{words}\n"
    read = Document(source, text, source, "en", (), "0", "2024-05-01")
    extraction = Extraction(tuple(sentences), tuple(mentions), tuple(propositions))
    yield from map_document(read, extraction, Linking(tuple(entities), tuple(statements)))
    base = Base()
    for one, verb, other in facts:
        ends = [base.entity(each.local) for each in (one, other)]
        yield ends[0], v.KG(verb), ends[1], None
        for iri, each in zip(ends, (one, other), strict=True):
            yield iri, v.TYPE, v.KG(each.entity_class.value), None
            yield Iri(iri), v.LABEL, Literal(each.label), None


def _mention(label: str, start: int) -> Mention:
    return Mention(start, start + len(label), label, MentionKind.NAME, label, label, "en")


def measure(file: Path) -> None:
    """Open the page and use it; prints the figures."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        print("no Chromium is installed; the page was not opened")
        return
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=[*_FLAGS, *_QUIET])
        page = browser.new_context(offline=True).new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        seconds = _timed(lambda: (page.goto(file.as_uri()), page.wait_for_selector(".ready", timeout=120_000)))
        drawn = page.evaluate("() => performance.getEntriesByName('drawn')[0].startTime") / 1000
        print(f"opens in                  {seconds:.2f} s; drawn {drawn:.2f} s after the page began")
        about = page.locator("#panel p").first.inner_text()
        searches = [_search(page, number) for number in range(_SEARCHES)]
        print(f"search                    {statistics.median(searches):.0f} ms, at most {max(searches):.0f} ms")
        page.keyboard.press("Escape")  # the list of what was found covers the panel
        page.locator("#panel .things button").first.click()
        page.wait_for_selector("#panel .actions")
        button = page.locator(".actions button", has_text="Open").first
        if button.count():
            print(f"opening a thing           {_timed(button.click) * 1000:.0f} ms")
        print(f"first view                {about}")
        print(f"errors                    {len(faults)}")
        browser.close()


def _search(page: Any, number: int) -> float:
    """Milliseconds from the last key to the list of what was found."""
    words = ("".join(_SYLLABLES[(number + at) % len(_SYLLABLES)] for at in range(2)))[: 2 + number % 3]
    found: float = page.evaluate(
        """(words) => {
            const input = document.querySelector("#search");
            input.value = words;
            const began = performance.now();
            input.dispatchEvent(new Event("input"));
            document.querySelector("#results").getBoundingClientRect();
            return performance.now() - began;
        }""",
        words,
    )
    page.focus("#search")
    return found


def _timed(action: Callable[[], Any]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()

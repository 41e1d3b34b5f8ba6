"""`python -m benchmarks.lifecycle SOURCE…`: random sequences of documents that come, change, go and are renamed.

After each sequence the graph is compared, quad by quad, with a graph built afresh from the documents that are left, in
another order; sorted exports of equal graphs have equal bytes. Texts are runs of the sources' paragraphs, read once.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

import kg
from kg.build import Builder, Knowledge, extractions
from kg.documents import read
from kg.model import Document, Extraction, Quad

#: Names that documents go by, and how many versions of texts there are.
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt")
VERSIONS = 24

Version = tuple[Document, Extraction]


def main() -> None:
    """Read the command line, run the sequences and print what came of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lifecycle", description=__doc__)
    parser.add_argument("sources", nargs="+", help="articles to take texts from")
    parser.add_argument("--sequences", type=int, default=1000)
    parser.add_argument("--events", type=int, default=10, help="in each sequence")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random_of = random.Random(options.seed)
    knowledge = Knowledge()
    versions = _versions(list(read(options.sources)), knowledge, random_of)
    begin = time.perf_counter()
    done: Counter[str] = Counter()
    wrong = 0
    for _ in range(options.sequences):
        wrong += not _same(knowledge, versions, random_of, options.events, done)
    print(f"sequences   {options.sequences}, of {options.events} events: {_shown(done)}")
    print(f"texts       {len(versions)}, of {_sizes(versions)} propositions")
    print(f"different   {wrong}")
    print(f"seconds     {time.perf_counter() - begin:.0f}")


def _versions(documents: Sequence[Document], knowledge: Knowledge, random_of: random.Random) -> list[Version]:
    """Texts of up to three paragraphs, with what they say."""
    chosen = []
    for _ in range(VERSIONS):
        source = random_of.choice(documents)
        blocks = random_of.sample(source.blocks, min(len(source.blocks), random_of.randint(1, 3)))
        parts = [source.text[block.start : block.end] for block in blocks]
        text = "\n\n".join(parts)
        starts = [sum(len(part) + 2 for part in parts[:i]) for i in range(len(parts))]
        moved = tuple(
            replace(block, start=start, end=start + len(part))
            for block, start, part in zip(blocks, starts, parts, strict=True)
        )
        digest = sha256(text.encode()).hexdigest()
        chosen.append(replace(source, text=text, blocks=moved, sha256=digest))
    found = extractions(chosen, knowledge)
    return [(document, each) for document, each in found if isinstance(each, Extraction) and each.propositions]


def _same(
    knowledge: Knowledge, versions: Sequence[Version], random_of: random.Random, events: int, done: Counter[str]
) -> bool:
    """Whether one sequence ends in the graph that a fresh build gives."""
    graph = kg.open()
    held: dict[str, Version] = {}
    builder = _builder(graph, knowledge)
    for _ in range(events):
        done[_event(builder, held, versions, random_of)] += 1
    fresh = kg.open()
    again = _builder(fresh, knowledge)
    for name in random_of.sample(sorted(held), len(held)):
        _put(again, name, held[name])
    return _quads(graph) == _quads(fresh)


def _event(builder: Builder, held: dict[str, Version], versions: Sequence[Version], random_of: random.Random) -> str:
    """Let one thing happen to a document; what it was."""
    name = random_of.choice(NAMES)
    chance = random_of.random()
    if name not in held or chance < 0.4:
        event = "change" if name in held else "add"
        held[name] = random_of.choice(versions)
        _put(builder, name, held[name])
        return event
    version = held.pop(name)
    builder.remove(name)
    free = [each for each in NAMES if each not in held and each != name]
    if chance < 0.7 or not free:
        return "remove"
    other = random_of.choice(free)
    held[other] = version
    _put(builder, other, version)
    return "rename"


def _builder(graph: kg.Graph, knowledge: Knowledge) -> Builder:
    return Builder(graph._store, knowledge, base=graph.base, version="0")


def _put(builder: Builder, name: str, version: Version) -> None:
    document, extraction = version
    builder.add(replace(document, source=name), extraction)


def _quads(graph: kg.Graph) -> set[Quad]:
    return set(graph._store.quads())


def _shown(done: Counter[str]) -> str:
    return ", ".join(f"{count} {event}" for event, count in sorted(done.items()))


def _sizes(versions: Sequence[Version]) -> str:
    sizes: Iterator[int] = (len(extraction.propositions) for _, extraction in versions)
    ordered = sorted(sizes)
    return f"{ordered[0]} to {ordered[-1]}"


if __name__ == "__main__":
    main()

"""`python -m benchmarks.resolution`: pairwise precision and recall of entity resolution on a made corpus.

The texts of `benchmarks.made` go through a whole build. A name of the corpus is found where a stored slot of a
statement overlaps it; two names found are a pair, right where both or neither are one thing.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.made import Item, corpus
from kg.build import Knowledge, extractions
from kg.documents import read
from kg.errors import KgError
from kg.linking import NameTable
from kg.model import MentionKind

#: A name in a document with the number of its thing and the entity that it was read as.
Found = tuple[str, str, int, str]
#: Start and end of what fills slots of statements, its entity, and whether it is a name; by document.
Slots = dict[str, list[tuple[int, int, str, bool]]]


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolution", description=__doc__)
    parser.add_argument("--documents", type=int, default=400, help="how many documents to make")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--keep", metavar="FOLDER", help="write the texts there, with gold.tsv")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show so many wrong pairs of each sort")
    options = parser.parse_args()
    items = corpus(options.documents, options.seed)
    langs = Counter(item.lang for item in items)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(options.keep or folder)
        write(items, place)
        began = time.perf_counter()
        found = list(names(items, slots(items, place)))
        took = time.perf_counter() - began
    total = sum(len(item.gold) for item in items)
    print(f"documents                 {len(items)} ({', '.join(f'{lang} {n}' for lang, n in sorted(langs.items()))})")
    print(f"things                    {len({thing for item in items for *_, thing in item.gold})}")
    print(f"names in the texts        {total}, of which statements use {len(found)} ({len(found) / total:.1%})")
    report(found)
    print(f"seconds for the build     {took:.0f}")
    show(found, options.errors)


def write(items: Iterable[Item], folder: Path) -> None:
    """Write the texts, and the things that their names name."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for item in items:
        (folder / item.name).write_text(item.text + "\n", encoding="utf-8")
        rows += [f"{item.name}\t{a}\t{b}\t{thing}\t{item.text[a:b]}" for a, b, thing in item.gold]
    (folder / "gold.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def names(items: Iterable[Item], used: Slots) -> Iterator[Found]:
    """The names of the corpus that statements use, each with what it was read as.

    What statements use is a name of the corpus where it has the same characters, or is a name and overlaps it.
    """
    for item in items:
        for start, end, thing in item.gold:
            best = max(
                (
                    each
                    for each in used[item.name]
                    if each[0] < end and start < each[1] and (each[3] or each[:2] == (start, end))
                ),
                key=lambda each: (min(each[1], end) - max(each[0], start) - abs(each[1] - end), each),
                default=None,
            )
            if best is not None:
                yield item.name, item.text[start:end], thing, best[2]


def slots(items: Iterable[Item], folder: Path) -> Slots:
    """What fills statements, by document: read, extracted and linked as a build does, all documents together."""
    knowledge, table = Knowledge(), NameTable()
    drafts = []
    documents = [next(iter(read([str(folder / item.name)], lang=item.lang))) for item in items]
    for document, extraction in extractions(documents, knowledge):
        if isinstance(extraction, KgError):
            raise extraction
        drafts.append(knowledge.draft(document, extraction))
        table.replace(document.source, drafts[-1].readings())
    found: Slots = defaultdict(list)
    for draft in drafts:
        linking = draft.link(table)
        used = {i for each in linking.statements for i in (each.subject_mention, each.object_mention) if i is not None}
        for i in sorted(used.union(draft.used)):
            mention, entity = draft.extraction.mentions[i], linking.entities[i]
            if entity is not None:
                is_name = mention.kind is MentionKind.NAME and entity.lang is None
                name = f"{draft.document.source}#{entity.local}" if entity.of_document else entity.local
                found[draft.document.source].append((mention.start, mention.end, name, is_name))
    return found


def report(found: list[Found]) -> None:
    """Print the pairwise figures: over all names found."""
    right = pairs(Counter((thing, entity) for *_, thing, entity in found).values())
    said = pairs(Counter(entity for *_, entity in found).values())
    true = pairs(Counter(thing for *_, thing, _ in found).values())
    print(f"pairwise precision        {right / said:.4f} ({right} of {said} pairs)")
    print(f"pairwise recall           {right / true:.4f} ({right} of {true} pairs)")


def pairs(sizes: Iterable[int]) -> int:
    """How many pairs groups of these sizes hold."""
    return sum(size * (size - 1) // 2 for size in sizes)


def show(found: list[Found], limit: int) -> None:
    """Print where one entity is several things, and one thing several entities."""
    by_entity, by_thing = defaultdict(Counter), defaultdict(Counter)
    for _, words, thing, entity in found:
        by_entity[entity][thing, words] += 1
        by_thing[thing][entity, words] += 1
    for title, groups in (("fused", by_entity), ("apart", by_thing)):
        wrong = [(sum(c.values()), str(k), c) for k, c in groups.items() if len({each for each, _ in c}) > 1]
        for size, name, counts in sorted(wrong, key=lambda each: (-each[0], each[1]))[:limit]:
            print(title, size, name.rpartition("/")[2], *(f"{a}={w}:{n}" for (a, w), n in counts.most_common(8)))


if __name__ == "__main__":
    main()

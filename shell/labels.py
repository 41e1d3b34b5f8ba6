"""An index of labels that finds what people type: without case and accents, at word starts, in the middle, or fuzzily.

Pure and immutable. A search costs a scan of one string in C, a few milliseconds for 100,000 labels. Results come best
first: labels that begin with the query, then those with a word that does, then those that hold it, then those that hold
its letters in order; among equals the shorter label.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from shell.names import fold, local_words


class Entry(NamedTuple):
    """A label, the name to insert for it, and what is said beside it."""

    label: str
    name: str
    note: str = ""


#: Hits below which letters in order are looked for, and how many labels are looked through for them.
_FEW, _SEARCHED = 50, 20_000


class Labels:
    """Entries, searchable by label and by name."""

    def __init__(self, entries: Iterable[Entry] = (), *, in_order: bool = False) -> None:
        """`in_order` keeps the order given as that among equals, in place of the shorter label first."""
        unique = list(dict.fromkeys(entries))
        ordered = unique if in_order else sorted(unique, key=lambda entry: (len(entry.label), *entry))
        self._take(ordered, [haystack(entry) for entry in ordered])

    @classmethod
    def prepared(cls, pairs: Iterable[tuple[Entry, str]]) -> Labels:
        """Entries in their order, each with what `haystack` makes of it."""
        made = cls()
        entries, folded = [], []
        for entry, hay in pairs:
            entries.append(entry)
            folded.append(hay)
        made._take(entries, folded)
        return made

    def _take(self, entries: list[Entry], folded: list[str]) -> None:
        self.entries, self._folded = entries, folded
        self._text = "\n" + "\n".join(folded) + "\n"
        self._starts = _starts(folded)
        self._initials: dict[str, list[int]] = defaultdict(list)
        for i, hay in enumerate(folded):
            self._initials[hay[:1]].append(i)

    def __len__(self) -> int:
        return len(self.entries)

    def named(self, name: str) -> list[Entry]:
        """The entries with this name."""
        wanted = fold(local_words(name))
        if not wanted:
            return []
        return [self.entries[i] for i in islice(self._occurrences(wanted), 1000) if self.entries[i].name == name]

    def search(self, query: str, *, prefix: str = "", limit: int = 50) -> list[Entry]:
        """The entries that fit the query, best first, each once; all of them in order for an empty query.

        Only those whose name begins with `prefix`, which an empty one does.
        """
        wanted = fold(query).replace("_", " ").strip()
        if not wanted:
            return list(islice((entry for entry in self.entries if entry.name.startswith(prefix)), limit))
        found: dict[int, None] = {}
        for hit in self._hits(wanted):
            if self.entries[hit].name.startswith(prefix):
                found[hit] = None
            if len(found) >= limit:
                break
        if len(found) < _FEW and len(wanted) > 2:
            found |= dict.fromkeys(hit for hit in self._scattered(wanted) if self.entries[hit].name.startswith(prefix))
        return [self.entries[i] for i in found]

    def _hits(self, wanted: str) -> Iterator[int]:
        for needle in ("\n" + wanted, " " + wanted, wanted):
            yield from self._occurrences(needle)

    def _scattered(self, wanted: str) -> Iterator[int]:
        """The entries with the letters in order, among the first of those that begin as typed."""
        letters = [re.escape(letter) for letter in wanted.replace(" ", "")]
        pattern = re.compile("".join(f"[^{letter}]*{letter}" for letter in letters))
        near = self._initials.get(wanted[0], [])[:_SEARCHED]
        yield from islice((i for i in near if pattern.match(self._folded[i])), _FEW)

    def _occurrences(self, needle: str) -> Iterator[int]:
        """The entries in which the needle occurs, in order, each once."""
        at = self._text.find(needle)
        while at >= 0:
            i = bisect_right(self._starts, at + len(needle) - 1) - 1
            yield i
            after = self._starts[i + 1] - 1 if i + 1 < len(self._starts) else len(self._text)
            at = self._text.find(needle, after)


def haystack(entry: Entry) -> str:
    """What an entry is searched by: its label, and its local name where that says something else; folded."""
    label = fold(entry.label).replace("\n", " ")
    local = fold(local_words(entry.name))
    return label if local in {label, ""} else f"{label} {local}"


def _starts(lines: Iterable[str]) -> list[int]:
    starts, at = [], 1
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts

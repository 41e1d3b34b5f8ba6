"""Suffix tables: a word form to another by the longest suffix that is known, learned from pairs of words.

A table maps suffixes to edits (so many letters off the end, these letters on). The longest suffix of a word that the
table holds decides; a suffix that begins with `^` is a whole word. What a table was learned from it gives back
exactly; unknown words and compounds ("tekoälyosaajien") go as their ends do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

#: Longest suffix, in letters, that a table asks for; whole words may be longer.
LONGEST = 14


class Edit(NamedTuple):
    """Letters to take off the end of a word, and letters to put there."""

    strip: int
    add: str

    def apply(self, word: str) -> str:
        """The edited word; it keeps the case of what stays."""
        return word[: len(word) - self.strip] + self.add


Table: TypeAlias = Mapping[str, Edit]


def find_edit(table: Table, word: str) -> tuple[Edit, int] | None:
    """The edit for a word and the length of the suffix that decides; `len(word) + 1` where the whole word is known."""
    lower = word.lower()
    if edit := table.get("^" + lower):
        return edit, len(lower) + 1
    for start in range(max(0, len(lower) - LONGEST), len(lower)):
        edit = table.get(lower[start:])
        if edit and edit.strip <= len(lower):
            return edit, len(lower) - start
    return None


def learn_table(pairs: Iterable[tuple[str, str, float]], *, least: float = 2.0) -> dict[str, Edit]:
    """The smallest table that maps each form to its base. `pairs` are (form, base, weight), all in lower case.

    Where a form has several bases the heaviest wins. A suffix, other than a whole word, weighs `least` or more.
    """
    weights: dict[str, dict[Edit, float]] = defaultdict(lambda: defaultdict(float))
    for form, base, weight in pairs:
        weights["^" + form][edit_between(form, base)] += weight
    bases = {form: max(sorted(edits.items()), key=lambda item: item[1]) for form, edits in weights.items()}
    counts: dict[str, dict[Edit, float]] = defaultdict(lambda: defaultdict(float))
    for form, (edit, weight) in bases.items():
        for start in range(max(1, len(form) - LONGEST), len(form) + 1):
            counts[form[start:]][edit] += weight
    return _prune(counts, bases, least)


def _prune(
    counts: Mapping[str, dict[Edit, float]], bases: Mapping[str, tuple[Edit, float]], least: float
) -> dict[str, Edit]:
    """Only those suffixes that decide otherwise than the next shorter one that is held."""
    table: dict[str, Edit] = {}
    for suffix in sorted(counts, key=len):
        edits = counts[suffix]
        edit, weight = max(sorted(edits.items()), key=lambda item: item[1])
        if suffix and weight >= least and _inherited(table, suffix) != edit:
            table[suffix] = edit
    for form, (edit, _) in bases.items():
        if _inherited(table, form) != edit:
            table[form] = edit
    return table


def _inherited(table: Table, suffix: str) -> Edit | None:
    shorter = (suffix[start:] for start in range(max(1, len(suffix) - LONGEST), len(suffix)))
    return next((table[end] for end in shorter if end in table), None)


def edit_between(form: str, base: str) -> Edit:
    """The edit that makes `base` of `form`."""
    same = 0
    for a, b in zip(form, base, strict=False):
        if a != b:
            break
        same += 1
    return Edit(len(form) - same, base[same:])


def write_tables(tables: Mapping[str, Table]) -> Iterator[str]:
    """Lines of text: `[name]` opens a table, then suffix, letters off and letters on, apart by tabs; sorted."""
    for name in sorted(tables):
        yield f"[{name}]"
        for suffix, edit in sorted(tables[name].items()):
            yield f"{suffix}\t{edit.strip}\t{edit.add}"


def read_tables(lines: Iterable[str]) -> dict[str, dict[str, Edit]]:
    """The tables that `write_tables` wrote."""
    tables: dict[str, dict[str, Edit]] = {}
    edits: dict[tuple[str, str], Edit] = {}
    table: dict[str, Edit] = {}
    for line in lines:
        if line.startswith("["):
            table = tables.setdefault(line.strip()[1:-1], {})
        else:
            suffix, strip, add = line.rstrip("\n").split("\t")
            edit = edits.get((strip, add))
            if edit is None:
                edit = edits[strip, add] = Edit(int(strip), add)
            table[suffix] = edit
    return tables

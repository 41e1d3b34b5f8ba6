"""Two names to why they are one entity, or why not, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.linking.curation import name_key
from kg.linking.resolution import NameTable, is_concept
from kg.model import Reading


def explain_names(table: NameTable, one: str, other: str) -> list[str]:
    """A line for each reason. Raises `KeyError`, naming it, for a name that no document has."""
    first, second = _readings(table, one), _readings(table, other)
    lines = [*_what(table, one, first), *_what(table, other, second)]
    keys = name_key(one), name_key(other)
    shared = {table.entity(each).local for each in first} & {table.entity(each).local for each in second}
    if keys[0] != keys[1] and shared:
        lines += _chain(table, *keys)
    joined = "are one" if shared else "are not one"
    return [*lines, f"{one} and {other} {joined}{': ent:' + sorted(shared)[0] if shared else ''}"]


def _readings(table: NameTable, name: str) -> list[Reading]:
    found = [each for each, _ in table.items() if name_key(each.label) == name_key(name) and not is_concept(each)]
    if not found:
        raise KeyError(name)
    return sorted(found, key=lambda each: (each.document, each.label, each.entity_class or "", each.form or ""))


def _what(table: NameTable, name: str, found: list[Reading]) -> Iterator[str]:
    """What a name is, with the documents that say so."""
    entities: dict[str, set[str]] = {}
    for each in found:
        entities.setdefault(table.entity(each).local, set()).add(each.document)
    for local, documents in sorted(entities.items()):
        groups = sorted({each.affiliation for each in found if each.affiliation and each.document in documents})
        known = f", of {', '.join(groups)}" if groups else ""
        yield f"{name} is ent:{local} in {len(documents)} of the documents{known}, first {min(documents)}"


def _chain(table: NameTable, one: str, other: str) -> Iterator[str]:
    """How one key leads to the other, spelling by spelling; else which of them is short for the other."""
    before: dict[str, str] = {one: ""}
    waiting = [one]
    while waiting and other not in before:
        here = waiting.pop(0)
        for each in table.neighbours(here):
            if each not in before and table.joined(here, each) is not None:
                before[each] = here
                waiting.append(each)
    if other not in before:
        yield f"the shorter of {one!r} and {other!r} stands for the only name that its documents can mean by it"
        return
    steps = [other]
    while before[steps[-1]]:
        steps.append(before[steps[-1]])
    for right, left in pairwise(steps):
        yield f"{left!r} and {right!r}: {table.joined(left, right)}"

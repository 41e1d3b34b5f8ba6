"""Facts around an entity, and paths, as a tree of box-drawing characters for terminals.

Pure. Facts of one relation and direction share a branch; paths that begin alike share their beginning. Names come from
documents and are shown harmlessly, each in its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shell.render import cell, short

if TYPE_CHECKING:
    from kg import Hop, Iri, Path

#: Things that a relation's branch lists.
MOST = 20
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the tree, and what hangs on it, by its text."""

    text: str
    inner: dict[str, Branch] = field(default_factory=dict)

    def grow(self, text: str) -> Branch:
        """The branch with this text, which hangs on this one from now on."""
        return self.inner.setdefault(text, Branch(text))


def drawn(tree: Branch, *, width: int | None = None) -> str:
    """The tree as text; lines are cut to `width` columns."""
    return "".join(f"{line}\n" for line in _lines(tree, "", "", width))


def around(
    entity: Iri, hops: Callable[[Iri], Sequence[Hop]], label: Callable[[Iri], str], *, depth: int = 1, most: int = MOST
) -> Branch:
    """What lies within `depth` facts of an entity; a thing met before is not followed again."""
    root = Branch(label(entity))
    seen, front = {entity}, [(entity, root)]
    for _ in range(depth):
        met: dict[Iri, Branch] = {}
        for thing, branch in front:
            new = [hop for hop in hops(thing) if hop.end not in seen]
            for end, hung in _fork(branch, new, label, most):
                met.setdefault(end, hung)
        seen.update(met)
        front = list(met.items())
    return root


def of_paths(found: Iterable[Path], label: Callable[[Iri], str]) -> list[Branch]:
    """A tree for each beginning of the paths: every thing hangs on the one before it."""
    roots: dict[str, Branch] = {}
    for path in found:
        if not path.hops:
            continue
        start = label(path.hops[0].start)
        branch = roots.setdefault(start, Branch(start))
        for hop in path.hops:
            branch = branch.grow(_step(hop, label))
    return list(roots.values())


def _fork(branch: Branch, hops: Sequence[Hop], label: Callable[[Iri], str], most: int) -> Iterator[tuple[Iri, Branch]]:
    """Hang the ends of hops on a branch, under their relation where several share it; each end with its branch."""
    groups: dict[tuple[Iri, bool], list[Hop]] = {}
    for hop in hops:
        groups.setdefault((hop.predicate, hop.forward), []).append(hop)
    for (relation, forward), group in groups.items():
        if len(group) == 1:
            yield group[0].end, branch.grow(_step(group[0], label))
            continue
        under = branch.grow(f"{label(relation)} →" if forward else f"← {label(relation)}")
        for hop in group[:most]:
            yield hop.end, under.grow(label(hop.end))
        if len(group) > most:
            under.grow(f"… {len(group) - most} more")


def _step(hop: Hop, label: Callable[[Iri], str]) -> str:
    relation, end = label(hop.predicate), label(hop.end)
    return f"{relation} → {end}" if hop.forward else f"← {relation} ─ {end}"


def _lines(branch: Branch, lead: str, below: str, width: int | None) -> Iterator[str]:
    room = None if width is None else max(width - len(lead), _NARROWEST)
    yield lead + (cell(branch.text) if room is None else short(cell(branch.text), room))
    inner = list(branch.inner.values())
    for at, each in enumerate(inner):
        last = at == len(inner) - 1
        yield from _lines(each, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  "), width)

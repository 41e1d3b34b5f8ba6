"""All documents' readings of names to the entities they are: which "Meijer" is which, in one document or many.

The result is a function of the set of readings, never of their order:

- readings with one key (`names.key`) are one entity, unless the commonest classes tell a person from a place; other
  classes are often mistaken for one another, and so is one with at most half the documents of the commonest;
- one word for a person is that person whom alone it can be: the only one of that last name in all readings; an acronym
  is the only name that some document reads it as;
- the label is the one in most documents, then the longest, then the first by code point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.linking.names import THING, ends_like_suffix, is_acronym, is_common, key, kind, local
from kg.model import Entity, EntityClass, Reading


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Readings of one key that are one entity."""

    key: str
    kind: str | None
    readings: frozenset[Reading]
    entity: Entity


def resolve(readings: Iterable[Reading]) -> Mapping[Reading, Entity]:
    """The entity of every name that is read."""
    return dict(NameTable(readings).items())


class NameTable:
    """The readings of all documents, and the entities that they make together.

    A change costs what the names it touches cost: their keys, and the single words that may stand for them.
    """

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self._documents: dict[str, tuple[Reading, ...]] = {}
        self._buckets: dict[str, set[Reading]] = {}
        self._longer: dict[str, Counter[str]] = {}
        self._clusters: dict[str, tuple[_Cluster, ...]] = {}
        by_document: dict[str, list[Reading]] = {}
        for reading in readings:
            by_document.setdefault(reading.document, []).append(reading)
        for document, own in by_document.items():
            self._put(document, own)

    def items(self) -> Iterator[tuple[Reading, Entity]]:
        """Every reading of a name with its entity."""
        for name in sorted(self._buckets):
            for cluster in self._of(name):
                yield from ((reading, self._meant(cluster).entity) for reading in cluster.readings)

    def entity(self, reading: Reading) -> Entity:
        """The entity of a reading in the table. Raises `KeyError` for any other."""
        for cluster in self._of(key(reading.label)):
            if reading in cluster.readings:
                return self._meant(cluster).entity
        raise KeyError(reading)

    def entities(self, document: str, readings: Collection[Reading]) -> dict[Reading, Entity]:
        """What the readings are, if they are the document's; the table stays as it is."""
        before = self._documents.get(document, ())
        if set(before) != set(readings):
            self._put(document, readings)
        found = {reading: self.entity(reading) for reading in readings if not is_concept(reading)}
        if set(before) != set(readings):
            self._put(document, before)
        return found

    def replace(self, document: str, readings: Collection[Reading]) -> dict[Reading, Entity]:
        """Make the readings those of the document (none: it goes). Returns what other documents now read otherwise."""
        touched = self._touched((*self._documents.get(document, ()), *readings))
        before = self._others(touched, document)
        self._put(document, readings)
        after = self._others(touched, document)
        return {reading: entity for reading, entity in after.items() if _identity(entity) != _identity(before[reading])}

    def _touched(self, readings: Collection[Reading]) -> set[str]:
        names = {key(reading.label) for reading in readings}
        alike = (each for name in sorted(names) for each in self._buckets.get(name, ()))
        return names.union(*(_shorter(reading) for reading in (*readings, *alike)))

    def _others(self, names: set[str], document: str) -> dict[Reading, Entity]:
        found = ((r, c) for name in sorted(names) for c in self._of(name) for r in c.readings)
        return {reading: self._meant(cluster).entity for reading, cluster in found if reading.document != document}

    def _put(self, document: str, readings: Iterable[Reading]) -> None:
        for reading in self._documents.pop(document, ()):
            self._buckets[key(reading.label)].discard(reading)
            for word in _shorter(reading):
                self._longer[word][key(reading.label)] -= 1
            self._forget(reading)
        own = tuple(dict.fromkeys(r for r in readings if not (is_concept(r) and is_common(r.label))))
        for reading in own:
            self._buckets.setdefault(key(reading.label), set()).add(reading)
            for word in _shorter(reading):
                self._longer.setdefault(word, Counter())[key(reading.label)] += 1
            self._forget(reading)
        if own:
            self._documents[document] = own

    def _forget(self, reading: Reading) -> None:
        name = key(reading.label)
        self._clusters.pop(name, None)
        if not self._buckets.get(name):
            self._buckets.pop(name, None)

    def _of(self, name: str) -> tuple[_Cluster, ...]:
        if name not in self._clusters:
            self._clusters[name] = _cluster(name, self._buckets.get(name, set()))
        return self._clusters[name]

    def _meant(self, cluster: _Cluster) -> _Cluster:
        """The cluster that one word stands for; itself where that is not exactly one other."""
        as_concept = cluster.kind is not None and cluster.entity.entity_class is EntityClass.CONCEPT
        if " " in cluster.key or as_concept:
            return cluster
        names = sorted(name for name, count in self._longer.get(cluster.key, Counter()).items() if count > 0)
        longer = [each for name in names for each in self._of(name) if _may_stand_for(cluster, each)]
        return longer[0] if len(longer) == 1 else cluster


def is_concept(reading: Reading) -> bool:
    """Whether it is a noun whose local name a name could take, and no name."""
    return reading.entity_class is EntityClass.CONCEPT


def _identity(entity: Entity) -> tuple[str, str, EntityClass]:
    return entity.local, entity.label, entity.entity_class


def _shorter(reading: Reading) -> Iterator[str]:
    """Single words that may stand for the name: the last one, and an acronym that its document gives."""
    if is_concept(reading):
        return
    words = key(reading.label).split()
    if len(words) > 1:
        yield words[-1]
        if reading.form and is_acronym(reading.form, reading.label):
            yield key(reading.form)


def _may_stand_for(short: _Cluster, longer: _Cluster) -> bool:
    if short.kind is not None and short.kind != longer.kind:
        return False
    if longer.kind == "person" and longer.key.split()[-1] == short.key:
        return True
    return any(r.form and key(r.form) == short.key and is_acronym(r.form, r.label) for r in longer.readings)


def _cluster(name: str, bucket: Collection[Reading]) -> tuple[_Cluster, ...]:
    """The entities of one key, that in most documents first."""
    concepts = {each.label: _documents(r for r in bucket if is_concept(r) and r.label == each.label) for each in bucket}
    names = [reading for reading in bucket if not is_concept(reading)]
    groups = _kinds(names)
    return tuple(
        _Cluster(name, what, frozenset(own), _entity(what, own, concepts, first=position == 0))
        for position, (what, own) in enumerate(groups)
    )


def _kinds(names: Collection[Reading]) -> list[tuple[str | None, list[Reading]]]:
    """The readings by kind, the commonest first: one group, or a person and a place of one name."""
    kinds = {what for reading in names if (what := kind(reading.entity_class)) is not None}
    counts = {what: _documents(r for r in names if kind(r.entity_class) == what) for what in kinds}
    ranked = sorted(counts, key=lambda what: (-counts[what], what != THING, what))
    first, second = (*ranked, None, None)[:2]
    if first is None or second is None or THING in (first, second) or 2 * counts[second] <= counts[first]:
        return [(first, list(names))] if names else []
    other = [r for r in names if kind(r.entity_class) == second]
    return [(first, [r for r in names if r not in other]), (second, other)]


def _entity(what: str | None, readings: Collection[Reading], concepts: Mapping[str, int], *, first: bool) -> Entity:
    label = _label(readings)
    entity_class = _class(r for r in readings if kind(r.entity_class) == what)
    concept = concepts.get(local(label), 0)
    if entity_class is None or (concept and concept >= 2 * _documents(readings)):
        return Entity(local(label), label, EntityClass.CONCEPT)
    suffix = None if first and not concept and not is_common(label) else entity_class.value
    if suffix is None and ends_like_suffix(label):
        suffix = "Name"
    return Entity(local(label, suffix), label, entity_class)


def _label(readings: Iterable[Reading]) -> str:
    counts = Counter(label for _, label in {(r.document, r.label) for r in readings})
    return min(counts, key=lambda label: (-counts[label], -len(label), label))


def _class(readings: Iterable[Reading]) -> EntityClass | None:
    counts = Counter(c for _, c in {(r.document, r.entity_class) for r in readings} if c is not None)
    return min(counts, key=lambda each: (-counts[each], each.value)) if counts else None


def _documents(readings: Iterable[Reading]) -> int:
    return len({reading.document for reading in readings})

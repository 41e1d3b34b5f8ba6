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
from dataclasses import dataclass, field

from kg.linking.names import THING, ends_like_suffix, is_acronym, is_common, key, kind, local
from kg.model import Entity, EntityClass, Reading

#: What tells readings of one key apart, as far as their entity goes.
_Class = EntityClass | None


@dataclass(frozen=True, slots=True)
class _Cluster:
    """What readings of some classes, all of one key, are together. `acronyms` are keys of what may stand for it."""

    key: str
    kind: str | None
    entity: Entity
    acronyms: frozenset[str]


@dataclass(slots=True)
class _Bucket:
    """The readings of one key, counted. `documents` counts the readings of each label, class and document."""

    key: str
    readings: set[Reading] = field(default_factory=set)
    documents: dict[tuple[str, _Class], Counter[str]] = field(default_factory=dict)
    acronyms: dict[_Class, Counter[str]] = field(default_factory=dict)
    clusters: dict[_Class, _Cluster] | None = None

    def add(self, reading: Reading, by: int) -> None:
        """Count a reading in (1) or out (-1)."""
        (self.readings.add if by > 0 else self.readings.discard)(reading)
        _count(self.documents.setdefault((reading.label, reading.entity_class), Counter()), reading.document, by)
        for word in _acronyms(reading):
            _count(self.acronyms.setdefault(reading.entity_class, Counter()), word, by)
        self.clusters = None

    def of(self, entity_class: _Class) -> _Cluster:
        """What a reading of this class is."""
        if self.clusters is None:
            self.clusters = _clusters(self)
        return self.clusters[entity_class]

    def classes(self) -> list[_Class]:
        """The classes under which names are read."""
        return sorted(
            {c for (_, c), found in self.documents.items() if found and not _is_kind(c)}, key=lambda c: c or ""
        )


def resolve(readings: Iterable[Reading]) -> Mapping[Reading, Entity]:
    """The entity of every name that is read."""
    return dict(NameTable(readings).items())


class NameTable:
    """The readings of all documents, and the entities that they make together.

    A change costs what the names it touches cost: their keys, and the single words that may stand for them; the number
    of documents that use a name does not matter unless its entity changes.
    """

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self._documents: dict[str, tuple[Reading, ...]] = {}
        self._buckets: dict[str, _Bucket] = {}
        self._longer: dict[str, Counter[str]] = {}
        by_document: dict[str, list[Reading]] = {}
        for reading in readings:
            by_document.setdefault(reading.document, []).append(reading)
        for document, own in by_document.items():
            self._put(document, own)

    def items(self) -> Iterator[tuple[Reading, Entity]]:
        """Every reading of a name with its entity, in no order."""
        for own in self._documents.values():
            yield from ((reading, self.entity(reading)) for reading in own if not is_concept(reading))

    def entity(self, reading: Reading) -> Entity:
        """The entity of a reading in the table. Raises `KeyError` for any other."""
        bucket = self._buckets[key(reading.label)]
        if reading not in bucket.readings or is_concept(reading):
            raise KeyError(reading)
        return self._meant(bucket.of(reading.entity_class)).entity

    def entities(self, document: str, readings: Collection[Reading]) -> dict[Reading, Entity]:
        """What the readings are, if they are the document's; the table stays as it is."""
        before = self._documents.get(document, ())
        known = set(before) == set(_kept(readings))
        if not known:
            self._put(document, readings)
        found = {reading: self.entity(reading) for reading in readings if not is_concept(reading)}
        if not known:
            self._put(document, before)
        return found

    def replace(self, document: str, readings: Collection[Reading]) -> dict[Reading, Entity]:
        """Make the readings those of the document (none: it goes). Returns what other documents now read otherwise."""
        touched = self._touched((*self._documents.get(document, ()), *readings))
        before = self._entities(touched)
        self._put(document, readings)
        after = self._entities(touched)
        changed = {where for where, entity in after.items() if where in before and not _same(before[where], entity)}
        return {
            reading: after[name, reading.entity_class]
            for name in sorted({name for name, _ in changed})
            for reading in self._buckets[name].readings
            if (name, reading.entity_class) in changed and reading.document != document
        }

    def _touched(self, readings: Collection[Reading]) -> set[str]:
        names = {key(reading.label) for reading in readings}
        alike = [self._buckets[name] for name in names if name in self._buckets]
        short = {word for bucket in alike for found in bucket.acronyms.values() for word in found}
        return names.union(short, *(_shorter(reading) for reading in readings))

    def _entities(self, names: Iterable[str]) -> dict[tuple[str, _Class], Entity]:
        buckets = (self._buckets[name] for name in names if name in self._buckets)
        return {(b.key, c): self._meant(b.of(c)).entity for b in buckets for c in b.classes()}

    def _put(self, document: str, readings: Iterable[Reading]) -> None:
        for reading in self._documents.pop(document, ()):
            self._count(reading, -1)
        own = _kept(readings)
        for reading in own:
            self._count(reading, 1)
        if own:
            self._documents[document] = own

    def _count(self, reading: Reading, by: int) -> None:
        name = key(reading.label)
        bucket = self._buckets.setdefault(name, _Bucket(name))
        bucket.add(reading, by)
        for word in _shorter(reading):
            _count(self._longer.setdefault(word, Counter()), name, by)
        if not bucket.readings:
            del self._buckets[name]

    def _meant(self, cluster: _Cluster) -> _Cluster:
        """The cluster that one word stands for; itself where that is not exactly one other."""
        as_concept = cluster.kind is not None and _is_kind(cluster.entity.entity_class)
        if " " in cluster.key or as_concept:
            return cluster
        buckets = [self._buckets[name] for name in sorted(self._longer.get(cluster.key, ()))]
        candidates = {bucket.of(c) for bucket in buckets for c in bucket.classes()}
        longer = [each for each in candidates if _may_stand_for(cluster, each)]
        return longer[0] if len(longer) == 1 else cluster


def is_concept(reading: Reading) -> bool:
    """Whether it is a noun whose local name a name could take, and no name."""
    return _is_kind(reading.entity_class)


def _is_kind(entity_class: _Class) -> bool:
    return entity_class is EntityClass.CONCEPT


def _kept(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings that count, each once: concepts only where they may be taken for names."""
    return tuple(dict.fromkeys(r for r in readings if not (is_concept(r) and is_common(r.label))))


def _count(counter: Counter[str], what: str, by: int) -> None:
    counter[what] += by
    if not counter[what]:
        del counter[what]


def _same(one: Entity, other: Entity) -> bool:
    return one.local == other.local and one.label == other.label and one.entity_class is other.entity_class


def _shorter(reading: Reading) -> Iterator[str]:
    """Single words that may stand for the name: the last one, and an acronym that its document gives."""
    words = key(reading.label).split()
    if len(words) > 1 and not is_concept(reading):
        yield words[-1]
        yield from _acronyms(reading)


def _acronyms(reading: Reading) -> Iterator[str]:
    if reading.form and not is_concept(reading) and is_acronym(reading.form, reading.label):
        yield key(reading.form)


def _may_stand_for(short: _Cluster, longer: _Cluster) -> bool:
    if short.kind is not None and short.kind != longer.kind:
        return False
    is_surname = longer.kind == "person" and longer.key.split()[-1] == short.key
    return is_surname or short.key in longer.acronyms


def _clusters(bucket: _Bucket) -> dict[_Class, _Cluster]:
    """What each class of a key's readings is: all one thing, or a person and a place of one name."""
    classes = bucket.classes()
    first, second = _kinds(bucket, classes)
    others = [c for c in classes if second is not None and kind(c) == second]
    found: dict[_Class, _Cluster] = {}
    for what, own in ((first, [c for c in classes if c not in others]), (second, others)):
        if own:
            acronyms = frozenset(word for c in own for word in bucket.acronyms.get(c, ()))
            entity = _entity(bucket, own, what, first=what == first)
            found |= dict.fromkeys(own, _Cluster(bucket.key, what, entity, acronyms))
    return found


def _kinds(bucket: _Bucket, classes: Iterable[_Class]) -> tuple[str | None, str | None]:
    """The commonest kind, and the other where one of them is a person and one a place."""
    counts: Counter[str] = Counter()
    for entity_class in classes:
        what = kind(entity_class)
        if what is not None:
            counts[what] += _support(bucket, [entity_class])
    ranked = sorted(counts, key=lambda what: (-counts[what], what != THING, what))
    first, second = (*ranked, None, None)[:2]
    if first is None or second is None or THING in (first, second) or 2 * counts[second] <= counts[first]:
        return first, None
    return first, second


def _entity(bucket: _Bucket, classes: Collection[_Class], what: str | None, *, first: bool) -> Entity:
    label = _label(bucket, classes)
    entity_class = _class(bucket, [c for c in classes if c is not None and kind(c) == what])
    concept = len(bucket.documents.get((local(label), EntityClass.CONCEPT), ()))
    if entity_class is None or (concept and concept >= 2 * _support(bucket, classes)):
        return Entity(local(label), label, EntityClass.CONCEPT)
    suffix = None if first and not concept and not is_common(label) else entity_class.value
    if suffix is None and ends_like_suffix(label):
        suffix = "Name"
    return Entity(local(label, suffix), label, entity_class)


def _label(bucket: _Bucket, classes: Collection[_Class]) -> str:
    counts: Counter[str] = Counter()
    for (label, entity_class), documents in bucket.documents.items():
        if entity_class in classes and documents:
            counts[label] += len(documents)
    return min(counts, key=lambda label: (-counts[label], -len(label), label))


def _class(bucket: _Bucket, classes: Iterable[EntityClass]) -> EntityClass | None:
    counts = {entity_class: _support(bucket, [entity_class]) for entity_class in classes}
    return min(counts, key=lambda each: (-counts[each], each.value)) if counts else None


def _support(bucket: _Bucket, classes: Collection[_Class]) -> int:
    """In how many documents the name is read with these classes."""
    return sum(len(documents) for (_, entity_class), documents in bucket.documents.items() if entity_class in classes)

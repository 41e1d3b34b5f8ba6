"""All documents' readings of names to the entities they are: which "Meijer" is which, in one document or many.

The result is a function of the set of readings, never of their order:

- keys (`names.key`) that are spellings of one name (`spelling`) make a family; what its readings are, `buckets` says;
- a short name is that longer one whom alone it can be: a surname or initials the only person of that name whom the
  document does not contradict, or else the only one whose organisation the document names; an acronym the only name
  that some document reads it as;
- what people have decided (`curation`) goes before all of it;
- the label is the one in most documents, then the longest, then the first by code point; a full stop at its end
  counts only where the name never stands without.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from kg.linking.buckets import Bucket, Class, Cluster, Family, Groups, acronyms, count, family, is_kind
from kg.linking.curation import Curation
from kg.linking.names import is_common, key
from kg.linking.spelling import signatures, slip, variant
from kg.model import Entity, Reading

#: A slip of the pen is in one of so many documents that have the name right, at least.
SLIPS = 2


class NameTable:
    """The readings of all documents, and the entities that they make together.

    A change costs what the names it touches cost: their keys, those that may be spellings of them, and the short names
    that may stand for them; the number of documents that use a name does not matter unless its entity changes, or its
    documents tell namesakes apart.
    """

    def __init__(self, readings: Iterable[Reading] = (), *, curation: Curation | None = None) -> None:
        self.curation = curation or Curation()
        self._documents: dict[str, tuple[Reading, ...]] = {}
        self._buckets: dict[str, Bucket] = {}
        self._blocks: dict[str, set[str]] = {}
        self._longer: dict[str, Counter[str]] = {}
        self._members: dict[str, Counter[str]] = {}
        self._families: dict[str, Family] = {}
        self._groups = Groups(self._identity, self._named)
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
        return self.cluster(reading).entity

    def cluster(self, reading: Reading) -> Cluster:
        """What a reading in the table is, with all that is one with it. Raises `KeyError` for any other."""
        name = key(reading.label)
        if is_concept(reading) or reading not in self._buckets[name].readings:
            raise KeyError(reading)
        return self._meant(name, reading.entity_class, reading.document)

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
        names = _words((*self._documents.get(document, ()), *readings))
        touched = self._touched(names)
        before = self._entities(touched)
        self._put(document, readings)
        after = self._entities(touched | self._touched(names))
        changed: dict[Reading, Entity] = {}
        for name, entity_class in after.keys() & before.keys():
            was, now = before[name, entity_class], after[name, entity_class]
            if was == now or name not in self._buckets:
                continue
            for reading in self._buckets[name].readings:
                if reading.entity_class is entity_class and reading.document != document:
                    old, new = _of(was, reading.document), _of(now, reading.document)
                    if new is not None and old != new:
                        changed[reading] = new
        return changed

    def known_as(self, name: str) -> set[Entity]:
        """All that names of this key are, in any document."""
        found = {r for r in self._buckets[name].readings if not is_concept(r)} if name in self._buckets else set()
        return {self.entity(reading) for reading in found}

    def labels(self) -> Iterator[tuple[str, str]]:
        """Every label with its key, each once, in order."""
        yield from sorted({(label, each.key) for each in self._buckets.values() for label, _ in each.documents})

    def joined(self, one: str, other: str) -> str | None:
        """Why two keys are spellings of one name, in words; None where they are not taken for it."""
        a, b = self._buckets[one], self._buckets[other]
        told = self.curation.joined(one, other)
        if told is not None:
            return told or None
        kinds = a.kind(), b.kind()
        found = variant(one, other)
        if found is not None or kinds == ("person", "person") or not slip(one, other):
            return found
        sizes = sorted(each.support(each.classes()) for each in (a, b))
        return "a slip of the pen" if sizes[0] * SLIPS <= sizes[1] else None

    def neighbours(self, name: str) -> list[str]:
        """The keys that may be spellings of one name with a key, sorted."""
        blocks = (self._blocks.get(each, ()) for each in signatures(name))
        told = self.curation.partners(name) & self._buckets.keys()
        return sorted({*chain.from_iterable(blocks), *told} - {name})

    def candidates(self, name: str, entity_class: Class, document: str) -> list[Cluster]:
        """What a short name may stand for, apart from itself, sorted by name."""
        own = self._family(name).of(entity_class, document)
        longer = {each for short in own.keys for each in self._longer.get(short, ())} - set(own.keys)
        found = {each for name in longer for each in self._family(name).clusters() if _may_stand_for(own, each)}
        return sorted(found, key=lambda each: each.entity.local)

    # ------------------------------------------------------------ keeping

    def _put(self, document: str, readings: Iterable[Reading]) -> None:
        old, own = self._documents.pop(document, ()), _kept(readings)
        self._forget(_words((*old, *own)))
        for reading in old:
            self._count(reading, -1)
        for reading in own:
            self._count(reading, 1)
        if own:
            self._documents[document] = own
        self._forget(_words((*old, *own)))

    def _count(self, reading: Reading, by: int) -> None:
        name = key(reading.label)
        if name not in self._buckets:
            self._buckets[name] = Bucket(name)
            for block in signatures(name):
                self._blocks.setdefault(block, set()).add(name)
        bucket = self._buckets[name]
        bucket.add(reading, by)
        for word in _shorter(reading):
            count(self._longer.setdefault(word, Counter()), name, by)
        if reading.affiliation is not None:
            count(self._members.setdefault(key(reading.affiliation), Counter()), name, by)
        if not bucket.readings:
            del self._buckets[name]
            for block in signatures(name):
                self._blocks[block].discard(name)

    def _forget(self, names: Iterable[str]) -> None:
        """Let families be made anew that hold or might hold these keys, or that these may tell apart."""
        for name in self._touched(names):
            self._families.pop(name, None)

    def _touched(self, names: Iterable[str]) -> set[str]:
        """The keys whose readings may change when these do."""
        near = {each for name in names for each in (name, *self.neighbours(name)) if each in self._buckets}
        whole = {each for name in near for each in self._connected(name)}
        words = whole | self._short(whole)
        members = {each for word in words for each in self._members.get(word, ())} & self._buckets.keys()
        members = {each for name in members for each in self._connected(name)}
        found = words | members | self._short(members)
        return {each for name in found & self._buckets.keys() for each in self._connected(name)}

    def _short(self, names: Iterable[str]) -> set[str]:
        buckets = (self._buckets[name] for name in names)
        return {word for bucket in buckets for reading in bucket.readings for word in _shorter(reading)}

    def _connected(self, name: str) -> list[str]:
        """All keys of the name, sorted."""
        found, waiting = {name}, [name]
        while waiting:
            here = waiting.pop()
            near = (each for each in self.neighbours(here) if each not in found)
            more = [each for each in near if self.joined(here, each) is not None]
            found.update(more)
            waiting += more
        return sorted(found)

    # ------------------------------------------------------------ deciding

    def _one_name(self, name: str) -> list[str]:
        """The keys of one name, sorted: those connected with it, without what people tell apart."""
        keys = self._connected(name)
        if not any(self.curation.partners(each) for each in keys):
            return keys
        parts = [{each} for each in keys]
        for one, other in self._links(keys):
            a, b = (next(part for part in parts if each in part) for each in (one, other))
            if a is not b and not any(self.curation.joined(x, y) == "" for x in a for y in b):
                parts = [part for part in parts if part is not a and part is not b] + [a | b]
        return sorted(next(part for part in parts if name in part))

    def _links(self, keys: list[str]) -> list[tuple[str, str]]:
        """The pairs of keys that are spellings of one name; those that people joined come first."""
        pairs = [(a, b) for a in keys for b in self.neighbours(a) if a < b and self.joined(a, b) is not None]
        return sorted(pairs, key=lambda pair: (not self.curation.joined(*pair), pair))

    def _family(self, name: str) -> Family:
        if name not in self._families:
            keys = self._one_name(name)
            chosen = self.curation
            made = family(
                [self._buckets[each] for each in keys],
                self._groups,
                surname=self._is_surname(keys),
                forced=chosen.class_of(keys),
                label=chosen.label(keys),
            )
            self._families |= dict.fromkeys(keys, made)
        return self._families[name]

    def _is_surname(self, keys: list[str]) -> bool:
        """Whether a key is the last word of a person's name that some document has whole."""
        longer = {each for short in keys for each in self._longer.get(short, ()) if each.endswith(f" {short}")}
        return any(self._buckets[each].kind() == "person" for each in longer)

    def _meant(self, name: str, entity_class: Class, document: str) -> Cluster:
        """What a reading is: one of its own name, or what its short name stands for."""
        own = self._family(name).of(entity_class, document)
        if own.kind is not None and is_kind(own.entity.entity_class):
            return own
        longer = self.candidates(name, entity_class, document)
        if not longer:
            return own
        buckets = [self._buckets[each] for each in own.keys]
        said = self._groups.of(buckets, document)
        groups = {each: self.groups(each) for each in longer}
        fits = [each for each in longer if not said or not groups[each] or said & groups[each]]
        if len(fits) > 1:
            about = said or self._groups.named(document)
            fits = [each for each in fits if groups[each] & about]
        return fits[0] if len(fits) == 1 else own

    def groups(self, cluster: Cluster) -> frozenset[str]:
        """Where any document puts somebody."""
        if cluster.groups:
            return cluster.groups
        buckets = [self._buckets[each] for each in cluster.keys]
        documents = {document for bucket in buckets for document in bucket.groups}
        return frozenset(each for document in documents for each in self._groups.of(buckets, document))

    def _identity(self, name: str) -> str:
        """One key for all keys of a name, and of the one longer name that it is an acronym of."""
        if name not in self._buckets:
            return name
        keys = self._one_name(name)
        longer = {
            self._one_name(each)[0]
            for short in keys
            for each in self._longer.get(short, ())
            if any(short in found for found in self._buckets[each].acronyms.values())
        }
        return longer.pop() if len(longer) == 1 else keys[0]

    def _named(self, document: str) -> set[str]:
        return {key(reading.label) for reading in self._documents.get(document, ()) if not is_concept(reading)}

    def _entities(self, names: set[str]) -> dict[tuple[str, Class], Entity | dict[str, Entity]]:
        """What each class of a key is; by document where that makes a difference."""
        found: dict[tuple[str, Class], Entity | dict[str, Entity]] = {}
        for name in names & self._buckets.keys():
            bucket = self._buckets[name]
            for each in bucket.classes():
                documents = sorted({r.document for r in bucket.readings if r.entity_class is each})
                if self._depends(name, each):
                    found[name, each] = {d: self._meant(name, each, d).entity for d in documents}
                else:
                    found[name, each] = self._meant(name, each, documents[0]).entity
        return found

    def _depends(self, name: str, entity_class: Class) -> bool:
        """Whether what a key is may be another thing in each document."""
        own = self._family(name)
        return entity_class in own.split or any(self._longer.get(each) for each in own.keys)


def resolve(readings: Iterable[Reading], *, curation: Curation | None = None) -> Mapping[Reading, Entity]:
    """The entity of every name that is read."""
    return dict(NameTable(readings, curation=curation).items())


def is_concept(reading: Reading) -> bool:
    """Whether it is a noun whose local name a name could take, and no name."""
    return is_kind(reading.entity_class)


def _words(readings: Iterable[Reading]) -> set[str]:
    """The keys of readings, and those of short names that may stand for them."""
    return {each for reading in readings for each in (key(reading.label), *_shorter(reading))}


def _kept(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings that count, each once: concepts only where they may be taken for names."""
    return tuple(dict.fromkeys(r for r in readings if not (is_concept(r) and is_common(r.label))))


def _of(found: Entity | dict[str, Entity], document: str) -> Entity | None:
    return found.get(document) if isinstance(found, dict) else found


def _shorter(reading: Reading) -> Iterator[str]:
    """What may stand for the name: its last word, with an initial, without middle names; and an acronym in use."""
    words = key(reading.label).split()
    if len(words) > 1 and not is_concept(reading):
        yield words[-1]
        if len(words[0]) > 1:
            yield f"{words[0][0]} {words[-1]}"
        if len(words) > 2:
            yield f"{words[0]} {words[-1]}"
        yield from acronyms(reading)


def _may_stand_for(short: Cluster, longer: Cluster) -> bool:
    if short.kind is not None and short.kind != longer.kind:
        return False
    if any(word in longer.acronyms for word in short.keys):
        return True
    return longer.kind == "person" and any(_is_short(word, each) for word in short.keys for each in longer.keys)


def _is_short(word: str, name: str) -> bool:
    words, parts = name.split(), word.split()
    if words[-1] != parts[-1] or len(parts) >= len(words) + (len(parts) == 2 and len(parts[0]) == 1):
        return False
    return len(parts) == 1 or words[0] == parts[0] or (len(parts[0]) == 1 and words[0][0] == parts[0])

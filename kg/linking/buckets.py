"""The readings of one key, counted, and what keys that are one name make together: clusters, each one entity.

Readings of one name are one entity, unless their classes tell a person, a place and a thing that people made apart, or
persons of one name belong to organisations that no document ties together. A class that is much rarer than the
commonest is a mistake of the reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.linking.names import THING, ends_like_suffix, is_acronym, is_common, is_organisation, key, kind, local
from kg.model import Entity, EntityClass, Reading

#: What tells readings of one key apart, as far as their entity goes.
Class = EntityClass | None
#: One of so many documents with the commonest kind, at least, says that a name is another kind of thing as well.
RARE = 3


@dataclass(frozen=True, slots=True)
class Cluster:
    """What some readings of a name are together.

    `keys` are the name's; `groups` are those that its documents say it belongs to. `acronyms` may stand for it.
    """

    keys: tuple[str, ...]
    kind: str | None
    entity: Entity
    acronyms: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()


@dataclass(slots=True)
class Bucket:
    """The readings of one key. `documents` counts the readings of each label, class and document."""

    key: str
    readings: set[Reading] = field(default_factory=set)
    documents: dict[tuple[str, Class], Counter[str]] = field(default_factory=dict)
    acronyms: dict[Class, Counter[str]] = field(default_factory=dict)
    groups: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, reading: Reading, by: int) -> None:
        """Count a reading in (1) or out (-1)."""
        (self.readings.add if by > 0 else self.readings.discard)(reading)
        count(self.documents.setdefault((reading.label, reading.entity_class), Counter()), reading.document, by)
        for word in acronyms(reading):
            count(self.acronyms.setdefault(reading.entity_class, Counter()), word, by)
        if reading.affiliation is not None:
            own = self.groups.setdefault(reading.document, Counter())
            count(own, key(reading.affiliation), by)
            if not own:
                del self.groups[reading.document]

    def classes(self) -> list[Class]:
        """The classes under which names are read."""
        found = {each for (_, each), documents in self.documents.items() if documents and not is_kind(each)}
        return sorted(found, key=lambda each: each or "")

    def support(self, classes: Collection[Class]) -> int:
        """In how many documents the name is read with these classes."""
        return sum(len(documents) for (_, each), documents in self.documents.items() if each in classes)

    def kind(self) -> str | None:
        """What sort of thing the name mostly is."""
        counts = kinds([self], self.classes())
        if any(is_organisation(label) for (label, _), documents in self.documents.items() if documents):
            return THING
        return min(counts, key=lambda what: (-counts[what], what)) if counts else None


@dataclass(frozen=True, slots=True)
class Family:
    """All keys of one name, and what its readings are: by class, and where namesakes are told apart by document too."""

    keys: tuple[str, ...]
    whole: Mapping[Class, Cluster]
    split: Mapping[Class, Mapping[str, Cluster]]

    def of(self, entity_class: Class, document: str) -> Cluster:
        """What a document's reading of this class is."""
        apart = self.split.get(entity_class)
        return self.whole[entity_class] if apart is None else apart.get(document, self.whole[entity_class])

    def clusters(self) -> set[Cluster]:
        """All that the name is."""
        apart = {cluster for each in self.split.values() for cluster in each.values()}
        return apart | {each for entity_class, each in self.whole.items() if entity_class not in self.split}


class Groups:
    """Who belongs where, and what documents name: keys as `identity` takes them for one."""

    def __init__(self, identity: Callable[[str], str], names: Callable[[str], Collection[str]]) -> None:
        self.identity, self._names = identity, names

    def of(self, buckets: Sequence[Bucket], document: str) -> frozenset[str]:
        """The groups in which a document puts a name."""
        found = (bucket.groups.get(document, ()) for bucket in buckets)
        return frozenset(self.identity(each) for own in found for each in own)

    def named(self, document: str) -> frozenset[str]:
        """All that a document names."""
        return frozenset(self.identity(each) for each in self._names(document))


def is_kind(entity_class: Class) -> bool:
    """Whether a reading's class says that it is a noun and no name."""
    return entity_class is EntityClass.CONCEPT


def acronyms(reading: Reading) -> list[str]:
    """The key of an acronym that the document uses for the name."""
    fits = reading.form and not is_kind(reading.entity_class) and is_acronym(reading.form, reading.label)
    return [key(reading.form)] if fits and reading.form else []


def count(counter: Counter[str], what: str, by: int) -> None:
    """Count something in or out, and forget it at nought."""
    counter[what] += by
    if not counter[what]:
        del counter[what]


def kinds(buckets: Iterable[Bucket], classes: Iterable[Class]) -> Counter[str]:
    """In how many documents the name is each kind of thing."""
    found: Counter[str] = Counter()
    buckets = list(buckets)
    for entity_class in classes:
        what = kind(entity_class)
        if what is not None:
            found[what] += sum(bucket.support([entity_class]) for bucket in buckets)
    return found


def family(
    buckets: Sequence[Bucket],
    groups: Groups,
    *,
    surname: bool = False,
    forced: EntityClass | None = None,
    label: str | None = None,
) -> Family:
    """What the readings of one name are.

    `surname` says that it is that of a person whose whole name is known; `forced` is the class and `label` the name
    that people chose for it.
    """
    keys = tuple(bucket.key for bucket in buckets)
    classes = sorted({each for bucket in buckets for each in bucket.classes()}, key=lambda each: each or "")
    found = kinds(buckets, classes)
    legal = any(is_organisation(label) for b in buckets for (label, _), documents in b.documents.items() if documents)
    if legal:
        found = Counter({what: n for what, n in found.items() if what != "person"}) or found
    ranked = sorted(found, key=lambda what: (-found[what], what != THING, what))
    first = ranked[0] if ranked else None
    rare = [] if forced is not None else ranked[1:]
    apart = [what for what in rare if _is_other(keys, found, what, ranked[0], surname=surname, legal=legal)]
    whole: dict[Class, Cluster] = {}
    split: dict[Class, Mapping[str, Cluster]] = {}
    for what in (first, *apart):
        own = [each for each in classes if _home(kind(each), first, apart) == what]
        if not own:
            continue
        made = _Making(buckets, own, what, first=what == first, forced=forced, label=label)
        cluster = made.cluster(keys)
        whole |= dict.fromkeys(own, cluster)
        if what == "person" and cluster.entity.entity_class is EntityClass.PERSON:
            namesakes = made.namesakes(cluster, groups)
            split |= dict.fromkeys(own, namesakes) if namesakes else {}
    return Family(keys, whole, split)


def _home(what: str | None, first: str | None, apart: Sequence[str]) -> str | None:
    """The kind under which a reading goes: its own; a company is sooner taken for a person than a place is."""
    if what in apart:
        return what
    return THING if what == "person" != first and THING in apart else first


def _is_other(keys: Iterable[str], found: Counter[str], what: str, first: str, *, surname: bool, legal: bool) -> bool:
    """Whether a name is a rarer kind of thing as well, and not mistaken for it; `legal` says that a company has it."""
    single = all(" " not in each for each in keys)
    if {what, first} == {"person", "place"}:
        return RARE * found[what] >= found[first] if surname else 2 * found[what] > found[first]
    if single and legal and (what, first) == (THING, "place"):
        return found[what] > 1
    if not single or RARE * found[what] < found[first]:
        return False
    return surname if "person" in (what, first) else found[what] > 1


@dataclass(frozen=True, slots=True)
class _Making:
    """What a name is, read with some of its classes."""

    buckets: Sequence[Bucket]
    classes: Sequence[Class]
    kind: str | None
    first: bool
    forced: EntityClass | None
    label: str | None

    def cluster(self, keys: tuple[str, ...]) -> Cluster:
        """All the readings as one."""
        words = frozenset(word for each in self.buckets for c in self.classes for word in each.acronyms.get(c, ()))
        return Cluster(keys, self.kind, self.entity(), words)

    def entity(self) -> Entity:
        """The entity, with what tells it from others of its name."""
        label = self.label if self.label is not None and self.first else self._label()
        entity_class = self.forced or self._class()
        concept = max((len(b.documents.get((local(label), EntityClass.CONCEPT), ())) for b in self.buckets), default=0)
        support = sum(bucket.support(self.classes) for bucket in self.buckets)
        if entity_class is None or (self.forced is None and concept and concept >= 2 * support):
            return Entity(local(label), label, EntityClass.CONCEPT)
        suffix = None if self.first and not concept and not is_common(label) else entity_class.value
        if suffix is None and ends_like_suffix(label):
            suffix = "Name"
        return Entity(local(label, suffix), label, entity_class)

    def namesakes(self, cluster: Cluster, groups: Groups) -> dict[str, Cluster]:
        """By document, the person meant, where documents put persons of one name in groups that nothing ties."""
        documents = sorted({d for b in self.buckets for c in self.classes for d in _documents(b, c)})
        said = {document: groups.of(self.buckets, document) for document in documents}
        tied = _tied([each for each in said.values() if each])
        if len(tied) < 2:
            return {}
        sizes = Counter(next(each for each in tied if each & own) for own in said.values() if own)
        ranked = sorted(sizes, key=lambda each: (-sizes[each], sorted(each)))
        persons = {each: self._person(cluster, each, first=n == 0) for n, each in enumerate(ranked)}
        unknown = self._person(cluster, frozenset(), first=False)
        found = {}
        for document, own in said.items():
            about = own or groups.named(document)
            fits = [each for each in ranked if each & about]
            found[document] = persons[fits[0]] if len(fits) == 1 else unknown
        return found

    def _person(self, cluster: Cluster, group: frozenset[str], *, first: bool) -> Cluster:
        suffix = "_".join(min(group).split()).title() if group else EntityClass.PERSON.value
        entity = cluster.entity if first else Entity(
            local(cluster.entity.label, suffix), cluster.entity.label, EntityClass.PERSON
        )  # fmt: skip
        return Cluster(cluster.keys, cluster.kind, entity, cluster.acronyms, group)

    def _labels(self) -> list[str]:
        return [
            label
            for b in self.buckets
            for (label, each), found in b.documents.items()
            if found and each in self.classes
        ]

    def _label(self) -> str:
        counts: Counter[str] = Counter()
        for bucket in self.buckets:
            for (label, entity_class), documents in bucket.documents.items():
                if entity_class in self.classes and documents:
                    counts[label] += len(documents)
        for label in [each for each in counts if each.endswith(".") and each[:-1] in counts]:
            counts[label[:-1]] += counts.pop(label)  # the full stop is a sentence's
        return min(counts, key=lambda label: (-counts[label], -len(label), label))

    def _class(self) -> EntityClass | None:
        fits = [each for each in self.classes if each is not None and kind(each) == self.kind]
        counts = {each: sum(bucket.support([each]) for bucket in self.buckets) for each in fits}
        if EntityClass.ORGANIZATION in counts and any(is_organisation(label) for label in self._labels()):
            return EntityClass.ORGANIZATION
        return min(counts, key=lambda each: (-counts[each], each.value)) if counts else None


def _documents(bucket: Bucket, entity_class: Class) -> Iterable[str]:
    return (d for (_, each), found in bucket.documents.items() if each == entity_class for d in found)


def _tied(sets: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Sets joined where they meet, in order."""
    tied: list[frozenset[str]] = []
    for each in sorted(set(sets), key=sorted):
        meeting = [other for other in tied if other & each]
        tied = [other for other in tied if other not in meeting] + [each.union(*meeting)]
    return tied

"""What of a store goes into an export, and what stands behind it: confidence, documents, and how they put it.

Facts keep the best confidence of the sentences that state them. As evidence, statements that are no facts come as
triples of their own in the formats that tell their status (GraphML, GEXF); the others take the documents' graphs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from kg.errors import ExportError
from kg.export import FORMATS, Backing, Backings, facts
from kg.model import Iri, Quad, Triple
from kg.paths import Evidence, Status, is_entity, statements
from kg.rdf.descriptions import is_nobody
from kg.rdf.vocabulary import LABEL, SUBJECT, TYPE
from kg.store import Store


class Chosen(NamedTuple):
    """What is written: quads, and what stands behind their triples."""

    quads: Iterable[Quad]
    backings: Backings


def chosen(store: Store, what: str, file_format: str, ontologies: Iterable[str]) -> Chosen:
    """The `facts`, or as `evidence` everything, as the format can take it. Raises `ExportError`."""
    if what not in {"facts", "evidence"}:
        raise ExportError(f"{what!r} can't be exported; facts and evidence can")
    form = FORMATS.get(file_format)
    behind = backings(store) if form is not None and form.backed else {}
    if what == "facts":
        return Chosen(facts(store, ontologies), behind)
    if behind:
        return Chosen(chain(facts(store, ontologies), unasserted(store, behind)), behind)
    if form is None or form.has_graphs:
        return Chosen(store.quads(), behind)
    return Chosen(sorted({(*quad[:3], None) for quad in store.quads()}, key=str), behind)


def backings(store: Store) -> dict[Triple, Backing]:
    """What stands behind each triple that a statement is about, facts and others."""
    behind: dict[Triple, list[Evidence]] = defaultdict(list)
    for subject in sorted({quad[2] for quad in store.quads(None, SUBJECT) if isinstance(quad[2], Iri)}):
        for each in statements(store, subject=subject):
            behind[each.triple].append(each)
    return {triple: _backing(store.contains((*triple, None)), found) for triple, found in behind.items()}


def unasserted(store: Store, behind: Collection[Triple]) -> Iterator[Quad]:
    """Those triples between things that are no facts, with the labels and classes of their ends."""
    for triple in behind:
        ends = [end for end in (triple[0], triple[2]) if isinstance(end, Iri) and is_entity(end) and not is_nobody(end)]
        if len(ends) < 2 or store.contains((*triple, None)):
            continue
        yield (*triple, None)
        for end in ends:
            for predicate in (LABEL, TYPE):
                yield from ((*quad[:3], None) for quad in store.quads(end, predicate))


def _backing(fact: bool, found: list[Evidence]) -> Backing:
    kept = [each for each in found if each.status is Status.ASSERTED] if fact else found
    sure = [each.confidence for each in kept if each.confidence is not None]
    status = Status.ASSERTED if fact else found[0].status
    return Backing(max(sure, default=None), tuple(sorted({each.origin for each in kept})), status.value)

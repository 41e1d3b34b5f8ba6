"""A graph's coming, going or change to the one write that keeps the default graph right.

Definition: "Facts and evidence" in the data model: a triple is in the default graph exactly as long as something
supports it. A document's graph supports its factual statements and what its mentions say of their entities; any other
named graph supports the triples that it holds. The cost is that of the graphs that change and of the names they touch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.model import BlankNode, Iri, Literal, Quad, Term, Triple
from kg.names import local_part, readable_name
from kg.rdf import vocabulary as v
from kg.rdf.descriptions import DESCRIPTIVE, Facts, is_nobody, restore, with_names
from kg.rdf.source import QuadSource, Single, nodes, read_node
from kg.rdf.stored import USES, StoredDocument

#: What keeps a statement from being a fact, besides a pronoun that resolves to nothing.
NOT_FACTUAL = (v.POLARITY, v.MODALITY, v.ATTRIBUTED_TO, v.IGNORED)

Change = tuple[set[Quad], set[Quad]]


def change(source: QuadSource, graph: Iri, quads: Iterable[Quad] | None) -> Change:
    """What to remove and what to add so that a graph holds just these quads (None: goes), and the default graph fits.

    The graph is a document's evidence or plain triples (an imported file, the user's, inference). Triples that stay are
    in neither set.
    """
    return change_all(source, {graph: quads})


def change_all(source: QuadSource, graphs: Mapping[Iri, Iterable[Quad] | None]) -> Change:
    """`change` for several graphs in one write."""
    removed: set[Quad] = set()
    added: set[Quad] = set()
    before: set[Triple] = set()
    after: set[Triple] = set()
    for graph, quads in graphs.items():
        old, new = set(source.quads(None, None, None, graph=graph)), set(quads or ())
        removed |= old - new
        added |= new - old
        before |= supported(graph, old)
        after |= supported(graph, new)
    added |= {(*triple, None) for triple in after - before if not _holds(source, triple)}
    lost = (triple for triple in before - after if not _is_supported(source, triple, graphs.keys()))
    removed |= {(*triple, None) for triple in lost if _holds(source, triple)}
    return removed, added


def supported(graph: Iri, quads: Iterable[Quad]) -> set[Triple]:
    """The triples of the default graph that the quads of one named graph support."""
    triples = [quad[:3] for quad in quads]
    if not any(subject == graph and predicate == v.IS_STRING for subject, predicate, _ in triples):
        return {triple for triple in triples if triple[0] != graph}
    stored = StoredDocument(graph, triples)
    ignored = {subject for subject, predicate, _ in triples if predicate == v.IGNORED}
    found = {each for each in stored.supported() if each[0] not in ignored}.union(asserted(stored))
    for _, statement in stored.statements():
        found.update(_of_relations(statement, graph))
    return found


def asserted(stored: StoredDocument) -> Iterator[Triple]:
    """The facts that a document states, one for each statement that is one."""
    for _, statement in stored.statements():
        fact = fact_of(statement)
        if fact is not None:
            yield fact


def _of_relations(statement: Single, graph: Iri) -> Iterator[Triple]:
    """The descriptions of what a statement names that the ontology does not know."""
    predicate, value = statement.get(v.PREDICATE), statement.get(v.OBJECT)
    relations = f"{graph.rpartition('document/')[0]}relation/"
    for term in (predicate, value if predicate == v.DOES else None):
        if isinstance(term, Iri) and term.startswith(relations):
            yield from _of_relation(term, is_activity=term == value)


def _of_relation(relation: Iri, *, is_activity: bool) -> Iterator[Triple]:
    """The description of a relation that the ontology does not know, as its name tells it."""
    words = readable_name(local_part(relation))
    name, dot, lang = words.rpartition(".")
    known = bool(dot) and lang in {"fi", "nn", "nb"}
    yield relation, v.TYPE, v.PROPERTY
    yield relation, v.LABEL, Literal(name, lang) if known else Literal(words, "en")
    if is_activity:
        yield relation, v.TYPE, v.ACTIVITY


def fact_of(node: Single) -> Triple | None:
    """The triple that a statement asserts as a fact. Nothing holds between a thing and itself."""
    subject, predicate, value = node.get(v.SUBJECT), node.get(v.PREDICATE), node.get(v.OBJECT)
    if not isinstance(subject, Iri) or not isinstance(predicate, Iri) or value is None or subject == value:
        return None
    if any(isinstance(each, Iri) and is_nobody(each) for each in (subject, value)):
        return None
    return None if any(each in node for each in NOT_FACTUAL) else (subject, predicate, value)


def _holds(source: QuadSource, triple: Triple) -> bool:
    return next(iter(source.quads(*triple, graph=None)), None) is not None


def _is_supported(source: QuadSource, triple: Triple, changed: Collection[Iri]) -> bool:
    """Whether a graph other than those that change supports a triple."""
    subject, predicate, value = triple
    if any(graph is not None and graph not in changed for *_, graph in source.quads(*triple)):
        return True
    if any(fact_of(node) == triple for node in _statements(source, subject, value, changed)):
        return True
    return predicate in DESCRIPTIVE and _is_described(source, triple, changed)


def _statements(
    source: QuadSource, subject: Iri | BlankNode, value: Term, changed: Collection[Iri]
) -> Iterator[Single]:
    """The statements elsewhere that may be of this subject and object: those of the one that has fewer."""
    by_subject, by_object = source.quads(None, v.SUBJECT, subject), source.quads(None, v.OBJECT, value)
    for node, _, _, graph in _shorter(by_subject, by_object):
        if graph is not None and graph not in changed:
            yield read_node(source, node, graph)


def _shorter(first: Iterator[Quad], second: Iterator[Quad]) -> list[Quad]:
    """The quads of the iterator that ends first, at a cost of twice its length."""
    taken: tuple[list[Quad], list[Quad]] = [], []
    while True:
        for iterator, quads in ((first, taken[0]), (second, taken[1])):
            quad = next(iterator, None)
            if quad is None:
                return quads
            quads.append(quad)


def _is_described(source: QuadSource, triple: Triple, changed: Collection[Iri]) -> bool:
    """Whether a document elsewhere that speaks of a thing says this of it, or a relation's use does."""
    thing, predicate, value = triple
    if not isinstance(thing, Iri):
        return False
    seen: set[Iri] = set()
    for slot in USES:
        for *_, graph in source.quads(None, slot, thing):
            if graph is None or graph in changed or graph in seen:
                continue
            seen.add(graph)
            if (predicate, value) in _description(source, thing, graph):
                return True
    return any(_is_used(source, slot, thing, changed) for slot in _uses(predicate, value))


def _description(source: QuadSource, thing: Iri, graph: Iri) -> Facts:
    """What one document says of a shared thing of which it speaks."""
    own = nodes(quad[:3] for quad in source.quads(thing, None, None, graph=graph))
    mentions = [read_node(source, quad[0], graph) for quad in source.quads(None, v.DENOTES, thing, graph=graph)]
    return with_names(restore(thing, own.get(thing, {}), ""), mentions)


def _uses(predicate: Iri, value: Term) -> tuple[Iri, ...]:
    """The slots of statements in which a relation's use supports this description of it."""
    if (predicate, value) == (v.TYPE, v.ACTIVITY):
        return (v.OBJECT,)
    return (v.PREDICATE, v.OBJECT) if predicate == v.LABEL or value == v.PROPERTY else ()


def _is_used(source: QuadSource, slot: Iri, relation: Iri | BlankNode, changed: Collection[Iri]) -> bool:
    found = source.quads(None, slot, relation) if "relation/" in relation else iter(())
    return any(graph is not None and graph not in changed for *_, graph in found)

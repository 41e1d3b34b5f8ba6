"""A graph's coming, going or change to the one write that keeps the default graph right.

Definition: "Facts and evidence" in the data model: a triple is in the default graph exactly as long as something
supports it. A document's graph supports its factual statements and what its mentions say of their entities; any other
named graph supports the triples that it holds. The cost is that of the graphs that change and of the names they touch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.model import BlankNode, Iri, Literal, Quad, Term, Triple
from kg.rdf import vocabulary as v
from kg.rdf.iris import local_part, readable_name
from kg.rdf.mentions import describe
from kg.rdf.source import Node, QuadSource, Single, nodes, read_node, single

_DESCRIPTIVE = frozenset({v.TYPE, v.LABEL, v.ALT_LABEL, v.AMOUNT, v.UNIT, v.CURRENCY, v.AT_LEAST, v.AT_MOST})
_NOT_FACTUAL = (v.POLARITY, v.MODALITY, v.ATTRIBUTED_TO, v.UNRESOLVED)

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
    found = nodes(triples)
    lang = _text(single(found[graph]).get(v.LANGUAGE))
    return {triple for node in found.values() for triple in _of_node(node, graph, lang)}


def _of_node(node: Node, graph: Iri, lang: str) -> Iterator[Triple]:
    types = node.get(v.TYPE, ())
    if v.MENTION in types:
        yield from describe(single(node), graph, lang)
    elif v.STATEMENT in types:
        yield from _of_statement(single(node), graph, lang)


def _of_statement(node: Single, graph: Iri, lang: str) -> Iterator[Triple]:
    fact = _fact(node)
    if fact is not None:
        yield fact
    subject, predicate, value = node.get(v.SUBJECT), node.get(v.PREDICATE), node.get(v.OBJECT)
    for thing, mention, text in (
        (subject, v.SUBJECT_MENTION, v.SUBJECT_TEXT),
        (value, v.OBJECT_MENTION, v.OBJECT_TEXT),
    ):
        if isinstance(thing, Iri) and thing.startswith(f"{graph}#") and mention not in node:
            yield thing, v.TYPE, v.CONCEPT
            yield thing, v.LABEL, Literal(_text(node.get(text)), lang)
    relations = f"{graph.rpartition('document/')[0]}relation/"
    for term in (predicate, value if predicate == v.DOES else None):
        if isinstance(term, Iri) and term.startswith(relations):
            yield from _of_relation(term, is_activity=term == value)


def _of_relation(relation: Iri, *, is_activity: bool) -> Iterator[Triple]:
    """The description of a relation that the ontology does not know, as its name tells it."""
    name, dot, lang = readable_name(local_part(relation)).rpartition(".")
    known = bool(dot) and lang in {"fi", "nn", "nb"}
    yield relation, v.TYPE, v.PROPERTY
    yield relation, v.LABEL, Literal(name, lang) if known else Literal(readable_name(local_part(relation)), "en")
    if is_activity:
        yield relation, v.TYPE, v.ACTIVITY


def _fact(node: Single) -> Triple | None:
    """The triple that a statement asserts as a fact. Nothing holds between a thing and itself."""
    subject, predicate, value = node.get(v.SUBJECT), node.get(v.PREDICATE), node.get(v.OBJECT)
    if not isinstance(subject, Iri) or not isinstance(predicate, Iri) or value is None or subject == value:
        return None
    return None if any(each in node for each in _NOT_FACTUAL) else (subject, predicate, value)


def _holds(source: QuadSource, triple: Triple) -> bool:
    return next(iter(source.quads(*triple, graph=None)), None) is not None


def _is_supported(source: QuadSource, triple: Triple, changed: Collection[Iri]) -> bool:
    """Whether a graph other than those that change supports a triple."""
    subject, predicate, value = triple
    if any(graph is not None and graph not in changed for *_, graph in source.quads(*triple)):
        return True
    if any(_fact(node) == triple for node in _statements(source, subject, value, changed)):
        return True
    return predicate in _DESCRIPTIVE and _is_described(source, triple, changed)


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
    """Whether a mention, or a relation's use, elsewhere says this of a thing."""
    thing, predicate, value = triple
    languages: dict[Iri, str] = {}
    for node, _, _, graph in source.quads(None, v.DENOTES, thing):
        if graph is None or graph in changed:
            continue
        if graph not in languages:
            languages[graph] = _text(next((q[2] for q in source.quads(graph, v.LANGUAGE, None, graph=graph)), None))
        if triple in describe(read_node(source, node, graph), graph, languages[graph]):
            return True
    return any(_is_used(source, slot, thing, changed) for slot in _uses(predicate, value))


def _uses(predicate: Iri, value: Term) -> tuple[Iri, ...]:
    """The slots of statements in which a relation's use supports this description of it."""
    if (predicate, value) == (v.TYPE, v.ACTIVITY):
        return (v.OBJECT,)
    return (v.PREDICATE, v.OBJECT) if predicate == v.LABEL or value == v.PROPERTY else ()


def _is_used(source: QuadSource, slot: Iri, relation: Iri | BlankNode, changed: Collection[Iri]) -> bool:
    found = source.quads(None, slot, relation) if "relation/" in relation else iter(())
    return any(graph is not None and graph not in changed for *_, graph in found)


def _text(term: Term | None) -> str:
    return term.text if isinstance(term, Literal) else ""

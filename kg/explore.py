"""Questions about a store's graph that people ask in words: what is called so, what is said of it, what is there.

All results are sorted, so that equal graphs give equal answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kg.answers import Description, DocumentInfo, Found, Schema, SchemaTerm, Stats
from kg.errors import UnknownEntity
from kg.model import BlankNode, Iri, Literal, Term, Triple
from kg.names import write_name
from kg.paths import TERMS, entity_class, foresee_labels, is_entity, label, neighbours
from kg.rdf import vocabulary as v
from kg.rdf.stored import USES, StoredDocument
from kg.rdf.support import asserted, supported
from kg.store import Rows, Store, fold, write_term

#: How alike a misspelt name and a label must be, of 100, and how many letters a name has that may be misspelt.
_ALIKE, _SHORTEST = 80, 4
_PROPERTY_TYPES = (v.PROPERTY, v.OWL("ObjectProperty"), v.OWL("DatatypeProperty"))
_DEFINING = (*_PROPERTY_TYPES, v.OWL("Class"), v.OWL("Ontology"))
#: How well a name fits that is the one wanted, and one that holds it only inside a word.
_SAME, _PART = 0, 3
#: Triples that an endpoint is asked to count.
_COUNTED = 2_000_000


def find(store: Store, text: str, *, limit: int = 20) -> list[Found]:
    """Entities whose label holds the text, in any language and without accents; the best match first.

    Where none does, those whose label is nearly spelled so. Cost: linear in the labels of the graph.
    """
    found = (_holding(store, text) or _alike(store, text))[:limit]
    foresee_labels(store, found)
    used = store.uses(found, USES)
    return [_found(store, iri, used[iri]) for iri in found]


def _holding(store: Store, text: str) -> list[Iri]:
    """Entities whose label holds the text, the best match first."""
    return _best_first(store, _ranks(store, text))


def _ranks(store: Store, text: str) -> dict[Iri, int]:
    """How well each entity fits whose label holds the text, by the best of its labels; see `_rank`."""
    wanted = fold(text)
    best: dict[Iri, int] = {}
    for iri, name in _names(store, text):
        rank = _rank(fold(name), wanted)
        if rank is not None:
            best[iri] = min(rank, best.get(iri, rank))
    return best


def _best_first(store: Store, ranks: Mapping[Iri, int]) -> list[Iri]:
    used = store.uses(ranks, USES)
    return sorted(ranks, key=lambda iri: (ranks[iri], -used[iri], iri))


def _alike(store: Store, text: str) -> list[Iri]:
    """Entities whose label, or as many words of it, are spelled like the text but for a slip; the likest first."""
    from rapidfuzz.fuzz import ratio

    wanted = fold(text)
    size = len(wanted.split())
    best: dict[Iri, float] = {}
    for iri, name in _names(store) if len(wanted) >= _SHORTEST else ():
        folded = fold(name)
        words = folded.split()
        parts = (" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
        score = max(ratio(wanted, part, score_cutoff=_ALIKE) for part in (folded, *parts))
        if score:
            best[iri] = max(score, best.get(iri, 0))
    used = store.uses(best, USES)
    return sorted(best, key=lambda iri: (-best[iri], -used[iri], iri))


def entity(store: Store, name: str, prefixes: Mapping[str, str]) -> Iri:
    """The one entity that is called so, else the one with these words in a label, else the one whose label holds them.

    Raises `UnknownEntity` where there is none or several; those called so are told by their names under the prefixes.
    """
    ranks = _ranks(store, name)
    used = store.uses([iri for iri, rank in ranks.items() if rank == _SAME], USES)
    candidates = sorted(used, key=lambda iri: (-used[iri], iri))
    if len(candidates) == 1 or (candidates and used[candidates[0]] > 3 * used[candidates[1]]):
        return candidates[0]
    if candidates:
        raise UnknownEntity(name, tuple(write_name(iri, prefixes) for iri in candidates[:5]))
    near = _best_first(store, {iri: rank for iri, rank in ranks.items() if rank < _PART} or ranks)
    if len(near) == 1:
        return near[0]
    raise UnknownEntity(name, tuple(label(store, iri) for iri in (near or _alike(store, name))[:5]))


def describe(store: Store, iri: Iri, *, lang: str = "en") -> Description:
    """What the graph says of an entity."""
    around = neighbours(store, iri)
    foresee_labels(store, [iri, *(term for triple in (*around.outgoing, *around.incoming) for term in triple)])
    return Description(
        iri,
        label(store, iri, lang=lang),
        tuple(sorted(q[2] for q in store.quads(iri, v.TYPE, None, None) if isinstance(q[2], Iri))),
        tuple((label(store, p, lang=lang), *_shown(store, o, lang)) for _, p, o in around.outgoing),
        tuple((label(store, p, lang=lang), *_shown(store, s, lang)) for s, p, _ in around.incoming),
    )


def documents(store: Store) -> list[DocumentInfo]:
    """The documents and imported files, by source."""
    return sorted(
        [*(_document(store, each) for each in _graphs(store)), *(_file(store, each) for each in _files(store))]
    )


def schema(store: Store) -> Schema:
    """Classes and properties with how often facts use them; those of the ontology are there with 0 too."""
    kinds, relations = _told(store) if store.served else _tallied(store)
    for kind in _PROPERTY_TYPES:
        relations.update({Iri(q[0]): 0 for q in store.quads(None, v.TYPE, kind, None)})
    kinds.update({Iri(q[0]): 0 for q in store.quads(None, v.TYPE, v.OWL("Class"), None)})
    return Schema(_terms(store, kinds), _terms(store, relations))


def _tallied(store: Store) -> tuple[Counter[Iri], Counter[Iri]]:
    """How often entities have each class, and each property."""
    kinds: Counter[Iri] = Counter()
    relations: Counter[Iri] = Counter()
    defined = _defined(store)
    for subject, predicate, value, _ in store.quads(graph=None):
        if not is_entity(subject) or subject in defined:
            continue
        if predicate == v.TYPE and isinstance(value, Iri):
            kinds[value] += 1
        elif predicate not in (v.LABEL, v.ALT_LABEL):
            relations[predicate] += 1
    return kinds, relations


def _told(store: Store) -> tuple[Counter[Iri], Counter[Iri]]:
    """The same as the server counts it, in so many triples that it can be waited for."""
    terms = " || ".join(f"STRSTARTS(STR(?s), {write_term(Literal(namespace))})" for namespace in TERMS)
    kinds = " ".join(f"<{each}>" for each in _DEFINING)
    entities = f"FILTER(isIRI(?s) && !({terms})) MINUS {{ VALUES ?k {{ {kinds} }} ?s a ?k }}"
    counts = []
    for variable, pattern in (("c", f"?s a ?c {entities}"), ("p", f"?s ?p ?o {entities}")):
        inner = f"SELECT ?{variable} {{ {pattern} }} LIMIT {_COUNTED}"
        rows = store.query(f"SELECT ?{variable} (COUNT(*) AS ?n) {{ {{ {inner} }} }} GROUP BY ?{variable}")
        found = (tuple(row) for row in rows) if isinstance(rows, Rows) else ()
        counts.append(Counter({t: int(n.text) for t, n in found if isinstance(t, Iri) and isinstance(n, Literal)}))
    classes, relations = counts
    for each in (v.TYPE, v.LABEL, v.ALT_LABEL):
        relations.pop(each, None)
    return classes, relations


def stats(store: Store) -> Stats:
    """Figures of the graph. Cost: linear in the quads."""
    infos = documents(store)
    graphs = _graphs(store)
    added = sum(1 for graph in graphs for _ in store.quads(graph=graph)) + len(supported_facts(store))
    read = len(_read(store))
    entities = {s for s, _, _, _ in store.quads(None, v.LABEL, None, None) if is_entity(s)} - _defined(store)
    return Stats(
        documents=len(infos),
        words=sum(info.words for info in infos),
        sentences=sum(1 for _ in store.quads(None, v.ANCHOR_OF)),
        statements=sum(info.statements for info in infos),
        facts=facts(store),
        entities=len(entities),
        triples=store.count(),
        triples_per_fact=round(added / read, 1) if read else 0.0,
    )


def supported_facts(store: Store) -> set[Triple]:
    """What of the default graph documents support, descriptions of entities and relations included."""
    return {triple for graph in _graphs(store) for triple in supported(graph, store.quads(graph=graph))}


def facts(store: Store) -> int:
    """How many different triples documents and imported files state as fact."""
    return len({*_read(store), *(fact for graph in _files(store) for fact in _imported(store, graph))})


def _read(store: Store) -> set[Triple]:
    stored = (StoredDocument(graph, (quad[:3] for quad in store.quads(graph=graph))) for graph in _graphs(store))
    return {fact for each in stored for fact in asserted(each)}


def _imported(store: Store, graph: Iri) -> set[Triple]:
    """What an imported file says, but for classes and labels."""
    told = supported(graph, store.quads(graph=graph))
    return {triple for triple in told if triple[1] not in (v.TYPE, v.LABEL, v.ALT_LABEL)}


def _graphs(store: Store) -> list[Iri]:
    return sorted({s for s, _, _, _ in store.quads(None, v.TYPE, v.DOCUMENT) if isinstance(s, Iri)})


def _files(store: Store) -> list[Iri]:
    return sorted({s for s, _, _, g in store.quads(None, v.TYPE, v.IMPORTED) if isinstance(s, Iri) and s == g})


def labels(store: Store) -> Iterator[tuple[str, Iri, Iri | None]]:
    """(label, entity, class) of every entity, for completion."""
    classes = {s: o for s, _, o, _ in store.quads(None, v.TYPE, None, None) if isinstance(o, Iri)}
    for iri, name in _names(store):
        yield name, iri, classes.get(iri)


def _defined(store: Store) -> set[Iri | BlankNode]:
    """What is no thing that texts speak of, but a term: relations, classes, and ontologies themselves."""
    return {quad[0] for kind in _DEFINING for quad in store.quads(None, v.TYPE, kind, None)}


def _names(store: Store, text: str | None = None) -> Iterator[tuple[Iri, str]]:
    """Entities with their names; of a store that has too many to look through, those with the text."""
    defined = _defined(store)
    for predicate in (v.LABEL, v.ALT_LABEL):
        for subject, _, value, _ in store.labelled(predicate, text):
            if (
                isinstance(subject, Iri)
                and isinstance(value, Literal)
                and is_entity(subject)
                and subject not in defined
            ):
                yield subject, value.text


def _rank(name: str, wanted: str) -> int | None:
    """0 for the name itself, 1 for its beginning, 2 for a word of it, 3 for a part; None where it does not fit."""
    if name == wanted:
        return _SAME
    if name.startswith(wanted):
        return 1
    if wanted in name.split():
        return 2
    return _PART if wanted in name else None


def _found(store: Store, iri: Iri, uses: int) -> Found:
    kind = entity_class(store, iri)
    return Found(iri, label(store, iri), v.KG(kind.value) if kind else None, uses)


def _shown(store: Store, term: Term, lang: str) -> tuple[str, Iri | None]:
    if isinstance(term, Iri):
        return label(store, term, lang=lang), term
    return term.text if isinstance(term, Literal) else f"_:{term}", None


def _terms(store: Store, counts: Counter[Iri]) -> tuple[SchemaTerm, ...]:
    foresee_labels(store, counts)
    return tuple(SchemaTerm(iri, label(store, iri), counts[iri]) for iri in sorted(counts))


def _document(store: Store, iri: Iri) -> DocumentInfo:
    stored = StoredDocument(iri, (quad[:3] for quad in store.quads(graph=iri)))
    text = _text(store, iri, v.IS_STRING)
    return DocumentInfo(
        source=_text(store, iri, v.SOURCE),
        title=_text(store, iri, v.TITLE),
        lang=_text(store, iri, v.LANGUAGE),
        facts=sum(1 for _ in asserted(stored)),
        statements=sum(1 for _ in stored.statements()),
        words=len(text.split()),
    )


def _file(store: Store, iri: Iri) -> DocumentInfo:
    said = len(_imported(store, iri))
    return DocumentInfo(_text(store, iri, v.SOURCE), title="", lang="", facts=said, statements=0, words=0)


def _text(store: Store, iri: Iri, predicate: Iri) -> str:
    value = _value(store, iri, predicate, iri)
    return value.text if isinstance(value, Literal) else ""


def _value(store: Store, iri: Iri, predicate: Iri, graph: Iri) -> Term | None:
    return next((q[2] for q in store.quads(iri, predicate, None, graph)), None)

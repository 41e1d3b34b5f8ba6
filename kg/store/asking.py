"""What an endpoint is asked, as SPARQL 1.1: patterns of quads, many nodes at once, and queries as people type them.

Endpoints know none of our prefixes, functions and searches: the first are declared where a text uses them, the others
refused with what to do instead. Blank nodes have no name in SPARQL, by which one could ask for them, or take them out
again: those of what we write are IRIs there (https://www.w3.org/TR/rdf11-concepts/#section-skolemization).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model import BlankNode, Iri, Quad, Term
from kg.store.ntriples import write_iri, write_term
from kg.store.sparql import Token, error_at, explain, tokens, uses_network
from kg.store.terms import from_ox

#: What the IRIs of blank nodes begin with.
BLANK = "urn:kgshell:blank:"
_KG = "https://w3id.org/kgshell/ontology#"
_FUNCTIONS = frozenset({"label", "evidence", "fold", "matches", "similarity", "localName", "days"})
_SEARCHES = frozenset({"search", "searchLabels", "searchSentences"})

# ---------------------------------------------------------------- terms


def to_text(term: Term) -> str:
    """A term as SPARQL writes it."""
    return f"<{BLANK}{term}>" if isinstance(term, BlankNode) else write_term(term)


def to_term(term: object) -> Term:
    """A term of an answer."""
    if type(term) is ox.NamedNode and term.value.startswith(BLANK):
        return BlankNode(term.value.removeprefix(BLANK))
    return from_ox(term)


def without_blanks(quads: Iterable[Quad]) -> Iterable[Quad]:
    """The quads with IRIs for their blank nodes."""
    for subject, predicate, value, graph in quads:
        yield _named(subject), predicate, _named(value), graph  # type: ignore[misc]


def _named(term: Term) -> Term:
    return Iri(f"{BLANK}{term}") if isinstance(term, BlankNode) else term


# ---------------------------------------------------------------- patterns


def pattern(terms: tuple[Term | None, Term | None, Term | None], graph: Iri | None, *, everywhere: bool) -> str:
    """The query of the quads that fit: `?s ?p ?o`, and `?g` where `everywhere`, as far as they are not given.

    An ASK where nothing is left to find.
    """
    written = [f"?{name}" if term is None else to_text(term) for name, term in zip("spo", terms, strict=True)]
    triple = " ".join(written)
    columns = [each for each in written if each.startswith("?")]
    if everywhere:
        return f"SELECT {' '.join([*columns, '?g'])} {{ {_everywhere(triple)} }}"
    where = triple if graph is None else f"GRAPH {write_iri(graph)} {{ {triple} }}"
    return f"SELECT {' '.join(columns)} {{ {where} }}" if columns else f"ASK {{ {where} }}"


def of_nodes(nodes: Collection[Iri], predicates: Collection[Iri], *, everywhere: bool) -> str:
    """The query of `?s ?p ?o`, and `?g` where `everywhere`: the quads with these subjects and, if any, predicates."""
    chosen = f"{_values('s', nodes)} {_values('p', predicates) if predicates else ''} ?s ?p ?o"
    if not everywhere:
        return f"SELECT ?s ?p ?o {{ {chosen} }}"
    values, _, triple = chosen.rpartition("} ")
    return f"SELECT ?s ?p ?o ?g {{ {{ {chosen} }} UNION {{ {values}}} GRAPH ?g {{ {triple} }} }} }}"


def of_links(nodes: Collection[Iri], predicate: Iri | None, *, inward: bool, most: int | None) -> str:
    """The query of `?n ?p ?x`: the default graph's triples that join these nodes with other IRIs."""
    relation = "?p" if predicate is None else write_iri(predicate)
    triple = f"?x {relation} ?n" if inward else f"?n {relation} ?x"
    bound = "" if predicate is None else f" VALUES ?p {{ {relation} }}"
    limit = "" if most is None else f" LIMIT {most}"
    return f"SELECT ?n ?p ?x {{ {_values('n', nodes)} {triple} FILTER(isIRI(?x)){bound} }}{limit}"


def of_uses(nodes: Collection[Iri], predicates: Collection[Iri], *, everywhere: bool) -> str:
    """The query of `?n ?number`: how many quads with one of these predicates have each node as object."""
    triple = f"{_values('n', nodes)} {_values('p', predicates)} "
    found = f"{{ {triple} ?s ?p ?n }}"
    if everywhere:
        found += f" UNION {{ {triple} GRAPH ?g {{ ?s ?p ?n }} }}"
    return f"SELECT ?n (COUNT(*) AS ?number) {{ {found} }} GROUP BY ?n"


def size(*, everywhere: bool) -> str:
    """The query of how many quads there are."""
    found = _everywhere("?s ?p ?o") if everywhere else "?s ?p ?o"
    return f"SELECT (COUNT(*) AS ?number) {{ {found} }}"


def more_than(most: int, *, everywhere: bool) -> str:
    """The query of how many quads there are, counted up to one more than `most`."""
    found = _everywhere("?s ?p ?o") if everywhere else "?s ?p ?o"
    return f"SELECT (COUNT(*) AS ?number) {{ SELECT ?s {{ {found} }} LIMIT {most + 1} }}"


def labelled(predicate: Iri, *, most: int) -> str:
    """The query of `?s ?o`: the labels of that kind, so many of them at most."""
    return f"SELECT ?s ?o {{ ?s {write_iri(predicate)} ?o }} LIMIT {most}"


def labelled_so(predicate: Iri, text: str, languages: Iterable[str], *, most: int) -> str:
    """The query of `?s ?o`: labels that are the text, without a language or in one of these."""
    said = str(ox.Literal(text))
    values = " ".join([said, *(f"{said}@{each}" for each in languages)])
    return f"SELECT ?s ?o {{ VALUES ?o {{ {values} }} ?s {write_iri(predicate)} ?o }} LIMIT {most}"


def labelled_with(predicate: Iri, text: str, *, most: int) -> str:
    """The query of `?s ?o`: labels that hold the text, in any case."""
    part = str(ox.Literal(text.lower()))
    test = f"FILTER(CONTAINS(LCASE(STR(?o)), {part}))"
    return f"SELECT ?s ?o {{ ?s {write_iri(predicate)} ?o {test} }} LIMIT {most}"


def _everywhere(triple: str) -> str:
    return f"{{ {triple} }} UNION {{ GRAPH ?g {{ {triple} }} }}"


def _values(name: str, nodes: Iterable[Term]) -> str:
    return f"VALUES ?{name} {{ {' '.join(map(to_text, nodes))} }}"


# ---------------------------------------------------------------- what people type


def declared(text: str, prefixes: Mapping[str, str]) -> str:
    """The text with a PREFIX for each of ours that it uses and does not declare, on its first line."""
    wanted = [name for name in _undeclared(text) if name in prefixes]
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in wanted) + text


def _undeclared(text: str) -> list[str]:
    """The prefixes that a text uses and does not declare, in order."""
    found = list(tokens(text))
    own = {found[at + 1].text for at in range(len(found) - 1) if _is_word(found[at], "PREFIX")}
    used = dict.fromkeys(token.text.partition(":")[0] for token in found if token.kind == "name")
    return [name for name in used if name != "_" and f"{name}:" not in own]


def refuse_own(text: str, prefixes: Mapping[str, str]) -> None:
    """Raise `QueryError` where the text uses what only a store of our own knows: searches and functions."""
    if "kg" not in text and _KG not in text:
        return
    found = list(tokens(text))
    for at, token in enumerate(found):
        name = _of_kg(token, prefixes)
        calls = at + 1 < len(found) and found[at + 1].text == "("
        if name in _FUNCTIONS and calls:
            said = f"kg:{name} is a function of stores in folders, which endpoints do not know; ask without it"
            raise error_at(text, token.start, said)
        if name in _SEARCHES:
            said = f'kg:{name} is for stores in folders; here .find, or FILTER(CONTAINS(LCASE(?label), "word"))'
            raise error_at(text, token.start, said)


def judged(error: QueryError, text: str, prefixes: Mapping[str, str], *, update: bool = False) -> QueryError:
    """The error of a text that a server refused: with its place, where the text is no SPARQL 1.1 at all.

    A prefix that we do not know may be one of the server's own; it is the fault where the server speaks of prefixes.
    """
    if getattr(error, "status", 400) != 400 or uses_network(text):  # trying it would talk to other machines
        return error
    unknown = dict.fromkeys((name for name in _undeclared(text) if name not in prefixes), "urn:x-kgshell:unknown:")
    for known in ({**unknown, **prefixes}, prefixes) if _speaks_of_prefixes(error) else ({**unknown, **prefixes},):
        fault = _fault(text, known, update=update)
        if fault is not None:
            return explain(fault, text, known, update=update)
    if not unknown:
        return error
    name = next(iter(unknown))
    return QueryError(f"{error.reason}; perhaps it knows no prefix {name}:, which PREFIX {name}: <…> declares")


def _speaks_of_prefixes(error: QueryError) -> bool:
    return "prefix" in error.reason.lower()


def _fault(text: str, prefixes: Mapping[str, str], *, update: bool) -> str | None:
    """What Oxigraph's parser has against a text; None for nothing."""
    scratch = ox.Store()
    try:
        scratch.update(text, prefixes=dict(prefixes)) if update else scratch.query(text, prefixes=dict(prefixes))
    except SyntaxError as fault:
        return str(fault.msg)
    except (RuntimeError, ValueError, OSError):
        return None
    return None


def _of_kg(token: Token, prefixes: Mapping[str, str]) -> str | None:
    """The local name of a term of our ontology."""
    if token.kind == "iri":
        iri = token.text[1:-1]
    elif token.kind == "name":
        prefix, _, local = token.text.partition(":")
        iri = f"{prefixes.get(prefix, '')}{local}"
    else:
        return None
    return iri.removeprefix(_KG) if iri.startswith(_KG) else None


def _is_word(token: Token, word: str) -> bool:
    return token.kind == "word" and token.text.upper() == word

"""What `Graph.query` costs over pyoxigraph's own `Store.query`, and how far rdflib's own engine is behind.

    python -m benchmarks.sparql [--people N] [--times N]

Asks a made graph of people, companies and places (14 triples a person) the same questions in all three, in one run;
each answer is read to its end, every term of it. Figures are medians of processor time, so that other work on the
machine does not count; pyoxigraph and kgshell take turns, and rdflib, which is slow, is asked once.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence

import pyoxigraph as ox
import rdflib

import kg
from kg.model import Literal, Quad
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base

#: What is asked.
QUERIES = {
    "join and count": """SELECT ?company (COUNT(?who) AS ?n) {
        ?who kg:worksFor ?company . ?company kg:basedIn ?place . ?place rdfs:label ?label }
        GROUP BY ?company ORDER BY DESC(?n) ?company LIMIT 20""",
    "three hops": """SELECT (COUNT(*) AS ?n) {
        ?a kg:worksFor ent:company_0 . ?a kg:contacted/kg:contacted/kg:contacted ?b }""",
    "filter labels": 'SELECT ?who ?label { ?who rdfs:label ?label FILTER(CONTAINS(LCASE(?label), "person 99")) }',
    "property path": """SELECT ?who (COUNT(?x) AS ?n) {
        ?who kg:worksFor ent:company_0 ; (kg:contacted|kg:leads)/kg:contacted/kg:left ?x } GROUP BY ?who""",
    "optional, sort": """SELECT ?who (COALESCE(?by, "") AS ?boss) { ?who a kg:Person OPTIONAL { ?by kg:leads ?who } }
        ORDER BY DESC(?by) ?who LIMIT 1000""",
    "all rows": "SELECT ?who ?company { ?who kg:left ?company }",
}


def facts(people: int) -> Iterator[Quad]:
    """A graph of that many people, the same every time."""
    base = Base()
    companies, places = max(people // 50, 2), max(people // 500, 2)
    for number in range(places):
        yield base.entity(f"place {number}"), v.LABEL, Literal(f"Place {number}"), None
    for number in range(companies):
        company = base.entity(f"company {number}")
        yield company, v.TYPE, v.KG("Organization"), None
        yield company, v.LABEL, Literal(f"Company {number}"), None
        yield company, v.KG("basedIn"), base.entity(f"place {number * 7 % places}"), None
    for number in range(people):
        yield from _person(base, number, people, companies)


def _person(base: Base, number: int, people: int, companies: int) -> Iterator[Quad]:
    who = base.entity(f"person {number}")
    yield who, v.TYPE, v.KG("Person"), None
    yield who, v.LABEL, Literal(f"Person {number}"), None
    yield who, v.KG("age"), Literal(str(20 + number % 50), None, v.INTEGER), None
    yield who, v.KG("worksFor"), base.entity(f"company {number * 13 % companies}"), None
    yield who, v.KG("left"), base.entity(f"company {number * 17 % companies}"), None
    yield who, v.KG("leads"), base.entity(f"person {(number * 31 + 7) % people}"), None
    for step in range(8):
        yield who, v.KG("contacted"), base.entity(f"person {(number * (step + 3) + step * step + 1) % people}"), None


def read(answer: object) -> int:
    """How many terms an answer has; takes hold of every one. kgshell's and rdflib's hold their text already."""
    return sum(1 for row in answer for _ in row)  # type: ignore[attr-defined]


def read_texts(answer: object) -> int:
    """How many terms an answer of pyoxigraph's has; takes the text of every one."""
    return sum(1 for row in answer for term in row if term.value is not None)  # type: ignore[attr-defined]


def seconds(asks: Sequence[Callable[[], int]], times: int) -> list[tuple[float, int]]:
    """For each way of asking, the median of so many runs, taken in turns, and the number of terms of the answer."""
    taken: list[list[float]] = [[] for _ in asks]
    terms = [0] * len(asks)
    for _ in range(times):
        for number, ask in enumerate(asks):
            start = time.process_time()
            terms[number] = ask()
            taken[number].append(time.process_time() - start)
    return [(statistics.median(each), count) for each, count in zip(taken, terms, strict=True)]


def engines(people: int) -> tuple[kg.Graph, ox.Store, rdflib.Graph]:
    """The same graph in the three."""
    graph = kg.open()
    graph._store.update("DROP ALL")
    graph._store.apply(added=facts(people))
    plain, slow = ox.Store(), rdflib.Graph()
    plain.extend(graph._store._ox)
    slow.parse(data=graph.export(format="nt"), format="nt")
    return graph, plain, slow


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sparql", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, default=5_000, metavar="N", help="how large the graph is (5000)")
    parser.add_argument("--times", type=int, default=9, metavar="N", help="runs of which the median counts (9)")
    options = parser.parse_args()
    graph, plain, slow = engines(options.people)
    print(f"{len(plain)} triples\n{'':16}{'pyoxigraph':>12}{'kgshell':>12}{'ratio':>8}{'rdflib':>12}{'ratio':>8}")
    for name, text in QUERIES.items():
        times = measure(text, graph, plain, slow, options.times)
        shown = [f"{1000 * each:9.1f} ms" for each in times]
        print(f"{name:16}{shown[0]}{shown[1]}{times[1] / times[0]:8.2f}{shown[2]}{times[2] / times[1]:8.0f}")


def measure(text: str, graph: kg.Graph, plain: ox.Store, slow: rdflib.Graph, times: int) -> list[float]:
    """Seconds in pyoxigraph, kgshell and rdflib."""
    prefixes = graph.prefixes
    found = seconds([lambda: read_texts(plain.query(text, prefixes=prefixes)), lambda: read(graph.query(text))], times)
    found += seconds([lambda: read(slow.query(text, initNs=prefixes))], 1)
    if len({terms for _, terms in found}) > 1:
        raise SystemExit(f"the answers differ in their number of terms: {[terms for _, terms in found]}, to {text}")
    return [each for each, _ in found]


if __name__ == "__main__":
    main()

"""`python -m benchmarks.paths make FOLDER`, `… measure FOLDER`, `… agree`: paths on a large graph, and beside networkx.

`make` writes a store of random facts. `measure` asks it for paths between random entities, straight from the store with
nothing loaded before, and beside that reads the same graph into networkx and asks there; all figures of one run stand
side by side. `agree` holds every selector and mode against networkx on thousands of small graphs.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import pyoxigraph as ox

import kg
from kg.paths.query import Mode
from tests.kg.paths.agreement import SELECTORS, Case, disagreement

_ENTITY, _PROPERTY = "https://kg.example/entity/n{}", "https://w3id.org/kgshell/ontology#p{}"
PROPERTIES = 20
#: Path queries of which the median counts.
ASKED = 40


def main() -> None:
    """Read the command line and run one of the three."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.paths", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make", help="write a store of random facts")
    make.add_argument("--edges", type=int, default=1_000_000)
    make.add_argument("--entities", type=int, default=200_000)
    measure = commands.add_parser("measure", help="ask for paths there, and in networkx")
    measure.add_argument("--asked", type=int, default=ASKED)
    for each in (make, measure):
        each.add_argument("folder", type=Path)
        each.add_argument("--seed", type=int, default=1)
    agree = commands.add_parser("agree", help="compare with networkx on small graphs")
    agree.add_argument("--graphs", type=int, default=100, help="for each selector and mode")
    options = parser.parse_args()
    if options.command == "make":
        _make(options.folder, options.edges, options.entities, options.seed)
    elif options.command == "measure":
        _measure(options.folder, options.asked, options.seed)
    else:
        sys.exit(_agree(options.graphs))


# ---------------------------------------------------------------- the large graph


def _make(folder: Path, edges: int, entities: int, seed: int) -> None:
    """Facts between entities and with properties drawn at random, each once; no hubs that would shorten the paths."""
    began = time.perf_counter()
    with kg.open(folder):
        pass  # so that it is a graph like any other
    store = ox.Store(str(folder))
    store.bulk_load(input="".join(_facts(edges, entities, seed)).encode(), format=ox.RdfFormat.N_TRIPLES)
    store.optimize()
    print(f"{edges} facts between {entities} entities in {time.perf_counter() - began:.0f} s")


def _facts(edges: int, entities: int, seed: int) -> Iterator[str]:
    chance, seen = random.Random(seed), set()
    while len(seen) < edges:
        fact = chance.randrange(entities), chance.randrange(PROPERTIES), chance.randrange(entities)
        if fact[0] != fact[2] and fact not in seen:
            seen.add(fact)
            subject, value = _ENTITY.format(fact[0]), _ENTITY.format(fact[2])
            yield f"<{subject}> <{_PROPERTY.format(fact[1])}> <{value}> .\n"


def _measure(folder: Path, asked: int, seed: int) -> None:
    pairs = _pairs(folder, asked, seed)
    with kg.open(folder, create=False) as graph:
        text = "PATHS ANY SHORTEST START ?x = <{}> END ?y = <{}> VIA ?p UNDIRECTED"
        one = _timed(pairs, lambda a, b: len(graph.path(a, b)[0]))
        first = _timed(pairs, lambda a, b: len(graph.paths(text.format(a, b)).paths[0]))
        many = _timed(pairs, lambda a, b: len(graph.paths(text.replace("ANY SHORTEST", "SHORTEST 10").format(a, b))))
        onward = _timed(pairs, lambda a, b: len(graph.path(a, b, directed=True)[0]))
    _say("shortest path, .path", one)
    _say("shortest path, PATHS ANY SHORTEST", first)
    _say("shortest path, along the facts", onward)
    _say("10 shortest paths, PATHS SHORTEST 10", many)
    began = time.perf_counter()
    peer = _networkx(folder)
    read = time.perf_counter() - began
    there = _timed(pairs, lambda a, b: len(nx.bidirectional_shortest_path(peer, a, b)) - 1)
    _say("networkx, once the graph is read", there)
    alone = statistics.median(one[0])
    print(f"{'networkx, reading the graph':40} {read:.1f} s for {peer.number_of_edges()} edges")
    print(f"{'reading and asking / asking the store':40} {(read + statistics.median(there[0])) / alone:.0f} times")
    print(f"{'lengths that differ from networkx':40} {sum(a != b for a, b in zip(one[1], there[1], strict=True))}")


def _pairs(folder: Path, asked: int, seed: int) -> list[tuple[kg.Iri, kg.Iri]]:
    """Pairs of entities that have facts, drawn at random."""
    store, chance = ox.Store.read_only(str(folder)), random.Random(seed)
    names: list[str] = []
    while len(names) < 2 * asked:
        name = ox.NamedNode(_ENTITY.format(chance.randrange(200_000)))
        if next(store.quads_for_pattern(name, None, None, ox.DefaultGraph()), None):
            names.append(name.value)
    return [(kg.Iri(a), kg.Iri(b)) for a, b in zip(names[::2], names[1::2], strict=True)]


def _networkx(folder: Path) -> nx.MultiGraph:
    """The facts as networkx's own graph, undirected, read in the plainest way there is."""
    store, graph = ox.Store.read_only(str(folder)), nx.MultiGraph()
    for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
        if quad.predicate.value.startswith(_PROPERTY.format("")) and isinstance(quad.object, ox.NamedNode):
            graph.add_edge(quad.subject.value, quad.object.value, key=quad.predicate.value)
    return graph


def _timed(pairs: list[tuple[kg.Iri, kg.Iri]], ask: Callable[[kg.Iri, kg.Iri], int]) -> tuple[list[float], list[int]]:
    """Seconds of each question, and its answers."""
    taken, answers = [], []
    for start, end in pairs:
        began = time.perf_counter()
        answers.append(ask(start, end))
        taken.append(time.perf_counter() - began)
    return taken, answers


def _say(what: str, timed: tuple[list[float], list[int]]) -> None:
    taken = sorted(timed[0])
    middle, high = statistics.median(taken), taken[int(len(taken) * 0.9)]
    print(f"{what:40} median {middle * 1000:.1f} ms, nine in ten within {high * 1000:.1f} ms")


# ---------------------------------------------------------------- small graphs


def _agree(graphs: int) -> int:
    asked, full, wrong = 0, 0, []
    for mode in Mode:
        for selector in SELECTORS:
            for seed in range(graphs):
                case = Case(seed + 10_000, selector, mode)
                found = disagreement(case)
                wrong += [found] if found else []
                asked += 1
                full += bool(case.expected())
    print(f"{asked} graphs, {full} of them with paths: {len(wrong)} answers differ from networkx")
    print("\n".join(wrong[:10]))
    return 1 if wrong else 0


if __name__ == "__main__":
    main()

"""`python -m benchmarks.crosslingual ONE TWO`: how many facts two articles of two languages share.

Each article is built alone, and both together. A fact counts where its subject and its object are named things. Facts
that both state are those that both graphs hold; of these a share is one fact with two documents behind it in the graph
of both. A fact that only one article gives is printed with its sentence, so that a reader sees whether the other says
it too.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import kg
from kg.model import Iri

_FACTS = """
SELECT DISTINCT ?s ?p ?o WHERE {
  ?s ?p ?o . ?s a ?a . ?o a ?b .
  FILTER (?a IN (kg:Person, kg:Organization, kg:Place, kg:Product, kg:Event, kg:Work))
  FILTER (?b IN (kg:Person, kg:Organization, kg:Place, kg:Product, kg:Event, kg:Work))
  ?statement rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o
}""".replace("?statement", "GRAPH ?document { ?statement").replace("?o\n}", "?o }\n}")

Fact = tuple[Iri, Iri, Iri]
#: The sentence behind each fact, and the documents that state it.
Facts = Mapping[Fact, tuple[str, frozenset[str]]]


def main() -> None:
    """Read the command line and print facts and figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crosslingual", description=__doc__)
    parser.add_argument("files", nargs=2, metavar="FILE")
    options = parser.parse_args()
    alone = [facts([file]) for file in options.files]
    both = facts(options.files)
    shared = alone[0].keys() & alone[1].keys()
    for file, own in zip(options.files, alone, strict=True):
        print(f"{Path(file).name}: {len(own)} facts between named things")
        show(own, shared)
    one = [each for each in shared if each in both and len(both[each][1]) == 2]
    known = alone[0].keys() | alone[1].keys()
    print(f"facts that either states  {len(known)}")
    print(f"facts that both state     {len(shared)}")
    print(
        f"one fact with two sources {len(one)}{f' ({len(one) / len(shared):.0%} of what both state)' if shared else ''}"
    )


def facts(files: Sequence[str]) -> Facts:
    """The facts between named things in the graph of these files."""
    with tempfile.TemporaryDirectory() as folder, kg.open(Path(folder) / "store") as graph:
        for _ in graph.build(files):
            pass
        rows = [(row[0], row[1], row[2]) for row in graph.query(_FACTS)]
        found = {}
        for row in rows:
            told = [each for each in graph.why(*row) if each.status.value == "asserted"]
            if told:
                found[row] = told[0].sentence, frozenset(each.document for each in told)
        return found


def show(own: Facts, shared: set[Fact]) -> None:
    """Print the facts of one article; `=` is before those that the other states too."""
    for fact, (sentence, _) in sorted(own.items()):
        names = " ".join(term.rpartition("/")[2].rpartition("#")[2] for term in fact)
        print(f"  {'=' if fact in shared else ' '} {names}  [{' '.join(sentence.split())[:100]}]")


if __name__ == "__main__":
    main()

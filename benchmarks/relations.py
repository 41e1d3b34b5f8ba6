"""`python -m benchmarks.relations FOLDER`: the share of statements whose relation is in the ontology.

The folder's articles are built into a graph; each statement of their evidence counts once, whatever its status, and
`kg:does` by the activity that it names. Relations that are still open are listed with how often they stand.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import kg

_RELATIONS = """
SELECT ?relation (COUNT(DISTINCT ?statement) AS ?n) WHERE {
  GRAPH ?document { ?statement rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
  BIND (IF(?p = kg:does, ?o, ?p) AS ?relation)
} GROUP BY ?relation ORDER BY DESC(?n) ?relation
"""


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.relations", description=__doc__)
    parser.add_argument("sources", nargs="+", metavar="SOURCE")
    parser.add_argument("--open", type=int, default=20, metavar="N", help="list so many open relations")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, kg.open(Path(folder) / "store") as graph:
        for step in graph.build(options.sources):
            print(f"read {step.source}: {step.facts} facts")
        counts = {str(row[0]): int(row[1].text) for row in graph.query(_RELATIONS)}
        known = sum(n for relation, n in counts.items() if relation.startswith(graph.prefixes["kg"]))
    total = sum(counts.values())
    print(f"statements                {total}")
    print(f"relation in the ontology  {known} ({known / total:.1%})")
    unknown = [(n, relation) for relation, n in counts.items() if not relation.startswith("https://w3id.org/kgshell/")]
    for n, relation in sorted(unknown, key=lambda each: (-each[0], each[1]))[: options.open]:
        print(f"  {n:3} {relation.rpartition('/')[2]}")


if __name__ == "__main__":
    main()

"""`python -m benchmarks.speed SOURCE…`: what a build costs beside the bare parse, and how fast commands start.

All figures of one run stand side by side: words a second of `kg build` against spaCy's own `nlp.pipe` on the same
blocks, start-up of `kg --help` and `kg query` against importing pyoxigraph alone, and the highest memory of a build.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import kg
from kg.documents import read
from kg.languages import pipelines
from kg.model import Document

#: Runs of which the median counts.
RUNS = 7


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("sources", nargs="+", help="articles to read")
    parser.add_argument("--times", type=int, default=5, help="how many copies of the articles to read")
    options = parser.parse_args()
    documents = list(read(options.sources))
    with tempfile.TemporaryDirectory() as folder:
        copies = _copies(documents, Path(folder) / "texts", options.times)
        words = sum(len(document.text.split()) for document in documents) * options.times
        bare = _bare(documents, options.times)
        built = _build(copies, Path(folder) / "store")
        print(f"words                     {words}")
        print(f"nlp.pipe alone            {words / bare:.0f} words/s")
        print(f"kg build                  {words / built:.0f} words/s, {bare / built:.2f} of the parse alone")
        _start_up(Path(folder) / "store")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"highest memory            {peak:.0f} MiB")


def _copies(documents: list[Document], folder: Path, times: int) -> Path:
    """Each document several times, under names of their own."""
    folder.mkdir()
    for number in range(times):
        for document in documents:
            name = document.source.replace("/", "_").rpartition(".")[0]
            (folder / f"{name}.{number}.txt").write_text(document.text, encoding="utf-8")
    return folder


def _bare(documents: list[Document], times: int) -> float:
    """Seconds that the pipelines alone take for the blocks of all documents, loaded and warmed up before."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        blocks[document.lang] += [document.text[b.start : b.end] for b in document.blocks] * times
    for lang, texts in blocks.items():
        list(pipelines.load(lang).pipe(texts[:8]))
    begin = time.perf_counter()
    for lang, texts in blocks.items():
        for _ in pipelines.load(lang).pipe(texts):
            pass
    return time.perf_counter() - begin


def _build(folder: Path, store: Path) -> float:
    """Seconds that the build takes, with the pipelines loaded as above and the lexicon read."""
    with kg.open(store) as graph:
        list(graph.build([]))
        begin = time.perf_counter()
        for _ in graph.build([str(folder)]):
            pass
        return time.perf_counter() - begin


def _start_up(store: Path) -> None:
    peer = _median([sys.executable, "-c", "import pyoxigraph"])
    print(f"import pyoxigraph         {peer:.3f} s")
    ask = "ASK { ?s kg:left ?o }"
    for name, command in {"kg --help": ["--help"], "kg query": ["query", ask, "--store", str(store)]}.items():
        taken = _median([sys.executable, "-m", "shell", *command])
        print(f"{name:25} {taken:.3f} s, {taken / peer:.1f} times the import alone")


def _median(command: list[str]) -> float:
    """Median seconds of the whole process."""
    taken = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


if __name__ == "__main__":
    main()

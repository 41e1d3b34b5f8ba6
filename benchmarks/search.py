"""How long full-text search takes: the first one, which reads all labels and sentences, and those after it.

    python -m benchmarks.search [--texts N] [--times N]

The store is in memory; half of the texts are labels, half sentences, made of words that follow from their numbers.
Times are of the wall clock: the median of so many searches, each for other words, ten hits wanted.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator

from kg.model import Iri, Literal, Quad
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base, phrase
from kg.store import Store

_SYLLABLES = ("ka", "lo", "mi", "ru", "ten", "sol", "ver", "dan", "pi", "os")
#: How many words there are, and how many a label and a sentence have.
_WORDS, _LABEL, _SENTENCE = 20_000, 2, 14


def word(number: int) -> str:
    """The word of a number."""
    digits = f"{number * 7919 % _WORDS:05d}"
    return "".join(_SYLLABLES[int(digit)] for digit in digits)


def texts(count: int) -> Iterator[Quad]:
    """So many labels and sentences, half of each, the same every time."""
    base = Base()
    document = base.document("made.txt")
    for number in range(count // 2):
        yield base.entity(f"thing {number}"), v.LABEL, Literal(_words(number, _LABEL), "en"), None
        sentence = phrase(document, number * 200, number * 200 + 150)
        yield sentence, v.ANCHOR_OF, Literal(_words(number, _SENTENCE), "en"), Iri(document)


def _words(number: int, count: int) -> str:
    return " ".join(word(number * 31 + step * (step + 17)) for step in range(count))


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description="Time full-text search.")
    parser.add_argument("--texts", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=50)
    options = parser.parse_args()
    with Store.open() as store:
        store.apply(added=texts(options.texts))
        first = _seconds(store, word(1))
        print(f"{options.texts} texts; first search {first:.2f} s, {options.texts / first:.0f} texts a second")
        kinds = {"one word": word, "two words": lambda n: _words(n, 2), "three letters": lambda n: word(n)[:3]}
        for name, make in kinds.items():
            taken = [_seconds(store, make(number)) for number in range(2, options.times + 2)]
            print(f"{name}: median {statistics.median(taken) * 1000:.1f} ms, longest {max(taken) * 1000:.1f} ms")


def _seconds(store: Store, wanted: str) -> float:
    began = time.perf_counter()
    store.search(wanted, limit=10)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()

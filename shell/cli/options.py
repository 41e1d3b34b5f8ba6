"""Options that several commands share, and the graph that they name."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import kg
from shell.session import Session, Settings

STORE = "kg-store"


def add_store(parser: argparse.ArgumentParser) -> None:
    """`--store` and `--base`."""
    parser.add_argument(
        "--store",
        metavar="DIR",
        default=os.environ.get("KG_STORE") or STORE,
        help="the store's folder, or :memory: (default: $KG_STORE or ./kg-store)",
    )
    parser.add_argument("--base", metavar="IRI", help="what the IRIs of entities and documents begin with")


@contextmanager
def opened(options: argparse.Namespace, *, create: bool = False, ontology: Sequence[str] = ()) -> Iterator[Session]:
    """A session on the store that the options name, for a command that runs once."""
    with kg.open(options.store, base=options.base, create=create, ontology=ontology) as graph:
        settings = Settings(mode="iri", timer=False, confirm=False)
        yield Session(graph=graph, place=options.store, settings=settings)


def whole_number(text: str) -> int:
    """A whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return int(text)

"""Options that several commands share, and the graph that they name."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

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


def add_network(parser: argparse.ArgumentParser) -> None:
    """`--network`."""
    parser.add_argument("--network", action="store_true", help="let SERVICE and LOAD use the network")


def add_pipeline(parser: argparse.ArgumentParser) -> None:
    """`--pipeline`."""
    parser.add_argument(
        "--pipeline",
        dest="pipelines",
        action="append",
        type=_language_and_name,
        default=[],
        metavar="LANG=NAME",
        help="read a language with another spaCy pipeline, a package or folder (`kg pipelines` lists them); repeatable",
    )


def add_reading(parser: argparse.ArgumentParser) -> None:
    """`--pipeline`, `--gazetteer` and `--extractor`: how texts are to be read."""
    add_pipeline(parser)
    parser.add_argument(
        "--gazetteer",
        dest="gazetteers",
        action="append",
        default=[],
        metavar="FILE",
        help="names and their classes, as TSV, CSV or TOML; repeatable",
    )
    parser.add_argument("--extractor", metavar="NAME", help="an installed extractor in place of ours")


def reading(options: argparse.Namespace) -> dict[str, Any]:
    """What the options say of reading, as `kg.open` and `kg.Choices` take it."""
    return {
        "pipelines": dict(options.pipelines),
        "gazetteers": tuple(options.gazetteers),
        "extractor": options.extractor,
    }


def _language_and_name(text: str) -> tuple[str, str]:
    lang, sign, name = text.partition("=")
    if not (lang and sign and name):
        raise argparse.ArgumentTypeError(f"{text!r} is not LANG=NAME, as in en=en_core_web_sm")
    return lang, name


@contextmanager
def opened(
    options: argparse.Namespace, *, create: bool = False, ontology: Sequence[str] = (), **how: Any
) -> Iterator[Session]:
    """A session on the store that the options name, for a command that runs once; `how` are options of `kg.open`."""
    with kg.open(options.store, base=options.base, create=create, ontology=ontology, **how) as graph:
        settings = Settings(mode="iri", timer=False, confirm=False)
        yield Session.on(graph, options.store, settings=settings)


def seconds(text: str) -> float:
    """A number of seconds above 0."""
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above 0")
    return number


def whole_number(text: str) -> int:
    """A whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1")
    return int(text)

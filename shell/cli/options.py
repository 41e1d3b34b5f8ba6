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
        metavar="STORE",
        default=os.environ.get("KG_STORE") or STORE,
        help="a folder, :memory:, or the address of a SPARQL endpoint (default: $KG_STORE or ./kg-store)",
    )
    parser.add_argument(
        "--update-url",
        metavar="URL",
        help="where an endpoint takes updates, if --store does not tell (default for $KG_STORE: $KG_UPDATE_URL)",
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


def update_url(options: argparse.Namespace, store: str) -> str | None:
    """Where the store takes updates, as far as that is said; what the environment says is of its own store."""
    if options.update_url is not None:
        return str(options.update_url)
    own = store == os.environ.get("KG_STORE") and kg.is_address(store)
    return os.environ.get("KG_UPDATE_URL") or None if own else None


@contextmanager
def opened(
    options: argparse.Namespace, *, create: bool = False, ontology: Sequence[str] = (), **how: Any
) -> Iterator[Session]:
    """A session on the store that the options name, for a command that runs once; `how` are options of `kg.open`."""
    place = options.store
    where = update_url(options, place)
    with kg.open(place, base=options.base, create=create, ontology=ontology, update=where, **how) as graph:
        settings = Settings(mode="iri", timer=False, confirm=False)
        yield Session.on(graph, kg.without_password(place), settings=settings)


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

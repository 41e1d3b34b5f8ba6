"""`kg extract`: the propositions of a text, without a store."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import kg
from shell.cli.options import add_reading, reading
from shell.output import Output
from shell.problems import UsageError
from shell.propositions import COLUMNS, explained, row
from shell.render import table, tsv
from shell.streams import is_terminal, read_input

PROFILES = ("graph", "carb", "benchie")
FORMATS = ("table", "tsv", "jsonl", "ttl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text, its language and the format."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="a file; - or nothing is standard input")
    parser.add_argument("--text", metavar="T", help="the text itself")
    parser.add_argument(
        "--lang", metavar="CODE", help="the language, where it should not be identified: en, fi, nn, nb"
    )
    parser.add_argument("--lines", action="store_true", help="every line is a document of its own")
    add_reading(parser)
    parser.add_argument("--profile", choices=PROFILES, default="graph", metavar="P", help=", ".join(PROFILES))
    parser.add_argument("--min-confidence", type=float, default=0.0, metavar="C", help="leave out what is less sure")
    parser.add_argument("--format", choices=FORMATS, default="table", metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--explain", action="store_true", help="say which rule found it, on which words (table, jsonl)")
    parser.add_argument("--tree", type=Path, metavar="FILE", help="draw the sentences' trees, as .html or .svg")


def run(options: argparse.Namespace) -> int:
    """Extracts, and prints each proposition as soon as it is found where the format allows."""
    if options.text is not None and options.file is not None:
        raise UsageError("give a file or --text, not both")
    if options.explain and options.format not in {"table", "jsonl"}:
        raise UsageError("--explain goes with --format table or jsonl")
    if not 0.0 <= options.min_confidence <= 1.0:
        raise UsageError("--min-confidence is a share between 0 and 1")
    output = Output()
    if options.tree is not None:
        _draw(options)
        return 0
    if options.format == "ttl":
        output.write(_turtle(options))
        return 0
    records = _records(options)
    if options.format == "jsonl":
        for record in records:
            output.write(json.dumps(record, ensure_ascii=False) + "\n")
    elif options.format == "tsv":
        output.write(tsv(COLUMNS, map(row, records)))
    elif options.explain:
        output.write("".join(map(explained, records)))
    else:
        output.write(table(COLUMNS, list(map(row, records)), width=output.width))
    return 0


def _records(options: argparse.Namespace) -> Iterator[Mapping[str, Any]]:
    """The propositions of the text or file, in order."""
    if options.text is not None or options.file in {None, "-"} or options.lines:
        found = kg.extract_records(
            _text(options), lines=options.lines, lang=options.lang, choices=_choices(options), explain=options.explain
        )
    else:
        documents = kg.read([options.file], lang=options.lang)
        found = kg.extract_records(documents, choices=_choices(options), explain=options.explain)
    return (record for record in found if record["confidence"] >= options.min_confidence)


def _choices(options: argparse.Namespace) -> kg.Choices:
    choices = kg.Choices(**reading(options))
    return choices if options.profile == "graph" else replace(choices, extractor=options.profile)


def _draw(options: argparse.Namespace) -> None:
    """Writes the picture of the trees."""
    suffix = options.tree.suffix.lower()
    if suffix not in {".html", ".svg"}:
        raise UsageError(f"{options.tree}: trees are drawn as .html or .svg")
    with tempfile.TemporaryDirectory() as folder:
        documents = kg.read(_sources(options, Path(folder)), lang=options.lang)
        picture = kg.draw_trees(documents, choices=_choices(options), svg=suffix == ".svg")
    options.tree.write_text(picture, encoding="utf-8")


def _text(options: argparse.Namespace) -> str:
    """The text given, or that of the file or standard input."""
    if options.text is not None:
        return str(options.text)
    if options.file not in {None, "-"}:
        return "\n".join(document.text for document in kg.read([options.file], lang=options.lang))
    if is_terminal(sys.stdin) and options.file is None:
        raise UsageError("there is no text; give a file, --text, or a pipe")
    return read_input()


def _turtle(options: argparse.Namespace) -> str:
    """The facts of the text, as a graph of its own would hold them."""
    with tempfile.TemporaryDirectory() as folder, kg.open(":memory:", **reading(options)) as graph:
        for step in graph.build(_sources(options, Path(folder)), lang=options.lang):
            del step
        return graph.export(format="ttl", what="facts") or ""


def _sources(options: argparse.Namespace, folder: Path) -> list[str]:
    """What to build from: the file itself, or the text, or its lines, as files in the folder."""
    if options.text is None and options.file not in {None, "-"} and not options.lines:
        return [options.file]
    text = _text(options)
    for number, line in enumerate(text.splitlines() if options.lines else [text], 1):
        if line.strip():
            (folder / f"{number:06}.txt").write_text(line, encoding="utf-8")
    return [str(folder)]

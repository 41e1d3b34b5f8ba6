"""`kg pipelines`: the spaCy pipelines that are there."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

import kg
from shell.output import Output
from shell.render import table

COLUMNS = ("pipeline", "version", "reads", "labels", "UPOS", "LAS", "base forms", "entities", "words/s", "licence")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The format."""
    parser.add_argument("--format", choices=("table", "json"), default="table", metavar="FORMAT", help="table, json")


def run(options: argparse.Namespace) -> int:
    """Prints the pipelines; scores are in per cent, one for each treebank that was measured."""
    found, output = kg.list_pipelines(), Output()
    if options.format == "json":
        output.write(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2) + "\n")
    else:
        output.write(table(COLUMNS, list(map(row, found)), width=output.width))
    return 0


def row(found: kg.PipelineInfo) -> list[str]:
    """What the table says of a pipeline."""
    scores = [
        " / ".join("–" if value is None else f"{100 * value:.1f}" for value in values)
        for values in zip(*((s.upos, s.las, s.lemma, s.entities) for s in found.scores), strict=True)
    ]
    reads = ", ".join(found.reads) or f"({found.lang})"
    speed = "" if found.speed is None else f"{found.speed:,.0f}"
    return [found.name, found.version, reads, found.labels or "", *(scores or [""] * 4), speed, found.licence]

"""`kg eval`: measures pipelines and coreference against treebanks, and extraction against gold facts."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

import kg
from shell.cli.options import add_pipeline
from shell.output import Output
from shell.render import table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to measure, and where the gold files lie."""
    parser.add_argument("what", choices=("pipelines", "extraction", "coreference"))
    parser.add_argument("folder", type=Path, help="treebanks (ud/, ner/), or gold facts (gold/, oie/)")
    parser.add_argument("--lang", nargs="+", metavar="CODE", help="languages (default: all that can be measured)")
    parser.add_argument("--split", help="which part (default: test for pipelines, dev else)")
    add_pipeline(parser)
    parser.add_argument(
        "--fit", type=Path, metavar="FILE", help="fit the confidences on all gold facts, and write them there"
    )


def run(options: argparse.Namespace) -> int:
    """Measures and prints a table."""
    scores: list[Any]
    if options.what == "pipelines":
        scores = kg.evaluate_pipelines(
            options.folder,
            options.lang or ("en", "nn", "nb", "fi"),
            options.split or "test",
            pipelines=dict(options.pipelines),
        )
    elif options.what == "coreference":
        chosen = dict(options.pipelines)
        scores = list(kg.evaluate_coreference(options.folder, split=options.split or "dev", pipelines=chosen))
    else:
        langs = options.lang or ("en", "fi", "nn")
        scores = list(kg.evaluate_extraction(options.folder, langs, split=options.split or "dev", fit_to=options.fit))
    rows = [[_shown(value) for value in asdict(score).values()] for score in scores]
    output = Output()
    if scores:
        output.write(table(list(asdict(scores[0])), rows, width=output.width))
    return 0


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return "" if value is None else str(value)

"""The pipelines that are there, ours and installed ones, as their `meta.json` tells of them; none is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from kg.errors import PipelineError
from kg.languages import pipelines, schemes

#: Measure to what spaCy's training calls it in a package's `meta.json`.
_SPACY_NAMES = {"upos": "pos_acc", "las": "dep_las", "lemma": "lemma_acc", "entities": "ents_f"}
MEASURES = tuple(_SPACY_NAMES)


@dataclass(frozen=True, slots=True)
class Score:
    """Figures from 0 to 1, or None where nobody says; `on` is the treebank, or "own" for what its makers measured."""

    on: str
    upos: float | None
    las: float | None
    lemma: float | None
    entities: float | None


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """One pipeline. `name` is what `--pipeline LANG=NAME` takes; `reads` are the languages that it is the default of.

    `labels` is the scheme of its parser's labels, None where extraction can't use it. `speed` is in words a second.
    """

    name: str
    lang: str
    version: str
    reads: tuple[str, ...]
    shipped: bool
    labels: str | None
    licence: str
    speed: float | None
    scores: tuple[Score, ...]
    description: str


def list_pipelines() -> list[PipelineInfo]:
    """All pipelines in folders of ours and in packages that are known to spaCy, by language and name."""
    ours = ((folder.name, folder, True) for folder in sorted(pipelines.TRAINED.iterdir()) if _holds(folder))
    found = [_info(name, folder, shipped=shipped) for name, folder, shipped in (*ours, *_packages())]
    return sorted(found, key=lambda each: (each.lang, not each.reads, each.name))


def _holds(folder: Path) -> bool:
    return (folder / "meta.json").is_file()


def _packages() -> Iterator[tuple[str, Path, bool]]:
    named = {source.package for source in pipelines.SOURCES.values() if source.package}
    names = named | {entry.name for entry in entry_points(group="spacy_models")}
    for name in sorted(names):
        folder = pipelines.find_package(name)
        if folder is not None and _holds(folder):
            yield name, folder, False


def _info(name: str, folder: Path, *, shipped: bool) -> PipelineInfo:
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        labels = schemes.scheme_among(meta.get("labels", {}).get("parser", ()))
        measured = meta.get("performance", {})
        reads = tuple(code for code, source in pipelines.SOURCES.items() if name in (source.trained, source.package))
        return PipelineInfo(
            name,
            str(meta["lang"]),
            str(meta["version"]),
            reads,
            shipped,
            labels,
            str(meta.get("license") or "not said"),
            measured.get("speed"),
            tuple(_scores(measured)),
            str(meta.get("description", "")),
        )
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise PipelineError(f"the pipeline in {folder} is damaged, install it again: {error}") from error


def _scores(measured: Mapping[str, Any]) -> Iterator[Score]:
    """Ours measure treebank by treebank, from gold words; spaCy's training keeps one figure a measure."""
    if "test" in measured:
        for row in measured["test"]:
            if row["tokens"] == "gold":
                yield Score(row["treebank"], *(row.get(measure) for measure in MEASURES))
    elif any(measured.get(name) is not None for name in _SPACY_NAMES.values()):
        yield Score("own", *(measured.get(name) for name in _SPACY_NAMES.values()))

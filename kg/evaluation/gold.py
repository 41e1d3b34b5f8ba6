"""Runs extraction over gold sentences, and fits the confidences that extraction gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.build import Knowledge
from kg.errors import DocumentError, ExportError
from kg.evaluation.extraction import Score, read_gold, score

#: A construction seen less often than this has the mean's share.
SEEN = 8


@dataclass(frozen=True, slots=True)
class ExtractionScore:
    """Precision, recall and F1 of one language's gold facts, with the counts behind them."""

    lang: str
    gold: int
    found: int
    right: int
    precision: float
    recall: float
    f1: float


def evaluate_extraction(
    folder: str | Path, langs: Iterable[str] = ("en", "fi", "nn"), *, split: str = "dev", fit: str | Path | None = None
) -> list[ExtractionScore]:
    """Scores on `LANG-SPLIT.txt` (a sentence a line) and `LANG-SPLIT.tsv` (its facts) of the folder.

    With `fit` the shares of right facts by construction, over all languages, are written there as the new confidences.
    """
    knowledge = Knowledge()
    scores: list[ExtractionScore] = []
    pooled: list[Score] = []
    for lang in langs:
        found = _score(Path(folder), lang, split, knowledge)
        pooled.append(found)
        scores.append(
            ExtractionScore(lang, found.gold, found.found, found.right, found.precision, found.recall, found.f1)
        )
    if fit is not None:
        _write(Path(fit), pooled)
    return scores


def _score(folder: Path, lang: str, split: str, knowledge: Knowledge) -> Score:
    sentences, facts = folder / f"{lang}-{split}.txt", folder / f"{lang}-{split}.tsv"
    for path in (sentences, facts):
        if not path.is_file():
            raise DocumentError(str(path), "no such file; name a folder with LANG-SPLIT.txt and LANG-SPLIT.tsv")
    gold = read_gold(facts)
    lines = sentences.read_text(encoding="utf-8").splitlines()
    extractions = knowledge.reader.read_lines(lines, lang)
    return score((gold.get(number, []), extraction) for number, extraction in enumerate(extractions, 1))


def _write(path: Path, scores: Sequence[Score]) -> None:
    """The pooled shares as TOML, sorted."""
    seen: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for each in scores:
        seen.update(each.seen)
        hits.update(each.hits)
    mean = sum(hits.values()) / max(1, sum(seen.values()))
    shares = {rule: hits[rule] / count for rule, count in sorted(seen.items()) if count >= SEEN}
    lines = ["# Share of right facts by construction, measured on gold facts by `kg eval extraction --fit`."]
    lines += [f"{name} = {share:.2f}" for name, share in {"mean": mean, **shares}.items()]
    try:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{path}: can't be written: {error.strerror}") from error

"""Runs extraction over gold sentences: how much it finds, how right it is, and how sure it is of that.

A folder may hold `LANG-SPLIT.txt` and `LANG-SPLIT.tsv` (sentences and their facts), `carb-SPLIT.sentences.txt` and
`carb-SPLIT.gold.tsv` (CaRB, `.gz` or not), and treebanks (`*.conllu.gz`) in which the sentences are looked up; each may
lie in a folder of its own below (`gold`, `oie`, `ud`). What is not there is not measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.build import Knowledge
from kg.errors import DocumentError
from kg.evaluation.calibration import Observation, calibration_error, fit, write_weights
from kg.evaluation.carb import paired_precision, read_gold_tuples, read_text, score_tuples, sentence_key, tuple_of
from kg.evaluation.extraction import Gold, Score, judged, read_gold, score
from kg.evaluation.goldtrees import read_annotated
from kg.extraction import PROFILES, extract
from kg.extraction.confidence import features
from kg.model import Choices, Extraction, Proposition


@dataclass(frozen=True, slots=True)
class ExtractionScore:
    """Precision, recall and F1 of one gold set, with the counts behind them.

    `status` is the share of right facts whose status is right too; `auc` the area under CaRB's curve; `ece` the
    cross-validated calibration error of the confidences. None where it is not measured.
    """

    gold_set: str
    gold: int
    found: int
    precision: float
    recall: float
    f1: float
    status: float | None = None
    auc: float | None = None
    ece: float | None = None


def evaluate_extraction(
    folder: str | Path,
    langs: Iterable[str] = ("en", "fi", "nn"),
    *,
    split: str = "dev",
    fit_to: str | Path | None = None,
) -> list[ExtractionScore]:
    """Scores on every gold set of the folder, on our parses and on the treebanks' own.

    With `fit_to` the weights of the confidences are fitted on all of them and written there.
    """
    root, knowledge = Path(folder), Knowledge()
    scores: list[ExtractionScore] = []
    observed: list[Observation] = []
    pooled = Score(0, 0, 0, 0)
    for lang in langs:
        sentences, facts = _find(root, f"{lang}-{split}.txt"), _find(root, f"{lang}-{split}.tsv")
        if sentences is None or facts is None:
            continue
        gold, lines = read_gold(facts), sentences.read_text(encoding="utf-8").splitlines()
        extractions = list(knowledge.reader.read_lines(lines, lang))
        found = score((gold.get(i, []), each) for i, each in enumerate(extractions, 1))
        scores.append(_row(lang, found))
        scores += _on_trees(root, lang, lines, gold, knowledge)
        pooled = pooled.plus(found)
        observed += _observe(gold, extractions)
    pooled_at = len(scores)
    carb = _carb(root, split, observed)
    if not scores and carb is None:
        raise DocumentError(str(root), "no gold facts; name a folder with LANG-SPLIT.txt and .tsv, or CaRB's files")
    if pooled.gold:
        scores.insert(pooled_at, _row("all", pooled, ece=calibration_error(observed, gold="graph")))
    if carb is not None:
        scores.append(carb)
    if fit_to is not None:
        weights = fit(observed)
        write_weights(Path(fit_to), dict.fromkeys(PROFILES, weights.get("graph", 0.0)) | weights, sets=tuple(PROFILES))
    return scores


def _find(root: Path, name: str) -> Path | None:
    """The file of that name in the folder or one of those below it."""
    places = (root / below / f"{name}{suffix}" for below in ("", "gold", "oie") for suffix in ("", ".gz"))
    return next((path for path in places if path.is_file()), None)


def _row(name: str, found: Score, *, ece: float | None = None) -> ExtractionScore:
    return ExtractionScore(
        name, found.gold, found.found, found.precision, found.recall, found.f1, found.status, ece=ece
    )


def _on_trees(
    root: Path, lang: str, lines: Sequence[str], gold: Gold, knowledge: Knowledge
) -> Iterator[ExtractionScore]:
    """The score on the treebanks' own trees of the sentences, where the treebanks are there."""
    annotated = read_annotated([root, root / "ud"], lines, lang)
    if annotated:
        lexis = knowledge.reader.lexis(lang)
        pairs = [(gold.get(i + 1, []), extract([each], lang=lang, lexis=lexis)) for i, each in annotated.items()]
        yield _row(f"{lang}, gold trees of {len(pairs)}", score(pairs))


def _observe(gold: Gold, extractions: Sequence[Extraction]) -> Iterator[Observation]:
    for number, extraction in enumerate(extractions, 1):
        for found, right in judged(gold.get(number, []), extraction):
            yield Observation(_features(found, extraction), "graph", number, float(right))


def _features(found: Proposition, extraction: Extraction) -> dict[str, float]:
    return dict(features(found, extraction.mentions, extraction.sentences[found.sentence]))


def _carb(root: Path, split: str, observed: list[Observation]) -> ExtractionScore | None:
    """CaRB's score in its own profile; what it judges is added to the observations."""
    text, tuples = _find(root, f"carb-{split}.sentences.txt"), _find(root, f"carb-{split}.gold.tsv")
    if text is None or tuples is None:
        return None
    gold = read_gold_tuples(tuples)
    lines = [line for line in read_text(text).splitlines() if sentence_key(line) in gold]
    reader = Knowledge(choices=Choices(extractor="carb")).reader
    compared = []
    for number, (line, extraction) in enumerate(zip(lines, reader.read_lines(lines, "en"), strict=True), 1):
        wanted = gold[sentence_key(line)]
        found = [(each.confidence, tuple_of(each)) for each in extraction.propositions]
        compared.append((wanted, found))
        given = paired_precision(wanted, [bag for _, bag in found])
        for each, right in zip(extraction.propositions, given, strict=True):
            observed.append(Observation(_features(each, extraction), "carb", number, right))
    best = score_tuples(compared)
    error = calibration_error(observed, gold="carb")
    return ExtractionScore("CaRB", best.gold, best.found, best.precision, best.recall, best.f1, auc=best.auc, ece=error)

"""`python -m training.package NAME --model DIR --corpora DIR`: a trained pipeline as kgshell ships it.

Copies what inference needs of a checkpoint to `kg/languages/trained/`, measures it on the test parts of its treebanks,
and writes `meta.json` (name, version, licence, sources, scores) and the model card `README.md` beside it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

import spacy
from spacy.language import Language

from kg.evaluation.conllu import Sentence, read_conllu
from kg.evaluation.pipelines import (
    GOLD,
    TREEBANKS,
    PipelineScore,
    documents_of,
    evaluate,
    read_split,
    score_gold_words,
    text_of,
)
from kg.languages import starts  # noqa: F401  it registers a component
from kg.languages.neural.annotator import NETWORK
from kg.languages.pipelines import TRAINED, load

VERSION = "1.4"
#: Treebanks whose sentences have their genre in their name.
WITH_GENRES = frozenset({"en_ewt", "en_gum"})
#: Largest size of a packaged pipeline, in bytes.
LIMIT = 35_000_000


class Source(NamedTuple):
    """Something a pipeline was trained on."""

    name: str
    url: str
    license: str


class Card(NamedTuple):
    """What distinguishes the pipelines: language, document languages to measure, description, commands, sources."""

    lang: str
    langs: tuple[str, ...]
    title: str
    description: str
    license: str
    commands: tuple[str, ...]
    sources: tuple[Source, ...]


ENGLISH = (
    Source("UD English EWT (train)", "https://github.com/UniversalDependencies/UD_English-EWT", "CC BY-SA 4.0"),
    Source(
        "GUM (train; news, interview, bio, voyage, academic, court, speech, textbook, essay, letter)",
        "https://github.com/amir-zeldes/gum",
        "CC BY 4.0, CC BY-SA or public domain, by genre",
    ),
    Source(
        "Universal NER for English EWT (dev)",
        "https://github.com/UniversalNER/UNER_English-EWT",
        "CC BY-SA 4.0",
    ),
)
MINILM = "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2"
MPNET = Source(
    "all-mpnet-base-v2 (teacher of names; not in the pipeline)",
    "https://huggingface.co/sentence-transformers/all-mpnet-base-v2",
    "Apache-2.0",
)
MASC = Source(
    "MASC 3 (written and formal spoken texts; names by the teacher)",
    "https://anc.org/data/masc",
    "free for research and development, commercial included",
)
NORNE = Source("NorNE (entities of the Norwegian treebank)", "https://github.com/ltgoslo/norne", "CC0 1.0")
CARDS = {
    "en_small": Card(
        "en",
        ("en",),
        "English",
        "One small CNN: English parts of speech, morphology, Universal Dependencies, base forms, named entities.",
        "CC BY-SA 4.0",
        ("python -m training en --corpora CORPORA --output OUTPUT",),
        (*ENGLISH, Source("all-MiniLM-L6-v2 (input embeddings, 96 principal components)", MINILM, "Apache-2.0")),
    ),
    "en_base": Card(
        "en",
        ("en",),
        "English",
        "MiniLM and heads for each question: English parts of speech, morphology, Universal Dependencies, base forms, "
        "named entities.",
        "CC BY-SA 4.0",
        (
            "python -m training.teacher --corpora CORPORA --mpnet MPNET --texts MASC --output NAMES",
            "python -m training.annotator en --corpora CORPORA --output OUTPUT --names NAMES --texts MASC",
            "python -m training.onnx en --corpora CORPORA --output OUTPUT",
        ),
        (*ENGLISH, Source("all-MiniLM-L6-v2 (encoder)", MINILM, "Apache-2.0"), MPNET, MASC, NORNE),
    ),
    "no_base": Card(
        "nb",
        ("nn", "nb"),
        "Norwegian (Nynorsk and Bokmål)",
        "A BiLSTM and heads for each question: Norwegian, both written standards: parts of speech, morphology, "
        "Universal Dependencies, base forms, named entities.",
        "CC BY-SA 4.0",
        (
            "python -m training.annotator nb --corpora CORPORA --output OUTPUT",
            "python -m training.onnx nb --corpora CORPORA --output OUTPUT",
        ),
        (
            Source(
                "Norwegian Dependency Treebank, Nynorsk and Bokmål, converted to Universal Dependencies (train)",
                "https://www.nb.no/sprakbanken/en/resource-catalogue/oai-nb-no-sbr-10/",
                "CC0 1.0",
            ),
            NORNE,
            Source(
                "UD Norwegian Bokmaal (dev)",
                "https://github.com/UniversalDependencies/UD_Norwegian-Bokmaal",
                "CC BY-SA 4.0",
            ),
        ),
    ),
}
CARD_TEXT = """# {folder} {version}

A spaCy pipeline for {title}. {description} It reads and writes what kgshell's extraction needs: Universal Dependencies
with their subtypes, morphology, base forms, and entities of the classes {entities}.

{size:.1f} MB; {speed:,.0f} words a second on one core (plain text, everything included).

## Licence and data

The pipeline is under {license}. It was trained on

{sources}

No sentence of the test parts was seen in training or in choosing the checkpoint.

## Made by

{commands}

`training/README.md` in kgshell's sources says where the corpora come from.

## Scores

On the test parts, in per cent. *gold* is with the treebank's words and sentences (accuracy), *own* from plain text
(F1 over words). Labels count with their subtypes. Entities are exact spans of the classes that the treebank has. Genres
are those that the treebanks tell.

{scores}
"""


def main() -> None:
    """Read the command line and package."""
    parser = argparse.ArgumentParser(prog="python -m training.package", description=__doc__)
    parser.add_argument("name", choices=sorted(CARDS))
    parser.add_argument("--model", type=Path, required=True, help="OUTPUT/model-best, or OUTPUT of a network")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and ner/")
    options = parser.parse_args()
    card = CARDS[options.name]
    folder = TRAINED / options.name
    if (options.model / NETWORK).is_file():
        nlp = annotating_pipeline(card.lang, options.model)
    else:
        nlp = spacy.load(options.model)
    write_pipeline(nlp, folder, card)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if size > LIMIT:
        raise SystemExit(f"{folder} holds {size} bytes; {LIMIT} is the most that kgshell ships")
    measured = load(card.langs[0], name=str(folder))
    scores = [row for lang in card.langs for row in evaluate(lang, options.corpora, "test", nlp=measured)]
    speed = words_a_second(measured, _test_texts(options.corpora, scores))
    write_meta(folder, card, scores, speed)
    scores += by_genre(measured, card, options.corpora)
    (folder / "README.md").write_text(card_text(measured, folder.name, size, speed, scores), encoding="utf-8")


def by_genre(nlp: Language, card: Card, corpora: Path) -> Iterator[PipelineScore]:
    """Scores with the words of the treebanks whose sentences tell their genre: "GUM_news_crane-1", "email-enron1-2"."""
    for lang in card.langs:
        for treebank in (name for name in TREEBANKS[lang] if name in WITH_GENRES):
            genres: dict[str, list[Sentence]] = defaultdict(list)
            for sentence in read_split(corpora, treebank, "test"):
                genres[sentence.name.removeprefix("GUM_").partition("_")[0].partition("-")[0]].append(sentence)
            for genre, sentences in sorted(genres.items()):
                yield score_gold_words(nlp, sentences, (lang, f"{treebank} {genre}", "test"))


def annotating_pipeline(lang: str, network: Path) -> Language:
    """A pipeline of sentences and one network."""
    nlp = spacy.blank(lang)
    nlp.add_pipe("kg_sentences")
    nlp.add_pipe("kg_annotator", name="parser").from_disk(network)
    return nlp


def write_pipeline(nlp: Language, folder: Path, card: Card) -> None:
    """The pipeline without its training settings, which name the trainer's own folders."""
    shutil.rmtree(folder, ignore_errors=True)
    nlp.meta.update(name=folder.name.partition("_")[2], version=VERSION, description=card.description)
    nlp.meta.update(license=card.license, author="kgshell's contributors", url="")
    nlp.to_disk(folder)
    config = nlp.config.copy()
    for section in ("training", "corpora", "pretraining", "initialize", "paths"):
        config.pop(section, None)
    config.to_disk(folder / "config.cfg", interpolate=False)


def write_meta(folder: Path, card: Card, scores: Iterable[PipelineScore], speed: float) -> None:
    """`meta.json` with licence, sources and scores; labels and the like as spaCy wrote them."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["spacy_version"] = ">=3.8,<3.9"
    meta["sources"] = [source._asdict() for source in card.sources]
    meta["performance"] = {"speed": round(speed), "test": [_rounded(row) for row in scores]}
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _rounded(row: PipelineScore) -> dict[str, Any]:
    values = {name: round(value, 4) if isinstance(value, float) else value for name, value in asdict(row).items()}
    return {name: value for name, value in values.items() if value is not None}


def _test_texts(corpora: Path, scores: Iterable[PipelineScore]) -> list[str]:
    names = sorted({row.treebank for row in scores})
    runs: list[list[Sentence]] = []
    for name in names:
        runs += documents_of(read_conllu(corpora / "ud" / f"{name}-test.conllu.gz"))
    return [text_of(run)[0] for run in runs]


def words_a_second(nlp: Language, texts: list[str]) -> float:
    """Words of the texts, by the time that `nlp.pipe` takes for them; the processor's time, not the clock's."""
    for _ in nlp.pipe(texts[:5]):
        pass
    start = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.process_time() - start)


def card_text(nlp: Language, name: str, size: int, speed: float, scores: Iterable[PipelineScore]) -> str:
    """The model card, in Markdown."""
    card = CARDS[name]
    package = f"python -m training.package {name} --model OUTPUT --corpora CORPORA"
    pipe = nlp.get_pipe("ner") if "ner" in nlp.component_names else nlp.get_pipe("parser")
    return CARD_TEXT.format(
        folder=name,
        version=VERSION,
        title=card.title,
        description=card.description,
        license=card.license,
        entities=", ".join(sorted(getattr(pipe, "entity_labels", pipe.labels))),
        size=size / 1e6,
        speed=speed,
        commands="\n".join(f"    {command}" for command in (*card.commands, package)),
        sources="\n".join(f"- [{source.name}]({source.url}), {source.license}" for source in card.sources),
        scores="\n".join(_table(scores)),
    )


def _table(scores: Iterable[PipelineScore]) -> Iterable[str]:
    yield "| treebank | words | UPOS | UAS | LAS | base forms | sentences | entities |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in scores:
        figures = (row.upos, row.uas, row.las, row.lemma, row.sentences, row.entities)
        cells = " | ".join("" if figure is None else f"{100 * figure:.1f}" for figure in figures)
        yield f"| {row.treebank}, {'gold' if row.tokens == GOLD else 'own'} | {row.words:,} | {cells} |"


if __name__ == "__main__":
    main()

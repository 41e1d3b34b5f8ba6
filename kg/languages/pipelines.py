"""Language code to spaCy pipeline: ours for English and Norwegian, an installed package for Finnish, or any UD one.

A pipeline gives parts of speech, morphology, Universal Dependencies (https://universaldependencies.org), lemmas and
entities. It is loaded once a process and is the same object at every call.
Raises PipelineError where a pipeline is missing, damaged, of another language, or not one of UD.
"""

from __future__ import annotations

import importlib.util
import json
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import PipelineError
from kg.languages import schemes

if TYPE_CHECKING:
    from spacy.language import Language

TRAINED = Path(__file__).with_name("trained")
#: Factory of a lemmatizer that needs a library of the operating system; `kg_lemmas_fi` stands in for it.
VOIKKO = "voikko_lemmatizer"
#: Factory of our networks, which stand where other pipelines have their parser.
ANNOTATOR = "kg_annotator"


class Source(NamedTuple):
    """Where a language's pipeline comes from: a folder of `trained/`, or a package of that name."""

    code: str
    trained: str | None = None
    package: str | None = None


SOURCES = {
    "en": Source("en", trained="en_base"),
    "fi": Source("fi", package="spacy_fi_experimental_web_md"),
    "nb": Source("nb", trained="no_base"),
    "nn": Source("nb", trained="no_base"),
}


def load(lang: str, *, name: str | None = None) -> Language:
    """The pipeline of a language (`en`, `fi`, `nn`, `nb`), ready to run, or the one called `name`.

    A name is that of a package, a folder, or one of ours (`small`, `en_small`).
    It holds `kg_boundaries` before its parser, and where its own lemmatizer cannot be used, ours.
    """
    source = _source(lang)
    return _load_folder(_find_folder(source, name), source.code)


def _source(lang: str) -> Source:
    source = SOURCES.get(lang)
    if source is None:
        raise PipelineError(f"no pipeline for language {lang!r}; there are pipelines for {', '.join(SOURCES)}")
    return source


def chosen(pipelines: Mapping[str, str]) -> dict[str, str]:
    """Language to pipeline as `load` takes them; `no` means both standards. Raises `PipelineError`."""
    found: dict[str, str] = {}
    for lang, name in pipelines.items():
        for code in ("nn", "nb") if lang == "no" else (lang,):
            _find_folder(_source(code), name)
            found[code] = name
    return found


def _find_folder(source: Source, name: str | None) -> Path:
    """The folder that holds the pipeline's `config.cfg`."""
    if name is None and source.trained:
        folder = TRAINED / source.trained
        if not (folder / "config.cfg").is_file():
            raise PipelineError(f"the pipeline {source.trained} is not at {folder}; install kgshell again")
        return folder
    if name is not None:
        ours = TRAINED / (name if "_" in name else f"{str(source.trained).partition('_')[0]}_{name}")
        for folder in (Path(name), ours):
            if name and (folder / "config.cfg").is_file():
                return folder.resolve()
    wanted = name or str(source.package)
    folder_of_package = find_package(wanted)
    if folder_of_package is None:
        raise PipelineError(
            f"no pipeline {wanted!r}: neither an installed package nor a folder; `kg pipelines` lists what there is"
        )
    return folder_of_package


def find_package(name: str) -> Path | None:
    """The data folder inside an installed package of a pipeline, without importing the package."""
    module = name.replace("-", "_")
    spec = importlib.util.find_spec(module) if module.isidentifier() else None
    if spec is None or spec.origin is None:
        return None
    return next((path.parent for path in sorted(Path(spec.origin).parent.glob("*/config.cfg"))), None)


@cache
def _load_folder(folder: Path, code: str) -> Language:
    import spacy
    from spacy.tokenizer import Tokenizer

    from kg.languages import boundaries, lemmas, lemmas_fi, starts  # noqa: F401  they register components
    from kg.languages.cnn.pipeline import quicken
    from kg.languages.neural import annotator  # noqa: F401

    excluded = ["lemmatizer"] if VOIKKO in _lemmatizer_factory(folder) else []
    try:
        with warnings.catch_warnings():
            # spaCy warns where a pipeline was made with another release; what it lacks is checked below.
            warnings.filterwarnings("ignore", message=r"\[W09[45]\]", category=UserWarning)
            nlp = spacy.load(folder, exclude=excluded)
    except Exception as error:
        reason = str(error).partition("\n")[0]
        raise PipelineError(f"the pipeline in {folder} can't be loaded, install it again: {reason}") from error
    where = f"in {folder}"
    scheme = schemes.scheme_of(nlp, where, code)
    if isinstance(nlp.tokenizer, Tokenizer):
        boundaries.split_glued(nlp.tokenizer)
    if "kg_sentences" not in nlp.pipe_names:
        nlp.add_pipe("kg_boundaries", before="parser")
    if excluded:
        nlp.add_pipe("kg_lemmas_fi", after="parser")
    elif "trainable_lemmatizer" in nlp.pipe_names:
        nlp.add_pipe("kg_known_lemmas", after="trainable_lemmatizer")
    elif nlp.get_pipe_meta("parser").factory == ANNOTATOR:
        nlp.add_pipe("kg_known_lemmas", after="parser")
    schemes.complete(nlp, where, scheme)
    quicken(nlp)
    return nlp


def _lemmatizer_factory(folder: Path) -> str:
    """The factory that the pipeline's configuration names for its lemmatizer, or "" without one."""
    from confection import Config

    try:
        config = Config().from_disk(folder / "config.cfg", interpolate=False)
        return str(config["components"].get("lemmatizer", {}).get("factory", ""))
    except (OSError, ValueError, KeyError) as error:
        reason = str(error).partition("\n")[0]
        raise PipelineError(f"the pipeline in {folder} is damaged, install it again: {reason}") from error


def describe(lang: str, *, name: str | None = None) -> str:
    """Name and version of a language's pipeline, as the graph records it (`en_base 1.1`), without loading it."""
    folder = _find_folder(_source(lang), name)
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    except (OSError, ValueError, KeyError) as error:
        raise PipelineError(f"the pipeline in {folder} is damaged, install it again: {error}") from error

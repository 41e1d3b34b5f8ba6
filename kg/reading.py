"""A document to what it says: its sentences parsed, its propositions extracted. No store.

Holds what all documents share: the lexicon as extraction wants it, and one pipeline a language, loaded when its first
document comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.extraction import Lexis, find_extractor, index, read_gazetteers
from kg.languages import pipelines, rules_for
from kg.languages.sentences import parse_sentences, split_sentences
from kg.model import Block, BlockKind, Choices, Concept, Document, EntityClass, Extraction, Frame

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Concepts of the thesaurus whose words stand for a thing of their class that was named before.
STAND_INS = frozenset({"company", "city", "country", "product", "service"})


class Reader:
    """Reads documents with one lexicon, and as the user chose."""

    def __init__(self, frames: Iterable[Frame], concepts: Iterable[Concept], *, choices: Choices | None = None) -> None:
        choices = choices or Choices()
        self.frames = tuple(frames)
        self.concepts = tuple(concepts)
        self._chosen = pipelines.chosen(choices.pipelines)
        self._names = read_gazetteers(choices.gazetteers)
        self._extract_blocks = find_extractor(choices.extractor)

    def read(self, document: Document) -> Extraction:
        """What the document says. Raises `PipelineError` where its language's pipeline can't be used."""
        (found,) = self.read_many([document])
        if isinstance(found, KgError):
            raise found
        return found

    def read_many(self, documents: Sequence[Document]) -> list[Extraction | KgError]:
        """What each document says, or why it can't be read; one pass of each pipeline for them all."""
        found: dict[int, Extraction | KgError] = {}
        for lang in dict.fromkeys(document.lang for document in documents):
            numbers = [i for i, document in enumerate(documents) if document.lang == lang]
            try:
                nlp = pipelines.load(lang, name=self._chosen.get(lang))
            except KgError as error:
                found |= dict.fromkeys(numbers, error)
                continue
            sentences = ((text, (i, block)) for i in numbers for text, block in sentences_of(documents[i]))
            parsed: dict[int, list[tuple[Block, Doc]]] = {i: [] for i in numbers}
            for doc, (i, block) in parse_sentences(nlp, sentences, lang=lang):
                doc.user_data["published"] = documents[i].published
                parsed[i].append((block, doc))
            for i in numbers:
                found[i] = self._extract(parsed.pop(i), lang)
        return [found[i] for i in range(len(documents))]

    def parse(self, document: Document) -> list[Doc]:
        """The parses of a document's sentences, in order, as its pipeline gives them."""
        nlp = pipelines.load(document.lang, name=self._chosen.get(document.lang))
        return [doc for doc, _ in parse_sentences(nlp, sentences_of(document), lang=document.lang)]

    def extract_parsed(self, parsed: Iterable[tuple[Block, Doc]], lang: str) -> Extraction:
        """What the parsed blocks of one document say."""
        return self._extract_blocks(parsed, lang=lang, lexis=self.lexis(lang))

    def _extract(self, parsed: list[tuple[Block, Doc]], lang: str) -> Extraction | KgError:
        """What a document's parses say. A mistake of ours costs one document, and not the build."""
        try:
            return self.extract_parsed(parsed, lang)
        except Exception as error:
            wrong = KgError(
                f"can't be read for a mistake in kgshell ({type(error).__name__}: {error}); please report it"
            )
            wrong.__cause__ = error
            return wrong

    def read_lines(self, lines: Sequence[str], lang: str) -> Iterator[Extraction]:
        """What each line says, every line a document of its own; offsets count characters of the line."""
        for line in lines:
            block = Block(BlockKind.PARAGRAPH, 0, len(line))
            yield self.read(Document("line", line, "", lang, (block,), ""))

    def pipeline_name(self, lang: str) -> str:
        """Name and version of the pipeline that reads a language."""
        return pipelines.describe(lang, name=self._chosen.get(lang))

    def lexis(self, lang: str) -> Lexis:
        """What extraction takes from lexicon and thesaurus for a language; written standards share theirs."""
        return self._lexes[rules_for(lang).code]

    @cached_property
    def _lexes(self) -> dict[str, Lexis]:
        classes: dict[str, dict[str, EntityClass]] = defaultdict(dict)
        kinds: dict[str, set[str]] = defaultdict(set)
        for concept in self.concepts:
            for lang, label in concept.labels:
                kinds[rules_for(lang).code].add(label)
                if concept.entity_class is not None:
                    classes[rules_for(lang).code].setdefault(label.lower(), concept.entity_class)
        idioms: dict[str, dict[str, set[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(set))
        events: dict[str, set[str]] = defaultdict(set)
        for frame in self.frames:
            code = rules_for(frame.lang).code
            if frame.words and frame.pos == "verb":
                idioms[code][frame.lemma].add(frame.words)
            if frame.event:
                events[code].add(frame.lemma)
        stand_ins = self._stand_ins()
        return {
            code: Lexis(
                classes[code],
                {label: each for label, each in classes[code].items() if label in stand_ins[code]},
                {lemma: frozenset(words) for lemma, words in idioms[code].items()},
                frozenset(events[code]),
                frozenset(kinds[code]),
                index(self._names, code),
            )
            for code in {rules_for(lang).code for lang in ("en", "fi", "nn", "nb")}
        }

    def _stand_ins(self) -> dict[str, set[str]]:
        """Labels of the concepts under those that stand for what was named before, by language."""
        above = {concept.local: set(concept.broader) for concept in self.concepts}
        chosen = set(STAND_INS)
        while more := {local for local, broader in above.items() if broader & chosen} - chosen:
            chosen |= more
        found: dict[str, set[str]] = defaultdict(set)
        for concept in self.concepts:
            for lang, label in concept.labels if concept.local in chosen else ():
                found[rules_for(lang).code].add(label.lower())
        return found


def sentences_of(document: Document) -> Iterator[tuple[str, Block]]:
    """The text of each sentence, on one line, with its kind and place."""
    for block in document.blocks:
        for start, end in split_sentences(document.text[block.start : block.end]):
            text = document.text[block.start + start : block.start + end]
            yield _one_line(text), Block(block.kind, block.start + start, block.start + end)


def _one_line(text: str) -> str:
    """The text with each line break as one space, so that offsets stay."""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")

"""How well the pipelines annotate treebanks: parts of speech, trees, base forms and named entities.

Every treebank is read twice: from gold words, a sentence at a time (accuracy over words, punctuation included, as
spaCy's `--gold-preproc` does), and from plain text with the pipeline's own tokens and sentences (F1 over words found at
their characters, as https://universaldependencies.org/conll18/evaluation.html aligns them).
Labels are compared with their subtypes; base forms without the signs at which compounds are joined (`#`, `-`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, Span, Token

from kg.evaluation.conllu import Sentence, Word, read_columns, read_conllu, read_iob, with_entities
from kg.languages.pipelines import chosen, load

if TYPE_CHECKING:
    from spacy.language import Language

#: Language to the treebanks that measure its pipeline.
TREEBANKS = {"en": ("en_ewt", "en_gum"), "fi": ("fi_tdt",), "nn": ("no_nynorsk",), "nb": ("no_bokmaal",)}
#: (treebank, split) to a file with its entities, by sentence.
ENTITIES_BESIDE = {("en_ewt", "dev"): "en_uner_ewt-dev", ("en_ewt", "test"): "en_uner_ewt-test"}
#: Language to a corpus of entities without trees.
ENTITY_CORPORA = {"fi": "fi_turku_one"}
GOLD, OWN = "gold", "own"


@dataclass(frozen=True, slots=True)
class PipelineScore:
    """Figures of one pipeline on one treebank, from 0 to 1; None where the treebank does not say.

    `tokens` is `gold` (words and sentences of the treebank) or `own` (the pipeline's). `lemma_exact` is the share of
    base forms that equal the treebank's but for `#`; `lemma_caseless` that of those that differ in case at most.
    `lemma_names` is that of proper nouns. `classes` are the entity classes that count.
    """

    lang: str
    treebank: str
    split: str
    tokens: str
    words: int
    upos: float | None = None
    uas: float | None = None
    las: float | None = None
    lemma: float | None = None
    lemma_exact: float | None = None
    lemma_caseless: float | None = None
    lemma_names: float | None = None
    sentences: float | None = None
    entities: float | None = None
    classes: tuple[str, ...] = ()


def report(
    corpora: Path, langs: Iterable[str], split: str = "test", *, pipelines: Mapping[str, str] | None = None
) -> list[PipelineScore]:
    """The scores of each language's pipeline on the treebanks in `corpora` (with `ud/` and `ner/`) that are there.

    `pipelines` maps languages to others than the default one.
    """
    named = chosen(pipelines or {})
    return [score for lang in langs for score in evaluate(lang, corpora, split, nlp=load(lang, name=named.get(lang)))]


def evaluate(lang: str, corpora: Path, split: str, *, nlp: Language | None = None) -> list[PipelineScore]:
    """Scores of one language's pipeline, or of `nlp`, on one split."""
    pipeline = nlp or load(lang)
    scores: list[PipelineScore] = []
    for treebank in TREEBANKS[lang]:
        path = corpora / "ud" / f"{treebank}-{split}.conllu.gz"
        if path.is_file():
            sentences = read_split(corpora, treebank, split)
            scores.append(score_gold_words(pipeline, sentences, (lang, treebank, split)))
            scores.append(score_text(pipeline, sentences, (lang, treebank, split)))
    if lang in ENTITY_CORPORA:
        path = corpora / "ner" / f"{ENTITY_CORPORA[lang]}-{split}.tsv.gz"
        if path.is_file():
            scores.append(score_gold_words(pipeline, list(read_columns(path)), (lang, ENTITY_CORPORA[lang], split)))
    return scores


def read_split(corpora: Path, treebank: str, split: str) -> list[Sentence]:
    """The sentences of one split of a treebank, with the entities that lie in a file beside it."""
    sentences = list(read_conllu(corpora / "ud" / f"{treebank}-{split}.conllu.gz"))
    name = ENTITIES_BESIDE.get((treebank, split))
    path = corpora / "ner" / f"{name}.iob2.gz"
    return list(with_entities(sentences, read_iob(path))) if name and path.is_file() else sentences


def score_gold_words(nlp: Language, sentences: list[Sentence], key: tuple[str, str, str]) -> PipelineScore:
    """Scores where words and sentences are given."""
    docs = [doc_of(nlp, sentence) for sentence in sentences]
    pairs = list(zip(nlp.pipe(docs), sentences, strict=True))
    words = [(token, word) for doc, sentence in pairs for token, word in zip(doc, sentence.words, strict=True)]
    annotated = [(doc, sentence) for doc, sentence in pairs if sentence.entities is not None]
    classes = _classes(sentence for _, sentence in annotated)
    found = {(n, *span) for n, (doc, _) in enumerate(annotated) for span in _found_spans(doc, classes)}
    gold = {(n, *span) for n, (_, sentence) in enumerate(annotated) for span in spans_of(sentence.entities or ())}
    trees = all(sentence.has_tree for sentence in sentences)
    counts = _count(words) if trees else {}
    shares: dict[str, Any] = {name: _share(hits, of) for name, (hits, of) in counts.items()}
    return PipelineScore(
        *key,
        GOLD,
        len(words),
        **shares,
        entities=f1(found, gold) if annotated else None,
        classes=tuple(sorted(classes)),
    )


def doc_of(nlp: Language, sentence: Sentence) -> Doc:
    """The sentence's own words, not yet annotated."""
    words = sentence.words
    return Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        sent_starts=[index == 0 for index in range(len(words))],
    )


def _count(words: list[tuple[Token, Word]]) -> dict[str, tuple[int, int]]:
    """Measure to (right, of how many)."""
    names = [(token, word) for token, word in words if word.pos == "PROPN"]
    lemmas = [(token.lemma_, word.lemma) for token, word in words]
    heads = [token.head.i == word.head for token, word in words]
    labels = [token.dep_ == word.dep for token, word in words]
    total = len(words)
    return {
        "upos": (sum(token.pos_ == word.pos for token, word in words), total),
        "uas": (sum(heads), total),
        "las": (sum(head and label for head, label in zip(heads, labels, strict=True)), total),
        "lemma": (sum(bare(a) == bare(b) for a, b in lemmas), total),
        "lemma_exact": (sum(a == b.replace("#", "") for a, b in lemmas), total),
        "lemma_caseless": (sum(bare(a).lower() == bare(b).lower() for a, b in lemmas), total),
        "lemma_names": (sum(bare(token.lemma_) == bare(word.lemma) for token, word in names), len(names)),
    }


def score_text(nlp: Language, sentences: list[Sentence], key: tuple[str, str, str]) -> PipelineScore:
    """Scores where only the text of each document is given."""
    hits = dict.fromkeys(("words", "upos", "uas", "las", "lemma"), 0)
    found_words = gold_words = 0
    bounds: tuple[set[tuple[int, ...]], set[tuple[int, ...]]] = (set(), set())
    for number, run in enumerate(documents_of(sentences)):
        text, gold = text_of(run)
        doc = nlp(text)
        tokens = {(token.idx, token.idx + len(token)): token for token in doc if not token.is_space}
        found_words += len(tokens)
        gold_words += len(gold)
        for span, (word, head) in gold.items():
            if token := tokens.get(span):
                for measure, hit in _agree(token, word, head).items():
                    hits[measure] += hit
        bounds[0].update((number, *_bounds(sent)) for sent in doc.sents if sent.text.strip())
        bounds[1].update((number, *span) for span in _gold_bounds(run, gold))
    both = found_words + gold_words
    measures: dict[str, Any] = {name: 2 * hits[name] / both for name in ("upos", "uas", "las", "lemma")} if both else {}
    return PipelineScore(*key, OWN, gold_words, **measures, sentences=f1(*bounds))


def documents_of(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences in runs, one for each document; of a treebank that marks none, runs of ten."""
    run: list[Sentence] = []
    marked = False
    for sentence in sentences:
        marked = marked or sentence.opens_document
        if run and (sentence.opens_document or (not marked and len(run) == 10)):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


Gold = dict[tuple[int, int], tuple[Word, tuple[int, int]]]


def text_of(run: Iterable[Sentence]) -> tuple[str, Gold]:
    """The text of a document, a space between sentences, and (start, end) of each word to it and its head's place."""
    text, gold = "", {}
    for sentence in run:
        places = []
        for word in sentence.words:
            places.append((len(text), len(text) + len(word.form)))
            text += word.form + (" " if word.space else "")
        text = text.rstrip(" ") + " "
        gold.update({place: (word, places[word.head]) for place, word in zip(places, sentence.words, strict=True)})
    return text, gold


def _agree(token: Token, word: Word, head: tuple[int, int]) -> dict[str, bool]:
    is_head = (token.head.idx, token.head.idx + len(token.head)) == head
    return {
        "words": True,
        "upos": token.pos_ == word.pos,
        "uas": is_head,
        "las": is_head and token.dep_ == word.dep,
        "lemma": bare(token.lemma_) == bare(word.lemma),
    }


def _bounds(sent: Span) -> tuple[int, int]:
    """First and last character of a sentence without the spaces around it."""
    words = [token for token in sent if not token.is_space]
    return words[0].idx, words[-1].idx + len(words[-1])


def _gold_bounds(run: Iterable[Sentence], gold: Gold) -> Iterator[tuple[int, int]]:
    places = iter(gold)
    for sentence in run:
        spans = [next(places) for _ in sentence.words]
        yield spans[0][0], spans[-1][1]


def bare(lemma: str) -> str:
    """A base form without the signs at which compounds are joined, unless it is nothing else."""
    return lemma.replace("#", "").replace("-", "") or lemma


def spans_of(tags: Iterable[str]) -> set[tuple[int, int, str]]:
    """(first word, end, class) of the entities that IOB tags mark."""
    spans: set[tuple[int, int, str]] = set()
    start, open_class = 0, ""
    for index, tag in enumerate((*tags, "O")):
        prefix, _, name = tag.partition("-")
        if open_class and (prefix != "I" or name != open_class):
            spans.add((start, index, open_class))
            open_class = ""
        if prefix == "B" or (prefix == "I" and not open_class):
            start, open_class = index, name
    return spans


def _classes(sentences: Iterable[Sentence]) -> set[str]:
    return {tag[2:] for sentence in sentences for tag in sentence.entities or () if tag != "O"}


def _found_spans(doc: Doc, classes: set[str]) -> Iterator[tuple[int, int, str]]:
    return ((ent.start, ent.end, ent.label_) for ent in doc.ents if ent.label_ in classes)


def f1(found: set[Any], gold: set[Any]) -> float:
    """Harmonic mean of precision and recall; 1 where both are empty."""
    return 2 * len(found & gold) / (len(found) + len(gold)) if found or gold else 1.0


def _share(hits: int, of: int) -> float | None:
    return hits / of if of else None

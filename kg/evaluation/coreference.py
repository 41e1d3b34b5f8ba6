"""How well coreference finds what a treebank's annotators did: antecedents of pronouns, and whole entities.

Reads GUM's `Entity=` (https://wiki.gucorpling.org/gum/entities). Mentions of two annotations are the same where the
head word is; mentions that stand alone count on neither side. LEA is Moosavi & Strube 2016
(https://aclanthology.org/P16-1060), CoNLL the mean F1 of MUC, B-cubed and CEAF-e (https://aclanthology.org/P14-2006).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg.build import Knowledge
from kg.errors import DocumentError
from kg.evaluation.chains import conll, lea
from kg.evaluation.conllu import Sentence, read_conllu
from kg.evaluation.goldtrees import annotated
from kg.evaluation.pipelines import GOLD, OWN, documents_of, text_of
from kg.extraction import Lexis, chains_in, forest_of
from kg.extraction.coreference import Chains
from kg.extraction.coreference.nominals import Nominal
from kg.extraction.tree import Tree
from kg.languages.pipelines import chosen, load
from kg.languages.sentences import parse_sentences, split_sentences
from kg.model import Block, BlockKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The treebank that says what corefers.
TREEBANK = "en_gum"
_BRACKET = re.compile(r"(\(?)([^()]+)(\)?)")
#: First characters of mentions, ends, entities, and whether several are spoken of at once.
Span: TypeAlias = tuple[int, int, str, bool]


@dataclass(frozen=True, slots=True)
class CoreferenceScore:
    """Figures of one way to annotate one split, from 0 to 1.

    `third` is the share of personal pronouns of the third person (possessives and reflexives included) whose antecedent
    is a mention of the annotated entity, of all that have one before them; `pronouns` that of all three persons.
    `resolved` is the share of our antecedents of the third person that are right. `lea` and `conll` are F1.
    """

    treebank: str
    split: str
    trees: str
    documents: int
    third_pronouns: int
    third: float
    all_pronouns: int
    pronouns: float
    resolved: float
    lea: float
    conll: float


@dataclass(slots=True)
class Counts:
    """Pronouns by person (3, or less): with an antecedent, with the right one, and resolved at all."""

    of: dict[bool, int]
    right: dict[bool, int]
    resolved: int = 0


def evaluate_coreference(
    folder: str | Path, *, split: str = "dev", pipelines: Mapping[str, str] | None = None
) -> list[CoreferenceScore]:
    """Scores on the treebank's own words and trees, and on those that the pipeline makes of its text."""
    path = Path(folder) / "ud" / f"{TREEBANK}-{split}.conllu.gz"
    if not path.is_file():
        raise DocumentError(str(path), "no such treebank; name a folder that holds ud/en_gum-SPLIT.conllu.gz")
    documents = list(documents_of(read_conllu(path)))
    lexis = Knowledge().reader.lexis("en")
    nlp = load("en", name=chosen(pipelines or {}).get("en"))
    return [_evaluate(documents, nlp, lexis, (TREEBANK, split, trees)) for trees in (GOLD, OWN)]


def _evaluate(
    documents: Sequence[list[Sentence]], nlp: Language, lexis: Lexis, key: tuple[str, str, str]
) -> CoreferenceScore:
    counts = Counts({True: 0, False: 0}, {True: 0, False: 0})
    pairs: list[tuple[list[set[Hashable]], list[set[Hashable]]]] = []
    for number, run in enumerate(documents):
        forest = forest_of(parsed(run, nlp, own=key[2] == OWN), lang="en", lexis=lexis)
        chains = chains_in(forest, kinds=lexis.kinds)
        entities = entities_of(run, forest)
        _count(chains, entities, persons_of(run), counts)
        gold: dict[str, set[Hashable]] = {}
        for place, names in entities.items():
            for name in names:
                gold.setdefault(name, set()).add((number, *place))
        found: list[set[Hashable]] = [{(number, *place_of(n)) for n in each} for each in chains.clusters()]
        pairs.append(([each for each in gold.values() if len(each) > 1], [each for each in found if len(each) > 1]))
    third, every = counts.of[True], sum(counts.of.values())
    return CoreferenceScore(
        *key,
        len(documents),
        third,
        counts.right[True] / third if third else 0.0,
        every,
        sum(counts.right.values()) / every if every else 0.0,
        counts.right[True] / counts.resolved if counts.resolved else 0.0,
        lea([g for gold, _ in pairs for g in gold], [f for _, found in pairs for f in found]),
        conll(pairs),
    )


def parsed(run: Sequence[Sentence], nlp: Language, *, own: bool) -> Iterator[tuple[Block, Doc]]:
    """The sentences of a document as annotated, or as the pipeline reads its text, each with its place."""
    if own:
        text, _ = text_of(run)
        spans = ((text[a:b], Block(BlockKind.PARAGRAPH, a, b)) for a, b in split_sentences(text))
        yield from ((block, doc) for doc, block in parse_sentences(nlp, spans, lang="en"))
        return
    start = 0
    for sentence in run:
        line, _ = text_of([sentence])
        yield Block(BlockKind.PARAGRAPH, start, start + len(line)), annotated(sentence, line.rstrip(" "), nlp)
        start += len(line)


def place_of(nominal: Nominal) -> tuple[int, bool]:
    """Where its head begins, and whether it is a whole coordination."""
    return nominal.head.start, nominal.coordinated


def entities_of(run: Sequence[Sentence], forest: Sequence[Tree]) -> dict[tuple[int, bool], set[str]]:
    """The annotated entities by the places of their mentions' heads; heads are those of our trees.

    A mention of which our trees hold no word keeps the place of its first.
    """
    words = {word.start: word for tree in forest for word in tree.words}
    found: dict[tuple[int, bool], set[str]] = {}
    for start, end, name, several in spans_of(run):
        inside = [words[at] for at in range(start, end) if at in words]
        heads = [w for w in inside if w.head is None or not start <= w.head.start < end]
        head = next((w for w in heads if w.pos != "PUNCT"), inside[0] if inside else None)
        found.setdefault((head.start if head is not None else start, several), set()).add(name)
    return found


def spans_of(run: Sequence[Sentence]) -> Iterator[Span]:
    """The mentions of a document; brackets may open in one sentence and close in another."""
    _, gold = text_of(run)
    places = iter(gold)
    open_at: dict[str, list[tuple[int, bool]]] = {}
    for sentence in run:
        for number, word in enumerate(sentence.words):
            start, end = next(places)
            for opens, text, closes in _BRACKET.findall(word.misc.get("Entity", "")):
                name, _, rest = text.partition("-")
                if opens:
                    heads = (rest.split("-") + [""] * 5)[4].split(",")
                    open_at.setdefault(name, []).append((start, _are_conjuncts(sentence, number, heads)))
                if closes and open_at.get(name):
                    begin, several = open_at[name].pop()
                    yield begin, end, name, several


def _are_conjuncts(sentence: Sentence, first: int, numbers: Sequence[str]) -> bool:
    """Whether of a mention's main words, counted from its first, one is coordinated with another ("Ann and Bo").

    The words of a name ("Ann Lee") are all main words of it too, and no coordination.
    """
    main = {first + int(number) - 1 for number in numbers if number.isdigit()}
    words = {i: word for i, word in enumerate(sentence.words) if i in main}
    tops = {i for i, word in words.items() if word.head not in main or word.head == i}
    return any(word.dep == "conj" and word.head in tops for word in words.values())


def persons_of(run: Sequence[Sentence]) -> dict[int, bool]:
    """Where the treebank has personal pronouns, to whether they are of the third person."""
    _, gold = text_of(run)
    morphs = ((start, word.morph.split("|")) for (start, _), (word, _) in gold.items() if word.pos == "PRON")
    return {
        start: "Person=3" in morph
        for start, morph in morphs
        if any(each.startswith("Person=") for each in morph) and {"PronType=Prs", "Poss=Yes"} & {*morph}
    }


def _count(
    chains: Chains, entities: dict[tuple[int, bool], set[str]], persons: Mapping[int, bool], counts: Counts
) -> None:
    """Add the pronouns of a document that are annotated with a mention before them, found by us or not."""
    seen: set[str] = set()
    by_place = {place_of(n): n for n in chains.nominals}
    for place in sorted(entities):
        nominal = by_place.get(place)
        names = entities[place]
        third = persons.get(place[0])
        if third is not None and not place[1] and names & seen:
            counts.of[third] += 1
            antecedent = chains.antecedents.get(nominal.number) if nominal is not None else None
            chosen = entities.get(place_of(chains.nominals[antecedent]), set()) if antecedent is not None else set()
            counts.right[third] += bool(names & chosen)
        seen |= names
    pronouns: Iterable[Nominal] = (n for n in chains.nominals if n.pronoun is not None and n.pronoun.person == 3)
    counts.resolved += sum(n.number in chains.antecedents for n in pronouns)

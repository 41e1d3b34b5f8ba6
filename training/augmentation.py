"""More sentences out of those there are: people with other names, with titles, and in company.

Newswire is full of "direktør for X Kari Nordmann, forskar Ola Hansen og Per Olsen"; treebanks hold few such subjects.
Each new sentence is one of the treebank's own whose person has become such a phrase, with the tree that the treebank
gives titles and coordinated names. Names come from all entity corpora, titles and fields from the treebank itself.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.evaluation.conllu import Sentence, Word

#: Share of the sentences with a fitting person that get a twin.
SHARE = 1.0
_NOUN = "Definite=Ind|Gender=Masc|Number=Sing"


@dataclass(frozen=True)
class Stock:
    """What phrases are made of. Acronyms stand in fields beside common nouns ("direktør for KI")."""

    first_names: list[str]
    last_names: list[str]
    titles: list[str]
    fields: list[str]
    adjectives: list[str]


def stock_of(sentences: Sequence[Sentence], names: Iterable[Sequence[str]]) -> Stock:
    """Titles, fields and adjectives of the sentences, and the parts of the names."""
    titles: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    adjectives: Counter[str] = Counter()
    for sentence in sentences:
        for word in sentence.words:
            if word.pos == "NOUN" and word.form.islower() and word.morph == _NOUN:
                nouns[word.form] += 1
                if word.dep == "nmod" and sentence.entities and sentence.entities[word.head] == "B-PERSON":
                    titles[word.form] += 1
            elif word.pos == "ADJ" and word.form.islower() and word.dep == "amod":
                adjectives[word.form] += 1
    first, last = zip(*(each for each in names if len(each) == 2), strict=True)
    common = [noun for noun, count in nouns.most_common(1500) if count > 2 and len(noun) > 3]
    sure = sorted(title for title, count in titles.items() if count > 1)
    return Stock(sorted(set(first)), sorted(set(last)), sure, common, sorted(adjectives)[:2000])


def twins(sentences: Iterable[Sentence], stock: Stock, *, seed: int) -> Iterator[Sentence]:
    """A twin of some of the sentences whose subject is a person, in their order; the same at every run."""
    chance = random.Random(seed)
    for sentence in sentences:
        subjects = (i for i, word in enumerate(sentence.words) if word.dep == "nsubj")
        place = next((found for i in subjects if (found := _person_at(sentence, i)) is not None), None)
        if place is not None and chance.random() < SHARE:
            yield _with_phrase(sentence, place, _phrase(stock, chance))


def _person_at(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Half-open span of the person's name whose head the word is, where nothing else hangs on the name."""
    tags = sentence.entities or []
    if not tags or tags[index] != "B-PERSON":
        return None
    end = index + 1
    while end < len(tags) and tags[end] == "I-PERSON":
        end += 1
    inside = range(index, end)
    hanging = [i for i, word in enumerate(sentence.words) if word.head in inside and i not in inside]
    return None if hanging else (index, end)


def _phrase(stock: Stock, chance: random.Random) -> list[Word]:
    """People as one phrase, headed by the first name's first word; heads count inside the phrase."""
    words: list[Word] = []
    heads: list[int] = []
    count = chance.choice((1, 1, 2, 3))
    for number in range(count):
        if number and number == count - 1:
            cc = len(words)
            words.append(_word("og", "CCONJ", "cc", head=-1))
        elif number:
            cc = len(words)
            words[-1] = replace(words[-1], space=False)
            words.append(_word(",", "PUNCT", "punct", lemma="$,", head=-1))
        start = len(words)
        words += _person(stock, chance, start)
        head = next(i for i in range(start, len(words)) if words[i].pos == "PROPN" and words[i].dep == "")
        if number:
            words[cc] = replace(words[cc], head=head)
        heads.append(head)
    for head in heads:
        words[head] = replace(words[head], dep="conj", head=heads[0])
    words[heads[0]] = replace(words[heads[0]], dep="", head=heads[0])
    return words


def _person(stock: Stock, chance: random.Random, start: int) -> list[Word]:
    """A name, mostly with a title before it and at times with the title's field."""
    title: list[Word] = []
    if chance.random() < 0.75:
        head = _title(stock, chance)
        title.append(_word(head, "NOUN", "nmod", morph=_NOUN, head=-1))
        if chance.random() < 0.4:
            title += _field(stock, chance, start)
    name = start + len(title)
    words = [replace(word, head=name if word.head == -1 else word.head) for word in title]
    words.append(_word(chance.choice(stock.first_names), "PROPN", "", head=name))
    if chance.random() < 0.9:
        words.append(_word(chance.choice(stock.last_names), "PROPN", "flat:name", head=name))
    return words


def _title(stock: Stock, chance: random.Random) -> str:
    """A title, at times a new compound of one ("energi" + "sjef"), so that its ending is what is learnt."""
    title = chance.choice(stock.titles)
    return chance.choice(stock.fields) + chance.choice(("", "s")) + title if chance.random() < 0.4 else title


def _field(stock: Stock, chance: random.Random, title: int) -> list[Word]:
    """ "for energi", "for ny energi", "ved KI": a noun or an acronym with its adposition."""
    adposition = _word(chance.choice(("for", "for", "i", "ved")), "ADP", "case", head=0)
    if chance.random() < 0.4:
        letters = "".join(chance.choice("ABDEFGIKLMNOPRSTUV") for _ in range(chance.choice((2, 2, 3))))
        noun = _word(letters, "PROPN", "nmod", head=title)
    else:
        noun = _word(chance.choice(stock.fields), "NOUN", "nmod", morph=_NOUN, head=title)
    if chance.random() < 0.5:
        form = chance.choice(stock.adjectives)
        adjective = _word(form.capitalize() if noun.pos == "PROPN" else form, "ADJ", "amod", lemma=form, head=title + 3)
        return [replace(adposition, head=title + 3), adjective, noun]
    return [replace(adposition, head=title + 2), noun]


def _word(form: str, pos: str, dep: str, *, head: int, lemma: str | None = None, morph: str = "") -> Word:
    return Word(form, True, lemma or form, pos, morph, head, dep, {})


def _with_phrase(sentence: Sentence, place: tuple[int, int], phrase: list[Word]) -> Sentence:
    """The sentence with the phrase in place of the name."""
    start, end = place
    shift = len(phrase) - (end - start)

    def moved(head: int) -> int:
        return head if head < start else start + _root(phrase) if head < end else head + shift

    old = sentence.words[start]
    inserted = [replace(word, head=start + word.head) for word in phrase]
    top = start + _root(phrase)
    above = top if old.head == start else moved(old.head)
    inserted[_root(phrase)] = replace(inserted[_root(phrase)], dep=old.dep, head=above)
    inserted[-1] = replace(inserted[-1], space=sentence.words[end - 1].space)
    if start == 0:
        inserted[0] = replace(inserted[0], form=inserted[0].form[:1].upper() + inserted[0].form[1:])
    before = [replace(word, head=moved(word.head)) for word in sentence.words[:start]]
    after = [replace(word, head=moved(word.head)) for word in sentence.words[end:]]
    tags = list(sentence.entities or [])
    entities = [*tags[:start], *_tags(phrase), *tags[end:]]
    return replace(sentence, words=[*before, *inserted, *after], entities=entities, opens_document=True)


def _root(phrase: list[Word]) -> int:
    return next(i for i, word in enumerate(phrase) if word.dep == "")


def _tags(phrase: list[Word]) -> list[str]:
    tags = []
    for word in phrase:
        names = word.pos == "PROPN" and word.dep in ("", "conj", "flat:name")
        tags.append("I-PERSON" if word.dep == "flat:name" else "B-PERSON" if names else "O")
    return tags

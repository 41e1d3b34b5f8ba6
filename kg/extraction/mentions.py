"""Phrases to mentions: what a slot speaks of, by what kind of word, under which base form, of which class."""

from __future__ import annotations

from collections.abc import Container, Mapping

from kg.extraction.phrases import (
    NOMINAL,
    close_name,
    examples,
    is_inside_name,
    is_proper,
    is_title,
    name_words,
    role_of,
    slot_words,
    stands_beside,
    whole_words,
    with_postposition,
)
from kg.extraction.times import amount_of, how_much, is_quantity, is_time, moment_at
from kg.extraction.tree import Tree, Word
from kg.languages import Rules
from kg.model import Amount, EntityClass, Mention, MentionKind, Phrase

#: Dependents that no label holds: "many kingdoms", "its staff", "the team".
_DROPPED_IN_LABELS = frozenset({"det", "case"})


class Draft:
    """A mention while its document is read: as `Mention`, but that class and antecedent may still be found.

    `modifiers` count mentions in the order of `Mentions.found`; so does `antecedent`.
    """

    __slots__ = (
        *("start", "end", "text", "kind", "is_name", "label", "head", "lang"),
        *("entity_class", "generic", "amount", "modifiers", "antecedent"),
    )

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        kind: MentionKind,
        label: str,
        head: str,
        lang: str,
        entity_class: EntityClass | None = None,
        *,
        generic: bool = True,
        amount: Amount | None = None,
        modifiers: tuple[tuple[str, int], ...] = (),
    ) -> None:
        """A mention that stands for itself."""
        self.start, self.end, self.text = start, end, text
        self.kind, self.is_name = kind, kind is MentionKind.NAME
        self.label, self.head, self.lang = label, head, lang
        self.entity_class, self.generic, self.amount = entity_class, generic, amount
        self.modifiers = modifiers
        self.antecedent: int | None = None

    def final(self, place: Mapping[int, int]) -> Mention:
        """The mention as it is given out, where others have new numbers."""
        return Mention(
            self.start,
            self.end,
            self.text,
            self.kind,
            self.label,
            self.head,
            self.lang,
            self.entity_class,
            None if self.antecedent is None else place[self.antecedent],
            self.generic,
            self.amount,
            tuple([(role, place[i]) for role, i in self.modifiers]) if self.modifiers else (),
        )


class Mentions:
    """The mentions of a document, in the order in which rules first asked for them.

    `kinds` are words that name kinds of things however they are written ("AI", "LLM"), and so are no names.
    """

    def __init__(self, kinds: Container[str] = ()) -> None:
        self._kinds = kinds
        self.found: list[Draft] = []
        self.heads: list[tuple[Tree, Word]] = []
        self.trees: list[Tree] = []
        self._index: dict[tuple[int, int], int] = {}
        self._phrases: dict[tuple[int, int, bool, bool], Phrase] = {}

    def in_text_order(self) -> list[int]:
        """The numbers of all mentions, in the order in which they stand in the text."""
        return sorted(range(len(self.found)), key=lambda i: (self.found[i].start, self.found[i].end))

    def phrase(self, tree: Tree, head: Word, *, as_noun: bool = False, alone: bool = False) -> Phrase:
        """The slot around `head`, with its mention where it is nominal.

        `as_noun` takes a name for what it says; `alone` leaves the postposition out that the phrase has in its clause.
        """
        key = (tree.start, head.i, as_noun, alone)
        phrase = self._phrases.get(key)
        if phrase is None:
            phrase = self._phrases[key] = self._phrase(tree, head, as_noun=as_noun, alone=alone)
        return phrase

    def _phrase(self, tree: Tree, head: Word, *, as_noun: bool, alone: bool) -> Phrase:
        slot = None if tree.profile.whole else slot_words(head, tree.rules)
        name = close_name(head)
        if slot is not None and name is not None and (as_noun or stands_beside(head, name)):
            slot = [w for w in slot if w.i < name.i]
            if not as_noun:
                return Phrase(*tree.render([*slot, *slot_words(name, tree.rules)]), self.add(tree, name))
        words = slot or whole_words(head, tree.rules)
        words = words if alone else with_postposition(head, words, tree.rules)
        if head.rel in ("nmod", "obl") and (adverb := how_much(head, tree.rules)) is not None:
            words = [*words, adverb]
        if is_time(head, tree.rules):
            words = _with_adverb(head, words, tree.rules)
            return Phrase(*tree.render(words), moment=moment_at(tree, head, words))
        bearer = None if as_noun else _bearer(tree, head)
        if bearer is not None:
            return Phrase(*tree.render(words), self.add(tree, bearer))
        return Phrase(*tree.render(words), self.add(tree, head, as_noun=as_noun, slot=slot))

    def add_names(self, tree: Tree) -> None:
        """Note a tree of the document, and every name of it, also where no proposition speaks of it."""
        self.trees.append(tree)
        for word in tree.words:
            if (word.pos != "PROPN" and word.entity < 0) or not is_proper(word) or is_inside_name(word):
                continue
            if word.head is None or not is_title(word, word.head):
                self.add(tree, word)

    def add(self, tree: Tree, head: Word, *, as_noun: bool = False, slot: list[Word] | None = None) -> int | None:
        """The index of the mention around `head`; None where the head is no nominal. `slot` are its words, if known."""
        key = (tree.start, head.i)
        index = self._index.get(key)
        if index is None:
            mention = self._noun(tree, head, slot) if as_noun else self._mention(tree, head, slot)
            if mention is None:
                return None
            index = self._index[key] = len(self.found)
            self.found.append(mention)
            self.heads.append((tree, head))
        return index

    def _mention(self, tree: Tree, head: Word, slot: list[Word] | None) -> Draft | None:
        proper = is_proper(head)
        if not proper and head.pos not in NOMINAL:
            return None
        if head.pos == "PRON" or (head.pos == "DET" and not proper):
            return self._pronoun(tree, head)
        if is_quantity(head, tree.rules):
            return self._quantity(tree, head, slot)
        return self._name(tree, head) if proper and not self._is_kind(head) else self._noun(tree, head, slot)

    def _is_kind(self, head: Word) -> bool:
        """Whether a proper noun by itself is a word of the thesaurus, in the singular or plural."""
        kinds = self._kinds
        if head.text in kinds or head.lemma in kinds or head.text.removesuffix("s") in kinds:
            return len(name_words(head)) == 1
        return False

    def _pronoun(self, tree: Tree, head: Word) -> Draft:
        lemma = head.lemma.lower()
        kind = EntityClass.PERSON if lemma in tree.rules.person_pronouns else None
        return Draft(
            head.start, head.end, head.text, MentionKind.PRONOUN, head.lower, lemma, tree.lang, kind, generic=False
        )

    def _quantity(self, tree: Tree, head: Word, slot: list[Word] | None) -> Draft | None:
        words = slot or slot_words(head, tree.rules)
        text, start, end = tree.render(words)
        if start is None or end is None:
            return None
        inside = {w.i: w for w in (*words, *(c for c in head.children if c.i < head.i))}
        amount = amount_of([w for _, w in sorted(inside.items())], tree.rules)
        return Draft(
            start, end, text, MentionKind.NOUN, text, head.lemma, tree.lang, EntityClass.QUANTITY, amount=amount
        )

    def _name(self, tree: Tree, head: Word) -> Draft:
        words = name_words(head)
        while len(words) > 1 and words[0].lower in tree.rules.articles:
            words = words[1:]
        text, start, end = tree.render(words)
        if start is None or end is None:
            words = [head]
            text, start, end = head.text, head.start, head.end
        forms = [tree.rules.name_form(w, last=w is words[-1]) for w in words]
        label = tree.known.get(head.entity) or _join_like(words, forms)
        kind = tree.entities[head.entity] if head.entity >= 0 else None
        return Draft(start, end, text, MentionKind.NAME, label, words[-1].lemma, tree.lang, kind, generic=False)

    def _noun(self, tree: Tree, head: Word, slot: list[Word] | None) -> Draft | None:
        words = slot or slot_words(head, tree.rules)
        text, start, end = tree.render(words)
        if start is None or end is None:
            return None
        definite = _is_definite(head, tree.rules)
        kept = [w for w in words if w.head is not head or not (w.rel in _DROPPED_IN_LABELS or w.pos == "PRON")]
        label = _join_like(kept, [_uncapitalised(w, tree.rules.base_form(w, head=w is head)) for w in kept])
        modifiers = tuple(self._modifiers(tree, head)) if head.children else ()
        return Draft(
            start,
            end,
            text,
            MentionKind.DEFINITE if definite else MentionKind.NOUN,
            label,
            head.lemma.lower(),
            tree.lang,
            entity_class=None,
            generic=not definite,
            modifiers=modifiers,
        )

    def _modifiers(self, tree: Tree, head: Word) -> list[tuple[str, int]]:
        """Names inside the noun phrase, with how they hang there; its examples stand beside it and not inside."""
        found: list[tuple[str, int]] = []
        names = [c for c in head.children if c.rel in ("nmod", "compound", "obl") and is_proper(c)]
        beside = {word.i for word, _ in examples(head, tree.rules)} if names else ()
        for child in names:
            if child.i not in beside:
                role, case = role_of(child, tree.rules)
                index = self.add(tree, child)
                if index is not None:
                    found.append((role or case or "", index))
        return found


def _bearer(tree: Tree, noun: Word) -> Word | None:
    """The person of whom a noun tells, named behind a comma: "the head of Acme, Ann Lee, resigned"."""
    if noun.pos != "NOUN" or not noun.children or noun.feats.get("Number") == "Plur":
        return None
    first = noun.first() if noun.rel == "conj" and noun.child("det", "nmod:poss") is None else noun
    name = first.child("appos")
    if name is None or name.entity < 0 or tree.entities[name.entity] is not EntityClass.PERSON or name.i < noun.i:
        return None
    others = [c for c in first.all("conj") if is_proper(c) or c.i > name.i or c.child("det", "nmod:poss") is not None]
    if name.child("conj") is not None or noun.child("nummod") is not None or others:
        return None  # "founder and head" may be one
    return name if name.children and name.children[0].text == "," else None


def _with_adverb(time: Word, words: list[Word], rules: Rules) -> list[Word]:
    """A time with the adverb that it measures: "two days later"."""
    adverb = time.head
    measures = adverb is not None and adverb.lower in rules.time_adverbs and adverb.i == words[-1].i + 1
    return [*words, adverb] if adverb is not None and measures and time.child("case") is None else words


def _is_definite(head: Word, rules: Rules) -> bool:
    """Whether the phrase speaks of one known thing: by its determiners, its ending, or whose it is."""
    determiners = frozenset([c.lemma.lower() for c in head.children if c.rel == "det"])
    if rules.is_definite(head, determiners):
        return True
    return "PRON" in [c.pos for c in head.children if c.dep in ("nmod:poss", "nmod")]


def _uncapitalised(word: Word, form: str) -> str:
    """The form without the capital that only the start of a sentence gave it."""
    if word.i == 0 and not is_proper(word) and form[1:].islower() and not word.lemma[:1].isupper():
        return form[:1].lower() + form[1:]
    return form


def _join_like(words: list[Word], forms: list[str]) -> str:
    """Forms joined as their words stand: a space where the text has one."""
    text, end = "", words[0].start
    for word, form in zip(words, forms, strict=True):
        text += form if word.start == end else f" {form}"
        end = word.end
    return text

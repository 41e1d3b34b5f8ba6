"""Phrases to mentions: what a slot speaks of, by what kind of word, under which base form, of which class."""

from __future__ import annotations

from collections.abc import Container

from kg.extraction.phrases import (
    NOMINAL,
    examples,
    is_inside_name,
    is_proper,
    is_title,
    name_words,
    role_of,
    slot_words,
    whole_words,
    with_postposition,
)
from kg.extraction.times import amount_of, is_quantity, is_time, moment_at
from kg.extraction.tree import Tree, Word
from kg.model import EntityClass, Mention, MentionKind, Phrase

#: Dependents that no label holds: "many kingdoms", "its staff", "the team".
_DROPPED_IN_LABELS = frozenset({"det", "case"})


class Mentions:
    """The mentions of a document, in the order in which rules first asked for them.

    `kinds` are words that name kinds of things however they are written ("AI", "LLM"), and so are no names.
    """

    def __init__(self, kinds: Container[str] = ()) -> None:
        self._kinds = kinds
        self.found: list[Mention] = []
        self.heads: list[tuple[Tree, Word]] = []
        self.trees: list[Tree] = []
        self._index: dict[tuple[int, int], int] = {}
        self._phrases: dict[tuple[int, int, bool], Phrase] = {}

    def phrase(self, tree: Tree, head: Word, *, as_noun: bool = False) -> Phrase:
        """The slot around `head`, with its mention where it is nominal; `as_noun` takes a name for what it says."""
        key = (tree.start, head.i, as_noun)
        if key not in self._phrases:
            self._phrases[key] = self._phrase(tree, head, as_noun=as_noun)
        return self._phrases[key]

    def _phrase(self, tree: Tree, head: Word, *, as_noun: bool) -> Phrase:
        words = whole_words(head, tree.rules) if tree.profile.whole else slot_words(head, tree.rules)
        words = with_postposition(head, words, tree.rules)
        text, start, end = tree.render(words)
        if is_time(head, tree.rules):
            return Phrase(text, start, end, moment=moment_at(tree, head, words))
        return Phrase(text, start, end, mention=self.add(tree, head, as_noun=as_noun))

    def add_names(self, tree: Tree) -> None:
        """Note a tree of the document, and every name of it, also where no proposition speaks of it."""
        self.trees.append(tree)
        for word in tree.words:
            title = word.head is not None and is_title(word, word.head)
            if is_proper(word) and not title and not is_inside_name(word):
                self.add(tree, word)

    def add(self, tree: Tree, head: Word, *, as_noun: bool = False) -> int | None:
        """The index of the mention around `head`; None where the head is no nominal."""
        key = (tree.start, head.i)
        if key not in self._index:
            mention = self._noun(tree, head) if as_noun else self._mention(tree, head)
            if mention is None:
                return None
            self._index[key] = len(self.found)
            self.found.append(mention)
            self.heads.append((tree, head))
        return self._index[key]

    def _mention(self, tree: Tree, head: Word) -> Mention | None:
        if head.pos not in NOMINAL and not is_proper(head):
            return None
        if head.pos == "PRON" or (head.pos == "DET" and not is_proper(head)):
            return self._pronoun(tree, head)
        if is_quantity(head, tree.rules):
            return self._quantity(tree, head)
        return self._name(tree, head) if is_proper(head) and not self._is_kind(head) else self._noun(tree, head)

    def _is_kind(self, head: Word) -> bool:
        """Whether a proper noun by itself is a word of the thesaurus, in the singular or plural."""
        alone = len(name_words(head)) == 1
        return alone and any(form in self._kinds for form in (head.text, head.lemma, head.text.removesuffix("s")))

    def _pronoun(self, tree: Tree, head: Word) -> Mention:
        lemma = head.lemma.lower()
        kind = EntityClass.PERSON if lemma in tree.rules.person_pronouns else None
        return Mention(
            head.start, head.end, head.text, MentionKind.PRONOUN, head.lower, lemma, tree.lang, kind, generic=False
        )

    def _quantity(self, tree: Tree, head: Word) -> Mention | None:
        words = slot_words(head, tree.rules)
        text, start, end = tree.render(words)
        if start is None or end is None:
            return None
        inside = {w.i: w for w in (*words, *(c for c in head.children if c.i < head.i))}
        amount = amount_of([w for _, w in sorted(inside.items())], tree.rules)
        return Mention(
            start, end, text, MentionKind.NOUN, text, head.lemma, tree.lang, EntityClass.QUANTITY, amount=amount
        )

    def _name(self, tree: Tree, head: Word) -> Mention:
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
        return Mention(start, end, text, MentionKind.NAME, label, words[-1].lemma, tree.lang, kind, generic=False)

    def _noun(self, tree: Tree, head: Word) -> Mention | None:
        words = slot_words(head, tree.rules)
        text, start, end = tree.render(words)
        if start is None or end is None:
            return None
        determiners = frozenset(c.lemma.lower() for c in head.children if c.rel == "det")
        definite = tree.rules.is_definite(head, determiners) or any(
            c.pos == "PRON" and c.dep in ("nmod:poss", "nmod") for c in head.children
        )
        kept = [w for w in words if w is head or not (w.head is head and w.rel in _DROPPED_IN_LABELS)]
        kept = [w for w in kept if not (w.head is head and w.pos == "PRON")]
        label = _join_like(kept, [_uncapitalised(w, tree.rules.base_form(w, head=w is head)) for w in kept])
        modifiers = tuple(self._modifiers(tree, head))
        return Mention(
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
        found, beside = [], {word.i for word, _ in examples(head, tree.rules)}
        for child in head.children:
            if child.rel in ("nmod", "compound", "obl") and is_proper(child) and child.i not in beside:
                role, case = role_of(child, tree.rules)
                index = self.add(tree, child)
                if index is not None:
                    found.append((role or case or "", index))
        return found


def _uncapitalised(word: Word, form: str) -> str:
    """The form without the capital that only the start of a sentence gave it."""
    initial = word.i == 0 and not is_proper(word) and form[1:].islower()
    return form[:1].lower() + form[1:] if initial else form


def _join_like(words: list[Word], forms: list[str]) -> str:
    """Forms joined as their words stand: a space where the text has one."""
    parts = []
    for i, (word, form) in enumerate(zip(words, forms, strict=True)):
        glued = i > 0 and words[i - 1].end == word.start
        parts.append(form if glued or i == 0 else f" {form}")
    return "".join(parts)

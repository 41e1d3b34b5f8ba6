"""The trees of a document to all that its pronouns can stand for: nominals, with what they agree in.

Beside noun phrases and pronouns these are whole coordinations ("Ann and Bo"), and in Finnish the possessor that an
ending of a noun speaks of ("yhtiönsä"). Definition of agreement: `kg.languages.people`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from kg.extraction.phrases import NOMINAL, is_inside_name, is_proper, is_title, name_words
from kg.extraction.times import is_quantity, is_time
from kg.extraction.tree import Tree, Word
from kg.languages.people import BOTH, GENDERED, PERSON, THING, People, Pronoun, people_of
from kg.model import BlockKind, EntityClass, MentionKind

#: Parts of phrases and of clauses that speak of nothing themselves.
_PARTS = frozenset({"flat", "fixed", "goeswith", "expl", "case", "mark", "cc", "punct", "aux", "cop", "discourse"})
_ANY = PERSON | THING
#: Asked for every nominal; a member costs as much as a call where it is asked of its class.
_NAME, _DEFINITE, _NOUN = MentionKind.NAME, MentionKind.DEFINITE, MentionKind.NOUN
#: Parts of speech of the words that may head one, if they are no names.
_SPEAKING = (NOMINAL | {"PRON", "DET", "PROPN"}) - {"X", "SYM"}
#: Who nouns of a grammatical gender may be, where no list knows them.
_PEOPLE = {"Fem": frozenset("F"), "Neut": frozenset("")}
#: How many words of an attribute are looked at: time stays linear.
LONGEST = 20
#: What an ending that speaks of a third person asks for.
SUFFIX = Pronoun(3, BOTH, _ANY, possessive=True, reflexive=True)


@dataclass(slots=True, eq=False, init=False)
class Nominal:
    """A phrase around `head`. `number` counts nominals of the document, in text order; `sentence` counts its trees.

    `kinds` and `numbers` are what it can agree in. `section` changes where the text does. `sure` says that the kinds
    are known, not guessed; `quantity` that it says how much, or when. `quote` numbers the quotation that it stands in;
    0 is outside. `is_part` says that only the coordination that it begins speaks of anything; `is_name` that it calls a
    thing by its name. What is worked out when it is first asked for is None before.
    """

    tree: Tree
    head: Word
    sentence: int
    kind: MentionKind
    numbers: frozenset[str]
    kinds: frozenset[str]
    sure: bool
    quantity: bool
    pronoun: Pronoun | None
    coordinated: bool
    label: str
    is_name: bool
    is_part: bool
    number: int
    section: int
    quote: int
    modified: frozenset[str] | None
    role: str | None
    clause: Word | None
    traits: tuple[str, ...] | None

    def __init__(
        self,
        tree: Tree,
        head: Word,
        sentence: int,
        kind: MentionKind,
        numbers: frozenset[str],
        kinds: frozenset[str],
        *,
        label: str = "",
        sure: bool = True,
        quantity: bool = False,
        pronoun: Pronoun | None = None,
        coordinated: bool = False,
    ) -> None:
        """A nominal that has no number yet."""
        self.tree, self.head, self.sentence = tree, head, sentence
        self.kind, self.is_name = kind, kind is _NAME
        self.numbers, self.kinds, self.sure = numbers, kinds, sure
        self.quantity, self.coordinated = quantity, coordinated
        self.pronoun, self.label = pronoun, label
        self.is_part = False
        self.number = self.section = self.quote = 0
        self.modified = None
        self.role = None
        self.clause = None
        self.traits = None

    @property
    def modifiers(self) -> frozenset[str]:
        """What tells it from others with its noun, in base form."""
        if self.modified is None:
            self.modified = _modifiers(self.head)
        return self.modified

    def agrees(self, other: Nominal) -> bool:
        """Whether there is a number, and a kind of thing, that both can be."""
        return not (self.numbers.isdisjoint(other.numbers) or self.kinds.isdisjoint(other.kinds))


def nominals_of(forest: Sequence[Tree], classes: Mapping[tuple[int, int], EntityClass | None]) -> list[Nominal]:
    """All nominals in text order; `classes` are those of names, by (start of the tree, head's number)."""
    found: list[Nominal] = []
    for sentence, tree in enumerate(forest):
        people = people_of(tree.rules.code)
        first = len(found)
        for word in tree.words:
            if word.pos in _SPEAKING or word.entity >= 0:
                _add(found, word, tree, sentence, people, classes)
        _complete_coordinations(found[first:])
    for number, nominal in enumerate(found):
        nominal.number = number
    return found


def _add(
    found: list[Nominal],
    word: Word,
    tree: Tree,
    sentence: int,
    people: People,
    classes: Mapping[tuple[int, int], EntityClass | None],
) -> None:
    """Add the nominals whose head is the word: itself, the coordination that it begins, its possessor by an ending."""
    pronoun = _pronoun(word, tree, people) if word.pos in ("PRON", "DET") else None
    if pronoun is not None:
        kind = MentionKind.PRONOUN
        found.append(
            Nominal(tree, word, sentence, kind, pronoun.numbers, pronoun.kinds, pronoun=pronoun, label=word.lower)
        )
    elif _is_nominal(word) and not _is_relative(word, tree):
        one = _nominal(word, tree, sentence, people, classes)
        found.append(one)
        if word.children and word.rel != "conj" and any(_is_nominal(c) for c in word.all("conj")):
            found.append(_coordination(one))
    if word.feats.get("Person[psor]") == "3":
        owners = [c for c in word.children if c.dep == "nmod:poss" and c.pos == "PRON"]
        if not owners:
            found.append(Nominal(tree, word, sentence, MentionKind.PRONOUN, BOTH, _ANY, pronoun=SUFFIX))


def _pronoun(word: Word, tree: Tree, people: People) -> Pronoun | None:
    """What a pronoun or determiner asks for; articles and demonstratives before nouns ask for nothing."""
    if word.rel in ("expl", "mark", "cc"):
        return None
    if word.rel == "det" and word.feats.get("Poss") != "Yes":
        return None
    return people.pronoun(word.lower, word.lemma.lower(), tree.lang)


def _is_relative(word: Word, tree: Tree) -> bool:
    """Whether it only ties a relative clause to its noun, which stands there itself: "the man who left"."""
    if word.pos not in ("PRON", "DET") or word.lemma.lower() not in tree.rules.relative_pronouns:
        return False
    above = word.head
    while above is not None and above.rel not in ("acl", "ccomp", "advcl", "csubj"):
        above = above.head
    return above is not None and above.rel == "acl" and word.i < above.i


def _is_nominal(word: Word) -> bool:
    if word.pos == "PRON" and word.feats.get("PronType") in ("Int", "Rel"):
        return False
    if word.rel in _PARTS or (word.rel == "det" and word.pos in ("DET", "PRON")):
        return False
    if is_inside_name(word) or (word.head is not None and is_title(word, word.head)):
        return False
    if word.rel in ("compound", "nummod"):
        return is_proper(word)
    return is_proper(word) or (word.pos in NOMINAL and word.pos not in ("DET", "X", "SYM"))


def _nominal(
    word: Word, tree: Tree, sentence: int, people: People, classes: Mapping[tuple[int, int], EntityClass | None]
) -> Nominal:
    if is_proper(word):
        return _name(word, tree, sentence, people, classes.get((tree.start, word.i)))
    lemma = word.lemma.lower()
    kinds = people.noun(lemma)
    group = people.is_group(lemma)
    plural = word.feats.get("Number") == "Plur" or (word.rel != "root" and word.child("nummod") is not None)
    quantity = is_quantity(word, tree.rules) or is_time(word, tree.rules)
    several = people.plural_groups and (group or (kinds == PERSON and not plural))
    numbers = BOTH if several else frozenset({"Plur" if plural else "Sing"})
    gendered = GENDERED.get(word.feats.get("Gender", ""), THING)
    person = _PEOPLE.get(word.feats.get("Gender", ""), PERSON)
    determiners = frozenset(c.lemma.lower() for c in word.children if c.rel == "det")
    definite = tree.rules.is_definite(word, determiners) or any(c.feats.get("Poss") == "Yes" for c in word.children)
    return Nominal(
        tree,
        word,
        sentence,
        _DEFINITE if definite else _NOUN,
        numbers,
        kinds if kinds is not None and not group else gendered if group or quantity else gendered | person,
        sure=kinds is not None or quantity,
        quantity=quantity,
        label=lemma,
    )


def _modifiers(head: Word) -> frozenset[str]:
    """What tells the noun from others of its name, in base form."""
    kept = (c for c in head.children if c.rel in ("amod", "compound", "nummod", "nmod", "acl") and c.pos != "PRON")
    return frozenset(
        w.lemma.lower() for c in kept for w in islice(c.subtree(), LONGEST) if w.pos in ("NOUN", "PROPN", "ADJ", "NUM")
    )


def _name(word: Word, tree: Tree, sentence: int, people: People, entity_class: EntityClass | None) -> Nominal:
    words = name_words(word)
    words = words[1:] if len(words) > 1 and words[0].lower in tree.rules.articles else words
    label = " ".join(tree.rules.name_form(w, last=w is words[-1]) for w in words)
    kinds, sure = _kinds_of_name(word, words, people, entity_class, titles=tree.rules.titles)
    plural = word.feats.get("Number") == "Plur"
    several = plural or (kinds == THING and people.plural_groups)
    numbers = BOTH if several else frozenset({"Sing"})
    return Nominal(tree, word, sentence, _NAME, numbers, kinds, sure=sure, label=label)


def _kinds_of_name(
    head: Word, words: list[Word], people: People, entity_class: EntityClass | None, *, titles: frozenset[str]
) -> tuple[frozenset[str], bool]:
    """Kinds by title, first name or class, in this order, and whether they are known."""
    beside = [*words, *(c for c in head.children if c.i < head.i)]
    titled = next((kinds for w in beside if (kinds := people.noun(w.lower)) in (frozenset("M"), frozenset("F"))), None)
    if titled is not None and any(w.lower in titles for w in beside):
        return titled, True
    first = people.names.get(words[0].lower)
    if first is not None and entity_class in (EntityClass.PERSON, None):
        return first, True
    if entity_class is EntityClass.PERSON:
        return PERSON, True
    return (_ANY, False) if entity_class is None else (THING, True)


def _coordination(first: Nominal) -> Nominal:
    """The whole of coordinated phrases, headed by the first of them."""
    label = " ".join(sorted(w.lemma.lower() for w in first.head.conjuncts() if _is_nominal(w)))
    return Nominal(
        first.tree,
        first.head,
        first.sentence,
        MentionKind.NOUN,
        frozenset({"Plur"}),
        first.kinds,
        quantity=first.quantity,
        coordinated=True,
        label=label,
    )


def _complete_coordinations(nominals: Sequence[Nominal]) -> None:
    """Let the coordinations of a tree be of all kinds that their members are of."""
    wholes = [each for each in nominals if each.coordinated]
    if wholes:
        kinds = {each.head.i: each.kinds for each in nominals if not each.coordinated and each.pronoun is not SUFFIX}
        for whole in wholes:
            whole.kinds = whole.kinds.union(*(kinds.get(w.i, frozenset()) for w in whole.head.conjuncts()))


def mark_sections(forest: Sequence[Tree], nominals: Sequence[Nominal]) -> None:
    """Number the texts of a page that holds several: a heading opens one where no name before it comes again behind."""
    headings = [i for i, tree in enumerate(forest) if tree.kind is BlockKind.HEADING]
    if not headings:
        return
    names = [(n.sentence, n.label) for n in nominals if n.is_name]
    before: set[str] = set()
    openings: list[int] = []
    begin = 0
    for opening, after in pairwise([0, *headings, len(forest)]):
        end = bisect_left(names, (after, ""))
        inside = {label for _, label in names[begin:end]}
        if before and inside and not before & inside:
            openings.append(opening)
        before |= inside
        begin = end
    for nominal in nominals if openings else ():
        nominal.section = bisect_right(openings, nominal.sentence)

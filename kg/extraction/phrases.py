"""A head word to the words of its slot: the shortest phrase that still says what is meant.

Kept: compounds, names, adjectives, numerals, possessors, prepositional attributes of nouns. Left out: articles at the
front, intensifiers, relative and participial clauses, appositions, coordinated phrases, titles of names: those become
facts of their own.
"""

from __future__ import annotations

from kg.extraction.predicates import is_gerund
from kg.extraction.questions import announces, asks_behind, is_free_relative, opens_clause
from kg.extraction.tree import Word, by_place
from kg.languages import Rules

#: What belongs to a nominal head's slot.
KEPT = frozenset({"det", "amod", "nummod", "compound", "flat", "nmod", "goeswith", "fixed", "nmod:poss", "obl", "case"})
#: What never stands in a slot, however deep.
CLAUSES = frozenset(
    {"acl", "advcl", "parataxis", "ccomp", "csubj", "appos", "discourse", "vocative", "dislocated", "list"}
)
#: What stands apart from the whole phrase: clauses, appositions, and the phrases coordinated with it.
_APART = frozenset(
    {"advcl", "parataxis", "ccomp", "csubj", "appos", "discourse", "vocative", "dislocated", "list", "conj", "cc"}
    | {"nsubj", "cop", "aux", "mark", "expl"}
)
#: How treebanks tie titles to names.
TITLES = frozenset({"compound", "compound:nn", "nmod:desc", "nmod", "flat", "appos"})
#: How treebanks tie examples to the noun that they are examples of.
EXAMPLES = frozenset({"nmod", "appos", "obl", "acl", "advcl"})
_EXAMPLE_MARKERS = frozenset({"case", "mark", "advmod", "cc", "fixed"})
#: What tells a part of a place, though it stands where a title could: "northwest Michigan".
_PARTS_OF_PLACES = frozenset({"northwest", "northeast", "southwest", "southeast", "downtown", "midtown"})
#: Cases of subjects, objects and possessors (https://universaldependencies.org/u/feat/Case.html).
_CORE_CASES = frozenset({"Nom", "Acc", "Gen", "Par"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"})


def slot_words(head: Word, rules: Rules) -> list[Word]:
    """The words of the slot around `head`, in text order, its own adposition left out."""
    words = [head]
    if not head.children:
        return words
    for child in head.children:
        if _belongs(child, head, rules):
            words.extend(child.subtree(without=lambda w: _is_apart(w, rules)) if child.children else (child,))
    words.sort(key=by_place)
    return _trim(_without_brackets(words, head), head, rules)


def whole_words(head: Word, rules: Rules) -> list[Word]:
    """The words of the whole phrase around `head`, in text order, without its own adposition and relative clauses."""
    chosen = [head]
    for child in head.children:
        marker = child.rel == "case" and child.lower not in rules.genitive_markers
        describes = child.rel == "acl" and (child.dep != "acl" or child.child("mark") is None)
        adjunct = child.rel == "obl" and head.child("cop") is not None and not is_measure(child, head)
        if child.rel not in _APART and not marker and not describes and not adjunct:
            chosen.extend(child.subtree(without=lambda w: w.dep == "acl:relcl" or w.rel == "parataxis"))
    return without_edges(sorted(chosen, key=by_place), head)


def without_edges(words: list[Word], head: Word) -> list[Word]:
    """The words without signs and conjunctions at both ends; `head` always stays."""
    start, end = 0, len(words)
    while start < end - 1 and words[start] is not head and words[start].rel in ("punct", "cc"):
        start += 1
    while end > start + 1 and words[end - 1] is not head and words[end - 1].rel in ("punct", "cc"):
        end -= 1
    return words[start:end]


def name_words(head: Word) -> list[Word]:
    """The words of the name that `head` is in: its named entity, or itself with the proper nouns tied to it."""
    if head.entity >= 0:
        top = head
        while top.head is not None and top.head.entity == head.entity:
            top = top.head
        if not top.children:
            return [top]
        inside = sorted([w for w in top.subtree() if w.entity == head.entity], key=by_place)
        return _with_flat_parts(inside, top)
    tied = [c for c in head.children if c.rel in ("flat", "compound", "goeswith") and is_proper(c)]
    return sorted([head, *tied], key=by_place) if tied else [head]


def _with_flat_parts(name: list[Word], top: Word) -> list[Word]:
    """The name with the proper nouns that the parser ties to it right behind, where the recogniser stopped early."""
    for child in top.children:
        if child.rel == "flat" and child.pos == "PROPN" and child.i == name[-1].i + 1 and child.text[:1].isupper():
            name = [*name, child]
    return name


def is_proper(word: Word) -> bool:
    """Whether the word is (part of) a name: tagged so, or recognised so."""
    if word.entity >= 0:
        return True
    return word.pos == "PROPN" and any(c.isupper() or c.isdigit() for c in word.text)


def is_inside_name(word: Word) -> bool:
    """Whether a word only belongs to the name that another word heads."""
    above = word.head
    if above is None or (word.pos != "PROPN" and word.entity < 0) or not is_proper(word) or not is_proper(above):
        return False
    return above.entity == word.entity if word.entity >= 0 else word.rel in ("flat", "compound", "goeswith")


def is_title(child: Word, head: Word) -> bool:
    """Whether `child` says what the named `head` is: "Meta CEO Mark Zuckerberg", "johtaja Devi Parikh"."""
    if child.dep not in TITLES or child.i > head.i or child.entity >= 0 or child.child("case") is not None:
        return False
    if not agrees(child, head):
        return False
    if child.dep == "nmod:desc":
        return is_proper(head)
    return head.entity >= 0 and child.pos == "NOUN" and child.lower not in _PARTS_OF_PLACES


def agrees(one: Word, other: Word) -> bool:
    """Whether two nouns may name one thing: a case that gives the one a role of its own is the other's too."""
    case = one.feats.get("Case", "Nom")
    return case in _CORE_CASES or any(w.feats.get("Case") == case for w in (other, *other.all("flat")))


def is_place(child: Word, head: Word, rules: Rules) -> bool:
    """Whether a named attribute behind its noun says where that is, or to whom it belongs."""
    if child.rel != "nmod" or child.i < head.i or not is_proper(child) or (0 <= child.entity == head.entity):
        return False
    if is_proper(head) and head.entity < 0:
        return False  # no name that anybody recognised: "Forces of Production"
    marker = child.child("case")
    if marker is None or marker.i > child.i:
        return marker is None and role_of(child, rules)[1] in rules.place_adpositions and is_proper(head)
    return marker.lower in rules.place_adpositions


def parts_place(place: Word, noun: Word, rules: Rules) -> bool:
    """Whether a named place behind a noun says where that is, and not, as in "er hovudstaden i Noreg", which one."""
    said = noun.rel == "appos" or noun.child("cop") is not None
    return not said and rules.parts_places(noun) and is_place(place, noun, rules)


def role_of(head: Word, rules: Rules) -> tuple[str | None, str | None]:
    """(adposition, case) of a phrase. A compound adposition is one role: "according to", "because of".

    Finnish postpositions stay in the phrase and are no role here; the case is theirs where one stands.
    """
    if not head.children:
        return None, rules.case_role(head)
    before: list[Word] = []
    after: list[Word] = []
    marked = head
    for child in head.children:
        if child.rel == "case" and child.lower not in rules.genitive_markers:
            (before if child.i < head.i else after).append(child)
        elif child.rel == "flat" and child.i > marked.i:
            marked = child  # a name's last word takes the ending
    role = " ".join([w.lower for marker in before for w in marker.expression()]) or None
    case = rules.case_role(marked)
    if after and role is None and case is None:
        return None, after[0].lemma.lower()
    return role, case


def with_postposition(head: Word, words: list[Word], rules: Rules) -> list[Word]:
    """The slot with the postpositions that follow it ("Pärjäin avulla"), which Finnish keeps in the slot."""
    if not head.children and head.rel != "conj":
        return words
    after = [c for c in head.children if c.i > head.i and c.rel == "case" and c not in words]
    if rules.having_case is None:  # where cases mark nothing, others are stranded: "det skal takast omsyn til"
        after = [c for c in after if c.i == words[-1].i + 1]
    if head.rel == "conj" and not after:  # "Acmen ja Betan kautta" is through both
        after = [c for c in head.first().children if c.i > head.i and c.rel == "case"]
    if not after:
        return words
    after = [c for c in after if c.lower not in rules.joining_adpositions]
    return sorted([*words, *after], key=by_place)


def _belongs(child: Word, head: Word, rules: Rules) -> bool:
    """Whether a child of the head stands in its slot."""
    if child.rel in ("acl", "advcl"):
        return not _is_clause(child, rules)
    if child.rel == "advmod":
        return says_degree(child, head, rules) or _says_later(child, head, rules)
    if child.rel not in KEPT or is_title(child, head) or _is_example(child, rules) or _is_aside(child):
        return False
    if child.rel == "case":
        return child.lower in rules.genitive_markers
    if child.rel == "det" and child.i > head.i and child.lower in rules.floating:
        return False
    if child.rel == "amod" and child.i > head.i and head.pos == "NOUN" and child.child("advcl", "xcomp") is not None:
        return False  # "people interested in selling ships" has a clause
    if child.rel == "nmod" and (opens_clause(child, rules) or announces(child, rules)):
        return False
    if child.i < head.i and (_is_before_marker(child, head) or (child.rel == "nmod" and _is_fronted(child))):
        return False
    if is_proper(head) and child.rel == "nmod" and child.i > head.i:
        return _is_of_name(child, head, rules)
    if parts_place(child, head, rules):
        return False
    if child.rel != "obl" or is_measure(child, head):
        return True
    return head.pos in ("ADJ", "VERB", "ADV") and head.child("cop") is None


def says_degree(child: Word, head: Word, rules: Rules) -> bool:
    """Whether an adverb compares what an adjective says: "more powerful"."""
    return child.rel == "advmod" and head.pos == "ADJ" and child.i < head.i and child.lower in rules.degrees


def is_measure(child: Word, head: Word) -> bool:
    """Whether a phrase says how much so an adjective holds: "300 years old", "3 km long"."""
    counted = child.rel == "obl" and head.pos == "ADJ" and child.i < head.i and child.child("case") is None
    return counted and child.pos in ("NOUN", "SYM") and child.child("nummod") is not None and child.i == head.i - 1


def _is_of_name(child: Word, name: Word, rules: Rules) -> bool:
    """Whether an attribute behind a name is part of it: recognised so, a year ("May 1780"), "Professor of Law"."""
    if child.entity >= 0 and child.entity == name.entity:
        return True
    marker = child.child("case")
    if marker is None:
        return child.pos == "NUM" and child.i == name.i + 1
    whole = name.entity < 0 or name.child("det") is not None  # "the Society of the Cincinnati" is no person
    return whole and marker.lower in rules.belonging_adpositions and marker.i < child.i


def _is_apart(word: Word, rules: Rules) -> bool:
    """Whether a word inside a slot opens what no slot holds; a name right behind its noun tells which one is meant."""
    if word.rel == "appos" and word.head is not None and close_name(word.head) is word:
        return False
    return _is_clause(word, rules) or _is_aside(word) or (word.rel in EXAMPLES and _is_example(word, rules))


def _is_aside(word: Word) -> bool:
    """Whether a comma parts a phrase with an adposition from the noun before it: "species, among them the wolf"."""
    if word.rel != "nmod" or word.head is None or word.i < word.head.i or word.child("case") is None:
        return False
    first = word.children[0]
    return first.text == "," and first.i < word.i


def _is_before_marker(child: Word, head: Word) -> bool:
    """Whether something stands before the adposition of its noun: "two months after the war"."""
    marker = head.child("case")
    return marker is not None and child.i < marker.i < head.i


def _is_fronted(phrase: Word) -> bool:
    """Whether a phrase with an adposition before a noun belongs to the clause: "in your trade, what are the needs?".

    So does a relative pronoun: "of which parts are lost", "joista suurin".
    """
    first = phrase.child("case")
    if first is None or first.i > phrase.i:
        return phrase.feats.get("PronType") == "Rel" and phrase.feats.get("Case", "Nom") not in _CORE_CASES
    return phrase.child("punct") is not None or phrase.feats.get("PronType") == "Rel"


def _is_clause(word: Word, rules: Rules) -> bool:
    """Whether the word opens something that no slot holds."""
    if word.rel in ("acl", "advcl") and word.head is not None:
        if is_free_relative(word.head, word, rules):
            return False
        return word.rel == "advcl" or not (rules.is_like_adposition(word) or _completes(word, word.head, rules))
    if word.rel in ("csubj", "ccomp") and word.head is not None and word.head.head is not None:
        return not is_free_relative(word.head.head, word.head, rules)  # "what it means to be free"
    return word.rel in CLAUSES


def _completes(clause: Word, noun: Word, rules: Rules) -> bool:
    """Whether a gerund behind its noun says what that is, as a noun there would: "a way of selling ships"."""
    mark = clause.child("mark", "case")
    if mark is None or mark.i != noun.i + 1 or mark.lower not in rules.belonging_adpositions:
        return asks_behind(clause, rules)
    return (is_gerund(clause) and clause.child("nsubj") is None) or asks_behind(clause, rules)


def _without_brackets(words: list[Word], head: Word) -> list[Word]:
    """The words without what stands in brackets behind the head, closed or not."""
    for opening, word in enumerate(words):
        if word.text in ("(", "[") and word.i > head.i:
            closing = next((i for i in range(opening, len(words)) if words[i].text in (")", "]")), len(words))
            return words[:opening] + words[closing + 1 :]
    return words


def _trim(words: list[Word], head: Word, rules: Rules) -> list[Word]:
    """Drop articles and other small words at the front, and signs at both ends."""
    inner = [w for w in words if w is head or not (w.rel == "advmod" and w.lower in rules.intensifiers)]
    start, end = 0, len(inner)
    while start < end - 1 and _is_dropped(inner[start], head, rules):
        start += 1
    while end > start + 1 and inner[end - 1] is not head and _ends_open(inner[start:end], rules):
        end -= 1
    return inner[start:end]


def _says_later(child: Word, time: Word, rules: Rules) -> bool:
    """Whether a word right behind a time says from when it is counted: "dagen etter", "for tre år sidan"."""
    return child.lower in rules.later and child.i == time.i + 1 and time.lemma.lower() in rules.time_units


def _lacks_noun(word: Word, rules: Rules) -> bool:
    """Whether an adposition stands last in a slot that does not hold what it introduces."""
    if word.rel == "nmod":
        return word.pos == "ADP" and (word.head is None or not _says_later(word, word.head, rules))
    return word.rel == "case" and word.head is not None and word.head.i > word.i


def _ends_open(words: list[Word], rules: Rules) -> bool:
    """Whether the last word is an adposition without its noun, or a sign that closes nothing."""
    return _lacks_noun(words[-1], rules) or (words[-1].pos == "PUNCT" and not _closes(words[:-1], words[-1]))


#: Signs that close what another one opens.
_PAIRS = {")": "(", "]": "[", "»": "«", "”": "“", '"': '"', "’": "‘"}


def _closes(words: list[Word], sign: Word) -> bool:
    """Whether a sign closes what one inside the slot opens: "a studio by the name «Berg og Høeg»"."""
    opening = _PAIRS.get(sign.text)
    if opening is None:
        return False
    opened = sum(w.text == opening for w in words)
    return opened % 2 == 1 if opening == sign.text else opened > sum(w.text == sign.text for w in words)


def _is_dropped(word: Word, head: Word, rules: Rules) -> bool:
    if word is head or (word.dep == "cc:preconj" and word.head is not head):
        return False  # "sekä kunnan että valtion edustajat"
    if word.head is not None and word.head is not head and word.head.lemma.lower() in rules.quantity_nouns:
        return word.pos in ("PUNCT", "CCONJ")  # "ein del firma" are some
    return word.pos in ("PUNCT", "CCONJ") or (word.lower in rules.articles and word.pos in ("DET", "PRON"))


def close_name(head: Word) -> Word | None:
    """The name that stands right behind its common noun without a comma: "forfattaren Espen Stueland"."""
    if head.pos != "NOUN" or not head.children or is_proper(head):
        return None
    for child in head.children:
        if child.rel not in ("appos", "flat", "nmod") or child.i < head.i or not is_proper(child):
            continue
        if not agrees(child, head) or _is_measured(child, head):
            continue  # "aitaus Sallivaarassa" is no fence by that name, "osa Lappia" no part
        first = min((w.i, w.rel == "case") for w in child.subtree())  # no "scena i studenthuset Meieriet"
        if child.child("case", "advmod", "punct", "mark") is None and first == (head.i + 1, False):
            return child
    return None


def _is_measured(name: Word, noun: Word) -> bool:
    """Whether a name is what a noun tells a part of: "osa Lappia"."""
    return name.feats.get("Case") == "Par" != noun.feats.get("Case")


def stands_beside(noun: Word, name: Word) -> bool:
    """Whether the noun takes the case of both, and the name beside it none: "elokuvassa Flash Gordon"."""
    case = noun.feats.get("Case", "Nom")
    return case not in _CORE_CASES and all(w.feats.get("Case") != case for w in (name, *name.all("flat")))


def examples(head: Word, rules: Rules) -> list[tuple[Word, bool]]:
    """The examples that a noun is given ("companies such as A and B"), each with whether no comma parts it off."""
    found: list[tuple[Word, bool]] = []
    if head.pos in ("VERB", "AUX") or head.child("cop") is not None:
        return found  # what hangs there belongs to the clause
    for child in head.children:
        if child.i > head.i and child.rel in EXAMPLES and _is_example(child, rules):
            comma = any(c.rel == "punct" and c.text == "," and c.i < child.i for c in (*child.children, *head.children))
            named = is_proper(child)
            found.extend((part, not comma) for part in child.conjuncts() if is_proper(part) or not named)
    return found


def _compares(word: Word, rules: Rules) -> bool:
    """Whether a phrase tells what is compared with what follows: "same tid som Acme", "so good an engine as"."""
    if not rules.likeness:
        return False
    alike = word.lower in rules.likeness or word.pos in ("DET", "ADV")
    return alike or any(c.lower in rules.likeness for c in word.all("det", "amod"))


def _is_example(child: Word, rules: Rules) -> bool:
    """Whether "such as", "like", "kuten", "som" introduces the phrase; the vague ones do so only before names."""
    if child.pos in ("VERB", "AUX"):
        return False
    for marker in child.children:
        if marker.i > child.i:
            break
        if marker.rel in _EXAMPLE_MARKERS:
            text = " ".join([w.lower for w in marker.expression()]) if marker.children else marker.lower
            if text in rules.example_markers:
                if child.head is not None and _compares(child.head, rules):
                    return False
                return is_proper(child) or text not in ("like", "som")
    return False

"""Trees whose tags and arcs contradict each other, set right where one reading alone is possible.

Small parsers make a few such mistakes again and again. Each repair says what contradicts what; all work in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.beside import tie_fronted, tie_rate
from kg.extraction.freeing import (
    free_attribute,
    free_date,
    free_existing,
    free_named_place,
    free_object,
    free_other_end,
    free_party,
    free_predicate,
    read_inverted,
)
from kg.extraction.hyphens import join_pieces
from kg.extraction.joining import join_adposition, join_beside, join_name, join_number
from kg.extraction.mistaken import compare, read_office, read_passive, read_past
from kg.extraction.participles import tie_forms
from kg.extraction.phrases import NOMINAL, is_proper, role_of
from kg.extraction.rehang import (
    free_adjunct,
    part_gap,
    part_outer,
    part_subjects,
    read_future,
    rehang,
    rehang_alone,
)
from kg.extraction.sources import has_source_adposition
from kg.extraction.times import is_time
from kg.extraction.tree import Tree, Word, hang, replace_by
from kg.languages import Rules

#: How far behind an auxiliary its verb may stand, in words.
GAP = 3
#: Relations in which a parser may hang what an amount is paid for.
_RATES = frozenset({"appos", "conj", "obl", "obj", "dep"})
#: How taggers tag past tenses that look like participles.
_PAST_TENSES = frozenset({"ADJ", "VERB"})
#: Relations of phrases to those of clauses in their place.
_CLAUSAL = {"obj": "ccomp", "advmod": "advcl", "obl": "advcl", "nmod": "acl"}


def recognise(forest: Sequence[Tree]) -> None:
    """Tag as names what the document, or a coordination of names, writes with a capital."""
    names = {w.text for tree in forest for w in tree.words[1:] if w.pos == "PROPN" and w.text[:1].isupper()}
    for tree in forest:
        first = tree.words[0]
        if first.pos == "NOUN" and first.text in names:
            first.pos, first.lemma = "PROPN", first.text
        elif first.pos == "NOUN" and first.lemma[:1].isupper() and first.text.istitle():
            first.pos = "PROPN"  # nouns have no capital in their base form
        for word in tree.words[1:]:
            beside_name = word.rel == "conj" and word.head is not None and word.head.pos == "PROPN"
            if beside_name and word.text[:1].isupper() and word.pos in ("ADJ", "NOUN", "X", "ADV", "INTJ"):
                word.pos, word.lemma = "PROPN", word.text


def repair(tree: Tree) -> None:
    """All repairs of one tree."""
    tie_fronted(tree)
    _relabel(tree)
    for word in tree.words:
        if word.pos == "VERB":
            _retag_title(tree, word)
        if word.children:
            _tie(tree, word)
            rehang(tree, word)
        else:
            rehang_alone(tree, word)
    for word in tree.words:
        if word.children:
            _part(tree, word)


def _tie(tree: Tree, word: Word) -> None:
    """The repairs of how a word is tied to what hangs on it; most ask for a relation that most words have not below."""
    rules, below = tree.rules, {c.rel for c in word.children}
    if word.rel == "amod" or (word.rel == "nmod" and "cop" in below):
        _relabel_clause(word)
    tie_forms(word, below, rules)
    if word.pos == "AUX":
        _promote_predicate(word)
    if "cop" in below:
        part_outer(tree, word)
    if "nmod" in below:
        join_adposition(tree, word)
    if word.pos == "VERB":
        _demote_title(tree, word)
    if "mark" in below:
        read_future(word, rules)
    if "case" in below:
        _hang_example(tree, word)
        _free_source(tree, word)
        if rules.joining_adpositions:
            join_beside(word, rules)
    if word.pos == "AUX":
        _promote_verb(tree, word)
    if word.rel == "aux" and "nsubj" in below:
        _hand_subject(word)
    if word.rel == "compound":
        _promote_noun(word)


def _part(tree: Tree, word: Word) -> None:
    """The repairs of what hangs side by side on one word, and of what belongs to the clause and not to its noun."""
    rules, below = tree.rules, {c.rel for c in word.children}
    if len(word.children) > 1:
        join_name(word, rules)
    if "obj" in below:
        part_gap(word)
        read_inverted(word, rules)
    if "expl" in below:
        free_existing(word, rules)
    if "nsubj" in below:
        part_subjects(word, rules)
    if "cop" in below:
        _free_places(tree, word)
        free_predicate(word, rules)
        if rules.having_case is not None:
            read_office(word)
    if "aux" in below and "obl" in below and rules.resultative_auxiliaries:
        read_passive(word, rules)
    if "mark" in below and word.pos in NOMINAL:
        compare(word, rules)
    if word.rel == "obl":
        free_other_end(word)
    elif word.rel == "nmod":
        free_adjunct(word, rules)
        free_attribute(word, below, rules)
        free_party(word, rules)
        free_date(word, rules)
        free_named_place(word, rules)


def _relabel(tree: Tree) -> None:
    """The repairs that only say anew what a word is to its head, and those of compounds in pieces."""
    for word in tree.words:
        if word.text.endswith("-"):
            join_pieces(tree, word)
        if not word.children:
            continue
        if word.pos in _PAST_TENSES and tree.rules.past_forms:
            read_past(tree, word)
        if word.pos == "NOUN":
            _relabel_list(word)
            if word.rel in _RATES:
                tie_rate(tree, word)
        elif word.pos == "NUM":
            join_number(word)
        if word.rel in _CLAUSAL and word.child("mark") is not None:
            _relabel_marked(word)
        if word.rel == "obl" or word.child("cop") is not None:
            _relabel_adposition(word)
        elif word.rel == "advmod" and word.pos == "ADJ":
            _relabel_many(word, tree.rules)
        elif word.pos == "VERB" and tree.rules.having_case is not None:
            free_object(word, tree.rules)
            _relabel_object(word, tree.rules)


def _relabel_adposition(noun: Word) -> None:
    """No noun that a verb governs has a conjunction right before it: it is an adposition ("har folk i ryggen").

    None stands behind a copula either: "er i arbeid".
    """
    marks = [m for m in noun.all("mark") if m.i < noun.i and m.pos in ("ADP", "SCONJ")]
    if not marks or noun.pos not in ("NOUN", "PROPN", "PRON", "NUM") or noun.child("case", "obj") is not None:
        return
    copula = noun.child("cop")
    if copula is None and (noun.child("nsubj") is not None or len(noun.children) > 2):
        return
    behind = [c for c in noun.all("cop", "nsubj", "aux", "advmod", "expl") if marks[-1].i < c.i < noun.i]
    if copula is None or (not behind and copula.i < noun.i):
        marks[-1].dep = marks[-1].rel = "case"


def _relabel_many(quantity: Word, rules: Rules) -> None:
    """What an adposition introduces is no adverb where it means several or a part: "av mange", "bak mykje av det"."""
    marker = quantity.child("case")
    if marker is None or marker.i > quantity.i or marker.lower in rules.as_marks | rules.comparing_marks:
        return
    part = quantity.child("nmod")
    of = part.child("case") if part is not None else None
    several = quantity.feats.get("Number") == "Plur" and quantity.feats.get("VerbForm") != "Part"
    if several or (of is not None and of.lower in rules.belonging_adpositions):
        quantity.dep = quantity.rel = "obl"


def _relabel_marked(word: Word) -> None:
    """What has a conjunction and a subject is a clause, though it is tagged as an adjective ("at ho er høyrd")."""
    if word.child("nsubj") is not None and word.pos in ("VERB", "ADJ"):
        word.dep = word.rel = _CLAUSAL[word.rel]


def _relabel_list(noun: Word) -> None:
    """One noun has no two common nouns in apposition: they are a list ("laivoja, taloja, autoja")."""
    beside = [w for each in noun.all("appos") for w in each.conjuncts()]
    if len(beside) < 2 or is_proper(noun) or any(w.child("cc") is not None for w in beside):
        return
    plain = all(w.pos == "NOUN" and w.entity < 0 and w.feats.get("Case") == noun.feats.get("Case") for w in beside)
    if plain and not any(c.text in ("(", "−", "–", "-") for w in beside for c in w.all("punct")):
        for word in noun.all("appos"):
            word.dep = word.rel = "conj"


def _relabel_object(verb: Word, rules: Rules) -> None:
    """Where cases mark obliques, none stands in a case of objects without an adposition, but for times and measures."""
    if verb.child("obj", "ccomp", "xcomp", "cop") is not None:
        return
    cases = ("Nom", "Par", "Gen") if rules.is_passive(verb) else ("Par", "Gen")
    for child in verb.children:
        bare = child.dep == "obl" and child.pos in ("NOUN", "PROPN") and child.feats.get("Case") in cases
        if bare and child.child("case", "nummod", "advmod") is None and not is_time(child, rules):
            child.dep = child.rel = "obj"
            return


def _relabel_clause(word: Word) -> None:
    """No adjective has a subject, auxiliary or adjunct behind its noun: it is a clause ("brev skrive av Kari")."""
    if word.head is None or word.i < word.head.i:
        return
    if word.child("nsubj", "aux", "cop") is not None:
        word.dep, word.rel = "acl:relcl", "acl"
    elif word.feats.get("VerbForm") == "Part" and word.child("obl", "obj") is not None:
        word.dep, word.rel, word.pos = "acl", "acl", "VERB"


def _retag_title(tree: Tree, word: Word) -> None:
    """No verb is an attribute of the name right behind it: such a word is a title ("forskingsvitar Kari Lie")."""
    if word.rel not in ("nmod", "compound"):
        return
    behind = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if behind is not None and behind.pos == "PROPN" and word.head is behind:
        word.pos, word.lemma = "NOUN", word.lower


def _demote_title(tree: Tree, word: Word) -> None:
    """No comma parts a subject from its verb, and no verb stands in base form before a name: such a word is a title.

    "A. Berg, forskingsvitar C. Dahl og E. Foss har forlate X": the names are coordinated, and the verb is "forlate".
    """
    lemma = word.lemma.lower()
    if lemma != word.lower or lemma in tree.rules.reporting_verbs:
        return
    verb = next((c for c in word.all("ccomp", "parataxis", "conj", "xcomp") if c.pos == "VERB" and c.i > word.i), None)
    first = next((c for c in word.all("nsubj") if c.pos == "PROPN" and c.i < word.i), None)
    if verb is None or first is None or tree.words[word.i - 1].text != ",":
        return  # a verb below it stands behind it, so there is a word behind it too
    name = tree.words[word.i + 1]
    if name.pos != "PROPN" or name.rel != "nsubj" or name.head not in (word, verb):
        return
    word.pos, word.lemma = "NOUN", word.lower
    replace_by(word, verb)
    for child in list(word.children):
        hang(child, verb, child.dep)
    hang(name, first, "conj")
    hang(word, name, "nmod")


def _hang_example(tree: Tree, word: Word) -> None:
    """ "Firms such as Acme": what "such as" introduces hangs on the noun before it, on nothing else."""
    markers = [c for c in word.children if c.rel == "case" and c.i < word.i and _is_such_as(c, tree)]
    if not markers or markers[0].i == 0:
        return
    marker = markers[0]
    before = tree.words[marker.i - 1]
    if before.text == "," and marker.i > 1:
        before = tree.words[marker.i - 2]
    below = {w.i for w in word.subtree()}
    if before.feats.get("Number") == "Sing" and word.child("conj") is not None and _is_plural_noun(word.head):
        return  # "artists who used the camera, such as Ann and Bob"
    if before.pos == "NOUN" and word.head is not before and before.i not in below:
        hang(word, before, "nmod")


def _is_plural_noun(word: Word | None) -> bool:
    return word is not None and word.pos == "NOUN" and word.feats.get("Number") == "Plur"


def _free_source(tree: Tree, word: Word) -> None:
    """No noun has a prepositional attribute before it: "according to X, Acme …" belongs to the clause, not to Acme.

    Left on the noun it would turn what somebody claims into a fact.
    """
    noun = word.head
    if noun is None or noun.pos not in ("NOUN", "PROPN", "PRON"):
        return
    if noun.i < word.i and (word.rel != "obl" or noun.child("cop") is not None):
        return
    verb = noun
    while verb.head is not None and verb.pos not in ("VERB", "AUX") and verb.child("cop") is None:
        verb = verb.head
    behind = tree.rules.having_case is not None and any(c.i > word.i for c in word.all("case"))
    if verb is not noun and (behind or has_source_adposition(word, tree.rules)):
        hang(word, verb, "obl")


def _is_such_as(marker: Word, tree: Tree) -> bool:
    if marker.child("fixed") is None:
        return False
    return " ".join(w.lower for w in marker.expression()) in tree.rules.example_markers


def _promote_verb(tree: Tree, auxiliary: Word) -> None:
    """A word tagged as auxiliary heads no clause: the non-finite verb right behind it does ("har alle forlate X")."""
    if auxiliary.rel in ("aux", "cop") or auxiliary.child("nsubj") is None:
        return
    verb = _verb_behind(tree, auxiliary)
    if verb is None or verb.feats.get("VerbForm") == "Fin" or verb.rel not in ("amod", "dep", "obj", "xcomp", "acl"):
        return
    noun = verb.head if verb.rel == "amod" else None
    replace_by(auxiliary, verb)
    for child in list(auxiliary.children):
        hang(child, verb, "obj" if child is noun else child.dep)
    hang(auxiliary, verb, "aux")
    for between in tree.words[auxiliary.i + 1 : verb.i]:
        if between.lower in tree.rules.floating:  # "har alle forlate": all of those who did
            hang(between, verb, "discourse")


def _promote_predicate(auxiliary: Word) -> None:
    """A word tagged as auxiliary heads no clause: what has the subject does ("rådet som er under oppbygging")."""
    if auxiliary.rel in ("aux", "cop") or auxiliary.child("nsubj") is not None:
        return
    predicate = next((c for c in auxiliary.all("obl", "obj", "xcomp") if c.child("nsubj") is not None), None)
    if predicate is None or predicate.pos in ("VERB", "AUX") or predicate.i < auxiliary.i:
        return
    replace_by(auxiliary, predicate)
    for child in list(auxiliary.children):
        hang(child, predicate, child.dep)
    hang(auxiliary, predicate, "cop")


def _hand_subject(auxiliary: Word) -> None:
    """No auxiliary has a subject: its verb does ("vil dei få bygd eit hus")."""
    verb = auxiliary.head
    if verb is not None and verb.child("nsubj") is None:
        for subject in auxiliary.all("nsubj"):
            hang(subject, verb, "nsubj")


def _promote_noun(word: Word) -> None:
    """A noun has no object: behind the noun that it is hung on it is a headline's verb ("Meta weighing layoffs")."""
    name = word.head
    if word.pos != "NOUN" or name is None or name.head is not None or name.i > word.i:
        return
    if word.child("obj") is not None:
        word.pos = "VERB"
        replace_by(name, word)
        hang(name, word, "nsubj")


def _verb_behind(tree: Tree, auxiliary: Word) -> Word | None:
    for word in tree.words[auxiliary.i + 1 : auxiliary.i + 1 + GAP]:
        if word.pos == "VERB":
            return word
        if word.pos in ("NOUN", "PROPN", "NUM", "PUNCT", "SCONJ"):
            return None
    return None


def _free_places(tree: Tree, predicate: Word) -> None:
    """Where a case says where, a place behind a predicate noun is the clause's: "Oulu on kaupunki Pohjanmaalla"."""
    if predicate.pos != "NOUN" or tree.rules.having_case is None or predicate.child("cop") is None:
        return
    level = [c for c in predicate.all("nmod") if c.i > predicate.i]
    while level:
        places = [c for c in level if role_of(c, tree.rules)[1] in tree.rules.place_adpositions and not c.child("case")]
        for place in places:
            if is_proper(place) or place.child("nmod:poss", "nmod") is not None:
                hang(place, predicate, "obl")
        level = [c for place in places for c in place.all("nmod") if c.i > place.i]

"""Facts that no verb states: appositions, titles, examples, and nouns that name an event.

"Jason, our editor" and "forskingsvitar Abhishek Das" say what someone is; "companies such as Cohere" says what Cohere
is; "the rise of Cohere" says that Cohere rises. The relation's text is the language's copula, or the noun of the event.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.mentions import Mentions
from kg.extraction.phrases import (
    EXAMPLES,
    close_name,
    examples,
    is_place,
    is_proper,
    is_title,
    name_words,
    parts_place,
    role_of,
    whole_words,
)
from kg.extraction.times import is_quantity, is_time
from kg.extraction.tree import Tree, Word
from kg.languages import Rules
from kg.model import Argument, EntityClass, Phrase, Proposition, Relation

#: Dependents that count or point, and so say nothing of the kind: "many kingdoms" are kingdoms.
_COUNTS = frozenset({"det", "nummod"})
#: How treebanks tie what stands in brackets behind a name.
_BRACKETED = frozenset({"appos", "parataxis", "nmod", "nummod", "dep", "list", "flat"})
#: How they tie titles; and all relations of dependents by which something is stated without a verb.
_TITLING = frozenset({"compound", "nmod", "flat", "appos"})
_STATING = _TITLING | _BRACKETED | EXAMPLES


def implicit(tree: Tree, mentions: Mentions, *, sentence: int, events: frozenset[str]) -> Iterator[Proposition]:
    """All implicit facts of a tree, in the text order of their heads. `events` are lemmas of nouns that name events."""
    for word in tree.words:
        if not word.children:
            continue  # a word alone states nothing
        relations = {child.rel for child in word.children}
        if relations.isdisjoint(_STATING):
            continue
        said: dict[tuple[Word, Word], str] = {}
        for rule, subject, predicate in _stated(tree, word, relations):
            if (predicate, subject) not in said:
                said.setdefault((subject, predicate), rule)  # one reading of what brackets hold
        for (subject, predicate), rule in said.items():
            yield _is(tree, mentions, subject, predicate, rule=rule, sentence=sentence)
        if tree.profile.whole:
            yield from _possession(tree, mentions, word, sentence=sentence)
        if word.pos == "NOUN" and (word.lemma.lower() in events or word.lemma.lower() in tree.rules.action_nouns):
            yield from _event(tree, mentions, word, sentence=sentence)


def _stated(tree: Tree, word: Word, relations: set[str]) -> Iterator[tuple[str, Word, Word]]:
    """(rule, subject, predicate) of what a word and its dependents state; `relations` are theirs to it."""
    if not relations.isdisjoint(_TITLING):
        yield from _titles(word, tree.rules)
    if "appos" in relations:
        yield from _appositions(word, tree.rules)
    if not relations.isdisjoint(_BRACKETED):
        yield from _bracketed(word, tree.rules)
    if "nmod" in relations:
        yield from _places(tree, word)
    if not relations.isdisjoint(EXAMPLES):
        yield from _examples(tree, word)


def _titles(word: Word, rules: Rules) -> Iterator[tuple[str, Word, Word]]:
    for child in word.children:
        several = child.child("nummod") is not None  # "dei to brørne Ola og Kari": neither of them is two
        if is_title(child, word) and not several and not {child.lower, child.lemma.lower()} & _untitled(rules):
            yield "title", word, child
    name = close_name(word)
    if name is not None and word.pos == "NOUN" and word.lemma.lower() not in rules.naming_words | rules.name_nouns:
        yield "title", name, word


def _untitled(rules: Rules) -> frozenset[str]:
    """Words before a name that say nothing of who or what bears it."""
    return rules.courtesies | rules.name_nouns


def _appositions(word: Word, rules: Rules) -> Iterator[tuple[str, Word, Word]]:
    """What stands in loose apposition; the name, where one of the two is one, is what the other tells of."""
    close, shown = close_name(word), {example.i for example, _ in examples(word, rules)}
    for child in word.children if word.pos not in ("ADJ", "VERB", "ADV") else ():
        told = word.pos != "PRON" or any(c.text == "," for c in child.all("punct"))  # "you guys"
        if child.rel != "appos" or child is close or child.i in shown or not told or _is_note(child, rules):
            continue
        one = rules.numerals.get(child.lower) == 1 and child.child("nmod") is not None  # "one of the largest"
        if not (one or child.pos in ("NOUN", "PROPN", "ADJ")) or _says_nothing(child, word):
            continue
        parts = child.conjuncts()
        if len(parts) > 1 and word.child("nummod") is not None and is_proper(child):
            continue  # "two brothers, Tom and Ed": neither of them is two
        if len(parts) > 1 and word.feats.get("Number") == "Plur" and not is_proper(word):
            members = (part for part in parts if part.pos in ("NOUN", "PROPN"))
            yield from (("example", part, word) for part in members)  # "groups: women, children"
            continue
        for part in parts:
            if is_proper(part) and is_proper(word) and not _is_office(part, rules):
                continue  # two names side by side are a list far more often than one thing
            named = is_proper(part) and not is_proper(word)
            yield ("apposition", part, word) if named else ("apposition", word, part)


def _says_nothing(child: Word, word: Word) -> bool:
    """Whether what stands beside a noun is the same noun again ("a deal, a good deal"), or needs a verb ("unable")."""
    return (child.lemma == word.lemma and child.pos == word.pos) or child.child("xcomp") is not None


def _is_office(name: Word, rules: Rules) -> bool:
    """Whether what is tagged as a name says what its bearer is: "Ann Lee, the Secretary of State"."""
    if name.entity >= 0 or not any(c.text == "," and c.i < name.i for c in name.all("punct")):
        return False
    definite = name.child("nmod") is not None and any(c.lower in rules.articles for c in name.all("det"))
    return definite or name.lower in rules.titles


def _bracketed(word: Word, rules: Rules) -> Iterator[tuple[str, Word, Word]]:
    """ "Kari Lie (62)", "Kari Lie (Sp)", "the North Trial (NT)": age, party, years of life, abbreviation."""
    named = is_proper(word) or (word.text[:1].isupper() and word.child("det", "amod", "nummod") is None)
    if not named and word.pos != "NOUN":
        return
    for child in word.children:
        if not named and not _abbreviates(child, word):
            continue
        noun = child.pos == "NOUN" and child.text[:1].isupper()
        fits = child.i > word.i and child.rel in _BRACKETED and (noun or child.pos in ("NUM", "PROPN", "X", "SYM"))
        if fits and _in_brackets(child) and child.child("case", "nsubj", "cop") is None and not _is_note(child, rules):
            yield "apposition", word, child


#: Signs of phonetic writing (https://www.internationalphoneticassociation.org).
_PHONETIC = frozenset("ˈˌːəɛɪʊɔʃʒɑʁɡ")


def _is_note(child: Word, rules: Rules) -> bool:
    """Whether brackets hold a year, a reference, or how a name is spoken: "Dune (1984)", "(Lee, 1980)", "(Table 2)"."""
    if not _in_brackets(child):
        return False
    year = _is_year(child) and len(child.children) < 3
    cited = child.pos == "PROPN" and any(_is_year(w) for w in child.subtree())
    return year or cited or child.lower in rules.notes or not _PHONETIC.isdisjoint(child.text)


def _is_year(word: Word) -> bool:
    return len(word.text) == 4 and word.text.isdecimal()


def _abbreviates(child: Word, noun: Word) -> bool:
    """Whether capitals may stand for a noun phrase, by their first letter: "large language models (LLMs)"."""
    text = child.text.removesuffix("s")
    if child.i < noun.i or len(text) < 2 or not text.isupper() or not text.isalpha():
        return False
    return any(w.lower.startswith(text[0].lower()) for w in (noun, *noun.children) if w.i <= noun.i)


def _places(tree: Tree, word: Word) -> Iterator[tuple[str, Word, Word]]:
    """ "Durban in South Africa", "Ann Lee of Acme": where a known thing is, or to whom a person belongs."""
    named = is_proper(word)
    for child in word.all("nmod") if word.lower not in tree.rules.titles else ():
        told = is_place(child, word, tree.rules) if named else parts_place(child, word, tree.rules)
        if told and _may_belong(tree, word, child) and not _is_listed(child, word):
            for part in child.conjuncts():
                yield "place", word, part


def _is_listed(child: Word, word: Word) -> bool:
    """Whether a place behind a comma has the same adposition as the one before: "in Brazil, in Finland"."""
    first, marker, own = child.children[0] if child.children else None, child.child("case"), word.child("case")
    if first is None or first.text != "," or marker is None or own is None:
        return False
    return marker.lower == own.lower


def _may_belong(tree: Tree, word: Word, child: Word) -> bool:
    """Whether "of" ties a person to an organisation; in "the Bank of Norway" it names the bank."""
    marker = child.child("case")
    if marker is None or marker.lower not in tree.rules.belonging_adpositions:
        return True
    classes = [tree.entities[each.entity] if each.entity >= 0 else None for each in (word, child)]
    return classes == [EntityClass.PERSON, EntityClass.ORGANIZATION]


def _in_brackets(word: Word) -> bool:
    return any(c.rel == "punct" and c.text == "(" for c in word.children)


def _examples(tree: Tree, word: Word) -> Iterator[tuple[str, Word, Word]]:
    kind = word.pos != "PRON" and not is_quantity(word, tree.rules)  # "others such as Acme" are of no kind
    several = (c for c in word.all("nmod") if c.feats.get("Number") == "Plur" and c.child("case") is not None)
    one = word.feats.get("Number") == "Sing" and not any(
        m.lower in tree.rules.belonging_adpositions for c in several for m in c.all("case")
    )
    for example, _ in examples(word, tree.rules) if kind else ():
        if one and any(c.lower in tree.rules.part_markers for c in example.first().all("case")):
            continue  # "the public, including doctors"
        yield "example", example, word


def _is(tree: Tree, mentions: Mentions, subject: Word, predicate: Word, *, rule: str, sentence: int) -> Proposition:
    told = rule in ("apposition", "place") and not subject.is_below(predicate)
    phrase = mentions.phrase(tree, subject, alone=True)
    owner = next((c for c in subject.all("case") if c.lower in tree.rules.genitive_markers), None)
    role, case = role_of(predicate, tree.rules) if told else (None, None)  # else the role is that of both in the clause
    if rule == "place" and role is None and predicate.rel == "conj":
        role = role_of(predicate.first(), tree.rules)[0]  # "from Oslo and Bergen"
    as_noun = rule == "title" or (rule == "apposition" and subject.head is predicate and predicate.pos == "NOUN")
    return Proposition(
        sentence=sentence,
        subject=_without_marker(phrase, mentions) if owner is not None else phrase,
        relation=Relation(tree.rules.copula, tree.rules.copula, "copula"),
        object=Argument(mentions.phrase(tree, predicate, as_noun=as_noun, alone=rule != "place"), role, case),
        implicit=True,
        rule=rule,
    )


def _possession(tree: Tree, mentions: Mentions, noun: Word, *, sentence: int) -> Iterator[Proposition]:
    """ "Ann's partner": who has what, where a noun tells who."""
    for owner in noun.all("nmod:poss"):
        if owner.pos in ("NOUN", "PROPN") and noun.pos == "NOUN" and owner.i < noun.i:
            had = [w for w in whole_words(noun, tree.rules) if w.i > max(each.i for each in owner.subtree())]
            yield Proposition(
                sentence=sentence,
                subject=_without_marker(mentions.phrase(tree, owner), mentions),
                relation=Relation(tree.rules.have, tree.rules.have, "verb"),
                object=Argument(Phrase(*tree.render(had or [noun]))),
                implicit=True,
                rule="possession",
            )


def _event(tree: Tree, mentions: Mentions, noun: Word, *, sentence: int) -> Iterator[Proposition]:
    """ "Cohere's departure from X", "framveksten av firma som Cohere": the event with who takes part in it."""
    takes_part = _doers(noun, tree.rules)
    doers = [w for child in takes_part for w in _names(tree, child)]
    others = [c for c in noun.children if c.rel == "nmod" and c.child("case") is not None and c not in takes_part]
    others = [c for c in others if c.child("case") is not None and not _is_marker(c, tree.rules.genitive_markers)]
    arguments = [Argument(mentions.phrase(tree, c), *role_of(c, tree.rules)) for c in others]
    owned = any(
        (_is_owner(c) and c.dep != "nmod:gsubj") or _is_marker(c, tree.rules.owning_adpositions) for c in takes_part
    )
    dated = any(is_time(c, tree.rules) for c in takes_part)
    if not arguments and (owned or dated or noun.feats.get("Number") == "Plur"):
        return  # "Acme's headquarters", "the works of Ann", "the end of May": whose they are tells of no event
    for doer in doers:
        yield Proposition(
            sentence=sentence,
            subject=_doer(tree, mentions, doer),
            relation=Relation(noun.text, noun.lemma.lower(), "noun"),
            object=arguments[0] if arguments else None,
            arguments=tuple(arguments[1:]),
            implicit=True,
            rule="nominalisation",
        )


def _without_marker(name: Phrase, mentions: Mentions) -> Phrase:
    """The name without the `'s` that it has as a possessor."""
    if name.mention is None:
        return name
    mention = mentions.found[name.mention]
    return Phrase(mention.text, mention.start, mention.end, name.mention)


def _doer(tree: Tree, mentions: Mentions, doer: Word) -> Phrase:
    """The name of who takes part in an event, without the ending or mark that it has as a possessor: "Acmes kjøp"."""
    name, last = _without_marker(mentions.phrase(tree, doer), mentions), name_words(doer)[-1]
    cut = len(last.text) - len(tree.rules.possessor_form(last))
    if not cut or not name.text.endswith(last.text):
        return name
    return Phrase(name.text[:-cut], name.start, None if name.end is None else name.end - cut, name.mention, name.moment)


#: Relations of possessors, who may have what the noun names without doing anything.
_OWNERS = frozenset({"nmod:poss", "compound"})
#: Adpositions that introduce who takes part in a noun's event, in all languages, and those that only a doer has.
_DOER_ADPOSITIONS = frozenset({"of", "av", "til", "by"})
_AGENTS = frozenset({"by"})


def _doers(noun: Word, rules: Rules) -> list[Word]:
    """Who does what the noun names. Beside a possessor or agent, "of" says to whom: "Acme's purchase of Beta".

    Of what somebody does to another, "of" alone tells that other: "the purchase of Beta" has no doer.
    """
    owners = [c for c in noun.children if _is_owner(c)]
    agents = [c for c in noun.all("nmod") if _is_marker(c, _AGENTS)]
    if owners or agents or noun.lemma.lower() in rules.action_nouns:
        return agents or owners
    return [c for c in noun.all("nmod") if _is_marker(c, _DOER_ADPOSITIONS)]


def _is_owner(child: Word) -> bool:
    if child.dep in _OWNERS or child.dep == "nmod:gsubj":
        return True
    bare = child.rel == "nmod" and child.child("case") is None and child.feats.get("Case") == "Gen"
    return bare and child.dep != "nmod:gobj"  # whom it is done to


def _is_marker(child: Word, adpositions: frozenset[str]) -> bool:
    marker = child.child("case")
    return marker is not None and marker.lower in adpositions


def _names(tree: Tree, child: Word) -> list[Word]:
    """The names that the phrase means: itself and its conjuncts, or the examples that it gives."""
    named = [w for w in child.conjuncts() if is_proper(w)]
    return named or [w for w, _ in examples(child, tree.rules) if is_proper(w)]

"""Nouns without an adposition, tied to what they stand beside: rates to amounts, what is said in front to its subject.

UD has `nmod:unmarked` (https://universaldependencies.org/u/dep/nmod.html) and `appos` for them; parsers take them for
subjects, objects or obliques. All work in place; `repair` says when.
"""

from __future__ import annotations

from kg.extraction.phrases import is_proper
from kg.extraction.times import is_time
from kg.extraction.tree import Tree, Word, hang, replace_by
from kg.languages import Rules


def tie_fronted(tree: Tree) -> None:
    """ "A lawyer from Oslo, Ann joined Acme": an indefinite noun in front tells what the subject behind a comma is."""
    article = tree.words[0]
    noun = article.head
    if noun is None or not _is_indefinite(article, tree.rules):
        return
    verb, beside = noun.head, noun.child("appos")
    if verb is None or noun.pos != "NOUN" or noun.child("case") is not None:
        return
    if noun.rel == "nsubj" and beside is not None and is_proper(beside) and _is_behind_comma(tree, beside):
        last = max(w.i for w in beside.subtree())
        if tree.words[last + 1].text != "," and last < verb.i:
            replace_by(noun, beside)
            hang(noun, beside, "appos")
        return
    subject = next((c for c in verb.all("nsubj") if c.i > noun.i), None)
    if subject is not None and not is_time(noun, tree.rules) and _is_behind_comma(tree, subject):
        hang(noun, subject, "appos")


def _is_indefinite(article: Word, rules: Rules) -> bool:
    """Whether a determiner is an article that leaves open which one is meant."""
    return article.rel == "det" and article.lower in rules.articles and article.lower not in rules.definite_determiners


def _is_behind_comma(tree: Tree, word: Word) -> bool:
    """Whether a comma stands right before a name or pronoun."""
    return word.pos in ("PROPN", "PRON") and tree.words[word.i - 1].text == ","


def tie_rate(tree: Tree, noun: Word) -> None:
    """ "$20 a share": a noun with its article right behind an amount says for what that is."""
    article = noun.children[0]
    if (
        not 0 < article.i == noun.i - 1
        or not _is_indefinite(article, tree.rules)
        or noun.child("case", "cc") is not None
    ):
        return
    amount = tree.words[article.i - 1]
    if amount.pos != "NUM" and (amount.pos != "NOUN" or amount.child("nummod") is None):
        return
    while amount.rel in ("nummod", "compound") and amount.head is not None and amount.head.i < noun.i:
        amount = amount.head
    if amount.rel != "nummod" and not amount.is_below(noun):
        hang(noun, amount, "nmod:unmarked")
        for other in noun.all("conj"):
            hang(other, amount, "conj")

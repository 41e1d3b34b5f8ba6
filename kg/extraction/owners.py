"""Clauses that Finnish turns around: who has something, or becomes something, stands in a case of its own.

"Annalla on talo" says who has what, and "Annasta tuli johtaja" what somebody has become. Whom a clause is about then is
found here; `clauses` makes it the subject.
"""

from __future__ import annotations

from kg.extraction.tree import Tree, Word, by_place
from kg.model import EntityClass

_SOMEBODIES = (EntityClass.PERSON, EntityClass.ORGANIZATION)


def owns(owner: Word, antecedent: Word | None, said: Word, tree: Tree) -> bool:
    """Whether who has something stands before the copula in the case of owners: "yhtiöllä on kaksi tehdasta".

    `antecedent` is what the owner stands for, if that is a relative pronoun.
    """
    copula, rules = owner.child("cop"), tree.rules
    if rules.having_case is None or rules.case_role(owner) != rules.having_case:
        return False
    if copula is None or not owner.i < copula.i < said.i or owner.child("case") is not None:
        return False
    thing = antecedent or owner
    if thing.entity >= 0 and tree.entities[thing.entity] in _SOMEBODIES:
        return True
    return (thing.entity < 0 or antecedent is None) and thing.lemma.lower().endswith(tuple(rules.owners))


def is_topic(oblique: Word, verb: Word, tree: Tree, *, relative: bool) -> bool:
    """Whether a clause tells what an oblique has or becomes. `relative` says that it is the clause's pronoun."""
    rules, lemma = tree.rules, verb.lemma.lower()
    role = rules.case_role(max((oblique, *oblique.all("flat")), key=by_place))  # a name's last word takes the ending
    if oblique.child("case") is not None or role is None:
        return False
    if lemma in rules.becoming_verbs:
        said = verb.child("nsubj")
        return role == rules.becoming_case and oblique.i < verb.i and said is not None and said.i > verb.i
    person = oblique.entity >= 0 and tree.entities[oblique.entity] in _SOMEBODIES
    owner = person or relative or oblique.lemma.lower() in rules.person_pronouns
    return lemma in rules.having_verbs and role == rules.having_case and owner

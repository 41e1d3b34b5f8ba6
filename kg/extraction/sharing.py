"""What coordinated verbs share: the object behind them, and what stands before them all.

UD ties such words to one verb alone (https://universaldependencies.org/u/overview/complex-syntax.html#coordination);
here each verb gets what a reader hears with it. What is shared hangs on the first verb; what stands behind a later verb
and hangs there is that verb's alone ("resigned and joined Acme").
"""

from __future__ import annotations

from kg.extraction.clauses import Clause
from kg.extraction.predicates import SUBJECTS
from kg.extraction.times import is_time
from kg.extraction.tree import Word
from kg.languages import Rules


def shared_objects(clause: Clause) -> list[Word]:
    """What stands behind this verb and hangs on one beside it: "design and build ships", "born and bred in X"."""
    verb = clause.head
    first = verb.head if verb.rel == "conj" else None
    if first is None or first.pos != "VERB" or verb.pos != "VERB":
        return []
    if verb.child("obj", "ccomp", "xcomp", "iobj", "obl", "cop") is not None:
        return []
    return [w for w in first.all("obj", "obl") if w.i > verb.i]


def objects_behind(clause: Clause, rules: Rules) -> list[Word]:
    """What coordinated infinitives or participles share and the last one has: "å forme, tolke og fremje mål".

    Only where the language tells which verbs have no object.
    """
    verb, form = clause.head, clause.head.feats.get("VerbForm")
    if not rules.intransitive_verbs or form not in ("Inf", "Part") or clause.passive or clause.copular:
        return []
    beside = [w for w in verb.first().conjuncts() if w.pos == "VERB"] if verb.pos == "VERB" else []
    last = beside[-1] if beside else verb
    if last is verb or last.feats.get("VerbForm") != form or last.child("aux", "mark", *SUBJECTS) is not None:
        return []
    before = [w for w in beside[:-1] if w.i >= verb.i]
    behind = [c for w in before for c in w.children if c.i > w.i and c.rel not in ("conj", "cc", "punct")]
    if behind or verb.lemma.lower() in rules.intransitive_verbs:
        return []
    return [w for w in last.all("obj") if w.i > last.i and w.lower not in rules.reflexives]


def shared_gap(clause: Clause) -> Word | None:
    """What the relative clause leaves out for this verb too: "which we did not seek but accepted"."""
    verb, above = clause.head, clause.parent
    if above is None or above.rule != "relative" or above.antecedent is None or clause.top.rel != "conj":
        return None
    if verb.pos != "VERB" or clause.passive or verb.child("obj", "ccomp", "xcomp", "cop") is not None:
        return None
    gap = above.pronoun is not None and above.pronoun.rel == "obj" and above.pronoun.head is above.head
    return above.antecedent if gap and above.antecedent not in clause.subjects else None


def shared_adjuncts(clause: Clause, rules: Rules) -> list[Word]:
    """What stands before all coordinated verbs and holds for each: "In 1880 he fell and died"."""
    top = clause.top
    first = top.head if top.rel == "conj" else None
    if first is None or top.child(*SUBJECTS, "mark") is not None or clause.parent is None:
        return []
    subject = first.child(*SUBJECTS)
    limit = min(subject.i, first.i) if subject is not None else first.i
    fronted = [w for w in first.all("obl") if w.i < limit]
    times = [] if any(is_time(w, rules) for w in top.all("obl")) else [w for w in fronted if is_time(w, rules)]
    return [w for w in fronted if w in times or (rules.shares_fronted(w) and not is_time(w, rules))]

"""Why a clause is not stated as fact: polarity, modality, and who says so.

Follows the factuality of FactBank (Saurí & Pustejovsky 2009) in broad steps: what stands in the clause's own verb group
and adverbs, then what governs it. Modality reaches coordinated and complement clauses, attribution all that hangs
below.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.antecedents import only_shows
from kg.extraction.clauses import Clause
from kg.extraction.control import is_complement, is_open_complement, is_ranked, owner_of, tells_of, treated
from kg.extraction.polarity import is_brought_by, is_negated, is_outstanding, is_presented, is_result
from kg.extraction.predicates import (
    OUTER,
    SUBJECTS,
    is_finite,
    is_inverted,
    is_necessive,
    is_nonfinite,
    is_tag,
    is_that_clause,
)
from kg.extraction.questions import is_condition, is_condition_mark
from kg.extraction.sources import is_bare_claim, is_source, viewer_of
from kg.extraction.tree import Tree, Word
from kg.languages import Rules
from kg.model import Modality


@dataclass(frozen=True, slots=True)
class Status:
    """What keeps a clause from being a fact; `source` is the word for who says it."""

    negated: bool = False
    modality: Modality | None = None
    source: Word | None = None


#: That of what is stated as fact.
STATED = Status()


def status_of(clause: Clause, tree: Tree, above: Status) -> Status:
    """The clause's status, given that of the clause it hangs in (the default status at the top)."""
    rules = tree.rules
    modality = _own_modality(clause, tree)
    source = _source(clause, rules) or (None if _speaks_for_itself(clause, rules) else above.source)
    if source is not None and clause.rule in ("relative", "participle") and source in clause.subjects:
        source = source if _claims_itself(clause, rules) else None  # "says Ann, who leads Acme": nobody says so of Ann
    if modality is None and _inherits_modality(clause, rules):
        modality = above.modality
    if modality is None and clause.parent is not None:
        modality = _modality_from_above(clause, clause.parent, rules)
        if modality is None and above.modality is Modality.CONDITIONAL and clause.top.rel in ("ccomp", "csubj"):
            modality = above.modality  # "if it turns out that …", "if she leaves, it is clear that …"
    if modality is None and source is None and _is_said(clause, rules):
        modality = Modality.PLANNED if _is_aim(clause.top.child(OUTER), rules) else Modality.POSSIBLE
    negated = is_negated(clause, rules)
    return Status(negated, modality, source) if negated or modality is not None or source is not None else STATED


def _modality_from_above(clause: Clause, parent: Clause, rules: Rules) -> Modality | None:
    """What the verb above makes of its complement: "expects that …", "is accused of stealing"."""
    governor = clause.top.head
    if governor is None or governor.pos != "ADJ":
        governor = parent.head
    plain = rules.modals.get(governor.lemma.lower()) is Modality.REQUIRED  # "pidetään selvänä, että …"
    above = None if plain else _verb_modality(governor, rules)  # "makes it likely that …", "it is likely that …"
    if clause.top.rel == "ccomp" and parent.head.lemma.lower() in rules.hollow_verbs:
        return None if above is Modality.PLANNED else above  # "this means that …" plans nothing
    if clause.top.rel == "ccomp" and parent.head.lemma.lower() in rules.opinion_verbs and parent.subjects:
        return None  # "Kari synest det er dyrt": her view, where "det synest dyrt" is nobody's
    that = is_that_clause(clause.top, rules)
    needed = that and clause.top.rel == "csubj" and parent.head.pos == "ADJ"  # "it is important that …"
    if needed or clause.top.rel == "ccomp" or is_content(clause.top, rules):
        return above
    plain = parent.head.pos == "ADJ" and "VerbForm" not in parent.head.feats
    if clause.top.rel != "advcl" or above is not Modality.POSSIBLE or plain:
        return None
    if parent.head.child("expl") is not None and clause.top.child("mark") is not None:
        return above  # "it seems like …"
    blamed = clause.rule in ("adverbial", "infinitive") and tells_of(clause.top, parent.head, rules)
    return above if blamed and is_nonfinite(clause.top) else None


def is_content(predicate: Word, rules: Rules) -> bool:
    """Whether "that" opens what the verb above tells of, though an adposition stands before: "det ser ut til at"."""
    marks = predicate.all("mark", "case") if predicate.rel == "advcl" else []
    return any(m.lower in rules.that for m in marks) and rules.adverb_marks.isdisjoint([m.lower for m in marks])


def _claimed_modality(clause: Clause, rules: Rules) -> Modality | None:
    """Of what is said in the passive, nobody is named who says so: "is said to have bought"."""
    top = clause.top
    if top is clause.head or not (top.child("aux:pass", "nsubj:pass") is not None or rules.is_passive(top)):
        return None
    said = reports(top, rules) and top.lemma.lower() not in rules.factive_verbs
    return Modality.POSSIBLE if said else None


def _claims_itself(clause: Clause, rules: Rules) -> bool:
    """Whether the subject says of itself what the chain of verbs tells: "claims to have sold", "väittää ostaneensa"."""
    if clause.top.lemma.lower() in rules.opinion_verbs:
        return False  # "synest å ha tapt"
    if clause.top is clause.head or not reports(clause.top, rules) or _claimed_modality(clause, rules) is not None:
        return False
    perfect = any(c.lemma.lower() in rules.perfect_auxiliaries for c in clause.head.all("aux"))
    mark = clause.head.child("mark", "case")
    if mark is not None and mark.lower in rules.gerund_marks - rules.infinitive_marks:
        return False  # "thinks about selling", not "admits to selling"
    done = perfect or any(w.feats.get("VerbForm") == "Part" for w in (clause.head, *clause.head.all("cop")))
    lemma = clause.top.lemma.lower()
    return done or (lemma in rules.claims and lemma not in rules.hedging_verbs)  # "hoped to leave" claims nothing


def _is_said(clause: Clause, rules: Rules) -> bool:
    """Whether the clause is what somebody says who is not named: "it is said that …", "the claim that …"."""
    top = clause.top
    above = top.head
    outer = top.child(OUTER)
    if outer is not None and (outer.lemma.lower() in rules.claims or _is_aim(outer, rules)):
        return True  # "the theory is that …", "the aim is that …"
    if above is None or not (is_that_clause(top, rules) or is_bare_claim(clause)):
        return False
    if top.rel in ("ccomp", "csubj"):
        plain = above.pos == "ADJ" and "VerbForm" not in above.feats  # "it is certain that …"
        shown = any(only_shows(c, above, rules) for c in above.all("nsubj"))  # "this shows that …"
        return not plain and not shown and reports(above, rules) and not _says_here(above, rules)
    return top.rel == "acl" and above.lemma.lower() in rules.claims


def _is_aim(noun: Word | None, rules: Rules) -> bool:
    return noun is not None and noun.lemma.lower() in rules.aims


def _says_here(verb: Word, rules: Rules) -> bool:
    """Whether a text says itself what the verb tells: "note that …", "it is known that …", "must be noted that …"."""
    if verb.feats.get("Mood") == "Imp" or verb.lemma.lower() in rules.factive_verbs:
        return True
    noting = verb.lemma.lower() in rules.noting_verbs
    return noting and any(rules.modals.get(c.lemma.lower()) is Modality.REQUIRED for c in verb.all("aux"))


def reports(verb: Word, rules: Rules) -> bool:
    """Whether a verb, by itself or with a particle, tells that somebody says or thinks something."""
    lemma = verb.lemma.lower()
    if lemma in rules.reporting_verbs:  # "sjå", but no "sjå ut", no "vise seg"
        if lemma in rules.plain_reflexives and any(c.lower in rules.reflexives for c in verb.children):
            return False
        particles = [f"{lemma} {c.lower}" for c in verb.all("compound:prt")]
        return not any(each in rules.hedging_verbs or each in rules.other_particles for each in particles)
    if verb.rel == "parataxis" and is_tag(verb):
        return True
    if lemma not in rules.particle_reporters:
        return False
    return any(f"{lemma} {_particle(c, rules)}" in rules.reporting_verbs for c in verb.children)


def _particle(child: Word, rules: Rules) -> str:
    """The word that a dependent puts behind its verb: itself, or what ties a clause to it ("viser til at …")."""
    mark = child.child("mark", "case") if child.rel == "advcl" and is_content(child, rules) else None
    return child.lower if mark is None else mark.lower


def _speaks_for_itself(clause: Clause, rules: Rules) -> bool:
    """Whether the clause is nobody's claim, though it hangs in one: "…, says Ann to the paper".

    So is what stands beside "Ann claims to have left", with a subject of its own.
    """
    top = clause.top
    if top.rel == "conj" and clause.parent is not None and top.child(*SUBJECTS) is not None:
        return top.head is clause.parent.top and _claims_itself(clause.parent, rules)
    beside = top.rel == "parataxis" or (top.rel == "advcl" and _as_somebody_says(top, rules))
    return beside and reports(clause.head, rules)


def _as_somebody_says(predicate: Word, rules: Rules) -> bool:
    """Whether "as" introduces an adverbial clause."""
    return predicate.rel == "advcl" and any(m.lower in rules.as_marks for m in predicate.all("mark", "advmod", "obj"))


def _own_modality(clause: Clause, tree: Tree) -> Modality | None:
    """From auxiliaries, adverbs, hedging verbs of the chain, conditional marks, purpose, and questions."""
    rules = tree.rules
    if clause.top.rel == "advcl" and is_inverted(clause.top):
        return Modality.CONDITIONAL  # "should she leave"
    children = [c for w in clause.words for c in w.children]
    for child in children:
        if (said := _modality_of(child, rules)) is not None:
            return said
    if any(is_condition(word, rules) for word in clause.words):
        return Modality.CONDITIONAL
    if clause.head.lemma.lower() in rules.main_modals and clause.head.child("xcomp") is None:
        return rules.modals.get(clause.head.lemma.lower(), Modality.REQUIRED)
    if (claimed := _claimed_modality(clause, rules)) is not None:
        return claimed
    if (chained := _chain_modality(clause, rules)) is not None:
        return chained
    if _has_to_be(clause, rules):
        return Modality.REQUIRED
    if is_complement(clause.top, rules) and is_open_complement(clause.top, rules):
        return Modality.POSSIBLE  # "the risk of losing"
    if clause.infinitive and _is_unrealised(clause, rules) and not is_ranked(clause.top, rules):
        return Modality.PLANNED
    if tree.is_question and _is_main(clause):
        return Modality.POSSIBLE
    group = (*clause.words, *(c for c in children if c.rel in ("aux", "cop")))
    unsure = any(rules.asks(w) or w.feats.get("Mood") in ("Cnd", "Pot") for w in group)
    return Modality.POSSIBLE if unsure else None


def _chain_modality(clause: Clause, rules: Rules) -> Modality | None:
    """What a verb or adjective says of the infinitive that it shares its subject with: "wants to leave"."""
    for verb in clause.verbs:
        if verb is clause.head or is_outstanding(verb, rules):  # "has yet to leave"
            continue
        modality = _verb_modality(verb, rules)
        if modality is not None and (verb.pos != "ADJ" or modality is not Modality.REQUIRED):  # "is vital to selling"
            return modality
    return None


def _has_to_be(clause: Clause, rules: Rules) -> bool:
    """Whether a form says that something has to be done: "on myytävä", "tulisi myydä"."""
    form = next((w for w in clause.words if rules.is_necessive_form(w)), None)
    if form is not None:
        return any(c.rel in ("aux", "cop") for c in form.children)
    if clause.copular and any(rules.is_necessive_form(c) for c in clause.head.all("cop")):
        return True  # "on oltava hauska"
    chain = clause.head.dep == "xcomp:ds" and clause.top is not clause.head
    return chain and is_necessive(clause.top, clause.head, rules)


def _modality_of(child: Word, rules: Rules) -> Modality | None:
    """What one dependent of the verb group says: an auxiliary, an adverb, a condition."""
    if child.rel == "aux":
        return rules.modals.get(child.lemma.lower()) or rules.modals.get(child.lower)
    if child.rel in ("advmod", "discourse"):
        return rules.hedges.get(child.lower)
    if child.rel != "advcl" or not is_condition(child, rules):
        return None
    if any(m.lower in rules.indifferent_marks for m in child.all("mark")):
        return None  # "whether she leaves or not"
    above = child.head  # "usikre på om", "uvisst om": that is asked
    asked = above is not None and above.pos == "ADJ" and _verb_modality(above, rules) is Modality.POSSIBLE
    return None if asked else Modality.CONDITIONAL


def _is_unrealised(clause: Clause, rules: Rules) -> bool:
    """Whether an infinitive says what is meant to happen; "etter å ha sett", "ved å sjå" say what happened."""
    top = clause.top
    if any(c.lemma.lower() in rules.perfect_auxiliaries for c in top.all("aux")) and top.rel != "xcomp":
        return False
    if _is_brought_about(clause, rules):
        return False
    if _has_doer(top, rules):
        return True
    if clause.rule == "infinitive":
        markers = [m.lower for m in top.all("mark", "case") if m.lower not in rules.infinitive_marks]
        controlled = top.rel == "advcl" and clause.parent is not None and clause.subjects != clause.parent.subjects
        if controlled and "for" in markers:
            return False  # "praises Ann for selling" tells what she did
        return not markers or any(m in rules.purpose_marks or m == "in" for m in markers)
    if top.head is not None and top.head.lemma.lower() in rules.denials:
        return False  # "unable to pay" tells what is not so
    return top.rel == "xcomp"


def _has_doer(infinitive: Word, rules: Rules) -> bool:
    """Whether a mark introduces who is to do it: "waited for Ann to leave"."""
    subject, mark = infinitive.child("nsubj"), infinitive.child("mark", "case")
    return subject is not None and mark is not None and mark.i < subject.i and mark.lower in rules.doer_marks


def _is_brought_about(clause: Clause, rules: Rules) -> bool:
    """Whether the verb above tells that somebody is made to do something: "forced him to leave"."""
    above, verb = clause.parent, clause.top.head
    if above is None or verb is None or verb.lemma.lower() not in rules.implicative_verbs:
        return False
    other = clause.subjects != above.subjects if clause.top.rel == "xcomp" else treated(clause.top, rules) is not None
    if not other or (clause.top.rel != "xcomp" and clause.rule != "infinitive"):
        return False
    return verb.feats.get("Mood") != "Imp" and not is_negated(above, rules)


def _verb_modality(verb: Word, rules: Rules) -> Modality | None:
    lemma = verb.lemma.lower()
    found = rules.modals.get(lemma) or rules.hedging_verbs.get(lemma)
    particles = () if found is not None else verb.all("compound:prt")
    return next((m for c in particles if (m := rules.hedging_verbs.get(f"{lemma} {c.lower}")) is not None), found)


def _is_main(clause: Clause) -> bool:
    while clause.top.rel == "conj" and clause.parent is not None:
        clause = clause.parent
    return clause.top.head is None or clause.top.rel in ("parataxis", "ccomp")


def _inherits_modality(clause: Clause, rules: Rules) -> bool:
    """Coordinated verbs without auxiliaries and subjects of their own, infinitives, and participial adjuncts."""
    top = clause.top
    if top.rel == "conj":
        above, first = clause.parent, top.head
        chained = above is not None and above.top is not above.head and first is above.top  # "plans to go and is old"
        finite = is_finite(top) and first is not None and (chained or first.feats.get("VerbForm") == "Inf")
        own = top.child(*SUBJECTS) is not None or any(a.feats.get("VerbForm") != "Inf" for a in top.all("aux"))
        return not own and not finite and not _leaves_auxiliary(clause, rules)  # "may go or be sold"
    if top.rel == "xcomp" or clause.rule == "adverbial" or _is_brought_about(clause, rules) or is_result(clause, rules):
        return True
    above = clause.parent
    if above is None or is_brought_by(clause, above, rules) or is_presented(clause, above, rules):
        return above is not None
    return clause.rule == "infinitive" and _is_open(clause, rules)


def _is_open(clause: Clause, rules: Rules) -> bool:
    """Whether an infinitive is so as much as the clause above: "may help by selling", "vil styrkje arbeidet med å"."""
    if any(c.lemma.lower() in rules.perfect_auxiliaries for c in clause.top.all("aux")):
        return False
    return any(m.lower in rules.complement_marks or m.lower in rules.manner_marks for m in clause.top.all("mark"))


def _leaves_auxiliary(clause: Clause, rules: Rules) -> bool:
    """Whether a coordinated verb is finite, where an auxiliary says the modality of the first: "would go and am"."""
    conditional = any(w.feats.get("Mood") == "Cnd" for w in (clause.head, *clause.head.all("cop")))
    first = clause.top.head
    return (
        is_finite(clause.head)
        and not conditional
        and first is not None
        and any(c.lemma.lower() in rules.modals for c in first.all("aux"))
    )


def _source(clause: Clause, rules: Rules) -> Word | None:
    """Who says so: the subject of a reporting verb above or beside, or "according to X"."""
    top = clause.top
    for word in (top, clause.head) if top is not clause.head else (top,):
        for child in word.children:
            if child.rel in ("obl", "nmod", "advmod"):
                if is_source(child, clause, rules):
                    return child
                viewer = viewer_of(child, rules)
                if viewer is not None:
                    return viewer
            elif child.rel in ("advcl", "parataxis") and reports(child, rules) and not _says_itself(child, rules):
                speaker = child.child("nsubj")
                if speaker is not None and (child.rel == "parataxis" or _as_somebody_says(child, rules)):
                    return speaker
    if clause.subjects and _claims_itself(clause, rules):
        return clause.subjects[0]
    return None if clause.parent is None or top.head is None else _source_above(clause, clause.parent, top.head, rules)


def _source_above(clause: Clause, parent: Clause, governor: Word, rules: Rules) -> Word | None:
    """Who says so by the word that governs the clause: "Ann is sure that …", "Ann's claim that …"."""
    top, marks = clause.top, clause.top.all("mark")
    that = is_content(top, rules) or (top.rel == "acl" and is_that_clause(top, rules)) or is_bare_claim(clause)
    if governor.pos == "ADJ" and governor is not parent.head:
        return None  # "made sure that …"
    if governor.pos not in ("NOUN", "PROPN"):
        # Who asks whether something is so, does not say so.
        asked = not that and any(is_condition_mark(m, rules) for m in marks)  # "om at" asks nothing
        beside = top.rel == "parataxis" and not _says_itself(governor, rules)
        said = (that or beside or top.rel == "ccomp") and not asked and reports(governor, rules)
        if said and parent.passive:
            return parent.head.child("obl:agent")  # "it was announced that …"
        speaker = parent.subjects[0] if said and parent.subjects else None
        return None if speaker is None or only_shows(speaker, governor, rules) else speaker
    return _holder(governor, parent, rules) if that and governor.lemma.lower() in rules.claims else None


def _holder(claim: Word, above: Clause, rules: Rules) -> Word | None:
    """Whose claim a noun is: its owner, or who has it: "har mistanke om at …"."""
    held = claim.rel == "obj" and claim.head is above.head and above.head.lemma.lower() in rules.holding_verbs
    return owner_of(claim, rules) or (above.subjects[0] if held and above.subjects else None)


def _says_itself(verb: Word, rules: Rules) -> bool:
    """Whether a reporting verb has what it says below it, so that it says nothing of a clause beside: "…; she found X".

    The object of "tell" is whom it is told.
    """
    if verb.child("ccomp", "xcomp") is not None:
        return True
    said = any(c.lower not in rules.as_marks for c in verb.all("obj"))
    return said and verb.lemma.lower() not in rules.telling_verbs

"""Participles and infinitives that stand for a clause, tied to their verb as clauses are.

Finnish tells in one word what others tell in a clause: "kertoi Acmen ostavan Betan" (said that Acme buys Beta), "kertoi
ostaneensa", "Acmen kerrotaan ostavan", "Annan lähdettyä" (Iso suomen kielioppi, §§ 538 and 543,
https://scripta.kotus.fi/visk). Parsers tie them in several ways; here what has a subject of its own is a clause, what
has that of its verb an open complement, and whom a passive verb says something of is that verb's subject.
All work in place; `repair` says in which order.
"""

from __future__ import annotations

from collections.abc import Set

from kg.extraction.freeing import free_object
from kg.extraction.phrases import is_proper
from kg.extraction.predicates import OUTER, is_necessive, is_that_clause
from kg.extraction.status import reports
from kg.extraction.times import is_time
from kg.extraction.tree import Word, hang, replace_by
from kg.languages import Rules

#: What says, in an ending, that the subject of the verb above is its own.
OWNER = "Person[psor]"
#: How parsers tie what somebody reports of itself, and how many words behind its verb it stands at most.
_REPORTED = frozenset({"xcomp", "advcl", "obj", "obl", "ccomp"})
_NEAR = 5
#: Relations of attributes, and the ends of active participles in the genitive, which taggers take for other words.
_ATTRIBUTES = frozenset({"amod", "nmod"})
#: Relations of what stands before a passive verb, to that verb, where the parser knows no better.
_BEFORE = ("dep", "obj", "obl", "nmod", "nsubj")


def tie_forms(word: Word, below: Set[str], rules: Rules) -> None:
    """Tie complements and, where forms of verbs stand for clauses, those forms to their verbs.

    `below` are the relations of what hangs on the word.
    """
    if word.rel in ("xcomp", "obj"):
        _close_complement(word)
    if rules.having_case is None:
        return
    if word.rel in ("xcomp", "ccomp") or (word.rel in ("obl", "obj") and "cop" in below):
        _tie_complement(word, rules)
    elif word.rel == "acl" or ("nsubj" in below and _tells_what_is_said(word, rules)):
        _free_participle(word, rules)
    elif word.pos == "VERB":
        _mark_time(word, rules)
    if "cop" in below:
        _tie_predicate(word, rules)
    if "nsubj" in below:
        _check_subjects(word, rules)
        _turn_around(word, rules)
    if word.pos == "VERB":
        _find_subject(word)
        if word.lemma.lower() in rules.reporting_verbs:
            _tie_own_report(word, rules)
    if word.lower in rules.verbal_adpositions:
        _join_phrase(word)


def _tells_what_is_said(attribute: Word, rules: Rules) -> bool:
    """Whether an attribute has the form of a participle with a subject: "sanoi yhtiön täyttävän vaatimukset"."""
    return attribute.rel in _ATTRIBUTES and attribute.lower.endswith(rules.said_participles)


def _close_complement(word: Word) -> None:
    """An open complement has no subject, and neither it nor a noun has a finite verb ("seier det er viktig")."""
    subject, verb = word.child("nsubj"), word.head
    before = word.dep == "xcomp" and subject is not None and verb is not None and subject.i < verb.i < word.i
    if before and subject and verb and word.feats.get("VerbForm") != "Fin" and not verb.child("nsubj", "expl"):
        hang(subject, verb, "nsubj")  # "the steps that need to be taken"
    finite = word.feats.get("VerbForm") == "Fin" and word.child("nsubj", "expl") is not None
    if finite or any(c.feats.get("VerbForm") == "Fin" for c in word.all("aux", "cop")):
        word.dep, word.rel = "ccomp", "ccomp"


def _tie_complement(word: Word, rules: Rules) -> None:
    """Tie what a verb tells by a participle, or by a predicate whose copula is one."""
    verb, form = word.head, participle_of(word)
    if verb is None or verb.pos != "VERB":
        return
    if word.feats.get("InfForm") == "1" and word.feats.get("Case") == "Tra":
        word.dep = word.rel = "advcl"  # "kamppaili säilyttääkseen": what somebody does it for
        return
    subject = word.child("nsubj")
    if form is None:
        if word.dep == "xcomp:ds" and subject is not None:
            _raise_object(word, verb, subject, rules)
        return
    if rules.is_agent_participle(form) and OWNER in form.feats:
        _make_attribute(word, verb)
    if form.feats.get("Case", "Gen") not in ("Gen", "Nom") or rules.is_passive(form) or word.rel == "acl":
        return
    if subject is None and OWNER in form.feats:
        word.dep = word.rel = "xcomp"
    elif rules.is_passive(verb):
        _raise_subject(word, verb, subject)
    elif subject is not None and subject.feats.get("Case") == "Gen" and (word.rel == "xcomp" or word is not form):
        word.dep = word.rel = "ccomp"


def _tie_own_report(verb: Word, rules: Rules) -> None:
    """ "Kertoi eilen palkanneensa Ann Leen": what stands behind such a participle is its own, times before it not.

    Its possessive suffix says that who reports it does it.
    """
    near = [c for c in verb.children if c.i > verb.i and c.rel in _REPORTED]
    forms = [w for c in near for w in (c, *c.all("acl")) if OWNER in w.feats and verb.i < w.i < verb.i + _NEAR]
    form = next((w for w in forms if w.feats.get("VerbForm") == "Part" and not rules.is_agent_participle(w)), None)
    if form is None or form.feats.get("Case", "Gen") not in ("Gen", "Nom") or form.child("nsubj", "cop") is not None:
        return
    hang(form, verb, "xcomp")
    for time in [c for c in form.all("obl") if c.i < form.i and is_time(c, rules)]:
        hang(time, verb, "obl")
    for other in [c for c in verb.children if c.i > form.i and c.rel in ("obj", "obl")]:
        hang(other, form, other.dep)
    for thing in form.all("appos"):
        thing.dep = thing.rel = "obj"
    free_object(form, rules)


def _make_attribute(participle: Word, verb: Word) -> None:
    """ "Esitteli vetämäänsä hanketta": an agent participle is an attribute of what its verb has for an object."""
    noun = participle.child("obj")
    if noun is not None and noun.i > participle.i and noun.feats.get("Case") == participle.feats.get("Case"):
        hang(noun, verb, "obj")
        hang(participle, noun, "acl")


def _mark_time(form: Word, rules: Rules) -> None:
    """ "Acmen kaaduttua": a verb form that says when is no object, and its possessor is who does it."""
    if form.rel in ("obj", "obl", "nsubj") and rules.tells_time(form) and form.child("case") is None:
        form.dep = form.rel = "advcl"
        for owner in form.all("nmod:poss"):
            owner.dep = owner.rel = "nsubj"


def participle_of(predicate: Word) -> Word | None:
    """The participle that a predicate is, or that is its copula; None where it is finite or an infinitive."""
    copula = predicate.child("cop")
    form = copula if copula is not None else predicate
    finite = any(c.feats.get("VerbForm") == "Fin" for c in predicate.all("aux"))
    return form if form.feats.get("VerbForm") == "Part" and not finite else None


def _raise_subject(participle: Word, verb: Word, subject: Word | None) -> None:
    """ "Acmen kerrotaan ostavan": who stands in the genitive before a passive verb is whom it is said of."""
    bare = (c for c in verb.all(*_BEFORE) if c.i < verb.i and c.child("case") is None)
    raised = subject or next((c for c in bare if c.feats.get("Case") == "Gen"), None)
    if raised is not None and raised.i < verb.i and raised.feats.get("Case") == "Gen":
        hang(raised, verb, "nsubj")
        participle.dep = participle.rel = "xcomp"


def _raise_object(infinitive: Word, verb: Word, subject: Word, rules: Rules) -> None:
    """ "Pyysi Annaa lähtemään": whom a verb asks, helps or makes to do something is its object."""
    behind = rules.is_purpose(infinitive) and verb.i < subject.i < infinitive.i
    if behind and verb.child("obj") is None and not is_necessive(verb, infinitive, rules):
        hang(subject, verb, "obj")


def _free_participle(form: Word, rules: Rules) -> None:
    """Hang on the verb what is no attribute of a noun: it has a subject of its own, or not the noun's case."""
    noun, subject = form.head, form.child("nsubj")
    if noun is None or noun.i < form.i or rules.is_agent_participle(form):
        return
    if subject is not None and rules.is_passive(form) and not rules.tells_time(form):
        hang(subject, noun, "nmod:poss")  # "Acmen odotettu laiva": nobody does what a passive tells
        return
    verb = noun.head
    if verb is None:
        return
    while verb.head is not None and verb.pos not in ("VERB", "AUX") and verb.child("cop") is None:
        verb = verb.head
    if rules.tells_time(form):
        subject = subject or next((c for c in form.all("obj") if c.i < form.i and c.feats.get("Case") == "Gen"), None)
    own = subject is not None and subject.feats.get("Case") == "Gen"
    if own and subject is not None and rules.tells_time(form):
        subject.dep = subject.rel = "nsubj"
        hang(form, verb, "advcl")
        behind = next((w for w in (noun, *noun.all("nmod:poss")) if w.i == form.i + 1), noun)
        if behind.dep == "nmod:poss" and OWNER in behind.feats:
            hang(behind, form, "obj")  # "Acmen myytyä tehtaansa työntekijät lähtivät"
        return
    apart = form.feats.get("Case") == "Gen" != noun.feats.get("Case") and noun.rel == "obj"
    thing, says = noun, reports(verb, rules)
    own = own and (says or form.rel == "acl")
    while own and says and thing.dep == "nmod:poss" and thing.head is not None and thing.head.i > thing.i:
        thing = thing.head  # "sanoi Acmen täyttävän lain vaatimukset"
    told = thing.head is verb and verb.i < form.i and form.feats.get("Case") == "Gen"
    if told and verb.child("ccomp", "xcomp") is None and (own or (apart and reports(verb, rules))):
        form.pos = "VERB"
        hang(form, verb, "ccomp")
        hang(thing, form, thing.dep)
        for word in verb.all("obl", "punct") if own else ():
            if word.rel == "punct" and word.i > thing.i:
                break
            if word.i > thing.i:
                hang(word, form, word.dep)  # "kertoi Acmen palkkaavan väkeä Ouluun"


def _join_phrase(form: Word) -> None:
    """A form of a verb that has become an adposition, as one: "vuoden kuluessa", "edelliseen verrattuna"."""
    nouns = form.all("nsubj", "obl", "obj", "nmod:poss")
    noun = nouns[0] if len(nouns) == 1 else None
    if noun is None or form.rel not in ("advcl", "acl", "obl") or form.child("aux", "cop", "conj") is not None:
        return
    replace_by(form, noun)
    noun.dep = noun.rel = "obl"
    for child in list(form.children):
        hang(child, noun, child.dep)
    hang(form, noun, "case")
    form.pos = "ADP"


def _tie_predicate(word: Word, rules: Rules) -> None:
    """Give a predicate its copula where its subject has it, and an agent participle its agent as its attribute."""
    copula = word.child("cop")
    if copula is None:
        return
    if word.lower in rules.modal_predicates:
        _chain_predicate(word, rules)
        return
    if copula.i > word.i and word.child("csubj") is not None:
        _turn_aim(word, copula, rules)
        return
    if word.feats.get("Degree") == "Cmp":
        _tie_standard(word)
    if word.dep in ("nsubj:cop", "csubj:cop") and word.head is not None and word.head.child("cop") is None:
        hang(copula, word.head, "cop")
    elif rules.is_agent_participle(word) and word.child("nsubj:cop") is not None:
        for agent in word.all("nsubj"):
            if agent.dep == "nsubj" and agent.feats.get("Case") == "Gen":
                agent.dep, agent.rel = "nmod:poss", "nmod"  # "yhtiö on valtion omistama"


def _tie_standard(quality: Word) -> None:
    """ "Acme on Betaa suurempi": what stands in the partitive before a comparative is what it is compared with."""
    for word in quality.all("advcl", "nmod", "advmod"):
        bare = word.i < quality.i and word.pos in ("NOUN", "PROPN", "PRON") and word.child("case", "nummod") is None
        if bare and word.feats.get("Case") == "Par":
            word.dep = word.rel = "obl"


def _turn_aim(aim: Word, copula: Word, rules: Rules) -> None:
    """ "Tavoitteena on myydä laivoja": an essive before a copula is what the clause behind it is said of."""
    clause = next((c for c in aim.all("csubj") if c.i > copula.i and c.pos == "VERB"), None)
    if clause is None or aim.feats.get("Case") != "Ess" or aim.pos != "NOUN" or copula.i < aim.i:
        return
    told = is_that_clause(clause, rules)
    replace_by(aim, clause)
    for child in aim.all("aux", "cop", "advmod", "punct"):
        hang(child, clause, "discourse" if told else child.dep)
    hang(aim, clause, OUTER if told else "nsubj:cop")


def _chain_predicate(predicate: Word, rules: Rules) -> None:
    """ "Kapselin on määrä saapua": what is planned, allowed or possible is an infinitive's auxiliary."""
    inner = predicate.all("acl", "xcomp", "csubj", "ccomp")
    infinitive = next((c for c in inner if c.i > predicate.i and rules.is_purpose(c)), None)
    if infinitive is None or predicate.child("det", "amod", "nmod:poss") is not None:
        return
    replace_by(predicate, infinitive)
    for child in list(predicate.children):
        hang(child, infinitive, {"nsubj": "nsubj", "cop": "aux"}.get(child.rel, child.dep))
    hang(predicate, infinitive, "aux")


def _turn_around(verb: Word, rules: Rules) -> None:
    """No active verb has a subject in the genitive, but of what has to be done: "laivan rakensi Acme" has an object."""
    subject = next((c for c in verb.all("nsubj") if c.feats.get("Case") == "Gen" and c.i < verb.i), None)
    if subject is None or _takes_genitive(verb, rules):
        return
    other = next((c for c in verb.all("nsubj", "obj") if c.feats.get("Case") == "Nom" and c.i > verb.i), None)
    if other is not None and verb.child("xcomp", "ccomp") is None:
        subject.dep = subject.rel = "obj"
        other.dep = other.rel = "nsubj"


def _takes_genitive(verb: Word, rules: Rules) -> bool:
    """Whether a verb may have a subject in the genitive: it is not finite and active, or says what has to be done."""
    auxiliaries = verb.all("aux", "cop")
    finite = any(w.feats.get("VerbForm") == "Fin" and w.feats.get("Voice") == "Act" for w in (verb, *auxiliaries))
    if not finite or verb.feats.get("Voice") != "Act" or verb.feats.get("VerbForm") == "Inf":
        return True
    return any(w.lemma.lower() in rules.necessive_verbs for w in (verb, *auxiliaries))


def _check_subjects(verb: Word, rules: Rules) -> None:
    """A subject stands in no case that says where, and has no adposition."""
    for subject in verb.all("nsubj"):
        marked = any(c.i > subject.i for c in subject.all("case"))
        local = rules.case_role(subject) is not None and subject.child("cop", "nummod") is None
        if local and verb.child("cop") is not None:  # who owns it, or "tavoitteena on myydä"
            aim = verb.feats.get("VerbForm") == "Inf" and subject.feats.get("Case") == "Ess"
            local = not aim and rules.case_role(subject) != rules.having_case
        if marked or (local and (not is_proper(subject) or len(verb.all("nsubj", "obj")) > 1)):
            subject.dep = subject.rel = "obl"


def _find_subject(verb: Word) -> None:
    """A name before its verb may look as if it stood in another case: "Amazon avaa kaupan"."""
    if verb.child("nsubj", "csubj") is not None or not _is_told_of_somebody(verb):
        return
    first = next((c for c in verb.all("obl", "obj") if c.i < verb.i), None)
    if first is not None and is_proper(first) and first.feats.get("Case") == "Gen" and first.child("case") is None:
        first.dep = first.rel = "nsubj"  # its end is that of a genitive


def _is_told_of_somebody(verb: Word) -> bool:
    """Whether a verb is finite, active and in the third person singular, by itself."""
    feats = verb.feats
    finite = feats.get("VerbForm") == "Fin" and feats.get("Voice") == "Act" and feats.get("Person") == "3"
    return finite and feats.get("Number") != "Plur" and verb.child("aux", "xcomp") is None

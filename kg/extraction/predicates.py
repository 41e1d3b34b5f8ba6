"""Words to predicates: which words head clauses, which infinitives belong to their verb, and what is passive.

Control and raising are read off UD's `xcomp` (https://universaldependencies.org/u/dep/xcomp.html): infinitives that
share their verb's subject are one predicate with it. Whose subject a clause has, `clauses` says.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.tree import Word
from kg.languages import Rules

#: Relations of a predicate to its head.
PREDICATE_RELATIONS = frozenset(
    {"root", "conj", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "appos", "dep"}
)
SUBJECTS = ("nsubj", "csubj")
#: What a clause that is a predicate is said of, once `repair` has parted the two.
OUTER = "dislocated:outer"
#: Relations that only a passive verb has.
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"})


def is_predicate(word: Word) -> bool:
    """Whether the word heads a clause: a verb in a predicate's place, or anything with a copula."""
    if word.pos in ("VERB", "AUX") and (word.head is None or word.rel in PREDICATE_RELATIONS):
        return True
    if not word.children:
        return False
    if word.child("cop") is not None or (word.feats.get("VerbForm") == "Part" and word.child("aux") is not None):
        return True  # Norwegian tags participles as adjectives, also those of the passive
    if word.pos in ("VERB", "AUX"):
        return word.child(*SUBJECTS) is not None
    # What has both a subject and an object is a verb, whatever the tagger says.
    return word.child("nsubj") is not None and word.child("obj") is not None


def chained(verb: Word, rules: Rules) -> Word | None:
    """The infinitive that shares the verb's subject, where the verb has no object to control it but itself."""
    if verb.pos not in ("VERB", "AUX", "ADJ") and not (verb.pos == "ADP" and verb.child("cop") is not None):
        return None
    objects = verb.all("obj", "iobj")
    if objects and not all(is_reflexive(each, verb.all("nsubj"), rules) for each in objects):
        return None
    inner = verb.child("xcomp") or _complement(verb, rules) or _gerund(verb, rules)
    undone = inner is not None and rules.is_negative_form(inner)  # "laivat jäivät myymättä"
    if inner is not None and inner.dep == "xcomp:ds" and (undone or is_necessive(verb, inner, rules)):
        return inner
    between = verb.all("obl") if inner is not None and inner.feats.get("VerbForm") == "Inf" else []
    if inner is not None and any(verb.i < w.i < inner.i and w.child("case") is None for w in between):
        return None  # "liittyi joukkoon taistelemaan": the first verb has arguments of its own
    if inner is None or inner.dep == "xcomp:ds" or inner.child(*SUBJECTS) is not None:
        return None
    if inner.pos == "ADJ" and _leads_on(inner, rules):
        return inner  # "seems keen on selling", "proved unable to sell"
    return inner if inner.pos in ("VERB", "AUX") or inner.child("cop") is not None else None


def _leads_on(quality: Word, rules: Rules) -> bool:
    """Whether an adjective that a verb says of its subject has a verb of its own, whose subject that is too."""
    inner = quality.child("xcomp")
    if inner is None:
        return _gerund(quality, rules) is not None
    return inner.pos == "VERB" and quality.lemma.lower() not in rules.tough_adjectives


def _complement(verb: Word, rules: Rules) -> Word | None:
    """The infinitive that an adposition right behind the verb ties to it: "bidreg til å løyse"."""
    quality = verb.pos in ("ADJ", "ADP") and verb.child("cop", "aux") is not None and not _is_too_much(verb, rules)
    plain = quality or verb.pos == "VERB" or verb.feats.get("VerbForm") == "Part"
    for inner in verb.all("advcl") if plain and rules.complement_marks else ():
        first = next((c for c in inner.children if c.rel in ("mark", "case")), None)
        marks = rules.purpose_marks if verb.lemma.lower() in rules.ensuring_verbs else rules.complement_marks
        tied = first is not None and (first.lower in marks or (quality and first.lower in rules.quality_marks))
        tied = tied or (first is not None and verb.pos == "ADP" and first.lower in rules.infinitive_marks)  # "er med å"
        near = first is not None and tied and _stands_behind(first, verb)
        if near and any(c.pos == "PART" and c.lower in rules.infinitive_marks for c in inner.all("mark")):
            return inner
    return None


def _is_too_much(quality: Word, rules: Rules) -> bool:
    """Whether an adjective says what keeps somebody from doing something: "er for gammal til å køyre"."""
    return any(c.rel == "advmod" and c.lower in rules.purpose_marks for c in quality.children)


def _gerund(verb: Word, rules: Rules) -> Word | None:
    """The gerund that an adposition right behind a verb or adjective ties to it: "is responsible for selling"."""
    for inner in verb.all("advcl") if rules.gerund_marks else ():
        mark = inner.child("mark", "case")
        if mark is None or mark.lower not in rules.gerund_marks or mark.children or not _is_next(mark, verb, rules):
            continue
        controlled = mark.lower in rules.object_controllers.get(verb.lemma.lower(), ())  # "accused of selling"
        if is_gerund(inner) and inner.child("aux") is None and not controlled:
            return inner
    return None


def _is_next(mark: Word, verb: Word, rules: Rules) -> bool:
    """Whether a mark stands right behind a verb, or behind its particle: "gave up on selling"."""
    if mark.i != verb.i + 2:
        return mark.i == verb.i + 1
    return any(c.i == verb.i + 1 and c.lower in rules.particles for c in verb.all("advmod", "compound"))


def is_finite(verb: Word) -> bool:
    """Whether a verb, or the copula of a predicate, is finite, where its form can be none of an infinitive."""
    form = verb.child("cop") or verb
    return form.feats.get("VerbForm") == "Fin" and (form.lower != form.lemma.lower() or form.pos != "VERB")


def is_gerund(verb: Word) -> bool:
    """Whether a verb is a gerund, which taggers also take for a present participle."""
    form = verb.feats.get("VerbForm")
    return form == "Ger" or (form == "Part" and verb.feats.get("Tense") == "Pres")


def _stands_behind(mark: Word, verb: Word) -> bool:
    """Whether no more than a word stands between a verb and a mark, its subject and adverbs aside."""
    between = [c for c in verb.children if verb.i < c.i < mark.i]
    aside = sum(1 for c in between if c.rel in ("nsubj", "advmod") for _ in c.subtree())
    return verb.i < mark.i <= verb.i + 2 + aside


def is_necessive(verb: Word, inner: Word, rules: Rules) -> bool:
    """Whether a verb without a subject says that the infinitive's subject has to: "Suomen tulisi osoittaa"."""
    return verb.lemma.lower() in rules.necessive_verbs and inner.pos == "VERB" and verb.child(*SUBJECTS) is None


def needs_no_subject(verb: Word, rules: Rules) -> bool:
    """Whether a verb says that something has to be done, and not what its own subject does: "kannattaa ostaa"."""
    return verb.lemma.lower() in rules.necessive_verbs and (verb.rel == "aux" or verb.child("xcomp:ds") is not None)


def is_reflexive(word: Word, subjects: Sequence[Word], rules: Rules) -> bool:
    """Whether a pronoun only says that one of the subjects does it to itself: "seg", "me" beside "I"."""
    if word.feats.get("Reflex") == "Yes" or word.lower in rules.reflexives:
        return True
    return word.pos == "PRON" and any(s.lower in rules.own_objects.get(word.lower, ()) for s in subjects)


def is_infinitive(verb: Word, rules: Rules) -> bool:
    """Whether a verb heads a clause of an infinitive, by its form or its mark."""
    if rules.is_purpose(verb) and verb.child("aux") is None:
        return True
    return any(c.pos == "PART" and c.lower in rules.infinitive_marks for c in verb.all("mark"))


def is_nonfinite(verb: Word) -> bool:
    """Whether a verb is an infinitive, participle or gerund, without a finite auxiliary: "using", "å ha sett"."""
    finite = any(c.feats.get("VerbForm") == "Fin" for c in verb.all("aux", "cop"))
    return verb.feats.get("VerbForm") in ("Inf", "Part", "Ger", "Conv") and not finite


def is_that_clause(predicate: Word, rules: Rules) -> bool:
    """Whether "that" opens a clause."""
    return any(m.lower in rules.that for m in predicate.all("mark"))


def is_inverted(predicate: Word) -> bool:
    """Whether an adverbial clause begins with its auxiliary: "had she known", "hadde ho visst"."""
    if predicate.rel != "advcl":
        return False
    first, subject = predicate.child("aux", "cop"), predicate.child("nsubj")
    if first is None or subject is None or first.i > subject.i:
        return False
    return not any(c.i < first.i and c.pos != "PUNCT" for c in predicate.children)


def is_tag(verb: Word) -> bool:
    """Whether a verb before its subject, behind what somebody says, tells how it was said: "…, laughs Ann"."""
    subject, said = verb.child("nsubj"), verb.head
    if subject is None or said is None or verb.i < said.i or verb.child("obj", "xcomp", "ccomp", "aux", "mark", "cc"):
        return False
    return said.pos in ("VERB", "AUX") or said.child("cop") is not None if subject.i == verb.i + 1 else False


def may_share_subject(verb: Word, first: Word, rules: Rules) -> bool:
    """Whether a coordinated verb may have the first one's subject: not where its ending tells another person."""
    if verb.feats.get("Mood") == "Imp" != first.feats.get("Mood"):
        return False  # "there are routes, but remember to ask"
    told = [w.feats["Person"] for w in (verb, *verb.all("aux")) if rules.tells_subject(w)]
    if not told or first.child(*SUBJECTS) is None:
        return True
    persons = [w.feats["Person"] for w in (first, *first.all("aux", "cop")) if "Person" in w.feats]
    return not persons or told[0] in persons


def without_floating(candidates: list[Word], verb: Word, rules: Rules) -> Word:
    """The subject that a floating quantifier stands for: "A og B har alle forlate X", "ovat kaikki jättäneet".

    The parser may take the quantifier for the subject, and the noun before the verb for an object.
    """
    if candidates[-1].rel == "csubj" and candidates[0].lower in rules.thing_pronouns:
        return candidates[-1]  # "det betyr mykje å vinne"
    for candidate in candidates:
        if candidate.lemma.lower() not in rules.floating and candidate.lower not in rules.floating:
            return candidate
    first = min(c.i for c in candidates)
    fronted = [c for c in verb.all("obj", "nsubj") if c not in candidates and c.i < min(first, verb.i)]
    return fronted[0] if fronted and len(verb.all("obj")) > 1 else candidates[0]


def nobody(passive: Word, rules: Rules) -> Word | None:
    """The "it" of what nobody in particular does about something: "det blir snakka om prisar"."""
    empty = passive.child("expl") if rules.complement_marks else None
    if empty is None or empty.lower not in rules.thing_pronouns:
        return None
    tied = any(c.lower in rules.complement_marks for w in passive.all("obl") for c in w.all("case"))
    return empty if tied else None


def agrees_in_number(verb: Word, subjects: list[Word]) -> bool:
    """Whether a verb form may have these subjects: none in the singular has several ("he sanoivat, että kestää")."""
    several = len(subjects) > 1 or any(w.feats.get("Number") == "Plur" for w in subjects)
    return not several or verb.feats.get("Number") != "Sing"


def is_passive(verb: Word, rules: Rules) -> bool:
    """Whether something is done to what the verb tells of: by its form, its auxiliaries, or as a participle."""
    if _has_doer(verb, rules):
        return False
    if rules.is_passive(verb) or not _PASSIVE.isdisjoint([c.dep for c in verb.children]):
        return True
    if any(rules.is_passive(c) for c in _with_auxiliaries(verb, rules).children if c.rel == "aux"):
        return True  # "voidaan myydä ja ostaa"
    if rules.undergoer_is_object() and _is_impersonal(verb, rules):
        return True
    if verb.rel not in ("acl", "advcl") or not rules.is_past_participle(verb):
        return False
    return verb.child("aux", "nsubj") is None


def _has_doer(verb: Word, rules: Rules) -> bool:
    """Whether a passive form says who does it, in the genitive: "Acmen ostettua laivan", "Acmen on ostettava laiva"."""
    if not rules.is_passive(verb) or not (rules.tells_time(verb) or rules.is_necessive_form(verb)):
        return False
    return any(w.feats.get("Case") == "Gen" for c in verb.all("nsubj") for w in (c, *c.all("flat")))


def _is_impersonal(verb: Word, rules: Rules) -> bool:
    """Whether something has to be done, and nobody is told of who does it: "laki pitäisi hyväksyä"."""
    if verb.feats.get("VerbForm") != "Inf" or verb.child("obj") is None or verb.child(*SUBJECTS) is not None:
        return False
    above = [verb.head] if verb.rel == "xcomp" and verb.head is not None else []
    if any(rules.is_passive(w) and w.child("obj", *SUBJECTS) is None for w in above):
        return True  # "tehdas päätettiin sulkea"
    if verb.child("obl") is None:
        return False  # "koska pitää ostaa laiva" tells of nothing
    if any(w.feats.get("Person") == "0" or _denies_anybody(w) for w in (*verb.all("aux"), *above)):
        return True  # "laivoja saa myydä", "laivoja ei saa myydä"
    return any(c.lemma.lower() in rules.necessive_verbs for c in verb.all("aux"))


def undergoers_behind(verb: Word, rules: Rules) -> list[Word]:
    """To what both are done, where the passive verb behind the conjunction has it: "ostettiin ja myytiin laivoja"."""
    if not rules.undergoer_is_object():
        return []
    beside = next((c for c in verb.all("conj") if c.pos == "VERB" and c.i == verb.i + 2), None)
    if beside is None or beside.child("cc") is None or not is_passive(beside, rules):
        return []
    return [w for w in beside.all("obj") if w.i > beside.i]


def _denies_anybody(verb: Word) -> bool:
    """Whether a verb without a subject is negative, in the third person singular."""
    if verb.feats.get("Connegative") != "Yes" or verb.child(*SUBJECTS) is not None:
        return False
    return any(c.feats.get("Person") == "3" and c.feats.get("Number") != "Plur" for c in verb.all("aux"))


def _with_auxiliaries(verb: Word, rules: Rules) -> Word:
    """The verb, or that of the coordinated infinitives before it which has the auxiliaries of both, where it tells."""
    first = verb.head if verb.rel == "conj" and rules.undergoer_is_object() else None
    if first is None or verb.child("aux", "nsubj") is not None:
        return verb
    return first if first.feats.get("VerbForm") == verb.feats.get("VerbForm") == "Inf" else verb

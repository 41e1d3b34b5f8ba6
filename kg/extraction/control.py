"""Who does what an infinitive or a gerund tells, where neither says so itself.

The verb or noun above tells it: "called on members to donate", "stopped Ann from leaving", "Ann's plan to leave", "the
first to leave". The subject above, which is the usual answer, is found in `clauses`.
"""

from __future__ import annotations

from kg.extraction.phrases import is_proper
from kg.extraction.predicates import is_gerund, is_infinitive
from kg.extraction.tree import Word, hang
from kg.languages import Rules


def oblique_controller(verb: Word, inner: Word, rules: Rules) -> Word | None:
    """Who is called on to do something: "called on members to donate"."""
    wanted = rules.oblique_controllers.get(verb.lemma.lower())
    if wanted is None:
        return None
    between = (w for w in verb.all("obl") if verb.i < w.i < inner.i)
    return next((w for w in between if any(c.lower in wanted for c in w.all("case"))), None)


def treated(gerund: Word, rules: Rules) -> Word | None:
    """Whom something is done to for, or against, what the gerund tells: "stopped Ann from leaving"."""
    verb, mark = gerund.head, gerund.child("mark", "case")
    if verb is None or mark is None or mark.lower not in rules.object_controllers.get(verb.lemma.lower(), ()):
        return None
    return next((w for w in verb.all("iobj", "obj") if verb.i < w.i < gerund.i and not _is_means(w, rules)), None)


def _is_means(noun: Word, rules: Rules) -> bool:
    """Whether a noun tells what somebody does something with, and not who does it: "får høve til å", "tok tid å"."""
    if noun.pos == "SYM" or noun.lemma.lower() in rules.content_nouns or noun.lemma.lower() in rules.currencies:
        return True  # "was fined $2 for selling"
    bare = noun.feats.get("Definite") == "Ind" and noun.feats.get("Number") == "Sing"
    return noun.pos == "NOUN" and bare and noun.child("det", "nummod", "nmod") is None


def hang_on_controller(infinitive: Word, rules: Rules) -> None:
    """ "Får folk til å gå": what the object is made to do belongs to the verb, and not to the object."""
    noun, mark = infinitive.head, infinitive.child("mark")
    verb = noun.head if noun is not None and noun.rel in ("obj", "iobj") else None
    if verb is None or noun is None or mark is None or _is_means(noun, rules):
        return
    if mark.lower not in rules.infinitive_marks and mark.lower in rules.object_controllers.get(verb.lemma.lower(), ()):
        hang(infinitive, verb, "advcl")


def is_controller(noun: Word, infinitive: Word, rules: Rules) -> bool:
    """Whether an object, on which its infinitive hangs, does what that tells: "empowered teams to compete"."""
    verb, mark = noun.head, infinitive.child("mark")
    if verb is None or mark is None or noun.rel not in ("obj", "iobj") or _is_means(noun, rules):
        return False
    return mark.lower in rules.object_controllers.get(verb.lemma.lower(), ())


def doer_for(noun: Word, infinitive: Word, rules: Rules) -> Word | None:
    """Who is to do what a noun is for: "an opportunity for Ann to lead"."""
    mark = infinitive.child("mark")
    if mark is None or not rules.doer_marks:
        return None
    before = (w for w in noun.all("nmod") if any(c.lower in rules.doer_marks for c in w.all("case")))
    return next((w for w in before if max(d.i for d in w.subtree()) == mark.i - 1), None)


def described_by(clause: Word) -> Word | None:
    """The noun behind which an adjective has a clause of its own: "ships big enough to cross the sea"."""
    quality = clause.head if clause.rel == "advcl" else None
    noun = quality.head if quality is not None and quality.rel == "amod" else None
    return noun if noun is not None and quality is not None and noun.i < quality.i < clause.i else None


def tells_of(gerund: Word, verb: Word, rules: Rules) -> bool:
    """Whether a gerund tells of what the verb is about: "accused of lying", not "appeared, wearing red"."""
    marks = rules.object_controllers.get(verb.lemma.lower(), frozenset())
    return any(m.lower in marks for m in gerund.all("mark", "case"))


def is_tough(verb: Word, rules: Rules) -> bool:
    """Whether an infinitive tells what is easy or hard to do, and so not what its clause's subject does."""
    quality = verb.head
    if quality is None or quality.lemma.lower() not in rules.tough_adjectives or not is_infinitive(verb, rules):
        return False
    return quality.rel == "xcomp" or verb.child("obj", "ccomp", "xcomp") is None


def is_ranked(top: Word, rules: Rules) -> bool:
    """Whether an infinitive says what a noun is the first, the last or the only one to do, and so has done."""
    noun = top.head
    if noun is None or top.rel != "acl" or noun.lemma.lower() in rules.adjunct_nouns:
        return False
    ranks = (c for c in noun.all("amod") if c.feats.get("NumType") == "Ord" or c.lower in rules.ranks)
    return top.child("obj", "obl") is not None and top.child("aux:pass") is None and next(ranks, None) is not None


def is_complement(top: Word, rules: Rules) -> bool:
    """Whether a gerund says what a noun is about, and not what it does: "risk of losing", "had trouble selling"."""
    if top.rel != "acl" or not is_gerund(top) or top.child("aux:pass") is not None:
        return False
    return is_bare_complement(top, rules) or any(c.pos in ("ADP", "SCONJ") for c in top.all("mark", "case"))


def is_bare_complement(gerund: Word, rules: Rules) -> bool:
    """Whether no adposition ties a gerund to the object that it completes: "had trouble selling"."""
    noun = gerund.head
    if noun is None or noun.rel != "obj" or noun.lemma.lower() not in rules.content_nouns:
        return False
    return gerund.i == noun.i + 1 and gerund.child("mark", "case") is None


def is_open_complement(gerund: Word, rules: Rules) -> bool:
    """Whether a gerund that completes a noun tells what may be: "risk of losing", "had trouble selling"."""
    marks = [c.lower for c in gerund.all("mark", "case")]
    return not marks or any(each in rules.unrealised_marks for each in marks)


def complement_doers(gerund: Word, above: list[Word], rules: Rules) -> list[Word]:
    """Who does what completes a noun: its possessor, else the subjects above if they may be somebody, and not it."""
    noun = gerund.head
    if is_bare_complement(gerund, rules):
        return [w for w in above if w.rel != "csubj"]
    owner = owner_of(noun, rules) if noun is not None else None
    if owner is not None:
        return owner.conjuncts()
    if noun is None or any(w is noun or noun.is_below(w) for w in above):
        return []
    return somebodies(above, rules)


def is_nobodys(noun: Word, above: list[Word], rules: Rules) -> bool:
    """Whether an infinitive at a noun tells what none of the subjects above does: "the rules give means to hide".

    What may be a thing does only what is told to be its own: "the board has the right to sell".
    """
    if noun.pos == "PRON":
        return noun.lower in rules.thing_pronouns  # "det å selje skip"
    lemma = noun.lemma.lower()
    if not rules.undertakings or lemma in rules.content_nouns or lemma in rules.undertakings:
        return False
    return not somebodies(above, rules)


def somebodies(subjects: list[Word], rules: Rules) -> list[Word]:
    """The subjects, where all may be somebody, who does what an infinitive or a gerund tells; else none."""
    return subjects if all(is_proper(w) or _is_somebody(w, rules) for w in subjects) else []


def owner_of(noun: Word, rules: Rules) -> Word | None:
    """Whose a noun is: "Ann's plan to leave", "her plan to leave", "planen til Kari"; nobody's of "planen sin"."""
    before = next((c for c in noun.children if c.i < noun.i and _owns(c, rules)), None)
    if before is not None or not rules.owning_adpositions:
        return before
    behind = (c for c in noun.all("nmod") if c.i > noun.i)
    return next((c for c in behind if _owns(c, rules) or (is_proper(c) and _is_marked(c, rules))), None)


def _owns(child: Word, rules: Rules) -> bool:
    """Whether a dependent of a noun is a possessor by its form, and no reflexive one."""
    if child.lower in rules.genitive_markers:
        return False
    genitive = child.dep == "nmod" and (child.feats.get("Case") == "Gen" or child.feats.get("Poss") == "Yes")
    return child.dep == "nmod:poss" or (genitive and child.child("case") is None)


def _is_marked(child: Word, rules: Rules) -> bool:
    """Whether an adposition makes a phrase a possessor."""
    return any(c.lower in rules.owning_adpositions for c in child.all("case"))


def is_manner(verb: Word, rules: Rules) -> bool:
    """Whether an infinitive says how something is done; of a passive verb nobody is named: "säästettiin myymällä"."""
    manner = verb.rel == "advcl" and verb.feats.get("VerbForm") == "Inf" and rules.undergoer_is_object()
    return manner and not rules.is_purpose(verb)


def is_given(noun: Word, rules: Rules) -> bool:
    """Whether a noun is what somebody gives: "antaa oikeuden tutkia", "tarjoaa tilaisuuden ostaa"."""
    verb = noun.head
    return verb is not None and noun.rel in ("obj", "nsubj") and verb.lemma.lower() in rules.giving_verbs


def recipient_of(noun: Word, rules: Rules) -> Word | None:
    """Whom a noun is given to, who then may do what it is for: "antaa poliisille oikeuden tutkia"."""
    if not is_given(noun, rules) or noun.head is None:
        return None
    bare = (w for w in noun.head.all("iobj", "obl") if w.child("case") is None)
    return next((w for w in bare if w.rel == "iobj" or rules.case_role(w) == "all"), None)


def _is_somebody(word: Word, rules: Rules) -> bool:
    """Whether a pronoun speaks of people: "I", "she", "they"."""
    return word.feats.get("PronType") == "Prs" and word.lower not in rules.thing_pronouns

"""Finnish: its word lists, and what its cases and its impersonal passive change."""

from __future__ import annotations

from kg.languages.people import people_of
from kg.languages.rules import Rules, WordLike, read_tables

#: Cases that mark the subject or the object, or agree: they name no role of their own.
_GRAMMATICAL = frozenset({"Nom", "Gen", "Par", "Acc"})


class Finnish(Rules):
    """Cases do the work of adpositions; a passive verb has an object and no subject; nouns have no articles."""

    def case_role(self, word: WordLike) -> str | None:
        """The case in lower case (`ela`, `ill`, `ess`), for every case that is not the subject's or object's."""
        case = word.feats.get("Case", "Nom")
        return None if case in _GRAMMATICAL else case.lower()

    @property
    def becoming_case(self) -> str:
        """Elative: "Annasta tuli johtaja"."""
        return "ela"

    @property
    def having_case(self) -> str:
        """Adessive: "Annalla on talo"."""
        return "ade"

    def shares_fronted(self, word: WordLike) -> bool:
        """Yes: word order tells the frame of all verbs."""
        return word.dep != "obl:agent"

    def leaves_out_relatives(self) -> bool:
        """No: "auto, jonka ostin"."""
        return False

    def undergoer_is_object(self) -> bool:
        """Yes: "tiimi irtisanottiin"."""
        return True

    def leaves_out_subject(self, verb: WordLike) -> bool:
        """The active third person in the singular or plural, but for verbs that need no subject."""
        feats = verb.feats
        if feats.get("Person") != "3" or feats.get("Voice") != "Act" or feats.get("VerbForm") != "Fin":
            return False
        people, lemma = people_of("fi"), verb.lemma.lower()
        return lemma not in people.impersonal and lemma not in people.subjectless

    def tells_subject(self, verb: WordLike) -> bool:
        """The first and second persons."""
        return verb.feats.get("Person") in ("1", "2")

    def is_past_participle(self, verb: WordLike) -> bool:
        """Passive participles and agent participles; "johtanut" is active."""
        return verb.feats.get("Voice") == "Pass" or verb.feats.get("PartForm") == "Agt"

    def is_agent_participle(self, verb: WordLike) -> bool:
        """The agent participle; some of its forms are those of the third infinitive."""
        return verb.feats.get("PartForm") == "Agt" or (verb.dep == "acl" and verb.feats.get("InfForm") == "3")

    def is_necessive_form(self, verb: WordLike) -> bool:
        """The passive present participle in the nominative singular."""
        feats = verb.feats
        form = feats.get("VerbForm") == "Part" and feats.get("PartForm") == "Pres" and feats.get("Voice") == "Pass"
        return form and feats.get("Case", "Nom") == "Nom" and feats.get("Number") != "Plur"

    def tells_time(self, verb: WordLike) -> bool:
        """The partitive of the passive past participle, and the second infinitive in the inessive."""
        feats = verb.feats
        if feats.get("Case") == "Par":
            return feats.get("VerbForm") == "Part" and feats.get("PartForm") == "Past" and feats.get("Voice") == "Pass"
        return feats.get("InfForm") == "2" and feats.get("Case") == "Ine"

    def is_negative_form(self, verb: WordLike) -> bool:
        """The third infinitive in the abessive; "kiistatta" is an adverb that looks like one."""
        return verb.feats.get("Case") == "Abe" and verb.text.lower().endswith(("matta", "mättä"))

    def asks(self, verb: WordLike) -> bool:
        """Verbs with the clitic -ko."""
        return verb.feats.get("Clitic") == "Ko"

    def is_purpose(self, verb: WordLike) -> bool:
        """The first infinitive ("lähteä", "saavuttaakseen") and the third in the illative ("käyttämään")."""
        form, case = verb.feats.get("InfForm"), verb.feats.get("Case")
        return verb.feats.get("VerbForm") == "Inf" and (form == "1" or (form == "3" and case == "Ill"))

    def base_form(self, word: WordLike, *, head: bool) -> str:
        """Adjectives agree with their head and stand in base form too; genitives stay as they are."""
        return word.lemma if head or (word.dep in ("amod", "nummod") and word.pos != "VERB") else word.text

    def is_form_of(self, text: str, name: str) -> bool:
        """A form whose stem may be the name: "Metasta", "Birchin", "OpenAI:lle", "Helsingissä"."""
        from kg.languages.names_fi import is_form_of  # it reads tables, which nobody else needs here

        return is_form_of(text, name)

    def name_form(self, word: WordLike, *, last: bool) -> str:
        """Only the last word of a name takes an ending."""
        return word.lemma if last else word.text


FINNISH = Finnish(code="fi", **read_tables("fi"))

"""The names used in the graph: namespaces, and every class, property and individual that code speaks of, as constants.

Definition: the data model; the ontology (`ontologies/core.ttl`) describes them. Standards reused: RDF reification, NIF
2.0 Core (https://persistence.uni-leipzig.org/nlp2rdf/), PROV-O, DCMI Terms, SKOS.
"""

from __future__ import annotations

from kg.model import Iri


class Namespace(str):
    """The IRI that the names of a vocabulary begin with."""

    __slots__ = ()

    def __call__(self, name: str) -> Iri:
        """The IRI of a name, which must already be fit for an IRI."""
        return Iri(self + name)


KG = Namespace("https://w3id.org/kgshell/ontology#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
PROV = Namespace("http://www.w3.org/ns/prov#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
SCHEMA = Namespace("https://schema.org/")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ONTOLEX = Namespace("http://www.w3.org/ns/lemon/ontolex#")
SH = Namespace("http://www.w3.org/ns/shacl#")

DEFAULT_BASE = "https://kg.example/"

TYPE = RDF("type")
PROPERTY = RDF("Property")
SUBJECT = RDF("subject")
PREDICATE = RDF("predicate")
OBJECT = RDF("object")
VALUE = RDF("value")
LABEL = RDFS("label")
ALT_LABEL = SKOS("altLabel")

DOCUMENT = KG("Document")
#: A file of RDF that was imported; its graph holds what it says, and its own name.
IMPORTED = KG("ImportedFile")
SHA256 = KG("sha256")
PIPELINE = KG("pipeline")
TITLE = DCTERMS("title")
LANGUAGE = DCTERMS("language")
SOURCE = DCTERMS("source")
PUBLISHED = SCHEMA("datePublished")

SENTENCE = NIF("Sentence")
IS_STRING = NIF("isString")
ANCHOR_OF = NIF("anchorOf")
BEGIN = NIF("beginIndex")
END = NIF("endIndex")
CONTEXT = NIF("referenceContext")

MENTION = KG("Mention")
DENOTES = KG("denotes")
MENTION_KIND = KG("mentionKind")
#: The class that the mention's own document gives it; absent where it gives none.
MENTION_CLASS = KG("mentionClass")
#: The class of what the mention denotes, where all documents together give another than its own.
DENOTED_CLASS = KG("denotedClass")
#: The base form under which the mention is read: a plain literal for a name, a tagged one for a noun. Absent where it
#: is `nif:anchorOf` itself. A pronoun or "the company" is read as what it stands for.
READ_AS = KG("readAs")
#: The base form of the mention's own words, where they name the thing otherwise ("GM" read as "General Motors").
NAME_FORM = KG("nameForm")

STATEMENT = KG("Statement")
SUBJECT_TEXT = KG("subjectText")
RELATION_TEXT = KG("relationText")
OBJECT_TEXT = KG("objectText")
SUBJECT_MENTION = KG("subjectMention")
OBJECT_MENTION = KG("objectMention")
CONFIDENCE = KG("confidence")
DERIVED_FROM = PROV("wasDerivedFrom")
IMPLICIT = KG("implicit")
POLARITY = KG("polarity")
NEGATED = KG("Negated")
MODALITY = KG("modality")
ATTRIBUTED_TO = KG("attributedTo")
ATTRIBUTION_MENTION = KG("attributionMention")
#: True on a statement of which a pronoun resolves to nothing: evidence, never a fact.
UNRESOLVED = KG("unresolved")
#: True where people decided that nothing of a thing is a fact: on the thing, and on statements that speak of it.
IGNORED = KG("ignored")
#: The relation that the words gave, where people merged it into another.
READ_RELATION = KG("readRelation")
TIME = KG("time")
TIME_TEXT = KG("timeText")
FROM = KG("from")
UNTIL = KG("until")
PLACE = KG("place")
PLACE_MENTION = KG("placeMention")
ARGUMENT = KG("argument")
ARGUMENT_TEXT = KG("argumentText")
ARGUMENT_MENTION = KG("argumentMention")
ROLE = KG("role")

DOES = KG("does")
ACTIVITY = KG("Activity")
CONCEPT = KG("Concept")
PRONOUN = KG("Pronoun")
NAME = KG("Name")
NOUN = KG("Noun")
AMOUNT = KG("amount")
UNIT = KG("unit")
CURRENCY = KG("currency")
AT_LEAST = KG("atLeast")
AT_MOST = KG("atMost")

DECIMAL = XSD("decimal")
INTEGER = XSD("integer")
BOOLEAN = XSD("boolean")
DATE = XSD("date")

#: Prefixes that do not depend on the user's base.
FIXED_PREFIXES = {
    "kg": KG,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "prov": PROV,
    "dcterms": DCTERMS,
    "schema": SCHEMA,
    "nif": NIF,
    "ontolex": ONTOLEX,
    "sh": SH,
}


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Every prefix of the data model and its namespace."""
    own = {"ent": f"{base}entity/", "rel": f"{base}relation/", "doc": f"{base}document/"}
    return own | {prefix: str(namespace) for prefix, namespace in FIXED_PREFIXES.items()}


#: The prefixes under the default base.
PREFIXES = prefixes()

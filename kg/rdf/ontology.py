"""Where the ontology lies, and what it says of its properties.

The files are those of `ontologies/`: in a checkout beside `kg/`, in an installed package inside it; this module alone
knows. Signatures are read from triples, so that an ontology of the user's own adds to ours.
Raises `OntologyError` where the files are missing. Parsing is the store's part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.errors import OntologyError
from kg.model import EntityClass, Iri, Triple
from kg.names import local_part, stands_bare, write_name
from kg.rdf import vocabulary as v

_OURS = {"kg": v.KG}
_DATATYPE_PROPERTY = v.OWL("DatatypeProperty")
_PROPERTY_TYPES = frozenset({v.OWL("ObjectProperty"), _DATATYPE_PROPERTY})
_DOMAINS = (v.SCHEMA("domainIncludes"), v.RDFS("domain"))
_RANGES = (v.SCHEMA("rangeIncludes"), v.RDFS("range"))
#: Classes that forbid nothing.
_WIDE = frozenset({v.KG("Entity"), v.KG("Agent"), v.RDFS("Literal")})


class OntologyFiles(NamedTuple):
    """The Turtle files that make up the ontology; `lexicons` are sorted by name."""

    core: Path
    shapes: Path
    concepts: Path
    lexicons: tuple[Path, ...]


class Signature(NamedTuple):
    """What a property holds between: names of classes (`Person`) or datatypes (`date`), sorted; none says "anything".

    `literal` says that its objects are literals.
    """

    domain: tuple[str, ...]
    range: tuple[str, ...]
    literal: bool = False


def ontology_folder() -> Path:
    """The folder `ontologies/`."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "ontologies", package.parent / "ontologies"):
        if folder.is_dir():
            return folder
    raise OntologyError(f"{package}: the ontology is missing from this installation; install kgshell again")


def ontology_files() -> OntologyFiles:
    """The files of the ontology."""
    folder = ontology_folder()
    lexicons = tuple(sorted((folder / "lexicon").glob("*.ttl")))
    return OntologyFiles(folder / "core.ttl", folder / "shapes.ttl", folder / "concepts.ttl", lexicons)


def property_signatures(triples: Iterable[Triple]) -> dict[str, Signature]:
    """What each property that the triples define holds between, by its name (`kg:left`), in order of name.

    `schema:domainIncludes` and `schema:rangeIncludes` name the classes to expect and count before the wider
    `rdfs:domain` and `rdfs:range`. `kg:Entity`, `kg:Agent` and `rdfs:Literal` are left out: they forbid nothing.
    A property outside our namespace goes by its IRI.
    """
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for subject, predicate, value in triples:
        if isinstance(value, Iri):
            said[subject, predicate].add(value)
    properties = sorted(subject for (subject, key), kinds in said.items() if key == v.TYPE and kinds & _PROPERTY_TYPES)
    return {
        property_name(Iri(subject)): Signature(
            _classes(said, subject, _DOMAINS),
            _classes(said, subject, _RANGES),
            _DATATYPE_PROPERTY in said[subject, v.TYPE],
        )
        for subject in properties
    }


def expected_classes(triples: Iterable[Triple]) -> dict[str, tuple[frozenset[EntityClass], frozenset[EntityClass]]]:
    """The classes of names to expect as subject and object of each property; nothing where others may stand there."""
    return {
        name: (_of_names(signature.domain), _of_names(signature.range))
        for name, signature in property_signatures(triples).items()
    }


def _of_names(classes: Sequence[str]) -> frozenset[EntityClass]:
    """Classes of entities, without those that no name is of."""
    names = {each.value for each in EntityClass} - {EntityClass.CONCEPT.value, EntityClass.QUANTITY.value}
    return frozenset(EntityClass(each) for each in classes if each in names)


def property_name(iri: Iri) -> str:
    """The IRI's name with our prefix (`kg:left`); of others the IRI, in angle brackets where it is no name without."""
    name = write_name(iri, _OURS)
    return str(iri) if name.startswith("<") and stands_bare(iri) else name


def _classes(said: Mapping[tuple[str, str], set[str]], subject: str, predicates: Sequence[Iri]) -> tuple[str, ...]:
    """The local names of what the first of the predicates says that says anything."""
    found = next((said[subject, predicate] for predicate in predicates if (subject, predicate) in said), set())
    return tuple(sorted(local_part(iri) for iri in found - _WIDE))

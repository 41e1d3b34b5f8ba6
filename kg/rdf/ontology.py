"""Where the ontology lies, and what it says of its properties.

The files are those of `ontologies/`: in a checkout beside `kg/`, in an installed package inside it; this module alone
knows. Signatures are read from triples, so that an ontology of the user's own adds to ours.
Raises `OntologyError` where the files are missing. Parsing is the store's part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kg.errors import OntologyError
from kg.model import Iri, Triple

KG = "https://w3id.org/kgshell/ontology#"

_OWL = "http://www.w3.org/2002/07/owl#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SCHEMA = "https://schema.org/"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_PROPERTY_TYPES = frozenset(f"{_OWL}{kind}Property" for kind in ("Object", "Datatype"))


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
    kinds: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, value in triples:
        if isinstance(value, Iri):
            said[subject, predicate].add(value)
            if predicate == _RDF_TYPE:
                kinds[subject].add(value)
    return {
        property_name(Iri(subject)): Signature(
            _classes(said[subject, f"{_SCHEMA}domainIncludes"] or said[subject, f"{_RDFS}domain"]),
            _classes(said[subject, f"{_SCHEMA}rangeIncludes"] or said[subject, f"{_RDFS}range"]),
            f"{_OWL}DatatypeProperty" in types,
        )
        for subject, types in sorted(kinds.items())
        if types & _PROPERTY_TYPES
    }


def property_name(iri: Iri) -> str:
    """The IRI's name with our prefix (`kg:left`); the IRI itself outside our namespace."""
    return f"kg:{iri.removeprefix(KG)}" if iri.startswith(KG) else str(iri)


def _classes(iris: set[str]) -> tuple[str, ...]:
    wide = {f"{KG}Entity", f"{KG}Agent", f"{_RDFS}Literal"}
    return tuple(sorted(local_name(iri) for iri in iris - wide))


def local_name(iri: str) -> str:
    """What follows the namespace of an IRI."""
    return iri.rpartition("#" if "#" in iri else "/")[2]

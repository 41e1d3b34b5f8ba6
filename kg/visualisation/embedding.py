"""View → what the explorer embeds, as JSON-able values: things, facts and evidence in columns, referring by place.

A text that several things share (a sentence, a document's title) stands there once. Marks count UTF-16 units, as
browsers do. Texts from documents are made legible; the explorer shows them as text only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from kg.model import Iri, Literal, Term
from kg.paths import Evidence, Status
from kg.rdf.vocabulary import KG
from kg.visualisation.picture import Picture
from kg.visualisation.style import LOOKS, class_id, legible
from kg.visualisation.view import Connection, GraphView

Json = dict[str, Any]
T = TypeVar("T", bound=Hashable)

_STATUSES = list(Status)
_BEYOND = "\U00010000"


class _Numbered(Generic[T]):
    """Different values in the order of their first coming, and the place of each."""

    def __init__(self, values: Iterable[T]) -> None:
        self.places: dict[T, int] = {}
        for each in values:
            self.places.setdefault(each, len(self.places))

    def __len__(self) -> int:
        return len(self.places)


def explorer_data(view: GraphView, drawn: Picture, title: str, *, prefixes: Mapping[str, str], start: str) -> Json:
    """Everything that the explorer reads. `drawn` places the things that are shown at once, `start` what is chosen."""
    places: dict[Term, int] = {node.iri: at for at, node in enumerate(view.nodes)}
    relations = _Numbered(each.triple[1] for each in view.connections)
    labels = {each.triple[1]: each.label for each in view.connections}
    proofs = [(fact, proof) for fact, each in enumerate(view.connections) for proof in each.evidence]
    documents = _Numbered(proof.document for _, proof in proofs)
    about = {proof.document: proof for _, proof in proofs}
    texts = _Numbered(_text(each) for each in view.connections if each.triple[2] not in places)
    sentences = _Numbered((proof.document, proof.start, proof.sentence) for _, proof in proofs)
    head = {
        "title": legible(title),
        "start": start,
        "leftOut": view.left_out,
        "first": len(drawn.things),
        "statuses": [each.value for each in _STATUSES],
        "classes": _classes(),
        "relations": [{"iri": iri, "label": legible(labels[iri])} for iri in relations.places],
        "kindRelation": relations.places.get(KG("isA"), -1),
        "documents": [_document(about[each]) for each in documents.places],
        "texts": [list(each) for each in texts.places],
        "prefixes": dict(prefixes),
    }
    return {
        "head": head,
        "things": _things(view, drawn),
        "facts": {
            "s": [places[each.triple[0]] for each in view.connections],
            "p": [relations.places[each.triple[1]] for each in view.connections],
            "o": [_object(each, places, texts) for each in view.connections],
            "status": [_STATUSES.index(each.status) for each in view.connections],
        },
        "evidence": _evidence(proofs, sentences),
        "sentences": {
            "doc": [documents.places[document] for document, _, _ in sentences.places],
            "text": [legible(sentence) for _, _, sentence in sentences.places],
        },
    }


def key(iri: Iri, view: GraphView) -> str:
    """The short name of a thing in the explorer's addresses."""
    return _split(iri, _namespace(view))[1]


def _namespace(view: GraphView) -> str:
    """What most IRIs of things begin with."""
    common = Counter(node.iri[: node.iri.rfind("/") + 1] for node in view.nodes)
    return min(common, key=lambda each: (-common[each], each), default="")


def _split(iri: Iri, namespace: str) -> tuple[int, str]:
    return (0, iri.removeprefix(namespace)) if namespace and iri.startswith(namespace) else (1, iri)


def _classes() -> list[Json]:
    return [
        {"id": class_id(each), "name": look.name, "outline": look.outline, "iri": KG(each.value) if each else ""}
        for each, look in LOOKS.items()
    ]


def _things(view: GraphView, drawn: Picture) -> Json:
    namespace = _namespace(view)
    looks = list(LOOKS)
    split = [_split(node.iri, namespace) for node in view.nodes]
    others = {
        at: [legible(name) for name in node.names]
        for at, node in enumerate(view.nodes)
        if node.names not in ((), (node.label,))
    }
    return {
        "base": [namespace, ""],
        "prefix": [prefix for prefix, _ in split],
        "iri": [name for _, name in split],
        "label": [legible(node.label) for node in view.nodes],
        "names": others,
        "class": [looks.index(node.entity_class) for node in view.nodes],
        "x": [each.x for each in drawn.things],
        "y": [each.y for each in drawn.things],
    }


def _object(each: Connection, places: Mapping[Term, int], texts: _Numbered[tuple[str, str, str, str]]) -> int:
    """The place of a thing, or from -1 downwards that of a text."""
    found = places.get(each.triple[2])
    return -1 - texts.places[_text(each)] if found is None else found


def _text(each: Connection) -> tuple[str, str, str, str]:
    """An object that is no thing: label, language, datatype, IRI."""
    value = each.triple[2]
    if isinstance(value, Literal):
        return legible(value.text), value.lang or "", value.datatype or "", ""
    return legible(each.object_label), "", "", str(value)


def _evidence(proofs: Sequence[tuple[int, Evidence]], sentences: _Numbered[tuple[Iri, int, str]]) -> Json:
    return {
        "fact": [fact for fact, _ in proofs],
        "sentence": [sentences.places[proof.document, proof.start, proof.sentence] for _, proof in proofs],
        "status": [_STATUSES.index(proof.status) for _, proof in proofs],
        "qualifier": [legible(proof.qualifier) for _, proof in proofs],
        "confidence": [proof.confidence for _, proof in proofs],
        "time": [legible(proof.time) for _, proof in proofs],
        "marks": [_marks(proof) for _, proof in proofs],
    }


def _marks(proof: Evidence) -> list[int]:
    """Starts and ends in turn, in UTF-16 units."""
    edges = [edge for span in proof.highlights for edge in span]
    if max(proof.sentence, default="") < _BEYOND:
        return edges
    return [edge + sum(each >= _BEYOND for each in proof.sentence[:edge]) for edge in edges]


def _document(proof: Evidence) -> Json:
    link = proof.origin if proof.origin.startswith(("http://", "https://")) else None
    return {
        "iri": proof.document,
        "title": legible(proof.title),
        "origin": legible(proof.origin),
        "lang": proof.lang,
        "date": proof.published,
        "link": link,
    }

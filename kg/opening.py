"""`kg.open`: the graph in a store, with the base under which it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from kg.errors import KgError, OntologyError
from kg.graph import ONTOLOGY, USER, Graph
from kg.model import Choices
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.ontology import ontology_files
from kg.store import MEMORY, Store, open_store, parse


def open(  # noqa: A001  the field's name for it, as in gzip and dbm
    store: str | Path = MEMORY,
    *,
    base: str | None = None,
    create: bool = True,
    ontology: Sequence[str] = (),
    pipelines: Mapping[str, str] | None = None,
    gazetteers: Sequence[str] = (),
    extractor: str | None = None,
    network: bool = False,
    update: str | None = None,
) -> Graph:
    """The graph in a folder, a new one in memory, or the one behind the address of a SPARQL 1.1 endpoint.

    `update` is where that endpoint takes updates, if that does not follow from its address (`docs/endpoints.md`).
    `network` lets SPARQL use SERVICE and LOAD. `base` begins the IRIs of what a new graph holds; an old one keeps its
    own. `ontology` names files of further properties, words and concepts; `pipelines` maps languages to installed spaCy
    pipelines, `gazetteers` are files of names with their classes, `extractor` is an installed one that reads in place
    of ours. Raises `StoreError`.
    """
    wanted = None if base is None else Base(base).iri
    _check_ontology(ontology)
    opened = open_store(store, update=update, create=create, network=network)
    found = _stored_base(opened)
    if wanted is not None and found not in (None, wanted):
        opened.close()
        place = opened.place
        raise KgError(f"{place}: its names begin with {found}, not {wanted}; leave out --base, or build another store")
    choices = Choices(dict(pipelines or {}), tuple(gazetteers), extractor)
    return Graph(opened, base=found or wanted or v.DEFAULT_BASE, ontology=ontology, choices=choices)


def _check_ontology(files: Sequence[str]) -> None:
    """Read the files once before a store is made for them. Raises `OntologyError`."""
    names = [ontology_files().core.name] if files else []
    for path in map(Path, files):
        for _ in parse(path):
            pass
        if path.name in names:
            raise OntologyError(f"{path}: another ontology is called {path.name} too; rename this one")
        names.append(path.name)


def _stored_base(store: Store) -> str | None:
    """The base under which the ontology, or what users inserted, was put into the store.

    Of an endpoint's graphs, which may be millions, only those are looked at that define our classes.
    """
    core = Base().document(f"{ONTOLOGY}{ontology_files().core.name}").removeprefix(v.DEFAULT_BASE)
    of_ontology = (quad[3] for quad in store.quads(v.STATEMENT, v.TYPE, v.OWL("Class")))
    for graph in chain(of_ontology, () if store.served else store.graphs()):
        for ending in (core, USER):
            if graph is not None and graph.endswith(ending):
                return graph.removesuffix(ending)
    return None

"""The store: an Oxigraph database in a folder or in memory, in kgshell's terms.

One process at a time holds a folder. Every write here is one Oxigraph transaction: it is there whole, or, if the
process dies or the disk fills up in the middle, not at all. Reads see the store as it was when they began.
Oxigraph keeps numbers, booleans and times by value: "007"^^xsd:integer comes back as "7", "1.0"^^xsd:decimal as "1".
Raises `StoreError` (`StoreLocked` where another process holds the folder) and, for SPARQL, `QueryError`.
"""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TypeVar

import pyoxigraph as ox

from kg.addresses import is_address, without_password
from kg.errors import QueryError, StoreError
from kg.model import BlankNode, Iri, Quad, Term
from kg.store.columns import named
from kg.store.cursor import Borrower, Cursor
from kg.store.dataset import dataset_of
from kg.store.describing import chosen, description
from kg.store.failures import cannot_open, failed
from kg.store.functions import functions
from kg.store.links import links
from kg.store.mending import mend, needs_mending
from kg.store.recording import recorded
from kg.store.request import BLANK_FUNCTION, restore_blank, write_request
from kg.store.results import Results, Rows, Triples
from kg.store.searching import Hit, TextIndex, TextKind
from kg.store.sparql import explain, without_network
from kg.store.terms import graph_to_ox, predicate_to_ox, quad_from_ox, quad_to_ox, subject_to_ox, to_ox

if TYPE_CHECKING:
    import rdflib

MEMORY: Final = ":memory:"
_NO_PREFIXES: Final[Mapping[str, str]] = {}
#: Files of a store (RocksDB's) whose making was cut short; a folder with others, and no CURRENT, is somebody else's.
_OWN_FILE: Final = re.compile(r"LOCK|LOG(\.old\.\d+)?|IDENTITY|MANIFEST-\d+|OPTIONS-\d+(\.dbtmp)?|\d+\.(log|sst|dbtmp)")


B = TypeVar("B", bound=Borrower)


class AnyGraph(Enum):
    """The pattern for every graph, the default graph included."""

    ANY = "any"


ANY: Final = AnyGraph.ANY


class Store:
    """Quads on disk or in memory. `path` is None in memory.

    >>> with Store.open("kg-store") as store:
    ...     store.apply(added=[(Iri("ex:a"), Iri("ex:b"), Literal("c"), None)])
    """

    def __init__(self, inner: ox.Store, path: Path | None = None, *, network: bool = False) -> None:
        self._inner: ox.Store | None = inner
        self.path, self.network = path, network
        self._index: TextIndex | None = None
        self._functions = functions(inner)
        self._borrowers: weakref.WeakSet[Borrower] = weakref.WeakSet()
        self._views: weakref.WeakSet[rdflib.store.Store] = weakref.WeakSet()

    @classmethod
    def open(cls, path: str | Path = MEMORY, *, create: bool = True, network: bool = False) -> Self:
        """The store in that folder, which is made where it is missing; `:memory:` is a new one in memory.

        With `create=False` a missing store is an error. `network` lets queries use SERVICE and updates LOAD.
        """
        if str(path) == MEMORY:
            return cls(ox.Store(), network=network)
        if is_address(str(path)):
            raise StoreError(f"{without_password(str(path))}: is an address, where a store's folder is wanted")
        # One spelling per folder: under two of them RocksDB would open it twice in one process and damage it.
        folder = Path(path).expanduser().resolve()
        _check_folder(folder, create=create)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            inner = ox.Store(str(folder))
        except (OSError, RuntimeError) as error:
            raise cannot_open(folder, error) from error
        _drop_old_logs(folder)
        return cls(inner, folder, network=network)

    #: Whether the store is behind an address.
    served = False

    @property
    def place(self) -> str:
        """The folder, `:memory:`, or the address of an endpoint without user and password."""
        return str(self.path or MEMORY)

    # ------------------------------------------------------------ reading

    def at_hand(self) -> AbstractContextManager[None]:
        """Where all of the store is read, or it is changed by what it holds: here it is at hand without more ado."""
        return nullcontext()

    def within(self, seconds: float | None) -> AbstractContextManager[None]:  # noqa: ARG002
        """In this thread, how long a server may stay silent meanwhile; a store of our own has none."""
        return nullcontext()

    def foresee(self, nodes: Collection[Iri], predicates: Collection[Iri] = ()) -> None:
        """A hint: what these nodes have, of those predicates in the default graph or of all, is read next."""

    def foresee_links(self, nodes: Collection[Iri], *, inward: bool) -> None:
        """A hint: `links` is asked of these nodes next."""

    def quads(
        self,
        s: Iri | BlankNode | None = None,
        p: Iri | None = None,
        o: Term | None = None,
        graph: Iri | AnyGraph | None = ANY,
    ) -> Iterator[Quad]:
        """The quads that fit, in no order; None stands for any term.

        `graph` is `ANY`, a graph's name, or None for the default graph. Read them in the thread that asked.
        """
        found = self._ox.quads_for_pattern(
            None if s is None else subject_to_ox(s),
            None if p is None else predicate_to_ox(p),
            None if o is None else to_ox(o),
            None if isinstance(graph, AnyGraph) else graph_to_ox(graph),
        )
        return self._lend(Cursor(found, quad_from_ox, self._failure))

    def links(
        self, node: Iri, predicate: Iri | None = None, *, inward: bool = False, most: int | None = None
    ) -> list[tuple[Iri, Iri]]:
        """(property, other end) of the default graph's triples with this subject, or `inward` with this object.

        Only those whose other end is an IRI, in no order; at most `most` are read.
        """
        try:
            return links(self._ox, node, predicate, inward=inward, most=most)
        except (OSError, RuntimeError, ValueError) as error:
            raise self._failure(error) from error

    def labelled(self, predicate: Iri, text: str | None = None) -> Iterator[Quad]:  # noqa: ARG002
        """The default graph's labels of that kind, in no order; of very many perhaps those with the text."""
        return self.quads(None, predicate, None, None)

    def uses(self, nodes: Iterable[Iri], predicates: Collection[Iri]) -> dict[Iri, int]:
        """How many quads with one of the predicates have each of the nodes as object."""
        return {node: sum(1 for each in predicates for _ in self.quads(None, each, node)) for node in nodes}

    def contains(self, quad: Quad) -> bool:
        """Whether the store holds the quad."""
        return quad_to_ox(quad) in self._ox

    def graphs(self) -> Iterator[Iri]:
        """The names of the graphs that hold something, in no order."""
        for name in self._ox.named_graphs():
            if isinstance(name, ox.NamedNode) and next(self._ox.quads_for_pattern(None, None, None, name), None):
                yield Iri(name.value)

    def count(self) -> int:
        """How many quads there are, in all graphs. Linear, at a million or more a second."""
        return len(self._ox)

    def query(self, text: str, *, prefixes: Mapping[str, str] = _NO_PREFIXES) -> Results:
        """What a SPARQL query gives: `Rows`, `Triples`, or a bool for ASK. `SELECT *` has its columns as they stand.

        `prefixes` are known without PREFIX lines. Raises `QueryError`; a fault met while the rows are read is raised
        there. SERVICE is refused where the store was not opened with `network`.
        """
        wanted = chosen(text)
        if wanted is not None:
            return self._lend(Triples(self._described(text, wanted, prefixes), _query_failure, prefixes))
        written = named(text, prefixes)
        try:
            result = self._run(written, prefixes)
        except QueryError:
            if written != text:
                self._run(text, prefixes)  # says where the fault is in what was typed
            raise
        if isinstance(result, ox.QueryBoolean):
            return bool(result)
        if isinstance(result, ox.QueryTriples):
            return self._lend(Triples(result, _query_failure, prefixes))
        return self._lend(Rows(result, lambda: self._solutions(written, prefixes), _query_failure))

    def search(self, text: str, *, kind: TextKind | None = None, limit: int | None = None) -> list[Hit]:
        """The things and sentences whose labels or words fit, the best first; `searching` says how."""
        return self._texts().search(text, kind=kind, limit=limit)

    def to_rdflib(self) -> rdflib.Dataset:
        """An rdflib dataset over this store, without a copy; it ends with the store."""
        from kg.store.rdflib_view import dataset  # rdflib takes long to import

        view = dataset(self._ox)
        self._views.add(view.store)
        return view

    # ------------------------------------------------------------ writing

    def apply(self, removed: Iterable[Quad] = (), added: Iterable[Quad] = (), *, dropped: Iterable[Iri] = ()) -> None:
        """Drop the graphs, then remove, then add the quads, in one transaction.

        Quads removed that are not there, and added that are, change nothing; one in both is there afterwards. Blank
        nodes keep their labels.
        """
        request = write_request(removed, added, dropped)
        if request:
            with self._writing():
                self._ox.update(request, custom_functions={BLANK_FUNCTION: restore_blank})

    def update(self, text: str, *, prefixes: Mapping[str, str] = _NO_PREFIXES, record: Iri | None = None) -> None:
        """Run a SPARQL update, of one operation or several, in one transaction. The cost is that of the change.

        What it does to the default graph it does to the graph `record` too, where one is named. LOAD and SERVICE are
        refused where the store was not opened with `network`.
        """
        request = self._rewritten(text if record is None else recorded(text, record, prefixes), prefixes)
        with self._writing(), _asking(text, prefixes, update=True):
            try:
                self._ox.update(request, prefixes=dict(prefixes), custom_functions=self._functions)
            except SyntaxError:
                if request != text:
                    self._ox.update(
                        text, prefixes=dict(prefixes), custom_functions=self._functions
                    )  # says where the fault is in what was typed
                raise

    def optimize(self) -> None:
        """Compact the files, after a large build; it may take long."""
        with self._writing():
            self._ox.optimize()

    def backup(self, path: str | Path) -> None:
        """Make a copy of the store as it is now, in a new folder: quick, by hard links where the disk is the same."""
        target = Path(path).expanduser().resolve()
        if self.path is None:
            raise StoreError("a store in memory has no backup; export it instead")
        try:
            if target.exists():
                raise StoreError(f"{target}: is there already; name a new folder for the backup")
            target.parent.mkdir(parents=True, exist_ok=True)
            self._ox.backup(str(target))
        except (OSError, RuntimeError) as error:
            raise failed(target, error) from error

    # ------------------------------------------------------------ ending

    def close(self) -> None:
        """Give the folder free. Iterators and rows not read to their end raise `StoreError` from now on."""
        for borrower in list(self._borrowers):
            borrower.release()
        for view in list(self._views):
            view.close()
        self._borrowers.clear()
        self._views.clear()
        self._inner = None
        self._functions = {}
        gc.collect()  # pyoxigraph closes a store when its last reference goes

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({self.place!r})"

    @property
    def _ox(self) -> ox.Store:
        if self._inner is None:
            raise StoreError("the store is closed; open it again")
        return self._inner

    def _lend(self, borrower: B) -> B:
        self._borrowers.add(borrower)
        return borrower

    def _described(self, text: str, wanted: str, prefixes: Mapping[str, str]) -> Iterator[ox.Triple]:
        try:
            resources = self._run(wanted, prefixes)
        except QueryError:
            self._run(text, prefixes)  # says where the fault is in what was typed
            raise
        return description(self._ox, [term for solution in resources for term in solution])  # type: ignore[union-attr]

    def _solutions(self, text: str, prefixes: Mapping[str, str]) -> ox.QuerySolutions:
        result = self._run(text, prefixes)
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("not a SELECT")
        return result

    def _run(self, text: str, prefixes: Mapping[str, str]) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        request = self._rewritten(text, prefixes)
        with _asking(text, prefixes):
            try:
                return self._ox.query(request, prefixes=dict(prefixes), custom_functions=self._functions)
            except SyntaxError:
                if request != text:
                    self._ox.query(
                        text, prefixes=dict(prefixes), custom_functions=self._functions
                    )  # says where the fault is in what was typed
                raise

    def _rewritten(self, text: str, prefixes: Mapping[str, str]) -> str:
        """The text as Oxigraph has to be asked it to give what SPARQL defines, without what is not allowed."""
        if not self.network:
            text = without_network(text)
        if not needs_mending(text):
            return text
        return mend(text, dataset_of(self._ox, text, prefixes, self._texts))

    def _texts(self) -> TextIndex:
        """The index of the texts as they are now."""
        if self._index is None or self._views:
            self._index = TextIndex(self._ox)
        return self._index

    def _failure(self, error: Exception) -> StoreError:
        return failed(self.place, error)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._index = None
        try:
            yield
        except (OSError, RuntimeError, SyntaxError, UnicodeEncodeError) as error:
            raise self._failure(error) from error


@contextmanager
def _asking(text: str, prefixes: Mapping[str, str], *, update: bool = False) -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        raise explain(str(error.msg), text, prefixes, update=update) from error
    except UnicodeEncodeError as error:
        raise QueryError("the query has characters that are no Unicode text (lone surrogates)") from error
    except (RuntimeError, ValueError) as error:
        raise _query_failure(error) from error


def _query_failure(error: Exception) -> QueryError:
    return QueryError(" ".join(str(error).split()))


def _drop_old_logs(folder: Path) -> None:
    """Remove what RocksDB noted of earlier openings: it keeps a thousand such files, larger than a small graph."""
    with suppress(OSError):
        for log in folder.glob("LOG.old.*"):
            log.unlink()


def _check_folder(folder: Path, *, create: bool) -> None:
    """Refuse a folder that is no store, before Oxigraph would put one into it."""
    try:
        names = [entry.name for entry in folder.iterdir()]
    except FileNotFoundError:
        names = []
    except OSError as error:
        raise cannot_open(folder, error) from error
    if "CURRENT" in names:
        return
    if not all(_OWN_FILE.fullmatch(name) for name in names):
        raise StoreError(f"{folder}: has files, but is no store; name another folder, or an empty one")
    if not create:
        raise StoreError(f"{folder}: no store there; `kg build` makes one")

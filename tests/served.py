"""A SPARQL 1.1 endpoint on the loopback, over pyoxigraph: queries and updates as the SPARQL 1.1 Protocol has them.

https://www.w3.org/TR/sparql11-protocol/. Queries come by GET, by POST of a form or of their text, updates by POST of a
form or of their text; answers are in the format that Accept likes best. `Manners` make it behave otherwise.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

_RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


@dataclass
class Manners:
    """How the server behaves: `status` and `body` in place of an answer, `kind` as its Content-Type.

    `union` shows the named graphs in the default graph; `plain` knows no named graphs; `failing` are words with which
    a query runs out of time; `rows` are given at most; `only` is the one media type that it answers with; `broken` cuts
    answers short.
    """

    readonly: bool = False
    user: str | None = None
    union: bool = False
    plain: bool = False
    failing: str | None = None
    rows: int | None = None
    status: int | None = None
    body: str = ""
    kind: str = "text/plain"
    headers: dict[str, str] = field(default_factory=dict)
    only: str | None = None
    gzip: bool = False
    chunked: bool = False
    broken: bool = False
    seconds: float = 0.0
    forms_only: bool = False
    redirect: tuple[int, str] | None = None
    busy: int = 0


class Served:
    """A running endpoint: its store, its addresses, its manners, and the requests that it got."""

    def __init__(self, store: ox.Store | None = None) -> None:
        self.store = ox.Store() if store is None else store
        self.manners = Manners()
        self.requests: list[tuple[str, str, str]] = []
        self.authorizations: list[str | None] = []
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.served = self
        self.port = self.server.server_address[1]

    @property
    def url(self) -> str:
        """The address of queries."""
        return f"http://127.0.0.1:{self.port}/ds/sparql"

    @property
    def queries(self) -> list[str]:
        """The texts of the queries that came."""
        return [text for kind, _, text in self.requests if kind == "query"]

    @property
    def updates(self) -> list[str]:
        """The texts of the updates that came."""
        return [text for kind, _, text in self.requests if kind == "update"]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    served: Served

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients leave when they like."""


@contextmanager
def as_new(served: Served) -> Iterator[Served]:
    """An endpoint that many tests share, as if nobody had asked it before; its manners are its own again at the end."""
    served.requests.clear()
    served.manners = Manners()
    yield served
    served.manners = Manners()


@contextmanager
def serving(store: ox.Store | None = None) -> Iterator[Served]:
    """An endpoint that runs meanwhile."""
    served = Served(store)
    thread = threading.Thread(target=served.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.server.shutdown()
        served.server.server_close()
        thread.join(5)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self._handle(parse_qs(urlsplit(self.path).query), "")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        kind = self.headers.get("Content-Type", "").partition(";")[0]
        if kind == "application/x-www-form-urlencoded":
            self._handle(parse_qs(body), kind)
        elif self.server.served.manners.forms_only:
            self._say(415, b"only forms")
        elif kind in {"application/sparql-query", "application/sparql-update"}:
            self._handle({kind.removeprefix("application/sparql-"): [body]}, kind)
        else:
            self._say(415, f"no such type: {kind}".encode())

    def _handle(self, fields: dict[str, list[str]], kind: str) -> None:
        served, manners = self.server.served, self.server.served.manners
        form = "update" if "update" in fields else "query"
        text = fields.get(form, [""])[0]
        served.requests.append((form, f"{self.command} {kind}".strip(), text))
        served.authorizations.append(self.headers.get("Authorization"))
        time.sleep(manners.seconds)
        if manners.redirect is not None and not self.path.startswith("/moved"):
            self._say(manners.redirect[0], b"", headers={"Location": manners.redirect[1] + self.path})
        elif manners.busy > 0:
            manners.busy -= 1
            self._say(429, b"too many", headers={"Retry-After": "0"})
        elif manners.user is not None and self.headers.get("Authorization") != manners.user:
            self._say(401, b"who are you?", headers={"WWW-Authenticate": 'Basic realm="ds"'})
        elif manners.failing is not None and manners.failing in text:
            self._say(500, b"out of time")
        elif manners.status is not None:
            self._say(manners.status, manners.body.encode(), manners.kind, manners.headers)
        elif form == "update" and (manners.readonly or self.path.partition("?")[0].endswith("/sparql")):
            self._say(405, b"no updates here")
        elif self.path.partition("?")[0].endswith("/nothing"):
            self._say(404, b"nothing here")
        else:
            self._answer(form, text)

    def _answer(self, form: str, text: str) -> None:
        served, manners = self.server.served, self.server.served.manners
        try:
            if form == "update":
                served.store.update(text)
                self._say(204, b"")
                return
            if manners.plain and "GRAPH" in text:
                raise ValueError("named graphs are not supported in triples mode")
            cut = "" if manners.rows is None or "LIMIT" in text or "ASK" in text else f" LIMIT {manners.rows}"
            found = served.store.query(text + cut, use_default_graph_as_union=manners.union)
            formats: dict[str, Any] = _GRAPHS if isinstance(found, ox.QueryTriples) else _RESULTS
            kind = manners.only or self._preferred(formats)
            self._say(200, found.serialize(format=formats[kind]), kind)
        except (SyntaxError, ValueError, RuntimeError) as error:
            self._say(400, f"Parse error: {error}".encode())

    def _preferred(self, formats: dict[str, Any]) -> str:
        """The format that Accept names first; it is taken to be in order."""
        wanted = [each.partition(";")[0].strip() for each in self.headers.get("Accept", "").split(",")]
        return next((each for each in wanted if each in formats), next(iter(formats)))

    def _say(self, status: int, body: bytes, kind: str = "text/plain", headers: dict[str, str] | None = None) -> None:
        manners = self.server.served.manners
        self.send_response(status)
        if manners.gzip and body:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        size = {"Transfer-Encoding": "chunked"} if manners.chunked else {"Content-Length": str(len(body))}
        if manners.chunked:
            pieces = [body[at : at + 100] for at in range(0, len(body), 100)]
            body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (*pieces, b""))
        for name, value in {"Content-Type": kind, **size, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # the reader may leave
            if manners.broken and status == 200:
                self.wfile.write(body[: len(body) // 2])
                self.close_connection = True
            else:
                self.wfile.write(body)

"""One SPARQL endpoint: what is asked goes there, what it answers is read as it comes.

The client's side of the SPARQL 1.1 Protocol, https://www.w3.org/TR/sparql11-protocol/: short queries by GET, long ones
by POST of a form, updates by POST of their text. Answers in the W3C's formats for results and in RDF are read.
Raises `QueryError` for what the server refuses as a query or update, and `StoreError` for everything else, in one line
without user and password.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import IO, Final, NamedTuple, TypeAlias, cast
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import pyoxigraph as ox
import urllib3
from urllib3.exceptions import HTTPError, ReadTimeoutError

from kg.addresses import Address, address_of_updates, origin_of, read_address, without_password
from kg.errors import KgError, QueryError, StoreError
from kg.store.patterns import Reader
from kg.store.refusals import Refused, broken_off, no_results, refused, unreachable
from kg.store.sparql import tokens

#: What an answer can be: solutions, an ASK's, or the triples of a graph.
Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | Iterator[ox.Triple]

#: Seconds until a connection stands, and that a server may stay silent where `$KG_STORE_TIMEOUT` says nothing else.
_CONNECTING, _SILENT = 10.0, 600.0
#: Characters of an address up to which a query goes by GET, which caches and read-only servers like best.
_LONGEST = 2000
_REDIRECTIONS, _TRIES, _PATIENCE = 5, 3, 10.0
#: Connections that are kept for the next request.
_KEPT = 8
_SOLUTIONS = "application/sparql-results+json, application/sparql-results+xml;q=0.9, text/tab-separated-values;q=0.5"
_GRAPH = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.7, application/ld+json;q=0.5"
_ACCEPTED: Final[Mapping[str, str]] = {
    "SELECT": _SOLUTIONS,
    "ASK": _SOLUTIONS,
    "CONSTRUCT": _GRAPH,
    "DESCRIBE": _GRAPH,
}
#: Names of formats that servers use beside the registered ones.
_RESULTS = {f"{kind}/xml": "application/sparql-results+xml" for kind in ("application", "text")}
_GRAPHS = {f"{kind}/xml": "application/rdf+xml" for kind in ("application", "text")} | {
    "application/json": "application/ld+json",
    "text/plain": "application/n-triples",
}


#: Seconds that a server may stay silent in this thread now, where less than usual.
_patience: ContextVar[float | None] = ContextVar("patience", default=None)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """In this thread, how long a server may stay silent meanwhile."""
    token = _patience.set(seconds)
    try:
        yield
    finally:
        _patience.reset(token)


class _Request(NamedTuple):
    """A request: where it goes by which method, with which headers and body; `safe` where it changes nothing."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None = None
    safe: bool = True


class Endpoint:
    """An endpoint, by the address of its queries and of its updates. May be used from any thread."""

    def __init__(self, place: str, update: str | None = None, *, agent: str = "kgshell") -> None:
        self._queries = read_address(place)
        told = read_address(update) if update else None
        self._updates = told or self._queries._replace(url=address_of_updates(self._queries.url))
        if self._updates.authorization is None and self._updates.origin == self._queries.origin:
            self._updates = self._updates._replace(authorization=self._queries.authorization)
        self.address = self._queries.url
        self._silent = _seconds(os.environ.get("KG_STORE_TIMEOUT"))
        self._agent = agent
        self._pool = _pool(self._queries.url)

    def query(self, text: str) -> Answer:
        """What a query gives, read as it comes."""
        form = Reader(found := list(tokens(text)))
        word = form.word(form.form()) if found else ""
        headers = {"Accept": _ACCEPTED.get(word, f"{_SOLUTIONS}, {_GRAPH}")}
        asked = urlencode({"query": _encoded(text)})
        joint = "&" if urlsplit(self._queries.url).query else "?"
        if len(self._queries.url) + len(asked) < _LONGEST:
            request = _Request("GET", f"{self._queries.url}{joint}{asked}", headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            request = _Request("POST", self._queries.url, headers, asked.encode())
        response = self._sent(request, self._queries, _patience.get() or self._silent)
        return _read(response, self.address, word)

    def update(self, text: str) -> None:
        """Run an update, in one request."""
        headers = {"Content-Type": "application/sparql-update; charset=utf-8", "Accept": "*/*"}
        request = _Request("POST", self._updates.url, headers, _encoded(text), safe=False)
        try:
            self._sent(request, self._updates, self._silent).drain_conn()
        except Refused as error:
            if error.status != 415:
                raise
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            form = request._replace(headers=headers, body=urlencode({"update": text}).encode())
            self._sent(form, self._updates, self._silent).drain_conn()

    @property
    def told(self) -> tuple[str, str, dict[str, str]]:
        """The addresses of queries and of updates, and the headers that say who asks, for other clients."""
        to, header = self._queries, self._queries.authorization
        return to.url, self._updates.url, {} if header is None else {"Authorization": header}

    def close(self) -> None:
        """Let go of the connections."""
        self._pool.clear()

    # ------------------------------------------------------------ requests

    def _sent(self, request: _Request, to: Address, seconds: float) -> urllib3.BaseHTTPResponse:
        """The answer to a request; follows where the server sends it, and waits a little for a busy one."""
        tries = 0
        for _ in range(_REDIRECTIONS + _TRIES):
            response = self._once(request, to, seconds)
            location = response.headers.get("Location")
            if response.status == 303 and not request.safe:
                return response  # it was done, and what it came to stands elsewhere
            if response.status in {301, 302, 303, 307, 308} and location:
                response.drain_conn()
                request = _redirected(request, urljoin(request.url, location), response.status)
            elif response.status in {429, 503} and tries < _TRIES and (pause := _pause(response)) is not None:
                response.drain_conn()
                tries += 1
                time.sleep(pause)
            elif response.status >= 300:
                raise refused(to.url, response, updating=not request.safe, known=to.authorization is not None)
            else:
                return response
        raise StoreError(f"{to.url}: sends requests on and on, or stays busy; check the address, or try again later")

    def _once(self, request: _Request, to: Address, seconds: float) -> urllib3.BaseHTTPResponse:
        headers = {
            "User-Agent": self._agent,
            "Accept-Encoding": "gzip, deflate",
            **request.headers,
        }
        # A server that sends us elsewhere must not learn, or pass on, who asks.
        if to.authorization is not None and origin_of(request.url) == to.origin:
            headers["Authorization"] = to.authorization
        timeout = urllib3.Timeout(connect=min(_CONNECTING, seconds), read=seconds)
        try:
            return self._pool.request(
                request.method,
                request.url,
                body=request.body,
                headers=headers,
                timeout=timeout,
                retries=urllib3.Retry(0, connect=0, read=0, redirect=False, status=False, raise_on_redirect=False),
                redirect=False,
                preload_content=False,
            )
        except (HTTPError, OSError, ValueError) as error:
            raise unreachable(request.url.partition("?")[0], error, seconds) from error


def _pool(url: str) -> urllib3.PoolManager:
    """Connections, through the proxy that the environment names for that address."""
    parts = urlsplit(url)
    proxy = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
    # An answer may be read while others are asked for.
    return urllib3.ProxyManager(proxy, maxsize=_KEPT) if proxy else urllib3.PoolManager(maxsize=_KEPT)


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise QueryError("the query has characters that are no Unicode text (lone surrogates)") from error


def _redirected(request: _Request, url: str, status: int) -> _Request:
    """The request as it goes on to where the server sent it: the same again, or for 303 what the answer stands at."""
    try:
        scheme, host, _ = origin_of(url)
    except ValueError:
        scheme = host = ""
    if not host or scheme not in {"http", "https"} or (scheme == "http" and request.url.startswith("https:")):
        here, there = request.url.partition("?")[0], without_password(url.partition("?")[0])
        raise StoreError(f"{here}: sends requests on to {there}, which is not safe; give the right address")
    return request._replace(url=url, method="GET", body=None) if status == 303 else request._replace(url=url)


def _pause(response: urllib3.BaseHTTPResponse) -> float | None:
    """How many seconds to wait until a busy server may be asked again; None where that is too long."""
    told = response.headers.get("Retry-After", "1")
    return float(told) if told.isdecimal() and float(told) <= _PATIENCE else None


def _seconds(told: str | None) -> float:
    try:
        seconds = float(told or _SILENT)
    except ValueError:
        seconds = 0
    if not 0 < seconds < float("inf"):
        raise StoreError(f"KG_STORE_TIMEOUT is {told!r}, and no number of seconds above 0")
    return seconds


# ---------------------------------------------------------------- answers


class _Body:
    """An answer's bytes as pyoxigraph reads them, decompressed; what fails on the way is an `OSError`."""

    def __init__(self, response: urllib3.BaseHTTPResponse) -> None:
        self._response = response

    def read(self, most: int = -1) -> bytes:
        """Up to so many bytes, as soon as there are some; none at the end."""
        try:
            return self._response.read1(most if most > 0 else None, decode_content=True)
        except ReadTimeoutError as error:
            raise TimeoutError("no more of it came in time") from error
        except HTTPError as error:
            raise OSError(f"it broke off: {' '.join(str(error).split())}") from error


def _read(response: urllib3.BaseHTTPResponse, place: str, form: str) -> Answer:
    """The answer in the format that the server names, if it fits the form of the query."""
    told = response.headers.get("Content-Type", "")
    kind = told.partition(";")[0].strip().lower()
    body = _Body(response)
    results = ox.QueryResultsFormat.from_media_type(_RESULTS.get(kind, kind))
    if results is not None and form not in {"CONSTRUCT", "DESCRIBE"}:
        return _results(body, results, place)
    graph = ox.RdfFormat.from_media_type(_GRAPHS.get(kind, kind))
    if graph is None or form in {"SELECT", "ASK"}:
        raise no_results(place, response, told)
    quads = ox.parse(cast("IO[bytes]", body), format=graph, base_iri=place)
    return (quad.triple for quad in quads)


def _results(body: _Body, results: ox.QueryResultsFormat, place: str) -> ox.QuerySolutions | ox.QueryBoolean:
    try:
        return ox.parse_query_results(cast("IO[bytes]", body), format=results)
    except (OSError, SyntaxError, ValueError) as error:
        raise broken_off(place, error) from error


def failure(place: str, error: Exception) -> KgError:
    """What is said of an answer that breaks off while it is read."""
    return error if isinstance(error, QueryError | StoreError) else broken_off(place, error)
